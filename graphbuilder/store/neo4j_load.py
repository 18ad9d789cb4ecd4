"""A load into a Neo4j server: what changed is written, then what nothing supports any more is taken away.

Every node and edge of ours carries the mark of its chunk; what carries none is not ours and stays. One node of our own
(:GraphbuilderLoad) says which chunks are whole. It is changed in the same transactions as the graph, so a load that
breaks off anywhere is mended by the next, and no batch is written twice. At the end it is sealed with the number of the
last commit: as long as that stays the last, nobody has written anything, and what the note says is so.

What is new is committed before anything is taken away, so a question finds every node and edge of the old graph until
the sweep, and every one of the new graph from then on. One transaction for all would promise less: Neo4j reads what is
committed while it is being committed, and a question then finds the old nodes gone and the new ones not there yet.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

import neo4j

from graphbuilder.errors import StoreError
from graphbuilder.store.base import Progress, ignore, present_counts
from graphbuilder.store.commits import last_commit
from graphbuilder.store.lookahead import ahead
from graphbuilder.store.plan import Batch, Part, Plan, State, make_plan, name_unwritable
from graphbuilder.store.texts import fill, read_text, schema_statements
from graphbuilder.tables import EDGE_TYPES, NODE_LABELS

LOST_ANSWERS = 3
"""So often the answer to one commit may be lost."""
SWEEP = 10_000
"""Nodes or edges that one transaction takes away."""
NOTE = {"id": "graphbuilder", "name": "last load"}
UNSEALED = {"fingerprint": "", "last_commit": -1}
"""Of the seal; written before it, so that the names are known and sealing is one commit."""
BUSY = "another reload is writing into this database. Wait until it is done, then run reload again."
LOST = "somebody deletes from this graph while it is loaded. Run reload again when that is done."
REPEATED = "repeated"
"""Counted in place of what a transaction did whose answer was lost: it was done, nobody knows how much of it."""
COUNTERS = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set")

Transaction = neo4j.ManagedTransaction
Step = Callable[[Transaction], Counter[str]]
Done = TypeVar("Done")


@dataclass(slots=True)
class _Load:
    """A load under way."""

    session: neo4j.Session
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    batch: int = 0
    done: Counter[str] = field(default_factory=Counter)

    def write(self, step: Step) -> Counter[str]:
        """One transaction of this load, done once however often it is tried, and only while the load is ours.

        Returns the server's counters; they are empty only where the transaction changed nothing.
        """
        self.batch += 1
        claim = {"token": self.token, "batch": self.batch}

        def work(transaction: Transaction) -> Counter[str]:
            row = transaction.run(read_text("load/claim"), claim).single()
            if row is None:
                raise StoreError(BUSY)
            return step(transaction) if row["due"] else Counter({REPEATED: 1})

        changed = transact(self.session, work)
        self.done += Counter({name: count for name, count in changed.items() if name != REPEATED})
        return changed


def transact(session: neo4j.Session, work: Callable[[Transaction], Done]) -> Done:
    """Do a transaction, once more where the answer to its commit was lost, which the driver leaves to its caller.

    Each of ours may be done again: a batch knows that it was, the note and the schema are the same twice.
    """
    for _ in range(LOST_ANSWERS):
        with suppress(neo4j.exceptions.IncompleteCommit):
            return session.execute_write(work)
    return session.execute_write(work)


def load(session: neo4j.Session, parts: Sequence[Part], on_progress: Progress, fingerprint: str | None) -> Counter[str]:
    """Make our part of the graph equal to the tables; returns the server's counters of what that changed."""
    make_schema(session, "CONSTRAINT")
    before = read_state(session)
    plan = make_plan(parts, before)
    if not plan.idle:
        return _in_batches(session, plan, before, on_progress, fingerprint)
    if not before.complete:  # else the load that left it so has made them
        make_schema(session, "INDEX")
        await_indexes(session)
    elif fingerprint and before.token and before.fingerprint != fingerprint:
        _seal(session, before.token, fingerprint)
    return Counter()


def clear(session: neo4j.Session) -> Counter[str]:
    """Take away all that earlier loads wrote, in batches."""
    make_schema(session, "CONSTRAINT")
    before = read_state(session)
    sweeps = [name for name in (*EDGE_TYPES, *NODE_LABELS) if before.counts.get(name)]
    return _in_batches(session, Plan(sweeps=sweeps), before, ignore, None)


def make_schema(session: neo4j.Session, kind: str) -> None:
    """The constraints, or the indexes, which the server then fills by itself."""
    for statement in schema_statements():
        if kind in statement.partition(" IF ")[0]:
            transact(session, lambda transaction, text=statement: _run(transaction, text))  # type: ignore[misc]


def await_indexes(session: neo4j.Session) -> None:
    """Wait until the indexes can be used."""
    session.execute_read(lambda transaction: transaction.run(read_text("load/await_indexes")).consume())


