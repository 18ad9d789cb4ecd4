// Edges of an earlier load. What carries no mark of a load is not ours and stays.
MATCH ()-[r]->()
WHERE r.graphbuilder_load <> $load AND type(r) IN $names
WITH r LIMIT $batch
DELETE r
RETURN count(*) AS n
