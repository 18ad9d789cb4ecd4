"""status, reload, export, remove, the server's options, and how a command ends."""

import json
import subprocess
import sys
from pathlib import Path

import networkx
import pytest

from graphbuilder import __version__
from graphbuilder.cli import main, output


def test_status_tells_counts_versions_and_builds(invoke, workspace):
    """For people lines and a table, for programs one object."""
    text = invoke("status", "--workspace", workspace).stdout
    assert "ledger: 2 articles, 12 sentences, 12 statements" in text
    report = json.loads(invoke("status", "--workspace", workspace, "--json").stdout)
    assert report["version"] == __version__
    assert report["ledger"]["statements"] == report["graph"]["Statement"] == 12
    assert [(run["model"], run["added"]) for run in report["runs"]] == [("model", 2)]


def test_the_workspace_comes_from_the_environment(invoke, workspace, monkeypatch):
    """GRAPHBUILDER_WORKSPACE stands for --workspace."""
    monkeypatch.setenv("GRAPHBUILDER_WORKSPACE", str(workspace))
    assert json.loads(invoke("status", "--json").stdout)["workspace"] == str(workspace)


def test_export_writes_by_ending_or_format(invoke, workspace, extractions):
    """GraphML and JSON Lines; the statements in the file are those of the ledger, with their events."""
    for words in (("g.graphml",), ("s.jsonl",), ("t.txt", "--format", "jsonl")):
        assert invoke("export", *words, "--workspace", workspace).exit_code == 0
    assert Path("g.graphml").read_text(encoding="utf-8").startswith("<?xml")
    rows = [json.loads(line) for line in Path("s.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["id"] for row in rows} == {each.id for extraction in extractions for each in extraction.statements}
    assert all(row["event_id"] for row in rows)
    assert Path("t.txt").read_bytes() == Path("s.jsonl").read_bytes()


def test_export_tells_what_the_file_holds(invoke, workspace, rows_of):
    """Nodes and edges of the GraphML as its readers count them, and the statements of the JSON Lines."""
    written = rows_of("export", "g.graphml")
    graph = networkx.read_graphml("g.graphml", force_multigraph=True)
    assert (written["node"], written["edge"]) == (graph.number_of_nodes(), graph.number_of_edges())
    assert min(written["node"], written["edge"]) > 1
    told = invoke("export", "g.graphml", "--workspace", workspace).stdout
    assert told == f"g.graphml: {written['node']} nodes, {written['edge']} edges\n"
    assert invoke("export", "s.jsonl", "--workspace", workspace).stdout == "s.jsonl: 12 statements\n"


def test_export_elsewhere_is_refused(invoke, workspace):
    """An ending that says nothing is wrong usage, a folder that is not there a failure in one line."""
    assert invoke("export", "graph.pdf", "--workspace", workspace).exit_code == 2
    result = invoke("export", "nowhere/g.graphml", "--workspace", workspace)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert result.stderr.startswith("Error: nowhere/g.graphml: cannot be written")


def test_remove_takes_out_an_article_and_its_graph(invoke, workspace, rows_of):
    """What only the second article told is gone; what is not there is named, with a near id."""
    assert invoke("remove", "a2", "--workspace", workspace).exit_code == 0
    assert rows_of("query", "MATCH (a:Article) RETURN a.id AS id") == [{"id": "a1"}]
    assert rows_of("query", "MATCH (a:Actor {name: 'Germany'}) RETURN a.id AS id") == []
    result = invoke("remove", "a1x", "--workspace", workspace)
    assert result.exit_code == 1
    assert result.stderr == "Error: a1x: no article of this id in the workspace. Did you mean a1?\n"
    assert invoke("remove", "a1", "zzz", "--workspace", workspace).exit_code == 3


def test_an_empty_workspace_has_a_status_and_no_answers(invoke, workspace):
    """With the last article gone, `status` counts nothing and `ask` says what to do."""
    invoke("remove", "a1", "a2", "--workspace", workspace)
    assert json.loads(invoke("status", "--workspace", workspace, "--json").stdout)["graph"] == {}
    result = invoke("ask", "timeline", "--workspace", workspace)
    assert (result.exit_code, "holds no article" in result.stderr) == (1, True)


def test_no_server_is_one_line(invoke, workspace):
    """A port where nobody listens: exit code 1, no traceback; --uri alone means the server, too."""
    for words in (("reload", "--neo4j"), ("ask", "timeline", "--neo4j"), ("query", "RETURN 1")):
        result = invoke(*words, "--uri", "bolt://127.0.0.1:1", "--workspace", workspace)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1), words


def test_a_password_is_no_option():
    """The password is never on a command line."""
    assert not [option for command in main.commands.values() for option in command.params if "pass" in str(option.name)]


def test_a_closed_pipe_ends_quietly(workspace):
    """A reader that stops reading gets no traceback."""
    command = [sys.executable, "-m", "graphbuilder", "query", "UNWIND range(1, 50000) AS n RETURN n"]
    with subprocess.Popen(
        [*command, "--workspace", str(workspace), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(timeout=60) == 0


def test_an_interrupt_is_130(invoke, workspace, monkeypatch):
    """Ctrl-C ends with 130 and one word."""

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("graphbuilder.cli.answers.emit_rows", interrupted)
    result = invoke("ask", "timeline", "--workspace", workspace)
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")


@pytest.mark.parametrize("width", [40, 80])
def test_a_table_fits_the_terminal_and_loses_no_word(width):
    """Long cells are wrapped within the width; without one nothing is wrapped; numbers stand at the right."""
    rows = [{"who": "Ann Roe", "n": 7, "said": "a sentence of many words " * 6, "with": ["x", "y"], "none": None}]
    narrow, wide = output.render_table(rows, width), output.render_table(rows, None)
    assert max(map(len, narrow.splitlines())) <= width
    assert narrow.count("many") == wide.count("many") == 6
    assert len(wide.splitlines()) == 3
    assert "x, y" in wide
