"""How statements came to be one happening, and what became of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What joined a statement to another one of its event."""

    SEED = "seed"
    """The first one told: the others were joined to it."""
    SAME_WORDS = "same-words"
    """The same words of one sentence tell both: parties side by side, or a recipient and what he gets."""
    SAME_SENTENCE = "same-sentence"
    """One sentence tells one kind of deed of one party in two clauses, or one saying in a participle."""
    SAME_DAY = "same-day"
    """Both name the same day."""
    WITHIN_DATE = "within-date"
    """The date of the one lies within that of the other, in one article."""
    UNDATED = "undated-in-article"
    """One names no date, and the article tells of one such act only."""
    DETAIL = "detail-in-article"
    """One names no date and nobody else: it tells more of the only deed of its kind and doer that stands before it."""
    TAKEN_UP = "taken-up"
    """A noun with "the" takes up the only such act that the article has told before, done or planned."""
    TOPIC = "topic-of-talk"
    """Those who talk, or a person who does, discuss it, and the article tells of one talk of theirs."""
    COPY = "near-duplicate"
    """Articles that are copies of one another tell both."""
    STANDING = "state-of-affairs"
    """Both tell of a state of affairs, which is one whenever it is told."""


class Outcome(StrEnum):
    """What became of a happening that was announced or that somebody denies."""

    ANNOUNCED = "announced"
    HELD = "held"
    CANCELLED = "cancelled"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Join:
    """Why a statement belongs to its event: the decision, and the statement it was joined to (None for the seed)."""

    statement_id: str
    reason: Reason
    to: str | None


@dataclass(frozen=True, slots=True)
class Life:
    """What became of a happening: the first announcement, and the article that settled it, with days of publication.

    `outcome` is None where nothing was announced and nobody denies it.
    """

    outcome: Outcome | None = None
    announced_in: str | None = None
    announced_on: datetime.date | None = None
    settled_in: str | None = None
    settled_on: datetime.date | None = None
