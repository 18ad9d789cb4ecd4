"""What a user has decided about actors and statements: values, kept in the ledger and applied to every view of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

Spot = tuple[str, str | None]
"""An id that a party has in articles, and one article, or None for all of them."""


class Verdict(StrEnum):
    """What was decided."""

    MERGE = "merge"
    SPLIT = "split"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `about` is what the user saw (ids of the graph), the spots are what it rests on.

    A merge puts the actor of the second spot into that of the first; a split takes all its spots out of their actor
    and into one of their own; a rejection names statements by their ids, as spots without an article.
    """

    verdict: Verdict
    about: tuple[str, ...]
    spots: tuple[Spot, ...]
    reason: str | None = None
    made: str | None = None
    id: int | None = None


def dump_spots(spots: tuple[Spot, ...]) -> str:
    """Spots as JSON text."""
    return json.dumps(spots, ensure_ascii=False)


def read_spots(text: str) -> tuple[Spot, ...]:
    """The spots of a JSON text."""
    return tuple((party, article) for party, article in json.loads(text))
