// What will happen only if something else does?
// :param limit => 50
// returns: then_event, if_event, speaker, sentence, article
MATCH (s:Statement)-[:IF]->(c:Statement)
MATCH (s)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (who:Actor)-[:SAID]->(s)
RETURN s.name AS then_event, c.name AS if_event, who.name AS speaker, x.text AS sentence, d.id AS article
ORDER BY article, s.start_char, s.id, c.id, speaker
LIMIT $limit
