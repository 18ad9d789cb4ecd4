"""What an event tells of its statements: parties, name, date, counts, sources."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from graphbuilder.events import assign, group_events
from graphbuilder.model import EventType, Precision, Sentence, When
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


def test_undated_acts_of_different_months_stay_apart():
    """An article of no known day gives "in June" no day, but it is another meeting than that of January."""
    text = "They plan a meeting on 10 January in Oslo, where they met in June, and met."
    sentence = Sentence("a", 0, 0, len(text), text)
    places = [text.index(words) for words in ("meeting", "met", "met.")]
    told = [replace(say("Chad", "meet", "Togo", "CONSULT", at=at, symmetric=True), sentence=sentence) for at in places]
    told = [replace(each, end_char=each.start_char + size) for each, size in zip(told, (7, 3, 3), strict=True)]
    assert sorted(len(event.statement_ids) for event in group_events([make_extraction(*told)])) == [1, 1, 1]


def test_a_month_further_on_in_the_sentence_tells_nothing():
    """Only the words right behind the act date it."""
    text = "They met and later, as agreed in the winter before June, they met."
    sentence = Sentence("a", 0, 0, len(text), text)
    told = [
        replace(say("Chad", "meet", "Togo", "CONSULT", at=at, symmetric=True), sentence=sentence, end_char=at + 3)
        for at in (text.index("met"), text.rindex("met"))
    ]
    assert len(group_events([make_extraction(*told)])) == 1
