"""Slips of the parser about participles: behind a comma they tell of the clause, not of its object or complement."""

from __future__ import annotations

from graphbuilder.animacy import is_thing
from graphbuilder.lexicon import word_lists
from graphbuilder.parsing.constituents import move
from graphbuilder.syntax import SUBJECT, Token

COMPOSING = word_lists("control.toml")["clause.composing"]


def is_bare(verb: Token) -> bool:
    """True without auxiliary, subject or mark."""
    return not any(child.dep_ in SUBJECT or child.dep_ in ("aux", "auxpass", "mark", "expl") for child in verb.children)


def read_as_adverbial(participle: Token) -> None:
    """As in "A told B to leave, citing C": behind a comma it tells of the clause."""
    if participle.tag_ == "VBG" and _stands_behind_comma(participle):
        participle.dep_ = "advcl"


def join_to_whole(participle: Token) -> None:
    """As in "It left the region, comprising A and B": the region comprises them."""
    first = participle.left_edge.i
    if participle.lemma_ not in COMPOSING or first < 2 or not _stands_behind_comma(participle):
        return
    whole = participle.doc.tokens[first - 2]
    if is_thing(whole) and whole.dep_ in ("dobj", "pobj"):
        move(participle, whole, "acl")


def join_to_report(participle: Token) -> None:
    """As in "A said, citing B, that C left", "according to A, citing B, C left": A cites B."""
    clause = participle.head
    later = clause.dep_ == "ccomp" and any(one.dep_ == "mark" and one.i > participle.i for one in clause.children)
    if later or _is_of_another(clause, participle):
        move(participle, clause.head, "advcl")
        return
    first, tokens = participle.left_edge.i, participle.doc.tokens
    before = tokens[first - 2] if first > 3 and tokens[first - 1].text == "," else participle
    if before.dep_ == "pobj" and before.head.lower_ == "to" and before.head.head.lower_ == "according":
        move(participle, before, "acl")


def _is_of_another(clause: Token, participle: Token) -> bool:
    """True in "A let B open an office, angering C": what A has let B do is no act beside which B does another."""
    if clause.dep_ not in ("ccomp", "xcomp") or clause.tag_ != "VB" or not clause.head.i < clause.i < participle.i:
        return False
    if any(child.dep_ == "mark" or child.tag_ == "MD" for child in clause.children):
        return False
    own = any(child.dep_ in SUBJECT and clause.head.i < child.i for child in clause.children)
    return own and _stands_behind_comma(participle)


def join_to_clause(participle: Token) -> None:
    """As in "A held talks with B, seeking a deal": A seeks it, not the talks."""
    noun = participle.head
    if (
        participle.tag_ != "VBG"
        or participle.lemma_ in COMPOSING
        or noun.pos_ != "NOUN"
        or noun.dep_ not in ("dobj", "pobj")
        or not _stands_behind_comma(participle)
    ):
        return
    verb = noun.head
    while verb.pos_ in ("NOUN", "ADP") and verb.dep_ in ("dobj", "pobj", "prep"):
        verb = verb.head
    if verb.pos_ == "VERB" and is_thing(noun):
        move(participle, verb, "advcl")


def _stands_behind_comma(verb: Token) -> bool:
    first = verb.left_edge.i
    return first > 0 and verb.doc.tokens[first - 1].text == ","
