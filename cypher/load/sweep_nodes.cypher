// Nodes that an earlier load wrote and the tables no longer have. What carries no mark of a load is not ours and stays;
// so does a node on which somebody else's relationship hangs.
MATCH (n:NODE_LABEL)
WHERE n.graphbuilder_load IS NOT NULL AND NOT n.graphbuilder_load IN $marks
  AND NOT EXISTS { MATCH (n)-[r]-() WHERE r.graphbuilder_load IS NULL }
WITH n LIMIT $batch
DETACH DELETE n
RETURN count(*) AS n
