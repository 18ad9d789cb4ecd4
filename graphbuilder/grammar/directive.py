"""Directives: "A urged B to withdraw", "A demanded that B release", "A said B must": a request to the inner subject."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.clause import Clause
from graphbuilder.grammar.forms import is_infinitive
from graphbuilder.grammar.subjects import own_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token


def addressed(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """A verb with an infinitive that has a subject of its own, which the parser does not take for the object."""
    sense = lexicon.verbs.get(clause.lemma)
    if clause.passive or clause.objects or sense in (None, EventType.STATEMENT, EventType.OTHER):
        return
    for inner in children(clause.verb, "ccomp"):
        if is_infinitive(inner) or _is_bare(inner):
            yield from _to_subject(clause, inner, clause.lemma, sense, "directive.infinitive")


def _is_bare(inner: Token) -> bool:
    """True for the infinitive without "to" of "let B deliver"."""
    governor = inner.head
    return governor.lemma_ == "let" and inner.tag_ == "VB" and not any(children(inner, "aux", "mark"))


def demanded(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """A finite clause under a verb of demanding."""
    if clause.lemma not in lexicon.words["verb.demanding"]:
        return
    for inner in children(clause.verb, "ccomp"):
        if not is_infinitive(inner):
            yield from _to_subject(clause, inner, clause.lemma, EventType.REQUEST, "directive.demand")


def obliged(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """A clause with "must" or "should" under a verb of saying."""
    if clause.lemma not in lexicon.words["verb.saying"] or clause.lemma in lexicon.words["verb.demanding"]:
        return
    for inner in children(clause.verb, "ccomp"):
        if any(child.lower_ in lexicon.words["auxiliary.desired"] for child in children(inner, "aux")):
            yield from _to_subject(clause, inner, "urge", EventType.REQUEST, "directive.obligation")


def called_for(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A called for B to leave", "A called for the lines to be reopened": what is to act or to be acted upon."""
    key = f"{clause.lemma} for"
    if clause.passive or key not in lexicon.verbs:
        return
    for inner in children(clause.verb, "advcl", "ccomp"):
        mark = next((child for child in children(inner, "mark") if child.lower_ == "for"), None)
        if mark is None or mark.i != clause.verb.i + 1 or not is_infinitive(inner):
            continue
        for agent in clause.subjects:
            for one in own_subjects(inner):
                cue, sense = (*clause.cue, mark), lexicon.verbs[key]
                yield Triple(agent, cue, one, key, sense, "clause.prepositional", clause.verb)


def _to_subject(clause: Clause, inner: Token, relation: str, sense: EventType | None, rule: str) -> Iterator[Triple]:
    for agent in clause.subjects:
        for addressee in own_subjects(inner):
            if addressee.pos_ in ("PROPN", "NOUN", "PRON"):
                yield Triple(agent, clause.cue, addressee, relation, sense, rule, clause.verb)
