"""What a load has to do: the tables held against what the server says it has. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypedDict

from graphbuilder.store.chunks import BATCH, Chunk, Chunks, pack
from graphbuilder.store.texts import create_text, merge_text
from graphbuilder.tables import EDGE_TYPES, NODE_LABELS, EdgeTable, GraphRow, NodeTable, Tables

Marks = Mapping[str, frozenset[str]]
"""The marks of the chunks that are whole, by label or type."""


@dataclass(frozen=True, slots=True)
class State:
    """What the server holds: whole chunks, how much of each label and type was there when the last load ended and how
    much is there now, which load wrote last, and whether it came to its end.

    `touched`: somebody has written into the database since, whatever it was. `fingerprint` is what the graph of the
    last load follows from, None where nobody said or where it is not to be known whether the database was touched.
    """

    marks: Marks = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    token: str | None = None
    complete: bool = False
    touched: bool = False
    fingerprint: str | None = None

    def holds(self, fingerprint: str) -> bool:
        """True where the graph is whole, is that of this fingerprint, and nobody has written since."""
        whole = self.complete and not self.touched and self.seen == self.counts
        return whole and self.fingerprint == fingerprint


@dataclass(frozen=True, slots=True)
class Part:
    """A table with its chunks."""

    name: str
    table: NodeTable | EdgeTable
    chunks: Iterable[Chunk]

    def send(self, kept: frozenset[str], text: str) -> Iterator[Batch]:
        """Everything but the chunks that are kept, as many of the others together as one transaction takes."""
        of_edges = isinstance(self.table, EdgeTable)
        for chunks in pack(chunk for chunk in self.chunks if chunk.mark not in kept):
            yield Batch(text, [_take(self.table.rows, chunk) for chunk in chunks], of_edges)

    def count(self, kept: frozenset[str]) -> int:
        """How many rows that is; a table of which nothing is kept need not be cut for it."""
        return sum(len(chunk) for chunk in self.chunks if chunk.mark not in kept) if kept else len(self.table.rows)


class ChunkRows(TypedDict):
    """The rows of a chunk beside its mark, as the statements take them."""

    mark: str | None
    rows: Sequence[GraphRow]


def _take(rows: Sequence[GraphRow], chunk: Chunk) -> ChunkRows:
    return {"mark": chunk.mark, "rows": rows[chunk.start : chunk.stop]}


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows for one transaction, and the text that writes them as nodes or edges."""

    text: str
    chunks: Sequence[ChunkRows]
    of_edges: bool

    def __len__(self) -> int:
        return sum(len(each["rows"]) for each in self.chunks)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to send, and labels and types to sweep; `kept` is what is whole all along, `totals` how much there must be
    of each label and type afterwards."""

    parts: Sequence[Part] = ()
    sweeps: Sequence[str] = ()
    kept: Marks = field(default_factory=dict)
    totals: Mapping[str, int] = field(default_factory=dict)
    present: frozenset[str] = frozenset()

    @property
    def batches(self) -> Iterator[Batch]:
        """The rows to send, nodes before edges. Cut and made as they are asked for, so that sending can begin."""
        for part in self.parts:
            text = merge_text(part.table) if part.name in self.present else create_text(part.table)
            yield from part.send(self._kept(part), text)

    @property
    def rows(self) -> int:
        """How many rows are sent."""
        return sum(part.count(self._kept(part)) for part in self.parts)

    @property
    def marks(self) -> Marks:
        """What is whole afterwards."""
        return _gather(self.parts)

    @property
    def idle(self) -> bool:
        """True where nothing is to be done."""
        return not self.rows and not self.sweeps

    def _kept(self, part: Part) -> frozenset[str]:
        return self.kept.get(part.name, frozenset())


def name_unwritable(batch: Batch) -> str:
    """Which row of a batch holds text that is no Unicode, and that it must be mended."""
    for row in chain.from_iterable(each["rows"] for each in batch.chunks):
        try:
            json.dumps(row, ensure_ascii=False).encode("utf-8")
        except UnicodeEncodeError:
            key = row.get("id") or row.get("from")
            return f"{key!a}: holds a lone surrogate, which is no Unicode text. Mend the article and build again."
    return "some text is no Unicode. Mend the article and build again."


def name_parts(tables: Tables) -> list[Part]:
    """Every table with its chunks. A changed text gives other marks, so that everything is written anew."""
    return [
        *(_name(table.label, table) for table in tables.nodes),
        *(_name(table.type, table) for table in tables.edges),
    ]


def _name(name: str, table: NodeTable | EdgeTable) -> Part:
    return Part(name, table, Chunks(table.rows, salt=merge_text(table)))


def make_plan(parts: Sequence[Part], state: State) -> Plan:
    """What is not there as it should be is sent; all of it where somebody else has written since the last load."""
    trusted = _trusted(state)
    marks = _gather(part for part in parts if part.name in trusted)
    kept = {name: marks[name] & whole for name, whole in trusted.items() if name in marks}
    return Plan(
        parts,
        [name for name in (*EDGE_TYPES, *NODE_LABELS) if _is_stale(name, kept, state)],
        kept,
        sum((Counter({part.name: len(part.table.rows)}) for part in parts), Counter()),
        frozenset(name for name, count in state.counts.items() if count),
    )


def _gather(parts: Iterable[Part]) -> dict[str, frozenset[str]]:
    marks: dict[str, set[str]] = {}
    for part in parts:
        marks.setdefault(part.name, set()).update(chunk.mark for chunk in part.chunks)
    return {name: frozenset(found) for name, found in marks.items()}


def _trusted(state: State) -> Marks:
    """The marks of a load broken off were written by it as kept: whole, whatever else is there."""
    if not state.complete:
        return state.marks
    if state.touched:
        return {}
    return {name: marks for name, marks in state.marks.items() if _is_as_left(name, state)}


def _is_as_left(name: str, state: State) -> bool:
    return state.counts.get(name, 0) == state.seen.get(name, 0)


def _is_stale(name: str, kept: Marks, state: State) -> bool:
    """True where something may have to go: a chunk is no longer wanted, or we do not know what is there."""
    if not state.counts.get(name):
        return False
    known = state.complete and not state.touched and _is_as_left(name, state)
    return not known or state.marks.get(name, frozenset()) != kept.get(name, frozenset())


def whole_batches(tables: Tables) -> Iterator[Batch]:
    """Every row, for an engine that begins with nothing and needs no marks: all nodes before the first edge."""
    every: tuple[NodeTable | EdgeTable, ...] = (*tables.nodes, *tables.edges)
    for table in every:
        for start in range(0, len(table.rows), BATCH):
            rows: ChunkRows = {"mark": None, "rows": table.rows[start : start + BATCH]}
            yield Batch(merge_text(table), [rows], isinstance(table, EdgeTable))
