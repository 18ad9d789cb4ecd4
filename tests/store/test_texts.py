"""The texts that write a table: the one for a first load and the one for any load write the same."""

import re
from pathlib import Path

import pytest

from graphbuilder.store.texts import read_text

FIRST = sorted(file.stem for file in Path(__file__).parents[2].joinpath("cypher", "load").glob("*_new.cypher"))


@pytest.mark.parametrize("name", FIRST)
def test_a_first_load_writes_what_any_load_writes(name):
    """The same properties of the same rows, and the same labels."""
    for pattern in (r"\b(?:row|chunk)\.\w+", r"'[A-Z]\w+'"):
        first, later = (set(re.findall(pattern, read_text(f"load/{one}"))) for one in (name, name.removesuffix("_new")))
        assert first == later
