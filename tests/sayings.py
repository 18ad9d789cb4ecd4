"""Statements made by hand, for the tests that need no text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graphbuilder.model import (
    Article,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Sentence,
    Statement,
    Status,
    When,
    actor_id,
)

PRECISIONS = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}


def make_party(name: str, kind: Kind = Kind.STATE) -> Party:
    """A party that the text calls by its name."""
    return Party(actor_id(kind, name), name, kind, name)


def make_when(text: str | None) -> When | None:
    """ "2021-12-07", "2021-12", "2021", or a range with a slash."""
    if text is None:
        return None
    start, _, end = text.partition("/")
    return When(start, end or None, Precision.RANGE if end else PRECISIONS[len(start)])


def say(
    subject: str,
    relation: str,
    object_: str,
    event_type: str,
    *,
    at: int = 0,
    on: str | None = None,
    symmetric: bool = False,
    status: Status = Status.OCCURRED,
    article: str = "a",
) -> Statement:
    """A statement of an article, said at a place in its text; a sentence begins at every hundredth character."""
    sentence = Sentence(article, at // 100, at // 100 * 100, at // 100 * 100 + 99, "What they do.")
    return Statement(
        sentence, at, at + len(relation), make_party(subject), relation, relation, EventType(event_type),
        make_party(object_), symmetric, status, None, None, make_when(on), 0.9, "active",
    )  # fmt: skip


def make_extraction(
    *statements: Statement, article: str = "a", published: date | None = None, source: str | None = None
) -> Extraction:
    """An article that says this and nothing else."""
    moved = (replace(each, sentence=replace(each.sentence, article_id=article)) for each in statements)
    return Extraction(Article(article, "", published=published, source=source), (), tuple(moved))
