"""Calendar dates that a phrase names by number, month, season or year, and how to write a date down.

A year that is not said is the one nearest in the direction of the tense. An impossible date (31 February) is raised
as `ValueError` by `datetime.date`.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graphbuilder.model import Precision, When
from graphbuilder.qualify.timewords import TimeWords

Tokens = tuple[str, ...]

# A day without a year is rarely eleven months away: what a past verb dates a few weeks ahead is a plan, and what a
# future one dates a few weeks ago was a plan when it was said.
SLACK = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is read against."""

    words: TimeWords
    published: date | None
    future: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The parts of a calendar date that a phrase names."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


def pairs(tokens: Tokens) -> Iterator[tuple[str, str]]:
    """Every token with the one before it ("" before the first)."""
    return zip(("", *tokens), tokens, strict=False)


# Values


def day_of(day: date) -> When:
    """A day."""
    return When(day.isoformat(), None, Precision.DAY)


def month_of(day: date) -> When:
    """The month of a day."""
    return When(day.isoformat()[:7], None, Precision.MONTH)


def year_of(year: int) -> When:
    """A year."""
    return When(f"{year:04d}", None, Precision.YEAR)


def week_of(day: date) -> When:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return days_between(monday, monday + timedelta(days=6))


def days_between(first: date, last: date) -> When:
    """A range of days, both ends in it."""
    return When(first.isoformat(), last.isoformat(), Precision.RANGE)


def months_from(year: int, month: int, count: int, precision: Precision) -> When:
    """`count` months, the first and the last as prefixes."""
    first = date(year, month, 1)
    return When(first.isoformat()[:7], add_months(first, count - 1).isoformat()[:7], precision)


