// Who threatened whom, and what followed?
// :param limit => 50
// returns: threatened_by, threatened, threats, first_on, sentence, article, followed_by, followed_on, days
MATCH (a:Actor)<-[:SUBJECT]-(t:Event)-[:OBJECT]->(b:Actor)
WHERE t.event_type = 'THREATEN' AND t.status = 'occurred'
MATCH (t)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
WITH a, b, t, s, x, d
ORDER BY coalesce(t.date, d.published, '9999'), d.id, s.start_char, s.id
WITH a, b, count(DISTINCT t) AS threats, min(coalesce(t.date, d.published)) AS first_on,
     head(collect(x.text)) AS sentence, head(collect(d.id)) AS article
// A person's threat is carried out by his state, too.
OPTIONAL MATCH (b)<-[:OBJECT]-(f:Event)-[:SUBJECT]->(c:Actor)
WHERE f.status = 'occurred' AND f.event_type IN ['SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']
  AND (c.id = a.id OR a:Person AND c:State AND c.country = a.country) AND coalesce(f.date, f.first_seen) >= first_on
WITH a, b, threats, first_on, sentence, article, f
ORDER BY coalesce(f.date, f.first_seen, '9999'), f.name, f.id
WITH a, b, threats, first_on, sentence, article, collect(DISTINCT f.name) AS followed_by,
     head(collect(coalesce(f.date, f.first_seen))) AS followed_on
RETURN a.name AS threatened_by, b.name AS threatened, threats, first_on, sentence, article, followed_by, followed_on,
       CASE WHEN size(first_on) = 10 AND size(followed_on) = 10
            THEN duration.inDays(date(first_on), date(followed_on)).days ELSE null END AS days
ORDER BY size(followed_by) = 0, coalesce(first_on, '9999'), threatened_by, threatened, a.id, b.id
LIMIT $limit
