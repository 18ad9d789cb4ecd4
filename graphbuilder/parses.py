"""spaCy's parses -> our own documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy import attrs
from spacy.tokens import Doc as Parse

from graphbuilder.syntax import Doc, Span, Token

COLUMNS = (
    attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE, attrs.ENT_IOB,
    attrs.SPACY, attrs.SENT_START, attrs.IS_PUNCT, attrs.IS_SPACE, attrs.IS_QUOTE, attrs.HEAD,
)  # fmt: skip
WORDS = 7
"""How many of the columns hold words; the others hold numbers."""
IOB = ("", "I", "O", "B")


def read_parse(parse: Parse) -> Doc:
    """The document of a parse."""
    doc = Doc()
    doc.text = parse.text
    table = parse.to_array(list(COLUMNS))
    doc.tokens = list(_tokens(doc, _words(parse, table[:, :WORDS].T.tolist()), table[:, WORDS:-1].tolist()))
    _join_heads(doc.tokens, table[:, -1].astype("int64").tolist())
    doc.sents = list(_sentences(doc))
    doc.ents = [Span(doc, ent.start, ent.end, ent.label_) for ent in parse.ents]
    return doc


def _words(parse: Parse, columns: list[list[int]]) -> Iterator[tuple[str, ...]]:
    """The words of every token; each of the few that a text uses is looked up once."""
    strings = parse.vocab.strings
    known = {number: strings[number] if number else "" for column in columns for number in set(column)}
    return zip(*([known[number] for number in column] for column in columns), strict=True)


def _tokens(doc: Doc, words: Iterator[tuple[str, ...]], numbers: list[list[int]]) -> Iterator[Token]:
    """The tokens without heads, children and sentences."""
    place = 0
    for i, (word, number) in enumerate(zip(words, numbers, strict=True)):
        token = Token()
        token.doc, token.i, token.idx, token.children = doc, i, place, []
        token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = word
        token.ent_iob_ = IOB[number[0]]
        token.whitespace_ = " " if number[1] else ""
        token.is_sent_start = number[2] == 1
        token.is_punct, token.is_space, token.is_quote = bool(number[3]), bool(number[4]), bool(number[5])
        place += len(token.text) + number[1]
        yield token


def _join_heads(tokens: list[Token], distances: list[int]) -> None:
    for token, distance in zip(tokens, distances, strict=True):
        token.head = tokens[token.i + distance]
        if distance:
            token.head.children.append(token)


def _sentences(doc: Doc) -> Iterator[Span]:
    """The sentences; every token learns which is its own."""
    starts = [token.i for token in doc.tokens if token.is_sent_start or not token.i]
    for start, end in pairwise((*starts, len(doc.tokens))):
        sent = Span(doc, start, end)
        for token in doc.tokens[start:end]:
            token.sent = sent
        yield sent
