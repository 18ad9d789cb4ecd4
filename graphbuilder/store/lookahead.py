"""Work that a thread does ahead, while its caller waits for a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")


def ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The same items in the same order; the next one is made while the caller is busy with the one before it."""
    rest = iter(items)
    with ThreadPoolExecutor(max_workers=1) as maker:
        waiting = maker.submit(next, rest, None)
        while (item := waiting.result()) is not None:
            waiting = maker.submit(next, rest, None)
            yield item
