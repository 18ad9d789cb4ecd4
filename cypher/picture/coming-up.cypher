// What is announced for the days after a given one, and does it stand?
// :param after => '2021-12-01'
// :param limit => 25
// returns: e, x, p
MATCH (e:Event)-[x:SUBJECT|OBJECT]->(p)
WHERE e.status = 'planned' AND coalesce(e.date_end, e.date) >= $after
RETURN e, x, p
ORDER BY e.date, e.id, type(x), p.id
LIMIT $limit
