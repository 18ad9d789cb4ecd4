// The nodes of actor.cypher into a graph that has none of this label yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
CREATE (n:Actor {id: row.id, name: row.name, aliases: row.aliases, wikidata: row.wikidata, country: row.country,
  graphbuilder_load: chunk.mark})
SET n:$([label IN row.labels WHERE label IN ['Person', 'State', 'Organization', 'Group']])
