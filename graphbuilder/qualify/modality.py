"""Modality: what auxiliaries and adverbs say of a verb, and the future of the past."""

from __future__ import annotations

from graphbuilder.animacy import is_thing
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Status
from graphbuilder.qualify.clauses import conditions
from graphbuilder.qualify.ruling import ASSERTED, Ground, Ruling
from graphbuilder.syntax import SUBJECT, Token


def modal_status(verb: Token, lexicon: Lexicon) -> Ruling:
    """What the first telling auxiliary or adverb says."""
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass"):
            status = auxiliary_status(child, verb, lexicon)
            if status is not Status.OCCURRED:
                return Ruling(status, Ground.AUXILIARY, (child,))
        elif child.dep_ == "advmod" and child.lower_ in lexicon.words["adverb.hypothetical"]:
            return Ruling(Status.HYPOTHETICAL, Ground.ADVERB, (child,))
    return ASSERTED


def auxiliary_status(auxiliary: Token, verb: Token, lexicon: Lexicon) -> Status:
    """What a modal says; "would" in reported speech is the future of the past."""
    words, lower = lexicon.words, auxiliary.lower_
    if lower in words["auxiliary.planned"]:
        return Status.PLANNED
    if lower in words["auxiliary.hypothetical"]:
        return Status.HYPOTHETICAL
    if lower in words["auxiliary.desired"]:
        return Status.DESIRED
    if lower in words["auxiliary.conditional"] and auxiliary.tag_ == "MD":
        return Status.PLANNED if is_reported_future(auxiliary, verb, lexicon) else Status.HYPOTHETICAL
    return Status.OCCURRED


def is_reported_future(auxiliary: Token, verb: Token, lexicon: Lexicon) -> bool:
    """True for the "would" that a report in the past makes of "will"; False in somebody's own words and behind "if"."""
    if verb.dep_ not in ("ccomp", "conj") or conditions(verb, lexicon):
        return False
    content = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" else verb
    report = content.head
    if verb.head.tag_ != "VBD" and _finite_above(report, verb).tag_ not in ("VBD", "VBN"):
        return False
    between = verb.doc.tokens[report.i : auxiliary.i]
    return sum(token.is_quote for token in between) % 2 == 0


def _finite_above(report: Token, verb: Token) -> Token:
    """The verb whose tense a participle has: "was quoted as saying that", "issued a statement saying that".

    What is said of a thing is no plan: "left, saying the law would hurt them".
    """
    things = any(child.dep_ in SUBJECT and (is_thing(child) or child.lower_ == "it") for child in verb.children)
    if report.tag_ != "VBG" or report.head == report or things:
        return report
    above = report.head.head if report.dep_ == "pcomp" or report.head.pos_ == "NOUN" else report.head
    return above if above.pos_ == "VERB" else report
