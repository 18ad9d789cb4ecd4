"""Which statements report the same happening."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.events import group_events
from graphbuilder.events.acts import family
from graphbuilder.events.dating import agree
from graphbuilder.happening import Reason
from graphbuilder.model import (
    Article,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Sentence,
    Statement,
    Status,
    When,
    actor_id,
)


def make_party(name, kind=Kind.STATE):
    return Party(actor_id(kind, name), name, kind, name)


def say(subject, relation, object_, event_type, *, at=0, on=None, symmetric=False, status=Status.OCCURRED, article="a"):
    """A statement of an article, said at a place in its text."""
    sentence = Sentence(article, at // 100, at // 100 * 100, at // 100 * 100 + 99, "What they do.")
    return Statement(
        sentence, at, at + len(relation), make_party(subject), relation, relation, EventType(event_type),
        make_party(object_), symmetric, status, None, None, make_when(on), 0.9, "active",
    )  # fmt: skip


def make_when(text):
    if text is None:
        return None
    start, _, end = text.partition("/")
    precision = Precision.RANGE if end else {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}[len(start)]
    return When(start, end or None, precision)


def make_extraction(*statements, article="a", published=None, source=None):
    moved = (replace(each, sentence=replace(each.sentence, article_id=article)) for each in statements)
    return Extraction(Article(article, "", published=published, source=source), (), tuple(moved))


def group(*statements):
    """The events of one article, as lists of (relation, place), in the order of the text."""
    by_id = {each.id: each for each in statements}
    events = group_events([make_extraction(*statements)])
    return sorted(sorted(by_id[each].start_char for each in event.statement_ids) for event in events)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("2021-12-07", "2021-12-07", True),
        ("2021-12-07", "2021-12-08", False),
        ("2021-12-07", "2021-12", True),
        ("2021-12", "2021", True),
        ("2021-11", "2021-12-07", False),
        ("2021-12-05/2021-12-09", "2021-12-07", True),
        ("2021-12-05/2021-12-09", "2021-12-10", False),
        ("2021-12-05/2022-02", "2022-01", True),
        ("2021-12-07", None, True),
        (None, None, True),
    ],
)
def test_dates_decide_inside_an_article(first, second, together):
    """Equal, contained and missing dates are of one happening; others are not, whichever is said first."""
    for one, other in ((first, second), (second, first)):
        acts = (
            say("Chad", "attack", "Mali", "ASSAULT", on=one),
            say("Chad", "attack", "Mali", "ASSAULT", at=50, on=other),
        )
        assert len(group(*acts)) == (1 if together else 2)


def test_two_meetings_stay_two():
    """The same two meet in June and will meet in January; another day of the same status is another event, too."""
    events = group(
        say("Chad", "meet with", "Mali", "CONSULT", at=0, on="2021-06", symmetric=True),
        say("Chad", "meet with", "Mali", "CONSULT", at=10, on="2022-01-10", symmetric=True, status=Status.PLANNED),
        say("Mali", "meet with", "Chad", "CONSULT", at=20, on="2021-09-01", symmetric=True),
    )
    assert events == [[0], [10], [20]]


@pytest.mark.parametrize("status", [Status.HYPOTHETICAL, Status.DESIRED, Status.NEGATED])
def test_what_does_not_happen_is_an_event_of_its_own(status):
    """What is feared, wished for or denied is no part of what happened."""
    happened = say("Chad", "attack", "Mali", "ASSAULT", on="2021-12-07")
    assert len(group(happened, replace(happened, start_char=40, end_char=46, status=status))) == 2


def test_a_plan_and_its_day_are_one():
    """What is planned for a day and occurs on it is one; without a day, or on another one, it is not."""
    planned = say("Chad", "call", "Mali", "CONSULT", on="2021-12-07", status=Status.PLANNED)
    assert group(planned, say("Chad", "call", "Mali", "CONSULT", at=50, on="2021-12-07")) == [[0, 50]]
    assert group(planned, say("Chad", "call", "Mali", "CONSULT", at=50, on="2021-12-08")) == [[0], [50]]
    assert group(planned, say("Chad", "call", "Mali", "CONSULT", at=50)) == [[0], [50]]


def test_direction_counts_unless_both_take_part_alike():
    """A attacks B is not B attacks A; A clashes with B is B clashes with A."""
    attacks = [say("Chad", "attack", "Mali", "ASSAULT"), say("Mali", "attack", "Chad", "ASSAULT", at=50)]
    assert group(*attacks) == [[0], [50]]
    clashes = [say("Chad", "clash with", "Mali", "ASSAULT", symmetric=True)]
    clashes.append(say("Mali", "clash with", "Chad", "ASSAULT", at=50, symmetric=True))
    assert group(*clashes) == [[0, 50]]


def test_undated_acts_of_one_article_are_one():
    """Accusing twice and condemning are one; of another pair, type or status they are not."""
    events = group(
        say("Chad", "accuse", "Mali", "ACCUSE", at=0),
        say("Chad", "condemn", "Mali", "ACCUSE", at=150),
        say("Chad", "accuse", "Togo", "ACCUSE", at=290),
        say("Chad", "accuse", "Mali", "ACCUSE", at=390, status=Status.PLANNED),
        say("Chad", "reject", "Mali", "REJECT", at=490),
    )
    assert events == [[0, 150], [290], [390], [490]]


def test_an_invitation_is_no_meeting():
    """Within CONSULT what invites stays apart from what meets."""
    assert group(
        say("Chad", "meet with", "Mali", "CONSULT", on="2021-12-07", symmetric=True),
        say("Chad", "invite", "Mali", "CONSULT", at=150),
    ) == [[0], [150]]


def test_one_talk_in_many_words():
    """A call, the conversation and the two who speak are one talk, whoever is named first."""
    events = group(
        say("Chad", "call", "Mali", "CONSULT", at=0, status=Status.PLANNED),
        say("Mali", "speak with", "Chad", "CONSULT", at=50, symmetric=True, status=Status.PLANNED),
        say("Mali", "talk to", "Chad", "CONSULT", at=90, status=Status.PLANNED),
    )
    assert events == [[0, 50, 90]]


def test_an_undated_act_between_two_dated_ones():
    """It joins the nearest if that is told in the same words, and stands alone if not."""
    dated = (
        say("Chad", "bomb", "Mali", "ASSAULT", at=0, on="2021-12-01"),
        say("Chad", "shell", "Mali", "ASSAULT", at=400, on="2021-12-05"),
    )
    assert group(*dated, say("Chad", "shell", "Mali", "ASSAULT", at=290)) == [[0], [290, 400]]
    assert group(*dated, say("Chad", "shell", "Mali", "ASSAULT", at=110)) == [[0], [110], [400]]
    assert group(dated[0], say("Chad", "shell", "Mali", "ASSAULT", at=110)) == [[0, 110]]


@pytest.mark.parametrize("event_type", ["OTHER", "STATEMENT"])
def test_wide_types_need_the_same_relation(event_type):
    """Buying and suing on one day are two acts."""
    events = group(
        say("Chad", "buy", "Mali", event_type, at=0, on="2021-12-07"),
        say("Chad", "sue", "Mali", event_type, at=50, on="2021-12-07"),
        say("Chad", "buy", "Mali", event_type, at=90),
    )
    assert events == [[0, 90], [50]]


def test_one_word_tells_one_act():
    """Parties side by side, and what is given beside the one who gets it."""
    for acts in (
        (say("Chad", "sanction", "Togo", "SANCTION"), say("Mali", "sanction", "Togo", "SANCTION")),
        (say("Chad", "supply", "Mali", "AID"), say("Chad", "supply with", "trucks", "AID")),
        (say("Chad", "visit", "Togo", "CONSULT"), say("Mali", "visit", "Togo", "CONSULT")),
    ):
        assert group(*acts) == [[0, 0]]
    assert group(say("Chad", "call", "Togo", "CONSULT"), say("Chad", "call", "Mali", "CONSULT")) == [[0], [0]]


def test_clauses_of_one_sentence():
    """Shelling a village and killing two of its people is one; done to two states it is two."""
    shell = say("Chad", "shell", "Mali", "ASSAULT")
    people = make_party("two farmers", Kind.GROUP)
    kill = replace(say("Chad", "kill", "Togo", "ASSAULT", at=40), object=people)
    assert group(shell, kill) == [[0, 40]]
    assert group(shell, say("Chad", "kill", "Togo", "ASSAULT", at=40)) == [[0], [40]]
    assert group(shell, replace(kill, sentence=replace(kill.sentence, start_char=30))) == [[0], [40]]


def test_a_detail_joins_the_only_dated_act_of_its_kind():
    """It names nobody else, and is of the one who acts; where two are dated it stands alone."""
    dated = say("Chad", "impose sanctions on", "Mali", "SANCTION", on="2021-12-06")
    people = make_party("17 officials", Kind.GROUP)
    detail = replace(say("Chad", "sanction", "Togo", "SANCTION", at=140), object=people)
    assert group(dated, detail) == [[0, 140]]
    assert group(dated, replace(detail, object=make_party("Togo"))) == [[0], [140]]
    assert group(dated, replace(detail, subject=make_party("Togo"))) == [[0], [140]]
    other = say("Chad", "impose sanctions on", "Togo", "SANCTION", at=340, on="2021-12-01")
    assert group(dated, other, detail) == [[0], [140], [340]]


def test_an_equal_day_joins_articles():
    """A month or no date does not, however alike the words are."""
    for on, number in (("2021-12-07", 1), ("2021-12", 2), (None, 2)):
        call = say("Chad", "call", "Mali", "CONSULT", on=on)
        events = group_events([make_extraction(call, article=name) for name in ("a", "b")])
        assert len(events) == number
        assert len({event.id for event in events}) == number


def test_a_state_of_affairs_is_one_everywhere():
    """Dated or not, in whichever article, the same relation of the same two is one event; another relation is not."""
    owns = [
        say("Chad", "have", "Mali", "RELATION", on=on, at=at) for on, at in ((None, 0), ("2019", 9), ("2020-01-01", 70))
    ]
    other = say("Chad", "have power in", "Mali", "RELATION")
    events = group_events([make_extraction(*owns, other, article=name) for name in ("a", "b")])
    assert sorted(len(event.statement_ids) for event in events) == [2, 6]
    assert {event.date for event in events} == {None}


NAMES = st.sampled_from(["Chad", "Mali", "Togo"])
STATEMENTS = st.builds(
    say,
    NAMES,
    st.sampled_from(["meet with", "call"]),
    NAMES,
    st.sampled_from(["CONSULT", "ASSAULT", "OTHER"]),
    at=st.integers(0, 3).map(lambda number: number * 50),
    on=st.sampled_from(
        [None, "2021-12-07", "2021-12-08", "2021-12", "2021", "2021-12-01/2021-12-07", "2021-12-06/2021-12-09"]
    ),
    symmetric=st.booleans(),
    status=st.sampled_from([Status.OCCURRED, Status.PLANNED]),
)
ARTICLES = st.lists(st.lists(STATEMENTS, max_size=8, unique_by=lambda each: each.id), max_size=4).map(
    lambda articles: [
        make_extraction(*statements, article=f"a{number}", published=date(2021, 12, 1 + number))
        for number, statements in enumerate(articles)
    ]
)


@settings(deadline=None)  # the machine may be busy
@given(ARTICLES, st.randoms(use_true_random=False))
def test_no_order_matters(extractions, random):
    """Shuffled articles and statements give the same events, with the same ids, names and members."""
    shuffled = [
        replace(each, statements=tuple(random.sample(each.statements, len(each.statements)))) for each in extractions
    ]
    random.shuffle(shuffled)
    assert group_events(shuffled) == group_events(extractions)


@settings(deadline=None)  # the machine may be busy
@given(ARTICLES)
def test_every_statement_is_in_one_event_that_fits(extractions):
    """No statement is lost or twice; type, family, parties and dates agree; every join has a reason."""
    statements = {each.id: each for extraction in extractions for each in extraction.statements}
    events = group_events(extractions)
    members = [statement_id for event in events for statement_id in event.statement_ids]
    assert sorted(members) == sorted(statements)
    assert len({event.id for event in events}) == len(events)
    for event in events:
        for each in (statements[statement_id] for statement_id in event.statement_ids):
            assert (each.event_type, family(each)) == (event.event_type, family(replace(each, status=event.status)))
            assert {each.subject.id, each.object.id} <= {*event.subjects, *event.objects}
            assert each.date is None or agree(event.date, each.date)
        assert [join.statement_id for join in event.joins] == list(event.statement_ids)
        assert [join.reason for join in event.joins].count(Reason.SEED) == 1
        assert {join.to for join in event.joins if join.reason is not Reason.SEED} <= set(event.statement_ids)


@settings(deadline=None)  # the machine may be busy
@given(ARTICLES, ARTICLES)
def test_an_article_more_breaks_nothing_apart(extractions, others):
    """Statements that share an event share one whatever else is read."""
    others = [make_extraction(*each.statements, article=f"b{number}") for number, each in enumerate(others)]
    grown = {each: event.id for event in group_events([*extractions, *others]) for each in event.statement_ids}
    for event in group_events(extractions):
        assert len({grown[each] for each in event.statement_ids}) == 1
