"""Happenings over many articles: stories told by several outlets, with others beside them that look alike."""

import random
import sys
from pathlib import Path

import pytest

from graphbuilder.events import group_events
from graphbuilder.extract import extract_all
from graphbuilder.happening import Outcome, Reason
from graphbuilder.lexicon import load_lexicon
from graphbuilder.parsing.nlp import load_model
from graphbuilder.sources import find_copies, sign

sys.path.insert(0, str(Path(__file__).parent))

import telling

UNSETTLED = "unsettled"


@pytest.fixture(scope="module")
def stories():
    return telling.load_stories()


@pytest.fixture(scope="module")
def extractions(stories):
    articles = [article for story in stories for article in story.articles]
    return list(extract_all(articles, load_model(), load_lexicon()))


@pytest.fixture(scope="module")
def copies(extractions):
    return find_copies((each.article.id, sign(each.article.text)) for each in extractions)


@pytest.fixture(scope="module")
def events(extractions, copies):
    return group_events(extractions, copies=copies)


@pytest.fixture(scope="module")
def found(stories, extractions):
    return telling.find_lines(stories, extractions)


def events_of(happening, found, events):
    """The events that the lines of a happening are in."""
    statements = {statement.id for line, statement in found.items() if line.happening == happening}
    return [event for event in events if statements & set(event.statement_ids)]


def test_there_are_stories_enough(stories):
    """At least twelve, of three to six reports, and one happening in four stands beside one that looks alike."""
    assert len(stories) >= 12
    assert all(3 <= len(story.articles) <= 6 for story in stories)
    assert len({line.happening for story in stories for line in story.lines}) >= 30


def test_happenings_of_many_articles(stories, found, events):
    """Nearly all pairs of one happening are joined, and none that are not; the floors are those of the last change."""
    figures = telling.score_stories(found, events, sum(len(story.lines) for story in stories))
    assert figures.found >= 74
    assert figures.precision >= 0.98
    assert figures.recall >= 0.95


def test_what_became_of_it(stories, found, events):
    """Held, cancelled, denied or merely announced, and nothing where nothing was announced."""
    for story in stories:
        for happening, outcome in story.outcomes.items():
            (event,) = events_of(happening, found, events)
            assert (event.life.outcome or UNSETTLED) == outcome, happening


def test_the_announcement_stays_with_what_was_held(found, events):
    """The article that announced it and the one that moved it, with their days."""
    (call,) = events_of("almeida-call-1", found, events)
    life = call.life
    assert (life.announced_in, str(life.announced_on)) == ("call-1", "2023-03-05")
    assert (life.settled_in, str(life.settled_on), life.outcome) == ("call-3", "2023-03-07", Outcome.HELD)


def test_a_denial_stands_beside_what_it_denies(found, events):
    """Two events, the one pointing at the other."""
    (raid,), (denial,) = (events_of(each, found, events) for each in ("chad-raid", "chad-raid-denial"))
    assert denial.contradicts == (raid.id,)
    assert raid.contradicts == ()


def test_a_cancellation_points_at_what_it_ends(found, events):
    """The act of cancelling is an event of its own."""
    (meeting,), (end,) = (events_of(each, found, events) for each in ("iceland-meeting", "iceland-cancellation"))
    assert end.cancels == (meeting.id,)


def test_copies_are_one_source(found, events):
    """Three articles, one source; the statements of the copies are joined though nothing is dated."""
    (boats,) = events_of("boats", found, events)
    assert (len(boats.article_ids), boats.n_sources) == (3, 1)
    assert {join.reason for join in boats.joins} >= {Reason.SEED, Reason.COPY}


def test_no_order_of_articles_matters(extractions, copies, events):
    """Read backwards or shuffled: the same events, with the same reasons."""
    for seed in range(5):
        shuffled = random.Random(seed).sample(extractions, len(extractions))
        assert group_events(shuffled, copies=copies) == events
