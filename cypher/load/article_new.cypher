// The nodes of article.cypher into a graph that has none of this label yet: nothing need be looked for.
UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
CREATE (n:Article {id: row.id, name: row.name, headline: row.headline, url: row.url, source: row.source,
  published: row.published, lang: row.lang, graphbuilder_load: chunk.mark})
