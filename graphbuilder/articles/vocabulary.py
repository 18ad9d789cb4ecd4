"""The word lists of `data/noise.toml`, and the one way to make a pattern of them."""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuilder.errors import InvalidLexicon
from graphbuilder.lexicon import load_words

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
