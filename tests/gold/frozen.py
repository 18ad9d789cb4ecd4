"""Frozen parses: one line a sentence or text, and what is extracted from those of the gold without a model."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.articles import CleanText, clean
from graphbuilder.extract import extract
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article, Statement
from graphbuilder.parsing.mending import mend
from graphbuilder.parsing.parses import read_parse
from graphbuilder.syntax import Doc

GOLD = Path(__file__).parent
VOCAB = spacy.blank("en").vocab


def freeze(parse: Parse) -> Iterator[str]:
    """A line for every sentence: "word|lemma|tag|pos|label|head|entity" for every token.

    No lemma where it is the word; heads count from the start of the sentence; a blank is "␣", a line break "⏎".
    """
    for sent in parse.sents:
        yield " ".join(
            "|".join(
                (
                    visible(token.text),
                    visible(token.lemma_) if token.lemma_ != token.text else "",
                    token.tag_,
                    token.pos_,
                    token.dep_,
                    str(token.head.i - sent.start),
                    f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "",
                )
            )
            for token in sent
        )


def visible(text: str) -> str:
    """A text without the characters that part tokens and sentences."""
    return text.replace(" ", "␣").replace("\n", "⏎")


def blank(text: str) -> str:
    """The text that was made visible."""
    return text.replace("␣", " ").replace("⏎", "\n")


def thaw(text: str, lines: Iterator[str]) -> Doc:
    """The document of a text, which takes as many lines as it has sentences."""
    columns: list[tuple[str, ...]] = []
    end, spaces = 0, []
    while end < len(text):
        start = len(columns)
        for token in next(lines).split(" "):
            word, lemma, tag, pos, label, head, entity = blank(token).rsplit("|", 6)
            assert text.startswith(word, end), "the parse is of another text; run tests/gold/refresh.py"
            end += len(word)
            spaces.append(text[end : end + 1] == " ")
            end += spaces[-1]
            columns.append((word, lemma or word, tag, pos, label, str(start + int(head)), entity))
    words, lemmas, tags, pos_tags, labels, heads, entities = (list(column) for column in zip(*columns, strict=True))
    return mend(
        read_parse(
            Parse(
                VOCAB,
                words=words,
                spaces=spaces,
                lemmas=lemmas,
                tags=tags,
                pos=pos_tags,
                deps=labels,
                heads=[int(head) for head in heads],
                ents=entities,
            )
        )
    )


class Read(NamedTuple):
    """A gold case with its article and the document of its frozen parse."""

    name: str
    case: dict[str, Any]
    article: Article
    cleaned: CleanText
    doc: Doc


def read_cases() -> Iterator[Read]:
    """Every gold sentence, ready to be extracted from."""
    for path in sorted(GOLD.glob("*.toml")):
        parses = (GOLD / "parses" / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines()
        found = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        for number, (case, parse) in enumerate(zip(found, parses, strict=True), start=1):
            yield read_case(f"{path.stem}-{number}", case, parse)


def read_case(name: str, case: dict[str, Any], parse: str) -> Read:
    """One gold sentence and its frozen parse."""
    published = case.get("published")
    article = Article("gold", case["text"], published=date.fromisoformat(published) if published else None)
    read = Read(name, case, article, clean(article), mend(read_parse(Parse(VOCAB).from_json(json.loads(parse)))))
    assert read.doc.text == read.cleaned.text, "the parse is of another text; run tests/gold/refresh.py"
    return read


def extracted(read: Read) -> tuple[Statement, ...]:
    """What is stated in a gold case."""
    return extract(read.article, read.cleaned, read.doc, load_lexicon()).statements


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


def lines_of(read: Read) -> list[tuple[str, ...]]:
    """What is stated in a gold case, in the form of the gold."""
    return [line for statement in extracted(read) for line in as_lines(statement)]


def missing(read: Read, lines: list[tuple[str, ...]]) -> list[str]:
    """The wanted triples that are not there."""
    return [pattern for pattern in read.case["triples"] if not any(matches(pattern, line) for line in lines)]


def unwanted(read: Read, lines: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The triples that must not come out: those of the list, and every one where nothing is stated."""
    patterns = read.case.get("absent", ()) if read.case["triples"] else ("*",)
    return [line for line in lines if any(matches(pattern, line) for pattern in patterns)]
