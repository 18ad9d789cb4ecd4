UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MERGE (n:Event {id: row.id})
REMOVE n:Occurred:Planned:Hypothetical:Desired:Negated:VerbalCooperation:MaterialCooperation:VerbalConflict:MaterialConflict
SET n.name = row.name, n.event_type = row.event_type, n.status = row.status, n.date = row.date,
    n.date_end = row.date_end, n.date_precision = row.date_precision, n.score = row.score,
    n.n_statements = row.n_statements, n.n_articles = row.n_articles, n.n_sources = row.n_sources,
    n.first_seen = row.first_seen, n.last_seen = row.last_seen, n.outcome = row.outcome,
    n.announced_in = row.announced_in, n.announced_on = row.announced_on, n.settled_in = row.settled_in,
    n.settled_on = row.settled_on, n.graphbuilder_load = chunk.mark
FOREACH (one IN CASE WHEN 'Occurred' IN row.labels THEN [1] ELSE [] END | SET n:Occurred)
FOREACH (one IN CASE WHEN 'Planned' IN row.labels THEN [1] ELSE [] END | SET n:Planned)
FOREACH (one IN CASE WHEN 'Hypothetical' IN row.labels THEN [1] ELSE [] END | SET n:Hypothetical)
FOREACH (one IN CASE WHEN 'Desired' IN row.labels THEN [1] ELSE [] END | SET n:Desired)
FOREACH (one IN CASE WHEN 'Negated' IN row.labels THEN [1] ELSE [] END | SET n:Negated)
FOREACH (one IN CASE WHEN 'VerbalCooperation' IN row.labels THEN [1] ELSE [] END | SET n:VerbalCooperation)
FOREACH (one IN CASE WHEN 'MaterialCooperation' IN row.labels THEN [1] ELSE [] END | SET n:MaterialCooperation)
FOREACH (one IN CASE WHEN 'VerbalConflict' IN row.labels THEN [1] ELSE [] END | SET n:VerbalConflict)
FOREACH (one IN CASE WHEN 'MaterialConflict' IN row.labels THEN [1] ELSE [] END | SET n:MaterialConflict)
