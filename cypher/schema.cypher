// What every graph has: one id per node, indexes for looking things up by date and name, full text over names and sentences.
// The constraints are made before the first node, the indexes after a load's last one. One text for every engine:
// uniqueness only, one label and one property an index. GraphbuilderLoad is the loader's own note of its last load.
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sentence_id IF NOT EXISTS FOR (n:Sentence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphbuilder_load_id IF NOT EXISTS FOR (n:GraphbuilderLoad) REQUIRE n.id IS UNIQUE;
CREATE INDEX event_date IF NOT EXISTS FOR (n:Event) ON (n.date);
CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name);
CREATE INDEX thing_name IF NOT EXISTS FOR (n:Thing) ON (n.name);
CREATE FULLTEXT INDEX sentence_words IF NOT EXISTS FOR (n:Sentence) ON EACH [n.text];
CREATE FULLTEXT INDEX actor_words IF NOT EXISTS FOR (n:Actor) ON EACH [n.name];
CREATE FULLTEXT INDEX actor_alias_words IF NOT EXISTS FOR (n:Actor) ON EACH [n.aliases];
CREATE FULLTEXT INDEX thing_words IF NOT EXISTS FOR (n:Thing) ON EACH [n.name]
