"""The options that commands share, gathered into one value."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

Command = TypeVar("Command", bound=Callable[..., Any])
_DEBUG = "graphbuilder.debug"
SOME_FAILED = 3
"""Exit code: finished, but some articles failed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What every command is told: where the workspace is, how to answer, how much to say."""

    workspace: Path
    as_json: bool
    verbose: int
    quiet: bool

    def say(self, message: str) -> None:
        """A message on stderr, unless --quiet."""
        if not self.quiet:
            click.echo(message, err=True)

    def detail(self, message: str) -> None:
        """A message on stderr for those who asked for it with -v."""
        if self.verbose and not self.quiet:
            click.echo(message, err=True)


@dataclass(frozen=True, slots=True)
class Server:
    """Which Neo4j server, as far as the command line or the environment says. The password is in the environment."""

    wanted: bool
    uri: str | None
    user: str | None
    database: str | None


def debugging(ctx: click.Context) -> bool:
    """True where --debug was given to the command."""
    return bool(ctx.meta.get(_DEBUG))


def _remember_debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_DEBUG] = value or debugging(ctx)


def _as_date(_: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise click.BadParameter(f"{value} is no date. Write it as 2021-12-05.", param=parameter) from error


def _stack(function: Command, decorators: list[Callable[[Any], Any]]) -> Any:
    for decorate in reversed(decorators):
        function = decorate(function)
    return function


def common(function: Command) -> Command:
    """--workspace, --json, -v, -q and --debug, as `settings`."""

    @functools.wraps(function)
    def command(workspace: Path, as_json: bool, verbose: int, quiet: bool, **rest: Any) -> Any:
        return function(settings=Settings(workspace, as_json, verbose, quiet), **rest)

    folder = click.Path(path_type=Path, file_okay=False)
    options = [
        click.option("--workspace", type=folder, default=Path("graph"), envvar="GRAPHBUILDER_WORKSPACE",
                     show_envvar=True, help="Folder of ledger and graph [default: ./graph]."),
        click.option("--json", "as_json", is_flag=True, help="Answer as JSON."),
        click.option("-v", "--verbose", count=True, help="Say more."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
        click.option("--debug", is_flag=True, expose_value=False, callback=_remember_debug,
                     help="Show the traceback of an error."),
    ]  # fmt: skip
    return _stack(command, options)  # type: ignore[no-any-return]


def reads_articles(function: Command) -> Command:
    """The paths of articles, --model and --published."""
    options = [
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
        click.option("--model", metavar="NAME", help="spaCy model to parse with."),
        click.option("--published", metavar="DATE", callback=_as_date,
                     help="Day of publication of articles that do not say it (2021-12-05)."),
    ]  # fmt: skip
    return _stack(function, options)  # type: ignore[no-any-return]


def may_use_server(function: Command) -> Command:
    """--neo4j, --uri, --user and --database, as `server`; the password only by NEO4J_PASSWORD."""

    @functools.wraps(function)
    def command(neo4j: bool, uri: str | None, user: str | None, database: str | None, **rest: Any) -> Any:
        return function(server=Server(neo4j or _is_typed("uri", "user", "database"), uri, user, database), **rest)

    options = [
        click.option("--neo4j", is_flag=True, help="Use the Neo4j server; its password is read from NEO4J_PASSWORD."),
        click.option("--uri", envvar="NEO4J_URI", show_envvar=True, help="Address, as bolt://localhost:7687."),
        click.option("--user", envvar="NEO4J_USERNAME", show_envvar=True, help="User name."),
        click.option("--database", envvar="NEO4J_DATABASE", show_envvar=True, help="Database."),
    ]
    return _stack(command, options)  # type: ignore[no-any-return]


def _is_typed(*names: str) -> bool:
    """True where one of these options stands on the command line itself, not only in the environment."""
    sources = map(click.get_current_context().get_parameter_source, names)
    return ParameterSource.COMMANDLINE in sources


def parameters(function: Command) -> Command:
    """-p name=value, any number of times, as `given`."""
    text = "A parameter; may be repeated."
    option = click.option("-p", "given", multiple=True, metavar="NAME=VALUE", help=text)
    return option(function)
