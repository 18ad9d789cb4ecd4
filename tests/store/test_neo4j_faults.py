"""A load that the world interrupts: each time one line that names the cure, and the next load ends right."""

import random
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from graphbuilder.errors import StoreError, StoreUnavailable
from graphbuilder.server import free_port, set_password, start, stop, write_conf
from graphbuilder.store import Store, open_neo4j
from graphbuilder.store.neo4j import Connection
from graphbuilder.tables import EdgeTable, NodeTable, Tables

OTHERS = "CREATE (:Invoice {id: 1})-[:PAID_BY]->(:Customer {id: 2})"


def themes(count: int, *, word: str = "pact") -> Tables:
    """So many themes in a row, each followed by the next."""
    rows = [{"id": f"theme/{n:05}", "labels": ["Theme"], "name": f"{word} {n}", "aliases": []} for n in range(count)]
    edges = [
        {"from": f"theme/{n:05}", "to": f"theme/{n + 1:05}", "event_id": f"{word} {n}", "relation": "follow",
         "status": "occurred", "date": None, "score": 0.0, "n_articles": 1}
        for n in range(count - 1)
    ]  # fmt: skip
    return Tables((NodeTable("Thing", rows),), (EdgeTable("OTHER", "Thing", "Thing", edges),) if edges else ())


def held(store: Store) -> object:
    """What is in the graph, our note left out."""
    nodes = store.run("MATCH (n) WHERE NOT n:GraphbuilderLoad RETURN n.id AS id, n.name AS name ORDER BY id, name")
    return nodes, store.run(
        "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, r.event_id AS e, b.id AS b ORDER BY a, e"
    )


class Proxy:
    """A TCP proxy that cuts every connection once `allowance` bytes have gone to the server, or come from it."""

    def __init__(self, uri: str) -> None:
        self.target = uri.rpartition("/")[2].split(":")
        self.allowance = float("inf")
        self.answers = self.comes_back = False
        self.cuts = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
                server = socket.create_connection((self.target[0], int(self.target[1])))
            except OSError:
                return
            for one, other, answers in ((client, server, False), (server, client, True)):
                threading.Thread(target=self._carry, args=(one, other, answers), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        try:
            while data := source.recv(4096):
                self.allowance -= len(data) if answers == self.answers else 0
                if self.allowance < 0:
                    self.cuts += 1
                    self.allowance = float("inf") if self.comes_back else -1
                    break
                sink.sendall(data)
        except OSError:
            pass
        for each in (source, sink):
            with closing(each):
                try:
                    each.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue

    def close(self) -> None:
        self.listener.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver gives up after a second."""
    monkeypatch.setattr("graphbuilder.store.neo4j.RETRY_SECONDS", 1)


@pytest.fixture
def in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loads are cut into many transactions."""
    monkeypatch.setattr("graphbuilder.store.chunks.BATCH", 150)
    monkeypatch.setattr("graphbuilder.store.neo4j_load.SWEEP", 150)


@contextmanager
def through(server: Connection, dice: random.Random, *, comes_back: bool = False) -> Iterator[tuple[Store, Proxy]]:
    """A store behind a proxy that cuts after some bytes of a load that takes 140,000 and is answered with 6,000."""
    proxy = Proxy(server.uri)
    with closing(proxy), closing(open_neo4j(proxy.uri, server.user, server.password)) as store:
        proxy.answers, proxy.comes_back = dice.random() < 0.5, comes_back
        proxy.allowance = dice.randrange(6_000 if proxy.answers else 140_000)
        yield store, proxy


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.usefixtures("impatient", "in_batches")
def test_a_line_cut_anywhere_is_mended_by_the_next_load(
    seed: int, neo4j_server: Connection, neo4j_store: Store
) -> None:
    """Of a first load or of a changed one; while it lies broken, the old graph is still there."""
    dice = random.Random(seed)
    neo4j_store.run(OTHERS, write=True)
    old, new = themes(400 if seed % 2 else 0), themes(700, word="treaty")
    neo4j_store.load(old)
    with through(neo4j_server, dice) as (store, proxy), pytest.raises(StoreUnavailable) as cut:
        store.load(new)
    assert (proxy.cuts > 0, "no Neo4j answers there" in str(cut.value), "\n" in str(cut.value)) == (True, True, False)
    assert neo4j_store.counts().get("Thing", 0) >= 400 * (seed % 2)
    neo4j_store.load(new)
    broken = held(neo4j_store)
    neo4j_store.run("MATCH (n) DETACH DELETE n", write=True)
    neo4j_store.run(OTHERS, write=True)
    neo4j_store.load(new)
    assert held(neo4j_store) == broken


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.usefixtures("in_batches")
def test_a_line_that_comes_back_costs_nothing(seed: int, neo4j_server: Connection, neo4j_store: Store) -> None:
    """The load goes on where the server answers again, and no edge is written twice, also where only the answer to a
    commit was lost."""
    with through(neo4j_server, random.Random(seed), comes_back=True) as (store, proxy):
        store.load(themes(700))
        assert proxy.cuts
    assert neo4j_store.counts() == {"Thing": 700, "OTHER": 699}
    assert neo4j_store.run("MATCH (a)-[r:OTHER]->(b) RETURN count(DISTINCT a.id + b.id) AS n") == [{"n": 699}]


LOADER = """
import sys
from graphbuilder.store import open_neo4j
from graphbuilder.tables import EdgeTable, NodeTable, Tables
rows = [{"id": f"theme/{n:05}", "labels": ["Theme"], "name": f"treaty {n}", "aliases": []} for n in range(20_000)]
store = open_neo4j(*sys.argv[1:])
print("ready", flush=True)
store.load(Tables((NodeTable("Thing", rows),)), on_progress=lambda done, total: print(done, flush=True))
"""


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_a_process_killed_while_it_loads(lines: int, neo4j_server: Connection, neo4j_store: Store) -> None:
    """Before its first batch, between two, in the sweep: the next load ends right, and the old graph was there."""
    neo4j_store.run(OTHERS, write=True)
    neo4j_store.load(themes(300))
    words = [sys.executable, "-c", LOADER, neo4j_server.uri, neo4j_server.user, neo4j_server.password]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as run:
        for _ in range(lines):
            assert run.stdout
            run.stdout.readline()
        run.kill()
    assert neo4j_store.counts()["Thing"] >= 300
    neo4j_store.load(themes(310))
    assert neo4j_store.counts() == {"Thing": 310, "OTHER": 309}
    assert neo4j_store.run("MATCH (i:Invoice)-[:PAID_BY]->(c) RETURN c.id AS id") == [{"id": 2}]


@pytest.mark.usefixtures("in_batches")
def test_of_two_loads_one_goes_on(neo4j_server: Connection, neo4j_store: Store) -> None:
    """A load that begins while another one writes ends the other with one line; what is there then is its graph."""

    def interfere(done: int, total: int) -> None:
        if done < total:
            with closing(open_neo4j(neo4j_server.uri, neo4j_server.user, neo4j_server.password)) as other:
                other.load(themes(3, word="other"))

    with pytest.raises(StoreError, match="another reload"):
        neo4j_store.load(themes(700), on_progress=interfere)
    assert neo4j_store.run("MATCH (n:Thing) RETURN n.name AS name ORDER BY name") == [
        {"name": f"other {n}"} for n in range(3)
    ]


class OwnServer:
    """A server that can be stopped, and started with other settings."""

    def __init__(self, home: Path, jars: Path) -> None:
        self.home, self.jars, self.port = home, jars, free_port()
        self.configure()
        set_password(home, jars, "test-password")
        self.process = start(home, jars)

    def configure(self, *lines: str) -> None:
        conf = write_conf(self.home, bolt=self.port, http=free_port())
        conf.write_text("\n".join((conf.read_text(), *lines)))

    def restart(self, *lines: str) -> None:
        self.stop()
        self.configure(*lines)
        self.process = start(self.home, self.jars)

    def stop(self) -> None:
        stop(self.process)

    def open(self) -> Store:
        return open_neo4j(f"bolt://127.0.0.1:{self.port}", "neo4j", "test-password")


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory, neo4j_jars: Path) -> Iterator[OwnServer]:
    """A local server of this file's own."""
    server = OwnServer(tmp_path_factory.mktemp("own"), neo4j_jars)
    yield server
    server.stop()


