"""The tables of the graph: what the projection makes and every store and export writes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuilder.model import EventType, Kind, Scalar, Status
from graphbuilder.scale import Quad

GraphRow = dict[str, Scalar | list[str]]
"""Scalars and lists of text. A node row has `id` and `labels` (the labels beside the base label) among its keys, an
edge row `from` and `to`; everything else is a property."""

NODE_LABELS = ("Article", "Sentence", "Statement", "Event", "Actor", "Thing")
EXTRA_LABELS = (
    *(kind.capitalize() for kind in Kind),
    *(status.capitalize() for status in Status),
    *(str(each) for each in Quad),
)
PLAIN_TYPES = ("HAS_SENTENCE", "IN_SENTENCE", "REPORTS", "SAID", "IF", "SUBJECT", "OBJECT")
ACT_TYPES = tuple(str(event_type) for event_type in EventType)
EDGE_TYPES = PLAIN_TYPES + ACT_TYPES


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

    @property
    def digest(self) -> str:
        """A content hash (16 hexadecimal digits): equal graphs have equal ones."""
        content = hashlib.blake2b(digest_size=8)
        for table in (*self.nodes, *self.edges):
            content.update(repr(table).encode("utf-8"))
        return content.hexdigest()
