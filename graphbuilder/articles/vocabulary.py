"""The word lists of `data/noise.toml`, the one way to make a pattern of them, and the names of languages."""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuilder.errors import InvalidLexicon
from graphbuilder.lexicon import load_states, load_toml, load_words

FILE = "noise.toml"


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return dict(load_words(FILE))


def words(key: str) -> frozenset[str]:
    """One list, by "table.list"; raises InvalidLexicon where the file has none or an empty one."""
    found = _lists().get(key)
    if not found:
        table, _, name = key.partition(".")
        raise InvalidLexicon(f"data/{FILE} [{table}] {name}: missing or empty. Add a list of words.")
    return found


def any_of(*keys: str) -> str:
    """A pattern group that matches every word of the lists, the longest first; a space matches any run of spaces."""
    entries = {entry for key in keys for entry in words(key)}
    longest = sorted(entries, key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(re.escape(entry).replace(r"\ ", " +") for entry in longest) + ")"


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """The cities that a dateline may name without more, in capitals: those of the list, and the capitals of states."""
    capitals = {name for _, _, names in load_states() for name in names}
    return frozenset(name.upper() for name in capitals | words("dateline.places"))


@lru_cache(maxsize=1)
def states() -> frozenset[str]:
    """The names of all states, in capitals."""
    return frozenset(name.upper() for state, _, _ in load_states() for name in (state.name, *state.aliases))


@lru_cache(maxsize=1)
def language_names() -> dict[str, str]:
    """English names of languages by ISO 639 code."""
    return dict(load_toml("languages.toml")["names"])
