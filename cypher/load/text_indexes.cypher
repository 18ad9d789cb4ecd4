// The full-text indexes of schema.cypher, as the engine knows them.
SHOW INDEXES YIELD name, type, labelsOrTypes, properties
WHERE type = 'FULLTEXT'
RETURN name, labelsOrTypes[0] AS label, properties[0] AS property
ORDER BY name
