"""The story: articles are read, what they say goes into the ledger, and the graph is made from the ledger.

A workspace is a folder that holds the ledger (the record) and the embedded graph (a view of it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from itertools import chain
from pathlib import Path

from graphbuilder import __version__
from graphbuilder.articles import read_articles
from graphbuilder.errors import InvalidArticle, LedgerError
from graphbuilder.events import assign, group_events
from graphbuilder.fingerprint import fingerprint
from graphbuilder.graph import build_tables
from graphbuilder.history import Diff, compare
from graphbuilder.ledger import Change, Extractor, Ledger, open_ledger
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article, Event, Extraction, Statement, digest
from graphbuilder.parsing.models import find_model
from graphbuilder.resolve import Resolution, resolve_actors
from graphbuilder.sources import find_copies
from graphbuilder.store import LoadReport, Store, open_embedded
from graphbuilder.store.base import Progress, ignore, report
from graphbuilder.tables import Tables

LEDGER = "ledger.sqlite"
GRAPH = "graph.kgl"
READING_ROOMS = ("articles", "coref", "grammar", "names", "parsing", "qualify")
READING_MODULES = (
    "animacy", "attribution", "errors", "extract", "happening", "lexicon", "model", "repeats", "resumption", "syntax",
    "values",
)  # fmt: skip
"""All that `extract` imports, with the rooms above: an article is read anew where one of them has changed."""


@dataclass(slots=True)
class BuildReport:
    """What a build did: how many articles became what, what the new ones gave, and what was left out of them.

    `new` holds the ids of the statements that the ledger did not have, `diff` what they changed in the events.
    """

    articles: Counter[Change] = field(default_factory=Counter)
    failed: int = 0
    statements: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    new: set[str] = field(default_factory=set)
    diff: Diff = field(default_factory=Diff)

    @property
    def read(self) -> int:
        """How many articles were read, those that were known included."""
        return self.articles.total()

    @property
    def changed(self) -> bool:
        """True where the ledger is not as it was."""
        return self.articles[Change.ADDED] + self.articles[Change.REPLACED] > 0


def build(
    paths: Sequence[str],
    workspace: Path,
    *,
    model: str | None = None,
    published: date | None = None,
    on_error: Callable[[InvalidArticle], None],
    on_article: Callable[[Extraction], None],
) -> BuildReport:
    """Read the articles into the ledger and refresh the embedded graph.

    Articles that the ledger has from the same extractor are left alone; where all are, no model is loaded. Where not
    one article can be read, no workspace is made.
    """
    report = BuildReport()

    def fail(error: InvalidArticle) -> None:
        report.failed += 1
        on_error(error)

    articles = iter(read_articles(paths, published=published, on_error=fail))
    first = next(articles, None)
    if first is not None:
        with open_ledger(workspace / LEDGER) as ledger:
            _build(chain((first,), articles), ledger, model, report, on_article)
    return report


def _build(
    articles: Iterable[Article],
    ledger: Ledger,
    model: str | None,
    report: BuildReport,
    on_article: Callable[[Extraction], None],
) -> None:
    """One run: it counts as finished once the graph shows it, so that a run broken off is made good by the next."""
    extractor = describe_extractor(model)
    earlier = list(ledger.runs())
    stale = not earlier or earlier[-1].finished is None or not graph_path(ledger).exists()
    run = ledger.start_run(extractor)
    for extraction in extract(_unread(articles, ledger, extractor, report), model=model):
        report.new |= _unknown(extraction, ledger)
        _note(report, extraction, ledger.record(extraction, run))
        on_article(extraction)
    if stale or report.changed:
        extractions, events = find_events(ledger)
        _load_embedded(ledger, build_tables(extractions, events))
        report.diff = compare(events, report.new)
    counts = {str(change): count for change, count in report.articles.items()}
    ledger.finish_run(run, failed=report.failed, diff=report.diff, **counts)


def _unknown(extraction: Extraction, ledger: Ledger) -> set[str]:
    """The ids of the statements that the article did not give before."""
    known = ledger.extraction(extraction.article.id)
    return {each.id for each in extraction.statements} - {each.id for each in (known.statements if known else ())}


def _unread(
    articles: Iterable[Article], ledger: Ledger, extractor: Extractor, report: BuildReport
) -> Iterator[Article]:
    for article in articles:
        if ledger.has(article, extractor.fingerprint):
            report.articles[Change.UNCHANGED] += 1
        else:
            yield article


def _note(report: BuildReport, extraction: Extraction, change: Change) -> None:
    report.articles[change] += 1
    report.statements += len(extraction.statements)
    report.dropped.update(stretch.reason for stretch in extraction.dropped)


def extract(articles: Iterable[Article], *, model: str | None = None) -> Iterator[Extraction]:
    """What the articles say, one extraction each, in order; the model is loaded when the first article comes."""
    articles = iter(articles)
    first = next(articles, None)
    if first is None:
        return
    from graphbuilder.extract import extract_all
    from graphbuilder.parsing.nlp import load_model

    yield from extract_all(chain((first,), articles), load_model(model), load_lexicon())


def number_events(extraction: Extraction) -> Iterator[Statement]:
    """The statements of one article, each with the id of its event."""
    return assign(extraction.statements, group_events([extraction]))


def describe_extractor(model: str | None) -> Extractor:
    """What would read an article now; the model is named without being loaded."""
    name = model or find_model() or ""
    return Extractor(__version__, rules_version(), name, _installed_version(name))


def rules_version() -> str:
    """A hash over the code that reads articles and over its vocabulary: a changed rule is a changed version."""
    root = files("graphbuilder")
    modules = [root / f"{name}.py" for name in READING_MODULES]
    for room in READING_ROOMS:
        modules += [entry for entry in (root / room).iterdir() if entry.name.endswith(".py")]
    sources = sorted((entry.name, entry.read_text(encoding="utf-8")) for entry in modules)
    return digest(load_lexicon().version, *(part for source in sources for part in source))


def _installed_version(package: str) -> str:
    try:
        return version(package)
    except (PackageNotFoundError, ValueError):  # a model that is a folder, or none
        return "unknown"


def open_workspace(workspace: Path, *, empty: bool = False) -> Ledger:
    """The ledger of a workspace; LedgerError where there is none, or one without an article and `empty` is false."""
    shown = workspace if workspace.is_absolute() else f"./{workspace}"
    if not (workspace / LEDGER).is_file():
        raise LedgerError(f"{shown}: no workspace there. Run graphbuilder build PATH first.")
    ledger = open_ledger(workspace / LEDGER, create=False)
    if not empty and not ledger.counts().articles:
        ledger.close()
        raise LedgerError(f"{shown}: the workspace holds no article. Run graphbuilder build PATH first.")
    return ledger


def graph_path(ledger: Ledger) -> Path:
    """Where the embedded graph of a ledger is."""
    return ledger.path.with_name(GRAPH)


def find_events(ledger: Ledger) -> tuple[list[Extraction], list[Event]]:
    """All that the ledger holds, and the events that it tells; copies of one article are one source."""
    extractions = list(trace(ledger).extractions)
    return extractions, group_events(extractions, copies=find_copies(ledger.signatures()))


def trace(ledger: Ledger) -> Resolution:
    """All that the ledger holds, with one id for every actor and the judgements of the user applied."""
    return resolve_actors(ledger.extractions(), ledger.judgements())


def project(ledger: Ledger) -> Tables:
    """The graph of all that the ledger holds."""
    return build_tables(*find_events(ledger))


def refresh_embedded(ledger: Ledger) -> LoadReport:
    """Make the embedded graph hold exactly what the ledger says."""
    return _load_embedded(ledger, project(ledger))


def _load_embedded(ledger: Ledger, tables: Tables) -> LoadReport:
    with closing(open_embedded(graph_path(ledger))) as store:
        return store.load(tables)


def refresh_server(
    ledger: Ledger, store: Store, *, from_scratch: bool = False, on_progress: Progress = ignore
) -> LoadReport:
    """Make the graph in a server hold exactly what the ledger says; nothing is projected where it is known to."""
    before = fingerprint(ledger.path)
    if not from_scratch and store.holds(before):
        return report(store.counts())
    tables = project(ledger)
    known = before if fingerprint(ledger.path) == before else None  # else a build has come between
    return store.load(tables, from_scratch=from_scratch, on_progress=on_progress, fingerprint=known)


def remove(ledger: Ledger, article_ids: Iterable[str]) -> list[str]:
    """Take articles out, with all that only they supported; returns the ids that are not there."""
    known = [(article_id, ledger.remove(article_id)) for article_id in article_ids]
    if any(removed for _, removed in known):
        refresh_embedded(ledger)
    return [article_id for article_id, removed in known if not removed]
