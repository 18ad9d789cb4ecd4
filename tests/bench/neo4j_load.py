"""How fast a load into Neo4j is, held against a bare driver loop that creates the same rows in the same run.

    python tests/bench/neo4j_load.py --relationships 1000000

Two local servers, each empty at first: one takes our load, the other the bare loop. They take turns, batch by batch,
so that whatever else the machine does slows both alike; a server that waits costs nothing. The rows are made from the
package's own vocabulary, the same ones every time. One JSON object on stdout.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

import neo4j
from made_up import make_tables, write_ledger

from graphbuilder.fingerprint import fingerprint
from graphbuilder.ledger import open_ledger
from graphbuilder.pipeline import refresh_server
from graphbuilder.server import Server, local_server, server_version
from graphbuilder.store import Store, open_neo4j
from graphbuilder.store.base import Progress
from graphbuilder.store.texts import schema_statements
from graphbuilder.tables import GraphRow, NodeTable, Tables

BATCH = 5_000


class Bare:
    """What one writes by hand: uniqueness constraints, then UNWIND and CREATE, rows of one label set at a time."""

    def __init__(self, session: neo4j.Session, tables: Tables) -> None:
        self.session, self.batches = session, bare_batches(tables)
        self.rows, self.seconds, self.cpu = 0, 0.0, 0.0

    def follow(self, done: int) -> None:
        """Write until there are as many rows as the other one has.

        What a thread of our load does meanwhile counts as our time.
        """
        while self.rows < done:
            own = time.thread_time()
            seconds, cpu = timed(self.write)
            others = max(cpu - (time.thread_time() - own), 0.0)
            self.seconds, self.cpu = self.seconds + seconds - others, self.cpu + cpu - others

    def write(self) -> None:
        text, batch = next(self.batches)
        self.session.execute_write(lambda transaction: transaction.run(text, rows=batch).consume())
        self.rows += len(batch)

    def begin(self) -> None:
        for statement in schema_statements():
            if "CONSTRAINT" in statement:
                self.session.execute_write(lambda transaction, text=statement: transaction.run(text).consume())


def bare_batches(tables: Tables) -> Iterator[tuple[str, list[GraphRow]]]:
    for text, rows in bare_statements(tables):
        for batch in batched(rows):
            yield text, batch


def bare_statements(tables: Tables) -> Iterator[tuple[str, Iterator[GraphRow]]]:
    for table in tables.nodes:
        ordered = sorted(range(len(table.rows)), key=lambda n, rows=table.rows: str(rows[n]["labels"]))
        rows = map(table.rows.__getitem__, ordered)
        for labels, group in groupby(rows, key=lambda row: ":".join((table.label, *row["labels"]))):
            values = ", ".join(f"{name}: row.{name}" for name in table.rows[0] if name != "labels")
            yield f"UNWIND $rows AS row CREATE (n:{labels} {{{values}}})", group
    for table in tables.edges:
        values = ", ".join(f"{name}: row.{name}" for name in table.rows[0] if name not in ("from", "to"))
        ends = f"MATCH (a:{table.from_label} {{id: row.from}}) MATCH (b:{table.to_label} {{id: row.to}})"
        yield f"UNWIND $rows AS row {ends} CREATE (a)-[r:{table.type} {{{values}}}]->(b)", iter(table.rows)


def batched(rows: Iterator[GraphRow]) -> Iterator[list[GraphRow]]:
    batch: list[GraphRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of this process's CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - cpu


def side_by_side(store: Store, bare: Bare, tables: Tables, known: str, shown: Progress) -> dict[str, object]:
    """Both loads in turns; what the bare one took is not ours."""

    def turn(done: int, total: int) -> None:
        bare.follow(done)
        shown(done, total)

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    both, both_cpu = timed(lambda: store.load(tables, on_progress=turn, fingerprint=known))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    rows, ours = tables.n_nodes + tables.n_edges, both - bare.seconds
    assert sum(store.counts().values()) == bare.rows == rows
    return {
        "nodes": tables.n_nodes, "relationships": tables.n_edges, "bare_seconds": round(bare.seconds, 1),
        "load_seconds": round(ours, 1), "bare_rows_per_second": round(rows / bare.seconds),
        "load_rows_per_second": round(rows / ours), "rate_against_bare": round(bare.seconds / ours, 3),
        "bare_cpu_seconds": round(bare.cpu, 1), "load_cpu_seconds": round(both_cpu - bare.cpu, 1),
        "client_mb": before // 1024, "client_grown_mb": grown // 1024,
    }  # fmt: skip


def again(store: Store, ledger: Path, tables: Tables, first: float) -> dict[str, object]:
    """Reloads: of a ledger that is as it was, of tables that are as they were, and with one row changed."""
    with open_ledger(ledger) as opened:
        unchanged, _ = timed(lambda: refresh_server(opened, store))
    same, _ = timed(lambda: store.load(tables))
    *rows, last = tables.nodes[0].rows
    changed = NodeTable("Article", [*rows, last | {"headline": "Another headline"}])
    one, _ = timed(lambda: store.load(Tables((changed, *tables.nodes[1:]), tables.edges)))
    return {
        "unchanged_seconds": round(unchanged, 2), "unchanged_share": round(unchanged / first, 4),
        "unchanged_tables_seconds": round(same, 2), "one_row_changed_seconds": round(one, 2),
    }  # fmt: skip


def measure(ours: Server, others: Server, size: int, ledger: Path, shown: Progress) -> dict[str, object]:
    """Everything, on two servers that hold nothing."""
    tables = make_tables(size)
    write_ledger(ledger, size)
    with ExitStack() as stack:
        driver = stack.enter_context(neo4j.GraphDatabase.driver(others.uri, auth=(others.user, others.password)))
        bare = Bare(stack.enter_context(driver.session()), tables)
        bare.begin()
        store = open_neo4j(ours.uri, ours.user, ours.password)
        stack.callback(store.close)
        first = side_by_side(store, bare, tables, fingerprint(ledger), shown)
        return {"neo4j": server_version(), **first, **again(store, ledger, tables, float(str(first["load_seconds"])))}


def show(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done:>9,} of {total:,}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--relationships", type=int, default=100_000)
    size = parser.parse_args().relationships
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        ours, others = (stack.enter_context(local_server(Path(folder, name))) for name in ("ours", "bare"))
        shown = show if sys.stderr.isatty() else lambda _, __: None
        result = measure(ours, others, size, Path(folder, "ledger.sqlite"), shown)
    sys.stdout.write(f"{json.dumps(result, indent=2)}\n")


if __name__ == "__main__":
    main()
