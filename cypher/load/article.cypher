UNWIND $chunks AS chunk
UNWIND chunk.rows AS row
MERGE (n:Article {id: row.id})
SET n.name = row.name, n.headline = row.headline, n.url = row.url, n.source = row.source, n.published = row.published,
    n.lang = row.lang, n.graphbuilder_load = chunk.mark
