"""A made-up archive: the rows of its graph, and a ledger of that size. The same ones every time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from graphbuilder.ledger import Extractor, open_ledger
from graphbuilder.lexicon import Lexicon, load_lexicon
from graphbuilder.model import EventType, Status
from graphbuilder.scale import quad, score
from graphbuilder.tables import EdgeTable, GraphRow, NodeTable, Rows, Tables

PER_ARTICLE = 10
PER_STATEMENT = 6.5
"""Relationships: sentence twice, report, both parties, the act itself, and a source every other time."""
STATUSES = (Status.OCCURRED, Status.PLANNED)


class Story:
    """A made-up archive of so many statements: everything about statement n follows from n."""

    def __init__(self, size: int, lexicon: Lexicon) -> None:
        self.size = size
        self.actors = sorted(
            {each.id: each for each in lexicon.actors.values() if each.kind.is_actor}.values(), key=str
        )
        self.verbs = sorted(lexicon.verbs.items())
        self.acts: dict[str, list[int]] = {}
        for n in range(size):
            self.acts.setdefault(str(self.verb(n)[1]), []).append(n)

    def verb(self, n: int) -> tuple[str, EventType]:
        return self.verbs[n * 7919 % len(self.verbs)]

    def pair(self, n: int) -> tuple[str, str]:
        """Two parties, some of them much more often than others."""
        one = (n * n) % (1 + n % len(self.actors))
        other = (one + 1 + n % 17) % len(self.actors)
        return self.actors[one].id, self.actors[other].id

    def status(self, n: int) -> Status:
        return STATUSES[n % 2]


def make_tables(size: int) -> Tables:
    """An archive of about so many relationships; its rows are made when they are read."""
    story = Story(int(size / PER_STATEMENT), load_lexicon())
    return Tables(tuple(node_tables(story)), tuple(edge_tables(story)))


def key(kind: str, n: int) -> str:
    """An id that looks like a content hash and costs nothing: the loader is measured, not the rows."""
    return f"{kind[:2]}{n * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF:016x}"


def node_tables(story: Story) -> Iterator[NodeTable]:
    numbers = range(story.size)
    articles = range(0, story.size, PER_ARTICLE)
    yield NodeTable("Article", Rows(sorted(articles, key=lambda n: key("article", n)), article_row))
    yield NodeTable("Sentence", Rows(sorted(numbers, key=lambda n: key("sentence", n)), sentence_row(story)))
    yield NodeTable("Statement", Rows(sorted(numbers, key=lambda n: key("statement", n)), statement_row(story)))
    yield NodeTable("Event", Rows(sorted(numbers, key=lambda n: key("event", n)), event_row(story)))
    yield NodeTable("Actor", [
        {"id": each.id, "labels": [each.kind.capitalize()], "name": each.name, "aliases": list(each.aliases),
         "wikidata": each.wikidata, "country": each.country}
        for each in sorted(story.actors, key=lambda each: each.id)
    ])  # fmt: skip


def article_row(n: int) -> GraphRow:
    return {
        "id": key("article", n), "labels": [], "name": f"Report {n}", "headline": f"Report {n} of the day",
        "url": f"https://example.org/{n}", "source": "Example Post",
        "published": f"2021-{n % 12 + 1:02}-11", "lang": "en",
    }  # fmt: skip


def sentence_row(story: Story) -> Callable[[int], GraphRow]:
    def make(n: int) -> GraphRow:
        one, other = story.pair(n)
        text = (
            f"On that day, as report {n} has it, {one} did {story.verb(n)[0]} {other}, and nobody was surprised by it."
        )
        return {
            "id": key("sentence", n), "labels": [], "name": text[:39] + "…", "index": n % PER_ARTICLE, "text": text,
            "start_char": 0, "end_char": len(text),
        }  # fmt: skip

    return make


def statement_row(story: Story) -> Callable[[int], GraphRow]:
    def make(n: int) -> GraphRow:
        (one, other), (relation, event_type) = story.pair(n), story.verb(n)
        return {
            "id": key("statement", n), "labels": [], "name": f"{one} {relation} {other}"[:60], "relation": relation,
            "relation_text": relation, "event_type": str(event_type), "status": str(story.status(n)),
            "confidence": 0.8, "rule": "active", "start_char": 0, "end_char": 9,
        }  # fmt: skip

    return make


def event_row(story: Story) -> Callable[[int], GraphRow]:
    def make(n: int) -> GraphRow:
        (one, other), (relation, event_type), of = story.pair(n), story.verb(n), quad(story.verb(n)[1])
        return {
            "id": key("event", n), "labels": [story.status(n).capitalize(), *([str(of)] if of else [])],
            "name": f"{one} {relation} {other}", "event_type": str(event_type), "status": str(story.status(n)),
            "date": f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}", "date_end": None, "date_precision": "day",
            "score": score(event_type), "n_statements": 1, "n_articles": 1, "n_sources": 1,
            "first_seen": f"2021-{n % 12 + 1:02}-11", "last_seen": None,
        }  # fmt: skip

    return make


def edge_tables(story: Story) -> Iterator[EdgeTable]:
    numbers = range(story.size)

    def link(
        name: str, start: str, end: str, keys: list[int] | range, ends: Callable[[int], tuple[str, str]]
    ) -> EdgeTable:
        return EdgeTable(
            name, start, end, Rows(sorted(keys, key=ends), lambda n: dict(zip(("from", "to"), ends(n), strict=True)))
        )

    yield link(
        "HAS_SENTENCE",
        "Article",
        "Sentence",
        numbers,
        lambda n: (key("article", n - n % PER_ARTICLE), key("sentence", n)),
    )
    yield link("IN_SENTENCE", "Statement", "Sentence", numbers, lambda n: (key("statement", n), key("sentence", n)))
    yield link("REPORTS", "Statement", "Event", numbers, lambda n: (key("statement", n), key("event", n)))
    yield link(
        "SAID", "Actor", "Statement", range(0, story.size, 2), lambda n: (story.pair(n + 1)[0], key("statement", n))
    )
    yield link("SUBJECT", "Event", "Actor", numbers, lambda n: (key("event", n), story.pair(n)[0]))
    yield link("OBJECT", "Event", "Actor", numbers, lambda n: (key("event", n), story.pair(n)[1]))
    for name in sorted(story.acts):
        yield EdgeTable(
            name,
            "Actor",
            "Actor",
            Rows(sorted(story.acts[name], key=lambda n: (*story.pair(n), key("event", n))), act_row(story)),
        )


def act_row(story: Story) -> Callable[[int], GraphRow]:
    def make(n: int) -> GraphRow:
        (one, other), (relation, event_type) = story.pair(n), story.verb(n)
        return {
            "from": one, "to": other, "event_id": key("event", n), "relation": relation,
            "status": str(story.status(n)), "date": f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}",
            "score": score(event_type), "n_articles": 1,
        }  # fmt: skip

    return make


def write_ledger(path: Path, size: int) -> None:
    """A ledger with about as many articles, sentences and statements as the graph of `make_tables` follows from."""
    story = Story(int(size / PER_STATEMENT), load_lexicon())
    with open_ledger(path) as ledger:
        ledger.start_run(Extractor("0", "bench", "none", "0"))
    sentence, statement, said = sentence_row(story), statement_row(story), []
    with closing(sqlite3.connect(path)) as connection, connection:
        for n in range(story.size):
            if n % PER_ARTICLE == 0:
                _insert(connection, "articles", [_article(n, said)])
                said.clear()
            row = sentence(n)
            said.append(str(row["text"]))
            place = {"article_id": key("article", n - n % PER_ARTICLE), "position": n % PER_ARTICLE}
            named = {name: row[name] for name in ("id", "start_char", "end_char", "text")}
            _insert(connection, "sentences", [{**place, **named, "number": n % PER_ARTICLE}])
            _insert(connection, "statements", [{**place, **_stated(story, n, statement(n))}])


def _article(n: int, said: Iterable[str]) -> dict[str, object]:
    return {"id": key("article", n), "content_hash": key("hash", n), "run_id": 1, "text": " ".join(said)}


def _stated(story: Story, n: int, row: GraphRow) -> dict[str, object]:
    one, other = story.pair(n)
    kept = ("id", "start_char", "end_char", "relation", "relation_text", "event_type", "status", "confidence", "rule")
    parties = {
        "subject_id": one, "subject": one, "subject_kind": "state", "subject_text": one,
        "object_id": other, "object": other, "object_kind": "state", "object_text": other,
    }  # fmt: skip
    return {name: row[name] for name in kept} | parties | {"sentence_id": key("sentence", n), "symmetric": 0}


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    names = ", ".join(rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", rows)
