// Who said what about an actor or a theme?
// :param about => 'Ukraine'
// :param limit => 25
// returns: who, v, s, w, e
MATCH (who:Actor)-[v:SAID]->(s:Statement)-[w:REPORTS]->(e:Event)-[:SUBJECT|OBJECT]->(p)
WHERE toLower(p.name) = toLower($about) OR any(alias IN coalesce(p.aliases, []) WHERE toLower(alias) = toLower($about))
   OR (p:Thing AND toLower(split(p.name, ' (re ')[0]) CONTAINS toLower($about))
RETURN DISTINCT who, v, s, w, e
ORDER BY who.name, s.name, s.id, who.id, e.id
LIMIT $limit
