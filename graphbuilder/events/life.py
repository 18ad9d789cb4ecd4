"""What became of what was announced, and which events contradict or cancel each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graphbuilder.events.acts import AFFIRMED, Act, is_cancelling, ordered
from graphbuilder.events.dating import agree, day, span
from graphbuilder.happening import Life, Outcome
from graphbuilder.model import Article, Event, EventType, Statement, Status, When

NONE = Life()
NEVER_CANCELLED = frozenset({EventType.REJECT, EventType.STATEMENT, EventType.RELATION})


@dataclass(frozen=True, slots=True, order=True)
class Report:
    """Where something is told: the day of publication, "" where it is not known, and the article."""

    published: str
    article_id: str

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.published) if self.published else None


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before its life is known; the statements in the order of the articles."""

    event: Event
    statements: tuple[Statement, ...]
    acts: frozenset[Act]
    articles: Mapping[str, Article]

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.event.id

    def reports(self, *statuses: Status) -> list[Report]:
        """Where it is told with one of these statuses, the first report first."""
        return sorted({report(self.articles[each.article_id]) for each in self.statements if each.status in statuses})


def report(article: Article) -> Report:
    """When and where an article tells what it tells."""
    return Report(article.published.isoformat() if article.published else "", article.id)


def current_status(statements: Sequence[Statement], articles: Mapping[str, Article], when: When | None) -> Status:
    """Occurred once a report says so that can know: one that is published before the day repeats the plan."""
    statuses = {each.status for each in statements}
    if not statuses > {Status.OCCURRED}:
        return statements[0].status
    told = (report(articles[each.article_id]) for each in statements if each.status is Status.OCCURRED)
    return Status.OCCURRED if any(can_know(each, when) for each in told) else Status.PLANNED


def can_know(told: Report, when: When | None) -> bool:
    """False for a report that is published before the date."""
    return not told.published or when is None or span(when)[0] <= told.published


def live(drafts: Sequence[Draft]) -> Iterator[Event]:
    """The events, each with what became of it and with the events that it contradicts or cancels."""
    by_id = {draft.id: draft for draft in drafts}
    denials, cancels = dict(_denials(drafts)), dict(_cancellations(drafts))
    denied, cancelled = _reverse(denials), _reverse(cancels)
    for key, draft in by_id.items():
        ends = [[by_id[each] for each in found.get(key, ())] for found in (denied, cancelled)]
        life = find_life(draft, denials=ends[0], cancellations=ends[1])
        links = denials.get(key, ()), cancels.get(key, ())
        # Most events have neither, and making one anew takes time.
        plain = life.outcome is None and not any(links)
        yield draft.event if plain else replace(draft.event, life=life, contradicts=links[0], cancels=links[1])


_Links = Mapping[str, tuple[str, ...]]


def _reverse(links: _Links) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one, others in links.items():
        for other in others:
            found[other].append(one)
    return found


