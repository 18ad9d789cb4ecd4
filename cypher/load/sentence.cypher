UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MERGE (n:Sentence {id: row.id})
SET n.name = row.name, n.index = row.index, n.text = row.text, n.start_char = row.start_char, n.end_char = row.end_char,
    n.graphbuilder_load = chunk.mark
