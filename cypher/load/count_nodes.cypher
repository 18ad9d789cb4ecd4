MATCH (n)
UNWIND labels(n) AS name
WITH name
WHERE name IN $names
RETURN name, count(*) AS n
