// The nodes of thing.cypher into a graph that has none of this label yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
CREATE (n:Thing {id: row.id, name: row.name, aliases: row.aliases, graphbuilder_load: chunk.mark})
SET n:$([label IN row.labels WHERE label IN ['Theme', 'Place']])
