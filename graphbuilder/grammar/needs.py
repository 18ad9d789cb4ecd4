"""What a construction needs of a word before it is worth trying.

A need is an index, never a rule: the construction asks again for itself, and finds the same without any.
"""

from __future__ import annotations

from functools import lru_cache

from graphbuilder.grammar.clause import Clause
from graphbuilder.grammar.sense import event_noun
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Token

Features = frozenset[str]
"""What is known of a word: arguments, labels of its dependents, word lists and types that it stands in."""
Needs = tuple[Features, ...]
"""Of each set the word must have one feature."""

SUBJECTS = frozenset(("subjects",))
OBJECTS = frozenset(("objects",))
OBLIQUES = frozenset(("obliques",))
ACTIVE = frozenset(("active",))
PASSIVE = frozenset(("passive",))
EVENT = frozenset(("event noun",))
TITLE = frozenset(("title",))
NAME = frozenset(("PROPN",))
APPOSED = frozenset(("apposed",))
PREPOSITION = frozenset(("prep", "dative"))
SUPPORTING = frozenset(("verb.carrying", "verb.aspectual"))
MODIFIERS = frozenset(("poss", "compound", "amod", "nmod"))
FRAMES = ("as", "for", "to")


def one_of(*features: str) -> Features:
    """A need for one of these: a label, a lemma, a word list, a type of act, or "+for" for a verb listed with "for"."""
    return frozenset(features)


def is_met(needs: Needs, features: tuple[Features, ...]) -> bool:
    """True where each need finds one of its features."""
    return all(any(not need.isdisjoint(some) for some in features) for need in needs)


def verb_features(verb: Token, lexicon: Lexicon) -> Features:
    """What the vocabulary knows of a verb."""
    return verb_classes(verb.lemma_, verb.lower_, lexicon)


def clause_features(clause: Clause, lexicon: Lexicon) -> tuple[Features, Features]:
    """The arguments of a clause; what the vocabulary knows of its verb with its particle."""
    arguments = arguments_of(clause.passive, bool(clause.subjects), bool(clause.objects), bool(clause.obliques))
    return arguments, verb_classes(clause.lemma, clause.lemma, lexicon)


def noun_features(noun: Token, lexicon: Lexicon) -> tuple[Features, Features]:
    """What a noun is in its sentence; what the vocabulary knows of it."""
    traits = noun_traits(noun.pos_, noun.dep_ == "appos", event_noun(noun, lexicon) is not None)
    return traits, noun_classes(noun.lower_, noun.lemma_.lower(), lexicon)


@lru_cache
def arguments_of(passive: bool, subjects: bool, objects: bool, obliques: bool) -> Features:
    """Which arguments there are, and the voice."""
    found = {"subjects": subjects, "objects": objects, "obliques": obliques, "passive": passive, "active": not passive}
    return frozenset(name for name, there in found.items() if there)


@lru_cache
def noun_traits(part_of_speech: str, apposed: bool, event: bool) -> Features:
    """What a noun is in its sentence."""
    found = {part_of_speech: True, "apposed": apposed, "event noun": event}
    return frozenset(name for name, there in found.items() if there)


@lru_cache(maxsize=4096)
def noun_classes(lower: str, lemma: str, lexicon: Lexicon) -> Features:
    """The word lists that a noun stands in, and whether a title can end with it."""
    title = ("title",) if lower in lexicon.title_ends else ()
    return frozenset(title).union(lexicon.lists.get(lower, ()), lexicon.lists.get(lemma, ()))


@lru_cache(maxsize=4096)
def verb_classes(lemma: str, lower: str, lexicon: Lexicon) -> Features:
    """The verb itself, the word lists that it stands in, alone or with more words, its types and its frames."""
    senses = (lexicon.verbs.get(key) for key in (lemma, f"{lemma} to"))
    found: list[str] = [lemma, *(sense for sense in senses if sense is not None)]
    found += (f"+{frame}" for frame in FRAMES if f"{lemma} {frame}" in lexicon.verbs)
    if lemma in lexicon.combined:
        found.append("combined")
    if lemma in lexicon.composed:
        found.append("composed")
    return frozenset(found).union(lexicon.lists.get(lemma, ()), lexicon.lists.get(lower, ()))
