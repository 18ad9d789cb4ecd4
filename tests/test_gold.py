"""Every gold sentence gives its triples and none of the tempting wrong ones, on a frozen parse and without a model."""

import sys
import tomllib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "gold"))

import frozen


def cases():
    """One parameter set for every gold sentence; a known gap is a strict xfail."""
    for read in frozen.read_cases():
        gap = read.case.get("gap")
        yield pytest.param(read, id=read.name, marks=[pytest.mark.xfail(reason=gap)] if gap else [])


@pytest.mark.parametrize("read", list(cases()))
def test_gold_sentence(read):
    """The wanted triples are there, the unwanted are not; an empty list wants none at all."""
    lines = frozen.lines_of(read)
    assert not frozen.missing(read, lines), f"found {lines}"
    assert not frozen.unwanted(read, lines), f"found {lines}"


def test_every_file_has_sentences_that_must_not_match():
    """Each construction has at least two sentences of its shape that it must leave alone."""
    for path in sorted(frozen.GOLD.glob("*.toml")):
        found = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        assert sum(not case["triples"] or bool(case.get("absent")) for case in found) >= 2, path.name
