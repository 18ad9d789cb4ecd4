"""Reciprocal verbs: "A and B met", "A met with B": both take part alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from graphbuilder.grammar.clause import Clause, prepositional, transitive
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon


def conjoined(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A and B met in Geneva": every pair of the coordinated subjects of an intransitive reciprocal verb."""
    if clause.passive or clause.objects or clause.lemma not in lexicon.words["reciprocal.verbs"]:
        return
    if any(name == "with" for name, _, _ in clause.obliques):
        return
    joint = f"{clause.lemma} with"
    sense = lexicon.verbs.get(joint) or lexicon.verbs.get(clause.lemma)
    relation = clause.lemma if clause.lemma in lexicon.words["reciprocal.verbs_with"] else joint
    for one, other in combinations(clause.subjects, 2):
        yield Triple(one, clause.cue, other, relation, sense, "reciprocal", clause.verb, True)


def mark_mutual(triple: Triple, lexicon: Lexicon) -> Triple:
    """The same triple, symmetric where its relation is one ("meet with", "negotiate with")."""
    return replace(triple, symmetric=True) if triple.relation in lexicon.words["reciprocal.verbs_with"] else triple


def clausal(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """Direct and prepositional objects, marked where the relation is reciprocal."""
    for triple in transitive(clause, lexicon):
        yield mark_mutual(triple, lexicon)
    for triple in prepositional(clause, lexicon):
        yield mark_mutual(triple, lexicon)
