// Who appears, in how many events, and how often as a source?
// :param limit => 100
// returns: name, kind, events, statements_said, wikidata, id
MATCH (a:Actor)
OPTIONAL MATCH (a)<-[:SUBJECT|OBJECT]-(e:Event)
WITH a, count(DISTINCT e) AS events
OPTIONAL MATCH (a)-[:SAID]->(s:Statement)
WITH a, events, count(DISTINCT s) AS statements_said
RETURN a.name AS name, toLower(head([label IN labels(a) WHERE label <> 'Actor'])) AS kind, events, statements_said,
       a.wikidata AS wikidata, a.id AS id
ORDER BY events DESC, statements_said DESC, name, a.id
LIMIT $limit
