"""Reading a bookmark, as far as it needs no server; that servers write such ones test_neo4j_seal.py shows."""

from base64 import b64encode

import pytest

from graphbuilder.store.commits import last_commit

DATABASE = bytes(range(16))


def bookmark(number: bytes, *, head: bytes = b"\x91\xcc\x10", tail: bytes = b"\x90") -> str:
    return "FB:" + b64encode(head + DATABASE + number + tail).decode()


@pytest.mark.parametrize(
    ("number", "commit"),
    [(b"\x03", 3), (b"\xc9\x00\x83", 131), (b"\xca\x00\x01\x00\x00", 65_536), (b"\xcb" + bytes(7) + b"\x07", 7)],
)
def test_the_number_of_a_commit(number: bytes, commit: int) -> None:
    """In each size that the protocol has."""
    assert last_commit([bookmark(number)]) == commit


@pytest.mark.parametrize(
    "marks",
    [
        [], ["FB:"], ["FB:!"], ["neo4j:bookmark:v1:tx42"], [bookmark(b"\x03"), bookmark(b"\x04")], [bookmark(b"")],
        [bookmark(b"\xc9\x00")], [bookmark(b"\x03", head=b"\x92\xcc\x10")], [bookmark(b"\x03", tail=b"\x91")],
    ],
)  # fmt: skip
def test_another_form_is_not_read(marks: list[str]) -> None:
    """Nothing is guessed from it."""
    assert last_commit(marks) is None
