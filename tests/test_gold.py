"""Every gold sentence gives its triples and none of the tempting wrong ones, on a frozen parse and without a model."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.articles import clean
from graphbuilder.extract import extract
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article, Statement
from graphbuilder.parses import read_parse

GOLD = Path(__file__).parent / "gold"
VOCAB = spacy.blank("en").vocab
FILES = sorted(GOLD.glob("*.toml"))


def cases():
    """One parameter set for every gold sentence; a known gap is a strict xfail."""
    for path in FILES:
        parses = (GOLD / "parses" / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines()
        found = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        for number, (case, parse) in enumerate(zip(found, parses, strict=True), start=1):
            gap = case.get("gap")
            marks = [pytest.mark.xfail(reason=gap)] if gap else []
            yield pytest.param(case, parse, id=f"{path.stem}-{number}", marks=marks)


def statements(case: dict, parse: str) -> list[Statement]:
    """What is extracted from the frozen parse of a gold sentence."""
    published = case.get("published")
    article = Article("gold", case["text"], published=date.fromisoformat(published) if published else None)
    cleaned = clean(article)
    doc = read_parse(Parse(VOCAB).from_json(json.loads(parse)))
    assert doc.text == cleaned.text, "the parse is of another text; run tests/gold/refresh.py"
    return list(extract(article, cleaned, doc, load_lexicon()).statements)


def plain(name: str) -> str:
    """A name without the owner that tells descriptions apart ("coup (Niger)"), which the gold does not spell out."""
    return name.partition(" (")[0]


def as_lines(statement: Statement) -> list[tuple[str, ...]]:
    """A statement in the form of the gold, and turned round where it is symmetric."""
    ends = [plain(statement.subject.name), plain(statement.object.name)]
    tail = (str(statement.event_type), str(statement.status), statement.speaker.name if statement.speaker else "")
    lines = [(ends[0], statement.relation, ends[1], *tail)]
    return [*lines, (ends[1], statement.relation, ends[0], *tail)] if statement.symmetric else lines


def matches(pattern: str, line: tuple[str, ...]) -> bool:
    """True where every field of the pattern is "*" or equal to that of the line."""
    fields = [field.strip() for field in pattern.split("|")]
    return all(field in ("*", value) for field, value in zip(fields, line, strict=False))


@pytest.mark.parametrize(("case", "parse"), list(cases()))
def test_gold_sentence(case, parse):
    """The wanted triples are there, the unwanted are not; an empty list wants none at all."""
    lines = [line for statement in statements(case, parse) for line in as_lines(statement)]
    missing = [pattern for pattern in case["triples"] if not any(matches(pattern, line) for line in lines)]
    wrong = [line for pattern in case.get("absent", ()) for line in lines if matches(pattern, line)]
    assert not missing, f"missing {missing}, found {lines}"
    assert not wrong, f"unwanted {wrong}"
    assert case["triples"] or not lines, f"nothing is stated, found {lines}"


def test_every_file_has_sentences_that_must_not_match():
    """Each construction has at least two sentences of its shape that it must leave alone."""
    for path in FILES:
        found = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        assert sum(not case["triples"] or bool(case.get("absent")) for case in found) >= 2, path.name
