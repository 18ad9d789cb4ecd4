"""Alias chains: every named token of an article -> the referent that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.mentions import Name
from graphbuilder.model import Kind
from graphbuilder.naming import class_of, gender_of, introduction, noun_beside, title_gender, with_kinds
from graphbuilder.referents import Referent, Register
from graphbuilder.syntax import Doc


def gather(
    doc: Doc, names: Iterable[Name], register: Register, acronym_after: Callable[[int], str | None]
) -> dict[int, tuple[Name, Referent]]:
    """Every named token -> its name and referent. Full names first, so that surnames find their owners anywhere.

    `acronym_after` tells the short form that stood in brackets after a character of the parsed text.
    """
    names = with_kinds(doc, names, register.lexicon)
    chosen: dict[int, Referent] = {}
    for name in names:
        if name.actor is not None:
            chosen[name.start] = register.of_actor(name.actor)
        elif name.kind is Kind.PERSON and " " in name.text:
            chosen[name.start] = register.introduce(name.text, name.start)
    for name in names:
        if name.start not in chosen:
            chosen[name.start] = _short_name(name, register)
    _join_acronyms(doc, names, chosen, acronym_after)
    _join_short_themes(names, chosen)
    found = _by_token(names, chosen)
    for name in names:
        _heed_words_before(doc, name, chosen[name.start], register.lexicon)
    found.update(_overlooked(doc, found, register))
    return found


def _heed_words_before(doc: Doc, name: Name, referent: Referent, lexicon: Lexicon) -> None:
    """What stands before a name: the gender of a person, that it is a person, or what kind of body."""
    if referent.kind is Kind.PERSON:
        referent.gender = referent.gender or title_gender(doc, name.start, lexicon)
        referent.settled = referent.settled or (name.kind is Kind.PERSON and is_titled(doc, name, lexicon))
    elif introduction(doc, name, lexicon) is Kind.ORGANIZATION:
        noun = noun_beside(doc, name, doc[name.start : name.end].root)
        referent.nouns.update((noun.lemma_.lower(),) if noun is not None else ())
    elif referent.kind is Kind.PLACE:
        noun = class_of(doc[name.start : name.end].root, lexicon)
        referent.nouns.update((noun.lower_,) if noun is not None else ())


def is_titled(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """True for a full name behind a title or a noun for a person ("Foreign Minister Jane Doe")."""
    if " " not in name.text or not name.start:
        return False
    return bool(title_words(doc[name.start - 1], lexicon)) or introduction(doc, name, lexicon) is Kind.PERSON


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
        if referent is None and token.ent_type_ == "":
            referent = aliases.get(token.text) or (register.surname(token.text) if len(token) > 2 else None)
        if referent is not None:
            more[token.i] = (Name(token.i, token.i + 1, token.text, referent.kind), referent)
    return more


def _short_name(name: Name, register: Register) -> Referent:
    single = " " not in name.text
    found = register.surname(name.text, given=name.kind is not Kind.PLACE) if single else None
    if found is None and single and name.kind in (Kind.PERSON, Kind.ORGANIZATION) and name.text.istitle():
        found = register.sole_office_holder(name.text)
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
        if short is not None and (chosen[name.start].kind is not Kind.STATE or short[0] == name.text[0]):
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
        sure = referent.settled or (referent.kind is Kind.PERSON and referent.gender is not None)
        if referent.wikidata is None and referent.country is None and referent.kinds and not sure:
            best = max(referent.kinds.values())
            if referent.kinds[referent.kind] < best:
                referent.kind = next(kind for kind in Kind if referent.kinds[kind] == best)
