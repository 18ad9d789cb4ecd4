// Nodes of an earlier load. What carries no mark of a load is not ours and stays.
MATCH (n)
WHERE n.graphbuilder_load <> $load AND any(label IN labels(n) WHERE label IN $names)
WITH n LIMIT $batch
DETACH DELETE n
RETURN count(*) AS n
