"""The same text, the same rows: every question on the embedded engine and on a real Neo4j."""

from contextlib import closing

import pytest

from graphbuilder.events import group_events
from graphbuilder.graph import build_tables
from graphbuilder.queries import bind, load_question, load_questions
from graphbuilder.store import open_embedded

OTHERS = {
    "timeline": {"a": "Germany", "b": "ukraine"},
    "proof": {"a": "biden", "b": "VLADIMIR PUTIN", "limit": "1"},
    "who-does-what": {"event_type": "consult", "since": "2021-12-10"},
    "coming-up": {"after": "2022"},
    "strongest": {"per_pair": "1", "limit": "3"},
    "connection": {"a": "Vladimir Putin", "b": "ukraine"},
}
CALLED_TWICE = """
CREATE (ann:Actor {id: 'ann', name: 'Ann'}), (bo:Actor {id: 'bo', name: 'Bo'})
CREATE (later:Event {id: '3', name: 'Ann calls Bo'}), (first:Event {id: '1', name: 'Ann calls Bo'})
CREATE (other:Event {id: '2', name: 'Bo accuses Ann'})
CREATE (later)-[:SUBJECT]->(ann), (later)-[:OBJECT]->(bo), (first)-[:SUBJECT]->(ann), (first)-[:OBJECT]->(bo)
CREATE (other)-[:SUBJECT]->(bo), (other)-[:OBJECT]->(ann)
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
    """Two events of one name make one row; the rows are in the order of what they show, on both engines."""
    store.load(tables)
    store.run(CALLED_TWICE, write=True)
    question = load_question("connection")
    assert store.run(question.text, bind(question, {"a": "ann", "b": "bo"})) == [
        {"events": 1, "path": ["Ann", "Ann calls Bo", "Bo"]},
        {"events": 1, "path": ["Ann", "Bo accuses Ann", "Bo"]},
    ]


def test_reload_and_ask_use_the_server(tables, neo4j_server, neo4j_store, rows_of, monkeypatch):
    """What `reload --neo4j` loads, `ask --neo4j` answers as the workspace does."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    assert rows_of("reload", "--neo4j")["Statement"] == 12
    assert rows_of("ask", "timeline", "--neo4j") == rows_of("ask", "timeline")
    assert rows_of("query", "MATCH (a:Article) RETURN count(a) AS n", "--neo4j") == [{"n": 2}]
