"""Captions of events: "Joe Biden calls Vladimir Putin", "Iran may attack Israel"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import EventType, Status

IRREGULAR = {"be": "is", "have": "has"}
HISSING = ("s", "x", "z", "ch", "sh", "o")
MODALS = {Status.PLANNED: "will", Status.HYPOTHETICAL: "may", Status.DESIRED: "should"}


def caption(names: Sequence[str], relation: str, *, event_type: EventType, status: Status, plural: bool = False) -> str:
    """A short sentence: the first name (`plural` where it stands for many), the relation by status, the other names."""
    *others, last = names[1:]
    rest = f"{', '.join(others)} and {last}" if others else last
    return f"{names[0]} {_phrase(relation, event_type, status, plural=plural)} {rest}"


def _phrase(relation: str, event_type: EventType, status: Status, *, plural: bool) -> str:
    nominal = event_type is EventType.RELATION and not _is_verbal(relation)
    relation = _with_plural(relation)
    if status is Status.OCCURRED:
        return relation if nominal else inflect(relation, plural=plural)
    bare = f"be {relation}" if nominal else relation
    return _negate(bare, plural=plural) if status is Status.NEGATED else f"{MODALS[status]} {bare}"


def _negate(relation: str, *, plural: bool) -> str:
    verb, space, rest = relation.partition(" ")
    if verb == "be":
        return f"{inflect(verb, plural=plural)} not{space}{rest}"
    return f"{'do' if plural else 'does'} not {relation}"


def _is_verbal(relation: str) -> bool:
    """True for a state of affairs that a verb tells ("border", "belong to"), False for "president of"."""
    first, last = relation.split()[0], relation.split()[-1]
    verbs = _stative_verbs()
    return first in IRREGULAR or relation in verbs or (first in verbs and last != "of")


@lru_cache(maxsize=1)
def _stative_verbs() -> frozenset[str]:
    """The RELATION verbs of the vocabulary: whole keys, and their first words."""
    lexicon = load_lexicon()
    keys = [key for key, event_type in lexicon.verbs.items() if event_type is EventType.RELATION]
    keys += [noun.verb for noun in lexicon.nouns.values() if noun.event_type is EventType.RELATION and noun.verb]
    return frozenset([*keys, *(key.split()[0] for key in keys)])


def _with_plural(relation: str) -> str:
    """What goes back and forth is more than one: "exchange warning with" -> "exchange warnings with"."""
    words, (verb, *rest) = load_lexicon().words, relation.split()
    if verb not in words["reciprocal.exchanging"] or rest[-1:] != ["with"] or len(rest) != 2:
        return relation
    noun = rest[0]
    single = not noun.endswith("s") and noun not in words["reciprocal.uncounted"]
    return f"{verb} {_third_person(noun) if single else noun} with"  # a plural is formed as the third person is


def inflect(relation: str, *, plural: bool = False) -> str:
    """The verb phrase in the third person: "hold talks with" -> "holds talks with"."""
    verb, space, rest = _with_plural(relation).partition(" ")
    if plural:
        return ("are" if verb == "be" else verb) + space + rest
    return _third_person(verb) + space + rest


def _third_person(verb: str) -> str:
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(HISSING) else f"{verb}s"
