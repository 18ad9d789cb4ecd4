"""Whose "its" and "their" are: those of the noun before in a coordination, or of the subject of the clause."""

from __future__ import annotations

from collections.abc import Callable

from graphbuilder.animacy import is_person
from graphbuilder.coref.constraints import NEUTER, PLURAL
from graphbuilder.coref.discourse import Discourse
from graphbuilder.grammar.role import is_role
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.model import Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token


def conjunct_before(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
    """Whose parents they are in "the students and their parents": those of the only conjunct before."""
    owned = token.head
    if token.dep_ != "poss" or owned.dep_ != "conj" or owned.head.dep_ == "conj" or owned.head.i > token.i:
        return None
    if owned.head.pos_ not in ("NOUN", "PROPN"):
        return None
    owner = next(
        (child for child in owned.head.children if child.tag_ == "PRP$"), owned.head
    )  # "its aims and its acts"
    if owner != owned.head and owner.lower_ != token.lower_:
        return None
    links = discourse.resolve(owner)
    if len(links) != 1 or (is_role(owned, discourse.lexicon) and not links[0].referent.kind.is_actor):
        return None  # "the election and its leader"
    return links[0].referent if fits(links[0].referent) else None


def owner_before(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
    """Whose "its" is: that of the only subject of its own clause ("the centre, which announced its plan")."""
    subject = subject_before(token)
    if subject is None:
        return None
    links = discourse.resolve(subject)
    if len(links) != 1:
        return None
    if links[0].referent.kind is Kind.THEME:
        again = [
            one for one in subject.subtree if one.tag_ == "PRP$" and one.lower_ == token.lower_ and one.i < token.i
        ]
        links = discourse.resolve(again[0]) or links if again else links  # "the length of its orbit"
    several = token.lower_ in PLURAL and subject.tag_ == "NNS" and links[0].referent.kind is Kind.STATE
    return links[0].referent if fits(links[0].referent) or several else None  # "the authorities and their troops"


def subject_before(token: Token) -> Token | None:
    """The only subject of the clause of a possessive pronoun, if it stands before."""
    if token.dep_ != "poss" or token.lower_ not in NEUTER | PLURAL:
        return None
    verb = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if verb is None or (verb.i < token.i and any(child.dep_ == "ccomp" for child in verb.children)):
        return None
    subjects = [one for one in surface_subjects(verb) if one.i < min(verb.i, token.i)]
    within = verb.i > token.i and subjects and subjects[0] in token.ancestors  # "the length of its orbit grew"
    return subjects[0] if len(subjects) == 1 and not within else None


def is_of_unknown(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> bool:
    """True for "its" behind a single thing as subject that nobody can name, which is whose it is."""
    subject = subject_before(token) if token.lower_ in NEUTER else None
    if subject is None or subject.tag_ != "NN" or is_person(subject):
        return False
    return owner_before(discourse, token, fits) is None
