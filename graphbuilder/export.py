"""Files for other programs: GraphML of the graph that people look at, JSON Lines of the statements.

The GraphML is written by hand, in a stream, because readers differ: key ids are readable and unique over nodes and
edges (Cytoscape knows keys by id only, Gephi takes "d3" and "d7" for labels), every key has a type and is string or
double (Cytoscape reads no other), lists are JSON text, what is not stated is left out, and no attribute is called "id"
(Gephi loses it, igraph warns of it: a node's id is the XML id, an edge's is `edge_id`, too). An edge is one event and
pair; parallel edges stay apart by their ids.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from graphbuilder.events import assign
from graphbuilder.model import Event, Extraction
from graphbuilder.tables import ACT_TYPES, GraphRow, Tables

NODE_KEYS = {
    "label": "string",
    "name": "string",
    "kind": "string",
    "labels": "string",
    "wikidata": "string",
    "country": "string",
    "aliases": "string",
}
EDGE_KEYS = {
    "edge_id": "string",
    "event_id": "string",
    "label": "string",
    "type": "string",
    "interaction": "string",
    "relation": "string",
    "weight": "double",
    "date": "string",
    "status": "string",
    "score": "double",
    "n_articles": "double",
    "n_statements": "double",
    "statement_ids": "string",
    "sentence": "string",
    "speaker": "string",
}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What proves the events: statement ids by event, and of each statement its row, sentence and speaker."""

    statement_ids: Mapping[str, list[str]]
    confidence: Mapping[str, float]
    sentences: Mapping[str, str]
    speakers: Mapping[str, str]


def export_graphml(path: Path | str, tables: Tables) -> None:
    """Write actors and things, and the edges of events between them. Raises OSError where `path` cannot be written."""
    with _replacing(Path(path)) as file:
        file.write(HEAD)
        for scope, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
            for name, kind in keys.items():
                file.write(f'<key id="{scope}_{name}" for="{scope}" attr.name="{name}" attr.type="{kind}"/>\n')
        file.write('<graph id="graphbuilder" edgedefault="directed">\n')
        for row in _nodes(tables):
            file.write(f"<node id={_quote(row['id'])}>{_data('node', row)}</node>\n")
        for start, end, row in _edges(tables):
            ends = f"source={_quote(start)} target={_quote(end)}"
            file.write(f"<edge id={_quote(row['edge_id'])} {ends}>{_data('edge', row)}</edge>\n")
        file.write("</graph>\n</graphml>\n")


def export_jsonl(target: Path | str | TextIO, extractions: Iterable[Extraction], events: Iterable[Event] = ()) -> int:
    """Write one statement a line: its id, then the public row. Returns how many.

    `event_id` is filled from `events`. Raises OSError where the file cannot be written.
    """
    events = tuple(events)
    statements = (each for extraction in extractions for each in extraction.statements)
    lines = (json.dumps({"id": each.id} | each.to_row(), ensure_ascii=False) for each in assign(statements, events))
    if isinstance(target, (str, Path)):
        with _replacing(Path(target)) as file:
            return _write_lines(file, lines)
    return _write_lines(target, lines)


def _write_lines(file: TextIO, lines: Iterable[str]) -> int:
    return sum(1 for line in lines if file.write(f"{line}\n"))


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """A file beside `path` that takes its place once it is whole."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _nodes(tables: Tables) -> Iterator[GraphRow]:
    for table in tables.nodes:
        if table.label in ("Actor", "Thing"):
            for row in table.rows:
                labels = [table.label, *_texts(row["labels"])]
                named = {"label": row["name"], "kind": labels[-1].lower(), "labels": ":" + ":".join(labels)}
                yield {**row, **named}


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _edges(tables: Tables) -> Iterator[tuple[str, str, GraphRow]]:
    """Start, end and attributes of every edge of an event."""
    evidence, seen = _gather(tables), Counter[str]()
    for table in tables.edges:
        if table.type in ACT_TYPES:
            for row in table.rows:
                event_id = str(row["event_id"])
                seen[event_id] += 1
                edge_id = event_id if seen[event_id] == 1 else f"{event_id}-{seen[event_id]}"
                named = {"edge_id": edge_id, "label": table.type, "type": table.type, "interaction": table.type}
                yield str(row["from"]), str(row["to"]), {**row, **named, **_proof(event_id, evidence)}


def _proof(event_id: str, evidence: _Evidence) -> GraphRow:
    statement_ids = evidence.statement_ids[event_id]
    best = max(statement_ids, key=lambda each: evidence.confidence[each])
    return {
        "weight": float(len(statement_ids)),
        "n_statements": float(len(statement_ids)),
        "statement_ids": list(statement_ids),
        "sentence": evidence.sentences[best],
        "speaker": evidence.speakers.get(best),
    }


def _gather(tables: Tables) -> _Evidence:
    nodes = {row["id"]: row for table in tables.nodes if table.label != "Event" for row in table.rows}
    statement_ids: dict[str, list[str]] = defaultdict(list)
    for start, end in _links(tables, "REPORTS"):
        statement_ids[end].append(start)
    return _Evidence(
        statement_ids,
        {str(key): float(str(row["confidence"])) for key, row in nodes.items() if "confidence" in row},
        {start: str(nodes[end]["text"]) for start, end in _links(tables, "IN_SENTENCE")},
        {end: str(nodes[start]["name"]) for start, end in _links(tables, "SAID")},
    )


def _links(tables: Tables, edge_type: str) -> Iterator[tuple[str, str]]:
    for table in tables.edges:
        if table.type == edge_type:
            for row in table.rows:
                yield str(row["from"]), str(row["to"])


def _data(scope: str, row: GraphRow) -> str:
    keys = NODE_KEYS if scope == "node" else EDGE_KEYS
    stated = ((name, row.get(name)) for name in keys)
    return "".join(f'<data key="{scope}_{name}">{_text(value)}</data>' for name, value in stated if value is not None)


def _text(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
    return escape(NOT_XML.sub("", text), {"\r": "&#13;"})


def _quote(value: object) -> str:
    return quoteattr(NOT_XML.sub("", str(value)))
