"""The files of the bulk importer: their form, and that the real importer makes of them the graph that a load makes."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graphbuilder.bulk import MARK, VERSIONS, export_neo4j_csv, import_command
from graphbuilder.errors import GraphbuilderError, StoreUnavailable
from graphbuilder.server import (
    OPENS,
    fetch_jars,
    free_port,
    java,
    server_version,
    set_password,
    start,
    stop,
    write_conf,
)
from graphbuilder.store import Store, neo4j, open_neo4j
from graphbuilder.tables import EdgeTable, NodeTable, Tables

ODD = (
    'a "quoted" name', '"', "two\nlines", "carriage\r\nreturn", "semi;colon", "comma, comma", "émoji 😀", "a\\b\\",
    "  blanks  ", "'single'", "`tick`", "tab\there", "line\u2028separator", "\ufeffmark", "null\x00", "long " * 1500,
)  # fmt: skip


def theme(number: int, name: str, *aliases: str) -> dict[str, object]:
    return {"id": f"theme/{number:02}", "labels": ["Theme"], "name": name, "aliases": sorted(aliases)}


def odd_tables() -> Tables:
    """Every kind of value that our graph has, with every character that a CSV file may stumble over."""
    article = {"id": "a1", "labels": [], "name": "One", "headline": None, "source": "", "published": "2021-12"}
    statement = {"id": "s1", "labels": [], "name": "x", "confidence": 0.85, "start_char": 0, "end_char": 7}
    event = {"id": "e1", "labels": ["Planned", "VerbalConflict"], "name": "y", "date": "2021", "score": -3.0}
    person = {"id": "person/x", "labels": ["Person"], "name": "X", "aliases": ["X; Y", "😀", '"Z"'], "country": None}
    act = {
        "from": "person/x",
        "event_id": "e1",
        "relation": 'say "no";\n',
        "date": None,
        "score": -3.0,
        "n_articles": 2,
    }
    themes = [theme(number, name, f"also {name}", "b") for number, name in enumerate(ODD)]
    return Tables(
        (
            NodeTable("Article", [article]), NodeTable("Statement", [statement]), NodeTable("Event", [event]),
            NodeTable("Actor", [person]), NodeTable("Thing", [*themes, theme(99, "no other name")]),
        ),
        (
            EdgeTable("REPORTS", "Statement", "Event", [{"from": "s1", "to": "e1"}]),
            EdgeTable("REJECT", "Actor", "Thing", [{**act, "to": "theme/00"}, {**act, "to": "theme/01"}]),
            EdgeTable("ACCUSE", "Actor", "Thing", [{**act, "to": "theme/00"}]),
        ),
    )  # fmt: skip


def test_stated_is_quoted_and_not_stated_is_empty(tmp_path: Path) -> None:
    """A header beside the data, types by value, quotes doubled, lists in one cell; no value is nothing at all."""
    rows = [theme(1, 'the "pact"', "b", "a"), theme(2, "x")]
    files = export_neo4j_csv(tmp_path / "new" / "csv", Tables((NodeTable("Thing", rows),)))
    assert (files.nodes, files.edges, files.separator) == (("Thing",), (), ";")
    header, data = (files.folder / "Thing-header.csv").read_text(), (files.folder / "Thing.csv").read_text()
    assert header == "id:ID(Thing),name:string,aliases:string[],graphbuilder_load:string,:LABEL\n"
    assert data.splitlines() == [
        '"theme/01","the ""pact""","a;b","neo4j-csv","Thing;Theme"',
        '"theme/02","x",,"neo4j-csv","Thing;Theme"',
    ]


def test_edges_of_all_types_between_two_labels_share_a_file(tmp_path: Path) -> None:
    """The type is a column; numbers keep their type; what no row states has no column."""
    files = export_neo4j_csv(tmp_path, odd_tables())
    assert files.edges == ("Statement-Event", "Actor-Thing")
    header = (tmp_path / "Actor-Thing-header.csv").read_text().strip().split(",")
    assert header == [
        ":START_ID(Actor)", ":END_ID(Thing)", "event_id:string", "relation:string", "score:double", "n_articles:long",
        "graphbuilder_load:string", ":TYPE",
    ]  # fmt: skip
    assert (tmp_path / "Statement-Event.csv").read_text() == '"s1","e1","neo4j-csv","REPORTS"\n'


