// Is the relation between two actors getting better or worse, month by month, and when does it turn?
// :param a => 'United States'
// :param b => 'Russia'
// :param limit => 60
// returns: month, events, score, change, turn, cooperative, hostile, strongest
MATCH (one:Actor)
WHERE toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a))
MATCH (one)-[r]-(two:Actor)
WHERE two.id <> one.id AND type(r) <> 'RELATION'
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
WITH DISTINCT r.event_id AS event_id
MATCH (e:Event {id: event_id})
WITH e, left(coalesce(e.date, e.first_seen, 'undated'), 7) AS month
ORDER BY abs(e.score) DESC, e.n_articles DESC, e.name, e.id
WITH month, count(e) AS events, 1.0 * sum(e.score) / count(e) AS score, sum(CASE WHEN e.score > 0 THEN 1 ELSE 0 END) AS good,
     sum(CASE WHEN e.score < 0 THEN 1 ELSE 0 END) AS bad, head(collect(e.name)) AS strongest
ORDER BY month
LIMIT $limit
WITH collect({month: month, events: events, score: score, good: good, bad: bad, strongest: strongest}) AS told
UNWIND range(0, size(told) - 1) AS i
WITH told[i] AS now, CASE WHEN i > 0 THEN told[i - 1] ELSE null END AS before
WITH now, CASE WHEN before IS NULL OR now.month = 'undated' THEN null ELSE now.score - before.score END AS change
// Between a promise and none, or an accusation and none, lie 2.5 points and more.
RETURN now.month AS month, now.events AS events, now.score AS score, change,
       CASE WHEN change >= 2.5 THEN 'to the better' WHEN change <= -2.5 THEN 'to the worse' ELSE null END AS turn,
       now.good AS cooperative, now.bad AS hostile, now.strongest AS strongest
ORDER BY month
LIMIT $limit
