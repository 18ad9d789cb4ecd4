"""Nominal events: "talks between A and B", "A's attack on B", "sanctions by A on B", "the Russian attack on B"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from graphbuilder.animacy import is_thing
from graphbuilder.grammar.agent import agents
from graphbuilder.grammar.arguments import children, coordinated, nominal_obliques, obliques
from graphbuilder.grammar.circumstance import participants
from graphbuilder.grammar.clause import Clause, is_event_of_light_verb, read_clause
from graphbuilder.grammar.participle import leaders
from graphbuilder.grammar.reciprocal import BETWEEN, pairs_of
from graphbuilder.grammar.role import HYPHENS, is_named
from graphbuilder.grammar.sense import event_noun, measured, supports
from graphbuilder.grammar.subjects import owners
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon, NounSense
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

OUTSIDE = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.CONCEDE, EventType.PROTEST))
"""Who does this to an act is not the one who does the act."""
PASSED_ON = frozenset(
    (EventType.SANCTION, EventType.AID, EventType.RETREAT, EventType.MOBILIZE, EventType.COERCE, EventType.REJECT)
)
OPINION = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT))
OVERT = frozenset(("nominal.genitive", "nominal.by", "nominal.of"))
"""The constructions that name the agent beside the noun: "demanded A's withdrawal from B"."""
MOVING = frozenset((EventType.CONSULT, EventType.COOPERATE, EventType.RETREAT))
HARMING = frozenset(("in", "during"))


def between(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "Talks between A and B": every pair of the parties."""
    key = event_noun(noun, lexicon)
    if key is None or "between" in lexicon.nouns[key].patient:
        return  # a mediation between two is that of a third
    sense = lexicon.nouns[key]
    for name, preposition, party in obliques(noun):
        if name in BETWEEN:
            parties = coordinated(party)
            for one, other in combinations(parties, 2) if len(parties) > 1 else pairs_of(tuple(parties)):
                relation = sense.verb or key
                yield Triple(one, (noun, preposition), other, relation, sense.event_type, "nominal.between", noun, True)


