UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MERGE (n:Actor {id: row.id})
REMOVE n:Person:State:Organization:Group
SET n.name = row.name, n.aliases = row.aliases, n.wikidata = row.wikidata, n.country = row.country, n.graphbuilder_load = chunk.mark
FOREACH (one IN CASE WHEN 'Person' IN row.labels THEN [1] ELSE [] END | SET n:Person)
FOREACH (one IN CASE WHEN 'State' IN row.labels THEN [1] ELSE [] END | SET n:State)
FOREACH (one IN CASE WHEN 'Organization' IN row.labels THEN [1] ELSE [] END | SET n:Organization)
FOREACH (one IN CASE WHEN 'Group' IN row.labels THEN [1] ELSE [] END | SET n:Group)