@pytest.mark.usefixtures("impatient", "in_batches")
def test_a_server_that_stops_in_the_middle(own_server: OwnServer) -> None:
    """One line; after its next start the next load ends right."""

    def halt(done: int, total: int) -> None:
        if done > total // 2:
            own_server.stop()

    with (
        closing(own_server.open()) as store,
        pytest.raises(StoreUnavailable, match="no Neo4j answers there") as stopped,
    ):
        store.load(themes(700), on_progress=halt)
    assert "\n" not in str(stopped.value)
    own_server.restart()
    with closing(own_server.open()) as store:
        assert store.counts()["Thing"] > 0
        store.load(themes(650))
        assert store.counts() == {"Thing": 650, "OTHER": 649}


def test_a_server_that_may_only_be_read(own_server: OwnServer) -> None:
    """Says so in one line and names the setting; afterwards the load is done."""
    own_server.restart("server.databases.default_to_read_only=true")
    with closing(own_server.open()) as store, pytest.raises(StoreUnavailable, match="read-only") as refused:
        store.load(themes(20))
    assert "\n" not in str(refused.value)
    own_server.restart()
    with closing(own_server.open()) as store:
        assert store.load(themes(20)).counts == {"Thing": 20, "OTHER": 19}


def test_a_password_that_must_be_changed(neo4j_server: Connection, neo4j_store: Store) -> None:
    """Names the user and what to do."""
    neo4j_store.run("CREATE USER clerk IF NOT EXISTS SET PASSWORD 'first-password' CHANGE REQUIRED", write=True)
    try:
        with pytest.raises(StoreUnavailable, match="'clerk' has expired") as refused:
            open_neo4j(neo4j_server.uri, "clerk", "first-password")
    finally:
        neo4j_store.run("DROP USER clerk", write=True)
    assert "Neo4j Browser" in str(refused.value)
