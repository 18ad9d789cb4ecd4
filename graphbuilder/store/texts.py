"""The Cypher texts of schema and load: the same for every engine. Names in them come from the closed lists only."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from graphbuilder.tables import ACT_TYPES, EDGE_TYPES, NODE_LABELS, EdgeTable, NodeTable

_ROOT = files("graphbuilder.cypher")
_KNOWN = {"FROM_LABEL": NODE_LABELS, "TO_LABEL": NODE_LABELS, "NODE_LABEL": NODE_LABELS, "EDGE_TYPE": EDGE_TYPES}


@cache
def read_text(path: str) -> str:
    """One file of `cypher/`, such as "load/actor"."""
    return _ROOT.joinpath(*f"{path}.cypher".split("/")).read_text(encoding="utf-8")


def schema_statements() -> list[str]:
    """The statements of `schema.cypher`, without comments: the constraints, then the indexes."""
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


def merge_text(table: NodeTable | EdgeTable) -> str:
    """The text that writes rows of a table, whether they are there or not."""
    if isinstance(table, EdgeTable):
        return _edge_text(table, _edge_file(table))
    return _node_text(table, "")


def create_text(table: NodeTable | EdgeTable) -> str:
    """The text that writes rows of a table of which none is there yet: they need not be looked for. For Neo4j only."""
    if isinstance(table, EdgeTable):
        return _edge_text(table, f"{_edge_file(table)}_new")
    return _node_text(table, "_new")


def _node_text(table: NodeTable, ending: str) -> str:
    if table.label not in NODE_LABELS:
        raise ValueError(f"no label '{table.label}'")
    return read_text(f"load/{table.label.lower()}{ending}")


def _edge_file(table: EdgeTable) -> str:
    return "report" if table.type == "REPORTS" else "act" if table.type in ACT_TYPES else "link"


def _edge_text(table: EdgeTable, name: str) -> str:
    return fill(f"load/{name}", FROM_LABEL=table.from_label, TO_LABEL=table.to_label, EDGE_TYPE=table.type)
