"""The command line: the only place that prints.

Data goes to stdout, progress and messages to stderr. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 finished but some
articles failed. Everything heavy is imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import click

from graphbuilder import __version__
from graphbuilder.cli import actors, answers, browse, explain, judging, reading, serve, upkeep
from graphbuilder.cli.group import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="graphbuilder")
def main() -> None:
    """Read news articles and answer who did what to whom, who says so, whether it happened and when.

    Begin with `graphbuilder build PATH`, then `graphbuilder ask`.
    """


for command in (
    reading.build, reading.extract, explain.explain, answers.ask, answers.query,
    actors.actors, judging.statements, judging.judgements,
    upkeep.status, upkeep.reload, upkeep.export, upkeep.remove, serve.serve, browse.browse,
):  # fmt: skip
    main.add_command(command)
