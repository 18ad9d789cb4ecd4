"""What users decide: actors merged or split, statements rejected, decisions taken back. The graph follows at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from graphbuilder.errors import UnknownId
from graphbuilder.judgements import Judgement, Spot, Verdict
from graphbuilder.ledger import Ledger
from graphbuilder.pipeline import refresh_embedded, trace
from graphbuilder.resolve import Resolution

NEAR = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement, and whether anything in the articles answers to it now."""

    judgement: Judgement
    applies: bool


def list_judgements(ledger: Ledger) -> list[Standing]:
    """All judgements, oldest first."""
    judgements = ledger.judgements()
    idle = trace(ledger).idle if judgements else frozenset()
    return [Standing(judgement, place not in idle) for place, judgement in enumerate(judgements)]


def merge(ledger: Ledger, names: Sequence[str], *, reason: str | None = None) -> list[Judgement]:
    """Make the actors one, under the name of the first; raises UnknownId."""
    resolution = trace(ledger)
    first, *others = (find_actor(resolution, name) for name in names)
    if first in others:
        raise UnknownId(f"{first}: named twice. A merge needs two actors.")
    made = [
        Judgement(Verdict.MERGE, (first, other), (_spot(resolution, first), _spot(resolution, other)), reason)
        for other in dict.fromkeys(others)
    ]
    return _write(ledger, made)


def count_inner(ledger: Ledger, merges: Iterable[Judgement]) -> int:
    """How many statements are left out because merges, these among them, have made both of their ends one actor."""
    parties = {party for judgement in merges for party in judgement.about}
    inner = trace(ledger).inner
    told = (each for extraction in ledger.extractions() for each in extraction.statements if each.id in inner)
    return sum(not parties.isdisjoint((each.subject.id, each.object.id)) for each in told)


def split(ledger: Ledger, name: str, parts: Sequence[str], *, reason: str | None = None) -> list[Judgement]:
    """Take the parts, articles or names, out of an actor and make them one of their own; raises UnknownId."""
    resolution = trace(ledger)
    actor_id = find_actor(resolution, name)
    spots = sorted({spot for part in parts for spot in _spots_of(resolution, actor_id, part)})
    if len(spots) == len(resolution.mentions[actor_id]):
        raise UnknownId(f"{', '.join(parts)}: that is all of {actor_id}. Name what is somebody else.")
    return _write(ledger, [Judgement(Verdict.SPLIT, (actor_id, *parts), tuple(spots), reason)])


def reject(ledger: Ledger, statement_ids: Sequence[str], *, reason: str | None = None) -> list[Judgement]:
    """Leave the statements out of every view; raises UnknownId."""
    known = {each.id for extraction in ledger.extractions() for each in extraction.statements}
    for statement_id in statement_ids:
        if statement_id not in known:
            raise UnknownId(f"{statement_id}: no statement of this id in the workspace.{_hint(statement_id, known)}")
    wanted = dict.fromkeys(statement_ids)
    return _write(ledger, [Judgement(Verdict.REJECT, (each,), ((each, None),), reason) for each in wanted])


def undo(ledger: Ledger, numbers: Sequence[int]) -> None:
    """Take judgements back; raises UnknownId, and takes none back, where one of them is not there."""
    known = {judgement.id for judgement in ledger.judgements()}
    for number in numbers:
        if number not in known:
            there = ", ".join(map(str, sorted(filter(None, known)))) or "none"
            raise UnknownId(f"{number}: no judgement of this number. There are: {there}.")
    for number in set(numbers):
        ledger.withdraw(number)
    refresh_embedded(ledger)


def find_actor(resolution: Resolution, name: str) -> str:
    """The id of the actor that is meant by an id or a name; raises UnknownId with those that are near."""
    if name in resolution.actors:
        return name
    meant = sorted(actor_id for actor_id in resolution.actors if name.lower() in _names(resolution, actor_id))
    if len(meant) > 1:
        raise UnknownId(f"{name}: more than one actor has this name: {', '.join(meant)}. Give the id.")
    if not meant:
        near = {
            alias: actor_id for actor_id in resolution.actors for alias in (actor_id, *_names(resolution, actor_id))
        }
        found = dict.fromkeys(near[each] for each in get_close_matches(name.lower(), near, n=NEAR))
        hint = f" Did you mean {' or '.join(found)}?" if found else " graphbuilder actors lists them."
        raise UnknownId(f"{name}: no actor of this id or name in the workspace.{hint}")
    return meant[0]


def _names(resolution: Resolution, actor_id: str) -> set[str]:
    """All names of an actor, in lower case."""
    actors = [resolution.actors[actor_id], *(mention.actor for mention in resolution.mentions[actor_id])]
    return {name.lower() for actor in actors for name in (actor.name, *actor.aliases)}


def _spot(resolution: Resolution, actor_id: str) -> Spot:
    article_id, party = resolution.mentions[actor_id][0].key
    return party, article_id


def _spots_of(resolution: Resolution, actor_id: str, part: str) -> list[Spot]:
    """The mentions of an actor in an article, or under a name or the id that it has in articles."""
    mentions = resolution.mentions[actor_id]
    spots: list[Spot] = [
        (mention.actor.id, mention.article_id)
        for mention in mentions
        if part in (mention.article_id, mention.actor.id) or part.lower() == mention.actor.name.lower()
    ]
    if not spots:
        known = {each for mention in mentions for each in (mention.article_id, mention.actor.name)}
        raise UnknownId(f"{part}: no article with {actor_id}, and no name of it.{_hint(part, known)}")
    return spots


def _hint(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, sorted(known), n=NEAR)
    return f" Did you mean {' or '.join(near)}?" if near else ""


def _write(ledger: Ledger, judgements: Iterable[Judgement]) -> list[Judgement]:
    written = [ledger.judge(judgement) for judgement in judgements]
    refresh_embedded(ledger)
    return written
