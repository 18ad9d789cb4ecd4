// An edge without properties of its own. FROM_LABEL, EDGE_TYPE and TO_LABEL are filled in from the closed lists.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MATCH (a:FROM_LABEL {id: row.from})
MATCH (b:TO_LABEL {id: row.to})
MERGE (a)-[r:EDGE_TYPE]->(b)
SET r.graphbuilder_load = chunk.mark
