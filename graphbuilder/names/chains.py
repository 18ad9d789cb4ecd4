"""Alias chains: every named token of an article -> the referent that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.mentions import Name
from graphbuilder.names.naming import (
    class_of,
    ends_as_thing,
    gender_of,
    introduction,
    noun_beside,
    title_gender,
    with_kinds,
)
from graphbuilder.names.referents import Referent, Register
from graphbuilder.syntax import Doc

ACTING = frozenset(("nsubj", "nsubjpass", "dobj", "conj"))
"""Where a surname that the model takes for a place is somebody's all the same."""
OFTEN = 2
"""How often an article must name other states to be about them."""


def gather(
    doc: Doc, names: Iterable[Name], register: Register, acronym_after: Callable[[int], str | None]
) -> dict[int, tuple[Name, Referent]]:
    """Every named token -> its name and referent. Full names first, so that surnames find their owners anywhere.

    `acronym_after` tells the short form that stood in brackets after a character of the parsed text.
    """
    names = with_kinds(doc, at_home(doc, list(names), register.lexicon), register.lexicon)
    chosen: dict[int, Referent] = {}
    for name in names:
        if name.actor is not None:
            chosen[name.start] = register.of_actor(name.actor)
        elif name.kind is Kind.PERSON and " " in name.text:
            chosen[name.start] = register.introduce(name.text, name.start)
    for name in names:
        if name.start not in chosen:
            chosen[name.start] = _short_name(name, register, acts=doc.tokens[name.start].dep_ in ACTING)
    _join_acronyms(doc, names, chosen, acronym_after)
    _join_short_themes(names, chosen)
    found = _by_token(names, chosen)
    for name in names:
        _heed_words_before(doc, name, chosen[name.start], register.lexicon)
    found.update(_overlooked(doc, found, register))
    return found


