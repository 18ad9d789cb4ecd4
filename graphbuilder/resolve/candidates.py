"""The pairs of names that the rules propose: every rule one function, each comparing only what shares a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from graphbuilder.model import Kind
from graphbuilder.resolve.joining import Bearer, Bearers, Joins, Pair, group_by, is_scoped
from graphbuilder.resolve.names import (
    Why,
    body_key,
    body_words,
    compare_persons,
    family_key,
    initials,
    is_acronym,
    is_general,
    is_title_case,
    loose_key,
    parse_person,
    person_keys,
    table_actor,
)
from graphbuilder.resolve.naming import country_names
from graphbuilder.resolve.profiles import Mention

LIKE = 75.0
"""Likeness of two spellings of a body's one-word name that share their consonants."""
TELLING = 3
"""Letters from which on an acronym that nobody explains tells a body."""
BODIES = (Kind.ORGANIZATION, Kind.GROUP)


def propose(bearers: Sequence[Bearer]) -> Iterator[Pair]:
    """Pairs of bearers whose names can be one's, with the rule; the bearers are sorted."""
    by_id = list(group_by(bearers, lambda bearer: bearer.id).values())
    for together in by_id:
        yield from ((one, other, Why.SAME) for one, other in pairwise(together))
    first = [together[0] for together in by_id]
    yield from _listed(first)
    yield from _persons(bearer for bearer in first if bearer.kind is Kind.PERSON)
    yield from _bodies([bearer for bearer in first if bearer.kind in BODIES])
    yield from _other_kinds(first)


def _listed(bearers: Iterable[Bearer]) -> Iterator[Pair]:
    """Names that the tables have learnt since the article was read."""
    for together in group_by(bearers, _listed_id).values():
        yield from ((one, other, Why.TABLE) for one, other in pairwise(together))


def _listed_id(bearer: Bearer) -> str:
    actor = table_actor(bearer.kind, bearer.name)
    return actor.id if actor is not None else bearer.id


def _persons(bearers: Iterable[Bearer]) -> Iterator[Pair]:
    """Spellings, forms and initials of given names, and middle names, of one family name."""
    parsed = {bearer: name for bearer in bearers if (name := parse_person(bearer.name)) is not None}
    blocks: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer, name in parsed.items():
        for key in dict.fromkeys(person_keys(name)):
            blocks[key].append(bearer)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            why = compare_persons(parsed[one], parsed[other])
            if why is not None:
                yield one, other, why


def _bodies(bearers: Sequence[Bearer]) -> Iterator[Pair]:
    """The same words in any order, and a long word in two spellings."""
    for together in group_by(bearers, lambda bearer: body_key(bearer.name)).values():
        yield from ((one, other, Why.ORDER) for one, other in pairwise(together))
    for together in group_by(bearers, lambda bearer: loose_key(bearer.name)).values():
        for one, other in combinations(together, 2):
            if _spelt_alike(one.name, other.name):
                yield one, other, Why.SPELLING


def _spelt_alike(one: str, other: str) -> bool:
    words = body_words(one)[0], body_words(other)[0]
    return words[0][0] == words[1][0] and words[0][-1] == words[1][-1] and fuzz.ratio(*words) >= LIKE


def _other_kinds(bearers: Iterable[Bearer]) -> Iterator[Pair]:
    """A name of two words or more is one actor's, whatever kind the parser took it for."""
    actors = (bearer for bearer in bearers if bearer.kind in (Kind.PERSON, *BODIES) and len(bearer.name.split()) > 1)
    for together in group_by(actors, lambda bearer: bearer.id.partition("/")[2]).values():
        yield from ((one, other, Why.KIND) for one, other in pairwise(together))


def join_short_forms(joins: Joins, bearers: Bearers) -> None:
    """Acronyms and other names of bodies, where only one body has them; unexplained, "WFU" may be read as a thing."""
    bodies = [bearer for bearer in sorted(bearers) if bearer.kind is Kind.ORGANIZATION and not bearer.article_id]
    told: dict[str, set[Bearer]] = defaultdict(set)
    meant: dict[str, set[Bearer]] = defaultdict(set)
    for bearer in bodies:
        if (acronym := initials(bearer.name)) is not None:
            meant[acronym].add(joins.root(bearer))
        for alias in {alias for mention in bearers[bearer] for alias in mention.actor.aliases}:
            if is_acronym(alias) or is_title_case(alias):
                told[_form(alias)].add(joins.root(bearer))
    things = [bearer for bearer in sorted(bearers) if bearer.kind is Kind.THEME and is_acronym(bearer.name)]
    found = [(each, *_long_form(joins.root(each), each.name, told, meant)) for each in bodies]
    found += [(each, *_long_form(joins.root(each), each.name, told, {})) for each in things]
    for bearer, full, why in found:
        if full is not None and not _abroad(bearer, full) and (why is not Why.INITIALS or _meet(bearers, bearer, full)):
            joins.join(bearer, full, why)


