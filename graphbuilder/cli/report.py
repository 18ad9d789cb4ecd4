"""What `build` shows: what was found, the strongest relations with their proof, and what to type next."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from graphbuilder.captions import inflect
from graphbuilder.cli.options import Settings
from graphbuilder.cli.output import count_words, emit_json, graph_words, indent
from graphbuilder.cli.sources import open_graph
from graphbuilder.ledger import Change
from graphbuilder.queries import bind, load_question

if TYPE_CHECKING:
    from graphbuilder.history import Diff
    from graphbuilder.pipeline import BuildReport

Rows = Sequence[dict[str, Any]]


def show_build(settings: Settings, report: BuildReport) -> None:
    """On stdout what the build found, and of a build that changed nothing only that; on stderr what to type next."""
    strongest = load_question("strongest")
    with open_graph(settings) as store:
        counts = store.counts()
        told = store.run(strongest.text, bind(strongest, {}))
    if settings.as_json:
        emit_json({**build_row(report), "graph": counts, "strongest": told})
    elif not settings.quiet:
        shown = _relations(told) if report.changed else []
        click.echo("\n".join([*_summary(report), f"graph: {graph_words(counts)}", *shown]))
    settings.say("\n".join(["", "Next:", *_next_steps(told)]))


def build_row(report: BuildReport) -> dict[str, Any]:
    """What the build did, with the same keys every time."""
    return {
        "articles": {str(change): report.articles[change] for change in Change},
        "failed": report.failed,
        "statements": report.statements,
        "dropped": dict(sorted(report.dropped.items())),
        "events": asdict(report.diff),
    }


def _summary(report: BuildReport) -> list[str]:
    articles = ", ".join(f"{report.articles[change]} {change}" for change in Change if report.articles[change])
    failed = f", {report.failed} failed" if report.failed else ""
    lines = [f"articles: {articles}{failed}"]
    if report.changed:
        lines.append(f"statements: {report.statements} new")
        lines += _events(report.diff)
    if report.dropped:
        lines.append(f"dropped: {count_words(dict(report.dropped.most_common()))}")
    return lines


def _events(diff: Diff) -> list[str]:
    """What the new statements changed; what they contradict is named."""
    counts = {"added": diff.added, "confirmed": len(diff.confirmed), "contradicted": len(diff.contradicted)}
    lines = [f"events: {', '.join(f'{count} {change}' for change, count in counts.items() if count)}"]
    lines += [f"contradicted: {name}" for name in diff.contradicted]
    return lines if any(counts.values()) else []


def _relations(told: Rows) -> list[str]:
    lines: list[str] = []
    for row in told:
        about = ", ".join(filter(None, (row["status"], row["date"])))
        lines += [
            "",
            f"{row['subject']} — {inflect(row['relation'])} → {row['object']} ({about})",
            indent(f"{' '.join(row['sentence'].split())} [{row['article']}]"),
        ]
    return lines


def _next_steps(told: Rows) -> list[str]:
    """Commands to copy; the timeline is that of the strongest relation."""
    ends = (("a", "subject"), ("b", "object"))
    pair = [f"-p {name}={shlex.quote(row[key])}" for row in told[:1] for name, key in ends]
    commands = (" ".join(["ask timeline", *pair]), "ask coming-up", "reload --neo4j", "export graph.graphml")
    return [f"  graphbuilder {command}" for command in commands]
