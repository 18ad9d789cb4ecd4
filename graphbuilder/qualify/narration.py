"""Days that hang on one told before: "the next day", "a day later", "the same day", "in October of that year"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from graphbuilder.model import Precision, When
from graphbuilder.qualify.almanac import add_months, day_of, month_of, year_of
from graphbuilder.qualify.calendar import resolve
from graphbuilder.qualify.timephrases import Phrase, time_phrases
from graphbuilder.qualify.timewords import load_time_words
from graphbuilder.syntax import Token

SENTENCES_BACK = 3


def hanging_date(phrase: Phrase, *, published: date | None) -> When | None:
    """The date of a phrase that counts from a day or year told before it, in its sentence or up to three back."""
    words = [word.lower() for word in phrase.words]
    if "day" in words or "days" in words:
        days = _days_on(words, phrase)
        told = None if days is None else _told_before(phrase, published, 10)
        return None if told is None or days is None else day_of(date.fromisoformat(told) + timedelta(days=days))
    unit = next((word for word in words if word in ("month", "year")), None)
    if unit is None:
        return None
    if len(words) > 1 and words[words.index(unit) - 1] in ("next", "following"):
        return _next_after_told(unit, phrase, published)
    return _in_told_year(words, phrase, published) if unit == "year" else None


def counts_from_told(phrase: Phrase) -> bool:
    """True for "the next month" of a tale of the past, which is next to a month told before."""
    words = [word.lower() for word in phrase.words]
    return any(words[at : at + 2] == ["the", "next"] and words[at + 2 :] in (["month"], ["year"]) for at in (0, 1))


def _next_after_told(unit: str, phrase: Phrase, published: date | None) -> When | None:
    """As in "in January 2020 … the next month", "in 2019 … the following year"."""
    if phrase.words[0].lower() not in ("the", "in", "during"):
        return None
    told = _told_before(phrase, published, 7 if unit == "month" else 4)
    if told is None:
        return None
    return year_of(int(told) + 1) if unit == "year" else month_of(add_months(date.fromisoformat(f"{told}-01"), 1))


def _days_on(words: list[str], phrase: Phrase) -> int | None:
    """How many days later than the one told: 1 for "the next day", -2 for "two days earlier"; None for other words."""
    times = load_time_words()
    at = words.index("day") if "day" in words else words.index("days")
    before = words[at - 1] if at else ""
    if words[at] == "day" and before in times.followers:
        return times.followers[before]
    behind = phrase.doc[min(phrase.end, len(phrase.doc) - 1)]
    count = times.numbers.get(before)
    if count is None or behind.lower_ not in times.counted or words[0] in times.words["prepositions"]:
        return None
    is_alone = all(child.i < phrase.end for child in behind.children)  # not "two days before the talks"
    return count * times.counted[behind.lower_] if is_alone else None


def _in_told_year(words: list[str], phrase: Phrase, published: date | None) -> When | None:
    """As in "in October of that year", "later that year" and "the same year"."""
    at = words.index("year")
    if not at or words[at - 1] not in ("that", "same"):
        return None
    told = _told_before(phrase, published, 4)
    if told is None:
        return None
    months = [word for word in words[:at] if word in load_time_words().months]
    return (
        resolve([*words[: words.index(months[0]) + 1], told], published=published, future=False)
        if months
        else year_of(int(told))
    )


def _told_before(phrase: Phrase, published: date | None, length: int) -> str | None:
    """The last date told before a phrase, cut to so many characters; it must be that exact."""
    for earlier in _earlier(phrase):
        when = resolve(earlier.words, published=published, future=False)
        if when is not None and when.precision is not Precision.RANGE and len(when.start) >= length:
            return when.start[:length]
    return None


def _earlier(phrase: Phrase) -> Iterator[Phrase]:
    """The time phrases before this one, the nearest first."""
    sent = phrase.root.sent
    yield from (other for other in reversed(time_phrases(sent)) if other.start < phrase.start)
    for _ in range(SENTENCES_BACK):
        if sent.start == 0:
            return
        sent = sent.doc[sent.start - 1].sent
        yield from reversed(time_phrases(sent))


def of_when_clause(verb: Token, phrases: list[Phrase]) -> Phrase | None:
    """The phrase right in front of the clause with "when" that a verb heads: "in June, when Peru signed"."""
    if verb.dep_ not in ("relcl", "advcl", "ccomp", "acl"):
        return None
    when = next((child for child in verb.lefts if child.lower_ == "when"), None)
    if when is None:
        return None
    before = when.i - 1 if verb.doc[when.i - 1].text != "," else when.i - 2
    return next((phrase for phrase in phrases if phrase.start <= before < phrase.end), None)