def at_home(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """The names; a "Senate" is not that of the tables where an article names other states, and that one's never."""
    general = {name.actor.country for name in names if name.actor is not None and is_general(name, lexicon)}
    if not general:
        return names
    told = countries_told(doc, names, lexicon)
    if not told or (max(told.values()) < OFTEN and not any(is_told_apart(name, doc, lexicon) for name in names)):
        return names
    strange = {country for country in general if country and not told[country.split("-")[0]]}
    return [
        replace(name, actor=None, text=_in_full(name, names))
        if name.actor is not None and name.actor.country in strange and is_general(name, lexicon)
        else name
        for name in names
    ]


def _in_full(name: Name, names: list[Name]) -> str:
    """The "Philippine Senate" for a later "Senate", where there is but one such name."""
    longer = {other.text for other in names if other.actor is None and other.text.endswith(f" {name.text}")}
    return longer.pop() if len(longer) == 1 else name.text


def is_told_apart(name: Name, doc: Doc, lexicon: Lexicon) -> bool:
    """True for a body of another state: "the Philippine Senate"."""
    first, *rest = doc.tokens[name.start : name.end]
    bare = Name(name.start + 1, name.end, doc[name.start + 1 : name.end].text, name.kind)
    return name.actor is None and bool(rest) and first.lower_ in lexicon.demonyms and is_general(bare, lexicon)


def is_general(name: Name, lexicon: Lexicon) -> bool:
    """True for the name of a body that many countries have ("Senate", "Labour Party")."""
    if name.kind is not Kind.ORGANIZATION or not name.text[0].isupper():
        return False
    words, lists = lexicon.words, ("organization.general", "organization.bodies", "organization.suffixes")
    return all(any(word in words[one] for one in lists) for word in name.text.lower().split())


def countries_told(doc: Doc, names: list[Name], lexicon: Lexicon) -> Counter[str]:
    """How often the text names each country: by its name, its people, its bodies and those who hold its offices."""
    told: Counter[str] = Counter()
    holders = office_countries(lexicon)
    for name in names:
        if name.actor is not None and name.actor.country and not is_general(name, lexicon):
            told[name.actor.country.split("-")[0]] += 1
        elif name.text in holders:
            told.update(holders[name.text])
    people = (lexicon.demonyms.get(token.lower_) for token in doc.tokens if token.text[:1].isupper())
    told.update(actor.country.split("-")[0] for actor in people if actor is not None and actor.country)
    return told


@lru_cache(maxsize=1)
def office_countries(lexicon: Lexicon) -> dict[str, set[str]]:
    """The countries whose offices a person of the dated table holds or held."""
    found: dict[str, set[str]] = {}
    for office in lexicon.offices:
        owner = lexicon.actors.get(office.of.lower())
        if owner is not None and owner.country:
            found.setdefault(office.holder, set()).add(owner.country.split("-")[0])
    return found


def _heed_words_before(doc: Doc, name: Name, referent: Referent, lexicon: Lexicon) -> None:
    """What stands before a name or ends it: the gender of a person, that it is a person or thing, what kind of body."""
    if name.kind is Kind.THEME and ends_as_thing(doc, name, lexicon):
        referent.kind, referent.settled = Kind.THEME, True
    elif referent.kind is Kind.PERSON:
        referent.gender = referent.gender or title_gender(doc, name.start, lexicon)
        referent.settled = referent.settled or (name.kind is Kind.PERSON and is_titled(doc, name, lexicon))
    elif introduction(doc, name, lexicon) is Kind.ORGANIZATION:
        noun = noun_beside(doc, name, doc[name.start : name.end].root)
        referent.nouns.update((noun.lemma_.lower(),) if noun is not None else ())
    elif referent.kind is Kind.PLACE:
        noun = class_of(doc[name.start : name.end].root, lexicon)
        referent.nouns.update((noun.lower_,) if noun is not None else ())


def is_titled(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """True for a full name behind or beside a title or a noun for a person ("Foreign Minister Jane Doe")."""
    if " " not in name.text or not name.start:
        return False
    if title_words(doc[name.start - 1], lexicon) or introduction(doc, name, lexicon) is Kind.PERSON:
        return True
    root = doc[name.start : name.end].root
    return root.dep_ == "appos" and bool(title_words(root.head, lexicon))


def _overlooked(
    doc: Doc, found: dict[int, tuple[Name, Referent]], register: Register
) -> dict[int, tuple[Name, Referent]]:
    """The proper nouns that the model left out although the article names their owner elsewhere."""
    aliases = {alias: referent for _, referent in found.values() for alias in referent.aliases}
    more = {}
    for token in doc:
        if token.pos_ != "PROPN" or token.i in found or token.ent_type_ not in ("", "NORP"):
            continue
        referent = register.party(token.text)
        if referent is None and (token.ent_type_ == "" or token.lower_ not in register.lexicon.demonyms):
            referent = aliases.get(token.text) or (register.surname(token.text) if len(token) > 2 else None)
            if referent is None and token.is_title and token.dep_ in ACTING:
                referent = register.former_leader(token.text)
        if referent is not None:
            more[token.i] = (Name(token.i, token.i + 1, token.text, referent.kind), referent)
    return more


def _short_name(name: Name, register: Register, *, acts: bool) -> Referent:
    single = " " not in name.text
    found = register.surname(name.text, given=name.kind is not Kind.PLACE) if single else None
    personal = name.kind in (Kind.PERSON, Kind.ORGANIZATION) or (name.kind is Kind.PLACE and acts)
    if found is None and single and personal and name.text.istitle():
        found = register.sole_office_holder(name.text) or register.former_leader(name.text)
    found = found or (register.party(name.text) if single and name.kind is not Kind.PERSON else None)
    found = found or (register.team(name.text) if single and gender_of(name.text, register.lexicon) is None else None)
    if found is not None:
        return found
    return register.of_text(name.text, name.kind) if name.kind is Kind.PERSON else register.body(name.text, name.kind)


def _join_acronyms(
    doc: Doc, names: list[Name], chosen: dict[int, Referent], acronym_after: Callable[[int], str | None]
) -> None:
    """As in "International Criminal Court (ICC)": the short form and its later uses are the long one."""
    short_forms: dict[str, Referent] = {}
    for name in names:
        last = doc.tokens[name.end - 1]
        short = acronym_after(last.idx + len(last) - 1)
        fits = short is not None and (chosen[name.start].kind is not Kind.STATE or short[0] == name.text[0])
        if short is not None and fits and not is_of_purpose(short, name.text):
            chosen[name.start].aliases.add(short)
            short_forms[short] = chosen[name.start]
    for name in names:
        if name.text in short_forms and (name.actor is None or short_forms[name.text].wikidata is None):
            chosen[name.start] = short_forms[name.text]


def is_of_purpose(short: str, name: str) -> bool:
    """True for the "D.C." behind "District Court for the District of Columbia", which is short for its end alone."""
    _, joint, purpose = name.rpartition(" for ")
    return bool(joint) and "".join(filter(str.isupper, purpose)) == "".join(filter(str.isupper, short))


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
        misread = name.kind is Kind.PLACE and referent.kind is Kind.PERSON and " " in referent.name
        referent.kinds[Kind.PERSON if misread and " " not in name.text else name.kind] += 1
        for index in range(name.start, name.end):
            found[index] = (name, referent)
    return found


def settle_kinds(referents: Iterable[Referent]) -> None:
    """One kind for every referent that the tables do not know: the one that most of its mentions have."""
    for referent in referents:
        sure = referent.settled or (referent.kind is Kind.PERSON and referent.gender is not None)
        if referent.wikidata is None and referent.country is None and referent.kinds and not sure:
            best = max(referent.kinds.values())
            if referent.kinds[referent.kind] < best:
                referent.kind = next(kind for kind in Kind if referent.kinds[kind] == best)
