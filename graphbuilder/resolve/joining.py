"""Sets of bearers that are one actor, and by which rule they became one.

A bearer is all mentions that nothing tells apart: of one id, with the same countries. A family name alone, a name
that every country has, and a description name nobody outside their article, so there each article has its own bearer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TypeVar

from graphbuilder.model import REGARDING, Kind
from graphbuilder.resolve.names import Why, compare_forenames, is_family_name, is_general, parse_person, table_actor
from graphbuilder.resolve.profiles import Key, Mention

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Bearer:
    """Who may be one actor before names are compared; `article_id` is "" for all articles, `part` for no split."""

    id: str
    name: str
    kind: Kind
    countries: tuple[str, ...] = ()
    article_id: str = ""
    part: str = ""


Bearers = Mapping[Bearer, Sequence[Mention]]
Pair = tuple[Bearer, Bearer, Why]


@dataclass(slots=True)
class Joins:
    """Sets of bearers that grow together, and by which rule each pair was joined."""

    parents: dict[Bearer, Bearer] = field(default_factory=dict)
    reasons: dict[tuple[Bearer, Bearer], Why] = field(default_factory=dict)

    def root(self, bearer: Bearer) -> Bearer:
        """Who stands for the set."""
        path = []
        while (parent := self.parents.get(bearer, bearer)) != bearer:
            path.append(bearer)
            bearer = parent
        for each in path:
            self.parents[each] = bearer
        return bearer

    def join(self, one: Bearer, other: Bearer, why: Why) -> None:
        """Make two sets one; the smallest bearer stands for it."""
        if one != other:
            low, high = sorted((self.root(one), self.root(other)))
            self.reasons.setdefault((min(one, other), max(one, other)), why)
            self.parents[high] = low

    def sets(self, bearers: Iterable[Bearer]) -> list[list[Bearer]]:
        """The sets, each sorted, in the order of their smallest bearers."""
        return list(group_by(sorted(bearers), self.root).values())


def group_by(items: Iterable[T], key: Callable[[T], Hashable | None]) -> dict[Hashable, list[T]]:
    """The items by their key, in order; those without one are left out."""
    found: dict[Hashable, list[T]] = defaultdict(list)
    for item in items:
        if (value := key(item)) is not None:
            found[value].append(item)
    return found


def find_bearers(mentions: Iterable[Mention], parts: Mapping[Key, str]) -> dict[Bearer, list[Mention]]:
    """The mentions by bearer; `parts` are those that a user has split off."""
    found: dict[Bearer, list[Mention]] = defaultdict(list)
    for mention in mentions:
        actor = mention.actor
        article_id = mention.article_id if is_scoped(mention) else ""
        countries = () if actor.kind is Kind.STATE else tuple(sorted(mention.countries))
        bearer = Bearer(actor.id, actor.name, actor.kind, countries, article_id, parts.get(mention.key, ""))
        found[bearer].append(mention)
    return found


def is_scoped(mention: Mention) -> bool:
    """True where the name alone names nobody outside its article."""
    actor = mention.actor
    if actor.kind is Kind.STATE or table_actor(actor.kind, actor.name):
        return False
    if f" ({REGARDING} " in actor.name or not any(char.isupper() or char.isdigit() for char in actor.name):
        return True
    if not actor.kind.is_actor:
        return False
    return is_general(actor.name) or (actor.kind is Kind.PERSON and is_family_name(actor.name))


def join_names(named: Sequence[Bearer], pairs: Iterable[Pair], opposed: frozenset[tuple[str, str]]) -> Joins:
    """The joins that the pairs ask for, but for those that another bearer disputes.

    `opposed` are ids that some article sets against each other in one statement: two parties, however alike.
    """
    links, joins = Joins(), Joins()
    for one, other, why in pairs:
        if (one.id, other.id) not in opposed and (other.id, one.id) not in opposed:
            links.join(one, other, why)
    camps = {
        bearer: (number, camp)
        for number, together in enumerate(links.sets(named))
        for bearer, camp in _camps(together).items()
    }
    for (one, other), why in links.reasons.items():
        if camps[one] == camps[other]:
            joins.join(one, other, why)
    for camp in group_by(sorted(camps), camps.__getitem__).values():
        for one, other in pairwise(camp):  # brought together by a third name that belongs to neither
            if joins.root(one) != joins.root(other):
                joins.join(one, other, Why.SAME)
    return joins


def _camps(together: Sequence[Bearer]) -> dict[Bearer, frozenset[Bearer]]:
    """Whom each bearer contradicts: those who contradict the same ones are one, whoever contradicts nobody apart."""
    lands = _lands(together)
    against: dict[Bearer, set[Bearer]] = {bearer: set() for bearer in together}
    for one, other in combinations(together, 2):
        if _contradict(one, other, lands):
            against[one].add(other)
            against[other].add(one)
    return {bearer: frozenset(others) for bearer, others in against.items()}


def _lands(bearers: Iterable[Bearer]) -> dict[str, str]:
    """Each country -> the first of those that it shares a bearer with (an envoy of two countries is one person)."""
    lands: dict[str, str] = {}
    for bearer in bearers:
        known = {lands.get(code, code) for code in bearer.countries}
        together = {*bearer.countries, *(code for code, land in lands.items() if land in known)}
        lands |= dict.fromkeys(together, min(known, default=""))
    return lands


def _contradict(one: Bearer, other: Bearer, lands: Mapping[str, str]) -> bool:
    """True for different countries, and for persons with forenames that cannot be one's."""
    if one.countries and other.countries and lands[one.countries[0]] != lands[other.countries[0]]:
        return True
    if one.id == other.id:
        return False
    names = parse_person(one.name), parse_person(other.name)
    both = one.kind is Kind.PERSON and other.kind is Kind.PERSON and names[0] and names[1]
    return bool(both) and compare_forenames(*names) is None  # type: ignore[arg-type]


def join_parts(joins: Joins, bearers: Iterable[Bearer]) -> None:
    """What a user has split off together is one actor."""
    for part in group_by(sorted(bearers), lambda bearer: bearer.part or None).values():
        for one, other in pairwise(part):
            joins.join(one, other, Why.JUDGED)
