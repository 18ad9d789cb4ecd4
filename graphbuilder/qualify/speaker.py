"""Who says so: the innermost reported source of a content, as a token of the same or a neighbouring sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from graphbuilder.grammar.arguments import children, complement, coordinated, is_passive, surface_subjects
from graphbuilder.lexicon import Lexicon

QUOTES = frozenset(('"', "``", "''", "“", "”"))


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker, the words that name him, and the outlet that was told so."""

    speaker: Token
    via: Token | None = None


def quoted(doc: Doc) -> list[int]:
    """For every token the number of the quotation it stands in, 0 outside; an unclosed one ends with its paragraph."""
    numbers, current, count = [], 0, 0
    for token in doc:
        if token.text in QUOTES or '"' in token.text:
            current = 0 if current else (count := count + 1)
            numbers.append(0)
        else:
            if current and "\n" in token.text:
                current = 0
            numbers.append(current)
    return numbers


def find_source(anchor: Token, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """The innermost source of what is anchored here: governor, "according to", or the owner of the quotation."""
    for token, governor in governors(anchor):
        source = according(token) or inserted(token, anchor, lexicon)
        source = source or reported(token, governor, anchor, lexicon)
        if source is not None:
            return source
    number = quotation[anchor.i]
    return quotation_owner(anchor, number, lexicon, quotation) if number else None


def governors(anchor: Token) -> Iterator[tuple[Token, Token | None]]:
    """(token, its head) from the anchor up to the root, whose head is None."""
    token = anchor
    while token.head != token:
        yield token, token.head
        token = token.head
    yield token, None


def according(token: Token) -> Source | None:
    """As in "According to X", "in the words of X" beside this token."""
    for child in token.children:
        if child.lower_ == "according" and child.dep_ in ("prep", "advmod", "acl", "advcl"):
            noun = next((complement(to) for to in child.children if to.lower_ == "to"), None)
            if noun is not None:
                return Source(noun)
    return None


def inserted(token: Token, anchor: Token, lexicon: Lexicon) -> Source | None:
    """As in "..., X reported" or "as X said", hanging below the content instead of above it."""
    for child in token.children:
        if child.dep_ in ("parataxis", "advcl", "ccomp") and child.lemma_ in lexicon.words["verb.saying"]:
            as_mark = any(grand.dep_ in ("mark", "advmod") and grand.lower_ == "as" for grand in child.children)
            if ((child.dep_ == "parataxis" or as_mark) and child != anchor and not anchor.is_ancestor(child)) or (
                child.dep_ == "parataxis" and child != anchor
            ):
                return speaking(child)
    return None


def reported(token: Token, governor: Token | None, anchor: Token, lexicon: Lexicon) -> Source | None:
    """The subject of a verb of saying above the content, or of one whose complement is its own content."""
    if governor is None:
        return None
    words = lexicon.words
    if token.dep_ == "ccomp" and governor.lemma_ in words["verb.saying"]:
        return speaking(governor)
    if token.dep_ in ("acl", "ccomp") and governor.pos_ == "NOUN" and governor.lemma_ in words["noun.saying"]:
        owner = next(children(governor, "poss"), None)
        return Source(owner) if owner is not None else None
    if token.dep_ in ("xcomp", "ccomp") and governor.lemma_ in words["verb.acting"]:
        return speaking(governor)
    if token.dep_ == "prep" and anchor.pos_ == "VERB" and governor.lemma_ in words["verb.acting"]:
        inner = next(children(token, "pcomp"), None)
        return speaking(governor) if inner is not None else None
    return None


def speaking(verb: Token) -> Source | None:
    """The source behind a verb of saying: its subject, or the agent of its passive; told whom."""
    if is_passive(verb):
        return None
    subjects = surface_subjects(verb)
    if not subjects or subjects[0].lower_ in ("it", "there", "which", "that"):
        return Source(subjects[0]) if subjects and subjects[0].lower_ == "it" and not _expletive(verb) else None
    told = next((child for child in children(verb, "dobj", "dative") if child.ent_type_ == "ORG"), None)
    return Source(subjects[0], told)


def _expletive(verb: Token) -> bool:
    return verb.tag_ == "VBN" or verb.lemma_ in ("seem", "appear")


def quotation_owner(anchor: Token, number: int, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """Who is quoted: a verb of saying outside the quotation, in its sentences or right after or before them."""
    for sent in _around(anchor, number, quotation):
        for token in sent:
            if quotation[token.i] != number and token.pos_ == "VERB" and token.lemma_ in lexicon.words["verb.saying"]:
                source = speaking(token)
                if source is not None and quotation[source.speaker.i] != number:
                    return source
    return None


def _around(anchor: Token, number: int, quotation: list[int]) -> Iterator[Span]:
    first = last = anchor.i
    while first > 0 and quotation[first - 1] == number:
        first -= 1
    while last + 1 < len(quotation) and quotation[last + 1] == number:
        last += 1
    doc = anchor.doc
    yield anchor.sent
    if doc[last].sent != anchor.sent:
        yield doc[last].sent
    if doc[first].sent != anchor.sent:
        yield doc[first].sent
    after = doc[last].sent.end
    if after < len(doc):
        yield doc[after].sent


def speakers(source: Source) -> list[Token]:
    """All coordinated speakers, the first named one first."""
    return coordinated(source.speaker)
