"""The Cypher texts of schema and load, and the batches that a load sends: the same for every engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from graphbuilder.tables import ACT_TYPES, EDGE_TYPES, NODE_LABELS, EdgeTable, GraphRow, NodeTable, Tables

BATCH = 5_000
"""Rows in one transaction."""

_ROOT = files("graphbuilder.cypher")
_KNOWN = {"FROM_LABEL": NODE_LABELS, "TO_LABEL": NODE_LABELS, "EDGE_TYPE": EDGE_TYPES}


@cache
def read_text(path: str) -> str:
    """One file of `cypher/`, such as "load/actor"."""
    return _ROOT.joinpath(*f"{path}.cypher".split("/")).read_text(encoding="utf-8")


def schema_statements() -> list[str]:
    """The statements of `schema.cypher`, without comments."""
    lines = [line for line in read_text("schema").splitlines() if not line.lstrip().startswith("//")]
    return [statement.strip() for statement in "\n".join(lines).split(";") if statement.strip()]


def fill(path: str, **names: str) -> str:
    """A text with its placeholders filled in; a label or type that is not of the closed list is a ValueError."""
    text = read_text(path)
    for placeholder, name in names.items():
        if name not in _KNOWN[placeholder]:
            raise ValueError(f"{path}: no label or type '{name}'")
        text = text.replace(placeholder, name)
    return text


def batches(tables: Tables) -> Iterator[tuple[str, Sequence[GraphRow]]]:
    """(text, rows) of a whole load: all nodes before the first edge, at most `BATCH` rows each."""
    texts = [(_node_text(table), table.rows) for table in tables.nodes]
    texts += [(_edge_text(table), table.rows) for table in tables.edges]
    for text, rows in texts:
        for start in range(0, len(rows), BATCH):
            yield text, rows[start : start + BATCH]


def _node_text(table: NodeTable) -> str:
    if table.label not in NODE_LABELS:
        raise ValueError(f"no label '{table.label}'")
    return read_text(f"load/{table.label.lower()}")


def _edge_text(table: EdgeTable) -> str:
    path = "load/act" if table.type in ACT_TYPES else "load/link"
    text = fill(path, FROM_LABEL=table.from_label, TO_LABEL=table.to_label, EDGE_TYPE=table.type)
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))