def two_place(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A's attack on B", "attack by A on B", "the Russian attack on B": an event noun with both its parties."""
    key = event_noun(noun, lexicon)
    if key is None:
        return
    sense = lexicon.nouns[key]
    mutual = noun.lemma_.lower() in lexicon.words["reciprocal.nouns"]
    doers = _doers(noun, lexicon)
    for name, preposition, party in nominal_obliques(noun):
        if name not in sense.patient:
            continue
        for rule, agent in doers:
            if rule == "nominal.beside" and not is_side_party(name, party, sense, lexicon):
                continue
            for patient in coordinated(party):
                relation = sense.verb or f"{key} {name}"
                cue = (noun, preposition)
                symmetric = mutual and name == "with"
                yield Triple(agent, cue, patient, relation, sense.event_type, rule, noun, symmetric)


def chained(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A's suspension of aid to B", "a ban on imports from B": the party behind what is stopped or given."""
    key = event_noun(noun, lexicon)
    if key is None or lexicon.nouns[key].event_type not in PASSED_ON:
        return
    sense = lexicon.nouns[key]
    doers = _doers(noun, lexicon)
    for name, _, thing in nominal_obliques(noun):
        if name not in sense.patient or thing.pos_ != "NOUN" or is_named(thing, lexicon):
            continue
        for inner, preposition, party in (*nominal_obliques(thing), *obliques(noun)):
            if inner in ("to", "from", "with", "against") and inner not in sense.patient and is_named(party, lexicon):
                relation = f"{sense.verb or key} {thing.lemma_.lower()} {inner}"
                for (_, agent), one in product(doers, coordinated(party)):
                    cue = (noun, preposition)
                    yield Triple(agent, cue, one, relation, sense.event_type, "nominal.chained", noun)


def of_owned(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A's refusal of B's request": praise, blame and refusal of a thing are those of its owner."""
    key = event_noun(noun, lexicon)
    if key is None or lexicon.nouns[key].event_type not in OPINION:
        return
    sense = lexicon.nouns[key]
    for name, preposition, thing in obliques(noun):
        inner = event_noun(thing, lexicon)
        harm = inner is not None and lexicon.nouns[inner].event_type is EventType.ASSAULT
        takes = name in sense.patient and name in ("of", "for", "to") and thing.pos_ == "NOUN" and not harm
        owners = list(children(thing, "poss")) if takes else []
        for (_, agent), owner in product(nominal_agents(noun, lexicon) if owners else (), owners):
            relation, cue = sense.verb or f"{key} {name}", (noun, preposition)
            yield Triple(agent, cue, owner, relation, sense.event_type, "nominal.owner", noun)


def joint(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "a joint statement from A and B": what several make together."""
    key = event_noun(noun, lexicon)
    if key is None or not any(child.lower_ in lexicon.words["reciprocal.joint"] for child in noun.children):
        return
    for name, preposition, party in obliques(noun):
        if name in ("from", "by", "of"):
            for one, other in combinations(coordinated(party), 2):
                cue, relation = (noun, preposition), f"make joint {key.removeprefix('joint ')} with"
                yield Triple(one, cue, other, relation, lexicon.nouns[key].event_type, "nominal.joint", noun, True)


def is_side_party(preposition: str, party: Token, sense: NounSense, lexicon: Lexicon) -> bool:
    """False for what a statement told beside a clause merely stands on ("in a statement on its website")."""
    return sense.event_type is not EventType.STATEMENT or (preposition == "to" and is_named(party, lexicon))


def of_pair(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "the two leaders' meeting", "their talks": a reciprocal noun whose owners are several."""
    key = event_noun(noun, lexicon)
    if key is None or noun.lemma_.lower() not in lexicon.words["reciprocal.nouns"]:
        return
    if any(name == "with" for name, _, _ in obliques(noun)):
        return
    sense = lexicon.nouns[key]
    for owner in children(noun, "poss"):
        if owner.tag_ in ("NNS", "PRP$"):
            relation = sense.verb or key
            yield Triple(owner, (noun,), owner, relation, sense.event_type, "nominal.pair", noun, True)


def _doers(noun: Token, lexicon: Lexicon) -> list[tuple[str, Token]]:
    """The agents of an event noun; not of one whose verb only carries it for its own subject ("launched an attack")."""
    if noun.dep_ != "dobj" or not _is_supported(noun, lexicon):
        return list(nominal_agents(noun, lexicon))
    if supports(noun.head.lemma_.lower(), lexicon):
        return []
    return [one for one in overt_agents(noun, lexicon) if one[0] in OVERT and one[1].tag_ != "PRP$"]


def _is_supported(noun: Token, lexicon: Lexicon) -> bool:
    """True where a light or change-of-state verb says what becomes of the event, for its own subject."""
    return is_event_of_light_verb(read_clause(noun.head), noun, lexicon)


def harmed(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "B was killed in an Omani air strike": whose the attack is has killed B."""
    if not clause.passive or clause.subjects or lexicon.verbs.get(clause.lemma) is not EventType.ASSAULT:
        return
    for name, preposition, several in clause.obliques:
        noun = measured(several, lexicon)
        key = event_noun(noun, lexicon) if name in HARMING else None
        if key is None or lexicon.nouns[key].event_type is not EventType.ASSAULT:
            continue
        claimed = (agent for one in children(noun, "acl") if one.lemma_ == "claim" for agent in agents(one))
        for rule, agent in (*nominal_agents(noun, lexicon), *(("nominal.by", one) for one in claimed)):
            if rule == "nominal.by" or agent.lower_ in lexicon.demonyms or agent.ent_type_ == "ORG":
                for patient in clause.objects:
                    cue = (*clause.cue, preposition, noun)
                    yield Triple(agent, cue, patient, clause.lemma, EventType.ASSAULT, "nominal.harmed", clause.verb)


def nominal_agents(noun: Token, lexicon: Lexicon) -> Iterator[tuple[str, Token]]:
    """(construction, agent) of an event noun: named beside it, else the subject that governs it."""
    beside = list(overt_agents(noun, lexicon))
    key = event_noun(noun, lexicon)
    if beside:
        yield from beside
    elif noun.dep_ == "dobj" and not _is_of_others(noun.head, lexicon):
        yield from (("nominal.governed", one) for one in owners(noun) if not is_thing(one))
    elif key is not None:
        yield from (("nominal.beside", one) for one in participants(noun, lexicon.nouns[key].event_type, lexicon))


def overt_agents(noun: Token, lexicon: Lexicon) -> Iterator[tuple[str, Token]]:
    """(construction, agent) of an event noun: possessor, by-phrase, who comes or goes, or name before it."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield from (("nominal.genitive", one) for one in coordinated(child))
            return
    for name, _, party in obliques(noun):
        if name == "by":
            yield from (("nominal.by", one) for one in coordinated(party))
            return
    moving = list(movers(noun, lexicon))
    if moving:
        yield from (("nominal.of", one) for one in moving)
        return
    before = (one for child in children(noun, "compound", "amod", "nmod") for one in coordinated(child))
    named = [one for one in before if one.i < noun.i and is_named(one, lexicon)] or list(leaders(noun, lexicon))
    yield from (("nominal.compound", one) for one in named)


def movers(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Who goes or comes in "the withdrawal of A from B", "the visit of A to B", where no "of" leads to a patient."""
    key = event_noun(noun, lexicon)
    sense = lexicon.nouns[key] if key is not None else None
    if sense is None or sense.event_type not in MOVING or "of" in sense.patient:
        return
    for name, _, party in obliques(noun):
        if name == "of":
            yield from (one for one in coordinated(party) if one.ent_type_ in ("GPE", "PERSON", "ORG"))


def _is_of_others(verb: Token, lexicon: Lexicon) -> bool:
    """True for a verb whose object is somebody else's act: "overturned the conviction of B", "lost control of B"."""
    lemma, words = verb.lemma_.lower(), lexicon.words
    if lexicon.verbs.get(lemma) in OUTSIDE:
        return True
    return any(
        lemma in words[key]
        for key in ("verb.passive_subject", "verb.losing", "verb.citing", "verb.observing", "verb.urging")
    )


def paired(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "US-Russia talks", "US-Chad drills": two names with a hyphen before a noun for what they do together."""
    key = event_noun(noun, lexicon)
    if key is None:
        return
    for second in children(noun, "compound", "amod", "nmod"):
        hyphen = _before_name(second)
        if hyphen is None or hyphen.text not in HYPHENS or hyphen.i == noun.sent.start:
            continue
        first = hyphen.nbor(-1)
        if is_named(first, lexicon) and is_named(second, lexicon):
            sense = lexicon.nouns.get(f"joint {noun.lemma_.lower()}", lexicon.nouns[key])
            yield Triple(first, (noun,), second, sense.verb or key, sense.event_type, "nominal.paired", noun, True)


def _before_name(last: Token) -> Token | None:
    """What stands right before a name of one or more words: the hyphen of "US-South Korea"."""
    first = last
    while first.ent_iob_ == "I" and first.i > last.sent.start and first.nbor(-1).text not in HYPHENS:
        first = first.nbor(-1)
    return first.nbor(-1) if first.i > last.sent.start else None
