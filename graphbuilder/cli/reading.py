"""The commands that read articles: build and extract."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

import click

from graphbuilder.cli.options import SOME_FAILED, Settings, common, reads_articles
from graphbuilder.errors import InvalidArticle
from graphbuilder.model import Extraction


class Failures:
    """Names each article that failed on stderr as it comes, and knows the exit code in the end."""

    def __init__(self) -> None:
        """None so far."""
        self.count = 0

    def __call__(self, error: InvalidArticle) -> None:
        """Note one."""
        self.count += 1
        click.echo(f"Error: {error}", err=True)

    def finish(self, read: int) -> None:
        """Leave with 1 where nothing was read, with 3 where some articles failed."""
        if self.count:
            click.get_current_context().exit(SOME_FAILED if read else 1)


@click.command()
@reads_articles
@common
def build(settings: Settings, paths: Sequence[str], model: str | None, published: date | None) -> None:
    """Read articles and show what they say.

    PATH is a text file, a .jsonl file, a folder, a pattern or - for standard input. Articles that have not changed
    since the last build are not read again.
    """
    from graphbuilder import pipeline
    from graphbuilder.cli.report import show_build

    failures = Failures()

    def tell(extraction: Extraction) -> None:
        settings.detail(f"{extraction.article.id}: {len(extraction.statements)} statements")

    report = pipeline.build(
        paths, settings.workspace, model=model, published=published, on_error=failures, on_article=tell
    )
    if report.read:
        show_build(settings, report)
    failures.finish(report.read)


@click.command()
@reads_articles
@common
def extract(settings: Settings, paths: Sequence[str], model: str | None, published: date | None) -> None:
    """Write one statement a line to stdout (JSON Lines).

    PATH is a text file, a .jsonl file, a folder, a pattern or - for standard input. No workspace is touched.
    """
    from graphbuilder import pipeline
    from graphbuilder.articles import read_articles

    failures, read = Failures(), 0
    articles = read_articles(paths, published=published, on_error=failures)
    for extraction in pipeline.extract(articles, model=model):
        read += 1
        settings.detail(f"{extraction.article.id}: {len(extraction.statements)} statements")
        for statement in pipeline.number_events(extraction):
            click.echo(json.dumps(statement.to_row(), ensure_ascii=False))
    failures.finish(read)
