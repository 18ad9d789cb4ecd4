"""What users have decided, applied to bearers: who was split off, and who was merged into whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuilder.judgements import Judgement, Spot, Verdict
from graphbuilder.resolve.joining import Bearer, Bearers, Joins
from graphbuilder.resolve.profiles import Key, Mention


def parts_of(mentions: Iterable[Mention], judgements: Sequence[Judgement]) -> dict[Key, str]:
    """The mentions that were split off -> the number of the last judgement that did so."""
    by_party: dict[str, list[Key]] = defaultdict(list)
    for mention in mentions:
        by_party[mention.actor.id].append(mention.key)
    return {
        key: _number(place)
        for place, judgement in enumerate(judgements)
        if judgement.verdict is Verdict.SPLIT
        for party, article in judgement.spots
        for key in by_party.get(party, ())
        if article in (None, key[0])
    }


def _number(place: int) -> str:
    """Sorts as the places do."""
    return f"{place:06}"


@dataclass(slots=True)
class Heads:
    """Which sets of bearers were merged by hand, and into which one."""

    above: dict[Bearer, Bearer] = field(default_factory=dict)
    idle: set[int] = field(default_factory=set)
    """Places of judgements that nothing answers to."""

    def of(self, root: Bearer) -> Bearer:
        """The set that gives the name."""
        while root in self.above:
            root = self.above[root]
        return root


def merge_heads(joins: Joins, bearers: Bearers, judgements: Sequence[Judgement]) -> Heads:
    """The merges in their order; what a later split has taken out is not put back by an earlier merge."""
    heads = Heads()
    found = _Places({mention.key: bearer for bearer, group in bearers.items() for mention in group}, joins)
    for place, judgement in enumerate(judgements):
        if judgement.verdict is not Verdict.MERGE:
            continue
        one, other = (found.root(spot, before=_number(place)) for spot in judgement.spots)
        if one is None or other is None:
            heads.idle.add(place)
        elif (head := heads.of(one)) != (merged := heads.of(other)):
            heads.above[merged] = head
    return heads


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a party of an article is now."""

    bearers: Mapping[Key, Bearer]
    joins: Joins

    def root(self, spot: Spot, *, before: str) -> Bearer | None:
        """The set of the spot; where its article is gone, the only set that has the id; None where there is none."""
        party, article = spot
        here = self.bearers.get((article, party)) if article is not None else None
        found = [here] if here is not None else [bearer for bearer in self.bearers.values() if bearer.id == party]
        roots = {self.joins.root(bearer) for bearer in found if bearer.part < before}
        return roots.pop() if len(roots) == 1 else None
