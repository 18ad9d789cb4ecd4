"""Oblique objects: who is reached by a preposition, with a noun or an adjective before it or alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graphbuilder.grammar.arguments import children, coordinated, nominal_obliques, obliques
from graphbuilder.grammar.clause import Clause, force_owners, is_event_of_light_verb, is_judgement, laid_on
from graphbuilder.grammar.sense import (
    ADJUNCT,
    INSTITUTIONAL,
    event_noun,
    oblique_sense,
)
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

STATIONED = frozenset(("to", "in", "into", "near", "along", "on", "at"))
"""Before the place where troops are sent or kept."""
REPLACING = frozenset(("favour", "favor"))
"""What is dropped in favour of another is not dropped to support it."""


def prepositional(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A called on B", "A met with B", "A supplied tanks to B": the object after a preposition."""
    if clause.passive and not clause.subjects:
        return
    for name, preposition, noun in clause.obliques:
        direct = clause.objects if not clause.passive or name == "to" else ()
        adjunct = clause.passive or (name in ADJUNCT and not (noun.ent_type_ == "ORG" and name in INSTITUTIONAL))
        sense, relation = oblique_sense(clause.verb, clause.lemma, name, noun, direct, lexicon, adjunct=adjunct)
        if relation is None or is_preposition(noun, lexicon) or is_of_event(clause, name, lexicon):
            continue
        if is_setting(clause, name, preposition) or (name == "in" and is_company(noun, lexicon)):
            continue
        if clause.lemma in lexicon.composed and is_of_idiom(clause, name, lexicon):
            continue
        for agent in clause.subjects:
            for patient in coordinated(noun):
                cue = (*clause.cue, preposition)
                yield Triple(agent, cue, patient, relation, sense, "clause.prepositional", clause.verb)


