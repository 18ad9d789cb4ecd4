"""Events -> rows: the node, the edge that says why a statement belongs to it, and the edges between its parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from graphbuilder.model import Event, Statement
from graphbuilder.scale import quad
from graphbuilder.tables import GraphRow


def event_row(event: Event) -> GraphRow:
    """The row of an event: what happens, how often it is told, and what became of it."""
    when, of, life = event.date, quad(event.event_type), event.life
    return {
        "id": event.id,
        "labels": [event.status.capitalize(), *([str(of)] if of else [])],
        "name": event.name,
        "event_type": str(event.event_type),
        "status": str(event.status),
        "date": when.start if when else None,
        "date_end": when.end if when else None,
        "date_precision": str(when.precision) if when else None,
        "score": event.score,
        "n_statements": len(event.statement_ids),
        "n_articles": len(event.article_ids),
        "n_sources": event.n_sources,
        "first_seen": _iso(event.first_seen),
        "last_seen": _iso(event.last_seen),
        "outcome": str(life.outcome) if life.outcome else None,
        "announced_in": life.announced_in,
        "announced_on": _iso(life.announced_on),
        "settled_in": life.settled_in,
        "settled_on": _iso(life.settled_on),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def report_row(events: Mapping[str, Event], edge: tuple[str, str, str]) -> GraphRow:
    """The row of an edge from a statement to its event, with what joined it there and to which statement."""
    event = events[edge[1]]
    join = next((each for each in event.joins if each.statement_id == edge[0]), None)
    return {
        "from": edge[0],
        "to": edge[1],
        "joined_by": str(join.reason) if join else None,
        "joined_to": join.to if join else None,
    }


def event_links(events: Mapping[str, Event]) -> Iterator[tuple[str, str, str]]:
    """Type, start and end of every edge between two events."""
    for key, event in events.items():
        for edge_type, others in (("CONTRADICTS", event.contradicts), ("CANCELS", event.cancels)):
            yield from ((edge_type, key, other) for other in others if other in events)


def event_pairs(event: Event, statements: Mapping[str, Statement]) -> Iterator[tuple[str, str]]:
    """The pairs of the event that its statements name, the way the event goes; of a symmetric one ordered by id."""
    ways, everybody = set(product(event.subjects, event.objects)), {*event.subjects, *event.objects}
    for statement in _known(event, statements):
        start, end = statement.subject.id, statement.object.id
        if (start, end) in ways and not event.symmetric:
            yield start, end
        elif (end, start) in ways and not event.symmetric:
            if statement.symmetric:
                yield end, start
        elif {start, end} <= everybody:
            yield min(start, end), max(start, end)


def _known(event: Event, statements: Mapping[str, Statement]) -> Iterable[Statement]:
    return (statements[each] for each in event.statement_ids if each in statements)


def act_row(event: Event, start: str, end: str, statements: Mapping[str, Statement]) -> GraphRow:
    """What an edge between two parties says: the act as it is told of these two, and how often that is."""
    said = [each for each in _known(event, statements) if {each.subject.id, each.object.id} == {start, end}]
    return {
        "event_id": event.id,
        "relation": _relation(event, said),
        "status": str(event.status),
        "date": event.date.start if event.date else None,
        "score": event.score,
        "n_statements": len(said),
        "n_articles": len({each.article_id for each in said}),
    }


def _relation(event: Event, said: Iterable[Statement]) -> str:
    """The words of the event or, where more than two take part, those said most often of these two."""
    if len(event.subjects) + len(event.objects) < 3:
        return event.relation
    return Counter(each.relation for each in said).most_common(1)[0][0]
