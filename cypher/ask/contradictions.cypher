// Where do the accounts differ: what do some tell and others deny?
// :param limit => 50
// returns: told, told_by, told_in, sources, sentence, denied, denied_by, denied_in, denial
MATCH (no:Event)-[:CONTRADICTS]->(yes:Event)
MATCH (no)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (denier:Actor)-[:SAID]->(s)
WITH no, yes, s, x, d, denier
ORDER BY d.published, d.id, s.start_char, s.id, denier.name
WITH no, yes, collect(DISTINCT d.id) AS denied_in, collect(DISTINCT denier.name) AS denied_by, head(collect(x.text)) AS denial
MATCH (yes)<-[:REPORTS]-(t:Statement)-[:IN_SENTENCE]->(y:Sentence)<-[:HAS_SENTENCE]-(f:Article)
OPTIONAL MATCH (teller:Actor)-[:SAID]->(t)
WITH no, yes, denied_in, denied_by, denial, t, y, f, teller
ORDER BY f.published, f.id, t.start_char, t.id, teller.name
WITH no, yes, denied_in, denied_by, denial, collect(DISTINCT f.id) AS told_in, collect(DISTINCT teller.name) AS told_by,
     head(collect(y.text)) AS sentence
RETURN yes.name AS told, told_by, told_in, yes.n_sources AS sources, sentence, no.name AS denied, denied_by, denied_in, denial
ORDER BY told, denied, yes.id, no.id
LIMIT $limit
