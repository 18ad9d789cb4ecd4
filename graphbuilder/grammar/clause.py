"""Clauses: a verb with its subjects and objects, active or passive; direct, prepositional and indirect objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from graphbuilder.grammar.agent import agents
from graphbuilder.grammar.arguments import PEOPLES, Oblique, children, coordinated, obliques
from graphbuilder.grammar.embedding import stands_for_preposition
from graphbuilder.grammar.forms import is_passive
from graphbuilder.grammar.objects import direct_objects
from graphbuilder.grammar.sense import (
    EMPTY,
    event_noun,
    indirect_sense,
    measured,
    object_sense,
    supports,
)
from graphbuilder.grammar.subjects import TIMES, owners, surface_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token
from graphbuilder.values import value

CLAUSES = 256
"""So many clauses are kept, for the nouns and clauses beside them."""
COMPLEMENT = frozenset(("to", "in"))
"""They lead to a party before the subject too."""


@value
class Clause:
    """A verb and its deep arguments: who does it, to whom, and the prepositional complements."""

    verb: Token
    lemma: str
    passive: bool
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    obliques: tuple[tuple[str, Token, Token], ...]

    cue: tuple[Token, ...]
    """The verb and its particle."""


@lru_cache(maxsize=CLAUSES)
def read_clause(verb: Token) -> Clause:
    """The clause of one verb; one without parties for a participle that stands for a preposition."""
    if stands_for_preposition(verb):
        return Clause(verb, verb.lemma_.lower(), False, (), (), (), (verb,))
    passive = is_passive(verb)
    surface = surface_subjects(verb)
    particles = [child for child in verb.children if child.dep_ == "prt"]
    return Clause(
        verb,
        f"{verb.lemma_.lower()} {particles[0].lower_}" if particles else verb.lemma_.lower(),
        passive,
        tuple(agents(verb) if passive else surface),
        tuple(surface if passive else direct_objects(verb)),
        tuple(one for one in obliques(verb) if not is_fronted(one, verb)),
        (verb, *particles),
    )


def is_fronted(oblique: Oblique, verb: Token) -> bool:
    """True for what stands before the subject, a setting: "With millions of refugees, A called for aid"."""
    name, preposition, noun = oblique
    if name == "in" and _is_set_off(noun):
        return True
    if name in COMPLEMENT or not preposition.i < noun.i < verb.i:
        return False  # "to the crowd he said", "the state with which A negotiated"
    if name == "with" and noun.pos_ == "PROPN":
        return False
    return any(child.i > noun.i for child in children(verb, "nsubj", "nsubjpass"))


def _is_set_off(noun: Token) -> bool:
    """True for the setting of "In the Senate, A swore in B", which a comma parts from the clause."""
    edge = noun.right_edge.i + 1
    tokens = noun.doc.tokens
    return edge < len(tokens) and tokens[edge].text == "," and edge < noun.head.head.i


def transitive(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A condemned B", "B was condemned by A": subject, verb, direct object."""
    if clause.lemma in EMPTY or is_judgement(clause, lexicon) or has_lent_object(clause, lexicon):
        return
    rule = "clause.passive" if clause.passive else "clause.active"
    laid = clause.lemma in lexicon.words["verb.blaming"] and any(laid_on(clause))
    for patient in () if laid else clause.objects:
        if is_event_of_light_verb(clause, patient, lexicon) or is_empty(clause, patient, lexicon):
            continue
        sense, relation = object_sense(clause.verb, clause.lemma, patient, lexicon)
        for subject in clause.subjects:
            for agent in attackers(subject, lexicon) if sense is EventType.ASSAULT else (subject,):
                yield Triple(agent, clause.cue, patient, relation, sense, rule, clause.verb)


def laid_on(clause: Clause) -> Iterator[tuple[Token, Token]]:
    """(preposition, whom) of "blamed the crash on B", wherever the parser hangs the preposition."""
    for name, preposition, party in (*clause.obliques, *(one for noun in clause.objects for one in obliques(noun))):
        if name == "on" and party.ent_type_ not in TIMES:
            yield preposition, party


def attackers(subject: Token, lexicon: Lexicon) -> Sequence[Token]:
    """Who kills where his attack does ("a Danish strike killed B"); else the subject; a city is no attacker."""
    key = event_noun(subject, lexicon)
    if key is None or lexicon.nouns[key].event_type is not EventType.ASSAULT:
        return (subject,)
    named = [one for one in force_owners(subject) if _is_attacker(one, lexicon)]
    marks = (child for child in subject.children if child.dep_ in ("poss", "prep") and child.ent_type_ != "DATE")
    owned = any(child.dep_ == "poss" or child.lower_ == "by" for child in marks)
    return named or (owners(subject) if owned else ()) or (subject,)


