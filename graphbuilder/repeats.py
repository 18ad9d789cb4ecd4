"""Statements of one sentence beside each other: which say the same, and which are the condition of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Statement
from graphbuilder.qualify.clauses import conditions
from graphbuilder.syntax import Token


def without_repeats(found: Iterable[tuple[Triple, Statement]]) -> list[tuple[Triple, Statement]]:
    """One statement for each pair, type, status and day of a sentence: the surest. Undated ones join the first day."""
    found = list(found)
    mutual = {_couple(statement) for _, statement in found if statement.symmetric}
    first_day: dict[tuple[object, ...], str] = {}
    for _, statement in found:
        if statement.date is not None:
            first_day.setdefault(_sameness(statement, mutual), statement.date.start)
    best: dict[tuple[object, ...], tuple[Triple, Statement]] = {}
    for triple, statement in found:
        same = _sameness(statement, mutual)
        key = (*same, statement.date.start if statement.date else first_day.get(same))
        if key not in best or statement.confidence > best[key][1].confidence:
            best[key] = (triple, statement)
    return list(best.values())


def _sameness(statement: Statement, mutual: set[tuple[object, ...]]) -> tuple[object, ...]:
    """What two statements of one sentence share that say the same; the order of the parties only where it counts."""
    couple = _couple(statement)
    return couple if couple in mutual else (*couple, statement.subject.id)


def _couple(statement: Statement) -> tuple[object, ...]:
    parties = frozenset((statement.subject.id, statement.object.id))
    return statement.sentence.index, parties, statement.event_type, statement.status


def link_conditions(found: list[tuple[Triple, Statement]], lexicon: Lexicon) -> list[Statement]:
    """The statements, each pointing to the first one of the if-clause that hangs on its verb."""
    linked = []
    for triple, statement in found:
        clauses = conditions(triple.anchor, lexicon)
        hanging = (other for inner, other in found if hangs_on(inner.anchor, clauses)) if clauses else ()
        condition = next(iter(hanging), None)
        linked.append(replace(statement, condition_id=condition.id) if condition else statement)
    return linked


def hangs_on(inner: Token, clauses: list[Token]) -> bool:
    """True where the word stands in one of the clauses."""
    return any(clause == inner or clause.is_ancestor(inner) for clause in clauses)