def _in_batches(
    session: neo4j.Session, plan: Plan, before: State, on_progress: Progress, fingerprint: str | None
) -> Counter[str]:
    running, sent, rows = _begin(session, plan, before), 0, plan.rows
    for of_edges, batches in groupby(ahead(plan.batches), key=attrgetter("of_edges")):
        if of_edges:
            make_schema(session, "INDEX")  # all are of nodes, and filled while the edges are written
        for batch in batches:
            running.write(lambda transaction, batch=batch: _send(transaction, batch))  # type: ignore[misc]
            sent += len(batch)
            on_progress(sent, rows)
    _sweep_in_batches(running, plan)
    make_schema(session, "INDEX")
    await_indexes(session)
    running.write(lambda transaction: _finish(transaction, plan, running.token))
    _seal(session, running.token, fingerprint or "")
    return running.done


def _seal(session: neo4j.Session, token: str, fingerprint: str) -> None:
    """Write down which commit is the last, this one. Where another comes between, the seal holds nothing shut."""
    commit = last_commit(session.last_bookmarks().raw_values)
    if commit is not None:
        sealed = {"token": token, "fingerprint": fingerprint, "commit": commit + 1}
        transact(session, lambda transaction: transaction.run(read_text("load/seal"), sealed).consume())


def _begin(session: neo4j.Session, plan: Plan, before: State) -> _Load:
    running = _Load(session)
    transact(session, lambda transaction: _note(transaction, plan, before, running.token))
    return running


def _note(transaction: Transaction, plan: Plan, before: State, token: str) -> None:
    """Write down that a load begins; nothing happens where this very load wrote that already, its answer lost."""
    marks = {f"marks_{name}": sorted(found) for name, found in plan.kept.items()}
    state = {**NOTE, **marks, "token": token, "batch": 0, "complete": False}
    asked = {"before": before.token or "", "token": token, "state": state}
    if transaction.run(read_text("load/begin"), asked).single() is None:
        raise StoreError(BUSY)


def _send(transaction: Transaction, batch: Batch) -> Counter[str]:
    try:
        return _run(transaction, batch.text, chunks=batch.chunks)
    except UnicodeEncodeError as error:
        raise StoreError(name_unwritable(batch)) from error


def _sweep_in_batches(running: _Load, plan: Plan) -> None:
    """Take away what no chunk has any more, until a transaction finds nothing."""
    marks = plan.marks
    for name in plan.sweeps:
        wanted = sorted(marks.get(name, ()))
        while running.write(lambda transaction, name=name, wanted=wanted: _sweep(transaction, name, wanted)):  # type: ignore[misc]
            pass


def _sweep(transaction: Transaction, name: str, wanted: Sequence[str]) -> Counter[str]:
    node = name in NODE_LABELS
    text = fill("load/sweep_nodes", NODE_LABEL=name) if node else fill("load/sweep_edges", EDGE_TYPE=name)
    return _run(transaction, text, marks=wanted, batch=SWEEP)


def _finish(transaction: Transaction, plan: Plan, token: str) -> Counter[str]:
    """Write down what is whole now; StoreError where somebody took away what this load wrote."""
    counts = _count(transaction)
    if any(counts.get(name, 0) < count for name, count in plan.totals.items()):
        raise StoreError(LOST)
    marks = {f"marks_{name}": sorted(found) for name, found in plan.marks.items()}
    seen = {f"seen_{name}": count for name, count in counts.items()}
    state = {**NOTE, **marks, **seen, "token": token, "batch": 0, "complete": True, **UNSEALED}
    _run(transaction, read_text("load/finish"), state=state)
    return Counter()


def _run(transaction: Transaction, text: str, /, **params: object) -> Counter[str]:
    """Run a statement for its effect."""
    counters = transaction.run(text, params).consume().counters
    return Counter({name: getattr(counters, name) for name in COUNTERS if getattr(counters, name)})


def read_state(session: neo4j.Session) -> State:
    """What the server holds, and whether somebody has written since the last load."""
    counts, note = session.execute_read(_read_note)
    last = last_commit(session.last_bookmarks().raw_values)
    return State(
        {name: frozenset(note[key]) for name, key in _named(note, "marks_")},
        {name: note[key] for name, key in _named(note, "seen_")},
        counts,
        note.get("token"),
        complete=bool(note.get("complete")),
        touched=last is not None and last != note.get("last_commit"),
        fingerprint=note.get("fingerprint") if last is not None else None,
    )


def _read_note(transaction: Transaction) -> tuple[dict[str, int], Mapping[str, Any]]:
    row = transaction.run(read_text("load/state")).single()
    return _count(transaction), row["state"] if row else {}


def _named(note: Mapping[str, Any], prefix: str) -> Iterable[tuple[str, str]]:
    return [(key.removeprefix(prefix), key) for key in note if key.startswith(prefix)]


def _count(transaction: Transaction) -> dict[str, int]:
    """How much there is of each label and type that is there at all."""
    texts = read_text("load/count_nodes"), read_text("load/count_edges")
    return present_counts(row.data() for text in texts for row in transaction.run(text))
