// Who promised what, and was the promise kept or broken?
// :param limit => 50
// returns: promised_by, promised_to, promise, promised_on, sentence, article, outcome, followed_by, followed_in
MATCH (g:Event)<-[:REPORTS]-(p:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
WHERE p.event_type = 'AGREE' AND p.status = 'occurred'
MATCH (g)-[:SUBJECT]->(giver:Actor)-[:SAID]->(s:Statement)-[:IN_SENTENCE]->(x)
MATCH (s)-[:REPORTS]->(e:Event)
WHERE s.status = 'planned'
OPTIONAL MATCH (g)-[:OBJECT]->(taker:Actor)
WITH giver, e, g, x, d, taker
ORDER BY d.published, d.id, x.start_char, taker.name
WITH giver, e, collect(DISTINCT taker.name) AS takers, head(collect(x.text)) AS sentence, head(collect(d.id)) AS article,
     min(coalesce(g.date, d.published, '')) AS promised_on
// What was done since, or said not to be done: the same kind of act, of the same doer or his state, to the same.
MATCH (e)-[:SUBJECT]->(doer:Actor)
OPTIONAL MATCH (e)-[:OBJECT]->(to)<-[:OBJECT]-(f:Event)-[:SUBJECT]->(c:Actor)
WHERE f.event_type = e.event_type AND f.status IN ['occurred', 'negated'] AND coalesce(f.date, f.last_seen, '') >= promised_on
  AND (c.id = doer.id OR doer:Person AND c:State AND c.country = doer.country)
OPTIONAL MATCH (f)<-[:REPORTS]-(t:Statement)-[:IN_SENTENCE]->(:Sentence)<-[:HAS_SENTENCE]-(h:Article)
WHERE t.status = f.status
WITH giver, e, takers, sentence, article, promised_on, f, h
ORDER BY coalesce(f.date, f.first_seen, '9999'), f.name, f.id, h.published, h.id
WITH giver, e, takers, sentence, article, promised_on, collect(DISTINCT f.status) AS found,
     collect(DISTINCT f.name) AS followed_by, collect(DISTINCT h.id) AS followed_in
RETURN giver.name AS promised_by, takers AS promised_to, e.name AS promise, promised_on, sentence, article,
       CASE WHEN size(found) = 2 THEN 'disputed' WHEN 'occurred' IN found OR e.outcome = 'held' THEN 'kept'
            WHEN 'negated' IN found OR e.outcome IN ['cancelled', 'denied'] THEN 'broken' ELSE 'open' END AS outcome,
       followed_by, followed_in
ORDER BY promised_on, promised_by, promise, e.id, giver.id
LIMIT $limit
