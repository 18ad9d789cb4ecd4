"""Slips of the parser about whose clause it is: a setting or report has swallowed the subject, or a report has none."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.lexicon import word_lists
from graphbuilder.parsing.constituents import move, raise_to_root
from graphbuilder.syntax import SUBJECT, Token

FINITE = frozenset(("VBD", "VBZ"))
AUXILIARIES = FINITE | {"MD"}
FILLED = SUBJECT | {"csubj", "csubjpass", "expl", "attr"}
NOMINAL = frozenset(("NOUN", "PROPN"))
LISTED = frozenset(("conj", "appos"))
REPORTING = word_lists("reporting.toml")["verb.saying"]
CLOSING = frozenset((".", ","))
SPEAKERS = frozenset(("PERSON", "ORG"))


def find_subject(verb: Token) -> None:
    """Gives a finite verb that has none the subject that stands before it or, where it reports, behind it."""
    if verb.tag_ not in FINITE or any(child.dep_ in FILLED for child in verb.children):
        return
    if verb.dep_ != "conj":
        _free_subject(verb)
    if verb.lemma_ in REPORTING and not any(child.dep_ in FILLED for child in verb.children):
        _free_reporter(verb)
        _invert_report(verb)


def _free_subject(verb: Token) -> None:
    """As in "On television, A, a poet, met B": A is not where it was, A met B."""
    for opening in (child for child in verb.lefts if child.dep_ == "prep"):
        noun = next(_swallowed(opening, verb), None)
        if noun is not None:
            if noun.dep_ == "pobj":
                move(_first_part(noun), noun.head, "pobj")
            move(noun, verb, "nsubj")
            return


def _free_reporter(verb: Token) -> None:
    """As in "A attacked B, its leader C said": C is not beside B, but says it."""
    told = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    for noun in told.subtree if told is not None else ():
        apposed = noun.dep_ == "appos" and noun.right_edge.i == verb.i - 1 and noun.head != told
        if apposed and noun.doc.tokens[noun.left_edge.i - 1].text == ",":
            move(noun, verb, "nsubj")
            return


def _swallowed(opening: Token, verb: Token) -> Iterator[Token]:
    """What ends right before the verb and is parted by a comma from the setting that it hangs in."""
    tokens = verb.doc.tokens
    end = verb.i - (2 if tokens[verb.i - 1].text == "," else 1)
    for noun in opening.subtree:
        if noun.pos_ not in NOMINAL or noun.right_edge.i not in (end, verb.i - 1):
            continue
        parted = noun.dep_ in LISTED and tokens[noun.left_edge.i - 1].text == "," and not _is_listed(noun)
        if parted or (noun.dep_ == "pobj" and _first_part(noun) != noun):
            yield noun


def _is_listed(noun: Token) -> bool:
    """True for the last of a list: "in A, B and C"."""
    return noun.dep_ == "conj" and any(child.dep_ == "cc" and child.i < noun.i for child in noun.head.children)


def _first_part(noun: Token) -> Token:
    """The place that the parser takes for a part of the name behind it: "in Oslo, Norway, British envoys met"."""
    place = noun.left_edge
    while place.head != noun and place != noun:
        place = place.head
    named = place.dep_ in ("nmod", "compound") and place.ent_type_ == "GPE"
    return place if named and place.right_edge.text == "," else noun


def read_as_content(verb: Token) -> None:
    """As in "a statement alleging A had bombed B": what is alleged is that A had, not A."""
    end = verb.left_edge.i - 1
    finite = verb.tag_ in FINITE or any(child.dep_ == "aux" and child.tag_ in AUXILIARIES for child in verb.lefts)
    if end < verb.sent.start or not finite or any(child.dep_ in FILLED for child in verb.children):
        return
    noun = verb.doc.tokens[end]
    while noun.dep_ != "dobj" and noun.head != noun and noun.head.right_edge.i == end:
        noun = noun.head
    report = noun.head
    if noun.dep_ == "dobj" and noun.right_edge.i == end and report.lemma_ in REPORTING and report.i < noun.i:
        move(noun, verb, "nsubj")
        move(verb, report, "ccomp")


def part_report(subject: Token) -> None:
    """As in "A, an agency, reported in May the strikes killed B": of two subjects the first reports the second."""
    verb = subject.head
    for reporter in (child for child in verb.lefts if child.dep_ in SUBJECT and child.i < subject.i):
        for report in (child for child in reporter.rights if child.dep_ == "acl" and child.tag_ == "VBN"):
            if verb.dep_ == "ROOT" and report.lemma_ in REPORTING and report.right_edge.i + 1 == subject.left_edge.i:
                _read_as_report(report, reporter, verb)
                return


def _read_as_report(report: Token, reporter: Token, verb: Token) -> None:
    raise_to_root(report)
    report.tag_ = "VBD"
    move(reporter, report, "nsubj")
    move(verb, report, "ccomp")


def _invert_report(verb: Token) -> None:
    """As in "Mali abstained, reported the Lund Post": who reports it stands behind the verb."""
    source = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if source is None or source.ent_type_ not in SPEAKERS or source.left_edge.i != verb.i + 1:
        return
    tokens, end = verb.doc.tokens, source.right_edge.i + 1
    closed = end >= verb.sent.end or tokens[end].text in CLOSING
    if not closed or not tokens[verb.i - 1].is_punct:
        return
    source.dep_ = "nsubj"
    told = verb.head
    if verb.dep_ == "conj" and told.dep_ == "ROOT":
        raise_to_root(verb)
        move(told, verb, "ccomp")
