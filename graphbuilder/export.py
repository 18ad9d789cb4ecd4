"""Files for other programs: GraphML of the graph that people look at, JSON Lines of the statements.

networkx writes the GraphML, from a MultiDiGraph with an edge for every event and pair, keyed by the event. Readers
differ, so key ids are readable and unique over nodes and edges (Cytoscape knows keys by id only, Gephi takes "d3" and
"d7" for labels), every key is string or double (Cytoscape reads no other), lists are JSON text, what is not stated is
left out, and no attribute is called "id" (Gephi loses it, igraph warns of it: a node's id is the XML id, an edge's is
`edge_id`, too).
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
from typing import TYPE_CHECKING, TextIO
from xml.etree.ElementTree import Element, tostring

from graphbuilder.events import assign
from graphbuilder.model import Event, Extraction
from graphbuilder.tables import ACT_TYPES, GraphRow, Tables

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from networkx.readwrite.graphml import GraphMLWriter

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
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What proves the events: statement ids by event, and of each statement its row, sentence and speaker."""

    statement_ids: Mapping[str, list[str]]
    confidence: Mapping[str, float]
    sentences: Mapping[str, str]
    speakers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Stream:
    """Where networkx puts nodes and edges: each is written at once, so that the XML is never in memory as a whole."""

    writer: GraphMLWriter
    file: TextIO

    def append(self, element: Element) -> None:
        """Write a node or an edge with its attributes, which the writer keeps apart until their types are known."""
        for name, value, scope, default in self.writer.attributes.pop(element, ()):
            element.append(self.writer.add_data(name, type(value), value, scope, default))
        self.file.write(f"{_xml(element)}\n")


def export_graphml(path: Path | str, tables: Tables) -> tuple[int, int]:
    """Write actors and things, and the edges of events between them. Returns how many nodes and how many edges.

    The graph is held in memory beside the tables, about 1.5 kB an edge: 1.5 GB for a million, which take two minutes.
    Raises OSError where `path` cannot be written.
    """
    graph = build_graph(tables)
    with _replacing(Path(path)) as file:
        _write_graph(graph, file)
    return graph.number_of_nodes(), graph.number_of_edges()


def build_graph(tables: Tables) -> MultiDiGraph:
    """The graph of networkx: nodes are ids, edges are keyed by their event, attributes are text and floats."""
    import networkx

    graph = networkx.MultiDiGraph()
    for row in _nodes(tables):
        graph.add_node(_text(row["id"]), **_attributes(NODE_KEYS, row))
    for start, end, row in _edges(tables):
        graph.add_edge(_text(start), _text(end), key=row["event_id"], **_attributes(EDGE_KEYS, row))
    return graph


def _write_graph(graph: MultiDiGraph, file: TextIO) -> None:
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(edge_id_from_attribute="edge_id")
    _name_keys(writer)
    writer.add_graph_element(type(graph)(id="graphbuilder"))
    head, end, tail = _xml(writer.xml).partition("</graph>")
    file.write(f"{HEAD}{head}\n")
    stream = _Stream(writer, file)
    writer.add_nodes(graph, stream)
    writer.add_edges(graph, stream)
    file.write(f"{end}{tail}\n")


def _name_keys(writer: GraphMLWriter) -> None:
    """Have the writer declare all keys, in their order, under readable ids; it puts each new one first."""
    keys = [("node", *key) for key in NODE_KEYS.items()] + [("edge", *key) for key in EDGE_KEYS.items()]
    for scope, name, kind in reversed(keys):
        writer.get_key(name, kind, scope, None)
        writer.keys[name, kind, scope] = f"{scope}_{name}"
        writer.xml[0].set("id", f"{scope}_{name}")


def _xml(element: Element) -> str:
    """An element as text; "\\r" as a reference, since readers take it for a line end otherwise."""
    return tostring(element, encoding="unicode", short_empty_elements=False).replace("\r", "&#13;")


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


def _attributes(keys: Mapping[str, str], row: GraphRow) -> dict[str, str | float]:
    stated = ((name, kind, row.get(name)) for name, kind in keys.items())
    return {
        name: float(str(value)) if kind == "double" else _text(value)
        for name, kind, value in stated
        if value is not None
    }


def _text(value: object) -> str:
    """What XML can hold of a value; of a list its JSON."""
    return NOT_XML.sub("", json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value))
