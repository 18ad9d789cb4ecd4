"""A bar for what takes long, where somebody looks at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from graphbuilder.cli.options import Settings


@contextmanager
def loading_bar(settings: Settings) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr where that is a terminal and --quiet is not given; the block is handed what advances it.

    It is drawn at the first news, when it is known how much there is.
    """
    bar = click.progressbar(
        length=1, label="loading", file=sys.stderr, show_pos=True, hidden=settings.quiet or not sys.stderr.isatty()
    )
    with bar:

        def advance(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield advance
