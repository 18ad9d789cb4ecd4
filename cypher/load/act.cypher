// An edge between two parties, one for each event. FROM_LABEL, EDGE_TYPE and TO_LABEL are filled in from the closed lists.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MATCH (a:FROM_LABEL {id: row.from})
MATCH (b:TO_LABEL {id: row.to})
MERGE (a)-[r:EDGE_TYPE {event_id: row.event_id}]->(b)
SET r.relation = row.relation, r.status = row.status, r.date = row.date, r.score = row.score,
    r.n_statements = row.n_statements, r.n_articles = row.n_articles, r.graphbuilder_load = chunk.mark
