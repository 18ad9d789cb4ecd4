"""Which graph a command talks to: the workspace's own, or a Neo4j server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from graphbuilder.cli.options import Server, Settings

if TYPE_CHECKING:
    from graphbuilder.store import Store

URI = "bolt://localhost:7687"
USER = "neo4j"


@contextmanager
def open_graph(settings: Settings, server: Server | None = None, *, empty: bool = False) -> Iterator[Store]:
    """The server's graph where one is wanted, else the workspace's; it may hold no article where `empty` is true."""
    with closing(open_server(server) if server and server.wanted else _open_embedded(settings, empty)) as store:
        yield store


def _open_embedded(settings: Settings, empty: bool) -> Store:
    """The workspace's graph, made anew where only the ledger is left."""
    from graphbuilder.pipeline import graph_path, open_workspace, refresh_embedded
    from graphbuilder.store import open_embedded

    with open_workspace(settings.workspace, empty=empty) as ledger:
        path = graph_path(ledger)
        if not path.exists():
            refresh_embedded(ledger)
    return open_embedded(path)


def open_server(server: Server) -> Store:
    """The Neo4j server of the options and the environment."""
    from graphbuilder.store import open_neo4j

    password = os.environ.get("NEO4J_PASSWORD", "")
    return open_neo4j(server.uri or URI, server.user or USER, password, server.database)
