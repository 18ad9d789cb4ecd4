"""The graph file of a workspace."""

from pathlib import Path

import pytest

from graphbuilder.errors import QueryRefused, StoreUnavailable
from graphbuilder.store import open_embedded
from graphbuilder.store.texts import read_text
from graphbuilder.tables import NodeTable, Tables


def themes(*names: str) -> Tables:
    rows = [{"id": f"theme/{name}", "labels": ["Theme"], "name": name, "aliases": []} for name in names]
    return Tables((NodeTable("Thing", rows),))


def test_the_graph_is_one_file_and_is_there_for_the_next(tmp_path: Path) -> None:
    """Nothing else is left in the workspace, after loads, writes and refusals."""
    path = tmp_path / "new" / "graph.kgl"
    store = open_embedded(path)
    store.load(themes("pact", "summit"))
    store.run("MATCH (n:Thing {name: 'pact'}) SET n.name = 'treaty'", write=True)
    with pytest.raises(QueryRefused):
        store.run("MATCH (n) DELETE n")
    store.close()
    assert [entry.name for entry in path.parent.iterdir()] == ["graph.kgl"]
    names = open_embedded(path).run("MATCH (n:Thing) RETURN n.name AS name ORDER BY name")
    assert names == [{"name": "summit"}, {"name": "treaty"}]


def test_a_reader_keeps_the_graph_that_it_opened(tmp_path: Path) -> None:
    """While another process puts a new one in its place."""
    path = tmp_path / "graph.kgl"
    open_embedded(path).load(themes("pact"))
    reader = open_embedded(path)
    assert reader.counts() == {"Thing": 1}
    open_embedded(path).load(themes("pact", "summit"))
    assert reader.counts() == {"Thing": 1}
    assert open_embedded(path).counts() == {"Thing": 2}


def test_a_load_that_fails_leaves_the_old_graph(tmp_path: Path) -> None:
    """The new one is built beside it."""
    path = tmp_path / "graph.kgl"
    store = open_embedded(path)
    store.load(themes("pact"))
    with pytest.raises(ValueError, match="Nothing"):
        store.load(Tables((*themes("summit").nodes, NodeTable("Nothing", [{"id": "1"}]))))
    assert store.counts() == {"Thing": 1}
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.kgl"]


def test_a_write_that_fails_changes_nothing(tmp_path: Path) -> None:
    """Not even for the store that tried it."""
    store = open_embedded(tmp_path / "graph.kgl")
    store.load(themes("pact", "summit"))
    with pytest.raises(QueryRefused):
        store.run("MATCH (n:Thing) SET n.name = 'x' WITH n RETURN nosuchfunction(n)", write=True)
    names = store.run("MATCH (n:Thing) RETURN n.name AS name ORDER BY name")
    assert names == [{"name": "pact"}, {"name": "summit"}]


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    """The cure is a reload from the ledger."""
    path = tmp_path / "graph.kgl"
    path.write_bytes(b"this is no graph")
    with pytest.raises(StoreUnavailable, match="graphbuilder reload"):
        open_embedded(path).counts()


def test_the_engine_keeps_stderr_clean(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A query about a label that is not there is no reason to write to the terminal."""
    store = open_embedded(tmp_path / "graph.kgl")
    store.load(themes("pact"))
    assert store.run("MATCH (n:Nobody) RETURN n.name AS name") == []
    assert capfd.readouterr() == ("", "")


def test_texts_hold_one_statement_each() -> None:
    """Placeholders are all filled in by `fill`, so a text without them is whole."""
    assert "$chunks" in read_text("load/actor")
    assert "LABEL" not in read_text("load/actor")


def test_nobody_has_an_alias(tmp_path: Path) -> None:
    """A property that no node has leaves its text index empty; the others are filled."""
    row = {"id": "person/ann", "labels": ["Person"], "name": "Ann", "aliases": None, "wikidata": None, "country": None}
    store = open_embedded(tmp_path / "graph.kgl")
    assert store.load(Tables((NodeTable("Actor", [row]),))).counts == {"Actor": 1}
    found = "CALL db.index.fulltext.queryNodes($index, 'ann') YIELD node RETURN node.name AS name"
    assert store.run(found, {"index": "actor_words"}) == [{"name": "Ann"}]
