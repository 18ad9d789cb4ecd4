-- What users decided about actors and statements. Read by graphbuilder/ledger_judgements.py; a ledger may be older than this.
CREATE TABLE IF NOT EXISTS judgements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    verdict TEXT NOT NULL CHECK (verdict IN ('merge', 'split', 'reject')),
    about TEXT NOT NULL,
    spots TEXT NOT NULL,
    reason TEXT,
    made TEXT NOT NULL
);
