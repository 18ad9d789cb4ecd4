"""Alias chains: the names of one article gathered into referents, one for every party however it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from rapidfuzz import fuzz, process
from spacy.tokens import Doc

from graphbuilder.lexicon import Lexicon, Office
from graphbuilder.mentions import Name
from graphbuilder.model import Actor, Kind, actor_id

SAME_SPELLING = 86.0


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
    kinds: Counter[Kind] = field(default_factory=Counter)
    affiliation: Referent | None = None

    @property
    def id(self) -> str:
        """The canonical id of the actor."""
        return actor_id(self.kind, self.name)

    def to_actor(self) -> Actor:
        """The actor as it is recorded."""
        aliases = tuple(sorted(self.aliases - {self.name}))
        return Actor(self.id, self.name, self.kind, aliases, self.wikidata, self.country)


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

    def of_actor(self, actor: Actor) -> Referent:
        """The referent of a party of the tables."""
        return self.by_key.setdefault(actor.id, from_actor(actor))

    def of_text(self, text: str, kind: Kind) -> Referent:
        """The referent of a name or description by its words."""
        key = f"{'person' if kind is Kind.PERSON else 'other'}:{text.lower()}"
        if key not in self.by_key:
            self.by_key[key] = Referent(text, kind)
        referent = self.by_key[key]
        referent.kinds[kind] += 1
        return referent

    def person(self, text: str) -> Referent:
        """The person of a full name: known under this or a similar spelling, a holder of an office, or new."""
        words = text.split()
        for known in self.by_surname.get(words[-1].lower(), ()):
            if _same_given_name(known.name, words):
                return known
        similar = self._similar(text)
        if similar is not None:
            return similar
        referent = self.of_text(self._holder(text) or text, Kind.PERSON)
        self._list_surnames(referent, words[-1])
        return referent

    def _list_surnames(self, referent: Referent, written: str) -> None:
        for surname in {written.lower(), referent.name.split()[-1].lower()}:
            known = self.by_surname.setdefault(surname, [])
            if referent not in known:
                known.append(referent)

    def _similar(self, text: str) -> Referent | None:
        names = {known.name: known for persons in self.by_surname.values() for known in persons}
        found = process.extractOne(text, names.keys(), scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
        return names[found[0]] if found else None

    def _holder(self, text: str) -> str | None:
        names = {office.holder for office in self.lexicon.offices}
        if text in names:
            return text
        found = process.extractOne(text, sorted(names), scorer=fuzz.ratio, score_cutoff=90.0)
        return found[0] if found and found[0].split()[0][0] == text[0] else None

    def surname(self, text: str) -> Referent | None:
        """The one person of the article with this surname; None where there is none or more than one."""
        persons = self.by_surname.get(text.lower(), [])
        if len(persons) == 1:
            return persons[0]
        if persons or not text[0].isupper():
            return None
        close = [key for key in self.by_surname if fuzz.ratio(key, text.lower()) >= 88.0]
        return self.by_surname[close[0]][0] if len(close) == 1 and len(self.by_surname[close[0]]) == 1 else None

    def holder(self, title: str, of: str) -> Referent | None:
        """Who holds the office on the day of publication, if the table settles it."""
        names = {office.holder for office in self.offices(title, of)}
        return self.person(names.pop()) if len(names) == 1 else None

    def offices(self, title: str, of: str) -> list[Office]:
        """The entries of the dated table for an office on the day of publication."""
        if self.published is None:
            return []
        day = self.published.isoformat()
        return [
            office
            for office in self.lexicon.offices
            if office.of == of and _same_title(office.title, title, self.lexicon) and _holds(office, day)
        ]

    def sole_office_holder(self, surname: str) -> Referent | None:
        """The only holder of any office with this surname on the day of publication ("Biden" without a first name)."""
        if self.published is None:
            return None
        day = self.published.isoformat()
        names = {
            office.holder
            for office in self.lexicon.offices
            if office.holder.split()[-1].lower() == surname.lower() and _holds(office, day)
        }
        return self.person(names.pop()) if len(names) == 1 else None


def _same_title(listed: str, title: str, lexicon: Lexicon) -> bool:
    return listed == title or title in lexicon.words.get(f"same_title.{listed}", ())


def _holds(office: Office, day: str) -> bool:
    return office.since <= day and (not office.until or day < office.until)


def _same_given_name(name: str, words: list[str]) -> bool:
    one, other = name.split()[0].lower().strip("."), words[0].lower().strip(".")
    return one == other or one.startswith(other) or other.startswith(one) or fuzz.ratio(one, other) >= 75


def gather(doc: Doc, names: Iterable[Name], register: Register) -> dict[int, tuple[Name, Referent]]:
    """Every named token -> its name and referent. Full names first, so that surnames find their owners anywhere."""
    names = list(names)
    chosen: dict[int, Referent] = {}
    for name in names:
        if name.actor is not None:
            chosen[name.start] = register.of_actor(name.actor)
        elif name.kind is Kind.PERSON and name.end - name.start > 1:
            chosen[name.start] = register.person(name.text)
    for name in names:
        if name.start not in chosen:
            chosen[name.start] = _short_name(name, register)
    _join_acronyms(doc, names, chosen)
    return _by_token(names, chosen)


def _short_name(name: Name, register: Register) -> Referent:
    single = name.end - name.start == 1
    found = register.surname(name.text) if single else None
    if found is None and single and name.kind is Kind.PERSON:
        found = register.sole_office_holder(name.text)
    return found or register.of_text(name.text, name.kind)


def _join_acronyms(doc: Doc, names: list[Name], chosen: dict[int, Referent]) -> None:
    """As in "International Criminal Court (ICC)": the short form and its later uses are the long one."""
    renamed: dict[Referent, Referent] = {}
    for name, after in pairwise(names):
        gap = doc[name.end : after.start].text
        if gap == "(" and after.text.isupper() and after.end < len(doc) and doc[after.end].text == ")":
            long, short = chosen[name.start], chosen[after.start]
            if long is not short:
                known = short if short.wikidata and not long.wikidata else long
                renamed[long if known is short else short] = known
    for start, referent in chosen.items():
        chosen[start] = renamed.get(referent, referent)


def _by_token(names: list[Name], chosen: dict[int, Referent]) -> dict[int, tuple[Name, Referent]]:
    found: dict[int, tuple[Name, Referent]] = {}
    for name in names:
        referent = chosen[name.start]
        referent.aliases.add(name.text)
        referent.kinds[name.kind] += 1
        for index in range(name.start, name.end):
            found[index] = (name, referent)
    return found


def settle_kinds(referents: Iterable[Referent]) -> None:
    """One kind for every referent that the tables do not know: the one that most of its mentions have."""
    for referent in referents:
        if referent.wikidata is None and referent.country is None and referent.kinds:
            best = max(referent.kinds.values())
            if referent.kinds[referent.kind] < best:
                referent.kind = next(kind for kind in Kind if referent.kinds[kind] == best)
