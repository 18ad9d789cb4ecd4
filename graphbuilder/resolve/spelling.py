"""How names are spelt: the rules of `data/names.toml`, and words in the form in which spellings are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graphbuilder.errors import InvalidLexicon
from graphbuilder.lexicon import load_lexicon, load_toml
from graphbuilder.model import slug

VOWELS = frozenset("aeiou")
SHORTEST = 3
"""Consonants that two spellings of one given name must share."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`data/names.toml`, checked; all words in lower-case ASCII."""

    letters: tuple[tuple[str, str], ...]
    endings: tuple[tuple[str, str], ...]
    open_letter: str
    open_for: frozenset[str]
    particles: frozenset[str]
    generations: frozenset[str]
    given: Mapping[str, str]
    little: frozenset[str]
    forms: frozenset[str]
    spellings: Mapping[str, str]
    general: frozenset[str]


@lru_cache(maxsize=1)
def load_rules() -> Rules:
    """Read and check `data/names.toml`, once a process."""
    tables = load_toml("names.toml")
    try:
        spelling, person, body = tables["spelling"], tables["person"], tables["body"]
        return Rules(
            letters=tuple((old, new) for old, new in spelling["letters"]),
            endings=tuple((old, new) for old, new in spelling["endings"]),
            open_letter=spelling["open_letter"],
            open_for=frozenset(spelling["open_for"]),
            particles=frozenset(person["particles"]),
            generations=frozenset(person["generations"]),
            given=_classes(tables["given"]),
            little=frozenset(body["little"]),
            forms=frozenset(body["forms"]),
            spellings=dict(body["spellings"]),
            general=frozenset(body["general"]) | _nouns_of_bodies(),
        )
    except KeyError as error:
        raise InvalidLexicon(f"data/names.toml: {error} is missing. Add it.") from error


def _classes(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Every form of a given name -> the form that stands for all; a form of two names is an error."""
    classes: dict[str, str] = {}
    for name, forms in table.items():
        for form in (name, *forms):
            if classes.setdefault(form, name) != name:
                raise InvalidLexicon(f"data/names.toml [given] '{form}': of {classes[form]} and of {name}. Keep one.")
    return classes


def _nouns_of_bodies() -> frozenset[str]:
    """The single words that name bodies of every kind ("court", "ministry")."""
    words = load_lexicon().words
    phrases = words["organization.bodies"] | words["organization.armed"] | words["organization.state_bodies"]
    return frozenset(word for phrase in phrases for word in slug(phrase).split("-"))


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word in lower-case ASCII as all its spellings would be ("zelenskyy", "zelenskiy" -> "zelenski")."""
    rules = load_rules()
    for old, new in rules.letters:
        word = word.replace(old, new)
    word = "".join(letter for index, letter in enumerate(word) if letter != word[index - 1 : index] or letter.isdigit())
    for old, new in rules.endings:
        if word.endswith(old):
            word = word.removesuffix(old) + new
    return word


def closed(word: str) -> str:
    """A folded word with one letter for all that the open letter may stand for: equal for what may be equal."""
    rules = load_rules()
    table = {ord(letter): rules.open_letter for letter in rules.open_for}
    return word.translate(table)


def same_letters(one: str, other: str) -> bool:
    """True for equal folded words; where one has the open letter, the other may have what it stands for."""
    rules = load_rules()
    return one == other or (
        len(one) == len(other)
        and all(
            a == b or (rules.open_letter in (a, b) and {a, b} & rules.open_for) for a, b in zip(one, other, strict=True)
        )
    )


def skeleton(word: str) -> str:
    """The consonants of a word."""
    return "".join(letter for letter in word if letter not in VOWELS)


def ending(word: str) -> str:
    """The last letter where it is a vowel, which tells Mario from Maria; else nothing."""
    return word[-1:] if word[-1:] in VOWELS else ""


def given_class(word: str) -> str:
    """A given name in lower-case ASCII -> the folded form that stands for all its forms ("joe" -> "joseph")."""
    return fold(load_rules().given.get(word, word))
