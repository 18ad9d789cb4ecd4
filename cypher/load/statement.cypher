UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MERGE (n:Statement {id: row.id})
SET n.name = row.name, n.relation = row.relation, n.relation_text = row.relation_text, n.event_type = row.event_type,
    n.status = row.status, n.confidence = row.confidence, n.rule = row.rule, n.start_char = row.start_char,
    n.end_char = row.end_char, n.graphbuilder_load = chunk.mark
