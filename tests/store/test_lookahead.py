"""Work that is done one item ahead."""

import threading
from collections.abc import Iterator

import pytest

from graphbuilder.store.lookahead import ahead


def test_items_come_in_order_and_one_is_made_ahead():
    """While the caller has one, the next is made, and no further one."""
    made, second = list[int](), threading.Event()

    def items() -> Iterator[int]:
        for number in range(1, 5):
            made.append(number)
            if number == 2:
                second.set()
            yield number

    coming = ahead(items())
    assert next(coming) == 1
    assert second.wait(10)
    assert made == [1, 2]
    assert list(coming) == [2, 3, 4]


def test_what_goes_wrong_in_the_thread_is_raised_where_the_item_is_asked_for():
    """After the items that were made before it."""

    def items() -> Iterator[int]:
        yield 1
        raise ValueError("no second")

    coming = ahead(items())
    assert next(coming) == 1
    with pytest.raises(ValueError, match="no second"):
        next(coming)
