"""Subjects: those beside a verb, and those that coordination, control or modification lend it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graphbuilder.animacy import is_thing
from graphbuilder.grammar.agent import agents
from graphbuilder.grammar.arguments import (
    ASKED,
    NOMINAL,
    PEOPLES,
    antecedent,
    children,
    complement,
    coordinated,
    obliques,
)
from graphbuilder.grammar.embedding import embedding_object
from graphbuilder.grammar.forms import is_infinitive, is_passive
from graphbuilder.lexicon import word_lists
from graphbuilder.syntax import SUBJECT, Token

CONTROL = word_lists("control.toml")
CHARGING = CONTROL["control.charging"]
DOCUMENTS = CONTROL["control.documents"]
OBJECT_CONTROL = CONTROL["control.object_prepositions"]
TIMES = frozenset(("DATE", "TIME"))
ADVERBIAL = frozenset(("ADV", "ADP", "SCONJ"))


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that stand beside the verb itself."""
    own = [one for child in verb.children if child.dep_ in SUBJECT for one in _meant(child)]
    noun = None if own else embedding_object(verb)
    return own if noun is None else coordinated(noun)


def _meant(subject: Token) -> list[Token]:
    """Who a subject is: a relative pronoun stands for no noun that comes after it, a letter written by B for B."""
    noun = antecedent(subject)
    makers = list(_makers(noun)) if noun.lemma_ in DOCUMENTS and subject.dep_ == "nsubj" else []
    nouns = makers or coordinated(noun)
    return nouns if noun is subject else [one for one in nouns if one.i < subject.i or noun.i > subject.i]


@lru_cache(maxsize=ASKED)
def surface_subjects(verb: Token) -> tuple[Token, ...]:
    """The subjects of a verb: its own, or those that coordination, control or modification lend it."""
    return tuple(own_subjects(verb) or _LENDERS.get(verb.dep_, _nobody)(verb))


def _nobody(_: Token) -> Sequence[Token]:
    return []


def _of_governor(verb: Token) -> Sequence[Token]:
    return surface_subjects(verb.head)


def _of_controller(verb: Token) -> Sequence[Token]:
    governor = verb.head
    if _is_imperative(verb):
        return []
    if governor.pos_ == "ADJ":
        return surface_subjects(governor.head if governor.dep_ == "acomp" else governor)
    persons = list(children(governor, "dobj", "dative"))
    if persons and governor.lemma_ not in CONTROL["control.subject"] and not is_purpose(verb, persons[0]):
        return coordinated(antecedent(persons[0]))
    return appealed_to(governor) or surface_subjects(governor)


def _is_imperative(verb: Token) -> bool:
    """True for the first verb of 'urged: "Ensure safe passage"', which the quoted one asks of others."""
    first = verb.left_edge.i
    return verb.tag_ == "VB" and first == verb.i > 0 and verb.doc.tokens[first - 1].is_quote


def is_purpose(verb: Token, thing: Token) -> bool:
    """True for an infinitive behind the thing that it is to be reached with: "fills the tank to solve the crisis"."""
    return is_infinitive(verb) and is_thing(thing) and verb.head.lemma_ not in CONTROL["control.moving"]


def appealed_to(governor: Token) -> Sequence[Token]:
    """Whom "ask", "call on" and "appeal to" ask to do what the infinitive says."""
    for name, _, person in obliques(governor):
        appeal = f"{governor.lemma_} {name}" in CONTROL["control.appeals"] and person.ent_type_ not in TIMES
        if appeal and not (name == "for" and is_thing(person)):  # "called for talks to end the war"
            return coordinated(person)  # "called on B", but "called B on Monday"
    asked = list(children(governor, "dobj")) if governor.lemma_ in CONTROL["control.asking"] else []
    return coordinated(antecedent(asked[0])) if asked and not is_passive(governor) else []


def _given_to(governor: Token) -> Sequence[Token]:
    """Who does with it what it is given him for: "gave weapons to B to attack C"."""
    if governor.lemma_ not in CONTROL["control.supplying"] or is_passive(governor):
        return []
    for name, _, recipient in obliques(governor):
        if name == "to" and recipient.tag_ != "NN":
            return coordinated(recipient)
    return []


def _of_main_clause(verb: Token) -> Sequence[Token]:
    governor = verb.head
    if verb.lemma_ in CONTROL["clause.content"] and any(child.lower_ == "as" for child in verb.lefts):
        return []  # "as reported by B", but "as ordered by B"
    if is_infinitive(verb):
        return appealed_to(governor) or _given_to(governor) or surface_subjects(governor)
    if verb.i > governor.i and verb.lemma_ in CONTROL["control.harming"] and is_passive(governor):
        return agents(governor)
    return surface_subjects(governor.head if _goes_on(verb, governor) else governor)


def _goes_on(verb: Token, governor: Token) -> bool:
    """True for A's participle in "A said B had left, adding", "A ordered B to leave, accusing him"."""
    if governor.dep_ not in ("ccomp", "xcomp") or governor.i > verb.i or any(map(_is_personal, governor.children)):
        return False
    lemma, asked = governor.head.lemma_, verb.tag_ == "VBG" and is_infinitive(governor)
    told = lemma in CONTROL["clause.content"] or (asked and lemma in CONTROL["control.asking"])
    return told and verb.lemma_ in CONTROL["clause.continuing"]


def _is_personal(subject: Token) -> bool:
    """True for the "they" of "said they would leave, accusing B", who are the speakers or act themselves."""
    return subject.dep_ in SUBJECT and subject.tag_ == "PRP" and subject.lower_ != "it"


