// Which accounts contradict each other, and who tells what?
// :param limit => 50
// returns: told, told_in, told_by, denied, denied_in, denied_by
MATCH (no:Event)-[:CONTRADICTS]->(yes:Event)
MATCH (no)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (denier:Actor)-[:SAID]->(s)
WITH DISTINCT no, yes, d.id AS denied_in, denier.name AS denier
ORDER BY denied_in, denier
WITH no, yes, collect(DISTINCT denied_in) AS denied_in, collect(DISTINCT denier) AS denied_by
MATCH (yes)<-[:REPORTS]-(t:Statement)-[:IN_SENTENCE]->(:Sentence)<-[:HAS_SENTENCE]-(f:Article)
OPTIONAL MATCH (teller:Actor)-[:SAID]->(t)
WITH DISTINCT no, yes, denied_in, denied_by, f.id AS told_in, teller.name AS teller
ORDER BY told_in, teller
WITH no, yes, denied_in, denied_by, collect(DISTINCT told_in) AS told_in, collect(DISTINCT teller) AS told_by
RETURN yes.name AS told, told_in, told_by, no.name AS denied, denied_in, denied_by
ORDER BY told, denied, yes.id, no.id
LIMIT $limit
