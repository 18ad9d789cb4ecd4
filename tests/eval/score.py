"""Scores statements against the annotated corpus. Pure functions over values; nothing here reads or prints.

How a statement is matched with the gold
* **Sentence**: the first character of its relation's words lies in the sentence of the gold statement.
* **Parties**: the canonical name decides. Where it is a form of an entity of the article, that entity is meant and no
  other, whatever the words of the sentence are, so a wrongly resolved pronoun is wrong. Where it is no form of any, the
  words of the sentence are looked up, then the name without an owner in brackets ("commission (Peru)"). Names are
  compared as plain words: no case, accents, articles, possessives.
* **Things** (theme, place, group) also match by their words: all words of the shorter one are in the longer one, or
  half of all words are common. Persons, states and organisations match by their listed forms alone.
* **Direction**: subject with subject and object with object; either way round where the gold is symmetric.
* **Alternatives** of the gold (alt_subject, alt_object, alt_types, alt_status, alt_speaker) count as right.
* The relation's words are not compared: type and status say what was understood.

Figures, all between 0 and 1, all better when higher
  pair_P, pair_R, core_R   statements with a matching gold pair; gold (and core gold) pairs that were found
  act_P, act_R, act_F1     pair, type and status right, over the 16 types of PLOVER: a prediction is an act by its type,
                           a gold statement by its main type
  type, status             right on the gold pairs that were found (of several statements the best is taken)
  speaker, no_speaker      found gold pairs with a speaker that have it; without one that have none
  date, no_date            the same for dates; a date is right if it begins with the gold's, so it may be more exact;
                           a range ("2022-03-07/2022-03-13") at both ends
  event_F1                 "is it the same happening", over every two found gold statements of an article that were not
                           found by one and the same statement; one without a label is a happening of its own
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from corpus import Annotated, Gold, Names, plain

from graphbuilder.model import EventType, Kind, Party, Statement

NO_ACT = frozenset((EventType.STATEMENT, EventType.RELATION, EventType.OTHER))
THINGS = frozenset((Kind.THEME, Kind.PLACE, Kind.GROUP))
BANDS = (0.0, 0.5, 0.65, 0.8, 1.01)
SHARED = 0.5
"""The least share of common words for two descriptions of one thing."""

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Found:
    """A gold statement of an article and the statements that match it, the best one first."""

    article_id: str
    gold: Gold
    names: Names
    statements: tuple[Statement, ...]

    @property
    def best(self) -> Statement:
        """The statement that agrees with the gold most; only where there is one."""
        return self.statements[0]


@dataclass(frozen=True, slots=True)
class Scored:
    """All gold statements with what was found, and every statement with (is its pair right, is all of it right)."""

    found: tuple[Found, ...]
    judged: tuple[tuple[Statement, bool, bool], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A band of confidence: its limits, how many statements it has, the share with right pairs, and all right."""

    low: float
    high: float
    count: int
    pair_precision: float | None
    full_precision: float | None


def score(pairs: Iterable[tuple[Annotated, Sequence[Statement]]]) -> Scored:
    """Match the statements of every article with its gold."""
    found: list[Found] = []
    judged: list[tuple[Statement, bool, bool]] = []
    for annotated, statements in pairs:
        here = [find(gold, annotated, statements) for gold in annotated.statements]
        found.extend(here)
        judged.extend(judge(statement, here) for statement in statements)
    return Scored(tuple(found), tuple(judged))


def find(gold: Gold, annotated: Annotated, statements: Iterable[Statement]) -> Found:
    """A gold statement with the statements that match it, those that agree most first."""
    names = annotated.names
    matching = [statement for statement in statements if is_match(statement, gold, names)]
    best = sorted(matching, key=lambda statement: agreement(statement, gold, names), reverse=True)
    return Found(annotated.article.id, gold, names, tuple(best))


def agreement(statement: Statement, gold: Gold, names: Names) -> tuple[bool, ...]:
    """What of a matching statement is right, by weight."""
    full = is_full(statement, gold)
    type_right, status_right = statement.event_type in gold.types, statement.status in gold.statuses
    return full, type_right, status_right, has_speaker(statement, gold, names), has_date(statement, gold)


def judge(statement: Statement, found: Iterable[Found]) -> tuple[Statement, bool, bool]:
    """A statement, whether its pair is in the gold, and whether type and status are too."""
    matching = [each.gold for each in found if statement in each.statements]
    return statement, bool(matching), any(is_full(statement, gold) for gold in matching)


