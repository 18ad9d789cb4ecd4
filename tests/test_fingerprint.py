"""The fingerprint: another graph has another one, and the history of a ledger has no part in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graphbuilder import fingerprint as module
from graphbuilder.errors import LedgerError
from graphbuilder.fingerprint import fingerprint
from graphbuilder.ledger import Extractor, open_ledger
from graphbuilder.model import Article, Extraction

TOOLS = Extractor("0.1.0", "abc", "en_core_web_sm", "3.8.0")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of one article."""
    path = tmp_path / "a ledger?.sqlite"
    with open_ledger(path) as opened:
        opened.record(Extraction(Article("a1", "Nothing happened."), (), (), (), ()), opened.start_run(TOOLS))
    return path


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET title = 'x'",
        "UPDATE articles SET title = ''",
        "DELETE FROM articles",
        "CREATE TABLE remarks (id TEXT)",
        "INSERT INTO dropped VALUES ('a1', 0, 0, 1, 'caption', 'N')",
    ],
)
def test_whatever_the_ledger_holds_counts(ledger: Path, statement: str) -> None:
    """Any value of any table, and a table more."""
    before = fingerprint(ledger)
    assert fingerprint(ledger) == before
    change(ledger, statement)
    assert fingerprint(ledger) != before


def test_a_build_that_changed_nothing_does_not_count(ledger: Path) -> None:
    """A run is history."""
    before = fingerprint(ledger)
    with open_ledger(ledger) as opened:
        opened.start_run(TOOLS)
    assert fingerprint(ledger) == before


def test_the_program_counts(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another line of code, vocabulary or Cypher, and a file more or less."""
    seen = {fingerprint(ledger)}
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    (tmp_path / "load").mkdir()
    for name, text in (("graph.py", "a"), ("graph.py", "b"), ("states.csv", "a"), ("load/act.cypher", "a")):
        (tmp_path / name).write_text(text)
        assert fingerprint(ledger) not in seen
        seen.add(fingerprint(ledger))


def test_no_ledger(tmp_path: Path) -> None:
    """A message, and no file where none was."""
    (tmp_path / "notes").write_text("not a database, and long enough not to be taken for one" * 20)
    for name in ("notes", "nothing"):
        with pytest.raises(LedgerError, match="cannot be read"):
            fingerprint(tmp_path / name)
    assert not (tmp_path / "nothing").exists()
