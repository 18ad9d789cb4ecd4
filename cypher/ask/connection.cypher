// How are two parties connected, over as few events as possible?
// :param a => 'Germany'
// :param b => 'Joe Biden'
// :param limit => 10
// returns: events, path, sentences
MATCH (one)
WHERE (one:Actor OR one:Thing)
  AND (toLower(one.name) = toLower($a) OR any(alias IN coalesce(one.aliases, []) WHERE toLower(alias) = toLower($a)))
CALL (one) {
  MATCH (two)
  WHERE (two:Actor OR two:Thing) AND two.id <> one.id
    AND (toLower(two.name) = toLower($b) OR any(alias IN coalesce(two.aliases, []) WHERE toLower(alias) = toLower($b)))
  RETURN two
}
MATCH p = allShortestPaths((one)-[:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|
  THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT|STATEMENT|RELATION|OTHER*..4]-(two))
WITH DISTINCT [n IN nodes(p) | n.id] AS stations, [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | r.event_id] AS ids
UNWIND range(0, size(ids) - 1) AS i
WITH stations, names, ids, i, ids[i] AS id
MATCH (e:Event {id: id})
OPTIONAL MATCH (e)<-[:REPORTS]-(s:Statement)-[:IN_SENTENCE]->(x:Sentence)
WHERE s.status = e.status
WITH stations, names, ids, i, e, s, x
ORDER BY s.confidence DESC, s.id
WITH stations, names, ids, i, e, coalesce(head(collect(x.text)), '') AS sentence
// Of the events between two stations the one that most articles tell.
ORDER BY e.n_articles DESC, e.n_statements DESC, e.name, e.id
WITH stations, names, size(ids) AS events, i, head(collect(e.name)) AS act, head(collect(sentence)) AS sentence
ORDER BY i
WITH stations, names, events, collect(act) AS acts, collect(sentence) AS sentences
WITH events, stations, sentences,
     reduce(path = [names[0]], i IN range(0, events - 1) | path + [acts[i], names[i + 1]]) AS path
RETURN events, path, sentences
ORDER BY events, path, stations
LIMIT $limit
