// Who said what about an actor or a theme?
// :param about => 'Ukraine'
// :param limit => 50
// returns: speaker, statement, status, sentence, article, published
MATCH (who:Actor)-[:SAID]->(s:Statement)-[:REPORTS]->(e:Event)-[:SUBJECT|OBJECT]->(p)
WHERE toLower(p.name) = toLower($about) OR any(alias IN coalesce(p.aliases, []) WHERE toLower(alias) = toLower($about))
   OR (p:Thing AND toLower(split(p.name, ' (re ')[0]) CONTAINS toLower($about))
MATCH (s)-[:IN_SENTENCE]->(x:Sentence)<-[:HAS_SENTENCE]-(d:Article)
WITH DISTINCT who, s, x, d
RETURN who.name AS speaker, s.name AS statement, s.status AS status, x.text AS sentence, d.id AS article,
       d.published AS published
ORDER BY speaker, published, article, s.start_char, statement, s.id, who.id
LIMIT $limit
