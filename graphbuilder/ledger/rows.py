"""The rows of the ledger's tables and the values they hold: what is written comes back equal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from graphbuilder.model import (
    Actor,
    Article,
    Dropped,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Row,
    Sentence,
    Statement,
    Status,
    When,
)
from graphbuilder.sources import sign

Rows = Iterator[Row]


def article_row(article: Article, run_id: int) -> Row:
    """The row of `articles`; `run_id` is the run that read it."""
    return {
        "id": article.id,
        "content_hash": article.content_hash,
        "run_id": run_id,
        "text": article.text,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "url": article.url,
        "author": article.author,
        "lang": article.lang,
    }


def read_article(row: sqlite3.Row) -> Article:
    """The article of a row of `articles`."""
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return Article(
        row["id"], row["text"], row["title"], published, row["source"], row["url"], row["author"], row["lang"]
    )


def dropped_row(dropped: Dropped) -> Row:
    """The row of `dropped`."""
    return {"start_char": dropped.start, "end_char": dropped.end, "reason": dropped.reason, "text": dropped.text}


def read_dropped(row: sqlite3.Row) -> Dropped:
    """The stretch of a row of `dropped`."""
    return Dropped(row["start_char"], row["end_char"], row["reason"], row["text"])


def sentence_row(sentence: Sentence) -> Row:
    """The row of `sentences`."""
    return {
        "id": sentence.id,
        "number": sentence.index,
        "start_char": sentence.start_char,
        "end_char": sentence.end_char,
        "text": sentence.text,
    }


def read_sentence(row: sqlite3.Row) -> Sentence:
    """The sentence of a row of `sentences`."""
    return Sentence(row["article_id"], row["number"], row["start_char"], row["end_char"], row["text"])


def actor_row(actor: Actor) -> Row:
    """The row of `actors`; the aliases are JSON text."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "aliases": json.dumps(actor.aliases, ensure_ascii=False),
        "wikidata": actor.wikidata,
        "country": actor.country,
    }


def read_actor(row: sqlite3.Row) -> Actor:
    """The actor of a row of `actors`."""
    aliases = tuple(json.loads(row["aliases"]))
    return Actor(row["id"], row["name"], Kind(row["kind"]), aliases, row["wikidata"], row["country"])


def statement_row(statement: Statement) -> Row:
    """The row of `statements`: the public row without its event, and what it leaves out (the exact confidence)."""
    row = statement.to_row()
    del row["sentence"], row["event_id"]
    return row | {
        "id": statement.id,
        "sentence_id": statement.sentence.id,
        "speaker_kind": str(statement.speaker.kind) if statement.speaker else None,
        "confidence": statement.confidence,
    }


def read_statement(row: sqlite3.Row, sentence: Sentence) -> Statement:
    """The statement of a row of `statements`, written in `sentence`."""
    return Statement(
        sentence=sentence,
        start_char=row["start_char"],
        end_char=row["end_char"],
        subject=_party(row, "subject"),
        relation=row["relation"],
        relation_text=row["relation_text"],
        event_type=EventType(row["event_type"]),
        object=_party(row, "object"),
        symmetric=bool(row["symmetric"]),
        status=Status(row["status"]),
        speaker=_party(row, "speaker") if row["speaker_id"] is not None else None,
        via=row["via"],
        date=_when(row),
        confidence=row["confidence"],
        rule=row["rule"],
        condition_id=row["condition_id"],
    )


def _party(row: sqlite3.Row, role: str) -> Party:
    return Party(row[f"{role}_id"], row[role], Kind(row[f"{role}_kind"]), row[f"{role}_text"])


def _when(row: sqlite3.Row) -> When | None:
    if row["date"] is None:
        return None
    return When(row["date"], row["date_end"], Precision(row["date_precision"]))


def extraction_tables(extraction: Extraction, run_id: int) -> Iterator[tuple[str, Rows]]:
    """What one article gave, table by table in the order of writing."""
    article = extraction.article
    yield "articles", iter((article_row(article, run_id),))
    signature: Row = {"article_id": article.id, "signature": sign(article.text)}
    yield "signatures", iter((signature,))
    yield "dropped", _numbered(article, map(dropped_row, extraction.dropped))
    yield "sentences", _numbered(article, map(sentence_row, extraction.sentences))
    yield "actors", _numbered(article, map(actor_row, extraction.actors))
    yield "statements", _numbered(article, map(statement_row, extraction.statements))


def _numbered(article: Article, rows: Iterable[Row]) -> Rows:
    for position, row in enumerate(rows):
        yield row | {"article_id": article.id, "position": position}
