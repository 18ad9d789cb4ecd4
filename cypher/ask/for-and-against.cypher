// Who stands for and who against an actor or a theme?
// :param about => 'Nord Stream 2'
// :param limit => 50
// returns: stand, actor, about, score, events, acts
MATCH (a:Actor)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|OTHER]->(x)
WHERE toLower(x.name) = toLower($about) OR any(alias IN coalesce(x.aliases, []) WHERE toLower(alias) = toLower($about))
   OR (x:Thing AND toLower(x.name) CONTAINS toLower($about))
WITH a, x, r
ORDER BY r.relation
WITH a, x, sum(r.score) AS total, count(r) AS events, collect(DISTINCT r.relation) AS acts
RETURN CASE WHEN total > 0 THEN 'for' WHEN total < 0 THEN 'against' ELSE 'neither' END AS stand,
       a.name AS actor, x.name AS about, 1.0 * total / events AS score, events, acts
ORDER BY score DESC, events DESC, actor, about, a.id, x.id
LIMIT $limit
