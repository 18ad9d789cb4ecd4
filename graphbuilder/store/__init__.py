"""Where the graph is kept: the one place that picks an engine. An engine is imported when it is opened."""

from __future__ import annotations

from pathlib import Path

from graphbuilder.store.base import Counts, LoadReport, Result, Store

__all__ = ["Counts", "LoadReport", "Result", "Store", "open_embedded", "open_neo4j"]


def open_embedded(path: Path) -> Store:
    """The graph file of a workspace; the file need not be there before the first load."""
    from graphbuilder.store.embedded import EmbeddedStore

    return EmbeddedStore(path)


def open_neo4j(uri: str, user: str, password: str, database: str | None = None) -> Store:
    """A Neo4j server, asked once whether it answers: `StoreUnavailable` says why not and what to do.

    Without `database` the server's default one.
    """
    from graphbuilder.store.neo4j import Connection, Neo4jStore

    return Neo4jStore(Connection(uri, user, password, database))