def add_months(day: date, count: int) -> date:
    """The first day of the month `count` months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, 1)


# The parts that a phrase names


def is_day_number(token: str) -> bool:
    """One or two digits."""
    return token.isdecimal() and len(token) <= 2


def is_year_number(token: str) -> bool:
    """Four digits of the centuries that news tells of."""
    return token.isdecimal() and len(token) == 4 and "1700" <= token < "2100"


def fields_of(tokens: Tokens, frame: Frame) -> Fields:
    """What the phrase names; the year also by "last year" and its like."""
    months, weekdays = frame.words.months, frame.words.weekdays
    at = next((i for i, token in enumerate(tokens) if token in months), None)
    return Fields(
        day=None if at is None else _day_beside(tokens, at),
        month=None if at is None else months[tokens[at]],
        year=_year(tokens, frame),
        weekday=next((weekdays[token] for token in tokens if token in weekdays), None),
    )


def _day_beside(tokens: Tokens, at: int) -> int | None:
    """The day number beside the month at `at`: "10 January", "10 of January", "January 10"."""
    left = at - 2 if at >= 2 and tokens[at - 1] in ("of", "-") else at - 1
    around = tokens[max(left, 0) : max(left, 0) + 1] + tokens[at + 1 : at + 2]
    return next((int(token) for token in around if is_day_number(token)), None)


def _year(tokens: Tokens, frame: Frame) -> int | None:
    said = next((int(token) for token in tokens if is_year_number(token)), None)
    if said is not None or frame.published is None:
        return said
    shift = shift_of(tokens, "year", frame)
    return None if shift is None else frame.published.year + shift


def shift_of(tokens: Tokens, unit: str, frame: Frame) -> int | None:
    """-1, 0 or 1 for "last year", "this year", "next year"; 0 for "later in the year"."""
    for before, word in pairs(tokens):
        if frame.words.units.get(word) != unit or word.endswith("s"):
            continue
        if before in frame.words.shifts:
            return frame.words.shifts[before]
        if before == "the" and (unit == "weekend" or _is_parted(tokens, frame)):
            return 0
    return None


def _is_parted(tokens: Tokens, frame: Frame) -> bool:
    return any(token in frame.words.parts or token in frame.words.words["comparatives"] for token in tokens)


# The nearest date


def nearest_year(month: int, day: int | None, frame: Frame) -> int | None:
    """The year of the last such day or month before publication, or of the next one after it."""
    if frame.published is None:
        return None
    this = frame.published.year
    years = range(this - 1, this + 9) if frame.future else range(this + 1, this - 9, -1)
    return next((year for year in years if _is_near(year, month, day, frame.published, frame.future)), None)


def _is_near(year: int, month: int, day: int | None, published: date, future: bool) -> bool:
    length = monthrange(year, month)[1]
    if day is None:
        return published <= date(year, month, length) if future else date(year, month, 1) <= published
    if not 1 <= day <= length:
        return False
    return published - SLACK <= date(year, month, day) if future else date(year, month, day) <= published + SLACK


def nearest_weekday(weekday: int, published: date, future: bool) -> date:
    """The last such weekday before the day, or the next one after it; the day itself is both."""
    if future:
        return published + timedelta(days=(weekday - published.weekday()) % 7)
    return published - timedelta(days=(published.weekday() - weekday) % 7)


# Readers: each takes one kind of phrase, or returns None for the next to try


def read_iso(tokens: Tokens, _frame: Frame) -> When | None:
    """ "2021-12-07"."""
    for at, token in enumerate(tokens):
        run = tokens[at : at + 5]
        if is_year_number(token) and len(run) == 5 and run[1] == run[3] == "-":
            return day_of(date(int(token), int(run[2]), int(run[4])))
    return None


def read_part_of_year(tokens: Tokens, frame: Frame) -> When | None:
    """ "early 2022", "mid-2022", "the first quarter of 2022", "late last year"."""
    fields = fields_of(tokens, frame)
    if fields.month or fields.weekday is not None:
        return None
    quarter = next(filter(None, (_quarter(before, word, frame) for before, word in pairs(tokens))), 0)
    year = fields.year or (nearest_year(quarter * 3, None, frame) if quarter else None)
    if quarter and year:
        return months_from(year, quarter * 3 - 2, 3, Precision.QUARTER)
    return _part(tokens, year, frame) if year else None


def _quarter(before: str, word: str, frame: Frame) -> int:
    if word == "quarter":
        return frame.words.ordinals.get(before, 0)
    return int(word[1]) if len(word) == 2 and word[0] == "q" and word[1] in "1234" else 0


def _part(tokens: Tokens, year: int, frame: Frame) -> When | None:
    """Early is the first quarter, late the last; the middle has four months, a half six."""
    for before, word in pairs(tokens):
        if word == "half" and before in frame.words.ordinals:
            return months_from(year, 1 if before == "first" else 7, 6, Precision.RANGE)
        if word in frame.words.parts:
            part = frame.words.parts[word]
            return months_from(year, part * 3 - 2, 3, Precision.QUARTER) if part else _middle(year)
    return None


def _middle(year: int) -> When:
    return months_from(year, 5, 4, Precision.RANGE)


def read_season(tokens: Tokens, frame: Frame) -> When | None:
    """ "summer 2021", "last spring", "in the autumn"."""
    for before, word in pairs(tokens):
        if word in frame.words.seasons:
            month = frame.words.seasons[word]
            year = _year(tokens, frame) or nearest_year(month, None, _turned(before, frame))
            return months_from(year, month, 3, Precision.QUARTER) if year else None
    return None


def _turned(before: str, frame: Frame) -> Frame:
    """The frame with the tense that "last" or "next" before a name dictates."""
    shift = frame.words.shifts.get(before, 0)
    return replace(frame, future=shift > 0) if shift else frame


def read_calendar_date(tokens: Tokens, frame: Frame) -> When | None:
    """ "10 January 2022", "January", "last March", "October last year", "2014"."""
    before = next((before for before, word in pairs(tokens) if word in frame.words.months), "")
    fields, shift = fields_of(tokens, frame), frame.words.shifts.get(before, 0)
    if shift and frame.published is not None and fields.month == frame.published.month and not fields.year:
        fields = replace(fields, year=frame.published.year + shift)  # "last June" is not the June that one is in
    return calendar_date(fields, _turned(before, frame))


def calendar_date(fields: Fields, frame: Frame) -> When | None:
    """The date of the fields; None where they name neither month nor year alone."""
    if fields.month is None:
        return year_of(fields.year) if fields.year and fields.weekday is None else None
    year = fields.year or nearest_year(fields.month, fields.day, frame)
    if year is None:
        return None
    return (
        day_of(date(year, fields.month, fields.day))
        if fields.day is not None
        else month_of(date(year, fields.month, 1))
    )
