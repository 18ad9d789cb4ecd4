"""The command that shows what the reader makes of a sentence, and why."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from graphbuilder.cli.options import Settings, common
from graphbuilder.cli.output import emit_json, render_table

if TYPE_CHECKING:
    from graphbuilder.explanation import Explanation, Firing, Outcome, Reading, TokenLine
    from graphbuilder.explanation.cues import Cue, Cues
    from graphbuilder.model import Statement

Table = Sequence[dict[str, Any]]

OF_REASON: Mapping[str, str] = MappingProxyType({
    "pronoun": "'{}' has no antecedent, or two that tie",
    "time": "'{}' is a time, not a party",
    "amount": "'{}' is an amount, not a party",
    "bare-noun": "'{}' names nobody and nothing in particular",
    "nameless": "nobody can say who '{}' is",
    "same-party": "subject and object are the same: '{}'",
    "thing-acts": "'{}' is a thing, which does not act",
    "place": "'{}' is a place beside a verb that the vocabulary does not know",
    "addressee": "'{}' is no party that could be asked or told to do anything",
    "office": "the office table does not say who '{}' is that day",
    "repeat": "{} says the same, and is as sure or surer",
    "refused": "'{}' is no party of a statement",
    "unknown-verb": "the vocabulary does not know '{}', which is kept as OTHER where both parties hold",
    "saying": "a verb of saying: it makes {} the speaker of its clause",
    "supporting": "links words and is no act of its own ({})",
    "no-agent": "passive, and nobody is named who did it ({})",
    "no-subject": "no subject ({})",
    "no-object": "one party only: {}",
    "adjunct": "one party only; what follows is a circumstance: {}",
    "no-first-party": "event noun without the party that acts ({})",
    "no-second-party": "event noun without a second party ({})",
    "no-party": "event noun without parties of its own",
    "no-construction": "parties but no construction that joins them: {}",
})  # fmt: skip
OF_GROUND: Mapping[str, str] = MappingProxyType({
    "plain": "nothing speaks against it",
    "standing": "a title or role, told by the article itself",
    "negation": "negation '{}'",
    "auxiliary": "auxiliary '{}'",
    "condition": "condition '{}'",
    "adverb": "adverb '{}'",
    "governor": "under '{}'",
    "preposition": "after '{}'",
    "purpose": "a purpose: '{}'",
    "modifier": "described as '{}'",
    "alternative": "the alternative, after '{}'",
    "question": "a question: '{}'",
    "article": "the article itself",
    "saying": "verb '{}'",
    "according": "'{}'",
    "quotation": "owner of the quotation, by '{}'",
    "nameless-source": "said by '{}', whom nobody can name",
    "time-phrase": "time '{}'",
    "no-time": "no word of time in the sentence",
    "other-time": "'{}' dates other words",
    "open-time": "'{}' gives no day of its own; the day of publication may settle it (--published)",
})  # fmt: skip


@click.command()
@click.argument("sentences", nargs=-1, required=True, metavar="SENTENCE...")
@click.option("--published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication (2021-12-05).")
@click.option("--model", metavar="NAME", help="spaCy model to parse with.")
@common
def explain(settings: Settings, sentences: Sequence[str], published: datetime | None, model: str | None) -> None:
    """Show what a sentence gives and why.

    SENTENCE is one sentence or more, read as one article, or - for standard input: the parse, the constructions that
    fired or came close, who is meant, and the words that settle status, speaker and date.
    """
    text = sys.stdin.read() if sentences == ("-",) else " ".join(sentences)
    if not text.strip():
        raise click.UsageError("No words. Give a sentence in quotation marks.")
    explanation = read(text, published, model)
    if settings.as_json:
        emit_json(as_json(explanation))
    else:
        show(explanation)


def read(text: str, published: datetime | None, model: str | None) -> Explanation:
    """The explanation of a text. Raises ModelMissing."""
    from graphbuilder.articles import clean
    from graphbuilder.explanation import explain as explain_article
    from graphbuilder.lexicon import load_lexicon
    from graphbuilder.model import Article
    from graphbuilder.parsing.nlp import load_model, parse

    article = Article("explain", text, published=published.date() if published else None)
    cleaned = clean(article)
    doc = next(parse([cleaned.text], load_model(model)))
    return explain_article(article, cleaned, doc, load_lexicon())


def as_json(explanation: Explanation) -> dict[str, Any]:
    """One object with the same keys every time; statements are the rows of `extract`."""
    return {
        "text": explanation.article.text,
        "published": explanation.article.published,
        "tokens": [asdict(line) for line in explanation.tokens],
        "constructions": [_firing_as_json(firing) for firing in explanation.firings],
        "near_misses": [asdict(miss) for miss in explanation.near_misses],
        "parties": [asdict(reading) for reading in explanation.readings],
        "dropped": [asdict(stretch) for stretch in explanation.dropped],
    }


def _firing_as_json(firing: Firing) -> dict[str, Any]:
    return {
        "sentence": firing.sentence,
        "rule": firing.rule,
        "relation": firing.relation,
        "words": firing.words,
        "known": firing.known,
        "subject": {"token": firing.subject, "text": firing.subject_text},
        "object": {"token": firing.object, "text": firing.object_text},
        "outcomes": [_outcome_as_json(outcome) for outcome in firing.outcomes],
    }


def _outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "statement": outcome.statement.to_row() if outcome.statement else None,
        "cues": asdict(outcome.cues) if outcome.cues else None,
        "reason": outcome.reason,
        "words": outcome.words,
        "subject_rule": outcome.subject_rule,
        "object_rule": outcome.object_rule,
    }


def show(explanation: Explanation) -> None:
    """All parts on stdout, each under its heading; parts with nothing in them are left out."""
    parts = (
        ("Parse", _table([_token_row(line) for line in explanation.tokens])),
        ("Constructions", list(_construction_lines(explanation)) or ["none fired"]),
        ("Came close", [f"{miss.text}: {because(miss.reason, miss.words)}" for miss in explanation.near_misses]),
        ("Who is meant", _table([_reading_row(reading) for reading in explanation.readings])),
        ("Status, speaker and date", list(_cue_lines(explanation))),
        ("Not read", [f"{part.reason}: {' '.join(part.text.split())}" for part in explanation.dropped]),
    )
    click.echo("\n\n".join("\n".join((heading, "", *lines)) for heading, lines in parts if lines))


def _table(rows: Table) -> list[str]:
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return [render_table(rows, width)] if rows else []


def _token_row(line: TokenLine) -> dict[str, Any]:
    above = "" if line.head == line.index else f"{line.head_text} ({line.head})"
    return {"no": line.index, "word": line.text, "lemma": line.lemma, "part": line.pos, "role": line.dep, "head": above}


def _reading_row(reading: Reading) -> dict[str, Any]:
    why = because(reading.reason, reading.text) if reading.reason else None
    return {
        "words": reading.text, "is": reading.name or "nobody", "kind": reading.kind,
        "by": why or reading.rule, "name from": reading.origin,
    }  # fmt: skip


def _construction_lines(explanation: Explanation) -> Iterator[str]:
    number = 0
    for firing in explanation.firings:
        yield f"{firing.rule}: {firing.subject_text} — {firing.words} → {firing.object_text}"
        for outcome in firing.outcomes:
            number += outcome.statement is not None
            yield _outcome_line(number, outcome)


def _outcome_line(number: int, outcome: Outcome) -> str:
    if outcome.statement is None:
        return f"    dropped: {because(outcome.reason, outcome.words)}"
    told, ends = outcome.statement, f"{outcome.subject_rule}, {outcome.object_rule}"
    about = [str(told.event_type), str(told.status)]
    about += [f"says {told.speaker.name}"] if told.speaker else []
    about += [_day(told)] if told.date else []
    return (
        f"    [{number}] {told.subject.name} — {told.relation} → {told.object.name} "
        f"({', '.join(about)}; confidence {told.confidence:.2f} with ends by {ends})"
    )


def _day(told: Statement) -> str:
    if told.date is None:
        return "none"
    return f"{told.date.start} to {told.date.end}" if told.date.end else told.date.start


def because(reason: str | None, words: str | None) -> str:
    """A reason in words."""
    return OF_REASON[str(reason)].format(words or "none").replace(" (none)", "")


def _cue_lines(explanation: Explanation) -> Iterator[str]:
    outcomes = (outcome for firing in explanation.firings for outcome in firing.outcomes)
    stated = [(outcome.statement, outcome.cues) for outcome in outcomes if outcome.statement and outcome.cues]
    numbers = {told.id: number for number, (told, _) in enumerate(stated, start=1)}
    for number, (told, cues) in enumerate(stated, start=1):
        yield from _cues_of(number, told, cues)
        if told.condition_id in numbers:
            yield f"    on condition of [{numbers[told.condition_id]}]"


def _cues_of(number: int, told: Statement, cues: Cues) -> Iterator[str]:
    speaker = told.speaker.name if told.speaker else "none"
    via = f", via {told.via}" if told.via else ""
    yield f"[{number}] status {told.status}: {_cue_words(cues.status)}"
    yield f"    speaker {speaker}{via}: {_cue_words(cues.speaker)}"
    yield f"    date {_day(told)}: {_cue_words(cues.date)}"


def _cue_words(cue: Cue) -> str:
    return OF_GROUND[cue.ground].format(cue.words or "")
