// The nodes of sentence.cypher into a graph that has none of this label yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
CREATE (n:Sentence {id: row.id, name: row.name, index: row.index, text: row.text, start_char: row.start_char,
  end_char: row.end_char, graphbuilder_load: chunk.mark})
