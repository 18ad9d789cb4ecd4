"""Commands with commands of their own: what is typed before the inner name counts for it, too."""

from __future__ import annotations

import click
from click.core import ParameterSource


def hand_on(ctx: click.Context) -> bool:
    """Give the options of a group to its command; False where none was named."""
    inner = ctx.invoked_subcommand
    if inner is None:
        return False
    typed = {
        name: value
        for name, value in ctx.params.items()
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    ctx.default_map = {inner: typed}
    return True
