"""A disk that is full: the load says so in one line, and the graph can be loaded again once there is room."""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import rmtree

import pytest

from graphbuilder.errors import StoreError
from graphbuilder.server import free_port, set_password, start, stop, write_conf
from graphbuilder.store import Store, open_neo4j
from graphbuilder.tables import NodeTable, Tables

PASSWORD = "test-password"
DISK = "400m"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of little room; skipped where nobody may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("a full disk is not tried: there is no mount here")
    if done.returncode:
        pytest.skip(f"a full disk is not tried: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=False)


def themes(count: int, size: int) -> Tables:
    rows = [{"id": f"theme/{n:05}", "labels": ["Theme"], "name": f"{n} " * size, "aliases": []} for n in range(count)]
    return Tables((NodeTable("Thing", rows),))


def fill(disk: Path) -> Path:
    """A file that takes all the room that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 20)):
                pass
        except OSError:
            return ballast
    raise AssertionError("the disk never fills")


def load_ever_more(store: Store) -> None:
    """Some may still go into files that are there."""
    for size in range(200, 1_000, 200):
        store.load(themes(4_000, size))


def start_in(home: Path, jars: Path, port: int) -> "subprocess.Popen[bytes]":
    """A server of its own that takes no more room than it needs."""
    conf = write_conf(home, bolt=port, http=free_port())
    conf.write_text(f"{conf.read_text()}\ndb.tx_log.preallocate=false\n")
    set_password(home, jars, PASSWORD)
    return start(home, jars)


def test_a_full_disk(small_disk: Path, neo4j_jars: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that names the cure; with room made, a database made anew takes the whole graph.

    The transaction log that a full disk cuts off in the middle may be beyond what Neo4j itself can recover (5.26 says
    so in its log and keeps the database closed), so the server starts from nothing: the graph is a view of the ledger.
    """
    home, port = small_disk / "home", free_port()
    process = start_in(home, neo4j_jars, port)
    try:
        with closing(open_neo4j(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)) as store:
            store.load(themes(30, 1))
        ballast = fill(small_disk)
        monkeypatch.setattr("graphbuilder.store.neo4j.RETRY_SECONDS", 1)
        again = open_neo4j(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
        with closing(again), pytest.raises(StoreError) as full:
            load_ever_more(again)
        monkeypatch.undo()
        assert "disk" in str(full.value), full.value
        assert "\n" not in str(full.value)
        ballast.unlink()
        stop(process)
        rmtree(home)
        process = start_in(home, neo4j_jars, port)
        with closing(open_neo4j(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)) as store:
            assert store.load(themes(40, 1)).counts == {"Thing": 40}
    finally:
        stop(process)
