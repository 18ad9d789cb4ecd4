"""GraphML that networkx and igraph read whole, and JSON Lines of the statements."""

import json
from dataclasses import replace
from datetime import date
from io import StringIO
from xml.etree import ElementTree

import igraph
import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.events import assign, group_events
from graphbuilder.export import build_graph, export_graphml, export_jsonl
from graphbuilder.graph import build_tables
from graphbuilder.model import (
    Actor,
    Article,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Sentence,
    Statement,
    Status,
    When,
)

ODD = "Ünïon & <\"Sons'>\t中\u0000\u0008\ufffe"
TAMED = "Ünïon & <\"Sons'>\t中"
UNION = Party("organization/union", ODD, Kind.ORGANIZATION, ODD)
CHAD = Party("state/chad", "Chad", Kind.STATE, "Chad")
TREATY = Party("theme/treaty", "treaty", Kind.THEME, "the treaty")
SPEAKER = Party("person/ann-roe", "Ann Roe", Kind.PERSON, "she")


def make_extraction():
    """Two calls of the same two on two days, a planned support by another speaker, a denied attack."""
    text = f"{ODD} called Chad. Nothing else\rhappened."
    sentence = Sentence("a1", 0, 0, len(text), text)
    call = Statement(
        sentence, 0, 4, UNION, "call", "called", EventType.CONSULT, CHAD, False, Status.OCCURRED, None, None,
        When("2021-12-07", None, Precision.DAY), 0.9, "active",
    )  # fmt: skip
    again = replace(call, start_char=5, end_char=9, date=When("2021-12-14", None, Precision.DAY))
    backing = replace(
        call, relation="back", event_type=EventType.SUPPORT, object=TREATY, status=Status.PLANNED, date=None,
        speaker=SPEAKER,
    )  # fmt: skip
    denied = replace(call, relation="attack", event_type=EventType.ASSAULT, status=Status.NEGATED)
    actors = (
        Actor(UNION.id, ODD, Kind.ORGANIZATION, ("the Union", 'the "U"'), "Q1", None),
        Actor(CHAD.id, "Chad", Kind.STATE, (), "Q657", "TD"),
        Actor(TREATY.id, "treaty", Kind.THEME),
        Actor(SPEAKER.id, "Ann Roe", Kind.PERSON),
    )
    article = Article("a1", text, published=date(2021, 12, 20))
    return Extraction(article, (sentence,), (call, again, backing, denied), actors)


def export(path, extraction):
    export_graphml(path, build_tables([extraction], group_events([extraction])))
    return path


@pytest.fixture
def graphml(tmp_path):
    return export(tmp_path / "graph.graphml", make_extraction())


def test_networkx_reads_all(graphml):
    """Both calls are there, keyed by their events; odd characters survive, what XML cannot hold is left out."""
    graph = networkx.read_graphml(graphml, force_multigraph=True)
    assert set(graph) == {UNION.id, CHAD.id, TREATY.id, SPEAKER.id}
    union = graph.nodes[UNION.id]
    assert (union["name"], union["label"], union["kind"]) == (TAMED, TAMED, "organization")
    assert (union["labels"], union["wikidata"]) == (":Actor:Organization", "Q1")
    assert json.loads(union["aliases"]) == ['the "U"', "the Union"]
    assert "country" not in union
    assert graph.nodes[TREATY.id]["labels"] == ":Thing:Theme"
    calls = graph.get_edge_data(UNION.id, CHAD.id)
    assert {key: each["date"] for key, each in calls.items()} == {
        event.id: event.date.start for event in group_events([make_extraction()]) if event.event_type == "CONSULT"
    }
    assert all(key == each["event_id"] for key, each in calls.items())