def _meet(bearers: Bearers, one: Bearer, other: Bearer) -> bool:
    """True where some article has both, so that letters which many bodies have can only mean the one."""
    return bool({each.article_id for each in bearers[one]} & {each.article_id for each in bearers[other]})


def _form(name: str) -> str:
    return name.replace(".", "") if is_acronym(name) else body_key(name)


def _long_form(
    own: Bearer, name: str, told: dict[str, set[Bearer]], meant: dict[str, set[Bearer]]
) -> tuple[Bearer | None, Why]:
    """The one other body that the text calls so, else the one whose words begin with these letters."""
    acronym = is_acronym(name)
    if not acronym and not is_title_case(name):
        return None, Why.ALIAS
    others = told.get(_form(name), set()) - {own}
    if others or not acronym or len(_form(name)) < TELLING:
        return (others.pop() if len(others) == 1 else None), (Why.ACRONYM if acronym else Why.ALIAS)
    others = meant.get(_form(name), set()) - {own}
    return (others.pop() if len(others) == 1 else None), Why.INITIALS


def _abroad(one: Bearer, other: Bearer) -> bool:
    return bool(one.countries and other.countries and not set(one.countries) & set(other.countries))


def join_scoped(joins: Joins, bearers: Bearers) -> None:
    """Bearers of one article join those of another by an equal sentence or deed, or by the same office or country."""
    scoped = {bearer: found for bearer, found in bearers.items() if bearer.article_id and not bearer.part}
    families = {family_key(bearer.name) for bearer in scoped if bearer.kind is Kind.PERSON}
    bodies = {key for found in scoped.values() for each in found for key in _full_keys(each)}
    free = [bearer for bearer in bearers if bearer not in scoped and not bearer.part]
    wanted = [bearer for bearer in free if bearer.kind is Kind.PERSON and family_key(bearer.name) in families]
    wanted += [bearer for bearer in free if bearer.kind is Kind.ORGANIZATION and body_key(bearer.name) in bodies]
    keyed = _by_evidence(bearers, sorted([*scoped, *wanted]))
    for key, together in keyed.items():
        for one, other in pairwise(bearer for bearer in together if bearer in scoped):
            joins.join(one, other, Why(key[0]))
    _join_full_names(joins, keyed, scoped)


def _by_evidence(bearers: Bearers, wanted: Iterable[Bearer]) -> dict[tuple[str, ...], list[Bearer]]:
    """The bearers by what is said of them; a sentence or deed for which one article has two of a name tells nothing."""
    keyed: dict[tuple[str, ...], list[tuple[str, Bearer]]] = defaultdict(list)
    for bearer in wanted:
        for article_id, key in sorted({(each.article_id, key) for each in bearers[bearer] for key in _evidence(each)}):
            keyed[key].append((article_id, bearer))
    return {
        key: list(dict.fromkeys(bearer for _, bearer in found))
        for key, found in keyed.items()
        if key[0] not in (Why.SENTENCE, Why.DEED) or len({article_id for article_id, _ in found}) == len(found)
    }


def _evidence(mention: Mention) -> Iterator[tuple[str, ...]]:
    """Keys that two mentions of one party share: the rule, the name, and what is said of it."""
    name = mention.actor.name
    if mention.is_person and not is_general(name) and any(map(str.isupper, name)):
        yield from ((Why.OFFICE, family_key(name), *office) for office in mention.offices)
        name = family_key(name)
    elif mention.actor.kind is Kind.ORGANIZATION:
        yield from ((Why.COUNTRY, key) for key in _full_keys(mention))
    yield from ((Why.SENTENCE, name, sentence) for sentence in mention.sentences)
    yield from ((Why.DEED, name, deed) for deed in mention.deeds)


def _full_keys(mention: Mention) -> list[str]:
    """The words of a body with its state: "the navy" of Norway is the Norwegian navy."""
    name = mention.actor.name
    if not is_scoped(mention):
        return [body_key(name)]
    return [body_key(f"{name} {country_names().get(code, code)}") for code in sorted(mention.countries)]


def _join_full_names(joins: Joins, keyed: dict[tuple[str, ...], list[Bearer]], scoped: Bearers) -> None:
    """A family name joins the one full name that the evidence points to."""
    full: dict[Bearer, dict[Bearer, tuple[Bearer, Bearer, Why]]] = defaultdict(dict)
    for key, together in keyed.items():
        short = [bearer for bearer in together if bearer in scoped]
        for bearer in together:
            if bearer not in scoped and short:
                full[joins.root(short[0])].setdefault(joins.root(bearer), (short[0], bearer, Why(key[0])))
    for found in full.values():
        if len(found) == 1:
            joins.join(*next(iter(found.values())))
