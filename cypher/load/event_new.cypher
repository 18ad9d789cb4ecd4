// The nodes of event.cypher into a graph that has none of this label yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
CREATE (n:Event {id: row.id, name: row.name, event_type: row.event_type, status: row.status, date: row.date,
  date_end: row.date_end, date_precision: row.date_precision, score: row.score, n_statements: row.n_statements,
  n_articles: row.n_articles, n_sources: row.n_sources, first_seen: row.first_seen, last_seen: row.last_seen,
  outcome: row.outcome, announced_in: row.announced_in, announced_on: row.announced_on, settled_in: row.settled_in,
  settled_on: row.settled_on,
  graphbuilder_load: chunk.mark})
SET n:$([label IN row.labels WHERE label IN ['Occurred', 'Planned', 'Hypothetical', 'Desired', 'Negated',
  'VerbalCooperation', 'MaterialCooperation', 'VerbalConflict', 'MaterialConflict']])
