// Who does what to whom, and how often is it told?
// :param event_type => 'any'
// :param since => ''
// :param limit => 40
// returns: a, r, b
MATCH (a:Actor)-[r]->(b)
WHERE r.event_id IS NOT NULL AND (toLower($event_type) = 'any' OR type(r) = toUpper($event_type))
  AND coalesce(r.date, '9999') >= $since
RETURN a, r, b
ORDER BY r.n_articles DESC, abs(r.score) DESC, r.event_id, a.id, b.id
LIMIT $limit
