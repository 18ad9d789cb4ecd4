// Is the relation between two actors getting better or worse, month by month?
// :param a => 'Joe Biden'
// :param b => 'Vladimir Putin'
// :param limit => 60
// returns: month, events, score, cooperative, hostile
MATCH (one:Actor)
WHERE toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a))
MATCH (one)<-[:SUBJECT|OBJECT]-(e:Event)-[:SUBJECT|OBJECT]->(two:Actor)
WHERE two.id <> one.id AND e.status IN ['occurred', 'planned']
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
WITH DISTINCT e, left(coalesce(e.date, e.first_seen, 'undated'), 7) AS month
WITH month, count(e) AS events, sum(e.score) AS total, sum(CASE WHEN e.score > 0 THEN 1 ELSE 0 END) AS cooperative,
     sum(CASE WHEN e.score < 0 THEN 1 ELSE 0 END) AS hostile
RETURN month, events, 1.0 * total / events AS score, cooperative, hostile
ORDER BY month
LIMIT $limit
