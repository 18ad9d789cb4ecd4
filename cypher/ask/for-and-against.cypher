// Who stands for and who against an actor or a theme?
// :param about => 'Ukraine'
// :param limit => 50
// returns: stand, actor, score, events, acts, about, sentence, article
MATCH (a:Actor)-[r:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|OTHER]->(x)
// "(re Ukraine)" tells the topic of the article, not that the thing is Ukraine's.
WHERE (toLower(x.name) = toLower($about) OR any(alias IN coalesce(x.aliases, []) WHERE toLower(alias) = toLower($about))
   OR (x:Thing AND toLower(split(x.name, ' (re ')[0]) CONTAINS toLower($about)))
  AND r.score <> 0 AND NOT type(r) IN ['CONSULT', 'MOBILIZE'] AND a.id <> x.id
WITH a, r, x
ORDER BY x.name, x.id
WITH a, r.event_id AS event_id, r.score AS score, collect(DISTINCT x.name) AS names, min(r.relation) AS act
MATCH (e:Event {id: event_id})<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(t:Sentence)<-[:HAS_SENTENCE]-(d:Article)
WITH a, e, score, names, act, s, t, d
ORDER BY s.confidence DESC, d.id, s.start_char, s.id
WITH a, e, score, names, act, head(collect(t.text)) AS sentence, head(collect(d.id)) AS article
ORDER BY abs(score) DESC, e.n_articles DESC, act, e.id
WITH a, count(e) AS events, sum(score) AS total, collect(DISTINCT act) AS acts, collect(names) AS lists,
     head(collect(sentence)) AS sentence, head(collect(article)) AS article
RETURN CASE WHEN total > 0 THEN 'for' WHEN total < 0 THEN 'against' ELSE 'both' END AS stand,
       a.name AS actor, 1.0 * total / events AS score, events, acts,
       reduce(about = [], names IN lists | about + [name IN names WHERE NOT name IN about]) AS about, sentence, article
ORDER BY total DESC, actor, a.id
LIMIT $limit
