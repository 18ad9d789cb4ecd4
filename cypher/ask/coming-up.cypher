// What is announced for the days after a given one, and does it stand?
// :param after => '2021-12-01'
// :param limit => 50
// returns: date, event, event_type, outcome, announced_by, statements, sentence, article
MATCH (e:Event)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
WHERE e.status = 'planned' AND coalesce(e.date_end, e.date) >= $after
OPTIONAL MATCH (who:Actor)-[:SAID]->(s)
WITH DISTINCT e, s, x, d, who
ORDER BY d.published, d.id, s.start_char, s.id, who.name
WITH e, collect(DISTINCT who.name) AS speakers, count(DISTINCT s) AS statements,
     head(collect(x.text)) AS sentence, head(collect(d.id)) AS article
RETURN e.date + coalesce('/' + e.date_end, '') AS date, e.name AS event, e.event_type AS event_type, e.outcome AS outcome,
       speakers AS announced_by, statements, sentence, article
ORDER BY date, event, e.id
LIMIT $limit
