// Who deals with both of two parties, and so stands between them?
// :param a => 'Russia'
// :param b => 'Ukraine'
// :param limit => 50
// returns: who, events_with_a, score_with_a, events_with_b, score_with_b
MATCH (one:Actor)
WHERE toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a))
MATCH (one)<-[:SUBJECT|OBJECT]-(e:Event)-[:SUBJECT|OBJECT]->(x:Actor)
WHERE x.id <> one.id AND e.status IN ['occurred', 'planned'] AND e.event_type <> 'RELATION'
WITH DISTINCT one, x, e
WITH one, x, count(e) AS with_a, sum(e.score) AS total_a
MATCH (x)<-[:SUBJECT|OBJECT]-(f:Event)-[:SUBJECT|OBJECT]->(two:Actor)
WHERE two.id <> one.id AND two.id <> x.id AND f.status IN ['occurred', 'planned'] AND f.event_type <> 'RELATION'
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
WITH DISTINCT x, with_a, total_a, two, f
WITH x, two, with_a, total_a, count(f) AS with_b, sum(f.score) AS total_b
RETURN x.name AS who, with_a AS events_with_a, 1.0 * total_a / with_a AS score_with_a, with_b AS events_with_b,
       1.0 * total_b / with_b AS score_with_b
ORDER BY with_a + with_b DESC, who, x.id, two.id
LIMIT $limit
