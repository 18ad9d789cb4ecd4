"""The words of time from `data/dates.toml`, checked once and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graphbuilder.errors import InvalidLexicon
from graphbuilder.lexicon import load_toml

FILE = "dates.toml"
BOUNDS = {
    "months": (1, 12),
    "weekdays": (0, 6),
    "numbers": (1, 100),
    "ordinals": (1, 4),
    "seasons": (1, 12),
    "days": (-7, 7),
    "shifts": (-1, 1),
    "parts": (0, 4),
    "followers": (-1, 1),
    "counted": (-1, 1),
}
LISTS = (
    "comparatives",
    "refused",
    "prepositions",
    "joints",
    "inner",
    "closing",
    "others",
    "naming",
    "detached",
    "planning",
    "carriers",
    "happening",
    "occurring",
    "dating",
    "gathering",
    "standing",
)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All words of time, lower case and without dots; `units` maps a word to day, week, month, year or weekend.

    `cores` are those that make a phrase one of time, `modifiers` those that may stand in front of one.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, int]
    days: Mapping[str, int]
    shifts: Mapping[str, int]
    parts: Mapping[str, int]
    followers: Mapping[str, int]
    counted: Mapping[str, int]
    units: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    cores: frozenset[str]
    modifiers: frozenset[str]


def _numbers(table: str, entries: Any) -> dict[str, int]:
    low, high = BOUNDS[table]
    for word, value in entries.items():
        if type(value) is not int or not low <= value <= high:
            raise InvalidLexicon(f"data/{FILE} [{table}] '{word}': {value!r} must be a whole number {low} to {high}.")
        if word != word.lower():
            raise InvalidLexicon(f"data/{FILE} [{table}] '{word}': write it in lower case.")
    return dict(entries)


def _lists(table: str, entries: Any) -> dict[str, frozenset[str]]:
    for name, words in entries.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
            raise InvalidLexicon(f"data/{FILE} [{table}] {name}: a list of lower-case words is needed.")
    return {name: frozenset(words) for name, words in entries.items()}


def parse_time_words(tables: Mapping[str, Any]) -> TimeWords:
    """The checked words of a parsed file; `InvalidLexicon` names table and key of what is wrong."""
    missing = sorted({*BOUNDS, "units", "words"} - set(tables))
    if missing:
        raise InvalidLexicon(f"data/{FILE}: the table [{missing[0]}] is missing.")
    words = _lists("words", tables["words"])
    if set(words) != set(LISTS):
        raise InvalidLexicon(f"data/{FILE} [words]: exactly these lists are needed: {', '.join(LISTS)}.")
    units = {word: unit for unit, names in _lists("units", tables["units"]).items() for word in names}
    counts = {table: _numbers(table, tables[table]) for table in BOUNDS}
    single = [name for name in counts["days"] if " " not in name]
    cores = frozenset().union(counts["weekdays"], counts["months"], counts["seasons"], single, units, words["others"])
    leading = frozenset().union(*(counts[table] for table in ("numbers", "ordinals", "shifts", "parts")))
    modifiers = leading | words["comparatives"] | words["refused"] | words["inner"]
    return TimeWords(**counts, units=units, words=words, cores=cores, modifiers=modifiers)


@lru_cache(maxsize=1)
def load_time_words() -> TimeWords:
    """Read and check `data/dates.toml`, once a process."""
    return parse_time_words(load_toml(FILE))
