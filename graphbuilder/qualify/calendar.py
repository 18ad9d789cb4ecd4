"""The words of a time phrase to the dates they name. Pure: knows no parse, only words, a publication date and a tense.

Without a publication date only phrases with a year resolve; nothing is invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from graphbuilder.model import Precision, When
from graphbuilder.qualify.almanac import (
    Fields,
    Frame,
    Tokens,
    add_months,
    calendar_date,
    day_of,
    days_between,
    fields_of,
    is_day_number,
    month_of,
    nearest_weekday,
    pairs,
    read_calendar_date,
    read_iso,
    read_part_of_year,
    read_season,
    shift_of,
    week_of,
    year_of,
)
from graphbuilder.qualify.timewords import load_time_words


def resolve(words: Iterable[str], *, published: date | None, future: bool) -> When | None:
    """When the phrase is, seen from the day of publication; `future` is the tense of its verb.

    None where the phrase is no date, a vague or impossible one, or hangs on a publication date that is not known.
    """
    return _resolve(tuple(words), published, future)


@lru_cache(maxsize=1024)
def _resolve(words: Tokens, published: date | None, future: bool) -> When | None:
    tokens = tuple(_normalised(words))
    frame = Frame(load_time_words(), published, future and "since" not in tokens)
    try:
        return _read(tokens, frame)
    except (ValueError, OverflowError):  # what `datetime.date` raises for a day that no calendar has
        return None


def _read(tokens: Tokens, frame: Frame) -> When | None:
    if (when := _read_named_day(tokens, frame)) is not None:
        return when
    if not frame.words.words["refused"].isdisjoint(tokens):
        return None
    return next((when for reader in READERS if (when := reader(tokens, frame)) is not None), None)


def _normalised(words: Iterable[str]) -> Iterator[str]:
    """Lower-case words without dots, hyphens on their own, "7th" as "7"."""
    for word in words:
        spaced = word.lower().replace("–", " - ").replace("—", " - ").replace("-", " - ").replace("’", "'")
        for part in spaced.split():
            token = part.removesuffix("'s").strip(".,'")
            yield token[:-2] if token[:-2].isdecimal() and token[-2:] in ("st", "nd", "rd", "th") else token


# Days, weeks and months counted from publication


def _read_named_day(tokens: Tokens, frame: Frame) -> When | None:
    """ "today", "last night", "the day before yesterday" (whose "before" is no refusal)."""
    phrase = f" {' '.join(tokens)} "
    found = [name for name in frame.words.days if f" {name} " in phrase]
    if not found or frame.published is None:
        return None
    name = max(found, key=len)
    if {"before", "after"} & set(tokens) - set(name.split()):
        return None
    return day_of(frame.published + timedelta(days=frame.words.days[name]))


def _read_counted(tokens: Tokens, frame: Frame) -> When | None:
    """ "three days ago", "in two weeks", "within 60 days", "the past week", "the next five years"."""
    for at, token in enumerate(tokens):
        unit = frame.words.units.get(token)
        if unit in ("day", "week", "month", "year") and frame.published is not None:
            count, before = _count(tokens[:at], token.endswith("s"), frame)
            return _counted(count, unit, before, tokens[at + 1 : at + 2] == ("ago",), frame)
    return None


def _count(before: Tokens, plural: bool, frame: Frame) -> tuple[int, str]:
    """The number at the end, and the word in front of it; 1 for "the past week", 0 where there is none."""
    words = [token for token in before if token not in ("of", "the")]
    last = words[-1] if words else ""
    if last in ("past", "coming") and not plural:
        return 1, last
    number = int(last) if last.isdecimal() and len(last) <= 3 else frame.words.numbers.get(last, 0)
    rest = words[:-1]
    if rest and last == "couple":
        rest = rest[:-1] if rest[-1] == "a" else rest
    return number, rest[-1] if rest else ""


def _counted(count: int, unit: str, before: str, ago: bool, frame: Frame) -> When | None:
    if not count or frame.published is None:
        return None
    if ago:
        return _unit_around(_moved(frame.published, -count, unit), unit)
    if before in frame.words.shifts:
        shift = frame.words.shifts[before]
        return _stretch(frame.published, shift * count, unit) if shift else None
    if before == "within" and frame.future:
        return _stretch(frame.published, count, unit)
    return _unit_around(_moved(frame.published, count, unit), unit) if before == "in" and frame.future else None


def _moved(day: date, count: int, unit: str) -> date:
    """The day `count` units away; for months and years the first of the month."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return add_months(day, count * (12 if unit == "year" else 1))


def _unit_around(day: date, unit: str) -> When:
    if unit == "year":
        return year_of(day.year)
    return {"day": day_of, "week": week_of, "month": month_of}[unit](day)


