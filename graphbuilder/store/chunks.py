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
from itertools import repeat
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


class Chunks:
    """The chunks of a table, cut when they are first asked for and remembered. One reader at a time."""

    def __init__(self, rows: Sequence[GraphRow], *, salt: str) -> None:
        """Nothing is cut yet; `salt` as in `cut`."""
        self._known = list[Chunk]()
        self._others = cut(rows, salt=salt)

    def __iter__(self) -> Iterator[Chunk]:
        yield from self._known
        for chunk in self._others:
            self._known.append(chunk)
            yield chunk


def cut(rows: Sequence[GraphRow], *, salt: str) -> Iterator[Chunk]:
    """The chunks of a table; another `salt` gives other marks to the same rows."""
    seed = repr((salt, *rows[0])).encode("utf-8") if rows else b""
    start, size, held = 0, 0, list[bytes]()
    for number, data in enumerate(_encoded(rows), start=1):
        held.append(data)
        size += len(data)
        if crc32(data) & _MASK and number - start < LONGEST and size < LARGEST and number < len(rows):
            continue
        yield Chunk(blake2b(b"".join((seed, *held)), digest_size=8).hexdigest(), start, number, size)
        start, size, held = number, 0, []


def _encoded(rows: Iterable[GraphRow]) -> Iterator[bytes]:
    """The values of every row as bytes: equal values give equal bytes in version 2 of the format."""
    return map(marshal.dumps, map(tuple, map(dict.values, rows)), repeat(2))


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
