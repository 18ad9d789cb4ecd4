"""What a reload promises on a server: what readers see meanwhile, what is left alone, and how little is done twice."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from graphbuilder.errors import StoreError
from graphbuilder.store import Store, open_neo4j
from graphbuilder.store.neo4j import Connection
from graphbuilder.tables import EdgeTable, NodeTable, Tables

COUNT = (
    "MATCH (n:Thing) WITH n.name AS name RETURN count(CASE WHEN name STARTS WITH 'old' THEN 1 END) AS old, "
    "count(CASE WHEN name STARTS WITH 'new' THEN 1 END) AS new"
)


def chain(count: int, *, word: str = "pact", first: int = 0) -> Tables:
    """Themes in a row, each followed by the next."""
    numbers = range(first, first + count)
    rows = [{"id": f"theme/{n:05}", "labels": ["Theme"], "name": f"{word} {n}", "aliases": []} for n in numbers]
    ends = [{"from": f"theme/{n:05}", "to": f"theme/{n + 1:05}"} for n in numbers[:-1]]
    return Tables((NodeTable("Thing", rows),), (EdgeTable("SUBJECT", "Thing", "Thing", ends),))


@contextmanager
def watching(server: Connection, query: str) -> Iterator[list[dict[str, int]]]:
    """What another connection sees, again and again, while the block runs."""
    seen, done = [], threading.Event()

    def watch() -> None:
        with closing(open_neo4j(server.uri, server.user, server.password)) as reader:
            while not done.is_set():
                seen.extend(reader.run(query))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


@pytest.mark.parametrize("batch", [500, 5_000])
def test_a_reader_never_finds_less_than_a_graph(
    batch: int, neo4j_server: Connection, neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every answer holds all of the old graph or all of the new one, in many transactions or few."""
    monkeypatch.setattr("graphbuilder.store.chunks.BATCH", batch)
    monkeypatch.setattr("graphbuilder.store.neo4j_load.SWEEP", batch)
    neo4j_store.load(chain(2_000, word="old"))
    with watching(neo4j_server, COUNT) as seen:
        neo4j_store.load(chain(3_000, word="new", first=5_000))
    assert all(each["old"] == 2_000 or each["new"] == 3_000 for each in seen)
    assert len({(each["old"], each["new"]) for each in seen}) > 2


def test_an_unchanged_graph_is_not_written(neo4j_store: Store) -> None:
    """The server counts no change, and nothing is told of progress."""
    neo4j_store.load(chain(300))
    report = neo4j_store.load(chain(300), on_progress=lambda _, __: pytest.fail("rows were sent"))
    assert (report.changes, report.counts) == ({}, {"Thing": 300, "SUBJECT": 299})


def test_a_report_tells_what_the_server_did(neo4j_store: Store) -> None:
    """By the server's own counters."""
    made = neo4j_store.load(chain(30)).changes
    assert (made["nodes_created"], made["relationships_created"]) == (30, 29)
    gone = neo4j_store.load(chain(20)).changes
    assert (gone["nodes_deleted"], gone["relationships_deleted"]) == (10, 10)


def test_what_others_wrote_on_our_nodes_stays(neo4j_store: Store) -> None:
    """Their properties and labels, their relationships, and a node of ours that only theirs still hang on."""
    neo4j_store.load(chain(3))
    neo4j_store.run(
        "MATCH (n:Thing {id: 'theme/00002'}) SET n.rating = 5, n:Starred CREATE (n)<-[:ABOUT]-(:Note)", write=True
    )
    neo4j_store.load(chain(3, word="treaty"))
    found = "MATCH (m:Note)-[:ABOUT]->(n:Starred) RETURN n.name AS name, n.rating AS rating"
    assert neo4j_store.run(found) == [{"name": "treaty 2", "rating": 5}]
    neo4j_store.load(chain(1))
    assert neo4j_store.run(found) == [{"name": "treaty 2", "rating": 5}]
    neo4j_store.run("MATCH (m:Note) DETACH DELETE m", write=True)
    neo4j_store.load(chain(1))
    assert neo4j_store.counts() == {"Thing": 1}


def test_what_others_took_away_comes_back(neo4j_server: Connection, neo4j_store: Store) -> None:
    """Deleted with another program: the counts tell, and the next load puts it back."""
    import neo4j

    neo4j_store.load(chain(300))
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        driver.execute_query("MATCH (n:Thing) WITH n LIMIT 20 DETACH DELETE n")
    assert neo4j_store.load(chain(300)).counts == {"Thing": 300, "SUBJECT": 299}


def test_from_scratch_takes_ours_and_only_ours(neo4j_store: Store) -> None:
    """In batches; other labels stay, and nodes of our labels that carry no mark."""
    neo4j_store.load(chain(300))
    neo4j_store.run("CREATE (:Invoice {id: 1})-[:PAID_BY]->(:Customer), (:Thing {id: 'theirs'})", write=True)
    changes = neo4j_store.load(chain(10), from_scratch=True).changes
    assert (changes["nodes_deleted"], changes["nodes_created"]) == (300, 10)
    assert neo4j_store.counts() == {"Thing": 11, "SUBJECT": 9}
    assert neo4j_store.run("MATCH (:Invoice)-[r:PAID_BY]->(:Customer) RETURN count(r) AS n") == [{"n": 1}]


def test_a_load_that_loses_its_nodes_says_so(neo4j_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody deletes while we write: the load fails with one line, and the next one is whole."""
    monkeypatch.setattr("graphbuilder.store.chunks.BATCH", 200)
    whole = chain(600)

    def interfere(done: int, _: int) -> None:
        if done == whole.n_nodes:
            with closing(neo4j_store._session()) as session:  # type: ignore[attr-defined]
                session.run("MATCH (n:Thing) WITH n LIMIT 20 DETACH DELETE n").consume()

    with pytest.raises(StoreError, match="Run reload again"):
        neo4j_store.load(whole, on_progress=interfere)
    assert neo4j_store.load(whole).counts == {"Thing": 600, "SUBJECT": 599}


def test_a_change_of_labels_is_a_change(neo4j_store: Store) -> None:
    """A theme that becomes a place."""
    neo4j_store.load(chain(3))
    [table] = chain(3).nodes
    places = [row | {"labels": ["Place"]} for row in table.rows]
    neo4j_store.load(replace(chain(3), nodes=(NodeTable("Thing", places),)))
    assert neo4j_store.run("MATCH (n:Thing) RETURN count(CASE WHEN n:Place AND NOT n:Theme THEN 1 END) AS n") == [
        {"n": 3}
    ]
