"""A parsed document as plain values: tokens with their heads and dependents, spans, sentences, entities.

The names are spaCy's, which made the parse. Reading a spaCy token builds it anew at every step, and the constructions
take some fifty steps a word; here every step is the lookup of an attribute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import overload

PLACE = attrgetter("i")
SUBJECT = frozenset(("nsubj", "nsubjpass"))
"""The labels of what stands before a finite verb as its subject."""


class Token:
    """One word: `head` is itself at the root of a sentence, `children` stand in text order, `idx` counts characters.

    All words without children share one empty tuple.
    """

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_punct", "is_quote", "is_sent_start",
        "is_space", "lemma_", "lower_", "pos_", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_punct: bool
    is_space: bool
    is_quote: bool
    is_sent_start: bool
    head: Token
    children: Sequence[Token]
    sent: Span

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """The token with everything below it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        found.sort(key=PLACE)
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        edge = self
        while edge.children and edge.children[0].i < edge.i:
            edge = edge.children[0]
        return edge

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        edge = self
        while edge.children and edge.children[-1].i > edge.i:
            edge = edge.children[-1]
        return edge

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens coordinated with this one, without itself."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found.extend(child for child in token.children if child.dep_ == "conj")
        return tuple(token for token in found if token is not self)

    @property
    def is_title(self) -> bool:
        """True for "Berlin"."""
        return self.text.istitle()

    @property
    def is_lower(self) -> bool:
        """True for a word in small letters."""
        return self.text.islower()

    @property
    def is_digit(self) -> bool:
        """True for a number in digits."""
        return self.text.isdigit()

    def is_ancestor(self, other: Token) -> bool:
        """True where the other token stands somewhere below this one."""
        return any(token is self for token in other.ancestors)

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places further on, or back. Raises IndexError outside the document."""
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


class Span:
    """The tokens from `start` to before `end`; `label_` is the type of an entity, empty for others."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        """A stretch of a document, by the indices of its tokens."""
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        if isinstance(index, int):
            return self.doc.tokens[range(self.start, self.end)[index]]
        return self.doc.tokens[self.start : self.end][index]

    @property
    def start_char(self) -> int:
        """Where the first token begins."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the last token ends."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand in the document."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token that stands highest in the tree, the first of these."""
        start, end, tokens = self.start, self.end, self.doc.tokens
        if end - start == 1:
            return tokens[start]
        tops = [one for one in tokens[start:end] if one.head is one or not start <= one.head.i < end]
        return tops[0] if len(tops) == 1 else min(tops, key=lambda token: sum(1 for _ in token.ancestors))


class Doc:
    """The tokens of a text with its sentences and entities."""

    __slots__ = ("ents", "sents", "text", "tokens")

    tokens: list[Token]
    text: str
    sents: list[Span]
    ents: list[Span]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        found = self.tokens[index]
        if isinstance(found, Token):
            return found
        return Span(self, found[0].i, found[-1].i + 1) if found else Span(self, 0, 0)
