// How are two parties connected, over as few events as possible?
// :param a => 'Germany'
// :param b => 'Joe Biden'
// :param limit => 10
// returns: p
MATCH (one)
WHERE (one:Actor OR one:Thing)
  AND (toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a)))
CALL (one) {
  MATCH (two)
  WHERE (two:Actor OR two:Thing) AND two.id <> one.id
    AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
  RETURN two
}
MATCH p = allShortestPaths((one)-[:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|RELATION|OTHER*..4]-(two))
WITH p, [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | r.event_id] AS acts
RETURN p
ORDER BY length(p), ids, acts
LIMIT $limit
