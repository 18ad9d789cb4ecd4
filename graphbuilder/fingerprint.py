"""What the graph of a ledger follows from, as one hash: equal hashes mean equal graphs, without making them."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graphbuilder.errors import LedgerError

PACKAGES = ("graphbuilder", "graphbuilder.cypher")
PROGRAM = (".py", ".toml", ".csv", ".sql", ".cypher")
ROWS = 1_000
"""Read and hashed at once."""
HISTORY = ("runs",)
"""Tables that say how the ledger came to be and nothing about the graph."""


def fingerprint(ledger: Path) -> str:
    """A hash over all that the ledger at this path holds and over the whole program: code, vocabulary, Cypher."""
    state = blake2b(digest_size=16)
    for package in PACKAGES:
        for name, data in _sources(files(package)):
            state.update(marshal.dumps((package, name, data), 2))
    try:
        with closing(sqlite3.connect(ledger.resolve().as_uri() + "?mode=ro", uri=True, timeout=30)) as connection:
            for row in _rows(connection):
                state.update(row)
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{ledger}: the ledger cannot be read ({error}). Give another --workspace.") from error
    return state.hexdigest()


def _sources(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from ((f"{entry.name}/{name}", data) for name, data in _sources(entry))
        elif entry.name.endswith(PROGRAM):
            yield entry.name, entry.read_bytes()


def _rows(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Every table with its columns and rows, in one snapshot; the order is that of the file."""
    connection.execute("BEGIN")
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for name, columns in tables:
        if name not in HISTORY:
            yield marshal.dumps((name, columns), 2)
            cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 (a table that is there)
            while rows := cursor.fetchmany(ROWS):
                yield marshal.dumps(rows, 2)
