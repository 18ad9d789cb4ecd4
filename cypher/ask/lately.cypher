// Who deals with whom more or less than before, and who for the first time?
// :param days => 30
// :param until => ''
// :param limit => 50
// returns: a, b, lately, before, first_time, score
MATCH (d:Article)
WITH CASE WHEN $until = '' THEN max(d.published) ELSE $until END AS until
WITH until, toString(date(until) - duration({days: $days})) AS since
MATCH (x:Actor)<-[:SUBJECT]-(e:Event)-[:OBJECT]->(y:Actor)
// A name begins with a capital: "troops (Russia)" are no party beside Russia.
WHERE NOT x:Group AND NOT y:Group AND left(x.name, 1) <> toLower(left(x.name, 1))
  AND left(y.name, 1) <> toLower(left(y.name, 1)) AND NOT e.event_type IN ['RELATION', 'STATEMENT'] AND e.status IN ['occurred', 'planned']
  AND e.first_seen <= until
WITH e, e.first_seen > since AS is_late, e.first_seen <= since AND
     e.first_seen > toString(date(since) - duration({days: $days})) AS is_before,
     CASE WHEN x.id < y.id THEN x ELSE y END AS one, CASE WHEN x.id < y.id THEN y ELSE x END AS two
WITH one, two, sum(CASE WHEN is_late THEN 1 ELSE 0 END) AS lately, sum(CASE WHEN is_before THEN 1 ELSE 0 END) AS before,
     count(e) AS ever, sum(CASE WHEN is_late THEN e.score ELSE 0 END) AS total
WHERE lately > 0 OR before > 0
RETURN one.name AS a, two.name AS b, lately, before, ever = lately AS first_time,
       CASE WHEN lately > 0 THEN 1.0 * total / lately ELSE null END AS score
ORDER BY lately DESC, before DESC, a, b, one.id, two.id
LIMIT $limit
