"""A verb, its object and a party after a preposition that belongs to both: "deny entry to", "share evidence with"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.grammar.clause import Clause, is_event_of_light_verb
from graphbuilder.grammar.oblique import is_of_event
from graphbuilder.grammar.role import are_named, is_named
from graphbuilder.grammar.sense import EMPTY, measured, oblique_sense
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

CONCRETE = ("person.roles", "organization.bodies", "organization.armed", "place.nouns", "time.nouns", "quantity.nouns")
WITHOUT_SOURCE = ("verb.passive_subject", "verb.containing")
PARTS = ("compound", "nmod", "amod")
TOWARDS = frozenset(("to", "against", "with", "over", "towards", "toward", "from", "for"))


def misattached(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A shared evidence with B": the verb's preposition, which the parser hangs on the object."""
    if clause.passive:
        return
    for noun in clause.objects:
        if is_event_of_light_verb(clause, noun, lexicon):
            continue
        for name, preposition, party in obliques(measured(noun, lexicon)):
            sense, key = oblique_sense(clause.verb, clause.lemma, name, party, [noun], lexicon, adjunct=False)
            if (
                key is None
                or name == "of"
                or is_of_event(clause, name, lexicon)
                or not _hangs_loose(clause, name, key, sense, lexicon)
            ):
                continue
            cue = (*clause.cue, preposition)
            for agent, patient in product(clause.subjects, coordinated(party)):
                yield Triple(agent, cue, patient, key, sense, "clause.prepositional", clause.verb)


def _hangs_loose(clause: Clause, name: str, key: str, sense: EventType | None, lexicon: Lexicon) -> bool:
    """True where the verb takes object and preposition together, not either ("share with", not "announce to")."""
    if key not in lexicon.verbs:
        return sense is EventType.AID
    if len(key.split()) - len(clause.lemma.split()) > 1:
        return True
    return sense is not EventType.STATEMENT and (name == "to" or sense == lexicon.verbs.get(clause.lemma))


def phrasal(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A denied entry to B", "A turned a blind eye to B": verb and bare object say it together."""
    if clause.passive or clause.lemma in EMPTY or len(clause.objects) != 1:
        return
    noun = clause.objects[0]
    if not _is_abstract(noun, lexicon) or noun.i < clause.verb.i or is_event_of_light_verb(clause, noun, lexicon):
        return
    for name, preposition, party in (*obliques(noun), *clause.obliques):
        if name not in TOWARDS or not _is_party(party, lexicon) or preposition.i < noun.i:
            continue
        if name == "from" and not _has_source(clause, lexicon):
            continue
        if oblique_sense(clause.verb, clause.lemma, name, party, [noun], lexicon, adjunct=False)[1]:
            continue
        relation = f"{clause.lemma} {noun.lemma_.lower()} {name}"
        sense, cue = lexicon.verbs.get(clause.lemma), (*clause.cue, noun, preposition)
        for agent, patient in product(clause.subjects, coordinated(party)):
            yield Triple(agent, cue, patient, relation, sense, "clause.phrasal", clause.verb)


def permitted(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A gave B permission to leave", where the parser takes B for a part of the noun."""
    if clause.lemma not in lexicon.words["control.giving"]:
        return
    for noun in clause.objects:
        if noun.lemma_ not in lexicon.words["control.permissions"]:
            continue
        beside = (part for child in children(noun, *PARTS) for part in (child, *children(child, *PARTS)))
        recipient = next((part for part in beside if is_named(part, lexicon)), None)
        if recipient is None or not any(True for _ in children(noun, "acl")):
            continue
        relation = f"{clause.lemma} {noun.lemma_} to"
        refused = lexicon.verbs.get(clause.lemma) is EventType.REJECT
        sense = EventType.REJECT if refused else EventType.AGREE
        for agent in clause.subjects:
            yield Triple(agent, (*clause.cue, noun), recipient, relation, sense, "clause.phrasal", clause.verb)


def _has_source(clause: Clause, lexicon: Lexicon) -> bool:
    """True for "declare independence from", not for the "from" of "used data from B", which is the object's own."""
    if lexicon.verbs.get(clause.lemma) in (None, EventType.OTHER) and f"{clause.lemma} from" not in lexicon.verbs:
        return False
    return not any(clause.lemma in lexicon.words[key] for key in WITHOUT_SOURCE)


def _is_abstract(noun: Token, lexicon: Lexicon) -> bool:
    """False for persons, bodies, places, times and amounts, which are parties or adjuncts themselves."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or any(children(noun, "nummod")):
        return False
    lemma, words = noun.lemma_.lower(), lexicon.words
    return not any(lemma in words[key] for key in CONCRETE)


def _is_party(noun: Token, lexicon: Lexicon) -> bool:
    """True for a name or a demonym, or several with one before them ("Danish journalists")."""
    return (is_named(noun, lexicon) and noun.ent_type_ != "MONEY") or are_named(noun, lexicon)
