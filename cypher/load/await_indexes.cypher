// Until the indexes of schema.cypher can be used.
CALL db.awaitIndexes(600)
