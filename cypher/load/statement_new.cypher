// The nodes of statement.cypher into a graph that has none of this label yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
CREATE (n:Statement {id: row.id, name: row.name, relation: row.relation, relation_text: row.relation_text,
  event_type: row.event_type, status: row.status, confidence: row.confidence, rule: row.rule,
  start_char: row.start_char, end_char: row.end_char, graphbuilder_load: chunk.mark})
