"""Near-duplicate articles: copies of one wire report are one source, however many outlets print it.

An article is signed once, by MinHash over its runs of three words; the ledger keeps the signature. Copies are found
among those that share a band of it, so the work grows with the articles and not with their pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

RUN = 3
"""Words of a run: chance hardly ever repeats three in a row."""
SIZE = 128
"""Numbers of a signature, four bytes each."""
BAND = 4
"""Numbers of a band: of two articles that share half of their runs, six in seven pairs share one of the 32 bands."""
ALIKE = 0.5
"""The least share of common runs for two articles to be copies; two reports of one thing share under a tenth."""

WIDTH = 8 * BAND
"""Hexadecimal digits of a band."""


def sign(text: str) -> str:
    """The signature of a text, in hexadecimal digits; the same for the same words, whatever stands between them."""
    from datasketch import MinHash

    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1))}
    minhash = MinHash(num_perm=SIZE, seed=1, scheme="affine32")
    minhash.update_batch([run.encode() for run in sorted(runs)])
    return "".join(f"{int(number):08x}" for number in minhash.digest())


def find_copies(signatures: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For every article that has copies, the least id among them; the order of the articles does not matter."""
    signed = dict(sorted(signatures))
    parent = {key: key for key in signed}
    for bucket in _buckets(signed):
        leaders: list[str] = []
        for key in bucket:
            leader = next((each for each in leaders if _are_one(each, key, parent, signed)), None)
            if leader is None:
                leaders.append(key)
            else:
                low, high = sorted((_find(leader, parent), _find(key, parent)))
                parent[high] = low
    found = {key: _find(key, parent) for key in signed}
    copied = {leader for key, leader in found.items() if key != leader}
    return {key: leader for key, leader in found.items() if leader in copied}


def _buckets(signed: Mapping[str, str]) -> Iterator[list[str]]:
    """The articles that share a band, by id."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key, signature in signed.items():
        for start in range(0, len(signature), WIDTH):
            found[start, signature[start : start + WIDTH]].append(key)
    yield from (keys for keys in found.values() if len(keys) > 1)


def _are_one(one: str, other: str, parent: dict[str, str], signed: Mapping[str, str]) -> bool:
    return _find(one, parent) == _find(other, parent) or likeness(signed[one], signed[other]) >= ALIKE


def _find(key: str, parent: dict[str, str]) -> str:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def likeness(one: str, other: str) -> float:
    """The share of runs that two signed texts have in common, as their signatures tell it."""
    places = range(0, len(one), 8)
    return sum(one[place : place + 8] == other[place : place + 8] for place in places) / len(places)
