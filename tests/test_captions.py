"""Captions read as a sentence."""

import pytest

from graphbuilder.captions import caption, inflect
from graphbuilder.model import EventType, Status


@pytest.mark.parametrize(
    ("relation", "form"),
    [
        ("exchange warning with", "exchanges warnings with"),
        ("exchange party with", "exchanges parties with"),
        ("exchange fire with", "exchanges fire with"),
        ("exchange prisoners with", "exchanges prisoners with"),
        ("trade with", "trades with"),
        ("meet with", "meets with"),
    ],
)
def test_what_goes_back_and_forth_is_plural(relation, form):
    """Where it can be counted; all other relations stay as they are."""
    assert inflect(relation) == form


def test_planned_exchanges_are_plural_too():
    """The bare verb keeps its plural object."""
    told = caption(
        ["Ann", "Bo"], "exchange letter with", event_type=EventType.CONSULT, status=Status.PLANNED, plural=False
    )
    assert told == "Ann will exchange letters with Bo"


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (Status.OCCURRED, "Chad carries out attack on Mali"),
        (Status.PLANNED, "Chad will carry out attack on Mali"),
        (Status.HYPOTHETICAL, "Chad may carry out attack on Mali"),
        (Status.DESIRED, "Chad should carry out attack on Mali"),
        (Status.NEGATED, "Chad does not carry out attack on Mali"),
    ],
)
def test_captions_say_whether_it_happens(status, name):
    """A caption never shows as done what is not."""
    names = ["Chad", "Mali"]
    assert caption(names, "carry out attack on", event_type=EventType.ASSAULT, status=status, plural=False) == name


@pytest.mark.parametrize(
    ("relation", "status", "name"),
    [
        ("neighbour of", Status.OCCURRED, "Chad neighbour of Mali"),
        ("neighbour of", Status.NEGATED, "Chad is not neighbour of Mali"),
        ("be part of", Status.OCCURRED, "Chad is part of Mali"),
        ("be part of", Status.NEGATED, "Chad is not part of Mali"),
    ],
)
def test_captions_of_states_of_affairs(relation, status, name):
    """A noun stays as it is, a verb is inflected."""
    names = ["Chad", "Mali"]
    assert caption(names, relation, event_type=EventType.RELATION, status=status, plural=False) == name


def test_third_persons():
    """Endings, and many who act."""
    verbs = ("hold talks with", "be ally of", "have", "veto", "push for", "deny", "obey", "tax", "warn")
    forms = ("holds talks with", "is ally of", "has", "vetoes", "pushes for", "denies", "obeys", "taxes", "warns")
    assert tuple(map(inflect, verbs)) == forms
    assert inflect("be ally of", plural=True) == "are ally of"
    assert inflect("hold talks with", plural=True) == "hold talks with"
