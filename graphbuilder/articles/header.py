"""The header block at the top of an article file, and the dates that people write into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graphbuilder.articles.vocabulary import words

FIELDS = ("title", "published", "author", "source", "url", "text", "other")


@dataclass(frozen=True, slots=True)
class Header:
    """What a header block states. `published` as written, on line `line` (from 1); the body begins at `body`."""

    body: int
    title: str | None
    author: str | None
    source: str | None
    url: str | None
    published: str | None
    line: int


@lru_cache(maxsize=1)
def _field_names() -> dict[str, str]:
    return {key: field for field in FIELDS for key in words(f"header.{field}")}


_KEY = re.compile(r"([A-Za-z][\w -]{0,30}?)[ \t]*:")
_NUMBER = re.compile(r" *\d+$")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    end: int
    value: str
    is_blank: bool
    is_key: bool
    field: str | None


def _read_line(text: str, number: int, start: int, end: int) -> _Line:
    key = _KEY.match(text, start, end)
    if key is None:
        return _Line(number, start, end, "", text[start:end].isspace() or start == end, False, None)
    name = _NUMBER.sub("", key[1].lower().replace("_", " ").replace("-", " "))
    field, rest = _field_names().get(name), text[key.end() : end]
    return _Line(
        number, key.end(), end, rest.strip(), False, field is not None or rest[:1] in ("", " ", "\t", "\r"), field
    )


def _lines(text: str) -> Iterator[_Line]:
    """The lines from the first one that is not blank."""
    start = len(text) - len(text.lstrip())
    first = text.count("\n", 0, start) + 1
    for number in range(first, first + text.count("\n", start) + 1):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield _read_line(text, number, start, end)
        start = end + 1


def _block(text: str) -> tuple[int, list[_Line]] | None:
    """(where the body begins, key lines) of the block at the top, or None where the text begins without one."""
    keys: list[_Line] = []
    after_blank, broken = 0, False
    for line in _lines(text):
        if line.is_blank:
            after_blank = after_blank or (line.end + 1 if keys else 0)
        elif line.field == "text":
            return line.start, keys
        elif after_blank and line.field is None:
            break
        elif not keys and line.field is None:
            return None
        else:
            broken = broken or not line.is_key
            keys.append(line)
    return (after_blank, keys) if after_blank and not broken else None


def read_header(text: str) -> Header | None:
    """The header block that `text` begins with: `Key: value` lines up to `Text:` or a blank line; else None.

    The first key must be a known one; unknown keys inside the block are skipped.
    """
    block = _block(text)
    if block is None:
        return None
    body, keys = block
    stated = {line.field: line for line in reversed(keys) if line.field and not is_missing(line.value)}
    values = {field: line.value for field, line in stated.items()}
    published = stated.get("published")
    return Header(
        body, values.get("title"), values.get("author"), values.get("source"), values.get("url"),
        published.value if published else None, published.number if published else 0,
    )  # fmt: skip


def is_missing(value: str) -> bool:
    """True for an empty value and for those that say that nothing is known ("not found")."""
    return not value.strip() or value.strip().rstrip(".").lower() in words("header.missing")


_TAIL = r"(?![\w/])"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?"
_ISO = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?=T|\b)(?![-/])")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=T|\b)(?![-/])")
_MONTH_FIRST = re.compile(
    _WEEKDAY + r"(?P<name>[a-z]{3,9})\.? +(?P<day>\d{1,2})(?:st|nd|rd|th)?,? +(?P<year>\d{4})" + _TAIL, re.I
)
_DAY_FIRST = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -]+(?P<name>[a-z]{3,9})\.?,?[ -]+(?P<year>\d{4})" + _TAIL, re.I
)


def _month(name: str) -> int:
    full = (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    )
    short = name.lower()
    for number, word in enumerate(full, start=1):
        if word.startswith(short) or short == "sept" == word[:4]:
            return number
    raise ValueError(name)


def parse_date(value: str) -> date:
    """The date of "2021-12-05", "2021-12-05T10:00:00Z", "2021/12/05", "December 5, 2021" or "5 December 2021".

    Raises ValueError for anything else.
    A time after the date is passed over: the day is the one that is written.
    """
    for pattern in (_ISO, _COMPACT):
        if found := pattern.match(value.strip()):
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        if found := pattern.match(value.strip()):
            return date(int(found["year"]), _month(found["name"]), int(found["day"]))
    raise ValueError(value)
