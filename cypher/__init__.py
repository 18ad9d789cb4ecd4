"""Cypher as files: the schema, the writes of the loader, and the questions."""
