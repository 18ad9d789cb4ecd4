"""Files for Neo4j's bulk importer (`neo4j-admin database import full`), and the command that takes them in.

A node file for each base label and an edge file for each pair of base labels, each with a header file beside it. What
is stated is quoted and what is not stated is empty without quotes, which the importer keeps apart. An empty list is
not stated: the importer cannot store one. Every row carries a mark, by which the next load knows it as its own and as
an earlier load's: it makes the indexes and writes all of it once more.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

from graphbuilder.errors import GraphbuilderError
from graphbuilder.tables import NODE_LABELS, GraphRow, Tables

MARK = "graphbuilder_load"
MARKED = "neo4j-csv"
SEPARATORS = {";": ";", "|": "|", "\x1f": "U+001F", "\x1e": "U+001E"}
"""What may stand between the elements of a list, and how the importer is told; the first that no element holds."""
TYPES = {
    frozenset({str}): "string",
    frozenset({int}): "long",
    frozenset({float}): "double",
    frozenset({int, float}): "double",
    frozenset({bool}): "boolean",
    frozenset({list}): "string[]",
}
VERSIONS = {"5.26": (), "2026": ("--multiline-fields-format=v1",)}
"""The options that a version of the importer needs beside those that all take."""


@dataclass(frozen=True, slots=True)
class BulkFiles:
    """What was written into `folder`: the names of node and edge files without ending, and the list separator."""

    folder: Path
    nodes: tuple[str, ...]
    edges: tuple[str, ...]
    separator: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file to write: the columns of ids with their titles, the title of the last column, and what fills it beside
    the labels of a row, with the rows."""

    name: str
    ids: Mapping[str, str]
    last: str
    parts: Sequence[tuple[str, Sequence[GraphRow]]]

    @property
    def rows(self) -> Iterator[GraphRow]:
        """The rows of all parts."""
        return chain.from_iterable(rows for _, rows in self.parts)


def export_neo4j_csv(folder: Path | str, tables: Tables) -> BulkFiles:
    """Write the files into the folder, which is made where it is missing; files of an earlier export go.

    Raises OSError where it cannot be written.
    """
    folder = Path(folder)
    nodes, edges = list(_node_sheets(tables)), list(_edge_sheets(tables))
    separator = _separator(nodes)
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    for sheet in (*nodes, *edges):
        _write(folder, sheet, separator)
    return BulkFiles(folder, tuple(each.name for each in nodes), tuple(each.name for each in edges), separator)


def import_command(files: BulkFiles, version: str, database: str = "neo4j") -> str:
    """What to run in the folder of the files, on a server of that version that is not running; on several lines."""
    options = [
        "--overwrite-destination",
        "--id-type=string",
        f"--array-delimiter={SEPARATORS[files.separator]}",
        "--multiline-fields=true",
        *VERSIONS[version],
        "--bad-tolerance=0",
        *(f"--nodes=./{name}-header.csv,./{name}.csv" for name in files.nodes),
        *(f"--relationships=./{name}-header.csv,./{name}.csv" for name in files.edges),
    ]
    words = map(shlex.quote, options)
    return " \\\n  ".join(("neo4j-admin database import full", *words, f"-- {shlex.quote(database)}"))


def _clear(folder: Path) -> None:
    pairs = (f"{start}-{end}" for start, end in product(NODE_LABELS, repeat=2))
    for name in chain(NODE_LABELS, pairs):
        for ending in ("-header.csv", ".csv"):
            (folder / f"{name}{ending}").unlink(missing_ok=True)


def _node_sheets(tables: Tables) -> Iterator[_Sheet]:
    for table in tables.nodes:
        yield _Sheet(table.label, {"id": f"id:ID({table.label})"}, ":LABEL", [(table.label, table.rows)])


def _edge_sheets(tables: Tables) -> Iterator[_Sheet]:
    """The edges of all types between two labels in one file: a command of twenty lines, not of a hundred."""
    pairs: dict[tuple[str, str], list[tuple[str, Sequence[GraphRow]]]] = {}
    for table in tables.edges:
        pairs.setdefault((table.from_label, table.to_label), []).append((table.type, table.rows))
    for (start, end), parts in pairs.items():
        ends = {"from": f":START_ID({start})", "to": f":END_ID({end})"}
        yield _Sheet(f"{start}-{end}", ends, ":TYPE", parts)


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _separator(sheets: Iterable[_Sheet]) -> str:
    """The importer knows no way to escape the separator, so it must be one that no element holds."""
    rows = chain.from_iterable(sheet.rows for sheet in sheets)
    held = set(chain.from_iterable(text for row in rows for value in row.values() for text in _texts(value)))
    for separator in SEPARATORS:
        if separator not in held:
            return separator
    raise GraphbuilderError("The names of the graph hold every separator of lists. Take the control characters out.")


def _write(folder: Path, sheet: _Sheet, separator: str) -> None:
    columns = {**sheet.ids, **_columns(sheet)}
    header = ",".join([*columns.values(), f"{MARK}:string", sheet.last])
    _replace(folder / f"{sheet.name}-header.csv", [f"{header}\n"])
    _replace(folder / f"{sheet.name}.csv", _lines(sheet, list(columns), separator))


def _columns(sheet: _Sheet) -> dict[str, str]:
    """The properties that some row states, each with its title in the header."""
    kinds: dict[str, set[type]] = {}
    for row in sheet.rows:
        for key, value in row.items():
            if value not in (None, []):
                kinds.setdefault(key, set()).add(type(value))
    properties = (key for key in kinds if key != "labels" and key not in sheet.ids)
    return {key: f"{key}:{TYPES[frozenset(kinds[key])]}" for key in properties}


def _lines(sheet: _Sheet, keys: Sequence[str], separator: str) -> Iterator[str]:
    for own, rows in sheet.parts:
        for row in rows:
            cells = [_cell(row.get(key), separator) for key in keys]
            last = _cell([own, *_texts(row.get("labels"))], separator)
            yield ",".join([*cells, _cell(MARKED), last]) + "\n"


def _cell(value: object, separator: str = "") -> str:
    if value is None or value == []:
        return ""
    text = separator.join(_texts(value)) if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'


def _replace(path: Path, lines: Iterable[str]) -> None:
    """Write beside the file, then put it in its place."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
