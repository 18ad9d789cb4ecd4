"""Which commit of a database was the last: how a load can tell that nobody has written since."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Collection

_HEAD, _TAIL = b"\x91\xcc\x10", b"\x90"  # a list of one, with the 16 bytes of the database; no other graphs
_SIZES = {0xC8: 2, 0xC9: 3, 0xCA: 5, 0xCB: 9}  # PackStream: the first byte of a number, and how many it takes


def last_commit(bookmarks: Collection[str]) -> int | None:
    """The number of the last commit that a transaction saw, by its bookmark.

    None where that is not to be known: the form is that of Neo4j 5.26 and 2026, and nobody promises that it stays.
    """
    if len(bookmarks) != 1:
        return None
    try:
        data = b64decode(next(iter(bookmarks)).removeprefix("FB:"))
    except (binascii.Error, ValueError):
        return None
    number = data[19:-1]
    if not number or not data.startswith(_HEAD) or not data.endswith(_TAIL):
        return None
    if number[0] < 0x80 and len(number) == 1:
        return number[0]
    return int.from_bytes(number[1:], "big") if _SIZES.get(number[0]) == len(number) else None
