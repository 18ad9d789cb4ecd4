"""browse: a link, and nothing else on stdout."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest


def arguments(link):
    """What the link hands to Neo4j Browser."""
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def test_a_question_with_its_parameters(invoke):
    """One line; no window opens where stdout is no terminal, and no workspace is needed."""
    result = invoke("browse", "timeline", "-p", "a=Ann Roe")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert result.stdout.startswith("http://localhost:7474/browser?cmd=edit&arg=")
    given = arguments(result.stdout.strip())
    assert "toLower('Ann Roe')" in given["arg"]
    assert given["connectURL"] == "bolt://neo4j@localhost:7687"


def test_without_a_question_the_first(invoke):
    """The one that has an answer in every graph."""
    answer = json.loads(invoke("browse", "--json").stdout)
    assert (answer["question"], "MATCH (a:Actor)-[r:" in arguments(answer["link"])["arg"]) == (
        "strongest",
        True,
    )


@pytest.mark.parametrize(("words", "browser"), [
    (("--uri", "bolt://db.example:7688"), "http://db.example:7474"),
    (("--uri", "neo4j+s://db.example"), "https://db.example:7473"),
    (("--uri", "bolt://[::1]:7687"), "http://[::1]:7474"),
    (("--uri", "bolt://db.example", "--browser", "http://web:1"), "http://web:1"),
])  # fmt: skip
def test_the_browser_is_beside_the_server(invoke, words, browser):
    """At its usual port, unless --browser says where."""
    assert json.loads(invoke("browse", *words, "--json").stdout)["browser"] == browser


def test_the_server_of_the_workspace_comes_first(invoke, workspace, monkeypatch):
    """While `serve` runs its address is found; --uri still wins."""
    monkeypatch.setenv("NEO4J_URI", "bolt://elsewhere:7687")
    (workspace / "neo4j").mkdir()
    (workspace / "neo4j" / "address").write_text("bolt://127.0.0.1:17687\nhttp://127.0.0.1:17474\n")
    found = json.loads(invoke("browse", "--workspace", workspace, "--json").stdout)
    assert (found["uri"], found["browser"]) == ("bolt://127.0.0.1:17687", "http://127.0.0.1:17474")
    assert json.loads(invoke("browse", "--workspace", "other", "--json").stdout)["uri"] == "bolt://elsewhere:7687"
    given = ("--uri", "bolt://typed:1", "--workspace", workspace)
    assert json.loads(invoke("browse", *given, "--json").stdout)["uri"] == "bolt://typed:1"


def test_what_cannot_be_asked_is_told(invoke):
    """A question or a parameter that is not there: one line, exit code 1."""
    for words in (("timelin",), ("timeline", "-p", "c=1")):
        result = invoke("browse", *words)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
