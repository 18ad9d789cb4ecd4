"""The stories of `stories.toml`: read, extracted and scored."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from graphbuilder.model import Article, Event, Extraction, Statement

FILE = Path(__file__).with_name("stories.toml")


@dataclass(frozen=True, slots=True)
class Line:
    """One annotated telling: the sentence of an article, two parties by name, the happening."""

    article_id: str
    sentence: int
    parties: frozenset[str]
    happening: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles, what they tell, and what becomes of it."""

    articles: tuple[Article, ...]
    lines: tuple[Line, ...]
    outcomes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Pairs of found lines of different articles: how many are rightly, wrongly and not joined; lines found."""

    right: int
    wrong: int
    missed: int
    found: int
    lines: int

    @property
    def precision(self) -> float:
        """The share of joined pairs that are one happening."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """The share of pairs of one happening that are joined."""
        return self.right / max(self.right + self.missed, 1)


def load_stories() -> list[Story]:
    """All stories, in the order of the file."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))["story"]
    return [
        Story(
            tuple(Article(r["id"], r["text"], None, r["published"], r["source"]) for r in table["report"]),
            tuple(_line(r["id"], words) for r in table["report"] for words in r["told"]),
            table["outcomes"],
        )
        for table in tables
    ]


def _line(article_id: str, words: str) -> Line:
    number, one, other, happening = (part.strip() for part in words.split("|"))
    return Line(article_id, int(number), frozenset((one, other)), happening)


def find_lines(stories: Sequence[Story], extractions: Sequence[Extraction]) -> dict[Line, Statement]:
    """The statement that tells each line; what was not extracted is left out."""
    told = {each.article.id: each.statements for each in extractions}
    lines = [line for story in stories for line in story.lines]
    return {line: found[0] for line in lines if (found := list(_matching(line, told[line.article_id])))}


def _matching(line: Line, statements: Sequence[Statement]) -> Iterator[Statement]:
    for each in statements:
        if each.sentence.index == line.sentence and {each.subject.name, each.object.name} == line.parties:
            yield each


def score_stories(found: dict[Line, Statement], events: Sequence[Event], lines: int) -> Figures:
    """Every two found lines of different articles, those of different stories included."""
    event_of = {key: event.id for event in events for key in event.statement_ids}
    counts = {(True, True): 0, (False, True): 0, (True, False): 0, (False, False): 0}
    for one, other in combinations(found, 2):
        if one.article_id != other.article_id:
            joined = event_of[found[one].id] == event_of[found[other].id]
            counts[one.happening == other.happening, joined] += 1
    return Figures(counts[True, True], counts[False, True], counts[True, False], len(found), lines)
