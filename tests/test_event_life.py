"""What became of what was announced, from the statements of several articles."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graphbuilder.events import group_events
from graphbuilder.happening import Outcome
from graphbuilder.model import Precision, Status, When

sys.path.insert(0, str(Path(__file__).parent))

from sayings import make_extraction, make_party, say

DAY = "2021-12-07"


def report(article, day, status, *, relation="meet with", event_type="CONSULT", on=DAY, speaker=None):
    """An article of this day of December 2021 that tells one thing of Chad and Mali."""
    told = say("Chad", relation, "Mali", event_type, on=on, symmetric=True, status=Status(status))
    told = replace(told, speaker=make_party(speaker) if speaker else None)
    return make_extraction(told, article=article, published=date(2021, 12, day))


def lives(*reports):
    """Outcome, announcing and settling article of every event that somebody affirms, by date."""
    events = [each for each in group_events(reports) if each.status in (Status.OCCURRED, Status.PLANNED)]
    events.sort(key=lambda event: event.date.start if event.date else "")
    return [(each.life.outcome, each.life.announced_in, each.life.settled_in) for each in events]


def cancel(article, day):
    """An article that says that the meeting is off."""
    return report(article, day, "occurred", relation="cancel meeting with", event_type="REJECT", on=None)


def test_announced_then_held():
    """First announcement, first report that can know of it; what is published before the day repeats the plan."""
    plan, early, held = report("a", 5, "planned"), report("b", 6, "occurred"), report("c", 8, "occurred")
    assert lives(plan) == [(Outcome.ANNOUNCED, "a", None)]
    assert lives(plan, early) == [(Outcome.ANNOUNCED, "a", None)]
    assert lives(plan, early, held) == [(Outcome.HELD, "a", "c")]
    assert lives(held) == [(None, None, None)]


def test_called_off():
    """By an act of its own, or where an article says on its own that it will not be."""
    plan = report("a", 5, "planned")
    assert lives(plan, cancel("b", 6))[-1] == (Outcome.CANCELLED, "a", "b")
    assert lives(plan, report("b", 6, "negated")) == [(Outcome.CANCELLED, "a", "b")]
    assert lives(plan, report("b", 6, "negated", speaker="Chad")) == [(Outcome.DENIED, "a", "b")]


def test_of_two_plans_the_dated_one_is_called_off():
    """The other one may be any."""
    plans = [report("a", 5, "planned"), report("c", 4, "planned", on=None)]
    found = group_events([*plans, cancel("b", 6)])
    assert {event.life.outcome: event.date for event in found}[Outcome.CANCELLED] == When(DAY, None, Precision.DAY)
    assert {event.life.outcome for event in found} == {Outcome.CANCELLED, Outcome.ANNOUNCED, None}


@pytest.mark.parametrize(
    ("day", "plans"),
    [(9, (("a", 5, DAY),)), (4, (("a", 5, DAY),)), (6, (("a", 5, DAY), ("c", 5, "2021-12-09")))],
)
def test_a_cancellation_that_ends_nothing(day, plans):
    """One after the day, one before the announcement, and one that may mean either of two."""
    planned = [report(name, published, "planned", on=on) for name, published, on in plans]
    found = group_events([*planned, cancel("b", day)])
    assert not any(event.cancels for event in found)
    assert {event.life.outcome for event in found} == {Outcome.ANNOUNCED, None}


def test_leaving_is_no_cancellation():
    """What is planned as a withdrawal is not ended by withdrawing."""
    plan = report("a", 5, "planned", relation="withdraw from", event_type="RETREAT", on="2021-12-20")
    done = report("b", 6, "occurred", relation="withdraw from", event_type="RETREAT", on=None)
    assert not any(event.cancels for event in group_events([plan, done]))


def test_a_denial_before_the_announcement_is_overtaken():
    """Both stay and contradict each other; the later word counts."""
    events = group_events([report("a", 4, "negated", speaker="Chad"), report("b", 5, "planned")])
    assert sorted(event.status for event in events) == [Status.NEGATED, Status.PLANNED]
    assert [bool(event.contradicts) for event in sorted(events, key=lambda event: event.status)] == [True, False]
    assert lives(report("a", 4, "negated", speaker="Chad"), report("b", 5, "planned")) == [
        (Outcome.ANNOUNCED, "b", None)
    ]


def test_a_plan_whose_day_has_passed_is_denied_later():
    """By what has no date itself, where no other such plan is known; before the day it may be about anything."""
    plan, denial = report("a", 5, "planned"), report("b", 9, "negated", on=None)
    assert lives(plan, denial) == [(Outcome.DENIED, "a", "b")]
    assert lives(plan, report("b", 6, "negated", on=None)) == [(Outcome.ANNOUNCED, "a", None)]
    assert lives(plan, report("c", 5, "planned", on="2021-12-08"), denial) == [
        (Outcome.ANNOUNCED, "a", None), (Outcome.ANNOUNCED, "c", None),
    ]  # fmt: skip


def test_what_is_held_and_denied_stays_held():
    """The accounts stand side by side."""
    reports = [report("a", 5, "planned"), report("b", 8, "occurred"), report("c", 9, "negated", speaker="Chad")]
    assert lives(*reports) == [(Outcome.HELD, "a", "b")]
    assert sum(bool(event.contradicts) for event in group_events(reports)) == 1


def test_another_day_is_another_matter():
    """A denial or a report of another day says nothing about the plan."""
    for status in ("negated", "occurred"):
        other = report("b", 9, status, on="2021-12-08")
        assert (Outcome.ANNOUNCED, "a", None) in lives(report("a", 5, "planned"), other)
