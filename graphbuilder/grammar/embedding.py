"""Clauses without "that", whose subject the parser takes for an object: "promised the flag would fly"."""

from __future__ import annotations

from graphbuilder.lexicon import word_lists
from graphbuilder.syntax import Token

WORDS = word_lists("control.toml")
CONTENT = WORDS["clause.content"]
FINITE = ("VBD", "VBZ", "VBP", "MD")
CLAUSES = ("csubj", "csubjpass")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")


def embedded_verb(noun: Token) -> Token | None:
    """The finite verb without subject that follows the object of a verb of content; None for other objects."""
    governor = noun.head
    if governor.lemma_ not in CONTENT or noun.dep_ != "dobj" or noun.i < governor.i:
        return None
    if governor.dep_ in CLAUSES and any(child.dep_ in SUBJECTS for child in governor.lefts):
        return governor.head  # the parser takes "the minister promised the flag" for the subject
    return next((child for child in governor.rights if child.i > noun.i and _lacks_subject(child)), None)


def stands_for_preposition(verb: Token) -> bool:
    """True for the "following" of "following the talks, A met B"."""
    if verb.lower_ not in WORDS["clause.prepositional"] or verb.dep_ not in ("prep", "advcl"):
        return False
    return not any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in verb.children)


def embedding_object(verb: Token) -> Token | None:
    """The noun before a verb that the parser gives to the verb above as its object, though it is the subject here."""
    upper = verb.head if verb.dep_ in ("ccomp", "conj", "advcl") else None
    upper = next((child for child in verb.lefts if child.dep_ in CLAUSES), upper)
    if upper is None or upper.lemma_ not in CONTENT:
        return None
    nouns = (child for child in upper.rights if child.dep_ == "dobj" and child.i < verb.i)
    return next((noun for noun in nouns if embedded_verb(noun) == verb), None)


def _lacks_subject(verb: Token) -> bool:
    """True for a finite verb that hangs on another without subject, conjunction or \"and\"."""
    if verb.dep_ not in ("ccomp", "conj", "advcl") or not _is_finite(verb):
        return False
    if any(
        child.dep_ in SUBJECTS or (child.dep_ in ("mark", "advmod") and child.tag_ == "WRB") for child in verb.children
    ):
        return False
    return verb.dep_ == "ccomp" or not _is_joined(verb)


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in FINITE:
        return True
    forms = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE]
    return any(verb.tag_ != "VBG" or form.lemma_ == "be" for form in forms)  # "as did B regarding its tanks"


def _is_joined(verb: Token) -> bool:
    """True where \"and\" or a list of verbs says that the verbs share their subject."""
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in verb.head.children)
    return joined or any(child.dep_ in ("cc", "conj", "mark") for child in verb.children)
