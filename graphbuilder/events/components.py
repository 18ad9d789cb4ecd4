"""Statements that are joined step by step, each join with its reason."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from graphbuilder.events.acts import Told
from graphbuilder.events.dating import agree
from graphbuilder.happening import Join, Reason
from graphbuilder.model import When


class Components:
    """Sets of statements that grow by joining (union-find); each knows its dates, and every join made is kept."""

    def __init__(self, told: Iterable[Told]) -> None:
        """Every statement by itself."""
        self._told = {each.id: each for each in told}
        self._parent = {key: key for key in self._told}
        self._dates: dict[str, frozenset[When]] = {
            key: frozenset((each.date,) if each.date else ()) for key, each in self._told.items()
        }
        self._links: list[tuple[str, str, Reason]] = []

    def find(self, key: str) -> str:
        """The statement that stands for the set of this one."""
        root = key
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def dates(self, key: str) -> frozenset[When]:
        """The dates that the set of this statement states."""
        return self._dates[self.find(key)]

    def join(self, one: str, other: str, reason: Reason) -> None:
        """Make the sets of both one, unless their dates contradict each other.

        What names one day has no other one, and a state of affairs has many dates.
        """
        one_root, other_root = self.find(one), self.find(other)
        if one_root == other_root:
            return
        mine, yours = self._dates[one_root], self._dates[other_root]
        sure = reason in (Reason.SAME_DAY, Reason.STANDING)
        if not sure and not all(agree(date, each) for date in mine for each in yours):
            return
        self._parent[other_root] = one_root
        self._dates[one_root] = mine | yours
        self._links.append((one, other, reason))

    def sets(self) -> list[list[Told]]:
        """The sets, each in the order of the articles."""
        found: dict[str, list[Told]] = defaultdict(list)
        for key, told in self._told.items():
            found[self.find(key)].append(told)
        return [sorted(each, key=lambda told: told.order) for each in found.values()]

    def joins(self, seeds: Iterable[str]) -> dict[str, Join]:
        """For every statement why it is where it is, following the joins from the seed of each set."""
        near: dict[str, list[tuple[str, Reason]]] = defaultdict(list)
        for one, other, reason in self._links:
            near[one].append((other, reason))
            near[other].append((one, reason))
        found: dict[str, Join] = {}
        for seed in seeds:
            found[seed] = Join(seed, Reason.SEED, None)
            _follow(seed, near, found)
        return found


def _follow(seed: str, near: dict[str, list[tuple[str, Reason]]], found: dict[str, Join]) -> None:
    waiting = deque((seed,))
    while waiting:
        key = waiting.popleft()
        for other, reason in near.get(key, ()):
            if other not in found:
                found[other] = Join(other, reason, key)
                waiting.append(other)


def join_all(components: Components, told: Sequence[Told], reason: Reason) -> None:
    """Join all of them to the first."""
    for each in told[1:]:
        components.join(told[0].id, each.id, reason)
