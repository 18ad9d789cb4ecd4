"""Cues: the word that settled the status, the speaker or the date of a statement.

The functions that decide are asked again, and say with the value what made it; nothing here decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphbuilder.attribution import Context, told_by
from graphbuilder.extract import dated_by
from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Statement, Status
from graphbuilder.qualify.calendar import resolve
from graphbuilder.qualify.ruling import Ground
from graphbuilder.qualify.status import STANDING, find_status
from graphbuilder.qualify.timephrases import Phrase, time_phrases

FUTURE = (Status.PLANNED, Status.HYPOTHETICAL, Status.DESIRED)


@dataclass(frozen=True, slots=True)
class Cue:
    """What settled one property of a statement; `words` is None where no word did."""

    ground: Ground
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Cues:
    """What settled status, speaker and date of a statement."""

    status: Cue
    speaker: Cue
    date: Cue


def find_cues(triple: Triple, statement: Statement, context: Context) -> Cues:
    """The cues of a statement that this triple gave."""
    return Cues(
        status_cue(triple, context.lexicon),
        speaker_cue(triple, statement, context),
        date_cue(triple, statement, context),
    )


# Status


def status_cue(triple: Triple, lexicon: Lexicon) -> Cue:
    """The words that made the status."""
    if triple.denied:
        return Cue(Ground.NEGATION, denial_of(triple))
    ruling = find_status(triple.anchor, triple.rule, lexicon)
    return Cue(ruling.ground, " ".join(word.text for word in ruling.words) or None)


def denial_of(triple: Triple) -> str | None:
    """The "not" before the end that is denied, or before the conjunct that it hangs on."""
    for end in (triple.object, triple.subject):
        for holder in (end, *end.ancestors):
            if holder.pos_ not in ("PROPN", "NOUN"):
                break
            for word in children(holder, "neg"):
                return word.text
    return None


# Speaker


def speaker_cue(triple: Triple, statement: Statement, context: Context) -> Cue:
    """The verb or phrase that tells who says so."""
    if triple.rule in STANDING:
        return Cue(Ground.STANDING)
    source, _ = told_by(triple.anchor, context)
    if source is None:
        return Cue(Ground.ARTICLE)
    if statement.speaker is None:
        return Cue(Ground.NAMELESS_SOURCE, source.speaker.text)
    words = "according to" if source.ground is Ground.ACCORDING else source.word.text
    return Cue(source.ground, words)


# Date


def date_cue(triple: Triple, statement: Statement, context: Context) -> Cue:
    """The time phrase that gives the date, or the ones of the sentence that do not."""
    if triple.rule in STANDING:
        return Cue(Ground.STANDING)
    phrases = time_phrases(triple.anchor.sent)
    if not phrases:
        return Cue(Ground.NO_TIME)
    dated = dated_by(triple, statement.status, context)
    if dated is not None:
        return Cue(Ground.TIME_PHRASE, phrase_text(dated.phrase))
    published, future = context.article.published, statement.status in FUTURE
    found = any(resolve(phrase.words, published=published, future=future) for phrase in phrases)
    words = ", ".join(phrase_text(phrase) for phrase in phrases)
    return Cue(Ground.OTHER_TIME if found else Ground.OPEN_TIME, words)


def phrase_text(phrase: Phrase) -> str:
    """The words of a time phrase as written."""
    return str(phrase.doc[phrase.start : phrase.end].text)
