"""serve: a real server from one command, twice in the same workspace."""

import json
import os
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager

import pytest

from graphbuilder import processes
from graphbuilder.errors import StoreUnavailable
from graphbuilder.server import PID, fetch_jars, free_port, java


@pytest.fixture
def ports():
    """Two that nobody uses, as options; where no server can be had the test is skipped, or fails in CI."""
    try:
        java()
        fetch_jars()
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    return "--bolt-port", str(free_port()), "--http-port", str(free_port())


@contextmanager
def serving(workspace, ports, sent, *before, code=0):
    """What the command says once it is ready; in the end it gets the signal and must leave with the code."""
    words = [*before, sys.executable, "-m", "graphbuilder", "serve", *ports, "--workspace", str(workspace), "--json"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        lines = []
        while not lines or lines[-1] != "}\n":
            lines.append(process.stdout.readline())
            assert lines[-1], process.stderr.read()
        yield json.loads("".join(lines))
    finally:
        process.send_signal(sent)
        _, said = process.communicate(timeout=90)
    assert (process.returncode, "Traceback" in said) == (code, False), said


def test_serve_twice(workspace, ports, invoke, rows_of, monkeypatch):
    """Loads the graph, keeps data and password between two runs, ends on either signal, leaves no address behind."""
    with serving(workspace, ports, signal.SIGTERM) as told:
        secret = workspace / "neo4j" / "password"
        assert (told["uri"], told["password_file"]) == (f"bolt://127.0.0.1:{ports[1]}", str(secret))
        assert (told["loaded"]["Statement"], stat.S_IMODE(secret.stat().st_mode)) == (12, 0o600)
        found = json.loads(invoke("browse", "--workspace", workspace, "--json").stdout)
        assert (found["uri"], found["link"]) == (told["uri"], told["link"])
        monkeypatch.setenv("NEO4J_URI", told["uri"])
        monkeypatch.setenv("NEO4J_PASSWORD", secret.read_text().strip())
        assert rows_of("ask", "timeline", "--neo4j") == rows_of("ask", "timeline")
        rows_of("query", "CREATE (:Note {text: 'mine'})", "--write", "--neo4j")
        again = invoke("serve", "--workspace", workspace, *ports)
        assert (again.exit_code, "runs already" in again.stderr) == (1, True)
    assert not (workspace / "neo4j" / "address").exists()
    with serving(workspace, ports, signal.SIGINT) as told:
        assert told["loaded"]["Statement"] == 12
        assert rows_of("query", "MATCH (n:Note) RETURN n.text AS text", "--neo4j") == [{"text": "mine"}]


def test_serve_after_a_kill(workspace, ports):
    """What a killed serve left running is ended, on the same ports, and its data is there; no network is needed."""
    with serving(workspace, ports, signal.SIGKILL, code=-signal.SIGKILL) as told:
        assert told["loaded"]["Statement"] == 12
    left = processes.find(workspace / "neo4j" / PID)
    assert left
    with serving(workspace, ports, signal.SIGTERM, *without_network()) as told:
        assert told["loaded"]["Statement"] == 12
        assert processes.find(workspace / "neo4j" / PID) != left
    assert processes.find(workspace / "neo4j" / PID) is None


def without_network():
    """Words before a command that leave it nothing but the loopback; none where that is not permitted."""
    alone = ("unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
    try:
        done = subprocess.run([*alone, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return ()
    return () if done.returncode else alone


def test_no_workspace_no_server(invoke):
    """Told before anything is fetched or started."""
    result = invoke("serve")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "graphbuilder build" in result.stderr
