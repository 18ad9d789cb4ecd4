"""Offices: what they are for, and which of several names beside one holds it."""

from __future__ import annotations

from graphbuilder.grammar.arguments import children, obliques
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import SUBJECT, Token

ROLE_PREPOSITIONS = frozenset(("of", "for", "to", "at", "from", "in"))


def names_of_others(words: list[Token]) -> int:
    """Where the words of a name begin behind another person's: "Mayor X and Y" leaves "Y" without a title."""
    ends = [index for index, word in enumerate(words) if word.dep_ == "cc" and word.nbor(-1).ent_type_ == "PERSON"]
    return ends[-1] + 1 if ends else 0


def is_portfolio(noun: Token, lexicon: Lexicon) -> bool:
    """True for what an office is for, which owns nobody ("Information", "the Armed Forces")."""
    named = noun.pos_ == "PROPN" or not noun.children  # no "city-state"
    return named and noun.head.lower_ in ("of", "for") and noun.lower_ in lexicon.words["person.portfolios"]


def has_portfolio(role: Token, lexicon: Lexicon) -> bool:
    """True for an office that is named with what it is for."""
    return any(name in ROLE_PREPOSITIONS and is_portfolio(owner, lexicon) for name, _, owner in obliques(role))


def listed_name(role: Token) -> Token | None:
    """The name behind a role in a list with semicolons: "the governor, X; the mayor of Y, Z"."""
    return next((name for name in children(role, "appos", "conj") if name.i > role.i and name.pos_ == "PROPN"), None)


def name_after(role: Token) -> Token | None:
    """The name right behind a role that the parser gives to the name before it ("said X, minister for Y Z said")."""
    last = role.right_edge
    if last == role or last.i + 1 >= role.sent.end:
        return None
    following = last.nbor()
    while following.dep_ == "compound" and following.head.i > following.i:
        following = following.head
    return following if following.dep_ in SUBJECT and following.pos_ == "PROPN" else None
