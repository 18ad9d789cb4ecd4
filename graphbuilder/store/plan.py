"""What a load has to do: the tables held against what the server says it has. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuilder.store.chunks import BATCH, Chunk, cut, pack
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
    """A table, cut."""

    name: str
    table: NodeTable | EdgeTable
    chunks: Sequence[Chunk]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows for one transaction, and the text that writes them as nodes or edges."""

    text: str
    rows: Sequence[GraphRow]
    chunks: Sequence[Chunk]
    of_edges: bool

    def __len__(self) -> int:
        return sum(map(len, self.chunks))

    def parameters(self) -> list[dict[str, object]]:
        """The rows of every chunk beside its mark; they are made here."""
        return [{"mark": each.mark or None, "rows": list(self.rows[each.start : each.stop])} for each in self.chunks]


@dataclass(frozen=True, slots=True)
class Plan:
    """Batches to send, labels and types to sweep; `marks` is what is whole afterwards, `kept` what is so all along;
    `totals` how much of each there must be."""

    batches: Sequence[Batch]
    sweeps: Sequence[str]
    marks: Marks
    kept: Marks
    totals: Mapping[str, int]

    @property
    def rows(self) -> int:
        """How many rows are sent."""
        return sum(map(len, self.batches))

    @property
    def idle(self) -> bool:
        """True where nothing is to be done."""
        return not self.batches and not self.sweeps


def name_unwritable(batch: Batch) -> str:
    """Which row of a batch holds text that is no Unicode, and that it must be mended."""
    for row in batch.rows:
        try:
            json.dumps(row, ensure_ascii=False).encode("utf-8")
        except UnicodeEncodeError:
            key = row.get("id") or row.get("from")
            return f"{key!a}: holds a lone surrogate, which is no Unicode text. Mend the article and build again."
    return "some text is no Unicode. Mend the article and build again."


def cut_tables(tables: Tables) -> list[Part]:
    """Every table with its chunks. A changed text gives other marks, so that everything is written anew."""
    return [
        *(_cut(table.label, table) for table in tables.nodes),
        *(_cut(table.type, table) for table in tables.edges),
    ]


def _cut(name: str, table: NodeTable | EdgeTable) -> Part:
    return Part(name, table, list(cut(table.rows, salt=merge_text(table))))


def make_plan(parts: Sequence[Part], state: State) -> Plan:
    """What is not there as it should be is sent; all of it where somebody else has written since the last load."""
    marks = _gather(parts)
    kept = {name: marks[name] & whole for name, whole in _trusted(state).items() if name in marks}
    return Plan(
        [batch for part in parts for batch in _batches(part, kept.get(part.name, frozenset()), state)],
        [name for name in (*EDGE_TYPES, *NODE_LABELS) if _is_stale(name, kept, state)],
        marks,
        kept,
        sum((Counter({part.name: len(part.table.rows)}) for part in parts), Counter()),
    )


def _gather(parts: Sequence[Part]) -> dict[str, frozenset[str]]:
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


def _batches(part: Part, kept: frozenset[str], state: State) -> Iterator[Batch]:
    text = merge_text(part.table) if state.counts.get(part.name) else create_text(part.table)
    for chunks in pack(chunk for chunk in part.chunks if chunk.mark not in kept):
        yield Batch(text, part.table.rows, chunks, isinstance(part.table, EdgeTable))


def whole_batches(tables: Tables) -> Iterator[Batch]:
    """Every row, for an engine that begins with nothing and needs no marks: all nodes before the first edge."""
    every: tuple[NodeTable | EdgeTable, ...] = (*tables.nodes, *tables.edges)
    for table in every:
        size = len(table.rows)
        for start in range(0, size, BATCH):
            chunk = Chunk("", start, min(start + BATCH, size), 0)
            yield Batch(merge_text(table), table.rows, [chunk], isinstance(table, EdgeTable))
