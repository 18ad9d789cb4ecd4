"""A real Neo4j for the tests that need one, and a store of each engine.

The first rung that holds is taken: a server named by NEO4J_TEST_URI (with NEO4J_TEST_USER and NEO4J_TEST_PASSWORD), a
container where Docker answers, a local server from the jars of Maven Central. No rung: the tests are skipped, or fail
where CI is set or GRAPHBUILDER_NEO4J=require. A server that is there and does not start is no missing rung but a fault:
the tests fail everywhere. The summary says which one it was.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from graphbuilder.errors import GraphbuilderError
from graphbuilder.server import fetch_jars, java, local_server, server_version
from graphbuilder.store import Store, open_embedded, open_neo4j
from graphbuilder.store.neo4j import Connection

IMAGE = f"neo4j:{server_version().rpartition('.')[0]}"
CYPHER_25 = {} if server_version().startswith("5.") else {"NEO4J_db_query_default__language": "CYPHER_25"}
RUNG = pytest.StashKey[str]()


class NoRungError(Exception):
    """This rung does not hold, and why."""


def named_server() -> Connection:
    """The server of NEO4J_TEST_URI; one that holds nodes is refused unless NEO4J_TEST_WIPE=1."""
    if not os.environ.get("NEO4J_TEST_URI"):
        raise NoRungError("NEO4J_TEST_URI is not set")
    user, password = os.environ.get("NEO4J_TEST_USER", "neo4j"), os.environ.get("NEO4J_TEST_PASSWORD", "")
    server = Connection(os.environ["NEO4J_TEST_URI"], user, password)
    store = open_neo4j(server.uri, server.user, server.password)
    held = store.run("MATCH (n) RETURN count(n) AS n")[0]["n"]
    store.close()
    if held and os.environ.get("NEO4J_TEST_WIPE") != "1":
        pytest.exit(
            f"{server.uri} holds {held} nodes, and the tests empty it. Set NEO4J_TEST_WIPE=1 if that is meant.", 4
        )
    return server


@contextmanager
def container() -> Iterator[Connection]:
    """The published image in a container, where a Docker daemon answers and the image is there or can be pulled."""
    os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
    import docker
    from testcontainers.community.neo4j import Neo4jContainer

    try:
        client = docker.from_env()
        client.ping()
        if not client.images.list(IMAGE):
            client.images.pull(IMAGE)
    except docker.errors.DockerException as error:
        raise NoRungError(f"no Docker ({type(error).__name__})") from error
    box = (
        Neo4jContainer(IMAGE, username="neo4j", password="test-password")
        .with_env("NEO4J_server_memory_heap_max__size", "512m")
        .with_env("NEO4J_server_memory_pagecache_size", "64m")
        .with_env("NEO4J_internal_dbms_bolt_netty__server__shutdown__quiet__period", "0")
    )
    for name, value in CYPHER_25.items():
        box.with_env(name, value)
    with box:
        yield Connection(box.get_connection_url().replace("localhost", "127.0.0.1"), "neo4j", "test-password")


@pytest.fixture(scope="session")
def neo4j_jars() -> Path:
    """The jars of the local server, for tests that start and stop one of their own."""
    try:
        java()
        return fetch_jars()
    except GraphbuilderError as error:
        if os.environ.get("CI") or os.environ.get("GRAPHBUILDER_NEO4J") == "require":
            pytest.fail(f"no local Neo4j for the tests: {error}")
        pytest.skip(f"no local Neo4j for the tests: {error}")


@contextmanager
def local(home: Path) -> Iterator[Connection]:
    """A server on this machine, from jars that are fetched once."""
    try:
        java()
        jars = fetch_jars()
    except GraphbuilderError as error:
        raise NoRungError(str(error)) from error
    with local_server(home, jars=jars) as server:
        yield Connection(server.uri, server.user, server.password)


def climb(stack: ExitStack, home: Path) -> tuple[Connection, str]:
    """The first rung that holds, with its name."""
    reasons = []
    for name, rung in (
        ("the server of NEO4J_TEST_URI", named_server),
        ("a container", lambda: stack.enter_context(container())),
        ("a local server", lambda: stack.enter_context(local(home))),
    ):
        try:
            server = rung()
        except NoRungError as error:
            reasons.append(str(error))
        else:
            return server, f"{name} at {server.uri}"
    raise NoRungError("; ".join(reasons))


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A real server for the whole session; `open_neo4j(server.uri, server.user, server.password)`."""
    with ExitStack() as stack:
        try:
            server, rung = climb(stack, tmp_path_factory.mktemp("neo4j"))
        except NoRungError as error:
            request.config.stash[RUNG] = f"NONE ({error})"
            if os.environ.get("CI") or os.environ.get("GRAPHBUILDER_NEO4J") == "require":
                pytest.fail(f"no Neo4j for the tests: {error}")
            pytest.skip(f"no Neo4j for the tests: {error}")
        except GraphbuilderError as error:
            request.config.stash[RUNG] = f"BROKEN ({error})"
            pytest.fail(f"the Neo4j for the tests does not start: {error}")
        request.config.stash[RUNG] = rung
        yield server


def open_empty(server: Connection) -> Store:
    """The server's store, with nothing in it."""
    store = open_neo4j(server.uri, server.user, server.password)
    for found in ("()-[x]->()", "(x)"):  # in batches: a server of a test has little memory
        while store.run(f"MATCH {found} WITH x LIMIT 20000 DELETE x RETURN count(*) AS n", write=True)[0]["n"]:
            pass
    return store


@pytest.fixture
def neo4j_store(neo4j_server: Connection) -> Iterator[Store]:
    """An empty Neo4j."""
    store = open_empty(neo4j_server)
    yield store
    store.close()


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine in turn."""
    if request.param == "embedded":
        opened = open_embedded(tmp_path / "graph.kgl")
    else:
        opened = open_empty(request.getfixturevalue("neo4j_server"))
    yield opened
    opened.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Always say which Neo4j the tests ran against."""
    terminalreporter.write_line(f"Neo4j for the tests: {config.stash.get(RUNG, 'not asked for')}")
