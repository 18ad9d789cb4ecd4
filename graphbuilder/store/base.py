"""What a graph store does, whichever engine is behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Protocol

from graphbuilder.errors import QueryRefused
from graphbuilder.store.texts import read_text
from graphbuilder.tables import NODE_LABELS, Tables

Result = dict[str, Any]
"""One row of an answer, by column: scalars, lists, dicts.

Dates and times come as ISO text; a node as {"labels": [sorted], "properties": {...}}, a relationship as {"type",
"properties"}, a path as {"nodes", "relationships"}.
"""

COUNTS = ("load/count_nodes", "load/count_edges")
READ_ONLY = "the query changes the graph. Add --write if it is meant to."
READS_FILE = "the query reads a file or an address (LOAD CSV). Add --write if it is meant to."
_NO_CODE = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.S)
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_LOAD = re.compile(r"\bLOAD\s+CSV\b", re.I)

Counts = dict[str, int]
"""How many nodes of each base label, then how many edges of each type; what is not there is left out."""


Progress = Callable[[int, int], None]
"""Told how many rows of how many have been written."""


def ignore(_: int, __: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What the graph holds after a load, and how many nodes and relationships the load made and took away.

    `changes` are the server's own counters (nodes_created, relationships_deleted ...), those that are not 0; an engine
    that makes its graph anew has none.
    """

    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    changes: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def counts(self) -> Counts:
        """Nodes and edges in one."""
        return {**self.nodes, **self.edges}


class Store(Protocol):
    """A graph that can be asked and made anew."""

    def run(self, query: str, params: Mapping[str, object] | None = None, *, write: bool = False) -> list[Result]:
        """The rows of a Cypher query.

        `QueryRefused` where the query is wrong, or changes the graph without `write`; `StoreUnavailable` where the
        store is gone.
        """
        ...

    def holds(self, fingerprint: str) -> bool:
        """True where the graph is known to be the one that was loaded with this fingerprint, untouched since."""
        ...

    def load(
        self,
        tables: Tables,
        *,
        from_scratch: bool = False,
        on_progress: Progress = ignore,
        fingerprint: str | None = None,
    ) -> LoadReport:
        """Make our part of the graph equal to the tables; loading the same tables again changes nothing.

        `from_scratch` first takes away all that earlier loads wrote. `fingerprint` says what the tables follow from,
        for `holds`.
        """
        ...

    def counts(self) -> Counts:
        """How much of each label and type there is."""
        ...

    def close(self) -> None:
        """Let go of files and connections; a second call does nothing."""
        ...


def count_all(store: Store) -> Counts:
    """The counts of a store, in the order of the closed lists."""
    return present_counts(row for path in COUNTS for row in store.run(read_text(path)))


def refuse_files(query: str) -> None:
    """QueryRefused for a query that reads a file of the machine or of the web: no engine takes that for writing."""
    spelled = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), query)  # engines do so before they read a query
    if any(_LOAD.search(_NO_CODE.sub(" ", text)) for text in (query, spelled)):
        raise QueryRefused(READS_FILE)


def present_counts(rows: Iterable[Mapping[str, Any]]) -> Counts:
    """Rows of name and n, without those that are not there."""
    return {row["name"]: row["n"] for row in rows if row["n"]}


def report(counts: Counts, changes: Mapping[str, int] | None = None) -> LoadReport:
    """The counts of nodes and of edges apart."""
    nodes = {name: number for name, number in counts.items() if name in NODE_LABELS}
    return LoadReport(nodes, {name: number for name, number in counts.items() if name not in nodes}, changes or {})


def first_line(error: BaseException) -> str:
    """The first line of an error's message."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def plain(value: Any) -> Any:
    """The value with dates and times as ISO text, at every depth."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value
