"""Who is who over all articles: a view of the ledger in which every actor has one id.

Pure, the same for every order of articles, and nearly linear in their number. What the articles say is not changed:
the ids of statements stay, and so do the words in which they name their parties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder.judgements import Judgement, Verdict
from graphbuilder.model import Actor, Extraction, Party, Statement
from graphbuilder.resolve.candidates import join_scoped, join_short_forms, propose
from graphbuilder.resolve.decisions import Heads, merge_heads, parts_of
from graphbuilder.resolve.joining import Bearer, Bearers, Joins, find_bearers, group_by, join_names, join_parts
from graphbuilder.resolve.names import Why
from graphbuilder.resolve.naming import name_actor, tell_apart
from graphbuilder.resolve.profiles import Key, Mention, find_mentions

__all__ = ["Link", "Mention", "Resolution", "Why", "resolve_actors"]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two names that are one actor's, and by which rule."""

    name: str
    other: str
    why: Why


@dataclass(frozen=True, slots=True)
class Resolution:
    """The articles with one id for every actor, and what that rests on, by id of the actor.

    `idle` are the places of judgements that nothing in the articles answers to, `inner` the ids of the statements that
    are left out because both of their ends have become one actor.
    """

    extractions: tuple[Extraction, ...]
    actors: Mapping[str, Actor]
    mentions: Mapping[str, tuple[Mention, ...]]
    links: Mapping[str, tuple[Link, ...]]
    idle: frozenset[int]
    inner: frozenset[str] = frozenset()


def resolve_actors(extractions: Iterable[Extraction], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Find out who is who; the judgements count in their order, and rejected statements are left out."""
    extractions = list(extractions)
    kept, idle = _without_rejected(extractions, judgements)
    mentions = list(find_mentions(kept))
    bearers = find_bearers(mentions, parts_of(mentions, judgements))
    joins = _join(bearers)
    heads = merge_heads(joins, bearers, judgements)
    groups = list(group_by(joins.sets(bearers), lambda found: heads.of(joins.root(found[0]))).values())
    return _resolution(kept, bearers, joins, _headed(groups, joins, heads), idle | heads.idle)


def _without_rejected(
    extractions: list[Extraction], judgements: Sequence[Judgement]
) -> tuple[list[Extraction], frozenset[int]]:
    """The extractions without rejected statements, and the rejections of what is not there."""
    rejects = {place: each for place, each in enumerate(judgements) if each.verdict is Verdict.REJECT}
    if not rejects:
        return extractions, frozenset()
    known = {statement.id for extraction in extractions for statement in extraction.statements}
    gone = {statement_id for each in rejects.values() for statement_id, _ in each.spots}
    idle = frozenset(place for place, each in rejects.items() if not known & {spot[0] for spot in each.spots})
    return [_without(extraction, gone) for extraction in extractions], idle


def _without(extraction: Extraction, gone: set[str]) -> Extraction:
    return replace(extraction, statements=tuple(each for each in extraction.statements if each.id not in gone))


def _join(bearers: Bearers) -> Joins:
    free = [bearer for bearer in sorted(bearers) if not bearer.part]
    named = [bearer for bearer in free if not bearer.article_id]
    opposed = frozenset(
        (each.actor.id, other) for group in bearers.values() for each in group for other in each.opposed
    )
    joins = join_names(named, propose(named), opposed)
    join_short_forms(joins, {bearer: bearers[bearer] for bearer in free})
    join_scoped(joins, {bearer: bearers[bearer] for bearer in free})
    join_parts(joins, bearers)
    return joins


def _headed(groups: Iterable[list[list[Bearer]]], joins: Joins, heads: Heads) -> list[list[list[Bearer]]]:
    """Every group with the set that gives the name in front."""
    return [
        sorted(sets, key=lambda found: (heads.of(joins.root(found[0])) != joins.root(found[0]), found))
        for sets in groups
    ]


def _resolution(
    extractions: Sequence[Extraction],
    bearers: Bearers,
    joins: Joins,
    groups: Sequence[Sequence[Sequence[Bearer]]],
    idle: Iterable[int],
) -> Resolution:
    named = [name_actor(sets[0], [each for bearer in sets[0] for each in bearers[bearer]]) for sets in groups]
    actors = tell_apart(named)
    owner = {bearer: actor.id for actor, sets in zip(actors, groups, strict=True) for found in sets for bearer in found}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for bearer in sorted(owner):
        mentions[owner[bearer]] += bearers[bearer]
    by_id = {actor.id: actor for actor in actors}
    whose = {each.key: by_id[actor_id] for actor_id, found in mentions.items() for each in found}
    retold = tuple(_retold(extraction, whose) for extraction in extractions)
    told = {each.id for extraction in extractions for each in extraction.statements}
    return Resolution(
        retold,
        by_id,
        {actor_id: tuple(found) for actor_id, found in mentions.items()},
        _links(joins, groups, owner),
        frozenset(idle),
        frozenset(told.difference(each.id for extraction in retold for each in extraction.statements)),
    )


def _links(
    joins: Joins, groups: Iterable[Sequence[Sequence[Bearer]]], owner: Mapping[Bearer, str]
) -> dict[str, tuple[Link, ...]]:
    """By which rules the names of each actor hang together."""
    links: dict[str, set[Link]] = defaultdict(set)
    for (one, other), why in joins.reasons.items():
        links[owner[one]].add(Link(min(one.name, other.name), max(one.name, other.name), why))
    for sets in groups:
        for found in sets[1:]:
            links[owner[found[0]]].add(Link(sets[0][0].name, found[0].name, Why.JUDGED))
    return {actor_id: tuple(sorted(found)) for actor_id, found in links.items()}


def _retold(extraction: Extraction, whose: Mapping[Key, Actor]) -> Extraction:
    """The article with the parties traced."""
    article_id = extraction.article.id
    actors: dict[str, Actor] = {}
    for local in extraction.actors:
        actor = whose.get((article_id, local.id), local)
        aliases = {*local.aliases, local.name, *actor.aliases, *getattr(actors.get(actor.id), "aliases", ())}
        actors[actor.id] = replace(actor, aliases=tuple(sorted(aliases - {actor.name})))
    traced = ((each, _traced(each, article_id, whose)) for each in extraction.statements)
    statements = tuple(new for old, new in traced if new.subject.id != new.object.id or old.subject.id == old.object.id)
    return replace(extraction, statements=statements, actors=tuple(actors.values()))


def _traced(statement: Statement, article_id: str, whose: Mapping[Key, Actor]) -> Statement:
    speaker = statement.speaker
    return replace(
        statement,
        said_id=statement.id,
        subject=_party(statement.subject, article_id, whose),
        object=_party(statement.object, article_id, whose),
        speaker=_party(speaker, article_id, whose) if speaker else None,
    )


def _party(party: Party, article_id: str, whose: Mapping[Key, Actor]) -> Party:
    actor = whose[article_id, party.id]
    return Party(actor.id, actor.name, actor.kind, party.text)
