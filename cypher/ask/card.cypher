// Who is this, and with whom does it deal?
// :param who => 'Joe Biden'
// :param limit => 10
// returns: name, kind, aliases, wikidata, country, offices, events, partners, latest, first_seen, last_seen
MATCH (a:Actor)
WHERE toLower(a.name) = toLower($who) OR any(alias IN coalesce(a.aliases, []) WHERE toLower(alias) = toLower($who))
OPTIONAL MATCH (a)<-[:SUBJECT|OBJECT]-(e:Event)
OPTIONAL MATCH (e)-[:SUBJECT|OBJECT]->(other)
WHERE other.id <> a.id
WITH a, other, count(DISTINCT e) AS shared
ORDER BY shared DESC, other.name
WITH a, collect(other.name) AS others
OPTIONAL MATCH (a)<-[:SUBJECT|OBJECT]-(e:Event)
WITH a, others, e
ORDER BY coalesce(e.date, e.last_seen, '') DESC, e.name, e.id
WITH a, others, count(DISTINCT e) AS events, min(e.first_seen) AS first_seen, max(e.last_seen) AS last_seen,
     collect(DISTINCT CASE WHEN e.event_type <> 'RELATION' THEN coalesce(e.date + ' ', '') + e.name ELSE null END) AS acts
OPTIONAL MATCH (a)<-[:SUBJECT]-(o:Event)-[:OBJECT]->(body:Actor)
WHERE o.event_type = 'RELATION' AND o.status = 'occurred'
OPTIONAL MATCH (o)<-[:REPORTS]-(s:Statement)
WHERE s.rule STARTS WITH 'role.'
WITH a, others, events, first_seen, last_seen, acts, s.relation + ' ' + body.name
     + coalesce(', told ' + o.first_seen + ' to ' + o.last_seen, '') AS office
ORDER BY office
WITH a, others, events, first_seen, last_seen, acts, collect(DISTINCT office) AS offices
RETURN a.name AS name, head([label IN labels(a) WHERE label <> 'Actor']) AS kind, a.aliases AS aliases,
       a.wikidata AS wikidata, a.country AS country, offices, events, others[0..10] AS partners, acts[0..10] AS latest,
       first_seen, last_seen
ORDER BY name, a.id
LIMIT $limit
