"""Time phrases, read on Sunday 5 December 2021."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.errors import InvalidLexicon
from graphbuilder.lexicon import load_toml
from graphbuilder.model import Precision, When
from graphbuilder.qualify.calendar import resolve
from graphbuilder.qualify.timewords import load_time_words, parse_time_words

SUNDAY = date(2021, 12, 5)


def read(phrase: str, *, future: bool = False, published: date | None = SUNDAY) -> str | None:
    """The date as one word: "2021-12-07", "2021-12..2022-01"; the precision is checked with it."""
    when = resolve(phrase.split(), published=published, future=future)
    if when is None:
        return None
    lengths = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}
    if when.end is None:
        assert when.precision == lengths[len(when.start)]
        return when.start
    assert when.precision in (Precision.RANGE, Precision.QUARTER)
    assert when.start < when.end
    return f"{when.start}..{when.end}"


ABSOLUTE = {
    "10 January 2022": "2022-01-10",
    "January 10, 2022": "2022-01-10",
    "the 10th of January 2022": "2022-01-10",
    "Jan. 10, 2022": "2022-01-10",
    "2021-12-07": "2021-12-07",
    "January 2022": "2022-01",
    "in 2014": "2014",
    "since 2015": "2015",
    "early 2022": "2022-01..2022-03",
    "late 2021": "2021-10..2021-12",
    "at the end of 2021": "2021-10..2021-12",
    "mid-2022": "2022-05..2022-08",
    "the first quarter of 2022": "2022-01..2022-03",
    "Q3 2022": "2022-07..2022-09",
    "the second half of 2022": "2022-07..2022-12",
    "summer 2021": "2021-06..2021-08",
    "winter 2021": "2021-12..2022-02",
    "from 2014 to 2016": "2014..2016",
    "between June 2021 and August 2021": "2021-06..2021-08",
    "from June 2021 to August": "2021-06..2021-08",
    "December 30 to January 2, 2022": "2021-12-30..2022-01-02",
    "9 - 10 December 2021": "2021-12-09..2021-12-10",
    "in June 2021 and March 2022": "2021-06",
}


@pytest.mark.parametrize("future", [False, True])
@pytest.mark.parametrize("published", [SUNDAY, None])
@pytest.mark.parametrize(("phrase", "expected"), ABSOLUTE.items())
def test_a_date_with_a_year_needs_neither_tense_nor_publication(phrase, expected, published, future):
    """What is said in full is read as said."""
    assert read(phrase, future=future, published=published) == expected


TENSED = {  # phrase: (after a past verb, with a future verb)
    "10 January": ("2021-01-10", "2022-01-10"),
    "Jan. 10": ("2021-01-10", "2022-01-10"),
    "January 10th": ("2021-01-10", "2022-01-10"),
    "3 December": ("2021-12-03", "2021-12-03"),
    "in January": ("2021-01", "2022-01"),
    "in December": ("2021-12", "2021-12"),
    "29 February": ("2020-02-29", "2024-02-29"),
    "since June": ("2021-06", "2021-06"),
    "in June": ("2021-06", "2022-06"),
    "the spring": ("2021-03..2021-05", "2022-03..2022-05"),
    "the third quarter": ("2021-07..2021-09", "2022-07..2022-09"),
    "December 9 to 10": ("2021-12-09..2021-12-10", "2021-12-09..2021-12-10"),
    "from March 1 to April 2": ("2021-03-01..2021-04-02", "2022-03-01..2022-04-02"),
    "March 4 and 5": ("2021-03-04..2021-03-05", "2022-03-04..2022-03-05"),
    "30 December to 2 February": ("2020-12-30..2021-02-02", "2021-12-30..2022-02-02"),
    "Tuesday": ("2021-11-30", "2021-12-07"),
    "on Tuesday evening": ("2021-11-30", "2021-12-07"),
    "earlier on Tuesday": ("2021-11-30", "2021-12-07"),
    "this Tuesday": ("2021-11-30", "2021-12-07"),
    "9 a.m. on Tuesday": ("2021-11-30", "2021-12-07"),
    "by Friday": ("2021-12-03", "2021-12-10"),
    "Sunday": ("2021-12-05", "2021-12-05"),
    "Tuesday, December 7": ("2021-12-07", "2021-12-07"),
    "Monday to Wednesday": ("2021-11-29..2021-12-01", "2021-12-06..2021-12-08"),
    "in two weeks": (None, "2021-12-13..2021-12-19"),
    "in ten days": (None, "2021-12-15"),
    "in seven years ' time": (None, "2028"),
    "within 60 days": (None, "2021-12-05..2022-02-03"),
}


@pytest.mark.parametrize(("phrase", "expected"), TENSED.items())
def test_the_tense_decides_between_the_last_and_the_next(phrase, expected):
    """A past verb looks back, a future one ahead; the day of publication is both."""
    assert (read(phrase), read(phrase, future=True)) == expected


RELATIVE = {
    "today": "2021-12-05",
    "tonight": "2021-12-05",
    "this morning": "2021-12-05",
    "yesterday": "2021-12-04",
    "yesterday 's": "2021-12-04",
    "last night": "2021-12-04",
    "tomorrow": "2021-12-06",
    "the day before yesterday": "2021-12-03",
    "last Tuesday": "2021-11-30",
    "next Tuesday": "2021-12-07",
    "last Sunday": "2021-11-28",
    "next Sunday": "2021-12-12",
    "Tuesday last week": "2021-11-23",
    "on Monday of next week": "2021-12-06",
    "last week": "2021-11-22..2021-11-28",
    "next week": "2021-12-06..2021-12-12",
    "last weekend": "2021-11-27..2021-11-28",
    "over the weekend": "2021-12-04..2021-12-05",
    "earlier this month": "2021-12",
    "last month": "2021-11",
    "next month": "2022-01",
    "later in the month": "2021-12",
    "this year": "2021",
    "last year": "2020",
    "next year": "2022",
    "early next year": "2022-01..2022-03",
    "October last year": "2020-10",
    "last March": "2021-03",
    "last December": "2020-12",
    "next March": "2022-03",
    "last spring": "2021-03..2021-05",
    "three days ago": "2021-12-02",
    "a couple of weeks ago": "2021-11-15..2021-11-21",
    "two months ago": "2021-10",
    "a year ago": "2020",
    "in the past week": "2021-11-28..2021-12-05",
    "the last three months": "2021-09..2021-12",
    "over the next four years": "2021..2025",
}


@pytest.mark.parametrize("future", [False, True])
@pytest.mark.parametrize(("phrase", "expected"), RELATIVE.items())
def test_what_is_counted_from_publication_knows_no_tense(phrase, expected, future):
    """As in "Last", "next" and "ago" say the direction themselves."""
    assert read(phrase, future=future) == expected


def test_this_week_ends_where_the_tense_does():
    """What happened this week happened by publication; what will may until Sunday."""
    thursday = date(2021, 12, 2)
    assert read("this week", published=thursday) == "2021-11-29..2021-12-02"
    assert read("this week", future=True, published=thursday) == "2021-11-29..2021-12-05"


@pytest.mark.parametrize("phrase", [*TENSED, *RELATIVE])
def test_without_a_publication_date_nothing_relative_is_known(phrase):
    """Unknown stays unknown."""
    assert read(phrase, published=None) is None
    assert read(phrase, future=True, published=None) is None


NO_DATE = [
    "the 1990s", "the last decade", "the 21st century", "daily", "every Tuesday", "before Friday", "after June 2020",
    "for two weeks", "23:30 Moscow time", "20-year-old", "a few days ago", "in the coming weeks", "the next day",
    "the same day", "the previous Friday", "that week", "the 20th anniversary", "past 24 hours", "three days later",
    "31 February", "31 February 2021", "February 30, 2022", "2021-13-01", "2021-02-31", "", "2200", "1500",
    "from 9 to 5", "days",
]  # fmt: skip


@pytest.mark.parametrize("future", [False, True])
@pytest.mark.parametrize("phrase", NO_DATE)
def test_what_is_no_single_date_stays_open(phrase, future):
    """Vague, repeated, impossible, or hanging on another sentence: None."""
    assert read(phrase, future=future) is None


def test_a_past_day_without_year_may_lie_a_few_weeks_ahead():
    """As in "Did not invite X to its summit on December 9" speaks of this week, not of last year."""
    assert read("December 9") == "2021-12-09"
    assert read("February 9") == "2021-02-09"
    assert read("November 29", future=True) == "2021-11-29"


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_is_within_a_week_of_publication(published, weekday, future):
    """On the right side of it, and the day that was named."""
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    when = resolve([name], published=published, future=future)
    assert when is not None
    found = date.fromisoformat(when.start)
    distance = (found - published).days if future else (published - found).days
    assert found.weekday() == weekday
    assert 0 <= distance < 7


@given(st.dates(date(1800, 1, 1), date(2090, 1, 1)), st.booleans())
def test_a_written_date_comes_back(day, future):
    """Whatever the order of its parts."""
    expected = When(day.isoformat(), None, Precision.DAY)
    for phrase in (day.isoformat(), day.strftime("%d %B %Y"), day.strftime("%B %d, %Y"), day.strftime("%d. %b. %Y")):
        assert resolve(phrase.split(), published=None, future=future) == expected


@given(
    st.lists(st.sampled_from([*sorted(load_time_words().cores | load_time_words().modifiers), "31", "2021", "-", "to"]))
)
def test_no_heap_of_time_words_raises(words):
    """Nonsense is None or a date that exists."""
    when = resolve(words, published=SUNDAY, future=False)
    assert when is None or date.fromisoformat(f"{when.start}-01-01"[:10]) is not None


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [("months", "june", 13), ("months", "June", 6), ("shifts", "last", True), ("words", "refused", "daily")],
)
def test_a_wrong_entry_is_named(table, key, value):
    """The message says file and table."""
    tables = load_toml("dates.toml")
    tables[table] = {**tables[table], key: value}
    with pytest.raises(InvalidLexicon, match=rf"data/dates\.toml \[{table}\].*{key}"):
        parse_time_words(tables)


def test_a_missing_table_is_named():
    """A file without weekdays is refused, as is one with a list too few."""
    tables = load_toml("dates.toml")
    with pytest.raises(InvalidLexicon, match="weekdays"):
        parse_time_words({name: table for name, table in tables.items() if name != "weekdays"})
    with pytest.raises(InvalidLexicon, match=r"\[words\]"):
        parse_time_words({**tables, "words": {}})
