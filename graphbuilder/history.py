"""What a build changed in what is known: events added, confirmed by new statements, contradicted by new ones."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass

from graphbuilder.model import Event


@dataclass(frozen=True, slots=True)
class Diff:
    """How many events are new, and the captions of those that new statements confirm or contradict, sorted."""

    added: int = 0
    confirmed: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()

    def to_json(self) -> str:
        """As the ledger keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_diff(text: str | None) -> Diff:
    """The difference that was written; none where nothing was."""
    if text is None:
        return Diff()
    kept = json.loads(text)
    return Diff(kept["added"], tuple(kept["confirmed"]), tuple(kept["contradicted"]))


def compare(events: Iterable[Event], new: Collection[str]) -> Diff:
    """What the statements of these ids have changed: `events` are those that they are part of now.

    An event is added where all of its statements are new, confirmed where some are; it is contradicted where it is
    older than what says the opposite, be it told or denied.
    """
    events = list(events)
    grown = [event for event in events if any(key in new for key in event.statement_ids)]
    added = {event.id for event in grown if all(key in new for key in event.statement_ids)}
    return Diff(
        len(added),
        tuple(sorted(event.name for event in grown if event.id not in added)),
        tuple(sorted(event.name for event in _contradicted(events, added))),
    )


def _contradicted(events: Iterable[Event], added: Collection[str]) -> Iterator[Event]:
    by_id = {event.id: event for event in events}
    found: dict[str, Event] = {}
    for one in by_id.values():
        for other in (by_id[each] for each in one.contradicts if each in by_id):
            if (one.id in added) != (other.id in added):
                older = other if one.id in added else one
                found[older.id] = older
    yield from found.values()
