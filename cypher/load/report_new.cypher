// The edges of report.cypher into a graph that has none of this type yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MATCH (a:FROM_LABEL {id: row.from})
MATCH (b:TO_LABEL {id: row.to})
CREATE (a)-[r:EDGE_TYPE {joined_by: row.joined_by, joined_to: row.joined_to, graphbuilder_load: chunk.mark}]->(b)
