// How many nodes of each label: read from the counts that the engine keeps.
MATCH (n:Article) RETURN 'Article' AS name, count(n) AS n
UNION ALL
MATCH (n:Sentence) RETURN 'Sentence' AS name, count(n) AS n
UNION ALL
MATCH (n:Statement) RETURN 'Statement' AS name, count(n) AS n
UNION ALL
MATCH (n:Event) RETURN 'Event' AS name, count(n) AS n
UNION ALL
MATCH (n:Actor) RETURN 'Actor' AS name, count(n) AS n
UNION ALL
MATCH (n:Thing) RETURN 'Thing' AS name, count(n) AS n
