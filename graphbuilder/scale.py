"""Conflict and cooperation: the class of an event type and its base score, after PLOVER.

Two readings where PLOVER contradicts itself: SANCTION is material conflict, and the score of ACCUSE is negative.
"""

from __future__ import annotations

from enum import StrEnum

from graphbuilder.model import EventType


class Quad(StrEnum):
    """The four classes of acts; the value is the label that an Event carries."""

    VERBAL_COOPERATION = "VerbalCooperation"
    MATERIAL_COOPERATION = "MaterialCooperation"
    VERBAL_CONFLICT = "VerbalConflict"
    MATERIAL_CONFLICT = "MaterialConflict"


_SCALE: dict[EventType, tuple[Quad, float]] = {
    EventType.AGREE: (Quad.VERBAL_COOPERATION, 2.5),
    EventType.CONSULT: (Quad.VERBAL_COOPERATION, 2.5),
    EventType.SUPPORT: (Quad.VERBAL_COOPERATION, 5.0),
    EventType.CONCEDE: (Quad.VERBAL_COOPERATION, 4.5),
    EventType.COOPERATE: (Quad.MATERIAL_COOPERATION, 9.5),
    EventType.AID: (Quad.MATERIAL_COOPERATION, 10.0),
    EventType.RETREAT: (Quad.MATERIAL_COOPERATION, 6.5),
    EventType.REQUEST: (Quad.VERBAL_CONFLICT, 0.0),
    EventType.ACCUSE: (Quad.VERBAL_CONFLICT, -3.0),
    EventType.REJECT: (Quad.VERBAL_CONFLICT, -2.0),
    EventType.THREATEN: (Quad.VERBAL_CONFLICT, -3.5),
    EventType.PROTEST: (Quad.MATERIAL_CONFLICT, -5.0),
    EventType.SANCTION: (Quad.MATERIAL_CONFLICT, -6.0),
    EventType.MOBILIZE: (Quad.MATERIAL_CONFLICT, -5.5),
    EventType.COERCE: (Quad.MATERIAL_CONFLICT, -7.0),
    EventType.ASSAULT: (Quad.MATERIAL_CONFLICT, -9.0),
}


def quad(event_type: EventType) -> Quad | None:
    """The class of a type; None for STATEMENT, RELATION and OTHER."""
    entry = _SCALE.get(event_type)
    return entry[0] if entry else None


def score(event_type: EventType) -> float:
    """The base score of a type, from -9 (assault) to 10 (aid); 0 for STATEMENT, RELATION and OTHER."""
    entry = _SCALE.get(event_type)
    return entry[1] if entry else 0.0
