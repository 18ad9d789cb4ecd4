// What happened between two parties, in order, and who reported it?
// :param a => 'Joe Biden'
// :param b => 'Vladimir Putin'
// :param since => ''
// :param status => 'any'
// :param limit => 50
// returns: date, status, event, event_type, reported_by, statements, sentence, article
MATCH (one)
WHERE (one:Actor OR one:Thing)
  AND (toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a)))
MATCH (one)<-[:SUBJECT|OBJECT]-(e:Event)-[:SUBJECT|OBJECT]->(two)
WHERE two.id <> one.id AND coalesce(e.date, '9999') >= $since AND toLower($status) IN ['any', e.status]
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
WITH DISTINCT e
MATCH (e)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (who:Actor)-[:SAID]->(s)
WITH DISTINCT e, s, x, d, who
ORDER BY s.status = e.status DESC, d.published, d.id, s.start_char, s.id, who.name
WITH e, collect(DISTINCT who.name) AS speakers, count(DISTINCT s) AS statements,
     head(collect(x.text)) AS sentence, head(collect(d.id)) AS article
RETURN e.date + coalesce('/' + e.date_end, '') AS date, e.status AS status, e.name AS event, e.event_type AS event_type,
       speakers AS reported_by, statements, sentence, article
ORDER BY coalesce(date, '9999'), status, event, e.id
LIMIT $limit
