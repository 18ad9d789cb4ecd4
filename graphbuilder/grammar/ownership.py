"""Owners of what is acted upon: "A criticised B's tests" is said of B."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graphbuilder.grammar.agent import agents
from graphbuilder.grammar.arguments import children, coordinated, nominal_obliques
from graphbuilder.grammar.clause import Clause, is_judgement
from graphbuilder.grammar.role import is_named, is_role
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

TOWARDS_OWNER = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.THREATEN))
TOWARDS_AUTHOR = frozenset((EventType.REQUEST, EventType.AGREE))


def owned_object(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """What somebody says of an act or thing he says of its owner: praise, blame, refusal and demand."""
    sense = lexicon.verbs.get(clause.lemma)
    if clause.lemma in lexicon.words["verb.restating"]:
        return  # "reaffirmed the support of B" is no word on B
    if sense not in TOWARDS_OWNER | TOWARDS_AUTHOR or is_judgement(clause, lexicon):
        return
    for thing in clause.objects:
        if thing.pos_ != "NOUN" or is_role(thing, lexicon) or thing.lemma_.lower() in lexicon.words["place.nouns"]:
            continue
        owners = [*authors(thing, lexicon), *doers(thing, lexicon)] if sense not in TOWARDS_OWNER else []
        owners = owners or list(owners_in_phrase(thing, lexicon) if sense in TOWARDS_OWNER else ())
        act = lexicon.combinations.get((clause.lemma, event_noun(thing, lexicon) or "")) or sense if owners else sense
        for agent, owner in product(clause.subjects, owners):
            yield Triple(agent, clause.cue, owner, clause.lemma, act, "clause.owner", clause.verb)


def solicited(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A strove for guarantees from B": it is asked of B."""
    for name, preposition, thing in clause.obliques:
        key = f"{clause.lemma} {name}"
        if key not in lexicon.words["verb.soliciting"] or clause.passive or thing.pos_ != "NOUN":
            continue
        for source, inner, party in nominal_obliques(thing):
            if source == "from":
                relation, cue = f"{key} {thing.lemma_.lower()} from", (*clause.cue, preposition, thing, inner)
                for agent, one in product(clause.subjects, coordinated(party)):
                    yield Triple(agent, cue, one, relation, EventType.REQUEST, "clause.solicited", clause.verb)


def owners_in_phrase(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Who has or makes a thing: possessor, author, the name after "of", or the name right before it."""
    for child in children(noun, "poss"):
        yield from coordinated(child)
        return
    found = [*authors(noun, lexicon), *doers(noun, lexicon)]
    yield from found
    if found:
        return
    for child in children(noun, "compound", "amod", "nmod"):
        if is_named(child, lexicon):
            yield child


def authors(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Who a thing is from: "a request from B", "the attack by B", "an offer made by B"."""
    for name, _, party in nominal_obliques(noun):
        if name in ("by", "from") and party.lemma_.lower() not in lexicon.words["place.nouns"]:
            yield from coordinated(party)
            return
    for participle in children(noun, "acl"):
        yield from agents(participle)


def doers(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The name after "of", unless the act is done to it ("the arrest of B")."""
    key = event_noun(noun, lexicon)
    if key is not None and "of" in lexicon.nouns[key].patient:
        return
    for name, _, party in nominal_obliques(noun):
        if name == "of" and is_named(party, lexicon):
            yield from coordinated(party)
