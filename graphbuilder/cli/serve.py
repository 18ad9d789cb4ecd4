"""The command serve: a Neo4j of one's own, loaded with the graph, until Ctrl-C."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import click

from graphbuilder.cli.options import Settings, common
from graphbuilder.cli.output import emit_json, graph_words

if TYPE_CHECKING:
    from graphbuilder.serving import Served

SIGNALS = (signal.SIGINT, signal.SIGTERM)
PORT = click.IntRange(1, 65535)


@click.command()
@click.option("--bolt-port", type=PORT, default=7687, show_default=True, help="Port of the server.")
@click.option("--http-port", type=PORT, default=7474, show_default=True, help="Port of Neo4j Browser.")
@common
def serve(settings: Settings, bolt_port: int, http_port: int) -> None:
    """Run a Neo4j server on this machine, with the graph in it, until Ctrl-C.

    The first start fetches the server and says so; later ones work offline. Its data and its password stay in the
    workspace.
    """
    from graphbuilder import pipeline, serving

    pipeline.open_workspace(settings.workspace).close()  # says before anything is fetched that there is none
    notice = serving.describe_fetch()
    if notice:
        click.echo(notice, err=True)
    settings.say("Starting Neo4j …")
    with _interruptible(), serving.serve(settings.workspace, bolt=bolt_port, http=http_port) as served:
        counts = _load(settings, served)
        try:
            _announce(settings, served, counts)
            serving.wait(served)
        except KeyboardInterrupt:
            settings.say("Stopping Neo4j …")


@contextmanager
def _interruptible() -> Iterator[None]:
    """The first SIGINT or SIGTERM is a KeyboardInterrupt, also where the shell had switched it off; later ones wait."""

    def interrupt(*_: object) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    earlier = {each: signal.signal(each, interrupt) for each in SIGNALS}
    try:
        yield
    finally:
        for each, handler in earlier.items():
            signal.signal(each, handler)


def _load(settings: Settings, served: Served) -> Mapping[str, int]:
    from graphbuilder import pipeline
    from graphbuilder.store import open_neo4j

    server = served.server
    with (
        pipeline.open_workspace(settings.workspace) as ledger,
        closing(open_neo4j(server.uri, server.user, server.password)) as store,
    ):
        return pipeline.refresh_server(ledger, store).counts


def _announce(settings: Settings, served: Served, counts: Mapping[str, int]) -> None:
    from graphbuilder.browser import FIRST, link_question

    server = served.server
    link = link_question(server.browser, server.uri, server.user, FIRST, {})
    password = shlex.quote(str(served.password_file))
    if settings.as_json:
        emit_json({
            "uri": server.uri, "browser": server.browser, "link": link, "guide": served.guide,
            "user": server.user, "password_file": str(served.password_file), "loaded": dict(counts),
        })  # fmt: skip
    else:
        click.echo(f"loaded: {graph_words(counts)}")
        click.echo(f"Neo4j runs at {server.uri}; user {server.user}, password: cat {password}")
        click.echo(f"Elsewhere: export NEO4J_URI={server.uri} NEO4J_PASSWORD=$(cat {password})")
        click.echo(f"All questions, in the Browser's editor: :guide {served.guide}")
        click.echo(f"Open: {link}")
        click.echo("Ctrl-C stops it.")
    sys.stdout.flush()
