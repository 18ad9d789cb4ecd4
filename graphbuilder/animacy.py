"""Who can be "who": names of people, pronouns, nouns for persons and for groups of them."""

from __future__ import annotations

from graphbuilder.lexicon import word_lists
from graphbuilder.syntax import Token

NOUNS = word_lists("nouns.toml")
BODIES = NOUNS["organization.bodies"]
PEOPLE = frozenset(("PERSON", "NORP"))
PERSONS = frozenset().union(
    *(NOUNS[key] for key in ("person.roles", "person.titles", "kinship.nouns", "group.nouns", "group.collective"))
)


def is_person(noun: Token) -> bool:
    """True for a person and for several; a single body ("the commission") is none."""
    if noun.ent_type_ in PEOPLE or noun.pos_ == "PRON":
        return True
    lemma = noun.lemma_.lower()
    return lemma in PERSONS and not (noun.tag_ == "NN" and lemma in BODIES)


def is_thing(noun: Token) -> bool:
    """True for a noun that names no person, body or place: a plan, a law, a weapon."""
    return noun.pos_ == "NOUN" and not noun.ent_type_ and not is_person(noun) and noun.lemma_.lower() not in BODIES
