"""The same text, the same rows: every question on the embedded engine and on a real Neo4j."""

import re
from contextlib import closing

import pytest

from graphbuilder.events import group_events
from graphbuilder.graph import build_tables
from graphbuilder.queries import bind, load_question, load_questions
from graphbuilder.store import open_embedded
from graphbuilder.store.texts import read_text
from graphbuilder.tables import ACT_TYPES

OTHERS = {
    "timeline": {"a": "Germany", "b": "ukraine"},
    "proof": {"a": "biden", "b": "VLADIMIR PUTIN", "limit": "1"},
    "who-does-what": {"event_type": "consult", "since": "2021-12-10"},
    "coming-up": {"after": "2022"},
    "strongest": {"per_pair": "1", "limit": "3"},
    "connection": {"a": "Vladimir Putin", "b": "ukraine"},
}
WALKED = ("connection", "for-and-against", "strongest", "who-does-what")
CALLED_TWICE = """
CREATE (ann:Actor {id: 'ann', name: 'Ann'}), (bo:Actor {id: 'bo', name: 'Bo'})
CREATE (later:Event {id: '3', name: 'Ann calls Bo'}), (first:Event {id: '1', name: 'Ann calls Bo'})
CREATE (other:Event {id: '2', name: 'Bo accuses Ann'})
CREATE (later)-[:SUBJECT]->(ann), (later)-[:OBJECT]->(bo), (first)-[:SUBJECT]->(ann), (first)-[:OBJECT]->(bo)
CREATE (other)-[:SUBJECT]->(bo), (other)-[:OBJECT]->(ann)
CREATE (ann)-[:CONSULT {event_id: '3'}]->(bo), (ann)-[:CONSULT {event_id: '1'}]->(bo)
CREATE (bo)-[:ACCUSE {event_id: '2'}]->(ann)
"""
PROMISED = """
CREATE (ann:Actor:Person {id: 'ann', name: 'Ann', country: 'XX'}), (bo:Actor {id: 'bo', name: 'Bo'})
CREATE (land:Actor:State {id: 'land', name: 'Land', country: 'XX'}), (d:Article {id: 'd', published: '2022-01-01'})
CREATE (word:Event {id: '1', name: 'Ann promises Bo', event_type: 'AGREE', status: 'occurred'})
CREATE (plan:Event {id: '2', name: 'Ann will supply Bo', event_type: 'AID', status: 'planned'})
CREATE (deed:Event {id: '3', name: 'Land supplies Bo', event_type: 'AID', status: 'occurred', date: '2022-02-01'})
CREATE (p:Statement {id: 'p', event_type: 'AGREE', status: 'occurred'}), (s:Statement {id: 's', status: 'planned'})
CREATE (t:Statement {id: 't', status: 'occurred'})
CREATE (x:Sentence {id: 'x', text: 'Ann promised to supply Bo.'}), (y:Sentence {id: 'y'})
CREATE (d)-[:HAS_SENTENCE]->(x), (d)-[:HAS_SENTENCE]->(y)
CREATE (p)-[:IN_SENTENCE]->(x), (s)-[:IN_SENTENCE]->(x), (t)-[:IN_SENTENCE]->(y)
CREATE (p)-[:REPORTS]->(word), (s)-[:REPORTS]->(plan), (t)-[:REPORTS]->(deed), (ann)-[:SAID]->(s)
CREATE (word)-[:SUBJECT]->(ann), (word)-[:OBJECT]->(bo), (plan)-[:SUBJECT]->(ann), (plan)-[:OBJECT]->(bo)
CREATE (deed)-[:SUBJECT]->(land), (deed)-[:OBJECT]->(bo)
"""
DENIED = """
CREATE (ann:Actor {id: 'ann', name: 'Ann'}), (bo:Actor {id: 'bo', name: 'Bo'}), (cy:Actor {id: 'cy', name: 'Cy'})
CREATE (no:Event {id: '1', name: 'Ann does not call Bo', status: 'negated'})
CREATE (yes:Event {id: '2', name: 'Ann calls Cy'}), (soon:Event {id: '3', name: 'Cy will meet Bo'})
CREATE (no)-[:SUBJECT]->(ann), (no)-[:OBJECT]->(bo), (yes)-[:SUBJECT]->(ann), (yes)-[:OBJECT]->(cy)
CREATE (ann)-[:CONSULT {event_id: '2'}]->(cy), (cy)-[:CONSULT {event_id: '3'}]->(bo)
"""


