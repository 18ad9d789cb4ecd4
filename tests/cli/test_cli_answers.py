"""ask, query and actors: rows on stdout, words on stderr, and the exit code says how it went."""

import json
from pathlib import Path

import pytest

from graphbuilder.queries import load_questions, question_names


def test_the_timeline_tells_two_calls_apart(rows_of):
    """Two planned calls of the same two men are two rows, in the order of their days, each with its sentence."""
    rows = rows_of("ask", "timeline", "-p", "a=biden", "-p", "b=VLADIMIR PUTIN")
    assert [(row["date"], row["status"], row["article"]) for row in rows] == [
        ("2021-12-07", "planned", "a1"),
        ("2021-12-30", "planned", "a2"),
    ]
    assert rows[1]["sentence"] == "Biden calls Putin on 30 December."


def test_the_timeline_takes_the_two_in_either_order_and_things_too(rows_of):
    """Germany and the certification, named from either side."""
    pair = ("Germany", "certification of Nord Stream 2")
    for one, other in (pair, pair[::-1]):
        rows = rows_of("ask", "timeline", "-p", f"a={one}", "-p", f"b={other}")
        assert [(row["date"], row["reported_by"]) for row in rows] == [("2021-11", ["Vladimir Putin"])]


def test_what_is_over_is_not_coming_up(rows_of):
    """`after` is a day, and only what is planned counts."""
    assert [row["date"] for row in rows_of("ask", "coming-up", "-p", "after=2021-12-08")] == ["2021-12-30"]


def test_who_said_names_speaker_and_sentence(rows_of):
    """What the president is reported to have said about Ukraine, by name or by alias."""
    rows = rows_of("ask", "who-said", "-p", "about=ukraine")
    assert [(row["speaker"], row["status"], row["sentence"]) for row in rows] == [
        ("Joe Biden", "hypothetical", "Russia may strike Ukraine.")
    ]


def test_a_denial_stands_beside_what_others_tell(rows_of):
    """What Peskov denies, the United States tells otherwise."""
    (row,) = rows_of("ask", "contradictions")
    assert (row["denied_by"], row["told_by"]) == (["Dmitry Peskov"], ["United States"])
    assert (row["sentence"], row["denial"]) == (
        "Washington says Moscow was invited.",
        "Moscow was not asked to the summit, Peskov said.",
    )


def test_only_what_happened_or_is_planned_is_an_act(rows_of):
    """An attack that is only possible does not appear among who does what."""
    rows = rows_of("ask", "who-does-what")
    assert ("Russia", "Ukraine") not in {(row["subject"], row["object"]) for row in rows}
    assert {row["event_type"] for row in rows_of("ask", "who-does-what", "-p", "event_type=sanction")} == {"SANCTION"}


def test_a_condition_is_told_with_what_hangs_on_it(rows_of):
    """Punishment, if there is an attack."""
    (row,) = rows_of("ask", "if-then")
    assert (row["then_event"], row["if_event"]) == ("United States may sanction Russia", "Russia may attack Ukraine")


def test_the_strongest_are_acts_and_at_most_two_of_a_pair(rows_of):
    """Offices are not among them; with one a pair the two calls of one pair are one."""
    rows = rows_of("ask", "strongest")
    pairs = [(row["subject"], row["object"]) for row in rows]
    assert not {"RELATION", "STATEMENT", "OTHER"} & {row["event_type"] for row in rows}
    assert pairs.count(("Joe Biden", "Vladimir Putin")) == 2
    single = rows_of("ask", "strongest", "-p", "per_pair=1")
    assert [(row["subject"], row["object"]) for row in single].count(("Joe Biden", "Vladimir Putin")) == 1


def test_a_connection_runs_over_the_fewest_events(rows_of):
    """Germany and Joe Biden meet over Ukraine and the United States."""
    rows = rows_of("ask", "connection")
    assert rows[0]["events"] == 3
    assert rows[0]["path"][::2] == ["Germany", "Ukraine", "United States", "Joe Biden"]


