"""When a server is known to hold the graph already, without the graph being made: only when it is so."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j
import pytest

from graphbuilder.store import Store
from graphbuilder.store.neo4j import Connection
from graphbuilder.tables import EdgeTable, NodeTable, Tables

MINE, OTHER = "f" * 32, "0" * 32


def chain(count: int) -> Tables:
    """Themes in a row, each followed by the next."""
    rows = [{"id": f"theme/{n:05}", "labels": ["Theme"], "name": f"pact {n}", "aliases": []} for n in range(count)]
    ends = [{"from": f"theme/{n:05}", "to": f"theme/{n + 1:05}"} for n in range(count - 1)]
    return Tables((NodeTable("Thing", rows),), (EdgeTable("SUBJECT", "Thing", "Thing", ends),))


@contextmanager
def somebody(server: Connection) -> Iterator[neo4j.Session]:
    """Another program."""
    auth = (server.user, server.password)
    with neo4j.GraphDatabase.driver(server.uri, auth=auth) as driver, driver.session() as session:
        yield session


def content(store: Store) -> object:
    return store.run("MATCH (n:Thing) RETURN n.id AS id, n.name AS name, n:Theme AS theme ORDER BY id"), store.counts()


def test_a_load_is_known_by_its_fingerprint(neo4j_store: Store) -> None:
    """That of another ledger or program is not, nor a load that gave none; questions change nothing."""
    assert not neo4j_store.holds(MINE)
    neo4j_store.load(chain(30), fingerprint=MINE)
    neo4j_store.run("MATCH (n) RETURN count(n) AS n")
    assert (neo4j_store.holds(MINE), neo4j_store.holds(OTHER), neo4j_store.holds("")) == (True, False, False)
    neo4j_store.load(chain(30), fingerprint=OTHER)
    assert (neo4j_store.holds(MINE), neo4j_store.holds(OTHER)) == (False, True)
    neo4j_store.load(chain(31))
    assert not any(map(neo4j_store.holds, (MINE, OTHER)))


@pytest.mark.parametrize(
    "deed",
    [
        "MATCH (n:Thing {id: 'theme/00007'}) SET n.name = 'another'",
        "MATCH (n:Thing {id: 'theme/00007'}) REMOVE n:Theme",
        "MATCH (n:Thing {id: 'theme/00007'}) REMOVE n.name",
        "MATCH (n:Thing {id: 'theme/00007'}) DETACH DELETE n",
        "MATCH (n:Thing {id: 'theme/00007'})-[r]->() DELETE r",
        "MATCH (n:Thing {id: 'theme/00007'}) DETACH DELETE n CREATE (:Thing:Theme {id: 'theme/x', name: 'x'})",
        "MATCH (l:GraphbuilderLoad) DELETE l",
    ],
)
def test_what_somebody_did_is_seen_and_mended(deed: str, neo4j_server: Connection, neo4j_store: Store) -> None:
    """Changed or taken away, the numbers kept or not: the load is no longer known, and the next one is right again."""
    neo4j_store.load(chain(30), fingerprint=MINE)
    right = content(neo4j_store)
    with somebody(neo4j_server) as session:
        session.run(deed).consume()
    assert not neo4j_store.holds(MINE)
    neo4j_store.load(chain(30), fingerprint=MINE)
    with somebody(neo4j_server) as session:
        session.run("MATCH (n:Thing {id: 'theme/x'}) DELETE n").consume()
    assert content(neo4j_store) == right


def test_what_was_mended_is_known_again(neo4j_server: Connection, neo4j_store: Store) -> None:
    """And somebody else's node in the same database costs a load that writes, and is left there."""
    neo4j_store.load(chain(30), fingerprint=MINE)
    with somebody(neo4j_server) as session:
        session.run("CREATE (:Invoice {id: 1})").consume()
    assert not neo4j_store.holds(MINE)
    neo4j_store.load(chain(30), fingerprint=MINE)
    assert neo4j_store.holds(MINE)
    assert neo4j_store.run("MATCH (n:Invoice) RETURN n.id AS id") == [{"id": 1}]


def test_from_scratch_is_done_all_the_same(neo4j_store: Store) -> None:
    """Also where nothing has changed; afterwards the load is known."""
    neo4j_store.load(chain(30), fingerprint=MINE)
    changes = neo4j_store.load(chain(30), from_scratch=True, fingerprint=MINE).changes
    assert (changes["nodes_deleted"], changes["nodes_created"]) == (30, 30)
    assert neo4j_store.holds(MINE)


LOADER = """
import sys
from graphbuilder.store import open_neo4j
from graphbuilder.tables import NodeTable, Tables
rows = [{"id": f"theme/{n:05}", "labels": ["Theme"], "name": f"treaty {n}", "aliases": []} for n in range(20_000)]
store = open_neo4j(*sys.argv[1:4])
print("ready", flush=True)
store.load(Tables((NodeTable("Thing", rows),)), fingerprint=sys.argv[4], on_progress=lambda *_: print("on", flush=True))
"""


@pytest.mark.parametrize("lines", [1, 2, 3, 5])
def test_a_load_that_was_killed_is_not_known(lines: int, neo4j_server: Connection, neo4j_store: Store) -> None:
    """Neither as itself nor as the one before it, as soon as it has begun to write."""
    neo4j_store.load(chain(30), fingerprint=MINE)
    words = [neo4j_server.uri, neo4j_server.user, neo4j_server.password, OTHER]
    with subprocess.Popen([sys.executable, "-c", LOADER, *words], stdout=subprocess.PIPE, text=True) as run:
        for _ in range(lines):
            assert run.stdout
            run.stdout.readline()
        run.kill()
    assert not neo4j_store.holds(OTHER)
    assert not neo4j_store.holds(MINE) or neo4j_store.counts() == chain_counts(30)
    neo4j_store.load(chain(30), fingerprint=MINE)
    assert (neo4j_store.holds(MINE), neo4j_store.counts()) == (True, chain_counts(30))


def chain_counts(count: int) -> dict[str, int]:
    return {"Thing": count, "SUBJECT": count - 1}
