"""Statements -> events: which statements report the same happening.

Pure, and the same for every order of articles. An event is of one type, one status and one set of participants, and
its dates do not contradict each other. Statements without a date join only inside their own article; articles are
joined by an equal day. A state of affairs (RELATION) is one event however often and whenever it is said.

Participants: a directed event has one subject and one object. A symmetric event of two has `subjects=(a,)` and
`objects=(b,)` with a < b. A symmetric event of more, said in one breath ("talks between A, B and C"), has all of them,
sorted, in `subjects` and no `objects`: every pair of them takes part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from graphbuilder.captions import caption
from graphbuilder.model import Article, Event, EventType, Extraction, Kind, Precision, Statement, Status, When, digest
from graphbuilder.scale import score

WIDE = frozenset({EventType.OTHER, EventType.STATEMENT, EventType.RELATION})
"""Types too wide for two acts of one type to be one act: in these the relation tells events apart."""

EXACTNESS = (Precision.DAY, Precision.RANGE, Precision.MONTH, Precision.QUARTER, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What all statements of one event share."""

    event_type: EventType
    status: Status
    parties: tuple[str, ...]
    directed: bool
    relation: str | None


@dataclass(frozen=True, slots=True)
class _Saying:
    """One statement, or those of all pairs of one symmetric happening; `order` is its place in the articles."""

    kind: _Kind
    order: tuple[str, int, int, str]
    relation: str
    date: When | None
    statements: tuple[Statement, ...]


_Group = list[_Saying]


def group_events(extractions: Iterable[Extraction]) -> list[Event]:
    """The events of the extractions, by id. Each statement belongs to exactly one.

    `n_sources` counts the different sources of the articles (an article without one is its own source);
    `first_seen` and `last_seen` are the first and last day of publication.
    """
    articles: dict[str, Article] = {}
    groups: dict[str, _Group] = defaultdict(list)
    for extraction in extractions:
        articles[extraction.article.id] = extraction.article
        for group in _group_article(extraction.statements):
            groups[_event_id(group)] += group
    events = (_event(event_id, group, articles) for event_id, group in groups.items())
    return sorted(events, key=lambda event: event.id)


def assign(statements: Iterable[Statement], events: Iterable[Event]) -> Iterator[Statement]:
    """The statements, in order, each with the id of its event; None where no event has it."""
    event_ids = {statement_id: event.id for event in events for statement_id in event.statement_ids}
    for statement in statements:
        yield replace(statement, event_id=event_ids.get(statement.id))


def _group_article(statements: Iterable[Statement]) -> Iterator[_Group]:
    kinds: dict[_Kind, _Group] = defaultdict(list)
    for saying in sorted(_sayings(statements), key=lambda saying: saying.order):
        kinds[saying.kind].append(saying)
    for kind, group in kinds.items():
        if kind.event_type is EventType.RELATION:
            yield group
        else:
            yield from _split(group)


def _sayings(statements: Iterable[Statement]) -> Iterator[_Saying]:
    distinct = {statement.id: statement for statement in statements}
    cues: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in distinct.values():
        cues[_cue(statement)].append(statement)
    for together in cues.values():
        if _is_circle(together):
            yield _saying(together)
        else:
            yield from (_saying([statement]) for statement in together)


def _cue(statement: Statement) -> tuple[object, ...]:
    """Where and how it is said; statements of the pairs of one happening have this in common."""
    words = (statement.sentence, statement.start_char, statement.end_char)
    return (*words, statement.event_type, statement.status, statement.relation, statement.date)


def _is_circle(statements: Sequence[Statement]) -> bool:
    """True where every two of three or more parties are set side by side."""
    pairs = {(_ordered(s.subject.id, s.object.id)) for s in statements if s.symmetric}
    parties = sorted({party for pair in pairs for party in pair})
    return len(parties) > 2 and len(pairs) == len(statements) and pairs == set(combinations(parties, 2))


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _saying(statements: Sequence[Statement]) -> _Saying:
    first = min(statements, key=lambda statement: statement.id)
    return _Saying(
        kind=_kind(statements),
        order=(first.article_id, first.start_char, first.end_char, first.id),
        relation=first.relation,
        date=first.date,
        statements=tuple(sorted(statements, key=lambda statement: statement.id)),
    )


def _kind(statements: Sequence[Statement]) -> _Kind:
    first = statements[0]
    # Who called whom is often told both ways of one talk, so the direction does not tell talks apart.
    directed = not first.symmetric and first.event_type is not EventType.CONSULT
    parties: tuple[str, ...] = (first.subject.id, first.object.id)
    if len(statements) > 1:
        parties = tuple(sorted({party.id for each in statements for party in (each.subject, each.object)}))
    elif not directed:
        parties = _ordered(*parties)
    relation = first.relation if first.event_type in WIDE else None
    return _Kind(first.event_type, first.status, parties, directed, relation)


def _split(sayings: _Group) -> Iterator[_Group]:
    """One kind of thing in one article -> the happenings, told apart by date, then by place and relation."""
    dated = sorted((each for each in sayings if each.date), key=lambda each: (_exactness(each.date), each.order))
    groups: list[_Group] = []
    for saying in dated:
        _join(saying, groups)
    yield from _split_undated([each for each in sayings if not each.date], groups)
    yield from groups


