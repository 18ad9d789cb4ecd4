"""Which names may be one party's: full names of persons, and names of bodies, compared two at a time.

Two names are compared only where they share a key, so that the work grows with the number of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Actor, Kind, slug
from graphbuilder.resolve.spelling import (
    SHORTEST,
    VOWELS,
    closed,
    ending,
    fold,
    given_class,
    load_rules,
    same_letters,
    skeleton,
)

POSSESSIVE = "'s "
ALIKE = 70.0
"""Likeness of two spellings of one given name that share their consonants."""
LONG_WORD = 6
ACRONYM = range(2, 9)


class Why(StrEnum):
    """The rule by which a name belongs to an actor."""

    SAME = "same name"
    TABLE = "table of names"
    SPELLING = "spelling"
    GIVEN = "form of the given name"
    INITIAL = "initial of the given name"
    MIDDLE = "middle name"
    ORDER = "same words"
    KIND = "same name, read as another kind"
    ACRONYM = "acronym explained in the text"
    INITIALS = "acronym of the words"
    ALIAS = "other name in the text"
    OFFICE = "family name and office"
    COUNTRY = "name and country"
    SENTENCE = "same sentence"
    DEED = "same act on the same day"
    JUDGED = "merged by hand"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A full name in comparable form: all words folded."""

    given: str
    given_class: str
    middle: tuple[str, ...]
    family: str
    generation: str


@lru_cache(maxsize=65_536)
def parse_person(name: str) -> PersonName | None:
    """A name of two or more words; None for a family name alone, for a king's name, and for a description."""
    rules = load_rules()
    words = proper_words(name)
    generation = words[-1] if words and words[-1] in rules.generations else ""
    words = words[:-1] if generation else words
    words = words[:1] + [word for word in words[1:-1] if word not in rules.particles] + words[1:][-1:]
    if len(words) < 2:
        return None
    middle = tuple(fold(word) for word in words[1:-1])
    return PersonName(fold(words[0]), given_class(words[0]), middle, fold(words[-1]), generation)


def proper_words(name: str) -> list[str]:
    """The words of a person's name in lower-case ASCII, without honorifics; none where it is a description."""
    rules, honorifics = load_rules(), load_lexicon().words["person.honorifics"]
    words = [word for word in name.split() if word.lower().rstrip(".") not in honorifics]
    if not all(word[0].isupper() or slug(word).split("-")[0] in rules.particles for word in words):
        return []
    return slug(" ".join(words)).split("-") if words else []


def is_family_name(name: str) -> bool:
    """True for one word, with or without an honorific: it tells a family, not a person."""
    return len(proper_words(name)) == 1


def family_key(name: str) -> str:
    """What all spellings of a family name alone share."""
    words = [word for word in proper_words(name) if word not in load_rules().generations]
    return closed(fold(words[-1])) if words else slug(name)


def person_keys(name: PersonName) -> Iterator[tuple[str, str]]:
    """Two names that can be one share a key: the family name, and the beginning of a first or middle name."""
    for word in (name.given_class, *name.middle):
        yield closed(name.family), "a" if word[0] in VOWELS else closed(word[0])


def compare_persons(one: PersonName, other: PersonName) -> Why | None:
    """By which rule two full names can be one; None where they cannot."""
    return compare_forenames(one, other) if same_letters(one.family, other.family) else None


def compare_forenames(one: PersonName, other: PersonName) -> Why | None:
    """By which rule two names of one family can be one person's; None where they cannot."""
    if one.generation and other.generation and one.generation != other.generation:
        return None
    if one.given_class == other.given_class or _alike(one.given, other.given):
        return _compare_middles(one, other)
    if 1 in (len(one.given), len(other.given)):
        return Why.INITIAL if one.given[0] == other.given[0] and _compare_middles(one, other) else None
    long_middles = {word for word in one.middle + other.middle if len(word) > SHORTEST}
    by_middle = (one.given in other.middle or other.given in one.middle) and long_middles & {one.given, other.given}
    return Why.MIDDLE if by_middle else None


def _compare_middles(one: PersonName, other: PersonName) -> Why | None:
    """The middle names say no where the first letters differ ("George W. Bush", "George H. W. Bush")."""
    if one.middle and other.middle and any(a[0] != b[0] for a, b in zip(one.middle, other.middle, strict=False)):
        return None
    if one.middle != other.middle or one.generation != other.generation:
        return Why.MIDDLE
    return Why.SPELLING if _alike(one.given, other.given) else Why.GIVEN


