"""Rows as text: an aligned table for people, JSON for programs."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import click

GAP = "  "
NARROWEST = 12


def emit_json(value: object) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def emit_rows(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """The rows on stdout, wrapped to the terminal where stdout is one and never cut elsewhere."""
    if as_json:
        emit_json(rows)
    elif rows:
        click.echo(render_table(rows, terminal_width()))


def terminal_width() -> int | None:
    """Columns of the terminal; None where stdout is none, and nothing is to be wrapped."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def indent(text: str) -> str:
    """The text four characters in, wrapped to the terminal."""
    width = terminal_width()
    margin = " " * 4
    return (
        margin + text if width is None else textwrap.fill(text, width, initial_indent=margin, subsequent_indent=margin)
    )


def render_table(rows: Sequence[dict[str, Any]], width: int | None) -> str:
    """An aligned table; with a width the widest columns are wrapped until a line fits. At least one row is needed."""
    columns = list(rows[0])
    cells = [[_words(row[column]) for column in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    if width is not None:
        widths = fit_widths(widths, width - len(GAP) * (len(widths) - 1))
    right = [all(isinstance(row[column], int | float) for row in rows) for column in columns]
    ruler = ["-" * size for size in widths]
    return "\n".join(line for row in (columns, ruler, *cells) for line in _lines(row, widths, right))


def fit_widths(widths: Sequence[int], room: int) -> list[int]:
    """Column widths that fill at most `room` characters: the widest give way first, to 12 characters at the least."""
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _lines(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    wrapped = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, wrapped))
    padded = [cell + [""] * (height - len(cell)) for cell in wrapped]
    return [
        GAP.join(
            part.rjust(width) if flush else part.ljust(width)
            for part, width, flush in zip(parts, widths, right, strict=True)
        ).rstrip()
        for parts in zip(*padded, strict=True)
    ]


def _words(value: object) -> str:
    """A cell: nothing for null, lists joined by commas, numbers with at most three decimals, one line of text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.3f}".rstrip("0").rstrip(".")
        case list() | tuple():
            return ", ".join(_words(item) for item in value)
        case dict():
            return json.dumps(value, ensure_ascii=False, default=str)
        case _:
            return " ".join(str(value).split())


def count_words(counts: Mapping[str, int]) -> str:
    """Counts as words: {"caption": 3, "credit": 1} is "3 captions, 1 credit"."""
    return ", ".join(f"{count} {_plural(name, count)}" for name, count in counts.items())


def graph_words(counts: Mapping[str, int]) -> str:
    """The nodes of a graph by label, and how many edges there are in all; edge types are those in capitals."""
    nodes = {name.lower(): count for name, count in counts.items() if not name.isupper()}
    edges = sum(count for name, count in counts.items() if name.isupper())
    return count_words({**nodes, "edge": edges})


def _plural(name: str, count: int) -> str:
    singular = name.removesuffix("s")
    return singular if count == 1 else f"{singular}s"