def _of_modified_noun(verb: Token) -> Sequence[Token]:
    noun = verb.head
    if noun.pos_ not in NOMINAL:
        return _of_governor(verb)
    if is_infinitive(verb) and not is_passive(verb):
        return _holders(noun)
    if verb.tag_ != "VBG":
        return coordinated(noun)[:1]
    fired = noun.lemma_ in CONTROL["control.blows"] and verb.lemma_ in CONTROL["control.aiming"]
    return (fired and owners(noun)) or (_authors(noun) if noun.lemma_ in DOCUMENTS else coordinated(noun)[:1])


def _authors(document: Token) -> Sequence[Token]:
    """Who writes it: the name before it ("blocked a UN statement condemning"), else who has or makes it."""
    named = [child for child in children(document, "compound", "amod", "nmod") if child.ent_type_ in PEOPLES]
    return named or owners(document)


def _of_relative(verb: Token) -> Sequence[Token]:
    noun = verb.head
    if not is_infinitive(verb) or is_passive(verb):
        return [noun]
    if noun.lemma_ in CONTROL["control.abilities"] or noun.lemma_ in CONTROL["control.permissions"]:
        return _holders(noun)
    if not is_thing(noun):
        return [noun]
    impersonal = noun.dep_ == "attr" and any(child.lower_ == "it" for child in noun.head.lefts)
    return [] if impersonal else _holders(noun) or [noun]  # "it is an honour to serve B"


def _holders(noun: Token) -> Sequence[Token]:
    """Who does what is planned, allowed or given to him to do: "gave B the power to", "sought B's permission to"."""
    governor = noun.head
    if noun.dep_ == "dobj" and governor.lemma_ in CONTROL["control.giving"]:
        given = next(children(governor, "dative"), None)
        recipient = given if given is None or given.pos_ != "ADP" else complement(given)
        return [] if recipient is None else coordinated(antecedent(recipient))
    if noun.lemma_ in CONTROL["control.permissions"] and noun.dep_ == "dobj":
        return surface_subjects(governor)
    asked = [person for name, _, person in obliques(noun) if f"{noun.lemma_} {name}" in CONTROL["control.directives"]]
    return coordinated(asked[0]) if asked else _deciders(noun)


def _deciders(noun: Token) -> Sequence[Token]:
    """Whose a plan or decision is: the body named before it; who judges another's has not made it."""
    named = [one for one in children(noun, "compound", "amod", "nmod") if one.ent_type_ in ("ORG", "NORP")]
    found = named if noun.lemma_ in CONTROL["control.decisions"] else []
    found = found or list(owners(noun))
    judged = noun.dep_ == "dobj" and noun.head.lemma_ in CONTROL["control.judging"]
    return [] if judged and found == list(surface_subjects(noun.head)) else found


def _of_preposition(verb: Token) -> Sequence[Token]:
    preposition = verb.head
    governor = preposition.head
    if governor.pos_ in ADVERBIAL and governor.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(governor.head)  # "ahead of resuming", "instead of leaving"
    if governor.dep_ == "dobj" and governor.head.lemma_ in CHARGING and preposition.lower_ in OBJECT_CONTROL:
        charged = next((one for one in children(governor.head, "dative") if one.pos_ != "ADP"), governor)
        return coordinated(charged)  # "accused the rebels of shelling", hung on the rebels
    if governor.pos_ in ("NOUN", "PROPN"):
        return _charged(governor, preposition) or owners(governor)
    beside = (child for child in children(governor, "dobj", "dative") if child.pos_ != "ADP")
    objects = [child for child in beside if child.i < preposition.i]
    warned = preposition.lower_ == "against" and governor.lemma_ in CONTROL["control.warning"]
    praised = preposition.lower_ == "on" and governor.lemma_ in CONTROL["control.praising"]
    tasked = preposition.lower_ == "with" and governor.lemma_ in CONTROL["control.tasking"]
    if objects and (warned or praised or tasked or preposition.lower_ in OBJECT_CONTROL):
        return coordinated(antecedent(objects[0]))
    return [] if warned and not is_passive(governor) else surface_subjects(governor)


def _charged(noun: Token, preposition: Token) -> Sequence[Token]:
    """Who has done what he is charged with: "indicted B on two counts, including attacking C"."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if preposition.lower_ != "including" or verb.lemma_ not in CHARGING:
        return []
    objects = list(children(verb, "dobj"))
    return surface_subjects(verb) if is_passive(verb) else [one for thing in objects for one in coordinated(thing)]


_LENDERS = {
    "conj": _of_governor,
    "xcomp": _of_controller,
    "advcl": _of_main_clause,
    "acl": _of_modified_noun,
    "relcl": _of_relative,
    "pcomp": _of_preposition,
}


def _makers(noun: Token) -> Sequence[Token]:
    """Who has made it: "a commitment made by B to leave"."""
    for participle in children(noun, "acl"):
        for agent in children(participle, "agent"):
            person = complement(agent)
            if person is not None:
                return coordinated(person)
    return []


def owners(noun: Token) -> Sequence[Token]:
    """Who has or makes what an event noun names: possessor, by-phrase, or the subject of the verb that governs it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return coordinated(child)
    for name, _, person in obliques(noun):
        if name == "by":
            return coordinated(person)
    makers = _makers(noun)
    if makers:
        return makers
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in CONTROL["control.pursuing"] else noun.head
    if noun.dep_ in ("dobj", "attr", "pobj") and verb.pos_ in ("VERB", "AUX") and not is_passive(verb):
        return surface_subjects(verb)
    return []
