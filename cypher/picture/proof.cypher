// Which sentences prove what the graph says about two parties?
// :param a => 'Joe Biden'
// :param b => 'Vladimir Putin'
// :param limit => 25
// returns: e, v, s, w, x, y, d
MATCH (one)
WHERE (one:Actor OR one:Thing)
  AND (toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a)))
MATCH (one)<-[:SUBJECT|OBJECT]-(e:Event)-[:SUBJECT|OBJECT]->(two)
WHERE two.id <> one.id
  AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
WITH DISTINCT e
MATCH (e)<-[v:REPORTS]-(s:Statement)-[w:IN_SENTENCE]->(x:Sentence)<-[y:HAS_SENTENCE]-(d:Article)
RETURN DISTINCT e, v, s, w, x, y, d
ORDER BY e.name, e.id, s.id
LIMIT $limit