def _join(saying: _Saying, groups: list[_Group]) -> None:
    group = _choose(saying, groups)
    if group is None:
        groups.append([saying])
    else:
        group.append(saying)


def _split_undated(sayings: _Group, dated: list[_Group]) -> Iterator[_Group]:
    """Join to dated groups what fits one of them; yield the rest: one talk, or one act for every relation."""
    rest: dict[str, _Group] = defaultdict(list)
    for saying in sayings:
        group = _choose(saying, dated)
        if group is None:
            rest["" if saying.kind.event_type is EventType.CONSULT else saying.relation].append(saying)
        else:
            group.append(saying)
    yield from rest.values()


def _choose(saying: _Saying, groups: Iterable[_Group]) -> _Group | None:
    """The only group that fits, else the nearest in the text if it has the same relation."""
    fitting = [group for group in groups if all(_agree(saying.date, each.date) for each in group)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    nearest = min(fitting, key=lambda group: _distance(saying, group))
    return nearest if any(each.relation == saying.relation for each in nearest) else None


def _distance(saying: _Saying, group: _Group) -> int:
    return min(abs(saying.order[1] - each.order[1]) for each in group)


def _exactness(date: When | None) -> tuple[int, str, str]:
    """Sorts dates by how much they say, the most exact first."""
    if date is None:
        return len(EXACTNESS), "", ""
    return EXACTNESS.index(date.precision), date.start, date.end or ""


def _agree(one: When | None, other: When | None) -> bool:
    """True where the dates can be of one happening: one lies within the other, or is not stated."""
    if one is None or other is None:
        return True
    (start, end), (other_start, other_end) = _span(one), _span(other)
    return (start <= other_start and other_end <= end) or (other_start <= start and end <= other_end)


def _span(date: When) -> tuple[str, str]:
    """First and last day, as ISO dates that compare as text."""
    end = date.end or date.start
    if date.precision is Precision.QUARTER and date.end is None and len(end) == 7:
        end = f"{end[:5]}{int(end[5:]) + 2:02}"
    return date.start + "-01-01"[len(date.start) - 4 :], end + "-12-31"[len(end) - 4 :]


def _event_id(group: _Group) -> str:
    """Over what makes the event this one; where that is not enough over articles, also where it is first said."""
    kind, first = group[0].kind, min(group, key=lambda saying: saying.order)
    date = None if kind.event_type is EventType.RELATION else _date(group)
    shared = kind.event_type is EventType.RELATION or (date is not None and date.precision is Precision.DAY)
    place = (None, None) if shared else (first.order[0], first.order[3])
    start = date.start if date else None
    parties = "|".join(kind.parties)
    return digest("event", kind.event_type, kind.status, parties, kind.directed, kind.relation, start, *place)


def _date(group: _Group) -> When | None:
    """The most exact date; None where none is stated, or where a state of affairs is dated in two ways."""
    dates = [saying.date for saying in group if saying.date]
    best = min(dates, key=_exactness, default=None)
    return best if all(_agree(best, date) for date in dates) else None


def _event(event_id: str, group: _Group, articles: Mapping[str, Article]) -> Event:
    sayings = sorted(group, key=lambda saying: saying.order)
    kind, statements = sayings[0].kind, [statement for saying in sayings for statement in saying.statements]
    subjects, objects, symmetric = _roles(kind, statements)
    relation = _relation(statements, (*subjects, *objects), symmetric=symmetric)
    parties = {party.id: party for each in reversed(statements) for party in (each.subject, each.object)}
    named = [parties[party] for party in (*subjects, *objects)]
    plural = named[0].kind is Kind.GROUP and named[0].name.endswith("s")
    said_in = [articles[article_id] for article_id in dict.fromkeys(each.article_id for each in statements)]
    published = [article.published for article in said_in if article.published]
    return Event(
        id=event_id,
        name=caption(
            [party.name for party in named], relation, event_type=kind.event_type, status=kind.status, plural=plural
        ),
        event_type=kind.event_type,
        status=kind.status,
        subjects=subjects,
        objects=objects,
        symmetric=symmetric,
        relation=relation,
        date=_date(sayings),
        score=score(kind.event_type),
        statement_ids=tuple(statement.id for statement in statements),
        article_ids=tuple(article.id for article in said_in),
        n_sources=len({article.source or article.id for article in said_in}),
        first_seen=min(published, default=None),
        last_seen=max(published, default=None),
    )


def _roles(kind: _Kind, statements: Iterable[Statement]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Subjects, objects, symmetric. Who acts on whom is what most statements say; symmetric if that is undecided."""
    if len(kind.parties) > 2:
        return kind.parties, (), True
    one, other = kind.parties
    ways = Counter((each.subject.id, each.object.id) for each in statements if not each.symmetric)
    if ways[one, other] == ways[other, one] and not kind.directed:
        return (one,), (other,), True
    subject, object_ = max(ways, key=lambda way: ways[way])
    return (subject,), (object_,), False


def _relation(statements: Iterable[Statement], parties: tuple[str, ...], *, symmetric: bool) -> str:
    """The relation said most often the way the event goes; of equals the first."""
    fitting = (s for s in statements if symmetric or s.symmetric or (s.subject.id, s.object.id) == parties)
    return Counter(statement.relation for statement in fitting).most_common(1)[0][0]
