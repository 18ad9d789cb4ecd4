"""The tables of the graph: what the projection makes and every store and export writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from graphbuilder.model import EventType, Kind, Scalar, Status
from graphbuilder.scale import Quad

GraphRow = dict[str, Scalar | list[str]]
"""Scalars and lists of text. A node row has `id` and `labels` (the labels beside the base label) among its keys, an
edge row `from` and `to`; everything else is a property. The rows of one table have the same keys in the same order."""

NODE_LABELS = ("Article", "Sentence", "Statement", "Event", "Actor", "Thing")
EXTRA_LABELS = (
    *(kind.capitalize() for kind in Kind),
    *(status.capitalize() for status in Status),
    *(str(each) for each in Quad),
)
PLAIN_TYPES = ("HAS_SENTENCE", "IN_SENTENCE", "REPORTS", "SAID", "IF", "SUBJECT", "OBJECT", "CONTRADICTS", "CANCELS")
ACT_TYPES = tuple(str(event_type) for event_type in EventType)
EDGE_TYPES = PLAIN_TYPES + ACT_TYPES


class Rows(Sequence[GraphRow]):
    """Rows that are made when they are looked at, so that a table costs no more than its keys."""

    def __init__(self, keys: Sequence[Any], make: Callable[[Any], GraphRow]) -> None:
        """`make` gives the row of a key, the same one every time."""
        self._keys = keys
        self._make = make

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[GraphRow]:
        return map(self._make, self._keys)

    @overload
    def __getitem__(self, place: int) -> GraphRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[GraphRow]: ...
    def __getitem__(self, place: int | slice) -> GraphRow | list[GraphRow]:
        found = self._keys[place]
        return [self._make(key) for key in found] if isinstance(place, slice) else self._make(found)

    def __eq__(self, other: object) -> bool:
        """Equal to any sequence of the same rows."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class NodeTable:
    """All nodes of one base label, sorted by id."""

    label: str
    rows: Sequence[GraphRow]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """All edges of one type between two base labels, sorted by ends and event."""

    type: str
    from_label: str
    to_label: str
    rows: Sequence[GraphRow]


@dataclass(frozen=True, slots=True)
class Tables:
    """The whole graph; no table is empty."""

    nodes: tuple[NodeTable, ...] = ()
    edges: tuple[EdgeTable, ...] = ()

    @property
    def n_nodes(self) -> int:
        """How many nodes."""
        return sum(len(table.rows) for table in self.nodes)

    @property
    def n_edges(self) -> int:
        """How many edges."""
        return sum(len(table.rows) for table in self.edges)