def blamed(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A blamed the crash on B": the blame is B's, not the crash's."""
    if clause.lemma not in lexicon.words["verb.blaming"] or clause.passive:
        return
    for preposition, party in laid_on(clause):
        if preposition.head == clause.verb:
            continue  # an oblique object like any other
        for agent, one in product(clause.subjects, coordinated(party)):
            relation, cue = f"{clause.lemma} on", (*clause.cue, preposition)
            yield Triple(agent, cue, one, relation, EventType.ACCUSE, "clause.prepositional", clause.verb)


def is_setting(clause: Clause, name: str, preposition: Token) -> bool:
    """True for the second "in" of "took part in talks in B", and the "to" of "gave A contracts for aid to B"."""
    behind = (one for one in clause.obliques if clause.verb.i < one[1].i < preposition.i)
    given = name == "to" and any(one.pos_ in ("PROPN", "PRON", "NOUN") for one in children(clause.verb, "dative"))
    return given or any(one[0] == name for one in behind)


def is_company(noun: Token, lexicon: Lexicon) -> bool:
    """True for the "support" of "in support of B", which is no place."""
    return any(f"be in {noun.lower_} {inner}" in lexicon.verbs for inner, _, _ in obliques(noun))


def is_of_idiom(clause: Clause, name: str, lexicon: Lexicon) -> bool:
    """True for the "with" of "fell in love with B", which belongs to more than the verb."""
    keys = (f"{clause.lemma} {outer} {noun.lemma_.lower()} {name}" for outer, _, noun in clause.obliques)
    return any(key in lexicon.verbs for key in keys)


def is_of_event(clause: Clause, name: str, lexicon: Lexicon) -> bool:
    """True for the "to" of "paid tribute to B" and the "from" of "dismissed a claim from B as groundless"."""
    if not clause.objects:
        return False
    judged = name == "from" and is_judgement(clause, lexicon)
    return judged or all(_takes(noun, name, clause, lexicon) for noun in clause.objects)


def _takes(noun: Token, name: str, clause: Clause, lexicon: Lexicon) -> bool:
    key = event_noun(noun, lexicon)
    return key is not None and name in lexicon.nouns[key].patient and is_event_of_light_verb(clause, noun, lexicon)


def is_preposition(noun: Token, lexicon: Lexicon) -> bool:
    """True for the "front" of "in front of": a bare noun that only makes a preposition."""
    bare = all(child.lower_ == "of" for child in noun.children) and any(True for _ in noun.children)
    return bare and noun.lemma_.lower() in lexicon.words["light.nouns"]


def collocation(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A voiced concern about B": a listed verb and noun, whose preposition the parser hangs on the noun."""
    if clause.passive or clause.lemma not in lexicon.composed:
        return
    for noun in clause.objects:
        for name, preposition, party in nominal_obliques(noun):
            key = f"{clause.lemma} {noun.lemma_.lower()} {name}"
            if key in lexicon.verbs:
                cue = (*clause.cue, noun, preposition)
                for agent in clause.subjects:
                    for one in coordinated(party):
                        yield Triple(agent, cue, one, key, lexicon.verbs[key], "clause.collocation", clause.verb)


def stationed(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "US troops deployed to B", "A has troops stationed in B": a move without an agent is the owner's own."""
    if not clause.passive or clause.subjects:
        return
    for force in clause.objects:
        owners = force_owners(force) if force.lemma_.lower() in lexicon.words["organization.armed"] else []
        for name, preposition, place in clause.obliques:
            key = f"{clause.lemma} {force.lemma_.lower()} {name}"
            senses = (lexicon.verbs.get(clause.lemma), lexicon.verbs.get(f"{clause.lemma} {name}"))
            if name in STATIONED and EventType.MOBILIZE in senses:
                for owner in owners:
                    cue = (clause.verb, preposition)
                    yield Triple(owner, cue, place, key, EventType.MOBILIZE, "clause.stationed", clause.verb)


def adjectival(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A is critical of B", "A is committed to B": an adjective with its complement."""
    if clause.lemma not in ("be", "remain", "become"):
        return
    for adjective in children(clause.verb, "acomp"):
        for name, preposition, party in obliques(adjective):
            key = f"be {adjective.lower_} {name}"
            if key not in lexicon.verbs:
                continue
            for agent, patient in product(clause.subjects, coordinated(party)):
                cue = (clause.verb, adjective, preposition)
                yield Triple(agent, cue, patient, key, lexicon.verbs[key], "clause.adjectival", clause.verb)


def idiom(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A ruled in favour of B", "in B's favour": verb, preposition, noun, preposition."""
    if clause.passive and not clause.subjects:
        return
    for outer, preposition, noun in clause.obliques if clause.lemma in lexicon.composed else ():
        owned = (("of", noun, owner) for owner in children(noun, "poss"))
        for inner, last, patient in (*obliques(noun), *clause.obliques, *owned):
            key = f"{clause.lemma} {outer} {noun.lemma_.lower()} {inner}"
            if key in lexicon.verbs:
                cue = (*clause.cue, preposition, noun, last)
                for agent in clause.subjects:
                    for one in coordinated(patient):
                        yield Triple(agent, cue, one, key, lexicon.verbs[key], "clause.idiom", clause.verb)


def accompanied(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A marched in support of B", "A built ships in cooperation with B": what an act is besides."""
    if clause.passive and not clause.subjects:
        return
    settings = (
        one for noun in (*clause.objects, *(party for _, _, party in clause.obliques)) for one in obliques(noun)
    )
    for outer, preposition, noun in (*clause.obliques, *settings):
        for inner, last, party in obliques(noun) if outer == "in" and noun.lower_ not in REPLACING else ():
            sense, meant = lexicon.verbs.get(f"be in {noun.lower_} {inner}"), f"{clause.lemma} in {noun.lower_} {inner}"
            if sense is not None and meant not in lexicon.verbs:
                cue = (clause.verb, preposition, noun, last)
                for agent, one in product(clause.subjects, coordinated(party)):
                    yield Triple(agent, cue, one, meant, sense, "clause.idiom", clause.verb)
