"""What each article says of each party: its names, its offices and countries, and the sentences it stands in."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import punctuation

from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import (
    REGARDING,
    Actor,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Statement,
    Status,
    digest,
)

Key = tuple[str, str]
"""An article and the id that a party has in it."""

HOLDS = (" of", " for", " from")
"""How a relation ends that says where somebody belongs; an ambassador *to* a country is of another one."""
BODY = "role.body"
"""The rule that finds whose a body is; what else is said of a body does not tell its country."""
TELL_LITTLE = frozenset({EventType.OTHER, EventType.STATEMENT, EventType.RELATION})
CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))
SAYING = 5
"""Words that make a sentence the same sentence in two articles, and not by chance."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One party of one article.

    `offices` are (title, id of whose); `countries` codes without their regions; `sentences` hashes of the sentences it
    stands in; `opposed` the ids of those it acts on or with in some statement; `deeds` hashes of what it did or bore
    on a day, by whom or to whom.
    """

    article_id: str
    actor: Actor
    offices: frozenset[tuple[str, str]] = frozenset()
    countries: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()

    @property
    def key(self) -> Key:
        """Article and id."""
        return self.article_id, self.actor.id

    @property
    def is_person(self) -> bool:
        """True for persons."""
        return self.actor.kind is Kind.PERSON


def find_mentions(extractions: Iterable[Extraction]) -> Iterator[Mention]:
    """The parties that the statements of each article use, by article and id."""
    for extraction in sorted(extractions, key=lambda each: each.article.id):
        yield from _of_article(extraction)


def _of_article(extraction: Extraction) -> Iterator[Mention]:
    actors = {actor.id: actor for actor in extraction.actors}
    offices: dict[str, set[tuple[str, str]]] = defaultdict(set)
    sentences: dict[str, set[str]] = defaultdict(set)
    opposed: dict[str, set[str]] = defaultdict(set)
    deeds: dict[str, set[str]] = defaultdict(set)
    for statement in extraction.statements:
        words = _sentence_keys(statement)
        for party in parties(statement):
            actors.setdefault(party.id, Actor(party.id, party.name, party.kind))
            sentences[party.id] |= words
        opposed[statement.subject.id].add(statement.object.id)
        for party_id, deed in _deeds(statement):
            deeds[party_id].add(deed)
        if _tells_office(statement):
            offices[statement.subject.id].add((_title(statement.relation), statement.object.id))
    for party_id in sorted(sentences):
        held = frozenset(offices[party_id])
        yield Mention(
            extraction.article.id, actors[party_id], held, _countries(actors[party_id], held, actors),
            frozenset(sentences[party_id]), frozenset(opposed[party_id]), frozenset(deeds[party_id]),
        )  # fmt: skip


def _deeds(statement: Statement) -> Iterator[tuple[str, str]]:
    """Either party and what it did or suffered on a day that is named; nothing where the type tells too little.

    Where the other one is described, too, a name in the sentence must tell one shelling of a school from another.
    """
    when, subject, other = statement.date, statement.subject, statement.object
    if when is None or when.precision is not Precision.DAY or statement.event_type in TELL_LITTLE:
        return
    act, text = (statement.event_type, when.start), statement.sentence.text
    yield from ((subject.id, digest(*act, "", other.name, mark)) for mark in _marks(other, text))
    role = "" if statement.symmetric else "suffers"
    yield from ((other.id, digest(*act, role, subject.name, mark)) for mark in _marks(subject, text))


def _marks(other: Party, text: str) -> list[str]:
    """What tells the deed apart: nothing more where the other one is named, else the names of the sentence."""
    if any(map(str.isupper, other.name.partition(f" ({REGARDING} ")[0])):
        return [""]
    words = {word.strip(punctuation) for word in text.split()[1:]}
    return sorted(word for word in words if word[:1].isupper() and _is_name(word))


@lru_cache(maxsize=65_536)
def _is_name(word: str) -> bool:
    """False for days, months, states and their people, which many sentences have."""
    lexicon, lower = load_lexicon(), word.lower()
    return word not in CALENDAR and lower not in lexicon.demonyms and lower not in lexicon.actors


def _sentence_keys(statement: Statement) -> frozenset[str]:
    words = statement.sentence.text.split()
    return frozenset([digest(*words)] if len(words) >= SAYING else [])


def parties(statement: Statement) -> Iterator[Party]:
    """Who stands in a statement: subject, object, and the speaker where there is one."""
    yield statement.subject
    yield statement.object
    if statement.speaker:
        yield statement.speaker


def _tells_office(statement: Statement) -> bool:
    return (
        statement.event_type is EventType.RELATION
        and statement.rule.startswith("role.")
        and (statement.subject.kind is Kind.PERSON or statement.rule == BODY)
        and statement.status is Status.OCCURRED
        and statement.object.kind in (Kind.STATE, Kind.ORGANIZATION)
        and statement.relation.endswith(HOLDS)
    )


def _title(relation: str) -> str:
    """ "former economy minister of" -> "economy minister"."""
    return relation.rpartition(" ")[0].removeprefix("former ")


def _countries(actor: Actor, offices: Iterable[tuple[str, str]], actors: Mapping[str, Actor]) -> frozenset[str]:
    stated = {actor.country, *(actors[party].country for _, party in offices if party in actors)} - {None}
    if not stated and actor.kind is Kind.PERSON:
        stated = {_held_for(actor.name)}
    return frozenset(code.split("-")[0] for code in stated if code)


@lru_cache(maxsize=65_536)
def _held_for(name: str) -> str | None:
    """The country of all offices that the table has for a person of this name, where it is one."""
    lexicon = load_lexicon()
    owners = {lexicon.actors.get(owner.lower()) for owner in _owners().get(name, ())}
    codes = {owner.country for owner in owners if owner is not None and owner.country}
    return codes.pop() if len(codes) == 1 else None


@lru_cache(maxsize=1)
def _owners() -> Mapping[str, frozenset[str]]:
    """Holder -> whose offices."""
    found: dict[str, set[str]] = defaultdict(set)
    for office in load_lexicon().offices:
        found[office.holder].add(office.of)
    return {holder: frozenset(owners) for holder, owners in found.items()}
