// What happened between two parties, in order, and who reported it?
// :param a => 'Joe Biden'
// :param b => 'Vladimir Putin'
// :param since => ''
// :param status => 'any'
// :param limit => 25
// returns: one, x, e, y, two
MATCH (one)
WHERE (one:Actor OR one:Thing)
  AND (toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a)))
MATCH (one)<-[x:SUBJECT|OBJECT]-(e:Event)-[y:SUBJECT|OBJECT]->(two)
WHERE two.id <> one.id AND coalesce(e.date, '9999') >= $since AND toLower($status) IN ['any', e.status]
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
RETURN one, x, e, y, two
ORDER BY coalesce(e.date, '9999'), e.id, type(x), type(y)
LIMIT $limit