def is_match(statement: Statement, gold: Gold, names: Names) -> bool:
    """True where both parties are those of the gold, in its sentence."""
    if not gold.start <= statement.start_char < gold.end:
        return False
    subject, other = meant(statement.subject, names), meant(statement.object, names)
    straight = bool(subject & gold.subjects and other & gold.objects)
    return straight or (gold.symmetric and bool(subject & gold.objects and other & gold.subjects))


def meant(party: Party, names: Names) -> frozenset[str]:
    """The entities of the article that a party can be."""
    for form in (party.name, party.text, party.name.partition(" (")[0]):
        if plain(form) in names.forms:
            return names.forms[plain(form)]
    mine = {frozenset(plain(form).split()) for form in (party.name, party.text) if plain(form)}
    return frozenset(
        name
        for form, entities in names.forms.items()
        for name in entities
        if names.kinds[name] in THINGS and any(is_alike(words, frozenset(form.split())) for words in mine)
    )


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where one description holds all words of the other, or they share half of their words."""
    return one <= other or other <= one or len(one & other) / len(one | other) >= SHARED


def is_full(statement: Statement, gold: Gold) -> bool:
    """True where type and status of a matching statement are right."""
    return statement.event_type in gold.types and statement.status in gold.statuses


def has_speaker(statement: Statement, gold: Gold, names: Names) -> bool:
    """True where the speaker is right, none included."""
    if statement.speaker is None or not gold.speakers:
        return statement.speaker is None and not gold.speakers
    return bool(meant(statement.speaker, names) & gold.speakers)


def has_date(statement: Statement, gold: Gold) -> bool:
    """True where the date is at least as exact as the gold's and agrees with it, none included."""
    if statement.date is None or gold.date is None:
        return statement.date is None and gold.date is None
    start, _, end = gold.date.partition("/")
    return statement.date.start.startswith(start) and (statement.date.end or "").startswith(end)


def figures(scored: Scored) -> Figures:
    """Every figure by its name."""
    linked = [each for each in scored.found if each.statements]
    return {
        "pair_P": share(pair for _, pair, _ in scored.judged),
        "pair_R": share(bool(each.statements) for each in scored.found),
        "core_R": share(bool(each.statements) for each in scored.found if each.gold.core),
        **act_figures(scored),
        "type": share(each.best.event_type in each.gold.types for each in linked),
        "status": share(each.best.status in each.gold.statuses for each in linked),
        "speaker": share(has_speaker(each.best, each.gold, each.names) for each in linked if each.gold.speakers),
        "no_speaker": share(each.best.speaker is None for each in linked if not each.gold.speakers),
        "date": share(has_date(each.best, each.gold) for each in linked if each.gold.date),
        "no_date": share(each.best.date is None for each in linked if not each.gold.date),
        "event_F1": event_f1(linked),
    }


def act_figures(scored: Scored) -> Figures:
    """Precision, recall and their mean over the 16 types of PLOVER."""
    precision = share(full for statement, _, full in scored.judged if statement.event_type not in NO_ACT)
    recall = share(
        any(is_full(statement, each.gold) for statement in each.statements)
        for each in scored.found
        if each.gold.event_type not in NO_ACT
    )
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"act_P": precision, "act_R": recall, "act_F1": mean}


def event_f1(linked: Iterable[Found]) -> float:
    """How well statements are grouped into happenings, over every two found statements of an article."""
    both = only_found = only_gold = 0
    for one, other in combinations(linked, 2):
        if one.article_id != other.article_id or one.best is other.best:
            continue
        gold = one.gold.event is not None and one.gold.event == other.gold.event
        ours = one.best.event_id == other.best.event_id
        both, only_found, only_gold = both + (gold and ours), only_found + (ours > gold), only_gold + (gold > ours)
    return 2 * both / (2 * both + only_found + only_gold) if both else 0.0


def calibration(scored: Scored) -> Iterator[Band]:
    """Precision by band of confidence, the lowest band first."""
    for low, high in pairwise(BANDS):
        here = [(pair, full) for statement, pair, full in scored.judged if low <= statement.confidence < high]
        pair_precision = share(pair for pair, _ in here) if here else None
        full_precision = share(full for _, full in here) if here else None
        yield Band(low, min(high, 1.0), len(here), pair_precision, full_precision)


def share(values: Iterable[bool]) -> float:
    """The share of true values; 0 where there are none."""
    counted = list(values)
    return sum(counted) / len(counted) if counted else 0.0
