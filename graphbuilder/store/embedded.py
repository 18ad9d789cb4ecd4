"""The graph in a file of the workspace, asked with Cypher without a server (kglite)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import kglite

from graphbuilder.errors import QueryRefused, StoreError, StoreUnavailable
from graphbuilder.store.base import (
    READ_ONLY,
    Counts,
    LoadReport,
    Progress,
    Result,
    count_all,
    first_line,
    ignore,
    plain,
    refuse_files,
    report,
)
from graphbuilder.store.plan import Batch, name_unwritable, whole_batches
from graphbuilder.store.texts import fill, read_text, schema_statements
from graphbuilder.tables import Tables

PASSES_OFF = [name for name in kglite.cypher_pass_names() if name.startswith("fuse_")]
"""Optimiser passes that give wrong rows in kglite 0.21.2, held against a real Neo4j."""
NEVER_STALE = 10**9
"""Changed documents that a text index takes in by itself; over the default of 1,000 it answers nothing."""

kglite.set_query_warning_policy("silent")  # a library does not write to stderr


class EmbeddedStore:
    """One graph file. It is read at the first question and replaced as a whole by a load or a write."""

    def __init__(self, path: Path) -> None:
        """The file need not be there yet."""
        self._path = path
        self._graph: Any = None

    def run(self, query: str, params: Mapping[str, object] | None = None, *, write: bool = False) -> list[Result]:
        """The rows of a query; a query that writes is written to the file before it returns."""
        if not write:
            refuse_files(query)
        graph = self._opened()
        with self._refusals():
            graph.read_only(not write)
            rows = _ask(graph, query, params or {})
        if write:
            self._keep(graph)
        return rows

    def holds(self, fingerprint: str) -> bool:  # noqa: ARG002
        """Never known: the file is made anew faster than it could be told."""
        return False

    def load(
        self,
        tables: Tables,
        *,
        from_scratch: bool = False,  # noqa: ARG002
        on_progress: Progress = ignore,
        fingerprint: str | None = None,  # noqa: ARG002
    ) -> LoadReport:
        """Build the graph anew beside the file, then put it in its place: a reader sees the old one or the new one."""
        graph, done, total = kglite.KnowledgeGraph(), 0, tables.n_nodes + tables.n_edges
        for statement in schema_statements():
            _ask(graph, statement, {})
        for batch in whole_batches(tables):
            _send(graph, batch)
            done += len(batch)
            on_progress(done, total)
        self._keep(graph)
        return report(self.counts())

    def counts(self) -> Counts:
        """How much of each label and type there is."""
        return count_all(self)

    def close(self) -> None:
        """Let go of the graph."""
        self._graph = None

    def _opened(self) -> Any:
        if self._graph is None:
            if not self._path.is_file():
                raise StoreUnavailable(f"{self._path}: no graph there. Run graphbuilder build PATH first.")
            try:
                self._graph = kglite.load(str(self._path))
            except (kglite.KgError, OSError) as error:
                raise StoreUnavailable(
                    f"{self._path}: the graph cannot be read ({first_line(error)}). Run graphbuilder reload."
                ) from error
        return self._graph

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """The engine's errors as ours; after one, the graph is read from the file again."""
        try:
            yield
        except kglite.ReadOnlyError as error:
            raise QueryRefused(READ_ONLY) from error
        except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
            self._graph = None
            raise QueryRefused(first_line(error)) from error

    def _keep(self, graph: Any) -> None:
        """Index the texts, write the file under another name, and rename it."""
        _index_texts(graph)
        draft = self._path.with_name(f".{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            graph.save(str(draft))
            draft.replace(self._path)
        except (kglite.KgError, OSError) as error:
            self._graph = None
            raise StoreUnavailable(f"{self._path}: the graph cannot be written ({first_line(error)}).") from error
        finally:
            draft.unlink(missing_ok=True)
        self._graph = graph


def _ask(graph: Any, query: str, params: Mapping[str, object]) -> list[Result]:
    """Run one statement with the settings under which the engine's answers equal Neo4j's."""
    found = graph.cypher(query, params=dict(params), disabled_passes=PASSES_OFF, hide_structural_keys=True)
    if isinstance(found, str):  # a query that ends in FORMAT CSV
        return [{"text": found}]
    return [{key: _plain(value) for key, value in row.items()} for row in found.to_list()]


def _send(graph: Any, batch: Batch) -> None:
    try:
        _ask(graph, batch.text, {"chunks": batch.chunks})
    except (TypeError, UnicodeEncodeError) as error:  # the engine's answer to text that it cannot encode
        raise StoreError(name_unwritable(batch)) from error


def _index_texts(graph: Any) -> None:
    """Fill the full-text indexes of the schema; a property that no node has is nothing to fill one with."""
    for row in _ask(graph, read_text("load/text_indexes"), {}):
        if _ask(graph, fill("load/any_text", NODE_LABEL=row["label"]), {"property": row["property"]}):
            graph.build_text_index(row["label"], row["property"], auto_refresh_limit=NEVER_STALE, name=row["name"])


def _plain(value: Any) -> Any:
    """The engine's nodes, relationships and paths in the common shape, everything else plain."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return plain(value)
    if value.keys() == {"id", "labels", "properties"}:
        return {"labels": sorted(value["labels"]), "properties": plain(_stated(value["properties"]))}
    if value.keys() == {"id", "start", "end", "type", "properties"}:
        return {"type": value["type"], "properties": plain(value["properties"])}
    return {key: _plain(each) for key, each in value.items()}


def _stated(properties: Mapping[str, object]) -> dict[str, object]:
    """Without `title` and `type`, which the engine adds to every node and our schema does not have."""
    return {key: value for key, value in properties.items() if key not in ("title", "type")}
