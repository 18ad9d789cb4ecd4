"""Owners of what is acted upon: "A criticised B's tests" is said of B."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import children, coordinated, nominal_obliques
from graphbuilder.grammar.clause import Clause, is_judgement
from graphbuilder.grammar.role import is_named, is_role
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

TOWARDS_OWNER = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.THREATEN))


def owned_object(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """What somebody says of an act or thing he says of its owner: praise, blame and refusal."""
    sense = lexicon.verbs.get(clause.lemma)
    if sense not in TOWARDS_OWNER or is_judgement(clause, lexicon):
        return
    for thing in clause.objects:
        if thing.pos_ != "NOUN" or is_role(thing, lexicon):
            continue
        for owner in owners_in_phrase(thing, lexicon):
            for agent in clause.subjects:
                yield Triple(agent, clause.cue, owner, clause.lemma, sense, "clause.owner", clause.verb)


def owners_in_phrase(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The named possessor of a noun, who it is by, or the name right before it ("the US decision")."""
    for child in children(noun, "poss"):
        yield from coordinated(child)
        return
    for name, _, party in nominal_obliques(noun):
        if name == "by":
            yield from coordinated(party)
            return
    for child in children(noun, "compound", "amod", "nmod"):
        if is_named(child, lexicon):
            yield child