def test_the_file_is_the_graph(tmp_path):
    """What is read back equals the graph that was written, attribute by attribute; its size is what was returned."""
    extraction = make_extraction()
    tables = build_tables([extraction], group_events([extraction]))
    graph = build_graph(tables)
    size = export_graphml(tmp_path / "graph.graphml", tables)
    back = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert size == (back.number_of_nodes(), back.number_of_edges()) == (4, 3)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(back.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_an_edge_shows_its_evidence(graphml):
    """Type for every reader, status, weight, statements, a sentence and who said it; no date where none is stated."""
    graph = networkx.read_graphml(graphml, force_multigraph=True)
    ((_, edge),) = graph.get_edge_data(UNION.id, TREATY.id).items()
    backing = make_extraction().statements[2]
    assert (edge["label"], edge["type"], edge["interaction"]) == ("SUPPORT", "SUPPORT", "SUPPORT")
    assert (edge["relation"], edge["status"], edge["speaker"]) == ("back", "planned", "Ann Roe")
    assert (edge["weight"], edge["n_articles"], edge["n_statements"], edge["score"]) == (1.0, 1.0, 1.0, 5.0)
    assert json.loads(edge["statement_ids"]) == [backing.id]
    assert edge["sentence"] == f"{TAMED} called Chad. Nothing else\rhappened."
    assert "date" not in edge


def test_what_is_denied_is_no_edge(graphml):
    """Only what happened or is planned is drawn."""
    graph = networkx.read_graphml(graphml, force_multigraph=True)
    assert sorted(kind for *_, kind in graph.edges(data="type")) == ["CONSULT", "CONSULT", "SUPPORT"]


def test_igraph_reads_all(graphml):
    """The same nodes and edges with the same attributes."""
    graph = igraph.Graph.Read_GraphML(str(graphml))
    other = networkx.read_graphml(graphml, force_multigraph=True)
    assert (graph.vcount(), graph.ecount(), graph.is_directed()) == (4, 3, True)
    assert graph.vs["id"] == list(other)
    assert graph.vs["name"] == [other.nodes[node]["name"] for node in other]
    for name in ("edge_id", "event_id", "type", "relation", "status", "weight", "score", "sentence", "statement_ids"):
        assert graph.es[name] == [each[name] for *_, each in other.edges(data=True)]
    assert graph.es["date"] == [each.get("date", "") for *_, each in other.edges(data=True)]


def test_keys_suit_every_reader(graphml):
    """Key ids are unique over nodes and edges, none is yEd's, all are typed; no attribute is called id."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(graphml).getroot()
    keys = {key.get("id"): key for key in root.iter(f"{space}key")}
    assert len(keys) == len(list(root.iter(f"{space}key")))
    assert not {"d3", "d7"} & set(keys)
    assert {key.get("attr.type") for key in keys.values()} == {"string", "double"}
    assert "id" not in {key.get("attr.name") for key in keys.values()}
    assert {name: (key.get("for"), key.get("attr.name")) for name, key in keys.items()} == {
        name: tuple(name.split("_", 1)) for name in keys
    }
    assert {data.get("key") for data in root.iter(f"{space}data")} <= set(keys)
    edges = [edge.get("id") for edge in root.iter(f"{space}edge")]
    assert len(set(edges)) == len(edges) == 3


def test_an_event_of_three_has_an_edge_for_every_pair(tmp_path):
    """They share the event and have ids of their own."""
    plain = make_extraction()
    talk = replace(plain.statements[0], relation="hold talks with", symmetric=True)
    third = Party("state/mali", "Mali", Kind.STATE, "Mali")
    talks = (talk, replace(talk, object=third), replace(talk, subject=CHAD, object=third))
    path = export(tmp_path / "graph.graphml", replace(plain, statements=talks))
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.number_of_edges() == 3
    assert len({event for *_, event in graph.edges(data="event_id")}) == 1
    assert len({edge for *_, edge in graph.edges(data="edge_id")}) == 3


def test_an_empty_graph_is_a_file_too(tmp_path):
    """No statements: no nodes, and readers accept it."""
    path = export(tmp_path / "graph.graphml", Extraction(Article("a", "Nothing.")))
    assert networkx.read_graphml(path).number_of_nodes() == 0
    assert igraph.Graph.Read_GraphML(str(path)).vcount() == 0


@settings(deadline=None)  # the machine may be busy
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_name_gives_a_file_that_can_be_read(tmp_path_factory, name):
    """Whatever XML allows comes back as it was."""
    plain = make_extraction()
    actors = (replace(plain.actors[0], name=f"x{name}x"), *plain.actors[1:])
    path = export(tmp_path_factory.mktemp("export") / "graph.graphml", replace(plain, actors=actors))
    back = networkx.read_graphml(path, force_multigraph=True).nodes[UNION.id]["name"]
    assert back == f"x{''.join(each for each in name if is_xml(each))}x"
    igraph.Graph.Read_GraphML(str(path))


def is_xml(character):
    return character in "\t\n\r" or (character >= " " and character not in "\ufffe\uffff")


def test_writing_twice_gives_the_same_bytes(graphml):
    """And leaves nothing else in the folder."""
    before = graphml.read_bytes()
    export(graphml, make_extraction())
    assert graphml.read_bytes() == before
    assert [each.name for each in graphml.parent.iterdir()] == ["graph.graphml"]


def test_a_failure_leaves_the_old_file(tmp_path):
    """The file is replaced when the new one is whole, not before."""
    path = tmp_path / "statements.jsonl"
    path.write_text("old")

    def extractions():
        yield make_extraction()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_jsonl(path, extractions())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_jsonl_is_the_public_row_after_the_id(tmp_path):
    """One line a statement, in order; a stream gets the same as a file."""
    extraction = make_extraction()
    events = group_events([extraction])
    path = tmp_path / "statements.jsonl"
    assert export_jsonl(path, [extraction], events) == 4
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows == [{"id": each.id} | each.to_row() for each in assign(extraction.statements, events)]
    assert [next(iter(row)) for row in rows] == ["id"] * 4
    assert all(row["event_id"] for row in rows)
    stream = StringIO()
    export_jsonl(stream, [extraction], events)
    assert stream.getvalue() == path.read_text(encoding="utf-8")
