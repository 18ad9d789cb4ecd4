"""A Neo4j server through the official driver."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import neo4j
import neo4j.graph
import neo4j.time

from graphbuilder.errors import StoreError, StoreUnavailable
from graphbuilder.store.base import Counts, LoadReport, Progress, Result, count_all, ignore, refuse_files, report
from graphbuilder.store.neo4j_errors import NEWER, Connection, translated
from graphbuilder.store.neo4j_load import clear, load, read_state
from graphbuilder.store.plan import name_parts
from graphbuilder.store.texts import read_text
from graphbuilder.tables import Tables

__all__ = ["Connection", "Neo4jStore"]

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 10
RETRY_SECONDS = 30
"""How long a transaction is tried again where the server is gone or says that trying again may help."""
OLDEST = (5, 26)  # the first that takes labels from a row when it makes a node, and the oldest that is tested
MARK = "graphbuilder_load"
"""The property that says which load wrote something; answers do not show it."""

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else its messages go to stderr, beside ours


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
                _check_version(self._driver.get_server_info().agent, connection)
            self.run(read_text("load/ping"))  # only a query finds out whether the database is there
        except StoreError:
            self._driver.close()
            raise

    def run(self, query: str, params: Mapping[str, object] | None = None, *, write: bool = False) -> list[Result]:
        """The rows of a query, in one transaction that is tried again where the server asks for it."""

        if not write:
            refuse_files(query)

        def work(transaction: neo4j.ManagedTransaction) -> list[Result]:
            answer = transaction.run(query, dict(params or {}))
            rows = [dict(zip(record.keys(), map(_plain, record.values()), strict=True)) for record in answer]
            if _changes_data(answer.consume().counters):
                transaction.run(read_text("load/forget")).consume()
            return rows

        with translated(self._connection), self._session() as session:
            return session.execute_write(work) if write else session.execute_read(work)

    def holds(self, fingerprint: str) -> bool:
        """True where the last load gave this fingerprint and nobody has written into the database since."""
        with translated(self._connection), self._session() as session:
            return read_state(session).holds(fingerprint)

    def load(
        self,
        tables: Tables,
        *,
        from_scratch: bool = False,
        on_progress: Progress = ignore,
        fingerprint: str | None = None,
    ) -> LoadReport:
        """Write what changed, then take away what an earlier load wrote and this one did not; see `neo4j_load`."""
        parts = name_parts(tables)
        with translated(self._connection), self._session() as session:
            changes = clear(session) if from_scratch else Counter[str]()
            changes += load(session, parts, on_progress, fingerprint)
        return report(self.counts(), changes)

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._connection.database)

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
        max_transaction_retry_time=RETRY_SECONDS,
        notifications_min_severity="OFF",
    )


def _check_version(agent: str, connection: Connection) -> None:
    """`StoreUnavailable` for a server that is too old; one that says no version in numbers is taken."""
    numbers = agent.partition("/")[2].split(".")[:2]
    if all(number.isdecimal() for number in numbers) and tuple(map(int, numbers)) < OLDEST:
        raise StoreUnavailable(f"{connection.uri}: {agent} is too old. {NEWER}")


def _changes_data(counters: neo4j.SummaryCounters) -> bool:
    """True where nodes or relationships are not as they were; a change of the schema is none."""
    return any(
        (
            counters.nodes_created, counters.nodes_deleted, counters.relationships_created, counters.properties_set,
            counters.relationships_deleted, counters.labels_added, counters.labels_removed,
        )
    )  # fmt: skip


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
