"""Clauses: a verb with its subjects and objects, active or passive; direct, prepositional and indirect objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from spacy.tokens import Token

from graphbuilder.grammar.arguments import (
    PEOPLES,
    agents,
    children,
    coordinated,
    direct_objects,
    is_passive,
    obliques,
    particle,
    surface_subjects,
)
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType

CLAUSAL = frozenset(("say", "be", "have", "do", "become", "seem", "appear", "remain"))
RECIPIENT = frozenset((EventType.AID, EventType.OTHER, EventType.AGREE, EventType.STATEMENT, EventType.COOPERATE))
INSTITUTIONAL = frozenset(("at", "in", "under"))
STATIONED = frozenset(("to", "in", "into", "near", "along", "on", "at"))
ADJUNCT = frozenset(
    ("in", "on", "at", "during", "after", "before", "since", "until", "within", "under", "as", "by", "over")
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and its deep arguments: who does it, to whom, and the prepositional complements."""

    verb: Token
    lemma: str
    passive: bool
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    obliques: tuple[tuple[str, Token, Token], ...]

    @property
    def cue(self) -> tuple[Token, ...]:
        """The verb and its particle."""
        return (self.verb, *children(self.verb, "prt"))


def read_clause(verb: Token) -> Clause:
    """The clause of one verb."""
    passive = is_passive(verb)
    surface = surface_subjects(verb)
    part = particle(verb)
    return Clause(
        verb,
        f"{verb.lemma_.lower()} {part}" if part else verb.lemma_.lower(),
        passive,
        tuple(agents(verb) if passive else surface),
        tuple(surface if passive else direct_objects(verb)),
        tuple(obliques(verb)),
    )


