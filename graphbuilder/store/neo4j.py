"""A Neo4j server through the official driver: the only module that knows it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import neo4j
import neo4j.graph
import neo4j.time
from neo4j.exceptions import DriverError, Neo4jError

from graphbuilder.errors import QueryRefused, StoreError, StoreUnavailable
from graphbuilder.store.base import READ_ONLY, Counts, LoadReport, Result, count_all, first_line, report
from graphbuilder.store.texts import batches, read_text, schema_statements
from graphbuilder.tables import EDGE_TYPES, NODE_LABELS, Tables

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 10
SWEEP = 10_000
"""Nodes or edges that one transaction takes away."""
MARK = "graphbuilder_load"
"""The property that says which load wrote something; answers do not show it."""

START = "Start one (docker compose up --wait) or set NEO4J_URI."
CURES = {
    "Security.Unauthorized": "user name or password is wrong for '{user}'. Set NEO4J_USERNAME and NEO4J_PASSWORD.",
    "Security.AuthenticationRateLimit": "too many wrong passwords for '{user}'. Wait a minute; set NEO4J_PASSWORD.",
    "Security.CredentialsExpired": "the password of '{user}' has expired. Set a new one in Neo4j Browser.",
    "Security.Forbidden": "'{user}' may not do this. Use another user: NEO4J_USERNAME and NEO4J_PASSWORD.",
    "Database.DatabaseNotFound": "no database '{database}' there. Set NEO4J_DATABASE, or leave it out for the default.",
}
"""Server code -> what is wrong and what to do."""

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else its messages go to stderr, beside ours


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the server is and who we are; without a database, the server's default one."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None = None


class Neo4jStore:
    """One server. Opening asks it once, so that a wrong address or password shows at once."""

    def __init__(self, connection: Connection) -> None:
        """Connect; `StoreUnavailable` says why that fails and what to do."""
        self._connection = connection
        with translated(connection):
            self._driver = _driver(connection)
        try:
            with translated(connection):
                self._driver.verify_connectivity()
            self.run(read_text("load/ping"))  # only a query finds out whether the database is there
        except StoreError:
            self._driver.close()
            raise

    def run(self, query: str, params: Mapping[str, object] | None = None, *, write: bool = False) -> list[Result]:
        """The rows of a query, in one transaction that is tried again where the server asks for it."""

        def work(transaction: neo4j.ManagedTransaction) -> list[Result]:
            answer = transaction.run(query, dict(params or {}))
            return [dict(zip(record.keys(), map(_plain, record.values()), strict=True)) for record in answer]

        database = self._connection.database
        with translated(self._connection), self._driver.session(database=database) as session:
            return session.execute_write(work) if write else session.execute_read(work)

    def load(self, tables: Tables) -> LoadReport:
        """Write the tables over what is there, then take away what an earlier load wrote and this one did not.

        Every node and edge of ours carries the digest of its load. What carries none is not ours and stays. A reader
        sees the old graph, then both, then the new one; a load that breaks off is mended by the next.
        """
        mark = tables.digest
        for statement in schema_statements():
            self.run(statement, write=True)
        for text, rows in batches(tables):
            self.run(text, {"rows": rows, "load": mark}, write=True)
        self._sweep("load/sweep_edges", mark, EDGE_TYPES)
        self._sweep("load/sweep_nodes", mark, NODE_LABELS)
        return report(self.counts())

    def _sweep(self, path: str, mark: str, names: tuple[str, ...]) -> None:
        """Take away what carries the mark of another load, until a transaction finds less than it may take."""
        params = {"load": mark, "names": list(names), "batch": SWEEP}
        while self.run(read_text(path), params, write=True)[0]["n"] == SWEEP:
            pass

    def counts(self) -> Counts:
        """How much of each label and type there is."""
        return count_all(self)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()


def _driver(connection: Connection) -> neo4j.Driver:
    if urlsplit(connection.uri).scheme not in SCHEMES:
        raise StoreUnavailable(f"{connection.uri}: not the address of a Neo4j. It looks like bolt://localhost:7687.")
    return neo4j.GraphDatabase.driver(
        connection.uri,
        auth=(connection.user, connection.password),
        connection_timeout=CONNECT_SECONDS,
        notifications_min_severity="OFF",
    )


def _plain(value: Any) -> Any:
    """The driver's nodes, relationships, paths and times in the common shape, everything else plain."""
    if isinstance(value, neo4j.graph.Node):
        return {"labels": sorted(value.labels), "properties": _stated(value)}
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, "properties": _stated(value)}
    if isinstance(value, neo4j.graph.Path):
        return {"nodes": _plain(list(value.nodes)), "relationships": _plain(list(value.relationships))}
    if isinstance(value, neo4j.time.Duration):
        return {"months": value.months, "days": value.days, "seconds": value.seconds}
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time):
        return value.to_native().isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


def _stated(entity: neo4j.graph.Entity) -> dict[str, Any]:
    return {key: _plain(each) for key, each in entity.items() if key != MARK}


@contextmanager
def translated(connection: Connection) -> Iterator[None]:
    """The driver's errors as ours, for everything done inside the block."""
    try:
        yield
    except Neo4jError as error:
        raise _refused(error, connection) from error
    except DriverError as error:
        raise StoreUnavailable(_unreachable(error, connection)) from error
    except (OverflowError, TypeError, ValueError) as error:  # a parameter that the protocol cannot carry
        raise QueryRefused(f"a parameter cannot be sent: {first_line(error)}") from error


def _refused(error: Neo4jError, connection: Connection) -> StoreError:
    """What the server itself said."""
    _, kind, code = (error.code or "..").split(".", 2)
    if code == "Statement.AccessMode":
        return QueryRefused(READ_ONLY)
    if code in CURES:
        cure = CURES[code].format(user=connection.user, database=connection.database)
        return StoreUnavailable(f"{connection.uri}: {cure}")
    said = (error.message or code).strip().splitlines()[0]
    if kind == "ClientError" or code.startswith("Transaction."):
        return QueryRefused(said)
    return StoreError(f"{connection.uri}: {said}. Try again; else look at the server's log.")


def _unreachable(error: DriverError, connection: Connection) -> str:
    """Why nobody answers."""
    said = " ".join(_messages(error))
    if "SSL" in said or "BoltSecurity" in said:
        plain = connection.uri.replace("+ssc:", ":").replace("+s:", ":")
        return (
            f"{connection.uri}: the server does not answer with a valid encryption. Set NEO4J_URI={plain} or mend TLS."
        )
    if "looks like HTTP" in said:
        return f"{connection.uri}: that is the port of Neo4j Browser. Set NEO4J_URI to the Bolt port (7687)."
    if "DNS" in said:
        return f"{connection.uri}: no such host. Set NEO4J_URI."
    return f"{connection.uri}: no Neo4j answers there. {START}"


def _messages(error: BaseException | None) -> Iterator[str]:
    """The names and messages of an error, of its causes, and of those that it groups."""
    if error is None:
        return
    yield f"{type(error).__name__} {error}"
    yield from _messages(error.__cause__ or error.__context__)
    for each in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _messages(each)
