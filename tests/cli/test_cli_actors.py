"""actors, statements and judgements: what the user knows better, and how it is taken back."""

import json

import pytest


@pytest.fixture
def run(invoke, workspace):
    """A command in the workspace."""
    return lambda *words: invoke(*words, "--workspace", workspace)


def ids(rows_of):
    """The ids of all actors."""
    return {row["id"] for row in rows_of("actors")}


def test_a_merge_survives_a_reload_and_is_undone(run, rows_of):
    """Two actors become one with the events of both; undoing brings them back."""
    before = ids(rows_of)
    result = run("actors", "merge", "Germany", "Ukraine", "--because", "a test")
    assert (result.exit_code, result.stdout) == (0, "judgement 1: merge state/germany state/ukraine\n")
    assert ids(rows_of) == before - {"state/ukraine"}
    assert run("reload").exit_code == 0
    assert ids(rows_of) == before - {"state/ukraine"}
    assert "Ukraine" in rows_of("query", "MATCH (a:Actor {id: 'state/germany'}) RETURN a.aliases AS n")[0]["n"]
    row = rows_of("judgements")[0]
    assert (row["verdict"], row["because"], row["applies"]) == ("merge", "a test", True)
    assert run("judgements", "undo", "1").stdout == "undone: 1\n"
    assert ids(rows_of) == before
    assert rows_of("judgements") == []


def test_a_split_takes_an_article_out(run, rows_of):
    """In one of two articles somebody else is meant."""
    result = run("actors", "split", "Joe Biden", "a2")
    assert result.exit_code == 0, result.stderr
    named = [row["id"] for row in rows_of("actors") if row["name"] == "Joe Biden"]
    assert len(named) == 2
    assert "person/joe-biden" in named
    told = run("actors", "why", "Joe Biden")
    assert (told.exit_code, "more than one actor" in told.stderr) == (1, True)


def test_a_rejected_statement_is_in_no_answer(run, rows_of):
    """It goes from the graph and the export with what only it supported, and stays in the ledger."""
    statement = next(row for row in rows_of("statements") if row["relation"] == "praise")
    assert run("statements", "reject", statement["id"]).exit_code == 0
    assert all(row["relation"] != "praise" for row in rows_of("statements"))
    assert rows_of("query", "MATCH (s:Statement {relation: 'praise'}) RETURN s.id AS id") == []
    assert rows_of("status")["ledger"]["statements"] == 12
    assert rows_of("status")["graph"]["Statement"] == 11
    run("judgements", "undo", "1")
    assert rows_of("status")["graph"]["Statement"] == 12


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("actors", "merge", "Joe Bidden", "Germany"), "Did you mean person/joe-biden?"),
        (("actors", "merge", "Germany", "state/germany"), "named twice"),
        (("actors", "split", "Joe Biden", "a1x"), "Did you mean a1"),
        (("actors", "split", "Joe Biden", "Joe Biden"), "that is all of person/joe-biden"),
        (("actors", "why", "nobody at all"), "graphbuilder actors lists them"),
        (("statements", "reject", "0"), "no statement of this id"),
        (("judgements", "undo", "7"), "There are: none"),
    ],
)
def test_what_is_not_there_is_named_with_what_is_near(run, rows_of, words, said):
    """Exit code 1, one line, nothing on stdout, nothing written."""
    result = run(*words)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
    assert said in result.stderr
    assert rows_of("judgements") == []


def test_why_names_the_rule(run, rows_of):
    """A row for each name, with the rule that joins it to another."""
    assert rows_of("actors", "why", "Biden") == [
        {"name": "Joe Biden", "actor": "person/joe-biden", "rules": [], "n_articles": 2, "articles": ["a1", "a2"]}
    ]
    run("actors", "merge", "Germany", "Ukraine")
    rules = {row["name"]: row["rules"] for row in rows_of("actors", "why", "Germany")}
    assert rules == {"Germany": ["merged by hand: Ukraine"], "Ukraine": ["merged by hand: Germany"]}


def test_unknown_names_are_ranked(run, rows_of):
    """People whom no table has; whom one has is not among them."""
    words = {row["word"] for row in rows_of("actors", "unknown")}
    assert "Germany" not in words
    assert "Joe Biden" not in words
    assert "Dmitry Peskov" not in words  # only quoted, so no relation depends on knowing him
    assert run("actors", "unknown", "--limit", "0").exit_code == 2


def test_options_may_stand_before_the_inner_command(invoke, workspace):
    """`actors --workspace X why Y` is `actors why Y --workspace X`."""
    result = invoke("actors", "--workspace", workspace, "--json", "why", "Biden")
    assert json.loads(result.stdout)[0]["actor"] == "person/joe-biden"


def test_statements_are_found_by_their_words(rows_of, run):
    """`--about` looks into every column, whatever the case."""
    assert {row["relation"] for row in rows_of("statements", "--about", "PRAISED")} == {"praise"}
    result = run("statements", "--about", "nothing of this")
    assert (result.exit_code, result.stdout) == (0, "")


def test_removing_what_is_not_there_says_nothing_on_stdout(run):
    """Only an error, with a near id."""
    result = run("remove", "a1x")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Did you mean a1?" in result.stderr
