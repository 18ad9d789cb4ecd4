"""What an actor is called in the graph: one name, one kind, one id for all mentions of a set."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graphbuilder.lexicon import load_lexicon, load_states
from graphbuilder.model import Actor, Kind, actor_id, digest
from graphbuilder.resolve.joining import Bearer
from graphbuilder.resolve.names import is_acronym, table_actor
from graphbuilder.resolve.profiles import Mention


@dataclass(frozen=True, slots=True)
class Named:
    """An actor before its id is unique; `own` is a hash that no other actor has."""

    actor: Actor
    countries: frozenset[str]
    scoped: bool
    own: str


def name_actor(bearers: Sequence[Bearer], mentions: Sequence[Mention]) -> Named:
    """The actor of a set of bearers with these mentions, at least one."""
    known = _from_tables(mentions)
    kind = known.kind if known else _kind(mentions)
    name = known.name if known else _name(mentions, kind)
    countries = frozenset(code for mention in mentions for code in mention.countries)
    stated = {mention.actor.country for mention in mentions if mention.actor.country}
    country = (known.country if known else None) or min(stated, default=None)
    actor = Actor(
        actor_id(kind, name), name, kind,
        wikidata=known.wikidata if known else None,
        country=country or (min(countries) if len(countries) == 1 else None),
    )  # fmt: skip
    scoped = all(bearer.article_id or bearer.part for bearer in bearers)
    return Named(actor, countries, scoped, digest(*min(mention.key for mention in mentions))[:6])


def _from_tables(mentions: Iterable[Mention]) -> Actor | None:
    """The actor as the tables have it; of a person, the name that the table of offices writes."""
    names = sorted({(mention.actor.kind, mention.actor.name) for mention in mentions})
    listed = sorted((mention.actor for mention in mentions if mention.actor.wikidata), key=lambda actor: actor.id)
    listed += [actor for kind, name in names if (actor := table_actor(kind, name)) is not None]
    if listed:
        return listed[0]
    holders = [name for _, name in names if name in _holders()]
    return Actor(actor_id(Kind.PERSON, holders[0]), holders[0], Kind.PERSON) if holders else None


@lru_cache(maxsize=1)
def _holders() -> frozenset[str]:
    return frozenset(load_lexicon().holders)


def _kind(mentions: Iterable[Mention]) -> Kind:
    """What most articles take it for, an actor rather than a thing; of equals the first of the list of kinds."""
    counts = Counter(mention.actor.kind for mention in mentions)
    return max(Kind, key=lambda kind: (kind.is_actor and counts[kind] > 0, counts[kind]))


def _name(mentions: Iterable[Mention], kind: Kind) -> str:
    """The name that most articles use, a full name rather than a family name or an acronym; of equals the longest."""
    counts = Counter(mention.actor.name for mention in mentions)

    def rank(name: str) -> tuple[bool, int, int, str]:
        full = len(name.split()) > 1 if kind is Kind.PERSON else not is_acronym(name)
        return full, counts[name], len(name), name

    return max(counts, key=rank)


def tell_apart(named: Sequence[Named]) -> list[Actor]:
    """The actors, in order, each with an id of its own; namesakes get their country, or else a hash."""
    ids: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(named):
        ids[each.actor.id].append(place)
    actors = [each.actor for each in named]
    for places in ids.values():
        if len(places) > 1:
            for place, actor in zip(places, _namesakes([named[place] for place in places]), strict=True):
                actors[place] = actor
    return actors


def _namesakes(named: Sequence[Named]) -> list[Actor]:
    """Actors of one name: "Michael Schmidt (Germany)"; the only one that is no part or of no country stays plain."""
    free = [each for each in named if not each.scoped]
    plain = free[0] if len(free) == 1 else None
    marks = ["" if each is plain else _mark(each, plain.countries if plain else frozenset()) for each in named]
    counts = Counter(marks)
    return [
        _with_mark(
            each, mark if counts[mark] == 1 else each.own, by_country=counts[mark] == 1 and mark not in ("", each.own)
        )
        for each, mark in zip(named, marks, strict=True)
    ]


def _mark(named: Named, taken: frozenset[str]) -> str:
    if named.countries and not named.countries & taken:
        return "-".join(sorted(named.countries)).lower()
    return named.own if named.scoped else ""


def _with_mark(named: Named, mark: str, *, by_country: bool) -> Actor:
    actor = named.actor
    key = f"{actor.id}~{mark}" if mark else actor.id
    if not by_country:
        return replace(actor, id=key)
    lands = ", ".join(country_names().get(code, code) for code in sorted(named.countries))
    return replace(actor, id=key, name=f"{actor.name} ({lands})", aliases=(actor.name,))


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """The name of the state of every country code."""
    return {state.country: state.name for state, _, _ in load_states() if state.country}