def transitive(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A condemned B", "B was condemned by A": subject, verb, direct object."""
    if clause.lemma in CLAUSAL or is_judgement(clause, lexicon):
        return
    rule = "clause.passive" if clause.passive else "clause.active"
    for patient in clause.objects:
        if is_event_of_light_verb(clause, patient, lexicon):
            continue
        sense = lexicon.combinations.get((clause.lemma, noun_key(patient, lexicon))) or lexicon.verbs.get(clause.lemma)
        for agent in clause.subjects:
            yield Triple(agent, clause.cue, patient, clause.lemma, sense, rule, clause.verb)


def is_event_of_light_verb(clause: Clause, noun: Token, lexicon: Lexicon) -> bool:
    """True where the noun carries the meaning and the verb merely supports it ("hold talks")."""
    key = event_noun(noun, lexicon)
    if key is None:
        return False
    pairs = ((clause.lemma, key), (clause.lemma, str(lexicon.nouns[key].event_type)))
    return supports(clause.lemma, lexicon) or any(pair in lexicon.combinations for pair in pairs)


def supports(lemma: str, lexicon: Lexicon) -> bool:
    """True for a verb that merely carries its noun or says that the event begins or goes on."""
    words = lexicon.words
    return lemma in words["verb.carrying"] or (lemma in words["verb.aspectual"] and lemma not in words["verb.ending"])


def event_noun(noun: Token, lexicon: Lexicon) -> str | None:
    """The key of an event noun in the vocabulary, the longest compound first ("telephone conversation")."""
    if noun.pos_ != "NOUN" and not (noun.pos_ == "PROPN" and noun.ent_type_ in ("", "EVENT")):
        return None
    lemma = noun.lemma_.lower()
    for child in noun.children:
        if child.dep_ in ("compound", "amod") and f"{child.lower_} {lemma}" in lexicon.nouns:
            return f"{child.lower_} {lemma}"
    return lemma if lemma in lexicon.nouns else _carried(noun, lemma, lexicon)


def _carried(noun: Token, lemma: str, lexicon: Lexicon) -> str | None:
    """The event before a noun that says nothing itself ("mediation effort", "peace process")."""
    if lemma not in lexicon.words["light.nouns"]:
        return None
    return next((child.lower_ for child in children(noun, "compound") if child.lower_ in lexicon.nouns), None)


def noun_key(noun: Token, lexicon: Lexicon) -> str:
    """What combinations know a noun by: the type of an event noun, else its lemma."""
    key = event_noun(noun, lexicon)
    return str(lexicon.nouns[key].event_type) if key else noun.lemma_.lower()


def prepositional(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A called on B", "A met with B", "A supplied tanks to B": the object after a preposition."""
    if clause.passive and not clause.subjects:
        return
    direct = [noun.lemma_.lower() for noun in clause.objects] if not clause.passive else []
    for name, preposition, noun in clause.obliques:
        sense, relation = oblique_sense(clause, name, direct, lexicon, institution=noun.ent_type_ == "ORG")
        if relation is None or is_preposition(noun, lexicon):
            continue
        for agent in clause.subjects:
            for patient in coordinated(noun):
                cue = (*clause.cue, preposition)
                yield Triple(agent, cue, patient, relation, sense, "clause.prepositional", clause.verb)


def is_preposition(noun: Token, lexicon: Lexicon) -> bool:
    """True for the "front" of "in front of": a bare noun that only makes a preposition."""
    bare = all(child.lower_ == "of" for child in noun.children) and any(True for _ in noun.children)
    return bare and noun.lemma_.lower() in lexicon.words["light.nouns"]


def oblique_sense(
    clause: Clause, name: str, direct: list[str], lexicon: Lexicon, *, institution: bool = False
) -> tuple[EventType | None, str | None]:
    """The sense and relation phrase of verb (+ direct object) + preposition; (None, None) where it is an adjunct.

    At an institution one studies or works; in a place things merely happen.
    """
    for noun in direct:
        key = f"{clause.lemma} {noun} {name}"
        if key in lexicon.verbs:
            return lexicon.verbs[key], key
    key = f"{clause.lemma} {name}"
    if key in lexicon.verbs and not (direct and name in ADJUNCT):
        return lexicon.verbs[key], key
    plain = lexicon.verbs.get(clause.lemma)
    if name == "to" and direct and plain in RECIPIENT:
        return plain, f"{clause.lemma} {direct[0]} to"
    if direct or clause.lemma in CLAUSAL or clause.passive:
        return None, None
    return (None, None) if name in ADJUNCT and not (institution and name in INSTITUTIONAL) else (None, key)


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


def force_owners(force: Token) -> list[Token]:
    """Whose troops they are: a name before them, or the subject of the verb of having."""
    named = [child for child in children(force, "compound", "amod", "nmod", "poss") if child.ent_type_ in PEOPLES]
    if named:
        return named
    return surface_subjects(force.head) if force.dep_ == "dobj" and force.head.lemma_ in ("have", "keep") else []


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


def indirect(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A gave B tanks", "A told B that": the indirect object."""
    for person in children(clause.verb, "dative"):
        if person.pos_ not in ("NOUN", "PROPN", "PRON") or clause.lemma in CLAUSAL:
            continue
        for agent in clause.subjects:
            for recipient in coordinated(person):
                sense = lexicon.verbs.get(clause.lemma)
                yield Triple(agent, clause.cue, recipient, clause.lemma, sense, "clause.indirect", clause.verb)


def idiom(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A ruled in favour of B": verb, preposition, noun, preposition."""
    if clause.passive and not clause.subjects:
        return
    for outer, preposition, noun in clause.obliques:
        for inner, last, patient in obliques(noun):
            key = f"{clause.lemma} {outer} {noun.lemma_.lower()} {inner}"
            if key in lexicon.verbs:
                cue = (*clause.cue, preposition, noun, last)
                for agent in clause.subjects:
                    for one in coordinated(patient):
                        yield Triple(agent, cue, one, key, lexicon.verbs[key], "clause.idiom", clause.verb)


def is_judgement(clause: Clause, lexicon: Lexicon) -> bool:
    """True for "called it a mistake", "held him responsible": the verb names, it does not act."""
    if clause.lemma in lexicon.words["verb.finding"]:
        return any(is_verdict(child, lexicon) for child in children(clause.verb, "oprd"))
    if clause.lemma not in lexicon.words["verb.naming"]:
        return False
    named = any(True for _ in children(clause.verb, "oprd", "attr"))
    holders = (clause.verb, *clause.objects)
    return named or any(child.lower_ == "as" for holder in holders for child in children(holder, "prep"))


def is_verdict(adjective: Token, lexicon: Lexicon) -> bool:
    """True for "guilty" and "unfair", not for the "captive" of "held captive"."""
    words, lemma = lexicon.words, adjective.lower_
    known = any(lemma in words[key] for key in ("word.culpable", "word.negative", "word.positive"))
    return adjective.pos_ == "ADJ" and known
