"""What kind of thing a statement tells: the part of it that all statements of one happening share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import EventType, Kind, Statement, Status, When

WIDE = frozenset({EventType.OTHER, EventType.STATEMENT, EventType.RELATION})
"""Types too wide for two acts of one type to be one act: in these the relation tells events apart."""

AFFIRMED = frozenset({Status.OCCURRED, Status.PLANNED})
"""What is planned and what then occurs is one happening; what is denied, wished or feared is another matter."""

NAMED = frozenset({Kind.PERSON, Kind.STATE, Kind.ORGANIZATION})
"""Ends that are somebody in particular, not described by what they are."""


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """What all statements of a happening between two parties share."""

    event_type: str
    family: str
    parties: tuple[str, str]
    directed: bool
    relation: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement beside what grouping looks at; `order` is its place in the articles."""

    id: str
    statement: Statement
    order: tuple[str, int, int, str]
    act: Act

    @property
    def date(self) -> When | None:
        """When it is said to happen."""
        return self.statement.date


def tell(statement: Statement) -> Told:
    """The statement as grouping sees it."""
    key = statement.id
    return Told(key, statement, (statement.article_id, statement.start_char, statement.end_char, key), _act(statement))


def _act(statement: Statement) -> Act:
    event_type = statement.event_type
    # Who called whom is often told both ways of one talk, so the direction does not tell talks apart.
    directed = not statement.symmetric and event_type is not EventType.CONSULT
    parties = (statement.subject.id, statement.object.id)
    relation = statement.relation if event_type in WIDE or is_apart(statement.relation) else ""
    return Act(event_type, family(statement), parties if directed else ordered(*parties), directed, relation)


def family(statement: Statement) -> str:
    """Planned and occurred are one; of a state of affairs every status is its own."""
    affirmed = statement.status in AFFIRMED and statement.event_type is not EventType.RELATION
    return "affirmed" if affirmed else str(statement.status)


def ordered(one: str, other: str) -> tuple[str, str]:
    """Both, the lower one first."""
    return (one, other) if one <= other else (other, one)


def is_plain(each: Told) -> bool:
    """True for an act that its type and its one who acts make this act; talks are told apart by whom one talks to."""
    return not each.act.relation and each.act.event_type not in WIDE and each.act.event_type != EventType.CONSULT


def is_talk(each: Told) -> bool:
    """True for what two do with each other in words; inviting and arriving are no talks."""
    return each.act.event_type == EventType.CONSULT and not each.act.relation


@cache
def is_topical(relation: str) -> bool:
    """True for what is said of the topic of a talk, not of those who talk."""
    return begins(relation, "happening.topical")


@cache
def is_apart(relation: str) -> bool:
    """True for an act that is never one with another act of its type: an invitation is no meeting."""
    return begins(relation, "happening.apart")


@cache
def is_cancelling(relation: str) -> bool:
    """True for an act that takes back something planned."""
    return begins(relation, "happening.cancelling")


def begins(relation: str, words: str) -> bool:
    """True where the relation begins with one of the listed lemmas."""
    listed = load_lexicon().words[words]
    parts = relation.split()
    return any(" ".join(parts[:size]) in listed for size in (1, 2, 3))
