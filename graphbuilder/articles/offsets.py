"""A text with a map back to the text that it was made from."""

from __future__ import annotations

import sys
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphbuilder.model import Dropped

Offsets = tuple[tuple[int, int], ...]
Edit = tuple[int, int, str]
IDENTITY: Offsets = ((0, 0),)


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text that is parsed. `offsets` are (start here, start in Article.text) of stretches that run in step.

    `acronyms` are short forms that stood in brackets: (place in Article.text of the character before them, short form).
    """

    text: str
    offsets: Offsets = IDENTITY
    dropped: tuple[Dropped, ...] = ()
    acronyms: tuple[tuple[int, str], ...] = ()

    def original(self, position: int) -> int:
        """The place in Article.text of one in `text` (0 to its length); an added space has that of its forerunner."""
        if not 0 <= position <= len(self.text):
            raise IndexError(f"{position} is outside of a text of {len(self.text)} characters")
        start, origin = self.offsets[bisect(self.offsets, (position, sys.maxsize)) - 1]
        return origin + position - start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stretch of Article.text from the first to the last character of `text[start:end]`."""
        first = self.original(start)
        return (first, self.original(end - 1) + 1) if end > start else (first, first)


class _Rewriter:
    """The pieces of a new text while it is written from left to right."""

    def __init__(self, source: CleanText) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.offsets: list[tuple[int, int]] = []
        self.length = 0
        self.segment = 0

    def keep(self, start: int, end: int) -> None:
        """Take over `source.text[start:end]`, which begins after all that was taken over before."""
        if start == end:
            return
        segments = self.source.offsets
        while self.segment + 1 < len(segments) and segments[self.segment + 1][0] <= start:
            self.segment += 1
        here, origin = segments[self.segment]
        self.offsets.append((self.length, origin + start - here))
        while self.segment + 1 < len(segments) and segments[self.segment + 1][0] < end:
            self.segment += 1
            here, origin = segments[self.segment]
            self.offsets.append((self.length + here - start, origin))
        self.pieces.append(self.source.text[start:end])
        self.length += end - start

    def insert(self, text: str, origin: int) -> None:
        """Add one character that stands at `origin` of the first text."""
        if text:
            self.offsets.append((self.length, origin))
            self.pieces.append(text)
            self.length += len(text)


def rewrite(source: CleanText, edits: Iterable[Edit]) -> CleanText:
    """Replace the stretches (start, end, nothing or one character), in text order and apart from each other."""
    written, at = _Rewriter(source), 0
    for start, end, text in edits:
        written.keep(at, start)
        written.insert(text, source.original(max(start - 1, 0)))
        at = end
    if not at and not written.pieces:
        return source
    written.keep(at, len(source.text))
    return replace(source, text="".join(written.pieces), offsets=tuple(written.offsets) or IDENTITY)
