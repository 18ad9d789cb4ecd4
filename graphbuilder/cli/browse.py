"""The command browse: a question in Neo4j Browser."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Sequence
from urllib.parse import urlsplit

import click

from graphbuilder.cli.options import Server, Settings, common, may_use_server, parameters
from graphbuilder.cli.output import emit_json
from graphbuilder.cli.sources import URI, USER
from graphbuilder.queries import parse_assignments


@click.command()
@click.argument("question", required=False)
@parameters
@click.option("--browser", metavar="URL", help="Address of Neo4j Browser [default: port 7474 of the server].")
@may_use_server
@common
def browse(settings: Settings, server: Server, question: str | None, given: Sequence[str], browser: str | None) -> None:
    """Print the link that opens Neo4j Browser with QUESTION filled in, and open it where there is a desktop.

    The server is that of `graphbuilder serve` in this workspace, or the one of --uri or NEO4J_URI.
    """
    from graphbuilder.browser import FIRST, link_question

    uri, web = _addresses(settings, server, browser)
    name = question or FIRST
    link = link_question(web, uri, server.user or USER, name, parse_assignments(given))
    if settings.as_json:
        emit_json({"question": name, "link": link, "uri": uri, "browser": web})
        return
    click.echo(link)
    if _has_desktop():
        webbrowser.open(link)


def _addresses(settings: Settings, server: Server, browser: str | None) -> tuple[str, str]:
    """Of the database and of the Browser."""
    from graphbuilder.serving import read_address

    served = None if server.wanted else read_address(settings.workspace)
    uri, web = served or (server.uri or URI, None)
    return uri, browser or web or _web(uri)


def _web(uri: str) -> str:
    """Where a server has its Browser by default."""
    parts = urlsplit(uri)
    secure = "+" in parts.scheme
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or "localhost"
    return f"https://{host}:7473" if secure else f"http://{host}:7474"


def _has_desktop() -> bool:
    """True where a person looks at this terminal and a window can open."""
    shown = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) and sys.stdout.isatty()
