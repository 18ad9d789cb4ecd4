"""The commands that ask the graph: ask and query."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from graphbuilder.cli.options import Server, Settings, common, may_use_server, parameters
from graphbuilder.cli.output import emit_rows
from graphbuilder.cli.sources import open_graph
from graphbuilder.model import Scalar
from graphbuilder.queries import Query, bind, load_question, load_questions, parse_assignments, parse_literal


@click.command()
@click.argument("question", required=False)
@parameters
@may_use_server
@common
def ask(settings: Settings, server: Server, question: str | None, given: Sequence[str]) -> None:
    """Answer QUESTION about what was read, or list the questions."""
    if question is None:
        emit_rows([_as_row(known, as_json=settings.as_json) for known in load_questions()], as_json=settings.as_json)
    else:
        answer(settings, server, question, parse_assignments(given))


def answer(settings: Settings, server: Server | None, question: str, given: Mapping[str, str]) -> None:
    """Run a question of `cypher/ask` and print its rows."""
    known = load_question(question)
    values = bind(known, given)
    with open_graph(settings, server) as store:
        rows = store.run(known.text, values)
    emit_rows(rows, as_json=settings.as_json)
    if not rows:
        asked = ", ".join(f"{name}={value}" for name, value in values.items())
        settings.say(f"{question}: nothing found for {asked or 'this graph'}.")


def _as_row(query: Query, *, as_json: bool) -> dict[str, Any]:
    """A question for the list: its parameters as an object for programs, as `-p` takes them for people."""
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    if as_json:
        return {"name": query.name, "question": query.question, "parameters": defaults, "columns": query.columns}
    shown = " ".join(f"{name}={shlex.quote(str(value))}" for name, value in defaults.items())
    return {"name": query.name, "question": query.question, "parameters": shown}


@click.command()
@click.argument("cypher")
@parameters
@click.option("--write", is_flag=True, help="Let the query change the graph.")
@may_use_server
@common
def query(settings: Settings, server: Server, cypher: str, given: Sequence[str], write: bool) -> None:
    """Run any Cypher, read-only without --write.

    CYPHER is the query, or - to read it from standard input.
    """
    text = sys.stdin.read() if cypher == "-" else cypher
    values: dict[str, Scalar] = {name: parse_literal(value) for name, value in parse_assignments(given).items()}
    with open_graph(settings, server) as store:
        rows = store.run(text, values, write=write)
    emit_rows(rows, as_json=settings.as_json)
    if not rows:
        settings.say("No rows.")
