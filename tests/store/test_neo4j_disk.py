"""A disk that is full: the load says so in one line, and goes on once there is room."""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

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


def test_a_full_disk(small_disk: Path, neo4j_jars: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that names the cure; the old graph is there; with room made and the server started again the next load
    ends right."""
    home, port = small_disk / "home", free_port()
    conf = write_conf(home, bolt=port, http=free_port())
    conf.write_text(f"{conf.read_text()}\ndb.tx_log.preallocate=false\n")
    set_password(home, neo4j_jars, PASSWORD)
    process = start(home, neo4j_jars)
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
        process = start(home, neo4j_jars)
        with closing(open_neo4j(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)) as store:
            assert store.run("MATCH (n:Thing) RETURN count(n) >= 30 AS there") == [{"there": True}]
            assert store.load(themes(40, 1)).counts == {"Thing": 40}
    finally:
        stop(process)
