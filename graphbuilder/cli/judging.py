"""The commands that record what the user knows better about statements, and that list and undo all judgements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from graphbuilder.cli.nesting import hand_on
from graphbuilder.cli.options import Command, Settings, common
from graphbuilder.cli.output import emit_json, emit_rows

if TYPE_CHECKING:
    from graphbuilder.judgements import Judgement
    from graphbuilder.model import Statement


def because(function: Command) -> Command:
    """--because TEXT, as `reason`."""
    return click.option("--because", "reason", metavar="TEXT", help="Why; kept with the judgement.")(function)


def emit_made(settings: Settings, made: Sequence[Judgement]) -> None:
    """What was written down, with the number that undoes it."""
    if settings.as_json:
        emit_json([_row(judgement) for judgement in made])
    elif not settings.quiet:
        for judgement in made:
            click.echo(f"judgement {judgement.id}: {judgement.verdict} {' '.join(judgement.about)}")
    settings.say("A Neo4j server follows with graphbuilder reload --neo4j.")


def _row(judgement: Judgement) -> dict[str, Any]:
    return {
        "id": judgement.id,
        "verdict": str(judgement.verdict),
        "about": list(judgement.about),
        "because": judgement.reason,
        "made": judgement.made,
    }


@click.group(invoke_without_command=True)
@click.option("--about", metavar="WORDS", default="", help="Only those with these words in a column.")
@common
@click.pass_context
def statements(ctx: click.Context, settings: Settings, about: str) -> None:
    """List the statements with their ids; reject wrong ones."""
    if not hand_on(ctx):
        _list(settings, about.lower())


def _list(settings: Settings, about: str) -> None:
    from graphbuilder import pipeline

    with pipeline.open_workspace(settings.workspace) as ledger:
        extractions = pipeline.trace(ledger).extractions
    rows = [_statement_row(each) for extraction in extractions for each in extraction.statements]
    shown = [row for row in rows if any(about in value.lower() for value in row.values())]
    emit_rows(shown, as_json=settings.as_json)
    if not shown:
        settings.say(f"No statement has {about} in it.")


def _statement_row(statement: Statement) -> dict[str, str]:
    return {
        "id": statement.id,
        "subject": statement.subject.name,
        "relation": statement.relation,
        "object": statement.object.name,
        "status": str(statement.status),
        "article": statement.article_id,
        "sentence": statement.sentence.text,
    }


@statements.command()
@click.argument("statement_ids", nargs=-1, required=True, metavar="ID...")
@because
@common
def reject(settings: Settings, statement_ids: Sequence[str], reason: str | None) -> None:
    """Leave statements out of the graph and of all answers.

    ID is the id of a statement; `graphbuilder statements` lists them.
    """
    from graphbuilder import deciding, pipeline

    with pipeline.open_workspace(settings.workspace) as ledger:
        made = deciding.reject(ledger, statement_ids, reason=reason)
    emit_made(settings, made)


@click.group(invoke_without_command=True)
@common
@click.pass_context
def judgements(ctx: click.Context, settings: Settings) -> None:
    """List what was decided by hand; undo it."""
    if not hand_on(ctx):
        _list_judgements(settings)


def _list_judgements(settings: Settings) -> None:
    from graphbuilder import deciding, pipeline

    with pipeline.open_workspace(settings.workspace, empty=True) as ledger:
        rows = [{**_row(each.judgement), "applies": each.applies} for each in deciding.list_judgements(ledger)]
    emit_rows(rows, as_json=settings.as_json)
    if not rows:
        settings.say("No judgements.")


@judgements.command()
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER...")
@common
def undo(settings: Settings, numbers: Iterable[int]) -> None:
    """Take judgements back.

    NUMBER is the id of a judgement; `graphbuilder judgements` lists them.
    """
    from graphbuilder import deciding, pipeline

    taken = sorted(set(numbers))
    with pipeline.open_workspace(settings.workspace, empty=True) as ledger:
        deciding.undo(ledger, taken)
    if settings.as_json:
        emit_json({"undone": taken})
    elif not settings.quiet:
        click.echo(f"undone: {', '.join(map(str, taken))}")
