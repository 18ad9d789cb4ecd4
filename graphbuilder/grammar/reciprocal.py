"""Reciprocal verbs: "A and B met", "A met with B": both take part alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, product

from graphbuilder.grammar.arguments import children, complement, coordinated, obliques
from graphbuilder.grammar.clause import Clause, transitive
from graphbuilder.grammar.negation import is_denied
from graphbuilder.grammar.oblique import prepositional
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Span, Token

BETWEEN = frozenset(("between", "among"))
MOST = 4
"""Of more parties than these nobody deals with each of the others."""


def conjoined(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A and B met in Geneva": every pair of the coordinated subjects of an intransitive reciprocal verb."""
    exchanged = clause.objects if clause.lemma in lexicon.words["reciprocal.exchanging"] else ()
    lemma = _with_together(clause)
    if clause.passive or lemma not in lexicon.words["reciprocal.verbs"] or (clause.objects and not exchanged):
        return
    if any(name == "with" for name, _, _ in clause.obliques):
        return
    words = [lemma, *(noun.lemma_.lower() for noun in exchanged[:1]), "with"]
    joint = " ".join(words)
    sense = lexicon.verbs.get(joint) or lexicon.verbs.get(f"{clause.lemma} with") or lexicon.verbs.get(clause.lemma)
    relation = lemma if lemma in lexicon.words["reciprocal.verbs_with"] else joint
    for one, other in pairs_of(clause.subjects):
        yield Triple(one, clause.cue, other, relation, sense, "reciprocal", clause.verb, True)


def _with_together(clause: Clause) -> str:
    """The verb, with the adverb that makes it an act of several ("work together")."""
    together = any(child.lower_ == "together" for child in children(clause.verb, "advmod"))
    return f"{clause.lemma} together" if together else clause.lemma


def stative(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A and B are in conflict", "A and B are at war": the subjects of a state of several."""
    if clause.lemma not in ("be", "remain") or len(clause.subjects) < 2:
        return
    for preposition in children(clause.verb, "prep"):
        noun = complement(preposition)
        key = event_noun(noun, lexicon) if noun is not None and preposition.lower_ in ("in", "at") else None
        if key is None or noun is None or key not in lexicon.words["reciprocal.nouns"]:
            continue
        sense, cue = lexicon.nouns[key], (clause.verb, preposition, noun)
        if not any(name in ("with", "between") for name, _, _ in obliques(noun)):
            for one, other in combinations(clause.subjects, 2):
                relation = sense.verb or key
                yield Triple(one, cue, other, relation, sense.event_type, "reciprocal.state", clause.verb, True)


def convened(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A hosted talks between B and C": a third party deals with each of those whom it brings together."""
    if clause.lemma not in lexicon.words["verb.convening"]:
        return
    for noun in clause.objects:
        key = event_noun(noun, lexicon)
        if key is None or key not in lexicon.words["reciprocal.nouns"]:
            continue
        for name, _, first in obliques(noun):
            parties = coordinated(first) if name in BETWEEN else []
            relation = f"{clause.lemma} {noun.lemma_.lower()} {name}"
            for agent, party in product(clause.subjects, parties):
                sense, cue = lexicon.nouns[key].event_type, (*clause.cue, noun)
                yield Triple(agent, cue, party, relation, sense, "light.convened", clause.verb)


def pairs_of(subjects: tuple[Token, ...]) -> Iterator[tuple[Token, Token]]:
    """Every pair of coordinated subjects; a single plural one with itself, for "the two leaders" who are two."""
    if len(subjects) == 1 and subjects[0].tag_ in ("NNS", "PRP"):
        yield subjects[0], subjects[0]
    if len(subjects) <= MOST:
        yield from combinations(subjects, 2)


def mark_mutual(triple: Triple, lexicon: Lexicon) -> Triple:
    """The same triple, symmetric where its relation is one ("meet with", "negotiate with")."""
    return replace(triple, symmetric=True) if triple.relation in lexicon.words["reciprocal.verbs_with"] else triple


def _is_exchange(clause: Clause, lexicon: Lexicon) -> bool:
    return clause.lemma in lexicon.words["reciprocal.exchanging"] and len(clause.subjects) > 1 and not clause.passive


def contrasted(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A, but not B, agreed to C", "A invited B, not C": what is said not to be true of a conjunct."""
    if not has_denied_noun(clause.verb.sent):
        return
    for triple in clausal(clause, lexicon):
        for other in denied_conjuncts(triple.subject):
            yield replace(triple, subject=other, denied=True)
        for other in denied_conjuncts(triple.object):
            yield replace(triple, object=other, denied=True)


@lru_cache(maxsize=2)  # every clause of a sentence asks
def has_denied_noun(sent: Span) -> bool:
    """True where a "not" hangs on a noun."""
    return any(word.dep_ == "neg" and word.head.pos_ in ("PROPN", "NOUN") for word in sent)


def denied_conjuncts(token: Token) -> list[Token]:
    """The conjuncts that a "not" takes out, those included that the parser hangs on the verb."""
    own = [other for other in token.conjuncts if other.i > token.i and is_denied(other, token)]
    if token.dep_ != "dobj":
        return own
    strays = (one for one in children(token.head, "conj") if one.i > token.i and one.pos_ in ("PROPN", "NOUN"))
    return own + [
        each for one in strays if any(children(one, "neg")) for each in (one, *one.conjuncts) if each.i >= one.i
    ]


def clausal(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """Direct and prepositional objects, marked where the relation is reciprocal."""
    paired = any(word.lower_ in lexicon.words["adverb.pairing"] for word in children(clause.verb, "advmod"))
    for construction in (transitive, prepositional) if not _is_exchange(clause, lexicon) else (prepositional,):
        for triple in construction(clause, lexicon):
            if not paired or _are_respective(triple, clause):
                yield mark_mutual(triple, lexicon)


def _are_respective(triple: Triple, clause: Clause) -> bool:
    """True for the first subject with the first object and the second with the second, where they are as many."""
    objects = sorted((triple.object, *triple.object.conjuncts), key=lambda token: token.i)
    as_many = len(objects) == len(clause.subjects)
    return as_many and objects.index(triple.object) == clause.subjects.index(triple.subject)
