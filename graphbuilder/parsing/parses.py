"""spaCy's parses -> our own documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from spacy import attrs
from spacy.tokens import Doc as Parse
from spacy.vocab import Vocab

from graphbuilder.syntax import Doc, Span, Token

NAMES = (attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE)
NUMBERS = (attrs.ENT_IOB, attrs.SPACY, attrs.SENT_START)
IOB = ("", "I", "O", "B")
Form = tuple[str, str, bool, bool, bool]
"""What a word is wherever it stands: its text, that in small letters; is it a mark, a space, a quotation mark."""


def read_parse(parse: Parse) -> Doc:
    """The document of a parse."""
    doc = Doc()
    doc.tokens = _tokens(doc, parse)
    doc.text = "".join([part for token in doc.tokens for part in (token.text, token.whitespace_)])
    _join_heads(doc.tokens, parse.to_array(attrs.HEAD).astype("int64").tolist())
    doc.sents = list(_sentences(doc))
    doc.ents = [Span(doc, ent.start, ent.end, ent.label_) for ent in parse.ents]
    return doc


class Names(dict[int, str]):
    """Number -> word of a vocabulary: lemmas, tags, labels; each is looked up once a process."""

    def __init__(self, vocab: Vocab) -> None:
        """No word is known yet."""
        self.vocab = vocab

    def __missing__(self, code: int) -> str:
        self[code] = self.vocab.strings[code] if code else ""
        return self[code]


class Forms(dict[int, Form]):
    """Number -> form of a word of a vocabulary, looked up once a process."""

    def __init__(self, vocab: Vocab) -> None:
        """No word is known yet."""
        self.vocab = vocab

    def __missing__(self, code: int) -> Form:
        word = self.vocab[code]
        self[code] = word.text, word.lower_, word.is_punct, word.is_space, word.is_quote
        return self[code]


names_of = lru_cache(maxsize=2)(Names)
forms_of = lru_cache(maxsize=2)(Forms)


def _tokens(doc: Doc, parse: Parse) -> list[Token]:
    """The tokens without heads, children and sentences."""
    forms = map(forms_of(parse.vocab).__getitem__, parse.to_array(attrs.ORTH).tolist())
    name = names_of(parse.vocab).__getitem__
    names = zip(*(map(name, column) for column in parse.to_array(list(NAMES)).T.tolist()), strict=True)
    numbers = parse.to_array(list(NUMBERS)).tolist()
    tokens: list[Token] = []
    place = 0
    for form, named, (mark, space, start) in zip(forms, names, numbers, strict=True):
        token = Token()
        token.doc, token.i, token.idx, token.children = doc, len(tokens), place, ()
        token.text, token.lower_, token.is_punct, token.is_space, token.is_quote = form
        token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = named
        token.ent_iob_ = IOB[mark]
        token.whitespace_ = " " if space else ""
        token.is_sent_start = start == 1
        place += len(token.text) + space
        tokens.append(token)
    return tokens


def _join_heads(tokens: list[Token], distances: list[int]) -> None:
    children: defaultdict[int, list[Token]] = defaultdict(list)
    for token, distance in zip(tokens, distances, strict=True):
        token.head = tokens[token.i + distance]
        if distance:
            children[token.i + distance].append(token)
    for place, found in children.items():
        tokens[place].children = found


def _sentences(doc: Doc) -> Iterator[Span]:
    """The sentences; every token learns which is its own."""
    starts = [token.i for token in doc.tokens if token.is_sent_start or not token.i]
    for start, end in pairwise((*starts, len(doc.tokens))):
        sent = Span(doc, start, end)
        for token in doc.tokens[start:end]:
            token.sent = sent
        yield sent
