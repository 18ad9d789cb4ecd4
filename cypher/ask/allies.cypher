// Who is on good terms with whom, and who on bad ones?
// :param limit => 50
// returns: terms, a, b, score, events
MATCH (one:Actor)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|OTHER]-(two:Actor)
WHERE one.id < two.id
WITH one, two, sum(r.score) AS total, count(r) AS events
RETURN CASE WHEN total > 0 THEN 'good' WHEN total < 0 THEN 'bad' ELSE 'neither' END AS terms,
       one.name AS a, two.name AS b, 1.0 * total / events AS score, events
ORDER BY score DESC, events DESC, a, b, one.id, two.id
LIMIT $limit
