// Why do several statements count as reports of one happening?
// :param a => 'Joe Biden'
// :param b => 'Vladimir Putin'
// :param limit => 50
// returns: event, date, statement, status, sentence, article, joined_by, joined_to, joined_to_sentence, joined_to_article
MATCH (one)
WHERE (one:Actor OR one:Thing)
  AND (toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a)))
MATCH (one)<-[:SUBJECT|OBJECT]-(e:Event)-[:SUBJECT|OBJECT]->(two)
WHERE two.id <> one.id
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
WITH DISTINCT e
MATCH (e)<-[r:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (t:Statement)-[:IN_SENTENCE]->(y:Sentence)<-[:HAS_SENTENCE]-(f:Article)
WHERE t.id = r.joined_to
WITH DISTINCT e, r.joined_by AS joined_by, s, x, d, t, y, f
RETURN e.name AS event, e.date + coalesce('/' + e.date_end, '') AS date, s.name AS statement, s.status AS status,
       x.text AS sentence, d.id AS article, joined_by, t.name AS joined_to, y.text AS joined_to_sentence, f.id AS joined_to_article
ORDER BY e.n_statements = 1, coalesce(date, '9999'), event, e.id, joined_by <> 'seed', article, s.start_char, s.id
LIMIT $limit
