"""Owners of what is acted upon: "A criticised B's tests" is said of B."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graphbuilder.grammar.agent import agents
from graphbuilder.grammar.arguments import children, coordinated, nominal_obliques
from graphbuilder.grammar.clause import Clause, is_judgement
from graphbuilder.grammar.role import are_named, is_named, is_role
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

TOWARDS_OWNER = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.THREATEN))
TELLING_OWNER = {EventType.ASSAULT: "noun.military", EventType.SANCTION: "noun.envoys"}
"""What is told of an owner by what is done to these of his."""
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
        permits = clause.lemma in lexicon.words["verb.permitting"]
        owners = (
            [*authors(thing, lexicon), *doers(thing, lexicon, several=permits)] if sense not in TOWARDS_OWNER else []
        )
        owners = owners or list(owners_in_phrase(thing, lexicon) if sense in TOWARDS_OWNER else ())
        act = lexicon.combinations.get((clause.lemma, event_noun(thing, lexicon) or "")) or sense
        for agent, owner in product(clause.subjects, owners):
            yield Triple(agent, clause.cue, owner, clause.lemma, act, "clause.owner", clause.verb)


def struck(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A bombed B positions", "A expelled B's diplomats": what is done to those that B fights or speaks with."""
    for relation, sense, thing, cue in dealt_with(clause, lexicon):
        if thing.lemma_.lower() not in lexicon.words[TELLING_OWNER[sense]]:
            continue
        owners = [one for one in children(thing, "poss") if one.pos_ != "PRON"]
        owners = owners or [one for one in _before(thing) if is_named(one, lexicon)]
        for agent, owner in product(clause.subjects, owners):
            meant = f"{relation} {thing.lemma_.lower()} of"
            yield Triple(agent, (*cue, thing), owner, meant, sense, "clause.owner", clause.verb)


def dealt_with(clause: Clause, lexicon: Lexicon) -> Iterator[tuple[str, EventType, Token, tuple[Token, ...]]]:
    """(relation, sense, thing, cue) of what a verb or phrase does to things: "bombed", "opened fire on"."""
    if (sense := lexicon.verbs.get(clause.lemma)) in TELLING_OWNER:
        yield from ((clause.lemma, sense, thing, clause.cue) for thing in clause.objects)
    for measure in clause.objects:
        for name, preposition, thing in (*clause.obliques, *nominal_obliques(measure)):
            relation = f"{clause.lemma} {measure.lemma_.lower()} {name}"
            whole = lexicon.verbs.get(relation)
            if whole in TELLING_OWNER:
                yield relation, whole, thing, (*clause.cue, measure, preposition)


def yielded(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A gave in to the demands of B": it is B that A answers."""
    for name, preposition, thing in () if clause.passive else clause.obliques:
        relation = f"{clause.lemma} {name}"
        if relation not in lexicon.words["verb.answering"] or thing.pos_ != "NOUN" or is_role(thing, lexicon):
            continue
        owners = list(owners_in_phrase(thing, lexicon)) or list(doers(thing, lexicon, several=True))
        for agent, owner in product(clause.subjects, owners):
            cue, sense = (*clause.cue, preposition), lexicon.verbs.get(relation)
            yield Triple(agent, cue, owner, relation, sense, "clause.owner", clause.verb)


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
    named = (child for child in _before(noun) if is_named(child, lexicon))
    yield from (child for child in named if child.lower_ not in lexicon.capitals)  # "the Oslo accords"


def _before(noun: Token) -> Iterator[Token]:
    return children(noun, "compound", "amod", "nmod")


def authors(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Who a thing is from: "a request from B", "the attack by B", "an offer made by B"."""
    for name, _, party in nominal_obliques(noun):
        if name in ("by", "from") and party.lemma_.lower() not in lexicon.words["place.nouns"]:
            yield from coordinated(party)
            return
    for participle in children(noun, "acl"):
        yield from agents(participle)


def doers(noun: Token, lexicon: Lexicon, *, several: bool = False) -> Iterator[Token]:
    """The name after "of", unless the act is done to it ("the arrest of B"); `several` takes "Danish experts" too."""
    key = event_noun(noun, lexicon)
    if key is not None and "of" in lexicon.nouns[key].patient:
        return
    for name, _, party in nominal_obliques(noun):
        if name == "of" and (is_named(party, lexicon) or (several and are_several(party, lexicon))):
            yield from coordinated(party)


def are_several(noun: Token, lexicon: Lexicon) -> bool:
    """True for a plural of persons, or one with a name before it ("the truck drivers", "Danish companies")."""
    return noun.tag_ == "NNS" and (are_named(noun, lexicon) or is_role(noun, lexicon))
