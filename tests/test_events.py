"""Which statements report the same happening."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.events import group_events
from graphbuilder.events.acts import family
from graphbuilder.events.dating import agree
from graphbuilder.happening import Reason
from graphbuilder.model import EventType, Kind, Status

sys.path.insert(0, str(Path(__file__).parent))

from sayings import make_extraction, make_party, say


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


@pytest.mark.parametrize(("text", "events"), [("We visit them.", 1), ("We also visit.", 2), ("We all visit again.", 2)])
def test_once_more_is_another_time(text, events):
    """What is done again without a date is not what has been told; on an equal day it is."""
    first = say("Chad", "visit", "Mali", "CONSULT", on="2021-12-01")
    again = say("Chad", "visit", "Mali", "CONSULT", at=100 + text.index("visit"))
    again = replace(again, end_char=again.start_char + 5, sentence=replace(again.sentence, text=text))
    assert len(group(first, again)) == events
    assert len(group(first, replace(again, date=first.date))) == 1


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


def test_one_noun_tells_one_talk():
    """ "Held a meeting with A and B"; "meetings" may be two, and so may what a verb tells."""
    for relation, words, rule, events in (
        ("meet with", "held a meeting", "light", 1),
        ("meet with", "held meetings", "light", 2),
        ("talk with", "held talks", "light", 1),
        ("meet with", "met with", "clause.prepositional", 2),
        ("mediate between", "mediates between", "clause.prepositional", 1),
    ):
        acts = [say("Chad", relation, other, "CONSULT", symmetric=True) for other in ("Mali", "Togo")]
        told = [replace(each, relation_text=words, rule=rule) for each in acts]
        assert len(group(*told)) == events


def test_one_verb_is_one_act():
    """What is of no type goes with what the same verb of the same one tells, but never with a talk."""
    measures = say("Chad", "extend", "measures", "SANCTION", on="2021-12-06")
    firms = say("Chad", "extend measure to", "20 firms", "OTHER", on="2021-12-06")
    (event,) = group_events([make_extraction(firms, measures)])
    assert (event.event_type, event.relation) == (EventType.SANCTION, "extend")
    assert {join.reason for join in event.joins} == {Reason.SEED, Reason.SAME_WORDS}
    assert len(group(measures, replace(firms, subject=make_party("Mali")))) == 2
    assert len(group(measures, replace(firms, start_char=40, end_char=46))) == 2
    assert len(group(replace(measures, event_type=EventType.CONSULT), firms)) == 2
    assert len(group(measures, firms, say("Chad", "extend for", "Mali", "AID", on="2021-12-06"))) == 3


def test_what_each_does_on_his_own_is_no_joint_act():
    """The word stands behind the verb; before it, it is about something else."""
    acts = [say(name, "win", "cup", "OTHER") for name in ("Chad", "Mali")]
    for text, events in (("Win both cups respectively.", 2), ("Win their respective cups.", 2), ("Win the cup.", 1)):
        told = [replace(each, sentence=replace(each.sentence, text=text)) for each in acts]
        assert len(group(*told)) == events
    told = [replace(each, start_char=14, end_char=17) for each in acts]
    told = [replace(each, sentence=replace(each.sentence, text="Respectively, win the cup.")) for each in told]
    assert len(group(*told)) == 1


def test_clauses_of_one_sentence():
    """Shelling a village and killing two of its people is one; done to two states, or said twice, it is two.

    Two sayings are two, unless a participle tells the second.
    """
    shell = say("Chad", "shell", "Mali", "ASSAULT")
    people = make_party("two farmers", Kind.GROUP)
    kill = replace(say("Chad", "kill", "Togo", "ASSAULT", at=40), object=people)
    assert group(shell, kill) == [[0, 40]]
    assert group(shell, say("Chad", "kill", "Togo", "ASSAULT", at=40)) == [[0], [40]]
    assert group(shell, replace(kill, relation="shell")) == [[0], [40]]
    talks = make_party("talks", Kind.THEME)
    welcome = replace(say("Chad", "welcome", "talks", "SUPPORT"), object=talks)
    praise = say("Chad", "praise", "Mali", "SUPPORT", at=40)
    assert group(welcome, replace(praise, relation_text="praised")) == [[0], [40]]
    assert group(welcome, replace(praise, relation_text="praising")) == [[0, 40]]


def test_a_detail_joins_the_only_act_of_its_kind():
    """It names nobody else, and stands behind it, dated or not; where there are two it stands alone."""
    dated = say("Chad", "impose sanctions on", "Mali", "SANCTION", on="2021-12-06")
    people = make_party("17 officials", Kind.GROUP)
    detail = replace(say("Chad", "sanction", "Togo", "SANCTION", at=140), object=people)
    assert group(dated, detail) == [[0, 140]]
    assert group(replace(dated, date=None), detail) == [[0, 140]]
    assert group(detail, say("Chad", "sanction", "Mali", "SANCTION", at=240)) == [[140], [240]]
    once_more = replace(
        detail, sentence=replace(detail.sentence, text=f"{'They did so, and they': >39} again sanction.")
    )
    assert group(dated, replace(once_more, start_char=146, end_char=154)) == [[0], [146]]
    assert group(replace(dated, start_char=240, end_char=250), detail) == [[140], [240]]
    assert group(dated, replace(detail, object=make_party("Togo"))) == [[0], [140]]
    assert group(dated, replace(detail, subject=make_party("Togo"))) == [[0], [140]]
    other = say("Chad", "impose sanctions on", "Togo", "SANCTION", at=340, on="2021-12-01")
    assert group(dated, other, detail) == [[0], [140], [340]]


def strike(noun, *, at=140, **how):
    """What the strikes did."""
    theme = replace(make_party(noun.removeprefix("the "), Kind.THEME), text=noun)
    return replace(say("Chad", "kill", "ten farmers", "ASSAULT", at=at, **how), subject=theme)


def test_a_noun_takes_up_the_only_act_before_it():
    """With "the" and the name of nobody else; what other words, days or statuses tell apart stays apart."""
    launch = say("Chad", "launch air strikes on", "Mali", "ASSAULT", on="2021-12-06")
    assert group(launch, strike("the strikes")) == [[0, 140]]
    assert group(launch, strike("the Chadian strikes")) == [[0, 140]]
    for noun in ("strikes", "the Malian strikes", "the second strike", "the attack", "the deadly air strikes"):
        assert group(launch, strike(noun)) == [[0], [140]]
    assert group(launch, strike("the strikes", on="2021-12-08")) == [[0], [140]]
    assert group(launch, strike("the strikes", status=Status.HYPOTHETICAL)) == [[0], [140]]
    assert group(strike("the strikes", at=0), replace(launch, start_char=140, end_char=150)) == [[0], [140]]
    other = say("Chad", "launch air strikes on", "Togo", "ASSAULT", at=90)
    assert group(launch, other, strike("the strikes")) == [[0], [90], [140]]


def test_a_noun_takes_up_what_its_own_doer_did():
    """Chad paid a visit to Mali, and it kept the visit secret; of the visit of Togo nobody has told."""
    visit = say("Chad", "visit", "Mali", "CONSULT", on="2021-12-06")
    noun = replace(make_party("visit", Kind.THEME), text="the visit")
    conduct = replace(say("Chad", "conduct", "Mali", "CONSULT", at=140), object=noun)
    assert group(visit, conduct) == [[0, 140]]
    assert group(visit, replace(conduct, subject=make_party("Togo"))) == [[0], [140]]


def discuss(*names, at=140, on=None):
    """They discuss trade."""
    trade = make_party("trade", Kind.THEME)
    return [replace(say(name, "discuss", "trade", "CONSULT", at=at, on=on), object=trade) for name in names]


def name_again(relation, *, at, article="The"):
    """An undated noun for what Chad and Mali do: "The meeting between"."""
    told = say("Chad", relation, "Mali", "CONSULT", at=at + len(article) + 1, symmetric=True)
    return replace(told, rule="nominal.between", sentence=replace(told.sentence, text=f"{article} {relation} them."))


def test_a_noun_names_again_what_is_planned():
    """ "The meeting between" is the one announced before; of two acts the one that its noun tells, else neither."""
    plan = say("Chad", "meet", "Mali", "CONSULT", on="2023-03-10", status=Status.PLANNED)
    call = say("Chad", "call", "Mali", "CONSULT", at=100, on="2023-03-01")
    assert group(plan, name_again("meeting between", at=100)) == [[0, 104]]
    assert len(group(plan, name_again("meeting between", at=100, article="A"))) == 2
    assert group(plan, call, name_again("call between", at=200)) == [[0], [100, 204]]
    assert len(group(replace(plan, date=None), name_again("meeting between", at=100))) == 2


def test_a_topic_belongs_to_the_only_talk_of_those_who_discuss_it():
    """Not to one of two talks, nor to the talk of others, nor to a talk without a date where it has one itself."""
    talk = say("Chad", "talk with", "Mali", "CONSULT", on="2021-12-06", symmetric=True)
    (event,) = group_events([make_extraction(talk, *discuss("Chad", "Mali"))])
    assert {join.reason for join in event.joins} == {Reason.SEED, Reason.TOPIC, Reason.SAME_WORDS}
    assert group(talk, *discuss("Chad")) == [[0], [140]]
    ada, bo = (make_party(name, Kind.PERSON) for name in ("Ada Brook", "Bo Lind"))
    meeting, topic = replace(talk, subject=ada, object=bo), replace(discuss("Chad")[0], subject=ada)
    assert group(meeting, topic) == [[0, 140]]
    assert group(talk, *discuss("Chad", "Togo")) == [[0], [140, 140]]
    assert group(talk, *discuss("Chad", "Mali", on="2021-12-08")) == [[0], [140, 140]]
    assert group(replace(talk, date=None), *discuss("Chad", "Mali", on="2021-12-08")) == [[0], [140, 140]]
    again = say("Chad", "meet with", "Mali", "CONSULT", at=50, on="2021-09-01", symmetric=True)
    assert group(talk, again, *discuss("Chad", "Mali")) == [[0], [50], [140, 140]]


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
            assert each.event_type in (event.event_type, EventType.OTHER)
            assert family(each) == family(replace(each, status=event.status))
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
