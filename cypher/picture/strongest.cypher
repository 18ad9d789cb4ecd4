// Which acts are told most, with the best sentence for each?
// :param per_pair => 2
// :param limit => 12
// returns: a, acts, b
MATCH (a:Actor)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT]->(b)
WITH a, r, b, r.event_id AS event_id
MATCH (e:Event {id: event_id})
WITH a, r, b, e
ORDER BY r.n_articles DESC, r.n_statements DESC, abs(e.score) DESC, a.name, b.name, coalesce(e.date, '9999'), e.id
WITH a, b, collect(r)[0..$per_pair] AS acts, max(r.n_articles) AS articles, max(r.n_statements) AS statements
RETURN a, acts, b
ORDER BY articles DESC, statements DESC, a.name, b.name, a.id, b.id
LIMIT $limit
