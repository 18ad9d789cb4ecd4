"""How Neo4j means to answer: every text is planned on a graph of some size, so that there is something to weigh."""

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import neo4j
import pytest

from graphbuilder.queries import bind, load_question, question_names
from graphbuilder.store import Store
from graphbuilder.store.neo4j import Connection
from graphbuilder.store.texts import create_text, fill, merge_text, read_text, schema_statements
from graphbuilder.tables import EDGE_TYPES, NODE_LABELS, NodeTable, Tables

WASTEFUL = {
    "AllNodesScan", "CartesianProduct", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan",
}  # fmt: skip
ROOT = Path(__file__).parents[1]


def bench() -> ModuleType:
    """The benchmark's archive, which is made up."""
    spec = spec_from_file_location("made_up", ROOT / "bench" / "made_up.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def archive() -> Tables:
    """Some 13,000 relationships between actors, and a few themes."""
    tables = bench().make_tables(13_000)
    themes = [{"id": f"theme/{n:03}", "labels": ["Theme"], "name": f"theme {n}", "aliases": []} for n in range(300)]
    return Tables((*tables.nodes, NodeTable("Thing", themes)), tables.edges)


@pytest.fixture
def session(neo4j_store: Store, neo4j_server: Connection, archive: Tables) -> Iterator[neo4j.Session]:
    """A session of the driver on the loaded archive."""
    neo4j_store.load(archive)
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver, driver.session() as opened:
        opened.run("CALL db.prepareForReplanning()").consume()
        yield opened


BY_INDEX = ("NodeUniqueIndexSeek", "MergeUniqueNode")
"""Operators that find a node by the index of a constraint; 2026 has one of its own for MERGE."""


def operators(plan: dict[str, object]) -> Iterator[str]:
    """The operators of a plan, without the version that stands behind their names."""
    yield str(plan["operatorType"]).partition("@")[0]
    for child in plan.get("children", []):
        yield from operators(child)


def questions() -> Iterator[tuple[str, dict[str, object]]]:
    """Every question, with its defaults."""
    for name in question_names():
        question = load_question(name)
        yield question.text, dict(bind(question, {}))


def row_texts(archive: Tables) -> Iterator[tuple[str, dict[str, object]]]:
    """The texts that write rows."""
    for text in {
        text for table in (*archive.nodes, *archive.edges) for text in (merge_text(table), create_text(table))
    }:
        yield text, {"chunks": [{"mark": "x", "rows": []}]}


def other_texts() -> Iterator[tuple[str, dict[str, object]]]:
    """The loader's other texts."""
    for label in NODE_LABELS:
        yield fill("load/sweep_nodes", NODE_LABEL=label), {"marks": ["x"], "batch": 10}
    for edge_type in EDGE_TYPES:
        yield fill("load/sweep_edges", EDGE_TYPE=edge_type), {"marks": ["x"], "batch": 10}
    given = {"before": "", "token": "t", "state": {}, "batch": 1, "fingerprint": "", "commit": 1}
    for name in ("begin", "claim", "finish", "seal", "forget", "state"):
        yield read_text(f"load/{name}"), given
    for name in ("count_nodes", "count_edges", "ping", "await_indexes"):
        yield read_text(f"load/{name}"), {}


def planned(session: neo4j.Session, text: str, parameters: dict[str, object]) -> set[str]:
    return set(operators(session.run(f"EXPLAIN {text}", parameters).consume().plan or {}))


def test_no_question_reads_what_it_does_not_need(session: neo4j.Session) -> None:
    """No scan of all nodes or all relationships, no product of two sets."""
    found = {text: WASTEFUL & planned(session, text, parameters) for text, parameters in questions()}
    assert {text: bad for text, bad in found.items() if bad} == {}


def test_rows_find_their_nodes_by_the_index(session: neo4j.Session, archive: Tables) -> None:
    """A batch never scans a label."""
    for text, parameters in row_texts(archive):
        used = planned(session, text, parameters)
        assert not [name for name in used if name.endswith("Scan")], text
        looks = "MATCH" in text or "MERGE" in text
        assert looks is any(name.startswith(BY_INDEX) for name in used), (text, used)


def test_no_text_is_deprecated(session: neo4j.Session, archive: Tables) -> None:
    """The server has nothing to say against a text of ours, beside names that this graph does not have."""
    for text in schema_statements():
        notes(session, text, {})
    for text, parameters in (*questions(), *row_texts(archive), *other_texts()):
        notes(session, f"EXPLAIN {text}", parameters)
    notes(session, read_text("load/text_indexes"), {})


def notes(session: neo4j.Session, text: str, parameters: dict[str, object]) -> None:
    """Fails where the server gives notice of anything deprecated."""
    said = session.run(text, parameters).consume().gql_status_objects
    deprecated = [str(each) for each in said if "DEPRECAT" in str(each.raw_classification).upper()]
    assert not deprecated, (text, deprecated)


def test_the_notice_would_be_seen(session: neo4j.Session) -> None:
    """The check above can fail: a text that is deprecated is told of."""
    with pytest.raises(AssertionError):
        notes(session, "EXPLAIN MATCH (n) CALL { WITH n RETURN 1 AS one } RETURN one", {})
