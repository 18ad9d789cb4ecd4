"""reload into a server: what it tells, and that a failure leaves the ledger and one line."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuilder import pipeline
from graphbuilder.cli.options import Settings
from graphbuilder.cli.progress import loading_bar


@pytest.fixture
def invoke_there(invoke, neo4j_server, neo4j_store, monkeypatch):
    """Run a command where the environment names the server, which is empty."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    return invoke


def test_reload_tells_what_the_server_did(invoke_there, workspace):
    """The first time what was made, the second time only what is there; no bar where stderr is no terminal."""
    first = invoke_there("reload", "--neo4j", "--workspace", workspace)
    assert (first.exit_code, first.stderr) == (0, "")
    assert " nodes created, " in first.stdout
    assert "created" not in invoke_there("reload", "--neo4j", "--workspace", workspace).stdout
    again = invoke_there("reload", "--neo4j", "--from-scratch", "--workspace", workspace)
    assert " nodes deleted" in again.stdout
    counts = json.loads(invoke_there("reload", "--neo4j", "--workspace", workspace, "--json").stdout)
    assert counts["Statement"] == 12


def test_an_unchanged_ledger_is_not_projected(invoke_there, workspace, monkeypatch):
    """The second reload knows by the server's note that it has nothing to do; --from-scratch does it all the same."""
    first = invoke_there("reload", "--neo4j", "--workspace", workspace, "--json")
    with monkeypatch.context() as world:
        world.setattr(pipeline, "project", lambda _: pytest.fail("the graph was made"))
        assert invoke_there("reload", "--neo4j", "--workspace", workspace, "--json").stdout == first.stdout
    again = invoke_there("reload", "--neo4j", "--from-scratch", "--workspace", workspace)
    assert " nodes deleted" in again.stdout
    assert invoke_there("remove", "a1", "--workspace", workspace).exit_code == 0
    assert " nodes deleted" in invoke_there("reload", "--neo4j", "--workspace", workspace).stdout


@pytest.mark.parametrize("seed", range(3))
def test_a_reload_killed_anywhere_is_made_good(seed, invoke_there, workspace, neo4j_store):
    """And so is one that was killed while it replaced the graph of an earlier ledger."""
    words = (sys.executable, "-m", "graphbuilder", "reload", "--neo4j", "--workspace", str(workspace))
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            run.wait(random.Random(seed).uniform(0.5, 2.5))
        except subprocess.TimeoutExpired:
            run.kill()
    counts = json.loads(invoke_there("reload", "--neo4j", "--workspace", workspace, "--json").stdout)
    assert counts == json.loads(invoke_there("reload", "--workspace", workspace, "--json").stdout)
    assert neo4j_store.counts() == counts


def test_a_failed_reload_is_one_line_and_leaves_the_ledger(invoke_there, workspace, monkeypatch):
    """A wrong database, a wrong password: exit code 1, the ledger byte for byte as it was, and then it works."""
    before = (workspace / "ledger.sqlite").read_bytes()
    for name, value in (("NEO4J_DATABASE", "nosuchdatabase"), ("NEO4J_PASSWORD", "wrong-password")):
        with monkeypatch.context() as world:
            world.setenv(name, value)
            result = invoke_there("reload", "--neo4j", "--workspace", workspace)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
        assert name in result.stderr
    assert invoke_there("reload", "--neo4j", "--workspace", workspace).exit_code == 0
    assert (workspace / "ledger.sqlite").read_bytes() == before


def test_a_writing_question_is_refused(invoke_there, workspace):
    """In one line that names --write, on both engines."""
    invoke_there("reload", "--neo4j", "--workspace", workspace)
    for words in (("--neo4j",), ()):
        result = invoke_there("query", "MATCH (n) DETACH DELETE n", *words, "--workspace", workspace)
        assert (result.exit_code, len(result.stderr.splitlines()), "--write" in result.stderr) == (1, 1, True)


def test_a_bar_is_drawn_on_a_terminal_only(capsys, monkeypatch):
    """And not with --quiet."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for quiet in (False, True):
        with loading_bar(Settings(Path(), False, 0, quiet)) as advance:
            advance(5, 10)
            advance(10, 10)
        assert ("10/10" in capsys.readouterr().err) is not quiet
