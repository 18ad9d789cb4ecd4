"""The referents of one article by their names: one for every party however it is written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from graphbuilder.lexicon import Lexicon, Office
from graphbuilder.model import REGARDING, Actor, Kind, actor_id
from graphbuilder.names.holders import holder_like, holds, offices_of, same_title, surname_of
from graphbuilder.names.naming import gender_of, is_given
from graphbuilder.names.personal_names import family_name, same_given_name

DIGITS = frozenset("0123456789")
SAME_SPELLING = 86.0
SAME_SURNAME = 88.0
LONG_NAME = 6
OPENING = 60
UNSEEN = 10**9
LATEST = "9999"
SHORTEST_SURNAME = 4


@dataclass(slots=True, eq=False)
class Referent:
    """A party of one article while it is read: grows with every mention."""

    name: str
    kind: Kind
    aliases: set[str] = field(default_factory=set)
    wikidata: str | None = None
    country: str | None = None
    nouns: set[str] = field(default_factory=set)
    gender: str | None = None
    plural: bool = False
    settled: bool = False
    """True where more than labels says of what kind this is: a title, the noun before the name, a longer name."""

    kinds: defaultdict[Kind, int] = field(default_factory=lambda: defaultdict(int))
    affiliation: Referent | None = None
    represents: Referent | None = None
    owner: Referent | None = None
    is_named: bool = field(init=False)
    """True where the name holds a proper name or a number, which tells it from others of its kind."""

    full_name: str = field(init=False)
    """The canonical name; a description is told from others by its owner: "parliament (Tunisia)"."""

    def __post_init__(self) -> None:
        """The name stays as it is, the full name until an owner is known."""
        self.is_named = not self.name.islower() or not DIGITS.isdisjoint(self.name)
        self.full_name = self.name

    def describe(self, owner: Referent | None, topic: Referent | None) -> None:
        """Tells a description from others by its owner, else by what the article is about: "ruling (re Tunisia)"."""
        self.owner, self.full_name = owner, self.name
        if owner is None and topic is not None and topic is not self:
            self.full_name = f"{self.name} ({REGARDING} {topic.name})"
        elif owner is not None and owner is not self:
            joined = owner.kind is Kind.THEME
            self.full_name = f"{owner.name} {self.name}" if joined else f"{self.name} ({owner.name})"

    @property
    def id(self) -> str:
        """The canonical id of the actor."""
        return actor_id(self.kind, self.full_name)

    def to_actor(self) -> Actor:
        """The actor as it is recorded."""
        aliases = tuple(sorted((self.aliases | {self.name}) - {self.full_name}))
        return Actor(self.id, self.full_name, self.kind, aliases, self.wikidata, self.country)


def from_actor(actor: Actor) -> Referent:
    """A referent for a party of the tables."""
    return Referent(actor.name, actor.kind, set(), actor.wikidata, actor.country)


class Register:
    """The referents of one article by their names; it is loaded with the names in text order."""

    def __init__(self, lexicon: Lexicon, published: date | None) -> None:
        """`published` decides who holds an office; None leaves offices open."""
        self.lexicon = lexicon
        self.published = published
        self.by_key: dict[str, Referent] = {}
        self.by_surname: dict[str, list[Referent]] = {}
        self.introduced: dict[Referent, list[int]] = {}

    def of_actor(self, actor: Actor) -> Referent:
        """The referent of a party of the tables."""
        if actor.id not in self.by_key:
            self.by_key[actor.id] = from_actor(actor)
            self.by_key[actor.id].nouns |= self.lexicon.words.get(f"called.{actor.name}", frozenset())
        return self.by_key[actor.id]

    def of_text(self, text: str, kind: Kind, key: str | None = None) -> Referent:
        """The referent of a name or description by its words, or by a key that tells equal words apart."""
        key = f"{'person' if kind is Kind.PERSON else 'other'}:{(key or text).lower()}"
        if key not in self.by_key:
            self.by_key[key] = Referent(text, kind)
            if kind is Kind.PERSON:
                self.by_key[key].gender = gender_of(text, self.lexicon)
        referent = self.by_key[key]
        referent.kinds[kind] += 1
        return referent

    def introduce(self, text: str, at: int) -> Referent:
        """The person whose full name stands at this token."""
        referent = self.person(text)
        self.introduced.setdefault(referent, []).append(at)
        return referent

    def principal(self, persons: list[Referent]) -> Referent | None:
        """Whom a shared surname means: the only one whom the opening names, else whom the article names far oftener."""
        places = sorted((self.introduced.get(person, [UNSEEN]) for person in persons), key=lambda at: (-len(at), at))
        opening = [person for person in persons if self.introduced.get(person, [UNSEEN])[0] < OPENING]
        if len(opening) == 1:
            return opening[0]
        if len(places[0]) < 2 * len(places[1]) or len(places[0]) < 3:
            return None
        return next(person for person in persons if self.introduced.get(person) == places[0])

    def person(self, text: str) -> Referent:
        """The person of a full name: known under this or a similar spelling, a holder of an office, or new."""
        words = text.split()
        for known in self.by_surname.get(family_name(words), ()):
            if same_given_name(known.name, words):
                return known
        similar = self._similar(text)
        if similar is not None:
            return similar
        referent = self.of_text(holder_like(text, self.lexicon) or text, Kind.PERSON)
        self._list_surnames(referent, family_name(words))
        return referent

    def _list_surnames(self, referent: Referent, written: str) -> None:
        for surname in {written, family_name(referent.name.split())}:
            known = self.by_surname.setdefault(surname, [])
            if referent not in known:
                known.append(referent)

    def _similar(self, text: str) -> Referent | None:
        names = {known.name: known for persons in self.by_surname.values() for known in persons}
        found = process.extractOne(text, names.keys(), scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
        return names[found[0]] if found else None

    def surname(self, text: str, *, given: bool = True) -> Referent | None:
        """The person of the article with this surname or given name; None where there is none, or several on a par.

        Without `given` only as a surname.
        """
        persons = self.by_surname.get(text.lower()) or (self._by_first_word(text) if given else [])
        if len(persons) == 1:
            return persons[0]
        if persons:
            return self.principal(persons)
        if not text[0].isupper():
            return None
        close = [key for key in self.by_surname if fuzz.ratio(key, text.lower()) >= SAME_SURNAME]
        return self.by_surname[close[0]][0] if len(close) == 1 and len(self.by_surname[close[0]]) == 1 else None

    def _by_first_word(self, text: str) -> list[Referent]:
        """The persons whose name begins with this word, which is the family name in East Asia ("Wang Yi", "Wang")."""
        persons = {id(person): person for known in self.by_surname.values() for person in known}
        return [person for person in persons.values() if person.name.split()[0].lower() == text.lower()]

    def body(self, text: str, kind: Kind) -> Referent:
        """The referent of any other name: one of nearly the same spelling in the article, or new."""
        core = _without_edges(text)
        for referent in self.by_key.values():
            near = referent.kind is kind and len(core) >= LONG_NAME and not referent.wikidata
            if near and fuzz.ratio(referent.name.lower(), core.lower()) >= SAME_SURNAME:
                return referent
        return self.of_text(core, kind)

    def party(self, text: str) -> Referent | None:
        """The party of the article that a plural means ("Conservatives" after "Conservative Party")."""
        if not text.endswith("s") or not text[0].isupper():
            return None
        name = f"{text[:-1]} party".lower()
        actor = self.lexicon.actors.get(name)
        return self.by_key.get(actor.id if actor is not None else f"other:{name}")

    def team(self, text: str) -> Referent | None:
        """The only body of the article whose name ends with this plural ("Rovers" after "Lund Rovers")."""
        if not text.endswith("s") or not text[0].isupper():
            return None
        ending = f" {text}"
        found = [one for one in self.by_key.values() if one.kind is Kind.ORGANIZATION and one.name.endswith(ending)]
        if len(found) != 1:
            return None
        found[0].settled = True
        return found[0]

    def holder(self, title: str, of: str) -> Referent | None:
        """Who holds the office on the day of publication, if the table settles it, or the article among its holders."""
        names = {office.holder for office in self.offices(title, of)}
        if self.published is None or len(names) > 1:  # "the Russian leader": of two, the one whom the article names
            names &= {person.name for known in self.by_surname.values() for person in known}
        return self.person(names.pop()) if len(names) == 1 else None

    def offices(self, title: str, of: str) -> list[Office]:
        """The entries of the dated table for an office on the day of publication, all of them if that is unknown."""
        day = self.published.isoformat() if self.published else None
        return [
            office
            for office in self.lexicon.offices
            if office.of == of and same_title(office.title, title, self.lexicon) and (day is None or holds(office, day))
        ]

    def titles_of(self, person: str) -> list[str]:
        """The titles of the offices that a person holds on the day of publication; empty where that is unknown."""
        day = self.published.isoformat() if self.published else ""
        return [office.title for office in self.lexicon.offices if office.holder == person and holds(office, day)]

    def state_of(self, person: str) -> Referent | None:
        """The only state in which the person holds an office on the day of publication; None where that is unknown."""
        if self.published is None:
            return None
        day = self.published.isoformat()
        owners = {office.of for office in self.lexicon.offices if office.holder == person and holds(office, day)}
        known = [actor for owner in owners if (actor := self.lexicon.actors.get(owner.lower())) is not None]
        states = [actor for actor in known if actor.kind is Kind.STATE]
        return self.of_actor(states[0]) if len(states) == 1 else None

    def state_with(self, code: str) -> Referent | None:
        """The state of a country code."""
        state = states_by_code(self.lexicon).get(code)
        return self.of_actor(state) if state is not None else None

    def sole_office_holder(self, surname: str) -> Referent | None:
        """The only holder of any office with this surname on the day of publication ("Biden" without a first name)."""
        if self.published is None:
            return None
        day = self.published.isoformat()
        offices = offices_of(surname, self.lexicon)
        names = {office.holder for office in offices if holds(office, day)}
        return self.person(names.pop()) if len(names) == 1 else None

    def former_leader(self, surname: str) -> Referent | None:
        """The only holder of offices with this surname, who led a state by the day of publication ("Merkel")."""
        offices = offices_of(surname, self.lexicon)
        day = self.published.isoformat() if self.published is not None else LATEST
        if len(surname) < SHORTEST_SURNAME or is_given(surname.lower(), self.lexicon):
            return None
        led = any(office.title in self.lexicon.words["person.leaders"] and office.since <= day for office in offices)
        holders = {office.holder for office in offices if " " in office.holder}
        exact = any(surname_of(office, self.lexicon) == surname for office in offices)
        return self.person(holders.pop()) if led and exact and len(holders) == 1 else None


@lru_cache(maxsize=1)
def states_by_code(lexicon: Lexicon) -> dict[str, Actor]:
    """Country code -> its state."""
    states = (actor for actor in lexicon.actors.values() if actor.kind is Kind.STATE)
    return {state.country: state for state in states if state.country is not None}


def _without_edges(text: str) -> str:
    """The name without lower-case words before and behind it."""
    words = text.split()
    inner = [index for index, word in enumerate(words) if not word.islower()]
    return " ".join(words[inner[0] : inner[-1] + 1]) if inner else text
