"""Outer acts: "A refused to meet B", "A is ready to lend to B" are acts towards the object of the inner verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphbuilder.grammar.arguments import children, gerund
from graphbuilder.grammar.clause import Clause, read_clause
from graphbuilder.grammar.directive import addressed
from graphbuilder.grammar.forms import is_infinitive, is_passive
from graphbuilder.grammar.light import light_verb
from graphbuilder.grammar.reciprocal import clausal
from graphbuilder.grammar.response import answered
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

OUTER = frozenset((EventType.AGREE, EventType.THREATEN, EventType.REJECT))


def control(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """A verb of agreeing, threatening or refusing that has no object but that of its infinitive or gerund."""
    sense = lexicon.verbs.get(clause.lemma) or lexicon.verbs.get(f"{clause.lemma} to")
    if sense not in OUTER or clause.objects or clause.passive:
        return
    for inner in inner_verbs(clause.verb):
        for act in inner_acts(inner, lexicon):
            for agent in clause.subjects:
                cue = (*clause.cue, inner)
                relation = f"{clause.lemma} to {act.relation}"
                yield Triple(agent, cue, act.object, relation, sense, "clause.control", clause.verb)


def readiness(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A is ready to send troops to B": an offer."""
    if clause.lemma not in ("be", "remain", "stand"):
        return
    for adjective in children(clause.verb, "acomp"):
        if adjective.lemma_.lower() not in lexicon.words["adjective.willing"]:
            continue
        for inner in children(adjective, "xcomp"):
            for act in inner_acts(inner, lexicon):
                for agent in surface_subjects(clause.verb):
                    cue = (clause.verb, adjective, inner)
                    relation = f"be {adjective.lower_} to {act.relation}"
                    yield Triple(agent, cue, act.object, relation, EventType.AGREE, "clause.readiness", clause.verb)


def nominal(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A's refusal to meet B", "A made no promise to help B": control by the noun of such a verb."""
    key = event_noun(noun, lexicon)
    if key is None or lexicon.nouns[key].event_type not in OUTER:
        return
    sense = lexicon.nouns[key]
    verb = f"{(sense.verb or key).removesuffix(' to').removesuffix(' with')} to"
    for inner in children(noun, "acl"):
        if not is_infinitive(inner) or is_passive(inner):
            continue
        for act in inner_acts(inner, lexicon):
            for agent in surface_subjects(inner):
                relation = f"{verb} {act.relation}"
                yield Triple(agent, (noun, inner), act.object, relation, sense.event_type, "nominal.control", noun)


def inner_acts(inner: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """What the inner verb does to whom, whoever does it."""
    clause = read_clause(inner)
    for construction in (light_verb, clausal, addressed):
        yield from construction(clause, lexicon)
    for asking in answered(clause, lexicon):  # the answer goes back to who has asked
        yield replace(asking, subject=asking.object, object=asking.subject, relation=clause.lemma)


def inner_verbs(verb: Token) -> Iterator[Token]:
    """The verbs of infinitives and gerunds that complete a verb ("agreed to lift", "of planning")."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield child
        elif child.dep_ == "prep":
            inner = gerund(child)
            if inner is not None and inner.pos_ == "VERB":
                yield inner
