"""Reciprocal verbs: "A and B met", "A met with B": both take part alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from graphbuilder.grammar.clause import Clause, prepositional, transitive
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Token


def conjoined(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A and B met in Geneva": every pair of the coordinated subjects of an intransitive reciprocal verb."""
    exchanged = clause.objects if clause.lemma in lexicon.words["reciprocal.exchanging"] else ()
    if clause.passive or clause.lemma not in lexicon.words["reciprocal.verbs"] or (clause.objects and not exchanged):
        return
    if any(name == "with" for name, _, _ in clause.obliques):
        return
    words = [clause.lemma, *(noun.lemma_.lower() for noun in exchanged[:1]), "with"]
    joint = " ".join(words)
    sense = lexicon.verbs.get(joint) or lexicon.verbs.get(f"{clause.lemma} with") or lexicon.verbs.get(clause.lemma)
    relation = clause.lemma if clause.lemma in lexicon.words["reciprocal.verbs_with"] else joint
    for one, other in pairs_of(clause.subjects):
        yield Triple(one, clause.cue, other, relation, sense, "reciprocal", clause.verb, True)


def pairs_of(subjects: tuple[Token, ...]) -> Iterator[tuple[Token, Token]]:
    """Every pair of coordinated subjects; a single plural one with itself, for "the two leaders" who are two."""
    if len(subjects) == 1 and subjects[0].tag_ in ("NNS", "PRP"):
        yield subjects[0], subjects[0]
    yield from combinations(subjects, 2)


def mark_mutual(triple: Triple, lexicon: Lexicon) -> Triple:
    """The same triple, symmetric where its relation is one ("meet with", "negotiate with")."""
    return replace(triple, symmetric=True) if triple.relation in lexicon.words["reciprocal.verbs_with"] else triple


def _is_exchange(clause: Clause, lexicon: Lexicon) -> bool:
    return clause.lemma in lexicon.words["reciprocal.exchanging"] and len(clause.subjects) > 1 and not clause.passive


def clausal(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """Direct and prepositional objects, marked where the relation is reciprocal."""
    for triple in () if _is_exchange(clause, lexicon) else transitive(clause, lexicon):
        yield mark_mutual(triple, lexicon)
    for triple in prepositional(clause, lexicon):
        yield mark_mutual(triple, lexicon)
