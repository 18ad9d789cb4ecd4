// The edges of act.cypher into a graph that has none of this type yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MATCH (a:FROM_LABEL {id: row.from})
MATCH (b:TO_LABEL {id: row.to})
CREATE (a)-[r:EDGE_TYPE {event_id: row.event_id, relation: row.relation, status: row.status, date: row.date,
  score: row.score, n_statements: row.n_statements, n_articles: row.n_articles, graphbuilder_load: chunk.mark}]->(b)