def test_without_a_question_all_are_listed(invoke):
    """For people a table, for programs an array; no workspace is needed."""
    table, array = invoke("ask"), invoke("ask", "--json")
    assert (table.exit_code, array.exit_code) == (0, 0)
    assert [entry["name"] for entry in json.loads(array.stdout)] == [query.name for query in load_questions()]
    assert all(name in table.stdout for name in question_names())
    assert "a='Joe Biden'" in table.stdout


def test_no_answer_is_said_on_stderr(invoke, workspace):
    """Nothing found is no failure: an empty stdout, and what was asked on stderr."""
    result = invoke("ask", "timeline", "-p", "a=Nobody", "--workspace", workspace)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "a=Nobody" in result.stderr
    assert invoke("ask", "timeline", "-p", "a=Nobody", "--workspace", workspace, "--json").stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("ask", "timelin"), "Error: timelin: no such question. Did you mean timeline?"),
        (("ask", "timeline", "-p", "c=1"), "Error: timeline: no parameter 'c'. It has: a, b, since, status, limit."),
        (("ask", "timeline", "-p", "limit=all"), "Error: -p limit=all: a whole number is needed."),
        (("ask", "timeline", "-p", "limit"), "Error: -p limit: write -p name=value."),
        (("query", "MATCH (n RETURN n"), "Error: "),
        (("query", "CREATE (n:Actor {id: 'x'})"), "Error: "),
        (("query", "RETURN $x AS x"), "Error: "),
    ],
)
def test_what_cannot_be_asked_is_one_line(invoke, workspace, words, message):
    """Exit code 1, nothing on stdout, one line on stderr and no traceback."""
    result = invoke(*words, "--workspace", workspace)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(message)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [("ask", "timeline"), ("query", "RETURN 1"), ("actors",), ("status",)])
def test_a_missing_workspace_names_the_cure(invoke, words):
    """Where there is nothing, `build` comes first, and nothing is made by asking."""
    result = invoke(*words)
    assert result.exit_code == 1
    assert result.stderr == "Error: ./graph: no workspace there. Run graphbuilder build PATH first.\n"
    assert not Path("graph").exists()


def test_a_query_takes_typed_parameters(rows_of):
    """Numbers are numbers, other words are text."""
    assert rows_of("query", "RETURN $n + 1 AS n, $t AS t", "-p", "n=2", "-p", "t=two") == [{"n": 3, "t": "two"}]


def test_a_query_may_come_from_standard_input(invoke, workspace):
    """`query -` reads the text."""
    result = invoke("query", "-", "--workspace", workspace, "--json", input="RETURN 1 AS one")
    assert json.loads(result.stdout) == [{"one": 1}]


def test_write_changes_the_graph_and_reload_makes_it_anew(invoke, workspace, rows_of):
    """What --write added is there in the next command, and gone after a reload from the ledger."""
    count = ("query", "MATCH (a:Actor) RETURN count(a) AS n")
    before = rows_of(*count)
    added = invoke("query", "CREATE (:Actor {id: 'x', name: 'X'})", "--write", "--workspace", workspace)
    assert added.exit_code == 0
    assert rows_of(*count)[0]["n"] == before[0]["n"] + 1
    assert invoke("reload", "--workspace", workspace).exit_code == 0
    assert rows_of(*count) == before


def test_actors_are_listed_with_counts(rows_of):
    """Most events first; the kind is that of the label."""
    rows = rows_of("actors")
    assert rows[0] == {
        "name": "United States", "kind": "state", "events": 6, "statements_said": 1, "wikidata": "Q30",
        "id": "state/united-states",
    }  # fmt: skip
    peskov = {"name": "Dmitry Peskov", "kind": "person", "events": 0, "statements_said": 1, "wikidata": None}
    assert {**peskov, "id": "person/dmitry-peskov"} in rows
