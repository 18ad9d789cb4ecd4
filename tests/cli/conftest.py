"""A workspace of two articles, told through the real ledger and the real embedded graph; and a runner of commands."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from click.testing import CliRunner

from graphbuilder.cli import main
from graphbuilder.ledger import Extractor, open_ledger
from graphbuilder.model import (
    Actor,
    Article,
    Dropped,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Sentence,
    Statement,
    Status,
    When,
    actor_id,
)
from graphbuilder.pipeline import LEDGER, refresh_embedded

KINDS = {
    "Joe Biden": Kind.PERSON,
    "Vladimir Putin": Kind.PERSON,
    "Dmitry Peskov": Kind.PERSON,
    "Nord Stream 2": Kind.THEME,
    "certification of Nord Stream 2": Kind.THEME,
}
ALIASES = {"United States": ("US", "Washington"), "Russia": ("Moscow",), "Joe Biden": ("Biden",)}


@dataclass(frozen=True)
class Told:
    """A sentence and what it tells; `condition` is the place of another one in the same article."""

    words: str
    subject: str
    relation: str
    event_type: str
    object: str
    status: str = "occurred"
    speaker: str | None = None
    day: str | None = None
    condition: int | None = None


FIRST = (
    Told("Joe Biden and Vladimir Putin will talk by video on Tuesday.",
         "Joe Biden", "talk to", "CONSULT", "Vladimir Putin", "planned", day="2021-12-07"),
    Told("Washington accuses Moscow of a build-up.", "United States", "accuse", "ACCUSE", "Russia"),
    Told("Moscow was not asked to the summit, Peskov said.",
         "United States", "invite", "CONSULT", "Russia", "negated", "Dmitry Peskov", "2021-12-09"),
    Told("Russia may strike Ukraine.", "Russia", "attack", "ASSAULT", "Ukraine", "hypothetical", "Joe Biden"),
    Told("In that case Washington would punish Moscow, Biden said.",
         "United States", "sanction", "SANCTION", "Russia", "hypothetical", "Joe Biden", condition=3),
    Told("Joe Biden is president of the United States.", "Joe Biden", "president of", "RELATION", "United States"),
)  # fmt: skip
SECOND = (
    Told("Biden calls Putin on 30 December.",
         "Joe Biden", "call", "CONSULT", "Vladimir Putin", "planned", day="2021-12-30"),
    Told("Germany has stopped the certification, Putin said.",
         "Germany", "suspend", "SANCTION", "certification of Nord Stream 2", speaker="Vladimir Putin", day="2021-11"),
    Told("Putin praised Nord Stream 2.", "Vladimir Putin", "praise", "SUPPORT", "Nord Stream 2"),
    Told("Germany backs Ukraine.", "Germany", "back", "SUPPORT", "Ukraine"),
    Told("Washington backs Ukraine.", "United States", "back", "SUPPORT", "Ukraine"),
    Told("Washington says Moscow was invited.",
         "United States", "invite", "CONSULT", "Russia", speaker="United States", day="2021-12-09"),
)  # fmt: skip


def make_party(name):
    """Somebody, by the name that the sentence has."""
    kind = KINDS.get(name, Kind.STATE)
    return Party(actor_id(kind, name), name, kind, name)


def make_when(day):
    """A day or a month."""
    return When(day, None, Precision.DAY if len(day) > 7 else Precision.MONTH)


def make_statement(told, sentence, earlier):
    """The statement of one sentence."""
    return Statement(
        sentence=sentence,
        start_char=sentence.start_char,
        end_char=sentence.start_char + 5,
        subject=make_party(told.subject),
        relation=told.relation,
        relation_text=told.words.split()[1],
        event_type=EventType(told.event_type),
        object=make_party(told.object),
        symmetric=told.event_type == "CONSULT",
        status=Status(told.status),
        speaker=make_party(told.speaker) if told.speaker else None,
        via=None,
        date=make_when(told.day) if told.day else None,
        confidence=0.8,
        rule="active",
        condition_id=None if told.condition is None else earlier[told.condition].id,
    )


def make_extraction(article_id, published, story):
    """The extraction of an article that tells this story, a sentence each."""
    text, statements = " ".join(told.words for told in story), []
    for index, told in enumerate(story):
        start = text.index(told.words)
        sentence = Sentence(article_id, index, start, start + len(told.words), told.words)
        statements.append(make_statement(told, sentence, statements))
    parties = {party for each in statements for party in (each.subject, each.object, each.speaker) if party}
    return Extraction(
        Article(article_id, text, f"Report {article_id}", published, "Post", f"http://example.org/{article_id}"),
        tuple(statement.sentence for statement in statements),
        tuple(statements),
        tuple(Actor(each.id, each.name, each.kind, ALIASES.get(each.name, ())) for each in sorted(parties, key=str)),
        (Dropped(0, 4, "caption", text[:4]),),
    )


@pytest.fixture(scope="session")
def extractions():
    """What the two articles say."""
    return [make_extraction("a1", date(2021, 12, 5), FIRST), make_extraction("a2", date(2021, 12, 29), SECOND)]


@pytest.fixture
def workspace(tmp_path, extractions):
    """A workspace that holds both articles."""
    folder = tmp_path / "graph"
    with open_ledger(folder / LEDGER) as ledger:
        run = ledger.start_run(Extractor("0.1.0", "words", "model", "1.0"))
        changes = [ledger.record(extraction, run) for extraction in extractions]
        refresh_embedded(ledger)
        ledger.finish_run(run, added=len(changes))
    return folder


@pytest.fixture
def invoke(tmp_path, monkeypatch):
    """Run a command in an empty folder; the result has exit_code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    for name in ("GRAPHBUILDER_WORKSPACE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    return lambda *words, **options: CliRunner().invoke(main, [str(word) for word in words], **options)


@pytest.fixture
def rows_of(invoke, workspace):
    """The rows that a command answers with --json."""

    def rows(*words):
        result = invoke(*words, "--workspace", workspace, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return rows
