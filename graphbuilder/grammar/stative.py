"""States without an agent: "X is based in Y", "groups affiliated with Y", "Y-based X", "X spent two years at Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graphbuilder.grammar.arguments import coordinated, nominal_obliques, obliques
from graphbuilder.grammar.clause import Clause
from graphbuilder.grammar.role import is_named
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

STATES = ("in", "with", "to")
WITHIN = frozenset(("at", "in", "under"))
TOGETHER = WITHIN | {"for", "with"}
EMPLOYERS = ("organization.bodies", "organization.suffixes")


def resulting(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X is based in Y", "X was born in Y": a passive that nobody does and that only says how things stand."""
    if not clause.passive or clause.subjects:
        return
    for name, preposition, noun in clause.obliques:
        key = f"{clause.lemma} {name}"
        if lexicon.verbs.get(key) is EventType.RELATION:
            cue = (*clause.cue, preposition)
            for holder, other in product(clause.objects, coordinated(noun)):
                yield Triple(holder, cue, other, key, EventType.RELATION, "clause.state", clause.verb)


def hyphenated_state(noun: Token, verb: Token, name: Token, lexicon: Lexicon) -> Triple | None:
    """As in "Texas-based X", "Kremlin-linked X": how the noun stands to the name before the hyphen."""
    lemma = verb.lemma_.lower()
    for preposition in STATES:
        key = f"{lemma} {preposition}"
        if lexicon.verbs.get(key) is EventType.RELATION:
            return Triple(noun, (verb,), name, key, EventType.RELATION, "participle.hyphenated", noun)
    return None


def schooled(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X studied law at Y", "X taught classes in law at Y": the school, beside what is learnt there."""
    if clause.passive or clause.lemma not in lexicon.words["verb.schooling"]:
        return
    for subject_matter in clause.objects:
        places = [*clause.obliques, *nominal_obliques(subject_matter)]
        for name, preposition, noun in places:
            key = f"{clause.lemma} {name}"
            if key in lexicon.verbs and is_named(noun, lexicon):
                cue, sense = (*clause.cue, preposition), lexicon.verbs[key]
                for agent, school in product(clause.subjects, coordinated(noun)):
                    yield Triple(agent, cue, school, key, sense, "clause.prepositional", clause.verb)


def served(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X spent two years at Y", "X held a chair at Y": a time or stage of work or learning with a body."""
    if clause.passive:
        return
    for stage in clause.objects:
        among = prepositions_of(stage, clause, lexicon)
        for name, preposition, noun in (*clause.obliques, *obliques(stage)) if among else ():
            if name not in among or not is_employer(noun, lexicon):
                continue
            relation, cue = f"{clause.lemma} {stage.lemma_.lower()} {name}", (*clause.cue, stage, preposition)
            for agent, body in product(clause.subjects, coordinated(noun)):
                yield Triple(agent, cue, body, relation, EventType.RELATION, "clause.served", clause.verb)


def prepositions_of(stage: Token, clause: Clause, lexicon: Lexicon) -> frozenset[str]:
    """What leads to whose work it is: more behind "spent years" than behind "obtained a degree"; nothing elsewhere."""
    lemma, words = stage.lemma_.lower(), lexicon.words
    if lemma in words["time.nouns"]:
        return TOGETHER if clause.lemma in words["verb.serving"] else frozenset()
    return WITHIN if lemma in words["noun.career"] else frozenset()


def is_employer(noun: Token, lexicon: Lexicon) -> bool:
    """True for the name of a body or person, not for that of a place."""
    body = any(noun.lower_ in lexicon.words[key] for key in EMPLOYERS)
    return noun.pos_ == "PROPN" and (noun.ent_type_ in ("ORG", "PERSON") or body)
