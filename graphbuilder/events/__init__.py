"""Statements -> events: which statements report the same happening, and what became of it.

Pure, and the same for every order of articles. An event is of one type and one day at most; what is of no type (OTHER)
belongs to the act that the same verb of the same one tells. What is planned and what occurred on that day are one; what
is denied, wished for or feared is an event of its own. Statements without a date join only inside their own article or
with a copy of it; articles are joined by an equal day. A state of affairs (RELATION) is one event however often and
whenever it is said.

Participants: all that the statements of the event name. Of a symmetric event of two, `subjects` has the lower id and
`objects` the higher. A symmetric event of more ("talks between A, B and C") has all of them, sorted, in `subjects` and
no `objects`. Two who do one thing to a third are both in `subjects`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graphbuilder.events.acts import Told, tell
from graphbuilder.events.dating import day, most_exact
from graphbuilder.events.grouping import join_told
from graphbuilder.events.life import Draft, current_status, live, report
from graphbuilder.events.roles import find_relation, find_roles, find_type, name_event
from graphbuilder.happening import Join
from graphbuilder.model import Article, Event, EventType, Extraction, Statement, digest
from graphbuilder.scale import score

__all__ = ["assign", "group_events"]

NO_COPIES: Mapping[str, str] = {}


def group_events(extractions: Iterable[Extraction], *, copies: Mapping[str, str] = NO_COPIES) -> list[Event]:
    """The events of the extractions, by id. Each statement belongs to exactly one.

    `copies` gives, for every article that has near-duplicates, the id that stands for all of them. `n_sources` counts
    independent sources: copies are one, and so are the articles of one outlet (an article without one is its own);
    `first_seen` and `last_seen` are the first and last day of publication.
    """
    articles: dict[str, Article] = {}
    statements: dict[str, Told] = {}
    for extraction in extractions:
        articles[extraction.article.id] = extraction.article
        statements |= {told.id: told for told in map(tell, extraction.statements)}
    components = join_told(statements.values(), copies)
    groups = [sorted(group, key=lambda told: _precedence(told, articles)) for group in components.sets()]
    joins = components.joins(group[0].id for group in groups)
    drafts = [_draft(group, articles, copies, joins) for group in groups]
    return sorted(live(drafts), key=lambda event: event.id)


def assign(statements: Iterable[Statement], events: Iterable[Event]) -> Iterator[Statement]:
    """The statements, in order, each with the id of its event; None where no event has it."""
    event_ids = {statement_id: event.id for event in events for statement_id in event.statement_ids}
    for statement in statements:
        yield replace(statement, event_id=event_ids.get(statement.id))


def _precedence(told: Told, articles: Mapping[str, Article]) -> tuple[str, tuple[str, int, int, str]]:
    """The first report first; what has no day of publication stands behind."""
    return report(articles[told.order[0]]).published or "9999", told.order


def _draft(
    group: Sequence[Told], articles: Mapping[str, Article], copies: Mapping[str, str], joins: Mapping[str, Join]
) -> Draft:
    told = sorted(group, key=_order) if len(group) > 1 else group
    statements = tuple(each.statement for each in told)
    said_in = {each.order[0]: articles[each.order[0]] for each in told}
    published = [article.published for article in said_in.values() if article.published]
    roles, date = find_roles(statements), most_exact(each.date for each in statements)
    status, event_type = current_status(statements, said_in, date), find_type(statements)
    relation = find_relation(statements, roles, event_type)
    event = Event(
        id=_event_id(told, event_type),
        name=name_event(statements, roles, relation, status),
        event_type=event_type,
        status=status,
        subjects=roles.subjects,
        objects=roles.objects,
        symmetric=roles.symmetric,
        relation=relation,
        date=date,
        score=score(event_type),
        statement_ids=tuple(each.id for each in told),
        article_ids=tuple(said_in),
        n_sources=count_sources(said_in.values(), copies),
        first_seen=min(published, default=None),
        last_seen=max(published, default=None),
        joins=tuple(joins[each.id] for each in told),
    )
    return Draft(event, statements, frozenset(each.act for each in told), said_in)


def _order(told: Told) -> tuple[str, int, int, str]:
    return told.order


def count_sources(said_in: Iterable[Article], copies: Mapping[str, str]) -> int:
    """How many tell it independently: outlets or, where these are fewer, articles that are no copies of another."""
    articles = list(said_in)
    outlets = {article.source or article.id for article in articles}
    return min(len(outlets), len({copies.get(article.id, article.id) for article in articles}))


def _event_id(group: Sequence[Told], event_type: EventType) -> str:
    """Over what makes the event this one; where that is not enough over articles, also where it is first said."""
    act = min(told.act for told in group if told.act.event_type == event_type)
    relation = act.event_type == EventType.RELATION
    on = None if relation else day(most_exact(told.date for told in group))
    first = min(told.order for told in group if told.act == act)
    place = (None, None) if relation or on else (first[0], first[3])
    parties = "|".join(act.parties)
    return digest("event", act.event_type, act.family, parties, act.directed, act.relation, on, *place)