def _alike(one: str, other: str) -> bool:
    """True for two spellings of one given name: the same consonants, as many vowels, the same vowel at the end."""
    if one == other:
        return True
    consonants = skeleton(one)
    return (
        len(consonants) >= SHORTEST
        and consonants == skeleton(other)
        and len(one) == len(other)
        and ending(one) == ending(other)
        and fuzz.ratio(one, other) >= ALIKE
    )


@lru_cache(maxsize=65_536)
def body_words(name: str) -> tuple[str, ...]:
    """The words that count in the name of a body, in order: states for demonyms, one spelling, no legal form."""
    rules, lexicon = load_rules(), load_lexicon()
    words: list[str] = []
    for word in slug(name).split("-"):
        state = lexicon.demonyms.get(word) or lexicon.actors.get(word)
        if state is not None and state.country and state.id.startswith("state/"):
            words += state.id.removeprefix("state/").split("-")
        elif word not in rules.little:
            words.append(rules.spellings.get(word, word))
    return tuple(word for word in words if word not in rules.forms) or tuple(words)


def body_key(name: str) -> str:
    """Equal for the same words in any order, as folded ("Russian Defence Ministry", "Ministry of Defense (Russia)")."""
    return " ".join(sorted(fold(word) for word in body_words(name)))


def loose_key(name: str) -> str | None:
    """The consonants of a name of one long word, which many write in many ways ("Hezbollah"); else None."""
    words = body_words(name)
    return skeleton(fold(words[0])) if len(words) == 1 and len(words[0]) >= LONG_WORD else None


def is_general(name: str) -> bool:
    """True for a name that many countries have a bearer of ("Supreme Court")."""
    words = body_words(name)
    return not is_acronym(name) and all(word in load_rules().general for word in words)


def is_acronym(name: str) -> bool:
    """True for a short name in capitals ("ICC", "U.N.")."""
    letters = name.replace(".", "")
    return letters.isalpha() and letters.isupper() and len(letters) in ACRONYM


def is_title_case(name: str) -> bool:
    """True for two words or more that count, all with a capital: a proper name, and no description."""
    words = [word for word in name.split() if word.lower() not in load_rules().little]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def initials(name: str) -> str | None:
    """The acronym that the words of a proper name make ("International Criminal Court" -> "ICC")."""
    if not is_title_case(name):
        return None
    words = [word for word in name.replace("-", " ").split() if word.lower() not in load_rules().little]
    return "".join(word[0] for word in words).upper()


def table_actor(kind: Kind, name: str) -> Actor | None:
    """The actor of the tables that has this name, or that is a state's body of the same words ("Ukraine's army").

    One word that was read as a person's name is none.
    """
    if kind is Kind.PERSON and " " not in name:
        return None
    actor = load_lexicon().actors.get(name.lower())
    fits = actor is not None and kind.is_actor and actor.kind.is_actor and name in (actor.name, *actor.aliases)
    return actor if fits else _state_body(kind, name)


@lru_cache(maxsize=65_536)
def _state_body(kind: Kind, name: str) -> Actor | None:
    """The body of the tables that an alias of the same words names; descriptions ("Russian troops") are none."""
    is_name = is_title_case(name) or POSSESSIVE in name
    return _state_bodies().get(body_key(name)) if kind is Kind.ORGANIZATION and is_name and "(" not in name else None


@lru_cache(maxsize=1)
def _state_bodies() -> Mapping[str, Actor]:
    """Aliases of a state and a general word, by their words; what two bodies are called is nobody's."""
    found: dict[str, set[Actor]] = defaultdict(set)
    for alias, actor in load_lexicon().actors.items():
        if actor.kind is Kind.ORGANIZATION and actor.country and _is_states(alias):
            found[body_key(alias)].add(actor)
    return {key: actors.pop() for key, actors in found.items() if len(actors) == 1}


def _is_states(name: str) -> bool:
    """True for the name of a state beside words that every country has bodies of ("Ukrainian army")."""
    words = [word for word in slug(name).split("-") if word not in load_rules().little]
    rest = [word for word in words if not _is_state(word)]
    return len(rest) < len(words) and bool(rest) and is_general(" ".join(rest))


def _is_state(word: str) -> bool:
    lexicon = load_lexicon()
    state = lexicon.demonyms.get(word) or lexicon.actors.get(word)
    return state is not None and state.kind is Kind.STATE
