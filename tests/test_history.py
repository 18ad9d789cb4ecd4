"""What new statements change."""

from graphbuilder.history import Diff, compare, read_diff
from graphbuilder.model import Event, EventType, Status


def make_event(key, *statement_ids, contradicts=()):
    """An event that these statements tell."""
    return Event(
        key, f"What {key} is", EventType.CONSULT, Status.OCCURRED, (), (), True, "meet with", None, 2.5,
        statement_ids, (), contradicts=contradicts,
    )  # fmt: skip


def test_new_statements_add_confirm_and_contradict():
    """All of its statements are new, or some; of two accounts the older one is contradicted."""
    events = (
        make_event("old", "s1"),
        make_event("grown", "s2", "s9"),
        make_event("new", "s8"),
        make_event("denial", "s7", contradicts=("old",)),
    )
    assert compare(events, {"s7", "s8", "s9"}) == Diff(2, ("What grown is",), ("What old is",))
    assert compare(events, set()) == Diff()
    assert compare(events, {"s1"}) == Diff(1, (), ("What denial is",))


def test_accounts_that_differ_from_the_start_contradict_nothing_known():
    """Told and denied by the same build."""
    assert compare([make_event("a", "s1"), make_event("b", "s2", contradicts=("a",))], {"s1", "s2"}) == Diff(2)


def test_the_difference_comes_back_from_the_ledger():
    """As it was written; a run that was broken off has none."""
    diff = Diff(2, ("Chad calls Mali",), ("Łódź",))
    assert read_diff(diff.to_json()) == diff
    assert read_diff(None) == Diff()
