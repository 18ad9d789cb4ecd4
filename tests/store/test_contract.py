"""What every store promises, held against each engine."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graphbuilder.errors import QueryRefused, StoreError, StoreUnavailable
from graphbuilder.store import Store, open_embedded
from graphbuilder.tables import ACT_TYPES, EXTRA_LABELS, EdgeTable, GraphRow, NodeTable, Tables

TRICKY = 'Łódź: “O\'Neil” said "no"\nC:\\temp `x` 北京 😀 $row'


def actor(number: int, name: str | None = None) -> GraphRow:
    return {
        "id": f"person/p{number:05}", "labels": ["Person"], "name": name or f"Person {number}",
        "aliases": [f"P{number}"], "wikidata": None, "country": None,
    }  # fmt: skip


def statement(number: int) -> GraphRow:
    return {
        "id": f"s{number:05}", "labels": [], "name": f"Statement {number}", "relation": "call",
        "relation_text": "called", "event_type": "CONSULT", "status": "occurred", "confidence": 0.9, "rule": "verb",
        "start_char": 0, "end_char": 6,
    }  # fmt: skip


def event(number: int, labels: Sequence[str] = ("Occurred", "VerbalCooperation")) -> GraphRow:
    return {
        "id": f"e{number:05}", "labels": list(labels), "name": f"Call {number}", "event_type": "CONSULT",
        "status": "occurred", "date": "2021-12", "date_end": None, "date_precision": "month", "score": 2.5,
        "n_statements": 1, "n_articles": 1, "n_sources": 1, "first_seen": "2021-12-07", "last_seen": None,
    }  # fmt: skip


def sentence(text: str) -> GraphRow:
    return {"id": "x1", "labels": [], "name": text[:9], "index": 0, "text": text, "start_char": 0, "end_char": 9}


def call(number: int, start: int, end: int) -> GraphRow:
    return {
        "from": f"person/p{start:05}", "to": f"person/p{end:05}", "event_id": f"e{number:05}", "relation": "call",
        "status": "occurred", "date": None, "score": 2.5, "n_articles": 1,
    }  # fmt: skip


def graph(size: int, *, parties: int = 3) -> Tables:
    """So many statements, each with its event and its edge between two of the parties."""
    return Tables(
        (
            NodeTable("Statement", [statement(number) for number in range(size)]),
            NodeTable("Event", [event(number) for number in range(size)]),
            NodeTable("Actor", [actor(number) for number in range(parties)]),
        ),
        (
            EdgeTable("REPORTS", "Statement", "Event", [{"from": f"s{n:05}", "to": f"e{n:05}"} for n in range(size)]),
            EdgeTable("CONSULT", "Actor", "Actor", [call(n, n % parties, (n + 1) % parties) for n in range(size)]),
        ),
    )


def everything(store: Store) -> object:
    """All that can be seen, in a fixed order."""
    nodes = store.run("MATCH (n) WHERE NOT n:GraphbuilderLoad RETURN n ORDER BY n.id")
    return nodes, store.run("MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b ORDER BY a, type(r), b, r.event_id")


def test_an_empty_graph_can_be_loaded_and_asked(store: Store) -> None:
    """No tables: no rows, no counts, no error."""
    report = store.load(Tables())
    assert (dict(report.nodes), dict(report.edges), store.counts()) == ({}, {}, {})
    assert store.run("MATCH (n) RETURN n") == []


def test_a_second_load_changes_nothing(store: Store) -> None:
    """The same counts, nodes and edges."""
    report = store.load(graph(7))
    assert (report.nodes, report.edges) == ({"Statement": 7, "Event": 7, "Actor": 3}, {"REPORTS": 7, "CONSULT": 7})
    before = everything(store)
    assert store.load(graph(7)) == report
    assert everything(store) == before
    assert store.counts() == report.counts


def test_what_left_the_tables_leaves_the_graph(store: Store) -> None:
    """Nodes and edges of the earlier load are gone, and come back with the tables."""
    store.load(graph(9, parties=4))
    store.load(graph(2))
    assert store.counts() == {"Statement": 2, "Event": 2, "Actor": 3, "REPORTS": 2, "CONSULT": 2}
    store.load(graph(9, parties=4))
    assert store.counts() == {"Statement": 9, "Event": 9, "Actor": 4, "REPORTS": 9, "CONSULT": 9}
    store.load(Tables())
    assert everything(store) == ([], [])


def test_an_edge_can_go_while_its_ends_stay(store: Store) -> None:
    """Only the edge is swept."""
    whole = graph(3)
    store.load(whole)
    store.load(replace(whole, edges=whole.edges[:1]))
    assert store.counts() == {"Statement": 3, "Event": 3, "Actor": 3, "REPORTS": 3}


def test_changed_values_and_labels_are_replaced(store: Store) -> None:
    """The old status label goes, and a value that is no longer stated goes as well."""
    store.load(Tables((NodeTable("Event", [event(1)]),)))
    changed = event(1, labels=["Negated"]) | {"date": None, "name": "No call"}
    store.load(Tables((NodeTable("Event", [changed]),)))
    assert store.run("MATCH (n:Event) RETURN labels(n) AS labels, n.name AS name, n.date AS date") in (
        [{"labels": ["Event", "Negated"], "name": "No call", "date": None}],
        [{"labels": ["Negated", "Event"], "name": "No call", "date": None}],
    )


@pytest.mark.parametrize(
    "text",
    [TRICKY, "x" * 40_000, "' OR 1=1 //", "a\tb\r\nc\u2028d", "a\0b", "``` \\` \\u0027 $rows {{}}", "é" * 1_000_000],
)
def test_any_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    """Quotes, line ends, other scripts and length do no harm, in values and in parameters."""
    store.load(Tables((NodeTable("Sentence", [sentence(text)]), NodeTable("Actor", [actor(1, name=text[:1000])]))))
    assert store.run("MATCH (n:Sentence) RETURN n.text AS text") == [{"text": text}]
    assert store.run("MATCH (n:Actor) WHERE n.name = $name RETURN count(n) AS n", {"name": text[:1000]}) == [{"n": 1}]


def test_every_label_and_type_can_be_written(store: Store) -> None:
    """The texts in `cypher/load` know the whole closed list."""
    kinds = {
        "Person": "Actor",
        "State": "Actor",
        "Organization": "Actor",
        "Group": "Actor",
        "Theme": "Thing",
        "Place": "Thing",
    }
    rows: dict[str, list[GraphRow]] = {"Event": [], "Actor": [], "Thing": []}
    for number, label in enumerate(EXTRA_LABELS):
        base = kinds.get(label, "Event")
        rows[base].append((event(number) if base == "Event" else actor(number)) | {"labels": [label]})
    ends = {"from": rows["Actor"][0]["id"], "to": rows["Thing"][0]["id"]}
    edges = [EdgeTable(each, "Actor", "Thing", [call(1, 0, 0) | ends]) for each in ACT_TYPES]
    store.load(Tables(tuple(NodeTable(label, table) for label, table in rows.items()), tuple(edges)))
    for label in EXTRA_LABELS:
        assert store.run(f"MATCH (n:{label}) RETURN count(n) AS n") == [{"n": 1}], label
    found = store.run("MATCH (a:Person)-[r]->(b:Theme) RETURN type(r) AS type ORDER BY type")
    assert [row["type"] for row in found] == sorted(ACT_TYPES)


def test_answers_have_one_shape(store: Store) -> None:
    """Nodes, relationships, paths, dates and lists are the same plain values from every engine."""
    store.load(graph(1, parties=2))
    [row] = store.run(
        "MATCH p = (a:Actor)-[r:CONSULT]->(b) RETURN a, r, p, [a] AS list, {k: r} AS map, date('2021-12-07') AS day, "
        "datetime('2021-12-07T10:30:00Z') AS moment, duration('P1M2D') AS span, null AS nothing, 1.5 AS number"
    )
    node = {"labels": ["Actor", "Person"], "properties": {"id": "person/p00000", "name": "Person 0", "aliases": ["P0"]}}
    edge = {
        "type": "CONSULT",
        "properties": {"event_id": "e00000", "relation": "call", "status": "occurred", "score": 2.5, "n_articles": 1},
    }
    assert (row["a"], row["r"], row["list"], row["map"]) == (node, edge, [node], {"k": edge})
    assert (row["p"]["nodes"][0], row["p"]["relationships"]) == (node, [edge])
    assert (row["day"], row["moment"][:19], row["nothing"]) == ("2021-12-07", "2021-12-07T10:30:00", None)
    assert (row["span"], row["number"]) == ({"months": 1, "days": 2, "seconds": 0}, 1.5)


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Actor {id: 'x', name: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Actor) REMOVE n:Person",
        "merge (n:Actor {id: 'x'})",
        "MATCH (n:Actor) FOREACH (one IN [1] | SET n.name = 'x')",
        "CREATE INDEX other IF NOT EXISTS FOR (n:Actor) ON (n.country)",
        "LOAD CSV FROM 'file:///nothing.csv' AS line CREATE (n:Actor {id: line[0]})",
    ],
)
def test_a_query_that_writes_is_refused(store: Store, query: str) -> None:
    """The error names --write, and nothing has changed."""
    store.load(graph(2))
    before = everything(store)
    with pytest.raises(QueryRefused, match="--write"):
        store.run(query)
    assert everything(store) == before


def test_a_query_of_many_transactions_is_refused(store: Store) -> None:
    """With and without leave to write: it would not be taken back as a whole."""
    store.load(graph(2))
    before = everything(store)
    for write in (False, True):
        with pytest.raises(QueryRefused):
            store.run("UNWIND [1] AS x CALL (x) { CREATE (n:Actor {id: 'x'}) } IN TRANSACTIONS", write=write)
    assert everything(store) == before


def test_text_that_is_no_unicode_is_refused(store: Store) -> None:
    """A lone surrogate: one line that names the row, and the graph is as it was."""
    store.load(graph(2))
    before = everything(store)
    with pytest.raises(StoreError, match="x1") as refused:
        store.load(Tables((NodeTable("Sentence", [sentence("a \ud800 b")]),)))
    assert "\n" not in str(refused.value)
    assert everything(store) == before


def test_progress_is_told(store: Store) -> None:
    """Up to the last row, and never beyond."""
    told: list[tuple[int, int]] = []
    store.load(graph(10_001, parties=10), on_progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (40_014, 40_014)


def test_from_scratch_ends_in_the_same_graph(store: Store) -> None:
    """Whatever was there."""
    store.load(graph(9))
    store.load(graph(3), from_scratch=True)
    before = everything(store)
    store.load(graph(3))
    assert everything(store) == before


def test_words_of_writing_in_a_text_are_no_writing(store: Store) -> None:
    """Only what the query does counts."""
    store.load(graph(1))
    found = store.run("MATCH (n:Actor) WHERE n.name <> 'CREATE' RETURN 'DELETE SET' AS `MERGE`\n// REMOVE\nLIMIT 1")
    assert found == [{"MERGE": "DELETE SET"}]


def test_a_query_may_write_where_that_is_meant(store: Store) -> None:
    """And the next load takes the change back."""
    store.load(graph(2))
    store.run("MATCH (n:Actor {id: $id}) SET n.name = 'Changed'", {"id": "person/p00000"}, write=True)
    assert store.run("MATCH (n:Actor) WHERE n.name = 'Changed' RETURN count(n) AS n") == [{"n": 1}]
    store.load(graph(2))
    assert store.run("MATCH (n:Actor) WHERE n.name = 'Changed' RETURN count(n) AS n") == [{"n": 0}]


@pytest.mark.parametrize("query", ["MATCH (n RETURN n", "RETURN $missing AS x", "RETURN nosuchfunction(1) AS x"])
def test_wrong_cypher_is_refused_in_one_line(store: Store, query: str) -> None:
    """What the engine says, without its drawing of the place."""
    store.load(graph(1))
    with pytest.raises(QueryRefused) as refused:
        store.run(query)
    assert str(refused.value)
    assert "\n" not in str(refused.value)
    assert store.run("RETURN 1 AS one") == [{"one": 1}]


def test_full_text_finds_words_after_every_load(store: Store) -> None:
    """Also where more than a thousand documents changed at once."""
    store.load(graph(1, parties=1500))
    for word in ("1499", "7"):
        text = "CALL db.index.fulltext.queryNodes('actor_words', $word) YIELD node RETURN node.id AS id"
        assert store.run(text, {"word": word}) == [{"id": f"person/p{int(word):05}"}]


def test_ten_thousand_statements(store: Store) -> None:
    """More than one batch, and nothing is lost between batches or in the sweep."""
    store.load(graph(10_001, parties=1000))
    assert store.counts() == {"Statement": 10_001, "Event": 10_001, "Actor": 1000, "REPORTS": 10_001, "CONSULT": 10_001}
    store.load(graph(1, parties=1000))
    assert store.counts() == {"Statement": 1, "Event": 1, "Actor": 1000, "REPORTS": 1, "CONSULT": 1}


def test_closing_twice_does_no_harm(store: Store) -> None:
    """A second close does nothing."""
    store.load(graph(1))
    store.close()
    store.close()


def test_an_unknown_label_is_never_written(store: Store) -> None:
    """Labels and types come from the closed list only."""
    with pytest.raises(ValueError, match="Robert"):
        store.load(Tables((NodeTable("Robert) DETACH DELETE (n", [actor(1)]),)))
    with pytest.raises(ValueError, match="Robert"):
        store.load(Tables((), (EdgeTable("Robert]->() //", "Actor", "Actor", [call(1, 0, 1)]),)))


def test_both_engines_hold_the_same_graph(neo4j_store: Store, tmp_path: Path) -> None:
    """Every node, label, property and edge."""
    embedded = open_embedded(tmp_path / "graph.kgl")
    for store in (embedded, neo4j_store):
        store.load(graph(25, parties=5))
    assert everything(embedded) == everything(neo4j_store)


def test_a_graph_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    """Asking before the first build."""
    with pytest.raises(StoreUnavailable, match="graphbuilder build"):
        open_embedded(tmp_path / "graph.kgl").run("RETURN 1 AS one")
