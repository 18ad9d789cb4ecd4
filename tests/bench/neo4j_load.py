"""How fast a load into Neo4j is, held against a bare driver loop that creates the same rows in the same run.

    python tests/bench/neo4j_load.py --relationships 1000000

Takes the server of NEO4J_TEST_URI (with NEO4J_TEST_USER, NEO4J_TEST_PASSWORD; it is emptied, so it must hold nothing
or NEO4J_TEST_WIPE must be 1), else a local one of its own. Every leg starts from an empty database. The rows are made
from the package's own vocabulary, the same ones every time. One JSON object on stdout.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import neo4j

from graphbuilder.lexicon import Lexicon, load_lexicon
from graphbuilder.model import EventType, Status
from graphbuilder.scale import quad, score
from graphbuilder.server import local_server
from graphbuilder.store import Store, open_neo4j
from graphbuilder.store.base import Progress
from graphbuilder.store.neo4j import Connection
from graphbuilder.store.texts import schema_statements
from graphbuilder.tables import EdgeTable, GraphRow, NodeTable, Rows, Tables

PER_ARTICLE = 10
PER_STATEMENT = 6.5
"""Relationships: sentence twice, report, both parties, the act itself, and a source every other time."""
BATCH = 5_000
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


def create_bare(server: Connection, tables: Tables) -> None:
    """What one writes by hand: uniqueness constraints, then UNWIND and CREATE, rows of one label set at a time."""
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        for statement in schema_statements():
            if "CONSTRAINT" in statement:
                session.execute_write(lambda tx, text=statement: tx.run(text).consume())
        for text, rows in bare_statements(tables):
            for batch in batched(rows):
                session.execute_write(lambda tx, text=text, batch=batch: tx.run(text, rows=batch).consume())


def bare_statements(tables: Tables) -> Iterator[tuple[str, Iterator[GraphRow]]]:
    for table in tables.nodes:
        ordered = sorted(range(len(table.rows)), key=lambda n, rows=table.rows: str(rows[n]["labels"]))
        rows = map(table.rows.__getitem__, ordered)
        for labels, group in groupby(rows, key=lambda row: ":".join((table.label, *row["labels"]))):
            values = ", ".join(f"{name}: row.{name}" for name in table.rows[0] if name != "labels")
            yield f"UNWIND $rows AS row CREATE (n:{labels} {{{values}}})", group
    for table in tables.edges:
        values = ", ".join(f"{name}: row.{name}" for name in table.rows[0] if name not in ("from", "to"))
        ends = f"MATCH (a:{table.from_label} {{id: row.from}}) MATCH (b:{table.to_label} {{id: row.to}})"
        yield f"UNWIND $rows AS row {ends} CREATE (a)-[r:{table.type} {{{values}}}]->(b)", iter(table.rows)


def batched(rows: Iterator[GraphRow]) -> Iterator[list[GraphRow]]:
    batch: list[GraphRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@contextmanager
def find_server() -> Iterator[Connection]:
    """The server of NEO4J_TEST_URI, or a local one while the block runs."""
    if uri := os.environ.get("NEO4J_TEST_URI"):
        yield Connection(uri, os.environ.get("NEO4J_TEST_USER", "neo4j"), os.environ.get("NEO4J_TEST_PASSWORD", ""))
        return
    with tempfile.TemporaryDirectory() as home, local_server(Path(home)) as local:
        yield Connection(local.uri, local.user, local.password)


def empty(server: Connection) -> None:
    """Take everything away: relationships and nodes in batches, then constraints and indexes."""
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        for found in ("()-[x]->()", "(x)"):
            session.run(f"MATCH {found} CALL (x) {{ DELETE x }} IN TRANSACTIONS OF 10000 ROWS").consume()
        for kind, others in (("CONSTRAINT", ""), ("INDEXE", " WHERE type <> 'LOOKUP'")):
            names = session.run(f"SHOW {kind}S YIELD name, type{others} RETURN name").value()
            for name in names:
                session.run(f"DROP {kind.removesuffix('E')} {name}").consume()


def show(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done:>9,} of {total:,}")


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of this process's CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - cpu


def measure(server: Connection, tables: Tables, on_progress: Progress) -> dict[str, object]:
    """Bare loop, first load, unchanged reload, one changed row."""
    rows = tables.n_nodes + tables.n_edges
    empty(server)
    bare, bare_cpu = timed(lambda: create_bare(server, tables))
    empty(server)
    store = open_neo4j(server.uri, server.user, server.password)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first, first_cpu = timed(lambda: store.load(tables, on_progress=on_progress))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    again, _ = timed(lambda: store.load(tables))
    changed = changed_seconds(store, tables)
    counts = store.counts()
    store.close()
    assert sum(counts.values()) == rows, counts
    return {
        "nodes": tables.n_nodes, "relationships": tables.n_edges, "bare_seconds": round(bare, 1),
        "load_seconds": round(first, 1), "bare_rows_per_second": round(rows / bare),
        "load_rows_per_second": round(rows / first), "rate_against_bare": round(bare / first, 3),
        "bare_cpu_seconds": round(bare_cpu, 1), "load_cpu_seconds": round(first_cpu, 1),
        "unchanged_seconds": round(again, 2), "unchanged_share": round(again / first, 4),
        "one_row_changed_seconds": round(changed, 2), "client_mb": before // 1024, "client_grown_mb": grown // 1024,
    }  # fmt: skip


def changed_seconds(store: Store, tables: Tables) -> float:
    """How long it takes to load the tables with the last article under another name."""
    *rows, last = tables.nodes[0].rows
    changed = NodeTable("Article", [*rows, last | {"headline": "Another headline"}])
    return timed(lambda: store.load(Tables((changed, *tables.nodes[1:]), tables.edges)))[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--relationships", type=int, default=100_000)
    size = parser.parse_args().relationships
    with find_server() as server:
        held = open_neo4j(server.uri, server.user, server.password).counts()
        if held and os.environ.get("NEO4J_TEST_WIPE") != "1":
            sys.exit(f"{server.uri} holds a graph, and this empties it. Set NEO4J_TEST_WIPE=1 if that is meant.")
        result = measure(server, make_tables(size), show if sys.stderr.isatty() else lambda _, __: None)
    sys.stdout.write(f"{json.dumps(result, indent=2)}\n")


if __name__ == "__main__":
    main()