@pytest.fixture(scope="module")
def tables(extractions):
    """The graph of the two articles."""
    return build_tables(extractions, group_events(extractions))


def test_both_engines_answer_alike(tables, neo4j_store, tmp_path):
    """Rows, their order and their values are equal, with the defaults and with other parameters."""
    with closing(open_embedded(tmp_path / "graph.kgl")) as embedded:
        for store in (embedded, neo4j_store):
            store.load(tables)
        for question in load_questions():
            for given in ({}, OTHERS.get(question.name, {})):
                values = bind(question, given)
                assert embedded.run(question.text, values) == neo4j_store.run(question.text, values), question.name


def test_the_rows_of_a_connection_differ(tables, store):
    """All events between the same stations make one row, with the one told most, on both engines."""
    store.load(tables)
    store.run(CALLED_TWICE, write=True)
    question = load_question("connection")
    assert store.run(question.text, bind(question, {"a": "ann", "b": "bo"})) == [
        {"events": 1, "path": ["Ann", "Ann calls Bo", "Bo"], "sentences": [""]},
    ]


def test_a_connection_runs_over_what_happened_or_is_planned(tables, store):
    """A shorter way over an event that is denied is none."""
    store.load(tables)
    store.run(DENIED, write=True)
    question = load_question("connection")
    assert store.run(question.text, bind(question, {"a": "ann", "b": "bo"})) == [
        {"events": 2, "path": ["Ann", "Ann calls Cy", "Cy", "Cy will meet Bo", "Bo"], "sentences": ["", ""]},
    ]


def test_a_state_keeps_the_promise_of_its_president(tables, store):
    """The same kind of act, to the same, by the state whose person gave his word."""
    store.load(tables)
    store.run(PROMISED, write=True)
    question = load_question("promises")
    [row] = [row for row in store.run(question.text, bind(question, {})) if row["promised_by"] == "Ann"]
    assert (row["outcome"], row["followed_by"], row["followed_in"]) == ("kept", ["Land supplies Bo"], ["d"])


def test_relations_do_not_drown_acts(tables, store):
    """Who is what to whom is told where it is asked for."""
    store.load(tables)
    question = load_question("who-does-what")
    every = store.run(question.text, bind(question, {}))
    assert every
    assert "RELATION" not in {row["event_type"] for row in every}
    asked = store.run(question.text, bind(question, {"event_type": "relation"}))
    assert [row["relation"] for row in asked] == ["president of"]


@pytest.mark.parametrize("text", [f"{room}/{name}" for room in ("ask", "picture") for name in WALKED])
def test_a_text_that_names_acts_names_all(text):
    """A type that is new must be walked too; RELATION, STATEMENT and OTHER are left out where they say too little."""
    [walked] = re.findall(r"\[(?:r:|:)((?:[A-Z]+\|\s*){5,}[A-Z]+)", read_text(text))
    assert {*re.split(r"\|\s*", walked), "RELATION", "STATEMENT", "OTHER"} == set(ACT_TYPES)


def test_reload_and_ask_use_the_server(tables, neo4j_server, neo4j_store, rows_of, monkeypatch):
    """What `reload --neo4j` loads, `ask --neo4j` answers as the workspace does."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    assert rows_of("reload", "--neo4j")["Statement"] == 12
    assert rows_of("ask", "timeline", "--neo4j") == rows_of("ask", "timeline")
    assert rows_of("query", "MATCH (a:Article) RETURN count(a) AS n", "--neo4j") == [{"n": 2}]
