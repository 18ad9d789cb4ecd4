"""Alias chains: the names of one article gathered into referents, one for every party however it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

from graphbuilder.lexicon import Lexicon, Office
from graphbuilder.mentions import Name
from graphbuilder.model import Actor, Kind, actor_id
from graphbuilder.syntax import Doc

SAME_SPELLING = 86.0
SAME_SURNAME = 88.0
SAME_HOLDER = 85.0
LONG_NAME = 6


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
    owner: Referent | None = None

    @property
    def is_named(self) -> bool:
        """True where the name holds a proper name or a number, which tells it from others of its kind."""
        return any(char.isupper() or char.isdigit() for char in self.name)

    @property
    def full_name(self) -> str:
        """The canonical name; a description is told from others by its owner: "parliament (Tunisia)"."""
        if self.is_named or self.owner is None or self.owner is self:
            return self.name
        if self.owner.kind is Kind.THEME:
            return f"{self.owner.name} {self.name}"
        return f"{self.name} ({self.owner.name})"

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

    def of_actor(self, actor: Actor) -> Referent:
        """The referent of a party of the tables."""
        return self.by_key.setdefault(actor.id, from_actor(actor))

    def of_text(self, text: str, kind: Kind, key: str | None = None) -> Referent:
        """The referent of a name or description by its words, or by a key that tells equal words apart."""
        key = f"{'person' if kind is Kind.PERSON else 'other'}:{(key or text).lower()}"
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
        names = self.lexicon.holders
        if text in names:
            return text
        found = process.extractOne(text, names, scorer=fuzz.ratio, score_cutoff=SAME_HOLDER)
        return found[0] if found and _initials(found[0]) == _initials(text) else None

    def surname(self, text: str) -> Referent | None:
        """The one person of the article with this surname, first or last; None where there is none or more than one."""
        persons = self.by_surname.get(text.lower()) or self._by_first_word(text)
        if len(persons) == 1:
            return persons[0]
        if persons or not text[0].isupper():
            return None
        close = [key for key in self.by_surname if fuzz.ratio(key, text.lower()) >= SAME_SURNAME]
        return self.by_surname[close[0]][0] if len(close) == 1 and len(self.by_surname[close[0]]) == 1 else None

    def _by_first_word(self, text: str) -> list[Referent]:
        """The persons whose name begins with this word, which is the family name in East Asia ("Wang Yi", "Wang")."""
        persons = {id(person): person for known in self.by_surname.values() for person in known}
        return [person for person in persons.values() if person.name.split()[0].lower() == text.lower()]

    def body(self, text: str, kind: Kind) -> Referent:
        """The referent of any other name: one of nearly the same spelling in the article, or new."""
        core = " ".join(word for word in text.split() if not word.islower()) or text
        for referent in self.by_key.values():
            near = referent.kind is kind and len(core) >= LONG_NAME and not referent.wikidata
            if near and fuzz.ratio(referent.name.lower(), core.lower()) >= SAME_SURNAME:
                return referent
        return self.of_text(core, kind)

    def holder(self, title: str, of: str) -> Referent | None:
        """Who holds the office on the day of publication, if the table settles it."""
        names = {office.holder for office in self.offices(title, of)}
        if self.published is None:
            names &= {person.name for known in self.by_surname.values() for person in known}
        return self.person(names.pop()) if len(names) == 1 else None

    def offices(self, title: str, of: str) -> list[Office]:
        """The entries of the dated table for an office on the day of publication, all of them if that is unknown."""
        day = self.published.isoformat() if self.published else None
        return [
            office
            for office in self.lexicon.offices
            if office.of == of
            and _same_title(office.title, title, self.lexicon)
            and (day is None or _holds(office, day))
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


def _initials(name: str) -> tuple[str, str]:
    words = name.split()
    return words[0][0], words[-1][0]


def _same_given_name(name: str, words: list[str]) -> bool:
    one, other = name.split()[0].lower().strip("."), words[0].lower().strip(".")
    return one == other or one.startswith(other) or other.startswith(one) or fuzz.ratio(one, other) >= 75


def gather(
    doc: Doc, names: Iterable[Name], register: Register, acronym_after: Callable[[int], str | None]
) -> dict[int, tuple[Name, Referent]]:
    """Every named token -> its name and referent. Full names first, so that surnames find their owners anywhere.

    `acronym_after` tells the short form that stood in brackets after a character of the parsed text.
    """
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
    _join_acronyms(doc, names, chosen, acronym_after)
    _join_short_themes(names, chosen)
    found = _by_token(names, chosen)
    found.update(_overlooked(doc, found, register))
    return found


def _overlooked(
    doc: Doc, found: dict[int, tuple[Name, Referent]], register: Register
) -> dict[int, tuple[Name, Referent]]:
    """The proper nouns that the model left out although the article names their owner elsewhere."""
    aliases = {name.text: referent for name, referent in found.values()}
    more = {}
    for token in doc:
        if token.pos_ == "PROPN" and token.i not in found and token.ent_type_ == "":
            referent = aliases.get(token.text) or (register.surname(token.text) if len(token) > 2 else None)
            if referent is not None:
                more[token.i] = (Name(token.i, token.i + 1, token.text, referent.kind), referent)
    return more


def _short_name(name: Name, register: Register) -> Referent:
    single = name.end - name.start == 1
    found = register.surname(name.text) if single else None
    if found is None and single and name.kind in (Kind.PERSON, Kind.ORGANIZATION) and name.text.istitle():
        found = register.sole_office_holder(name.text)
    if found is not None:
        return found
    return register.of_text(name.text, name.kind) if name.kind is Kind.PERSON else register.body(name.text, name.kind)


def _join_acronyms(
    doc: Doc, names: list[Name], chosen: dict[int, Referent], acronym_after: Callable[[int], str | None]
) -> None:
    """As in "International Criminal Court (ICC)": the short form and its later uses are the long one."""
    short_forms: dict[str, Referent] = {}
    for name in names:
        last = doc[name.end - 1]
        short = acronym_after(last.idx + len(last) - 1)
        if short is not None:
            chosen[name.start].aliases.add(short)
            short_forms[short] = chosen[name.start]
    for name in names:
        if name.text in short_forms and (name.actor is None or short_forms[name.text].wikidata is None):
            chosen[name.start] = short_forms[name.text]


def _join_short_themes(names: list[Name], chosen: dict[int, Referent]) -> None:
    """As "Nord Stream" for "Nord Stream 2" in an article about the latter: the fuller name said more often stands."""
    counts = Counter(chosen[name.start] for name in names)
    themes = [referent for referent in counts if referent.kind is Kind.THEME]
    longer = {
        short: full
        for short in themes
        for full in themes
        if full.name.startswith(f"{short.name} ") and counts[full] >= counts[short]
    }
    for start, referent in chosen.items():
        chosen[start] = longer.get(referent, referent)


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
