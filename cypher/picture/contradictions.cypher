// Where do the accounts differ: what do some tell and others deny?
// :param limit => 25
// returns: no, c, yes, r, s, v, who
MATCH (no:Event)-[c:CONTRADICTS]->(yes:Event)
MATCH (told:Event)<-[r:REPORTS]-(s:Statement)
WHERE told.id = no.id OR told.id = yes.id
OPTIONAL MATCH (who:Actor)-[v:SAID]->(s)
RETURN no, c, yes, r, s, v, who
ORDER BY yes.name, no.name, yes.id, no.id, s.id, who.id
LIMIT $limit
