// Who does what to whom, and how often is it told?
// :param event_type => 'any'
// :param since => ''
// :param limit => 50
// returns: subject, relation, object, event_type, status, date, statements, articles
MATCH (a)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|RELATION|OTHER]->(b)
WHERE (a:Actor OR a:Thing) AND (type(r) = toUpper($event_type) OR toLower($event_type) = 'any' AND type(r) <> 'RELATION')
  AND coalesce(r.date, '9999') >= $since
WITH a, r, b, r.event_id AS event_id
MATCH (e:Event {id: event_id})
RETURN a.name AS subject, r.relation AS relation, b.name AS object, type(r) AS event_type, r.status AS status,
       r.date AS date, e.n_statements AS statements, r.n_articles AS articles
ORDER BY articles DESC, statements DESC, subject, object, event_type, status, coalesce(date, '9999'), e.id, a.id, b.id
LIMIT $limit
