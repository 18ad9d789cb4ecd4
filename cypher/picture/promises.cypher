// Who promised what, and was the promise kept or broken?
// :param limit => 40
// returns: giver, v, s, r, e, y, to, z, f
MATCH (p:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:IN_SENTENCE]-(s:Statement)<-[v:SAID]-(giver:Actor)
WHERE p.event_type = 'AGREE' AND p.status = 'occurred' AND s.status = 'planned'
MATCH (p)-[:REPORTS]->(:Event)-[:SUBJECT]->(by:Actor)
WHERE by.id = giver.id
MATCH (s)-[r:REPORTS]->(e:Event)-[y:OBJECT]->(to)
OPTIONAL MATCH (to)<-[z:OBJECT]-(f:Event)-[:SUBJECT]->(doer:Actor)<-[:SUBJECT]-(e)
WHERE f.event_type = e.event_type AND f.status IN ['occurred', 'negated'] AND coalesce(f.date, f.last_seen) >= e.first_seen
RETURN DISTINCT giver, v, s, r, e, y, to, z, f
ORDER BY giver.name, e.name, e.id, s.id, to.id, f.id
LIMIT $limit
