"""How a command ends: errors become one line, an interrupt 130, a closed pipe silence."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import click

from graphbuilder.cli.options import debugging
from graphbuilder.errors import GraphbuilderError

INTERRUPTED = 130


class Commands(click.Group):
    """A group that lists its commands in the order they were added and translates errors once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order of use, not of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; GraphbuilderError becomes `Error: …` and exit code 1, unless --debug is given."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except GraphbuilderError as error:
            if debugging(ctx):
                raise
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _leave_quietly(ctx)
        return result


def _leave_quietly(ctx: click.Context) -> NoReturn:
    """The reader has seen enough (`| head`): point stdout nowhere, so that the last flush does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    ctx.exit(0)
