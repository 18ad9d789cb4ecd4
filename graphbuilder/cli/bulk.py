"""The files of the bulk importer, as `export DIR --format neo4j-csv` writes them, and what to do with them."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from graphbuilder.cli.options import Settings
from graphbuilder.cli.output import count_words, emit_json
from graphbuilder.tables import Tables


def export_bulk(settings: Settings, folder: Path, tables: Tables) -> None:
    """Write the files and print the command that takes them in, for each version of Neo4j. Raises OSError."""
    from graphbuilder.bulk import VERSIONS, export_neo4j_csv, import_command

    files = export_neo4j_csv(folder, tables)
    commands = {version: import_command(files, version) for version in VERSIONS}
    counts = {"node": tables.n_nodes, "edge": tables.n_edges}
    if settings.as_json:
        emit_json({"folder": str(folder), "format": "neo4j-csv", **counts, "commands": commands})
    elif not settings.quiet:
        click.echo(f"{folder}: {count_words(counts)}")
        click.echo("\n".join(_advice(folder, commands)))


def _advice(folder: Path, commands: dict[str, str]) -> list[str]:
    lines = ["", "The server must be stopped, and the import replaces its whole database. In a shell:"]
    lines += ["", f"cd {shlex.quote(str(folder))}"]
    for version, command in commands.items():
        lines += ["", f"# Neo4j {version}", command]
    return [*lines, "", "Then start the server and run graphbuilder reload --neo4j once: it makes the indexes."]
