"""A table cut into chunks that can be told apart without sending them.

A chunk is a run of rows; its mark is a hash of their content, and every node and edge of the chunk carries it. Where a
chunk ends depends on the content of its last row, not on its place: a row more or less changes the chunk that it is in
and no other.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from graphbuilder.tables import GraphRow

BATCH = 5_000
"""Rows in one transaction."""
BATCH_BYTES = 8_000_000
"""Bytes in one transaction, unless a single row is larger."""
LONGEST = 1_000
LARGEST = BATCH_BYTES // 4
_MASK = 0x7F  # a chunk has 128 rows on average


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows `start` to `stop` of a table, with their mark and about how many bytes they are."""

    mark: str
    start: int
    stop: int
    size: int

    def __len__(self) -> int:
        return self.stop - self.start


def cut(rows: Sequence[GraphRow], *, salt: str) -> Iterator[Chunk]:
    """The chunks of a table; another `salt` gives other marks to the same rows."""
    seed = b""
    content, start, size = blake2b(digest_size=8), 0, 0
    for number, row in enumerate(rows, start=1):
        data = marshal.dumps(tuple(row.values()), 2)  # version 2: equal values give equal bytes
        seed = seed or repr((salt, *row)).encode("utf-8")
        content.update(data)
        size += len(data)
        if not crc32(data) & _MASK or number - start >= LONGEST or size >= LARGEST or number == len(rows):
            content.update(seed)
            yield Chunk(content.hexdigest(), start, number, size)
            content, start, size = blake2b(digest_size=8), number, 0


def pack(chunks: Iterable[Chunk]) -> Iterator[list[Chunk]]:
    """The chunks in order, as many together as one transaction takes."""
    batch: list[Chunk] = []
    rows = size = 0
    for chunk in chunks:
        if batch and (rows + len(chunk) > BATCH or size + chunk.size > BATCH_BYTES):
            yield batch
            batch, rows, size = [], 0, 0
        batch.append(chunk)
        rows, size = rows + len(chunk), size + chunk.size
    if batch:
        yield batch