def _is_attacker(name: Token, lexicon: Lexicon) -> bool:
    """True for "Danish", "NATO" and "US", not for the Oslo of "the Oslo attack"."""
    known = name.lower_ in lexicon.demonyms or name.ent_type_ == "ORG" or name.text.isupper()
    return known and name.lower_ not in lexicon.capitals


def force_owners(force: Token) -> Sequence[Token]:
    """Whose troops they are: a name before them, or the subject of the verb of having."""
    named = [child for child in children(force, "compound", "amod", "nmod", "poss") if child.ent_type_ in PEOPLES]
    if named:
        return named
    return surface_subjects(force.head) if force.dep_ == "dobj" and force.head.lemma_ in ("have", "keep") else []


def has_lent_object(clause: Clause, lexicon: Lexicon) -> bool:
    """True for the first verb of "arrived and questioned B", which has no object that it could share."""
    return clause.lemma in lexicon.words["verb.intransitive"] and not any(children(clause.verb, "dobj"))


def is_empty(clause: Clause, noun: Token, lexicon: Lexicon) -> bool:
    """True for "take steps to", "make use of": verb and object only lead to what follows."""
    if f"{clause.lemma} {noun.lemma_.lower()}" not in lexicon.words["verb.empty"]:
        return False
    return any(children(noun, "prep", "acl", "relcl")) or any(children(clause.verb, "xcomp", "advcl", "prep"))


def is_event_of_light_verb(clause: Clause, noun: Token, lexicon: Lexicon) -> bool:
    """True where the noun carries the meaning and the verb merely supports it ("hold talks")."""
    key = event_noun(measured(noun, lexicon), lexicon)
    if key is None:
        return False
    pairs = ((clause.lemma, key), (clause.lemma, str(lexicon.nouns[key].event_type)))
    return supports(clause.lemma, lexicon) or any(pair in lexicon.combinations for pair in pairs)


def indirect(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A gave B tanks", "A told B that": the indirect object."""
    for person in children(clause.verb, "dative"):
        if person.pos_ not in ("NOUN", "PROPN", "PRON") or clause.lemma in EMPTY:
            continue
        for agent in clause.subjects:
            for recipient in coordinated(person):
                sense = indirect_sense(clause.verb, clause.lemma, clause.objects, lexicon)
                yield Triple(agent, clause.cue, recipient, clause.lemma, sense, "clause.indirect", clause.verb)


def is_judgement(clause: Clause, lexicon: Lexicon) -> bool:
    """True for "called it a mistake", "held him responsible": the verb names, it does not act."""
    if clause.lemma in lexicon.words["verb.finding"]:
        return any(is_verdict(child, lexicon) for child in children(clause.verb, "oprd"))
    if clause.lemma not in lexicon.words["verb.naming"] or is_appointment(clause, lexicon):
        return False
    named = any(True for _ in children(clause.verb, "oprd", "attr"))
    holders = (clause.verb, *clause.objects)
    after_as = any(child.lower_ == "as" for holder in holders for child in children(holder, "prep"))
    return named or after_as or postposed_adjective(clause) is not None


def is_appointment(clause: Clause, lexicon: Lexicon) -> bool:
    """True for "named B minister": what somebody is called is the office that he is put into."""
    if clause.lemma not in lexicon.words["verb.appointing"]:
        return False
    offices = (*children(clause.verb, "oprd"), *(noun for name, _, noun in clause.obliques if name == "as"))
    return any(office.lemma_.lower() in lexicon.words["person.titles"] for office in offices)


def postposed_adjective(clause: Clause) -> tuple[Token, Token] | None:
    """(what, how) of "called the cost of the trip scandalous", where the parser gives the adjective to a noun."""
    for noun in clause.objects:
        for word in noun.subtree:
            behind = word.dep_ == "amod" and word.pos_ == "ADJ" and word.i > word.head.i > clause.verb.i
            if behind and (word.nbor(-1).is_quote or _closes(word)):
                return noun, word
    return None


def _closes(word: Token) -> bool:
    """True for the last word of a clause, with nothing below it."""
    return not word.children and word.i + 1 < len(word.doc) and word.nbor().is_punct


def is_verdict(adjective: Token, lexicon: Lexicon) -> bool:
    """True for "guilty" and "unfair", not for the "captive" of "held captive"."""
    words, lemma = lexicon.words, adjective.lower_
    known = any(lemma in words[key] for key in ("word.culpable", "word.negative", "word.positive"))
    return adjective.pos_ == "ADJ" and known
