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
