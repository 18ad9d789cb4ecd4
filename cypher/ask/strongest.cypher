// Which acts are told most, with the best sentence for each?
// :param per_pair => 2
// :param limit => 8
// returns: subject, relation, object, event_type, status, date, articles, statements, sentence, article
MATCH (a:Actor)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT]->(b)
WITH a, r, b, r.event_id AS event_id
MATCH (e:Event {id: event_id})
WITH a, r, b, e, CASE WHEN 'Actor' IN labels(b) THEN 0 ELSE 1 END AS to_thing,
     CASE WHEN a.id < b.id THEN a.id + ' ' + b.id ELSE b.id + ' ' + a.id END AS pair
ORDER BY r.n_articles DESC, to_thing, r.n_statements DESC, abs(e.score) DESC, a.name, b.name, coalesce(e.date, '9999'), e.id
WITH e, collect({pair: pair, subject: a.name, relation: r.relation, object: b.name, event_type: type(r), status: r.status,
                 event: e.id, to_thing: to_thing, statements: r.n_statements, articles: r.n_articles})[0] AS first
ORDER BY first.articles DESC, first.to_thing, first.statements DESC, abs(e.score) DESC, first.subject, first.object,
         coalesce(e.date, '9999'), e.id
WITH first.pair AS pair, collect(first) AS told
UNWIND told[0..$per_pair] AS act
WITH act, act.event AS event_id
MATCH (e:Event {id: event_id})
CALL (e, act) {
  MATCH (e)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
  RETURN x.text AS sentence, d.id AS article
  ORDER BY s.status = e.status DESC, s.relation = act.relation DESC, s.confidence DESC, d.published, d.id, s.start_char, s.id
  LIMIT 1
}
RETURN act.subject AS subject, act.relation AS relation, act.object AS object, act.event_type AS event_type,
       act.status AS status, e.date AS date, act.articles AS articles, act.statements AS statements, sentence, article
ORDER BY articles DESC, act.to_thing, statements DESC, abs(e.score) DESC, subject, object, coalesce(date, '9999'), e.id
LIMIT $limit
