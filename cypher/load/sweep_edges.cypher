// Edges that an earlier load wrote and the tables no longer have. What carries no mark of a load is not ours and stays.
MATCH ()-[r:EDGE_TYPE]->()
WHERE r.graphbuilder_load IS NOT NULL AND NOT r.graphbuilder_load IN $marks
WITH r LIMIT $batch
DELETE r
RETURN count(*) AS n
