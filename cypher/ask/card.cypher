// Who is this, and with whom does it deal?
// :param who => 'Joe Biden'
// :param limit => 10
// returns: name, kind, aliases, wikidata, country, events, partners, first_seen, last_seen
MATCH (a:Actor)
WHERE toLower(a.name) = toLower($who) OR any(alias IN coalesce(a.aliases, []) WHERE toLower(alias) = toLower($who))
OPTIONAL MATCH (a)<-[:SUBJECT|OBJECT]-(e:Event)
OPTIONAL MATCH (e)-[:SUBJECT|OBJECT]->(other)
WHERE other.id <> a.id
WITH a, other, count(DISTINCT e) AS shared
ORDER BY shared DESC, other.name
WITH a, collect(other.name) AS others
OPTIONAL MATCH (a)<-[:SUBJECT|OBJECT]-(e:Event)
WITH a, others, count(DISTINCT e) AS events, min(e.first_seen) AS first_seen, max(e.last_seen) AS last_seen
RETURN a.name AS name, head([label IN labels(a) WHERE label <> 'Actor']) AS kind, a.aliases AS aliases,
       a.wikidata AS wikidata, a.country AS country, events, others[0..10] AS partners, first_seen, last_seen
ORDER BY name, a.id
LIMIT $limit
