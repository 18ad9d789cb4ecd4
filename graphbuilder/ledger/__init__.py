"""The ledger of a workspace: an SQLite file that holds every article read and all that it gave.

It is the system of record; graphs are views that can be rebuilt from it. An article is written whole or not at all.
Event ids are not kept: which statements report one happening is worked out when the graph is loaded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from graphbuilder.errors import LedgerError
from graphbuilder.history import Diff, read_diff
from graphbuilder.ledger.judgements import Judged, prepare_judgements
from graphbuilder.ledger.rows import (
    Rows,
    extraction_tables,
    read_actor,
    read_article,
    read_dropped,
    read_sentence,
    read_statement,
)
from graphbuilder.lexicon import DATA
from graphbuilder.model import Article, Extraction, digest

APPLICATION = 1735549548  # "grbl": data/ledger.sql writes it into the head of the file
NONE = Diff()
VERSION = 2  # of the schema in data/ledger.sql
ANEW = "Build the articles again, into a new workspace: graphbuilder build PATH --workspace DIRECTORY"


class Change(StrEnum):
    """What recording an article did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Extractor:
    """What turned articles into statements: versions of the package, its vocabulary and the language model."""

    package: str
    rules: str
    model: str
    model_version: str

    @property
    def fingerprint(self) -> str:
        """Changes when the same article may give other statements."""
        return digest("extractor", self.package, self.rules, self.model, self.model_version)