def _index(drafts: Iterable[Draft], keys: Callable[[Draft], Iterable[Hashable]]) -> dict[Hashable, list[Draft]]:
    found: dict[Hashable, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for key in dict.fromkeys(keys(draft)):
            found[key].append(draft)
    return found


def _denials(drafts: Iterable[Draft]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said not to happen, with what says that it does: of one day, else the only such event of its articles.

    What has no date and is told later denies the only such plan whose day is past.
    """
    drafts = list(drafts)
    told = _index((each for each in drafts if each.event.status in AFFIRMED), _places)
    plans = _index((each for each in drafts if each.event.status is Status.PLANNED and each.event.date), _acts)
    for draft in drafts:
        if draft.event.status is Status.NEGATED:
            keys = list(_places(draft))
            found = {each.id: each for key in keys for each in told.get(key, ())}
            same = tuple(sorted(key for key, each in found.items() if _is_same_day(each, draft)))
            fitting = tuple(key for key, each in found.items() if agree(each.event.date, draft.event.date))
            if not found:
                fitting = tuple(
                    {each.id for key in _acts(draft) for each in plans.get(key, ()) if _is_past(each, draft)}
                )
            if same or len(fitting) == 1:
                yield draft.id, same or fitting


def _is_past(plan: Draft, denial: Draft) -> bool:
    """True for a plan whose last day is before the first denial, which names no day itself."""
    when, told = plan.event.date, denial.reports(Status.NEGATED)[0].published
    return when is not None and denial.event.date is None and span(when)[1] < told


def _acts(draft: Draft) -> Iterator[Hashable]:
    """What is told, whether it is affirmed or denied."""
    yield from ((act.event_type, act.parties, act.directed, act.relation) for act in draft.acts)


def _places(draft: Draft) -> Iterator[Hashable]:
    """An act with its day, and with every article that tells it; whether it is affirmed or denied is left out."""
    on = day(draft.event.date)
    for told in _acts(draft):
        if on:
            yield told, on
        yield from ((told, None, article_id) for article_id in draft.event.article_ids)


def _is_same_day(one: Draft, other: Draft) -> bool:
    return day(one.event.date) is not None and day(one.event.date) == day(other.event.date)


def _cancellations(drafts: Iterable[Draft]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What takes back something planned, with the only thing planned between the two that is still to come.

    Of several it is the only one of the same article, else the only one that has a date.
    """
    drafts = list(drafts)
    planned = _index((each for each in drafts if _can_be_cancelled(each)), _pairs)
    for draft in drafts:
        if _is_cancelling(draft.event):
            found = {each.id: each for pair in _pairs(draft) for each in planned.get(pair, ())}
            fitting = [each for each in found.values() if _is_to_come(each, draft)]
            near = [each for each in fitting if set(each.event.article_ids) & set(draft.event.article_ids)]
            dated = [each for each in fitting if each.event.date]
            chosen = next((each for each in (fitting, near, dated) if len(each) == 1), None)
            if chosen:
                yield draft.id, (chosen[0].id,)


def _is_cancelling(event: Event) -> bool:
    done = event.status is Status.OCCURRED and event.event_type is EventType.REJECT
    return done and is_cancelling(event.relation)


def _can_be_cancelled(draft: Draft) -> bool:
    return draft.event.status is Status.PLANNED and draft.event.event_type not in NEVER_CANCELLED


def _pairs(draft: Draft) -> Iterator[tuple[str, str]]:
    """Every two parties that a statement names, the lower one first."""
    yield from (ordered(each.subject.id, each.object.id) for each in draft.statements)


def _is_to_come(planned: Draft, cancelling: Draft) -> bool:
    """True for what was announced by the day the cancellation is told, and not over by then."""
    told = cancelling.reports(Status.OCCURRED)[0].published
    announced = planned.reports(Status.PLANNED)[0].published
    when = planned.event.date
    return announced <= told and (not told or when is None or told <= span(when)[1])


def find_life(draft: Draft, *, denials: Sequence[Draft], cancellations: Sequence[Draft]) -> Life:
    """What became of an event; nothing is to be told of one that nobody announced and nobody denies."""
    if draft.event.status not in AFFIRMED:
        return NONE
    announced = next(iter(draft.reports(Status.PLANNED)), None)
    outcome, settled = _settle(draft, announced, denials, cancellations)
    if outcome is None:
        return NONE
    return Life(
        outcome,
        announced.article_id if announced else None,
        announced.day if announced else None,
        settled.article_id if settled else None,
        settled.day if settled else None,
    )


_Settled = tuple[Outcome | None, Report | None]


def _settle(
    draft: Draft, announced: Report | None, denials: Sequence[Draft], cancellations: Sequence[Draft]
) -> _Settled:
    if draft.event.status is Status.OCCURRED and announced:
        known = (each for each in draft.reports(Status.OCCURRED) if can_know(each, draft.event.date))
        return Outcome.HELD, next(known)
    called_off = sorted(each for end in cancellations for each in end.reports(Status.OCCURRED))
    if called_off:
        return Outcome.CANCELLED, called_off[0]
    return _deny(draft, announced, denials)


def _deny(draft: Draft, announced: Report | None, denials: Sequence[Draft]) -> _Settled:
    """Somebody denies it; where an article says on its own that what was announced will not be, it is called off."""
    when = draft.event.date
    since = announced.published if announced else ""
    voices = [(told, end) for end in denials for told in end.reports(Status.NEGATED) if told.published >= since]
    if not voices:
        return (Outcome.ANNOUNCED if announced else None), None
    first, end = min(voices, key=lambda voice: voice[0])
    own = any(each.speaker is None and each.article_id == first.article_id for each in end.statements)
    is_over = when is not None and first.published > span(when)[1]
    return (Outcome.CANCELLED if announced and own and not is_over else Outcome.DENIED), first
