// Which sentences prove what the graph says about two parties?
// :param a => 'Joe Biden'
// :param b => 'Vladimir Putin'
// :param limit => 50
// returns: event, sources, status, relation_text, speaker, sentence, article, published, source, url, rule, confidence
MATCH (one)
WHERE (one:Actor OR one:Thing)
  AND (toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a)))
MATCH (one)<-[:SUBJECT|OBJECT]-(e:Event)-[:SUBJECT|OBJECT]->(two)
WHERE two.id <> one.id
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
WITH DISTINCT e
MATCH (e)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (who:Actor)-[:SAID]->(s)
// One line for each wording, however many parties it names.
WITH e, s.status AS status, s.relation_text AS relation_text, who.name AS speaker, x, d, s.rule AS rule,
     max(s.confidence) AS confidence, min(s.start_char) AS place
RETURN e.name AS event, e.n_sources AS sources, status, relation_text, speaker, x.text AS sentence, d.id AS article,
       d.published AS published, d.source AS source, d.url AS url, rule, confidence
ORDER BY event, e.id, published, article, place, relation_text, status, rule, speaker
LIMIT $limit
