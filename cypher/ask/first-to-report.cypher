// Who was first to report, who followed how many days later, and how many sources are independent?
// :param limit => 50
// returns: event, date, articles, sources, first_in, first_source, first_on, then_in, then_source, days
MATCH (e:Event)<-[:REPORTS]-(:Statement)-[:IN_SENTENCE]->(:Sentence)<-[:HAS_SENTENCE]-(d:Article)
WHERE e.n_articles > 1 AND e.event_type <> 'RELATION' AND d.published IS NOT NULL
WITH DISTINCT e, d
ORDER BY d.published, d.id
WITH e, collect(d.id) AS told_in, collect(coalesce(d.source, '')) AS told_by, collect(d.published) AS told_on
WHERE size(told_in) > 1
UNWIND range(1, size(told_in) - 1) AS i
RETURN e.name AS event, e.date AS date, e.n_articles AS articles, e.n_sources AS sources,
       told_in[0] AS first_in, told_by[0] AS first_source, told_on[0] AS first_on,
       told_in[i] AS then_in, told_by[i] AS then_source, duration.inDays(date(told_on[0]), date(told_on[i])).days AS days
ORDER BY sources DESC, articles DESC, event, e.id, i
LIMIT $limit
