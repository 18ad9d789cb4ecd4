MATCH ()-[r]->()
WHERE type(r) IN $names
RETURN type(r) AS name, count(*) AS n
