"""Dates of happenings: which of them can be of one, and which says most."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuilder.model import Precision, When

EXACTNESS = (Precision.DAY, Precision.RANGE, Precision.MONTH, Precision.QUARTER, Precision.YEAR)


def exactness(date: When | None) -> tuple[int, str, str]:
    """Sorts dates by how much they say, the most exact first."""
    if date is None:
        return len(EXACTNESS), "", ""
    return EXACTNESS.index(date.precision), date.start, date.end or ""


def most_exact(dates: Iterable[When | None]) -> When | None:
    """The date that says most; None where none is stated, or where one of them contradicts it."""
    stated = {date for date in dates if date}
    best = min(stated, key=exactness, default=None)
    return best if all(agree(best, date) for date in stated) else None


def day(date: When | None) -> str | None:
    """The very day, as ISO text; None where the date is less exact or not stated."""
    return date.start if date and date.precision is Precision.DAY else None


def agree(one: When | None, other: When | None) -> bool:
    """True where the dates can be of one happening: one lies within the other, or is not stated."""
    if one is None or other is None:
        return True
    (start, end), (other_start, other_end) = span(one), span(other)
    return (start <= other_start and other_end <= end) or (other_start <= start and end <= other_end)


def span(date: When) -> tuple[str, str]:
    """First and last day, as ISO dates that compare as text."""
    end = date.end or date.start
    if date.precision is Precision.QUARTER and date.end is None and len(end) == 7:
        end = f"{end[:5]}{int(end[5:]) + 2:02}"
    return date.start + "-01-01"[len(date.start) - 4 :], end + "-12-31"[len(end) - 4 :]
