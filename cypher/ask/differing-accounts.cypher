// What is denied or said not to be so, and who tells it otherwise?
// :param limit => 50
// returns: denied, denied_by, sentence, article, told, told_by
MATCH (a)<-[:SUBJECT|OBJECT]-(no:Event)-[:SUBJECT|OBJECT]->(b)
WHERE no.status = 'negated' AND a.id < b.id
MATCH (no)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (denier:Actor)-[:SAID]->(s)
OPTIONAL MATCH (a)<-[:SUBJECT|OBJECT]-(yes:Event)-[:SUBJECT|OBJECT]->(b)
WHERE yes.event_type = no.event_type AND yes.status IN ['occurred', 'planned']
OPTIONAL MATCH (yes)<-[:REPORTS]-(t:Statement)<-[:SAID]-(teller:Actor)
WITH DISTINCT no, s, x, d, denier, yes, teller
ORDER BY yes.name, yes.id, teller.name
WITH no, s, x, d, denier.name AS denied_by, collect(DISTINCT yes.name) AS told, collect(DISTINCT teller.name) AS told_by
RETURN no.name AS denied, denied_by, x.text AS sentence, d.id AS article, told, told_by
ORDER BY denied, article, s.start_char, s.id, denied_by
LIMIT $limit
