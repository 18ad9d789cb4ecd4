"""The commands about actors: who appears, why two names are one, what the user knows better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from graphbuilder.cli.answers import answer
from graphbuilder.cli.judging import because, emit_made
from graphbuilder.cli.nesting import hand_on
from graphbuilder.cli.options import Settings, common
from graphbuilder.cli.output import emit_rows

if TYPE_CHECKING:
    from graphbuilder.resolve import Resolution


@click.group(invoke_without_command=True)
@common
@click.pass_context
def actors(ctx: click.Context, settings: Settings) -> None:
    """List who appears, and how often; merge and split actors.

    An actor is named by its id or by a name that only it has.
    """
    if not hand_on(ctx):
        answer(settings, None, "actors", {"limit": "1000000"})


@actors.command()
@click.argument("name")
@common
def why(settings: Settings, name: str) -> None:
    """Show the names that are held for one actor, and by which rule.

    NAME is the id of an actor, or a name of it.
    """
    from graphbuilder import deciding, pipeline

    with pipeline.open_workspace(settings.workspace) as ledger:
        resolution = pipeline.trace(ledger)
    actor_id = deciding.find_actor(resolution, name)
    emit_rows(_names(resolution, actor_id), as_json=settings.as_json)


def _names(resolution: Resolution, actor_id: str) -> list[dict[str, Any]]:
    """A row for each name that articles give the actor, with the joins that it takes part in."""
    links = [link for link in resolution.links.get(actor_id, ()) if link.name != link.other]
    found: dict[str, list[str]] = {}
    for mention in resolution.mentions[actor_id]:
        found.setdefault(mention.actor.name, []).append(mention.article_id)
    return [
        {
            "name": name,
            "actor": actor_id,
            "rules": [
                f"{link.why}: {link.other if name == link.name else link.name}"
                for link in links
                if name in (link.name, link.other)
            ],
            "n_articles": len(set(articles)),
            "articles": sorted(set(articles)),
        }
        for name, articles in sorted(found.items())
    ]


@actors.command()
@click.argument("actor")
@click.argument("others", nargs=-1, required=True)
@because
@common
def merge(settings: Settings, actor: str, others: Sequence[str], reason: str | None) -> None:
    """Make ACTOR and OTHERS one actor, under the name of ACTOR."""
    from graphbuilder import deciding, pipeline

    with pipeline.open_workspace(settings.workspace) as ledger:
        made = deciding.merge(ledger, [actor, *others], reason=reason)
        inner = deciding.count_inner(ledger, made)
    emit_made(settings, made)
    if inner:
        settings.say(f"Left out: {inner} statements of what they do to each other. judgements undo brings them back.")


@actors.command()
@click.argument("actor")
@click.argument("parts", nargs=-1, required=True)
@because
@common
def split(settings: Settings, actor: str, parts: Sequence[str], reason: str | None) -> None:
    """Take PARTS out of ACTOR and make them an actor of their own.

    PARTS are articles in which somebody else is meant, or names that are somebody else's.
    """
    from graphbuilder import deciding, pipeline

    with pipeline.open_workspace(settings.workspace) as ledger:
        made = deciding.split(ledger, actor, parts, reason=reason)
    emit_made(settings, made)


@actors.command()
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Rows at the most.")
@common
def unknown(settings: Settings, limit: int) -> None:
    """Rank the names and verbs that the vocabularies do not know."""
    from graphbuilder import pipeline
    from graphbuilder.unknowns import find_unknowns

    with pipeline.open_workspace(settings.workspace) as ledger:
        rows = find_unknowns(pipeline.trace(ledger))[:limit]
    emit_rows([asdict(row) for row in rows], as_json=settings.as_json)
    if not rows:
        settings.say("The vocabularies know all names and verbs.")
