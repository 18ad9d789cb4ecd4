UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MERGE (n:Thing {id: row.id})
REMOVE n:Theme:Place
SET n.name = row.name, n.aliases = row.aliases, n.graphbuilder_load = chunk.mark
FOREACH (one IN CASE WHEN 'Theme' IN row.labels THEN [1] ELSE [] END | SET n:Theme)
FOREACH (one IN CASE WHEN 'Place' IN row.labels THEN [1] ELSE [] END | SET n:Place)
