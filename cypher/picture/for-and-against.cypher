// Who stands for and who against an actor or a theme?
// :param about => 'Ukraine'
// :param limit => 60
// returns: a, r, x
MATCH (a:Actor)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|OTHER]->(x)
WHERE toLower(x.name) = toLower($about) OR any(alias IN coalesce(x.aliases, []) WHERE toLower(alias) = toLower($about))
   OR (x:Thing AND toLower(split(x.name, ' (re ')[0]) CONTAINS toLower($about))
RETURN a, r, x
ORDER BY abs(r.score) DESC, r.event_id, a.id, x.id
LIMIT $limit
