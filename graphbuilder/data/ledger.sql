-- The ledger of a workspace: every article read, and what it gave. Read by graphbuilder/ledger.py.
-- application_id marks the file as ours ("grbl"); user_version is the version of this schema.
BEGIN IMMEDIATE;

PRAGMA application_id = 1735549548;
PRAGMA user_version = 2;

CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY,
    extractor TEXT NOT NULL,
    package TEXT NOT NULL,
    rules TEXT NOT NULL,
    model TEXT NOT NULL,
    model_version TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    added INTEGER NOT NULL DEFAULT 0,
    replaced INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    changes TEXT
);

CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY,
    content_hash TEXT NOT NULL,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    text TEXT NOT NULL,
    title TEXT,
    published TEXT,
    source TEXT,
    url TEXT,
    author TEXT,
    lang TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_by_run ON articles (run_id);

-- What tells copies of one report: see graphbuilder/sources.py.
CREATE TABLE IF NOT EXISTS signatures (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    signature TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS dropped (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL CHECK (end_char >= start_char),
    reason TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sentences (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL CHECK (end_char >= start_char),
    text TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS actors (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    aliases TEXT NOT NULL,
    wikidata TEXT,
    country TEXT,
    PRIMARY KEY (article_id, position),
    UNIQUE (article_id, id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS statements (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    sentence_id TEXT NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL CHECK (end_char >= start_char),
    subject_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_text TEXT,
    relation TEXT NOT NULL,
    relation_text TEXT NOT NULL,
    event_type TEXT NOT NULL,
    object_id TEXT NOT NULL,
    object TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_text TEXT,
    symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
    status TEXT NOT NULL,
    speaker_id TEXT,
    speaker TEXT,
    speaker_kind TEXT,
    speaker_text TEXT,
    via TEXT,
    date TEXT,
    date_end TEXT,
    date_precision TEXT,
    condition_id TEXT REFERENCES statements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    confidence REAL NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS statements_by_sentence ON statements (sentence_id);
CREATE INDEX IF NOT EXISTS statements_by_condition ON statements (condition_id);

COMMIT;
