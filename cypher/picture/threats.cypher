// Who threatened whom, and what followed?
// :param limit => 40
// returns: a, x, t, y, b, z, f, w, c
MATCH (a:Actor)<-[x:SUBJECT]-(t:Event)-[y:OBJECT]->(b:Actor)
WHERE t.event_type = 'THREATEN' AND t.status = 'occurred'
OPTIONAL MATCH (b)<-[z:OBJECT]-(f:Event)-[w:SUBJECT]->(c:Actor)
WHERE f.status = 'occurred' AND f.event_type IN ['SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']
  AND (c.id = a.id OR a:Person AND c:State AND c.country = a.country)
  AND coalesce(f.date, f.first_seen) >= coalesce(t.date, t.first_seen)
RETURN a, x, t, y, b, z, f, w, c
ORDER BY f IS NULL, a.name, b.name, t.id, f.id, c.id
LIMIT $limit
