// Whether some node of a label has a property.
MATCH (n:NODE_LABEL)
WHERE n[$property] IS NOT NULL
RETURN 1 AS one
LIMIT 1
