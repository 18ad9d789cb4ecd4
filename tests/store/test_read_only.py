"""A question reads the graph and nothing else."""

from pathlib import Path

import pytest

from graphbuilder.errors import QueryRefused
from graphbuilder.store import Store
from graphbuilder.tables import Tables


@pytest.mark.parametrize(
    "query",
    [
        "LOAD CSV FROM $url AS row RETURN row",
        "MATCH (n) WITH count(n) AS n load /* the */ csv // file\n WITH HEADERS FROM $url AS row RETURN row",
        "LO\\u0041D CSV FROM $url AS row RETURN row",
        "RETURN '\\'' AS quote UNION LOAD CSV FROM $url AS row RETURN row[0] AS quote",
    ],
)
def test_no_question_reads_a_file(store: Store, tmp_path: Path, query: str) -> None:
    """Neither of this machine nor of the server's: refused in one line that names --write."""
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n")
    store.load(Tables())
    with pytest.raises(QueryRefused, match=r"LOAD CSV.*--write"):
        store.run(query, {"url": secret.as_uri()})


def test_words_about_files_are_no_files(store: Store) -> None:
    """In a string, a name or a comment."""
    store.load(Tables())
    query = "RETURN 'LOAD CSV' AS `load csv`, \"it's LOAD CSV\" AS b // LOAD CSV"
    assert store.run(query) == [{"load csv": "LOAD CSV", "b": "it's LOAD CSV"}]
