"""What a load finds out before it sends anything. No server is needed."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import pytest

from graphbuilder.store.chunks import BATCH, BATCH_BYTES, Chunks, cut, pack
from graphbuilder.store.plan import Plan, State, make_plan, name_parts
from graphbuilder.tables import EdgeTable, GraphRow, NodeTable, Rows, Tables


def things(numbers: Sequence[int], *, name: str = "theme") -> list[GraphRow]:
    return [{"id": f"theme/{n:06}", "labels": ["Theme"], "name": f"{name} {n}", "aliases": []} for n in numbers]


def tables(rows: list[GraphRow]) -> Tables:
    ends = [{"from": row["id"], "to": row["id"]} for row in rows]
    return Tables((NodeTable("Thing", rows),), (EdgeTable("SUBJECT", "Thing", "Thing", ends),))


def after(given: Tables) -> State:
    """What a server says once these tables are loaded."""
    plan = make_plan(name_parts(given), State())
    return State(plan.marks, plan.totals, plan.totals, "token", complete=True)


def sent(plan: Plan) -> int:
    return sum(map(len, plan.batches))


def test_chunks_cover_every_row_once_and_in_order() -> None:
    """Whatever their number; the same rows give the same chunks."""
    for size in (0, 1, 127, 5_000):
        rows = things(range(size))
        chunks = list(cut(rows, salt="x"))
        assert [row for each in chunks for row in rows[each.start : each.stop]] == rows
        assert chunks == list(cut(things(range(size)), salt="x"))


def test_a_row_more_or_less_changes_one_chunk() -> None:
    """The others keep their marks, though all rows behind it stand elsewhere."""
    rows = things(range(5_000))
    marks = {each.mark for each in cut(rows, salt="x")}
    for changed in (rows[:2_000] + rows[2_001:], rows[:2_000] + things([9]) + rows[2_000:]):
        assert len(marks ^ {each.mark for each in cut(changed, salt="x")}) <= 4
    assert len(marks) > 20


@pytest.mark.parametrize("salt", ["x", "y"])
def test_a_mark_hangs_on_names_values_and_text(salt: str) -> None:
    """Another value, another name of a property, another text that writes it: another mark."""
    [chunk] = cut([{"id": "1", "date": None}], salt=salt)
    for other in ({"id": "1", "date": "2021"}, {"id": "1", "day": None}, {"id": "2", "date": None}):
        assert next(cut([other], salt=salt)).mark != chunk.mark
    assert next(cut([{"id": "1", "date": None}], salt=f"{salt}z")).mark != chunk.mark


def test_chunks_are_cut_once_and_only_as_far_as_they_are_asked_for() -> None:
    """Asked again, even in the middle, they are the same ones."""
    made = list[int]()

    def make(n: int) -> GraphRow:
        made.append(n)
        return {"id": f"theme/{n:06}", "labels": [], "name": f"theme {n}"}

    rows = Rows(range(5_000), make)
    chunks = Chunks(rows, salt="x")
    assert 0 < len(list(islice(chunks, 3)) and made) < 5_000
    assert list(chunks) == list(chunks)
    assert made[1:] == list(range(5_000))  # the names of the properties are read off the first row before


def test_batches_are_bounded_in_rows_and_bytes() -> None:
    """A transaction takes 5,000 rows or 8 MB; one row that is larger goes alone."""
    for rows in (
        things(range(12_000)),
        things(range(90), name="long " * 60_000),
        things(range(2), name="x" * 9_000_000),
    ):
        packed = list(pack(cut(rows, salt="x")))
        assert sum(len(chunk) for batch in packed for chunk in batch) == len(rows)
        for batch in packed:
            assert sum(map(len, batch)) <= BATCH
            assert sum(chunk.size for chunk in batch) <= BATCH_BYTES or sum(map(len, batch)) == 1


def test_an_unchanged_graph_needs_nothing() -> None:
    """Nothing is sent and nothing is swept."""
    given = tables(things(range(3_000)))
    assert make_plan(name_parts(given), after(given)).idle


def test_a_small_change_sends_little() -> None:
    """Of 12,000 nodes one goes: a chunk or two are sent, and both names are swept for what it left."""
    rows = things(range(12_000))
    plan = make_plan(name_parts(tables(rows[1:])), after(tables(rows)))
    assert list(plan.sweeps) == ["SUBJECT", "Thing"]
    assert 0 < sent(plan) == plan.rows < 4_000


def test_a_count_that_is_not_ours_has_everything_sent_again() -> None:
    """Somebody took a node away: its label is sent and swept, the relationships are left alone."""
    given = tables(things(range(300)))
    state = after(given)
    plan = make_plan(
        name_parts(given), State(state.marks, state.seen, {**state.counts, "Thing": 299}, "t", complete=True)
    )
    assert (sent(plan), list(plan.sweeps)) == (300, ["Thing"])


def test_where_somebody_has_written_everything_is_sent() -> None:
    """The numbers may be as they were and the values not; what is new in the tables is among it."""
    given = tables(things(range(300)))
    state = replace(after(given), touched=True)
    plan = make_plan(name_parts(given), state)
    assert (sent(plan), list(plan.sweeps), plan.kept) == (600, ["SUBJECT", "Thing"], {})


def test_a_graph_is_known_while_all_of_it_is_so() -> None:
    """Whole, untouched, of this fingerprint, and as much of it as there was."""
    state = replace(after(tables(things(range(3)))), fingerprint="f")
    assert state.holds("f")
    assert not state.holds("g")
    counts = {**state.counts, "Thing": 2}
    for other in ({"touched": True}, {"complete": False}, {"counts": counts}, {"fingerprint": None}):
        assert not replace(state, **other).holds("f")


def test_nodes_are_created_only_where_there_are_none() -> None:
    """As edges are."""
    given = tables(things(range(3)))
    assert "CREATE (n:Thing" in next(make_plan(name_parts(given), State()).batches).text
    assert "MERGE (n:Thing" in next(make_plan(name_parts(given), State(counts={"Thing": 1})).batches).text


def test_after_a_load_that_broke_off_only_whole_chunks_count() -> None:
    """What it had left alone is not sent again; everything is swept."""
    rows = things(range(3_000))
    state = after(tables(rows[:1_500]))
    kept = make_plan(name_parts(tables(rows)), state).kept
    plan = make_plan(name_parts(tables(rows[:1_500])), State(kept, {}, state.counts, "t", complete=False))
    assert list(plan.sweeps) == ["SUBJECT", "Thing"]
    assert 0 < sent(plan) < 3_000


def test_edges_are_created_only_where_there_are_none() -> None:
    """A type that is there already, whoever wrote it, is merged."""
    given = tables(things(range(3)))
    first = make_plan(name_parts(given), State())
    later = make_plan(name_parts(given), State(counts={"SUBJECT": 1}))
    assert "CREATE (a)-[" in list(first.batches)[1].text
    assert "MERGE (a)-[" in list(later.batches)[1].text
