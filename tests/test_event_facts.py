"""What an event tells of its statements: parties, name, date, counts, sources."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from graphbuilder.events import assign, group_events
from graphbuilder.model import EventType, Precision, When
from graphbuilder.scale import score

sys.path.insert(0, str(Path(__file__).parent))

from sayings import make_extraction, say


def test_talks_of_three_are_one_event():
    """Every pair of one breath is in it; all parties are subjects, sorted."""
    pairs = (("Mali", "Chad"), ("Chad", "Togo"), ("Mali", "Togo"))
    talks = [say(*names, "CONSULT", symmetric=True) for names in ((a, "hold talks with", b) for a, b in pairs)]
    (event,) = group_events([make_extraction(*talks)])
    assert event.subjects == ("state/chad", "state/mali", "state/togo")
    assert (event.objects, event.symmetric) == ((), True)
    assert event.name == "Chad holds talks with Mali and Togo"
    assert set(event.statement_ids) == {each.id for each in talks}


def test_pairs_that_do_not_all_meet_stay_pairs():
    """A talks with B, and A with C: B and C are not said to have met."""
    talks = [say("Chad", "hold talks with", other, "CONSULT", symmetric=True) for other in ("Mali", "Togo")]
    events = group_events([make_extraction(*talks)])
    assert {(*event.subjects, *event.objects) for event in events} == {
        ("state/chad", "state/mali"),
        ("state/chad", "state/togo"),
    }


def test_an_event_tells_what_supports_it():
    """Counts, days of publication, most exact date, main direction, commonest words."""
    first = make_extraction(
        say("Chad", "call", "Mali", "CONSULT", at=0, on="2021-12-07"),
        say("Chad", "call", "Mali", "CONSULT", at=50, on="2021-12"),
        say("Mali", "speak with", "Chad", "CONSULT", at=90, symmetric=True),
        article="a", published=date(2021, 12, 8), source="Post",
    )  # fmt: skip
    again = [
        make_extraction(first.statements[0], article=name, published=day, source=source)
        for name, day, source in (("b", date(2021, 12, 7), "Post"), ("c", None, None))
    ]
    (event,) = group_events([first, *again])
    assert event.name == "Chad calls Mali"
    assert (event.subjects, event.objects, event.symmetric) == (("state/chad",), ("state/mali",), False)
    assert event.date == When("2021-12-07", None, Precision.DAY)
    assert event.article_ids == ("a", "b", "c")
    assert (len(event.statement_ids), event.n_sources) == (5, 2)
    assert (event.first_seen, event.last_seen) == (date(2021, 12, 7), date(2021, 12, 8))
    assert event.score == score(EventType.CONSULT)


def test_assigning_gives_every_statement_its_event():
    """Order and everything else are kept; a statement of no event has none."""
    statements = make_extraction(
        say("Chad", "sue", "Mali", "ACCUSE"), say("Mali", "sue", "Chad", "ACCUSE", at=9)
    ).statements
    events = group_events([make_extraction(*statements)])
    assigned = list(assign(statements, events))
    assert [replace(each, event_id=None) for each in assigned] == list(statements)
    assert {each.event_id: (each.id,) for each in assigned} == {event.id: event.statement_ids for event in events}
    assert [each.event_id for each in assign(statements, ())] == [None, None]
