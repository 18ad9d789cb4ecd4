"""Who says so: the innermost reported source of a content, as a token of the same or a neighbouring sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.grammar.arguments import children, complement, own_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.qualify.clauses import is_set_before
from graphbuilder.qualify.quotation import quotation_owner
from graphbuilder.qualify.source import Source, author, speaking


def find_source(anchor: Token, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """The innermost source of what is anchored here: governor, "according to", or the owner of the quotation."""
    for token, governor in governors(anchor):
        source = according(token, lexicon) or inserted(token, anchor, lexicon)
        source = source or reported(token, governor, anchor, lexicon)
        if source is not None:
            return source
    return quotation_owner(anchor, lexicon, quotation) if quotation[anchor.i] else None


def governors(anchor: Token) -> Iterator[tuple[Token, Token | None]]:
    """(token, its head) from the anchor up to the root, whose head is None."""
    token = anchor
    while token.head != token:
        yield token, token.head
        token = token.head
    yield token, None


def according(token: Token, lexicon: Lexicon) -> Source | None:
    """As in "According to X" beside this token."""
    for child in token.children:
        if child.lower_ == "according" and child.dep_ in ("prep", "advmod", "acl", "advcl"):
            noun = next((complement(to) for to in child.children if to.lower_ == "to"), None)
            if noun is not None:
                return Source(issuer(noun, token, lexicon))
    return None


def issuer(noun: Token, clause: Token, lexicon: Lexicon) -> Token:
    """Who speaks in "A imposed limits, according to a press release": A, where the document has no other owner."""
    owner = author(noun, lexicon)
    subjects = own_subjects(clause)
    anonymous = owner == noun and noun.lemma_.lower() in lexicon.words["noun.bulletin"]
    return subjects[0] if anonymous and subjects else owner


def inserted(token: Token, anchor: Token, lexicon: Lexicon) -> Source | None:
    """As in "..., X reported" or "as X said", hanging below the content instead of above it."""
    for child in children(token, "parataxis", "advcl", "ccomp"):
        if child.lemma_ not in lexicon.words["verb.saying"] or child == anchor:
            continue
        as_mark = any(mark.lower_ == "as" for mark in children(child, "mark", "advmod"))
        if child.dep_ == "parataxis" or (as_mark and not anchor.is_ancestor(child)):
            return speaking(child, lexicon)
    return None


def reported(token: Token, governor: Token | None, anchor: Token, lexicon: Lexicon) -> Source | None:
    """The subject of a verb of saying above the content, or of one whose complement is its own content."""
    if governor is None or is_set_before(token, governor, lexicon):
        return None
    words = lexicon.words
    if token.dep_ == "ccomp" and governor.lemma_ in words["verb.saying"]:
        return speaking(governor, lexicon)
    if token.dep_ in ("acl", "ccomp") and governor.pos_ == "NOUN":
        return announced(governor, lexicon)
    if token.dep_ in ("xcomp", "ccomp") and governor.lemma_ in words["verb.acting"]:
        return speaking(governor, lexicon)
    if token.dep_ == "prep" and anchor.pos_ == "VERB" and governor.lemma_ in words["verb.acting"]:
        return speaking(governor, lexicon) if any(True for _ in children(token, "pcomp")) else None
    return None


def announced(noun: Token, lexicon: Lexicon) -> Source | None:
    """Whose a claim, plan or document with a content clause is: its owner, or who announces or issues it."""
    words, lemma = lexicon.words, noun.lemma_.lower()
    if (
        lemma not in words["noun.saying"]
        and lemma not in words["noun.document"]
        and lemma not in words["noun.intention"]
    ):
        return None
    owner = next(children(noun, "poss"), None)
    if owner is not None and lemma not in words["noun.intention"]:
        return Source(owner)
    if noun.dep_ == "dobj" and noun.head.lemma_ in words["verb.issuing"]:
        return speaking(noun.head, lexicon)
    return None
