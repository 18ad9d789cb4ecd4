// Who is on good terms with whom, who on bad ones, and who is friend or foe of both?
// :param who => 'any'
// :param limit => 30
// returns: terms, a, b, score, events, friends_of_both, foes_of_both
// Talks and moves of troops tell no terms.
MATCH (one:Actor)-[r:AGREE|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|COERCE|ASSAULT]-(two:Actor)
WHERE one.id < two.id AND NOT one:Group AND NOT two:Group
// A name begins with a capital: "troops (Russia)" are no party beside Russia.
  AND left(one.name, 1) <> toLower(left(one.name, 1)) AND left(two.name, 1) <> toLower(left(two.name, 1))
  AND (toLower($who) = 'any' OR toLower($who) IN [toLower(one.name), toLower(two.name)])
WITH one, two, sum(r.score) AS total, count(r) AS events
ORDER BY abs(total) DESC, events DESC, one.name, two.name, one.id, two.id
LIMIT $limit
OPTIONAL MATCH (one)-[p]-(x:Actor)
WHERE x.id <> two.id AND NOT x:Group AND p.score <> 0 AND NOT type(p) IN ['CONSULT', 'MOBILIZE']
WITH one, two, total, events, x, sum(p.score) AS with_one
OPTIONAL MATCH (x)-[q]-(two)
WHERE q.score <> 0 AND NOT type(q) IN ['CONSULT', 'MOBILIZE']
WITH one, two, total, events, x, with_one, sum(q.score) AS with_two
ORDER BY x.name
WITH one, two, total, events, collect(DISTINCT CASE WHEN with_one > 0 AND with_two > 0 THEN x.name ELSE null END) AS friends,
     collect(DISTINCT CASE WHEN with_one < 0 AND with_two < 0 THEN x.name ELSE null END) AS foes
RETURN CASE WHEN total > 0 THEN 'good' WHEN total < 0 THEN 'bad' ELSE 'mixed' END AS terms, one.name AS a, two.name AS b,
       1.0 * total / events AS score, events, friends AS friends_of_both, foes AS foes_of_both
ORDER BY abs(total) DESC, events DESC, a, b, one.id, two.id
LIMIT $limit
