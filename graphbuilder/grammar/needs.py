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


def is_met(needs: Needs, features: Features) -> bool:
    """True where each need finds one of its features."""
    return all(not need.isdisjoint(features) for need in needs)


def verb_features(verb: Token, lexicon: Lexicon) -> Features:
    """What hangs on a verb and what the vocabulary knows of it."""
    labels = [child.dep_ for child in verb.children]
    return verb_classes(verb.lemma_, lexicon).union(labels, lexicon.lists.get(verb.lower_, ()))


def clause_features(clause: Clause, lexicon: Lexicon) -> Features:
    """The arguments of a clause and what the vocabulary knows of its verb and particle."""
    arguments = ["passive" if clause.passive else "active"]
    if clause.subjects:
        arguments.append("subjects")
    if clause.objects:
        arguments.append("objects")
    if clause.obliques:
        arguments.append("obliques")
    return verb_classes(clause.lemma, lexicon).union(arguments)


def noun_features(noun: Token, lexicon: Lexicon) -> Features:
    """What a noun is and what hangs on it."""
    found = [child.dep_ for child in noun.children]
    found.append(noun.pos_)
    if noun.dep_ == "appos":
        found.append("apposed")
    if event_noun(noun, lexicon) is not None:
        found.append("event noun")
    return noun_classes(noun.lower_, noun.lemma_.lower(), lexicon).union(found)


@lru_cache(maxsize=4096)
def noun_classes(lower: str, lemma: str, lexicon: Lexicon) -> Features:
    """The word lists that a noun stands in, and whether a title can end with it."""
    title = ("title",) if lower in lexicon.title_ends else ()
    return frozenset(title).union(lexicon.lists.get(lower, ()), lexicon.lists.get(lemma, ()))


@lru_cache(maxsize=4096)
def verb_classes(lemma: str, lexicon: Lexicon) -> Features:
    """The verb itself, the word lists that it stands in, alone or with more words, its types and its frames."""
    senses = (lexicon.verbs.get(key) for key in (lemma, f"{lemma} to"))
    found: list[str] = [lemma, *(sense for sense in senses if sense is not None)]
    found += (f"+{frame}" for frame in FRAMES if f"{lemma} {frame}" in lexicon.verbs)
    if lemma in lexicon.combined:
        found.append("combined")
    if lemma in lexicon.composed:
        found.append("composed")
    return frozenset(found).union(lexicon.lists.get(lemma, ()))
