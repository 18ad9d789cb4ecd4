"""Statements and events -> the tables of the graph: the one projection that feeds every store and every export.

Pure. Every sink writes the same tables: a node table for each base label, an edge table for each type and pair of base
labels. An edge is there only where both of its ends are. A table holds keys and makes its rows when they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from graphbuilder.event_rows import act_row, event_links, event_pairs, event_row, report_row
from graphbuilder.model import (
    Actor,
    Article,
    Event,
    Extraction,
    Kind,
    Party,
    Sentence,
    Statement,
    Status,
    digest,
)
from graphbuilder.tables import ACT_TYPES, EDGE_TYPES, NODE_LABELS, EdgeTable, GraphRow, NodeTable, Rows, Tables

__all__ = ["EdgeTable", "GraphRow", "NodeTable", "Tables", "build_tables", "merge_actors", "shorten"]

SHOWN = (Status.OCCURRED, Status.PLANNED)
"""The statuses that give an edge between the parties themselves."""
LONGEST = 1_000
"""Characters of an id or of a party's name: what is indexed must stay under the 8 kB that a Neo4j index takes."""


def shorten(text: str, *, length: int = 40) -> str:
    """The text on one line, cut at a word and marked with "…" where it is longer than `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut
    return head.rstrip(" ,;:–-") + "…"


def fit_id(key: str) -> str:
    """An id that an index takes: one that is too long keeps its beginning and ends in a hash of the whole."""
    return key if len(key) <= LONGEST else f"{key[:LONGEST]}-{digest(key)}"


def base_label(kind: Kind) -> str:
    """The label that a party is merged on."""
    return "Actor" if kind.is_actor else "Thing"


@dataclass(frozen=True, slots=True)
class _Source:
    """What the projection reads, by id."""

    articles: Mapping[str, Article]
    sentences: Mapping[str, Sentence]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    parties: Mapping[str, Actor]

    def label(self, party_id: str) -> str:
        """The base label of a party."""
        return base_label(self.parties[party_id].kind)


def build_tables(extractions: Iterable[Extraction], events: Iterable[Event]) -> Tables:
    """The graph of these articles and events, in a fixed order.

    Of two extractions of one article the first counts. Events that none of the statements reports, conditions that are
    not there, and parties that no statement uses do not appear.
    """
    source = _gather(extractions, events)
    return Tables(tuple(_node_tables(source)), tuple(_edge_tables(source)))


def _gather(extractions: Iterable[Extraction], events: Iterable[Event]) -> _Source:
    first: dict[str, Extraction] = {}
    for extraction in extractions:
        first.setdefault(extraction.article.id, extraction)
    statements = {each.id: each for extraction in first.values() for each in extraction.statements}
    sentences = {each.id: each for extraction in first.values() for each in extraction.sentences}
    sentences |= {each.sentence.id: each.sentence for each in statements.values()}
    return _Source(
        {key: extraction.article for key, extraction in first.items()},
        {key: each for key, each in sentences.items() if each.article_id in first},
        statements,
        {event.id: event for event in events if any(each in statements for each in event.statement_ids)},
        _parties(first.values(), statements.values()),
    )


def _parties(extractions: Iterable[Extraction], statements: Iterable[Statement]) -> dict[str, Actor]:
    """The parties that some statement uses, each one once."""
    used = {party.id: party for statement in statements for party in _ends(statement)}
    merged: dict[str, Actor] = {}
    for actor in chain.from_iterable(extraction.actors for extraction in extractions):
        if actor.id in used:
            merged[actor.id] = merge_actors(merged[actor.id], actor) if actor.id in merged else actor
    return {key: merged.get(key) or Actor(key, party.name, party.kind) for key, party in used.items()}


def _ends(statement: Statement) -> Iterator[Party]:
    yield statement.subject
    yield statement.object
    if statement.speaker:
        yield statement.speaker


def merge_actors(known: Actor, other: Actor) -> Actor:
    """Two records of one party: the first name, all other names as aliases, the first stated of everything else."""
    aliases = {*known.aliases, *other.aliases, other.name} - {known.name}
    return replace(
        known,
        aliases=tuple(sorted(aliases)),
        wikidata=known.wikidata or other.wikidata,
        country=known.country or other.country,
    )


def _node_tables(source: _Source) -> Iterator[NodeTable]:
    acting = {key: each.kind.is_actor for key, each in source.parties.items()}
    tables: dict[str, tuple[Iterable[str], Callable[[str], GraphRow]]] = {
        "Article": (source.articles, lambda key: _article_row(source.articles[key])),
        "Sentence": (source.sentences, lambda key: _sentence_row(key, source.sentences[key])),
        "Statement": (source.statements, lambda key: _statement_row(key, source.statements[key])),
        "Event": (source.events, lambda key: event_row(source.events[key])),
        "Actor": ((key for key in acting if acting[key]), lambda key: _actor_row(source.parties[key])),
        "Thing": ((key for key in acting if not acting[key]), lambda key: _thing_row(source.parties[key])),
    }
    for label in NODE_LABELS:
        keys, make = tables[label]
        if order := sorted(keys):
            yield NodeTable(label, Rows(order, make))


def _article_row(article: Article) -> GraphRow:
    return {
        "id": fit_id(article.id),
        "labels": [],
        "name": shorten(article.title or article.text, length=60) or article.id,
        "headline": article.title,
        "url": article.url,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "lang": article.lang,
    }


def _sentence_row(key: str, sentence: Sentence) -> GraphRow:
    return {
        "id": key,
        "labels": [],
        "name": shorten(sentence.text),
        "index": sentence.index,
        "text": sentence.text,
        "start_char": sentence.start_char,
        "end_char": sentence.end_char,
    }


def _statement_row(key: str, statement: Statement) -> GraphRow:
    return {
        "id": key,
        "labels": [],
        "name": shorten(f"{statement.subject.name} {statement.relation} {statement.object.name}", length=60),
        "relation": statement.relation,
        "relation_text": statement.relation_text,
        "event_type": str(statement.event_type),
        "status": str(statement.status),
        "confidence": round(statement.confidence, 3),
        "rule": statement.rule,
        "start_char": statement.start_char,
        "end_char": statement.end_char,
    }


def _thing_row(thing: Actor) -> GraphRow:
    name = thing.name if len(thing.name) <= LONGEST else shorten(thing.name, length=LONGEST)
    return {
        "id": fit_id(thing.id),
        "labels": [thing.kind.capitalize()],
        "name": name,
        "aliases": sorted({*thing.aliases, *([thing.name] if name != thing.name else [])}),
    }


def _actor_row(actor: Actor) -> GraphRow:
    return {**_thing_row(actor), "wikidata": actor.wikidata, "country": actor.country}


_Edge = tuple[str, str, str, str, str, str]
"""Type, base label of the start, base label of the end; start, end, id of the event ("" where the edge is of none)."""


def _edge_tables(source: _Source) -> Iterator[EdgeTable]:
    tables: dict[tuple[str, str, str], set[tuple[str, str, str]]] = {}
    kinds = (_evidence_edges, _statement_edges, _event_edges, _link_edges, _act_edges)
    for edge in chain.from_iterable(edges(source) for edges in kinds):
        tables.setdefault(edge[:3], set()).add(edge[3:])
    order = {edge_type: number for number, edge_type in enumerate(EDGE_TYPES)}
    for each in sorted(tables, key=lambda table: (order[table[0]], *table)):
        yield EdgeTable(*each, Rows(sorted(tables[each]), _row_maker(each[0], source)))


def _row_maker(edge_type: str, source: _Source) -> Callable[[tuple[str, str, str]], GraphRow]:
    if edge_type == "REPORTS":
        return partial(report_row, source.events)
    return partial(_act_row, source) if edge_type in ACT_TYPES else _link_row


def _evidence_edges(source: _Source) -> Iterator[_Edge]:
    for key, sentence in source.sentences.items():
        yield "HAS_SENTENCE", "Article", "Sentence", sentence.article_id, key, ""
    for key, statement in source.statements.items():
        yield "IN_SENTENCE", "Statement", "Sentence", key, statement.sentence.id, ""


def _statement_edges(source: _Source) -> Iterator[_Edge]:
    for key, statement in source.statements.items():
        if statement.speaker:
            speaker = statement.speaker.id
            yield "SAID", source.label(speaker), "Statement", speaker, key, ""
        if statement.condition_id and statement.condition_id in source.statements and statement.condition_id != key:
            yield "IF", "Statement", "Statement", key, statement.condition_id, ""


def _event_edges(source: _Source) -> Iterator[_Edge]:
    for key, event in source.events.items():
        for statement_id in event.statement_ids:
            if statement_id in source.statements:
                yield "REPORTS", "Statement", "Event", statement_id, key, ""
        for edge_type, parties in (("SUBJECT", event.subjects), ("OBJECT", event.objects)):
            for party in parties:
                if party in source.parties:
                    yield edge_type, "Event", source.label(party), key, party, ""


def _link_edges(source: _Source) -> Iterator[_Edge]:
    for edge_type, start, end in event_links(source.events):
        yield edge_type, "Event", "Event", start, end, ""


def _act_edges(source: _Source) -> Iterator[_Edge]:
    """The edges that people look at: who does what to whom."""
    for key, event in source.events.items():
        if event.status in SHOWN:
            for start, end in event_pairs(event, source.statements):
                yield str(event.event_type), source.label(start), source.label(end), start, end, key


def _link_row(edge: tuple[str, str, str]) -> GraphRow:
    return {"from": fit_id(edge[0]), "to": fit_id(edge[1])}


def _act_row(source: _Source, edge: tuple[str, str, str]) -> GraphRow:
    return {**_link_row(edge), **act_row(source.events[edge[2]], edge[0], edge[1], source.statements)}
