// What will happen only if something else does?
// :param limit => 50
// returns: then_event, if_event, speaker, sentence, article
MATCH (s:Statement)-[:IF]->(c:Statement)
MATCH (s)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
MATCH (s)-[:REPORTS]->(e:Event)
MATCH (c)-[:REPORTS]->(f:Event)
OPTIONAL MATCH (who:Actor)-[:SAID]->(s)
WITH e, f, who, x, d, min(s.start_char) AS place
RETURN e.name AS then_event, f.name AS if_event, who.name AS speaker, x.text AS sentence, d.id AS article
ORDER BY article, place, then_event, if_event, speaker, e.id, f.id
LIMIT $limit
