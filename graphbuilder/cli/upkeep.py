"""The commands that look after a workspace: status, reload, export and remove."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphbuilder import __version__
from graphbuilder.cli.options import SOME_FAILED, Server, Settings, common, may_use_server
from graphbuilder.cli.output import count_words, emit_json, emit_rows, graph_words
from graphbuilder.cli.progress import loading_bar
from graphbuilder.cli.sources import open_graph, open_server

if TYPE_CHECKING:
    from graphbuilder.ledger import Ledger, Run
    from graphbuilder.store import LoadReport

SHOWN = (
    "id", "finished", "added", "replaced", "unchanged", "failed",
    "events_added", "events_confirmed", "events_contradicted", "model",
)  # fmt: skip
"""What the table of builds has; --json has everything."""
FORMATS = ("graphml", "jsonl", "neo4j-csv")


@click.command()
@common
def status(settings: Settings) -> None:
    """Show what the workspace holds and what made it."""
    from graphbuilder.pipeline import open_workspace

    with open_workspace(settings.workspace, empty=True) as ledger:
        report = _status(settings, ledger)
    if settings.as_json:
        emit_json(report)
        return
    runs = report["runs"]
    click.echo(f"graphbuilder {__version__}, workspace {settings.workspace}")
    click.echo(f"ledger: {count_words(_readable(report['ledger']))}")
    click.echo(f"graph: {graph_words(report['graph'])}")
    click.echo(f"last build: {runs[-1]['finished'] or 'broken off' if runs else 'none'}")
    emit_rows([{name: _counted(run)[name] for name in SHOWN} for run in runs], as_json=False)


def _status(settings: Settings, ledger: Ledger) -> dict[str, Any]:
    with open_graph(settings, empty=True) as store:
        counts = store.counts()
    return {
        "workspace": str(settings.workspace),
        "version": __version__,
        "ledger": asdict(ledger.counts()),
        "graph": counts,
        "runs": [_run_row(run) for run in ledger.runs()],
    }


def _readable(counts: dict[str, int]) -> dict[str, int]:
    return {"dropped line" if name == "dropped" else name: count for name, count in counts.items()}


def _run_row(run: Run) -> dict[str, Any]:
    row = asdict(run)
    diff = {f"events_{name}": found for name, found in row.pop("diff").items()}
    return {"id": row.pop("id"), **row.pop("extractor"), **row, **diff}


def _counted(row: dict[str, Any]) -> dict[str, Any]:
    """The row for people: how many events, not which."""
    return {name: len(value) if isinstance(value, tuple) else value for name, value in row.items()}


@click.command()
@click.option("--from-scratch", is_flag=True, help="First take everything of ours out of the server.")
@may_use_server
@common
def reload(settings: Settings, server: Server, from_scratch: bool) -> None:
    """Rebuild the graph from the ledger.

    The graph is the workspace's own, or with --neo4j the server's. Only what changed is sent to a server, and what
    others wrote there stays; --from-scratch leaves no graph there until it is done.
    """
    from graphbuilder import pipeline

    with pipeline.open_workspace(settings.workspace, empty=True) as ledger:
        if server.wanted:
            with closing(open_server(server)) as store, loading_bar(settings) as advance:
                loaded = pipeline.refresh_server(ledger, store, from_scratch=from_scratch, on_progress=advance)
        else:
            loaded = pipeline.refresh_embedded(ledger)
    _report(settings, f"loaded: {graph_words(loaded.counts)}{_changes(loaded)}", loaded.counts)


def _changes(loaded: LoadReport) -> str:
    """What a load into a server did beside: nothing for the workspace's own graph, which is made anew."""
    made = {name.replace("_", " "): count for name, count in loaded.changes.items() if name != "properties_set"}
    return f" ({', '.join(f'{count} {name}' for name, count in made.items())})" if made else ""


def _report(settings: Settings, text: str, row: object) -> None:
    """What a command did: a line for people, an object for programs."""
    if settings.as_json:
        emit_json(row)
    elif not settings.quiet:
        click.echo(text)


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="Instead of the ending of TARGET.")
@common
def export(settings: Settings, target: Path, form: str | None) -> None:
    """Write GraphML, the statements as JSON Lines, or files for Neo4j's bulk import.

    The ending of TARGET says which: .graphml or .jsonl; the bulk import needs a folder and --format neo4j-csv.
    """
    form = form or target.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise click.UsageError(f"{target}: no format has this ending. Use .graphml or .jsonl, or give --format.")
    if form == "neo4j-csv":
        _export_bulk(settings, target)
    else:
        written = _export(settings, target, form)
        _report(settings, f"{target}: {count_words(written)}", {"file": str(target), "format": form, **written})


def _export(settings: Settings, target: Path, form: str) -> dict[str, int]:
    from graphbuilder import pipeline
    from graphbuilder.export import export_graphml, export_jsonl
    from graphbuilder.graph import build_tables

    with pipeline.open_workspace(settings.workspace) as ledger:
        extractions, events = pipeline.find_events(ledger)
    try:
        if form == "jsonl":
            return {"statement": export_jsonl(target, extractions, events)}
        nodes, edges = export_graphml(target, build_tables(extractions, events))
    except OSError as error:
        raise _unwritable(target, error) from error
    return {"node": nodes, "edge": edges}


def _export_bulk(settings: Settings, folder: Path) -> None:
    from graphbuilder import pipeline
    from graphbuilder.cli.bulk import export_bulk

    with pipeline.open_workspace(settings.workspace) as ledger:
        tables = pipeline.project(ledger)
    try:
        export_bulk(settings, folder, tables)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(target: Path, error: OSError) -> click.ClickException:
    return click.ClickException(
        f"{target}: cannot be written ({error.strerror}). Give a place in a folder that is there."
    )


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ARTICLE...")
@common
def remove(settings: Settings, article_ids: Sequence[str]) -> None:
    """Take articles out, with all that only they support.

    ARTICLE is the id of an article.
    """
    from graphbuilder import pipeline

    with pipeline.open_workspace(settings.workspace) as ledger:
        known = [article_id for article_id, _ in ledger.articles()]
        missing = pipeline.remove(ledger, dict.fromkeys(article_ids))
        left = ledger.counts().articles
    for article_id in missing:
        near = get_close_matches(article_id, known, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        click.echo(f"Error: {article_id}: no article of this id in the workspace.{hint}", err=True)
    gone = len(set(article_ids)) - len(missing)
    if gone:
        _report(settings, f"removed: {count_words({'article': gone})}, {left} left", {"removed": gone, "left": left})
    if missing:
        click.get_current_context().exit(SOME_FAILED if gone else 1)
