"""What `serve` does beside the server: ports, password, style and guide. That it serves is shown by tests/cli."""

import os
import signal
import socket
import stat
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from graphbuilder import processes, serving
from graphbuilder.browser import STYLE
from graphbuilder.errors import StoreUnavailable
from graphbuilder.server import VERSION, free_port


def test_what_is_fetched_is_told_with_its_licences(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Version, licences, source, size and place, as long as it is not there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("GRAPHBUILDER_NEO4J_VERSION", raising=False)
    told = serving.describe_fetch() or ""
    for word in (VERSION, "GPL-3.0", "Maven Central", "150 MB", str(tmp_path), "GPL-2.0 with Classpath Exception"):
        assert word in told
    serving.cache_folder().mkdir(parents=True)
    assert serving.describe_fetch() is None


def test_a_taken_port_names_the_option(tmp_path: Path) -> None:
    """Before anything is fetched or made."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        for option in ("bolt", "http"):
            ports = {"bolt": free_port(), "http": free_port()} | {option: taken}
            said = rf"{taken}: the port .* --{option}-port"
            with pytest.raises(StoreUnavailable, match=said), serving.serve(tmp_path, **ports):
                pass
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_is_served_once(tmp_path: Path) -> None:
    """While one serves it a second does not; one that was killed does not count, nor another process of its number."""
    home = tmp_path / "neo4j"
    home.mkdir()
    owner = home / "serve.pid"
    (home / "address").write_text("bolt://127.0.0.1:1\nhttp://127.0.0.1:2\n")
    with subprocess.Popen(["sleep", "60"]) as other:
        processes.remember(owner, other.pid)
        with pytest.raises(StoreUnavailable, match=r"runs already, at bolt://127\.0\.0\.1:1 "), serving.serve(tmp_path):
            pass
        other.kill()
    serving._check_alone(tmp_path)
    owner.write_text(f"{os.getpid()} 1\n")
    serving._check_alone(tmp_path)
    (home / "address").write_text("")
    assert serving.read_address(tmp_path) is None


def test_a_server_that_its_serve_left_behind_is_ended(tmp_path: Path) -> None:
    """By its pid and the time it began; one that is gone, or was never there, is no matter."""
    path = tmp_path / "pid"
    processes.end(path)
    with subprocess.Popen(["sleep", "60"]) as left:
        processes.remember(path, left.pid)
        path.write_text(path.read_text().replace(" ", " 1"))
        processes.end(path)
        assert left.poll() is None
        processes.remember(path, left.pid)
        processes.end(path)
        assert left.wait(10) == -signal.SIGTERM
    assert processes.find(path) is None


def test_the_password_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    """Not even a generous umask opens it; where the server has one that nobody knows, the cure is named."""
    path = tmp_path / "password"
    made = serving._password(path, started=False)
    assert len(made) >= 16
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert serving._password(path, started=True) == made
    path.unlink()
    with pytest.raises(StoreUnavailable, match="password is gone"):
        serving._password(path, started=True)


def test_the_browser_is_told_where_its_style_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings name the page, and the page may be read from another origin; there is nothing else to read."""
    monkeypatch.setattr(serving, "set_password", lambda *_: None)
    with serving._site() as site:
        serving._prepare(tmp_path, tmp_path, site, bolt=17687, http=17474)
        settings = (tmp_path / "conf" / "neo4j.conf").read_text()
        assert f"browser.post_connect_cmd=style {site}/graphbuilder.grass\n" in settings
        with urllib.request.urlopen(f"{site}/graphbuilder.grass") as page:
            assert page.read() == STYLE.read_bytes()
            assert page.headers["Access-Control-Allow-Origin"] == "*"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{site}/../password")
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{site}/graphbuilder.grass")
