"""Cues: the word that settled the status, the speaker or the date of a statement.

Everything is derived again from the functions that decide; nothing here decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from graphbuilder.extract import Context
from graphbuilder.grammar.arguments import SUBJECT, children, surface_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Statement, Status
from graphbuilder.qualify.calendar import resolve
from graphbuilder.qualify.source import Source
from graphbuilder.qualify.speaker import find_source, governors
from graphbuilder.qualify.status import (
    COMPLEMENT,
    STANDING,
    auxiliary_status,
    conditions,
    governed_noun_status,
    governor_meaning,
    is_base_infinitive,
    own_status,
    prepositional_status,
)
from graphbuilder.qualify.timephrases import Phrase, time_phrases

FUTURE = (Status.PLANNED, Status.HYPOTHETICAL, Status.DESIRED)


class Ground(StrEnum):
    """What kind of word settled a status, a speaker or a date."""

    PLAIN = "plain"
    STANDING = "standing"
    NEGATION = "negation"
    AUXILIARY = "auxiliary"
    CONDITION = "condition"
    ADVERB = "adverb"
    GOVERNOR = "governor"
    PREPOSITION = "preposition"
    PURPOSE = "purpose"
    MODIFIER = "modifier"
    UNTRACED = "untraced"
    ARTICLE = "article"
    SAYING = "saying"
    ACCORDING = "according"
    QUOTATION = "quotation"
    NAMELESS_SOURCE = "nameless-source"
    TIME_PHRASE = "time-phrase"
    NO_TIME = "no-time"
    OTHER_TIME = "other-time"
    OPEN_TIME = "open-time"


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
        status_cue(triple, statement.status, context.lexicon),
        speaker_cue(triple, statement, context),
        date_cue(triple, statement, context),
    )


# Status


def status_cue(triple: Triple, status: Status, lexicon: Lexicon) -> Cue:
    """The word that made the status: beside the noun or verb itself, else the nearest above it."""
    if triple.rule in STANDING:
        return Cue(Ground.STANDING)
    if triple.denied:
        return Cue(Ground.NEGATION, denial_of(triple))
    if status is Status.OCCURRED:
        return Cue(Ground.PLAIN)
    above = (cue for token, head in governors(triple.anchor) for cue in _step_cues(token, head, status, lexicon))
    return next(above, Cue(Ground.UNTRACED))


def denial_of(triple: Triple) -> str | None:
    """The "not" before the end that is denied, or before the conjunct that it hangs on."""
    for end in (triple.object, triple.subject):
        for holder in (end, *end.ancestors):
            if holder.pos_ not in ("PROPN", "NOUN"):
                break
            for word in children(holder, "neg"):
                return word.text
    return None


def _step_cues(token: Token, head: Token | None, status: Status, lexicon: Lexicon) -> Iterator[Cue]:
    """What stands beside a token, then what its governor says."""
    is_verb = token.pos_ in ("VERB", "AUX")
    own = own_cue(token, status, lexicon) if is_verb else noun_cue(token, status, lexicon)
    if own is not None:
        yield own
    governed = governor_cue(token, head, status, lexicon) if is_verb and head is not None else None
    if governed is not None:
        yield governed


def own_cue(verb: Token, status: Status, lexicon: Lexicon) -> Cue | None:
    """The auxiliary, negation, adverb or condition beside a verb that gives it this status."""
    if own_status(verb, lexicon) is not status:
        return None
    for child in verb.children:
        ground = _ground_of(child, verb, status, lexicon)
        if ground is not None:
            return Cue(ground, child.text)
    marks = (mark for clause in conditions(verb) for mark in children(clause, "mark"))
    return next((Cue(Ground.CONDITION, mark.text) for mark in marks), None)


def _ground_of(child: Token, verb: Token, status: Status, lexicon: Lexicon) -> Ground | None:
    words, lower = lexicon.words, child.lower_
    if status is Status.NEGATED:
        return Ground.NEGATION if _negates(child) else None
    if child.dep_ in ("aux", "auxpass"):
        return Ground.AUXILIARY if auxiliary_status(child, verb, lexicon) is status else None
    if status is Status.HYPOTHETICAL and child.dep_ == "mark" and lower in words["mark.hypothetical"]:
        return Ground.CONDITION
    if status is Status.HYPOTHETICAL and child.dep_ == "advmod" and lower in words["adverb.hypothetical"]:
        return Ground.ADVERB
    return None


def _negates(child: Token) -> bool:
    """True for "not", "no longer", "neither", and for a party that none is ("no country")."""
    inside = any(grand.lower_ in ("no", "neither") for grand in child.children)
    return child.dep_ == "neg" or child.lower_ == "neither" or (inside and child.dep_ not in ("prep", "agent", "conj"))


def governor_cue(verb: Token, head: Token, status: Status, lexicon: Lexicon) -> Cue | None:
    """The verb, noun or preposition above a verb that gives it this status."""
    infinitive = is_base_infinitive(verb)
    if head.lower_ == "without" and status is Status.NEGATED:
        return Cue(Ground.PREPOSITION, head.text)
    governor = head.head if head.pos_ == "ADP" else head
    finite = any(child.dep_ in SUBJECT for child in verb.children) and not infinitive
    if verb.dep_ in COMPLEMENT and governor_meaning(governor, lexicon, finite=finite) is status:
        return Cue(Ground.GOVERNOR, governor.text)
    bound = verb.dep_ == "advcl" or governor.lemma_ == "be" or governor.pos_ in ("NOUN", "ADJ")
    return Cue(Ground.PURPOSE, f"to {verb.text}") if status is Status.PLANNED and infinitive and bound else None


def noun_cue(noun: Token, status: Status, lexicon: Lexicon) -> Cue | None:
    """The modifier, the preposition or the verb that gives an event noun this status."""
    for child in children(noun, "amod", "det", "compound"):
        if child.lower_ in lexicon.words.get(f"noun.{status}", ()):
            return Cue(Ground.MODIFIER, child.text)
    head = noun.head
    if noun.dep_ == "pobj":
        words = head.text if head.lower_ == "without" else f"{head.head.text} {head.text}"
        return Cue(Ground.PREPOSITION, words) if prepositional_status(head, lexicon) is status else None
    if head.pos_ not in ("VERB", "AUX") or head.lemma_.lower() in lexicon.words["noun.happening"]:
        return None
    return Cue(Ground.GOVERNOR, head.text) if governed_noun_status(noun, lexicon) is status else None


# Speaker


def speaker_cue(triple: Triple, statement: Statement, context: Context) -> Cue:
    """The verb or phrase that tells who says so."""
    if triple.rule in STANDING:
        return Cue(Ground.STANDING)
    source = find_source(triple.anchor, context.lexicon, context.quotation)
    if source is None:
        return Cue(Ground.ARTICLE)
    if statement.speaker is None:
        return Cue(Ground.NAMELESS_SOURCE, source.speaker.text)
    return _source_cue(source, triple.anchor, context)


def _source_cue(source: Source, anchor: Token, context: Context) -> Cue:
    speaker = source.speaker
    above = list(speaker.ancestors)[:2]
    if any(token.lower_ == "according" for token in above):
        return Cue(Ground.ACCORDING, "according to")
    word = saying_word(speaker, anchor, context.lexicon)
    if word is not None:
        outside = context.quotation[anchor.i] and not word.is_ancestor(anchor)
        return Cue(Ground.QUOTATION if outside else Ground.SAYING, word.text)
    return Cue(Ground.SAYING, speaker.head.text)


def saying_word(speaker: Token, anchor: Token, lexicon: Lexicon) -> Token | None:
    """The verb of saying whose subject is the speaker, the nearest one above the anchor first."""
    told = lexicon.words["verb.saying"] | lexicon.words["verb.acting"]
    verbs = [token for token in speaker.sent if token.lemma_ in told and _is_told_by(token, speaker)]
    return next((token for token in anchor.ancestors if token in verbs), verbs[0] if verbs else None)


def _is_told_by(verb: Token, speaker: Token) -> bool:
    """True for a verb with this subject, or with a document of his for its subject."""
    return any(subject == speaker or subject.is_ancestor(speaker) for subject in surface_subjects(verb))


# Date


def date_cue(triple: Triple, statement: Statement, context: Context) -> Cue:
    """The time phrase that gives the date, or the ones of the sentence that do not."""
    if triple.rule in STANDING:
        return Cue(Ground.STANDING)
    phrases = time_phrases(triple.anchor.sent)
    if not phrases:
        return Cue(Ground.NO_TIME)
    published, future = context.article.published, statement.status in FUTURE
    dates = [(phrase, resolve(phrase.words, published=published, future=future)) for phrase in phrases]
    for phrase, when in dates:
        if when is not None and when == statement.date:
            return Cue(Ground.TIME_PHRASE, phrase_text(phrase))
    words = ", ".join(phrase_text(phrase) for phrase in phrases)
    return Cue(Ground.OTHER_TIME if any(when for _, when in dates) else Ground.OPEN_TIME, words)


def phrase_text(phrase: Phrase) -> str:
    """The words of a time phrase as written."""
    return str(phrase.doc[phrase.start : phrase.end].text)