def _stretch(day: date, count: int, unit: str) -> When:
    """From the day so many units back or on, as precise as the unit."""
    first, last = sorted((day, _moved(day, count, unit)))
    length = {"month": 7, "year": 4}.get(unit, 10)
    return When(first.isoformat()[:length], last.isoformat()[:length], Precision.RANGE)


def _read_weekday(tokens: Tokens, frame: Frame) -> When | None:
    """As in "Tuesday", "last Tuesday", "Tuesday next week"."""
    if frame.published is None:
        return None
    for before, token in pairs(tokens):
        if token in frame.words.weekdays:
            weekday = frame.words.weekdays[token]
            week = shift_of(tokens, "week", frame)
            if week is not None:
                return day_of(frame.published + timedelta(days=7 * week + weekday - frame.published.weekday()))
            return day_of(_shifted_weekday(weekday, before, frame.published, frame))
    return None


def _shifted_weekday(weekday: int, before: str, published: date, frame: Frame) -> date:
    shift = frame.words.shifts.get(before, 0)
    return nearest_weekday(weekday, published + timedelta(days=shift), shift > 0 or (not shift and frame.future))


def _read_unit(tokens: Tokens, frame: Frame) -> When | None:
    """ "this week", "last month", "the weekend"."""
    published = frame.published
    if published is None:
        return None
    if (shift := shift_of(tokens, "weekend", frame)) is not None:
        return _weekend(published, shift, frame.future)
    if (shift := shift_of(tokens, "week", frame)) is not None:
        return week_of(published + timedelta(days=7 * shift)) if shift else _this_week(published, frame.future)
    shift = shift_of(tokens, "month", frame)
    return None if shift is None else month_of(add_months(published, shift))


def _this_week(published: date, future: bool) -> When:
    """From Monday to publication, for what has happened; to Sunday, for what will."""
    monday = published - timedelta(days=published.weekday())
    return days_between(monday, monday + timedelta(days=6) if future else published)


def _weekend(published: date, shift: int, future: bool) -> When:
    if shift:
        saturday = published + timedelta(days=5 - published.weekday() + 7 * shift)
    elif published.weekday() == 6:
        saturday = published - timedelta(days=1)
    else:
        saturday = nearest_weekday(5, published, future)
    return days_between(saturday, saturday + timedelta(days=1))


# Ranges


def _read_range(tokens: Tokens, frame: Frame) -> When | None:
    """As in "December 9 to 10", "between 2014 and 2016", "from Monday to Wednesday"."""
    for at, word in enumerate(tokens):
        if word in frame.words.words["joints"]:
            left, right = _side(tokens[:at], -1, frame), _side(tokens[at + 1 :], 0, frame)
            when = _between(left, right, frame) if left and right else None
            if when and (word != "and" or "between" in tokens or _is_two_days(when)):
                return when
    return None


def _side(tokens: Tokens, nearest: int, frame: Frame) -> Fields | None:
    """One end of a range; a bare number beside the joint is a day."""
    fields = fields_of(tokens, frame)
    if tokens and fields.month is None and is_day_number(tokens[nearest]):
        fields = replace(fields, day=int(tokens[nearest]))
    return None if fields == Fields() else fields


def _between(left: Fields, right: Fields, frame: Frame) -> When | None:
    """The range over both ends: the month from the other end, the year too, the last end by the tense."""
    left, right = _with_month(left, right), _with_month(right, left)
    if left.year and not right.year:
        first = _end(left, frame)
        last = _end(right, _seen_from(first, True, frame)) if first else None
    else:
        last = _end(right, frame)
        first = _end(left, frame if left.year else _seen_from(last, False, frame)) if last else None
    if first is None or last is None or first.precision != last.precision or first.start >= last.start:
        return None
    return When(first.start, last.start, Precision.RANGE)


def _with_month(fields: Fields, other: Fields) -> Fields:
    return replace(fields, month=other.month) if fields.day and not fields.month else fields


def _seen_from(when: When, future: bool, frame: Frame) -> Frame:
    return replace(frame, published=date.fromisoformat(f"{when.start}-01-01"[:10]), future=future)


def _end(fields: Fields, frame: Frame) -> When | None:
    if fields.month or fields.year:
        return calendar_date(fields, frame)
    if fields.weekday is None or frame.published is None:
        return None
    return day_of(nearest_weekday(fields.weekday, frame.published, frame.future))


def _is_two_days(when: When) -> bool:
    if len(when.start) < 10 or when.end is None:
        return False
    return date.fromisoformat(when.end) - date.fromisoformat(when.start) == timedelta(days=1)


READERS = (
    read_iso,
    _read_range,
    _read_counted,
    read_part_of_year,
    read_season,
    read_calendar_date,
    _read_weekday,
    _read_unit,
)
