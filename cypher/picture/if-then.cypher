// What will happen only if something else does?
// :param limit => 25
// returns: who, v, s, i, c
MATCH (s:Statement)-[i:IF]->(c:Statement)
OPTIONAL MATCH (who:Actor)-[v:SAID]->(s)
RETURN who, v, s, i, c
ORDER BY s.name, s.id, c.id, who.id
LIMIT $limit
