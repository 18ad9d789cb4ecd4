// Who does what to whom, and how often is it told?
// :param event_type => 'any'
// :param since => ''
// :param limit => 40
// returns: a, r, b
MATCH (a:Actor)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|RELATION|OTHER]->(b)
WHERE (type(r) = toUpper($event_type) OR toLower($event_type) = 'any' AND type(r) <> 'RELATION')
  AND coalesce(r.date, '9999') >= $since
RETURN a, r, b
ORDER BY r.n_articles DESC, abs(r.score) DESC, r.event_id, a.id, b.id
LIMIT $limit