def test_the_separator_is_in_no_name(tmp_path: Path) -> None:
    """The importer cannot escape it, so another one is taken; where there is none left, nothing is written."""
    files = export_neo4j_csv(tmp_path, odd_tables())
    assert (files.separator, "'--array-delimiter=|'" in import_command(files, "5.26")) == ("|", True)
    with pytest.raises(GraphbuilderError, match="separator"):
        export_neo4j_csv(tmp_path, Tables((NodeTable("Thing", [theme(1, "x", ";|\x1e\x1f")]),)))


def test_an_export_leaves_nothing_of_an_earlier_one(tmp_path: Path) -> None:
    """Files of labels that are gone go, other people's stay."""
    (tmp_path / "mine.csv").touch()
    export_neo4j_csv(tmp_path, odd_tables())
    export_neo4j_csv(tmp_path, Tables((NodeTable("Thing", [theme(1, "x")]),)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Thing-header.csv", "Thing.csv", "mine.csv"]


def test_the_mark_is_that_of_the_loader() -> None:
    """A load sweeps what carries it."""
    assert neo4j.MARK == MARK


@pytest.fixture(scope="module")
def jars() -> Path:
    """The real server's tools; where they cannot be had the test is skipped, or fails in CI."""
    try:
        java()
        return fetch_jars()
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def imported(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A server on the store that the printed command made."""
    home, bolt = tmp_path_factory.mktemp("imported"), free_port()
    write_conf(home, bolt=bolt, http=free_port())
    files = export_neo4j_csv(home / "import", odd_tables())
    version = next(name for name in VERSIONS if server_version().startswith(name.removesuffix(".x")))
    words = shlex.split(import_command(files, version).replace("\\\n", ""))[1:]
    flags = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENS]  # as the script neo4j-admin has them
    admin = [str(java()), "-Xmx512m", *flags, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool"]
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run([*admin, *words], cwd=files.folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    set_password(home, jars, "imported-graph")
    process = start(home, jars)
    try:
        with closing(open_neo4j(f"bolt://127.0.0.1:{bolt}", "neo4j", "imported-graph")) as store:
            yield store
    finally:
        stop(process)


def contents(store: Store) -> list[object]:
    """Every node and edge with all its properties but the mark and the note of loads; an empty list is not stated."""
    nodes = store.run("MATCH (n) WHERE NOT n:GraphbuilderLoad RETURN n ORDER BY n.id")
    edges = store.run("MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b ORDER BY a, b, type(r)")
    for row in nodes:
        row["n"]["properties"] = {key: value for key, value in row["n"]["properties"].items() if value != []}
    return [*nodes, *edges]


def test_the_real_importer_makes_the_graph_that_a_load_makes(imported: Store) -> None:
    """Value by value; a load over it owns all of it and changes nothing, and makes the same from nothing."""
    after_import = contents(imported)
    assert len(after_import) == odd_tables().n_nodes + odd_tables().n_edges
    counts = imported.load(odd_tables()).counts
    assert contents(imported) == after_import
    imported.run("MATCH (n) DETACH DELETE n", write=True)
    assert imported.load(odd_tables()).counts == counts
    assert contents(imported) == after_import
    assert imported.load(Tables()).counts == {}


def test_both_versions_have_a_command(tmp_path: Path) -> None:
    """Every file that was written is named in it."""
    files = export_neo4j_csv(tmp_path, odd_tables())
    for version in VERSIONS:
        command = import_command(files, version)
        assert command.startswith("neo4j-admin database import full \\\n")
        assert all(path.name in command for path in tmp_path.iterdir())
        assert command.endswith("-- neo4j")