@dataclass(frozen=True, slots=True)
class Run:
    """One build: when (ISO, UTC; `finished` is None where it was broken off) and how many articles did what."""

    id: int
    extractor: Extractor
    started: str
    finished: str | None
    added: int
    replaced: int
    unchanged: int
    failed: int
    diff: Diff = field(default_factory=Diff)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds; `actors` counts distinct ids."""

    articles: int
    sentences: int
    statements: int
    actors: int
    dropped: int
    runs: int


class Ledger(Judged):
    """An open ledger; a context manager that closes it. Made by `open_ledger`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take over a connection that `open_ledger` has prepared."""
        self._connection = connection
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _writing(self, what: str) -> Iterator[None]:
        try:
            with self._connection:
                yield
        except sqlite3.IntegrityError as error:
            message = f"{self.path}: {what} contradicts itself ({error}). Nothing was changed; report the article."
            raise LedgerError(message) from error
        except sqlite3.OperationalError as error:
            message = f"{self.path}: {what} cannot be written ({error}). Is a build running, or the disk full?"
            raise LedgerError(message) from error

    def has(self, article: Article, extractor: str) -> bool:
        """True where this very article was read by the extractor of this fingerprint: nothing is to be done."""
        query = (
            "SELECT 1 FROM articles JOIN runs ON runs.id = articles.run_id"
            " WHERE articles.id = ? AND articles.content_hash = ? AND runs.extractor = ?"
        )
        return self._connection.execute(query, (article.id, article.content_hash, extractor)).fetchone() is not None

    def record(self, extraction: Extraction, run_id: int) -> Change:
        """Write what one article gave in place of what it gave before, in one transaction.

        Raises `LedgerError` where the extraction contradicts itself (a statement without its sentence, two
        statements of one id, a condition that is not there); the ledger is then as it was.
        """
        article, extraction = extraction.article, _without_events(extraction)
        known = self.extraction(article.id)
        if self.has(article, self._fingerprint(run_id)) and known == extraction:
            return Change.UNCHANGED
        with self._writing(f"article '{article.id}'"):
            self._connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))
            for table, rows in extraction_tables(extraction, run_id):
                self._insert(table, rows)
        return Change.REPLACED if known else Change.ADDED

    def _insert(self, table: str, rows: Rows) -> None:
        first = next(rows, None)
        if first is not None:
            values = ", ".join(f":{column}" for column in first)
            insert = f"INSERT INTO {table} ({', '.join(first)}) VALUES ({values})"  # noqa: S608 - names are ours
            self._connection.executemany(insert, chain((first,), rows))

    def _fingerprint(self, run_id: int) -> str:
        row = self._connection.execute("SELECT extractor FROM runs WHERE id = ?", (run_id,)).fetchone()
        if row is None:
            raise LedgerError(f"{self.path}: there is no run {run_id}. Start one before recording.")
        return str(row["extractor"])

    def remove(self, article_id: str) -> bool:
        """Take out an article and all that it gave; False where it is not there."""
        with self._writing(f"article '{article_id}'"):
            return self._connection.execute("DELETE FROM articles WHERE id = ?", (article_id,)).rowcount > 0

    def articles(self) -> Iterator[tuple[str, str | None]]:
        """Id and title of every article, by id."""
        for row in self._connection.execute("SELECT id, title FROM articles ORDER BY id").fetchall():
            yield row["id"], row["title"]

    def extraction(self, article_id: str) -> Extraction | None:
        """All that one article gave, equal to what was recorded; None where it is not there."""
        article = self._connection.execute("SELECT * FROM articles WHERE id = ?", (article_id,)).fetchone()
        if article is None:
            return None
        sentences = {row["id"]: read_sentence(row) for row in self._of("sentences", article_id)}
        return Extraction(
            article=read_article(article),
            sentences=tuple(sentences.values()),
            statements=tuple(
                read_statement(row, sentences[row["sentence_id"]]) for row in self._of("statements", article_id)
            ),
            actors=tuple(read_actor(row) for row in self._of("actors", article_id)),
            dropped=tuple(read_dropped(row) for row in self._of("dropped", article_id)),
        )

    def _of(self, table: str, article_id: str) -> Iterable[sqlite3.Row]:
        query = f"SELECT * FROM {table} WHERE article_id = ? ORDER BY position"  # noqa: S608 - names are ours
        return self._connection.execute(query, (article_id,))

    def extractions(self) -> Iterator[Extraction]:
        """Everything recorded, one article at a time, by article id."""
        for article_id, _ in self.articles():
            extraction = self.extraction(article_id)
            if extraction is not None:  # removed by another process since
                yield extraction

    def signatures(self) -> Iterator[tuple[str, str]]:
        """Every article with the signature that tells copies of it."""
        for row in self._connection.execute("SELECT article_id, signature FROM signatures").fetchall():
            yield row["article_id"], row["signature"]

    def counts(self) -> Counts:
        """How much there is."""
        query = """
            SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM sentences),
                   (SELECT count(*) FROM statements), (SELECT count(DISTINCT id) FROM actors),
                   (SELECT count(*) FROM dropped), (SELECT count(*) FROM runs)
        """
        return Counts(*self._connection.execute(query).fetchone())

    def start_run(self, extractor: Extractor) -> int:
        """Note that a build begins; returns the run's id for `record` and `finish_run`."""
        query = "INSERT INTO runs (extractor, package, rules, model, model_version, started) VALUES (?, ?, ?, ?, ?, ?)"
        named = (extractor.package, extractor.rules, extractor.model, extractor.model_version)
        with self._writing("the run"):
            return self._connection.execute(query, (extractor.fingerprint, *named, _now())).lastrowid or 0

    def finish_run(
        self, run_id: int, *, added: int = 0, replaced: int = 0, unchanged: int = 0, failed: int = 0, diff: Diff = NONE
    ) -> None:
        """Note that a build is done, how many articles did what, and what that changed in the events."""
        query = "UPDATE runs SET finished=?, added=?, replaced=?, unchanged=?, failed=?, changes=? WHERE id=?"
        with self._writing("the run"):
            self._connection.execute(query, (_now(), added, replaced, unchanged, failed, diff.to_json(), run_id))

    def runs(self) -> Iterator[Run]:
        """Every build, oldest first."""
        for row in self._connection.execute("SELECT * FROM runs ORDER BY id").fetchall():
            extractor = Extractor(row["package"], row["rules"], row["model"], row["model_version"])
            numbers = (row["added"], row["replaced"], row["unchanged"], row["failed"])
            yield Run(row["id"], extractor, row["started"], row["finished"], *numbers, read_diff(row["changes"]))


def open_ledger(path: Path | str, *, create: bool = True) -> Ledger:
    """Open the ledger at `path`; makes it, and its folder, where there is none and `create` is true.

    Raises `LedgerError` where there is none to open, or the file is none of ours or of another version.
    """
    path = Path(path)
    if not create and not path.is_file():
        raise LedgerError(f"{path}: there is no ledger. Run `graphbuilder build PATH` first, or give --workspace.")
    try:
        return Ledger(_connect(path), path)
    except (OSError, sqlite3.DatabaseError) as error:
        message = f"{path}: this is no ledger that can be opened ({error}). Give another --workspace."
        raise LedgerError(message) from error


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=30)
    try:
        _prepare(connection, path)
    except (sqlite3.DatabaseError, LedgerError):
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.executescript((DATA / "ledger.sql").read_text(encoding="utf-8"))
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise LedgerError(f"{path}: this is no ledger but another database. Give another --workspace.")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        cure = "Upgrade graphbuilder" if version > VERSION else ANEW
        raise LedgerError(f"{path}: the ledger is of version {version}, this graphbuilder reads {VERSION}. {cure}.")
    prepare_judgements(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.row_factory = sqlite3.Row


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _without_events(extraction: Extraction) -> Extraction:
    statements = tuple(replace(statement, event_id=None) for statement in extraction.statements)
    return replace(extraction, statements=statements)
