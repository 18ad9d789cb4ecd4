// The edge from a statement to its event, with what joined it there. FROM_LABEL, EDGE_TYPE and TO_LABEL are filled in.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MATCH (a:FROM_LABEL {id: row.from})
MATCH (b:TO_LABEL {id: row.to})
MERGE (a)-[r:EDGE_TYPE]->(b)
SET r.joined_by = row.joined_by, r.joined_to = row.joined_to, r.graphbuilder_load = chunk.mark
