"""What only a server does: other people's nodes, and all the ways not to reach it."""

import socket
from collections.abc import Iterator

import pytest

from graphbuilder.errors import QueryRefused, StoreUnavailable
from graphbuilder.server import free_port
from graphbuilder.store import Store, open_neo4j
from graphbuilder.store.neo4j import Connection
from graphbuilder.store.plan import State, make_plan, name_parts
from graphbuilder.store.texts import schema_statements
from graphbuilder.tables import NodeTable, Tables


def themes(*names: str) -> Tables:
    rows = [{"id": f"theme/{name}", "labels": ["Theme"], "name": name, "aliases": []} for name in names]
    return Tables((NodeTable("Thing", rows),))


def refusal(uri: str, user: str = "neo4j", password: str = "wrong-password", database: str | None = None) -> str:
    with pytest.raises(StoreUnavailable) as refused:
        open_neo4j(uri, user, password, database)
    assert "\n" not in str(refused.value)
    assert password not in str(refused.value)
    return str(refused.value)


def test_what_is_not_ours_stays(neo4j_store: Store) -> None:
    """Nodes of other labels, and nodes of our labels that no load of ours wrote."""
    neo4j_store.run("CREATE (a:Invoice {id: 1})-[:PAID_BY]->(:Customer), (:Article {id: 'theirs'})", write=True)
    neo4j_store.load(themes("pact"))
    neo4j_store.load(Tables())
    labels = neo4j_store.run("MATCH (n) UNWIND labels(n) AS label RETURN label ORDER BY label")
    assert [row["label"] for row in labels] == ["Article", "Customer", "GraphbuilderLoad", "Invoice"]
    assert neo4j_store.run("MATCH ()-[r]->() RETURN type(r) AS type") == [{"type": "PAID_BY"}]


def test_the_mark_of_a_load_does_not_show(neo4j_store: Store) -> None:
    """A node has the properties that the tables name."""
    neo4j_store.load(themes("pact"))
    [row] = neo4j_store.run("MATCH (n:Thing) RETURN n")
    assert row["n"] == {
        "labels": ["Theme", "Thing"],
        "properties": {"id": "theme/pact", "name": "pact", "aliases": []},
    }


def test_a_load_that_broke_off_is_mended_by_the_next(neo4j_store: Store) -> None:
    """What its half wrote is taken away."""
    neo4j_store.load(themes("pact"))
    [batch] = make_plan(name_parts(themes("half")), State()).batches
    neo4j_store.run(batch.text, {"chunks": batch.chunks}, write=True)
    neo4j_store.load(themes("pact"))
    assert neo4j_store.run("MATCH (n:Thing) RETURN n.name AS name") == [{"name": "pact"}]


def test_the_schema_can_be_made_again(neo4j_store: Store) -> None:
    """Every statement says IF NOT EXISTS."""
    for _ in range(2):
        for statement in schema_statements():
            neo4j_store.run(statement, write=True)
    assert neo4j_store.run("SHOW CONSTRAINTS YIELD name RETURN count(name) AS n") == [{"n": 7}]


def test_no_server() -> None:
    """Names the address and both cures."""
    uri = f"bolt://127.0.0.1:{free_port()}"
    assert refusal(uri) == (f"{uri}: no Neo4j answers there. Start one (docker compose up --wait) or set NEO4J_URI.")


def test_no_server_behind_a_routing_address(capfd: pytest.CaptureFixture[str]) -> None:
    """The same words, and the driver's own stay away from the terminal."""
    assert "no Neo4j answers there" in refusal(f"neo4j://127.0.0.1:{free_port()}")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost:7474", "", "bolt//localhost"])
def test_no_address(uri: str) -> None:
    """Says what an address looks like."""
    assert "bolt://localhost:7687" in refusal(uri)


def test_no_such_host() -> None:
    """A name that does not resolve."""
    assert "no such host" in refusal("bolt://no-such-host.invalid:7687")


def test_a_wrong_password(neo4j_server: Connection) -> None:
    """Names the variables that hold user and password."""
    assert "NEO4J_PASSWORD" in refusal(neo4j_server.uri)
    assert "'nobody'" in refusal(neo4j_server.uri, user="nobody")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_wrong_database(neo4j_server: Connection, scheme: str) -> None:
    """Names the database and the variable."""
    uri = neo4j_server.uri.replace("bolt", scheme)
    said = refusal(uri, neo4j_server.user, neo4j_server.password, "nosuchdatabase")
    assert "nosuchdatabase" in said
    assert "NEO4J_DATABASE" in said


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s"])
def test_encryption_that_the_server_does_not_have(neo4j_server: Connection, scheme: str) -> None:
    """Names the address without encryption."""
    uri = neo4j_server.uri.replace("bolt", scheme)
    assert f"NEO4J_URI={uri.replace(scheme, scheme.partition('+')[0])}" in refusal(uri)


@pytest.fixture
def web_server() -> Iterator[int]:
    """A port that answers as HTTP does."""
    import threading

    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            peer, _ = listener.accept()
            with peer:
                peer.recv(64)
                peer.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        yield listener.getsockname()[1]


def test_the_port_of_the_browser(web_server: int) -> None:
    """A Bolt address with the HTTP port."""
    assert "port of Neo4j Browser" in refusal(f"bolt://127.0.0.1:{web_server}")


def test_a_value_that_cannot_be_sent(neo4j_store: Store) -> None:
    """An integer beyond 64 bits is the query's fault."""
    with pytest.raises(QueryRefused, match="parameter"):
        neo4j_store.run("RETURN $x AS x", {"x": 2**70})
