"""Slips of the parser about relative clauses: "who" is a person, what harms is a happening, "that" may relate nothing.

Beside the subject of its clause a relative pronoun is no second one.
"""

from __future__ import annotations

from graphbuilder.animacy import is_person, is_thing
from graphbuilder.lexicon import word_lists
from graphbuilder.parsing.constituents import move
from graphbuilder.syntax import SUBJECT, Token

LISTS = word_lists("control.toml")
SAYING = word_lists("reporting.toml")["verb.saying"]
RELATIVE = frozenset(("WP", "WDT", "WRB", "WP$"))
SCENES = frozenset(("on", "in", "at", "against", "near"))
"""Before the place or target of a harmful event."""
NAMED = frozenset(("PERSON", "NORP", "ORG", "GPE"))


def mend_relative(verb: Token) -> None:
    """Hangs a relative clause on what it tells of, and its pronoun where the clause has a gap."""
    if any(child.lower_ == "that" and child.i < verb.i for child in verb.children) and _has_no_gap(verb):
        _join_to_saying(verb)
    pronoun = next((word for word in verb.subtree if word.i < verb.i and word.tag_ in RELATIVE), None)
    if pronoun is None or pronoun.i < verb.head.i:
        return
    if pronoun.lower_ != "who" and pronoun.dep_ == "nsubj" and verb.lemma_ in LISTS["control.harming"]:
        _find_harm(verb)
    elif pronoun.lower_ == "who":
        _find_person(verb)
    elif pronoun.lower_ == "which":
        _find_thing(verb, pronoun)
        if pronoun.dep_ == "dobj" and verb.lemma_ in LISTS["clause.content"] and not is_thing(verb.head):
            pronoun.dep_ = verb.dep_ = "dep"  # "accused B of attacking C, which B denies"
    if pronoun.head == verb and pronoun.dep_ == "nsubj":
        _fill_gap(verb, pronoun)


def _has_no_gap(verb: Token) -> bool:
    """True where "that" only begins the clause, which has its subject, and its object where "that" would be one."""
    roles = [child.dep_ for child in verb.children if child.lower_ != "that"]
    that = next(child.dep_ for child in verb.children if child.lower_ == "that")
    return not SUBJECT.isdisjoint(roles) and (that == "mark" or (that == "dobj" and "dobj" in roles))


def _join_to_saying(verb: Token) -> None:
    """As in "told B during a call that C had left": what is told, not what call it was."""
    noun = verb.head
    saying = noun.head.head
    if noun.dep_ == "pobj" and saying.i < noun.i and saying.lemma_ in SAYING:
        move(verb, saying, "ccomp")
        next(child for child in verb.children if child.lower_ == "that").dep_ = "mark"


def _find_person(verb: Token) -> None:
    """As in "an author of books who won": the author."""
    noun = verb.head
    if noun.pos_ == "PROPN" and noun.ent_type_ not in NAMED:
        return  # a name that nobody knows may be a person's
    while not is_person(noun) and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
    if noun != verb.head and is_person(noun):
        move(verb, noun, "relcl")


def _find_harm(verb: Token) -> None:
    """As in "an attack on a school in B which killed two": the attack, not the school."""
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ in SCENES and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    if noun != verb.head and is_thing(noun):
        move(verb, noun, "relcl")


def _find_thing(verb: Token, pronoun: Token) -> None:
    """As in "the founder of a website which published": the website."""
    place = pronoun.i - (2 if pronoun.nbor(-1).text == "," else 1)
    noun = verb.doc.tokens[place]
    if noun.dep_ == "pobj" and verb.head.tag_ == "NN" and is_person(verb.head) and not is_person(noun):
        move(verb, noun, "relcl")


def _fill_gap(verb: Token, pronoun: Token) -> None:
    """As in "the man who Warne paid tribute to", "the deal which Biden signed": the object, not the subject."""
    if not any(child.dep_ in SUBJECT and child.i > pronoun.i for child in verb.children):
        return
    stranded = next(
        (word for word in verb.subtree if word.dep_ == "prep" and word.i > verb.i and not word.children), None
    )
    if stranded is not None:
        move(pronoun, stranded, "pobj")
    elif not any(child.dep_ == "dobj" for child in verb.children):
        pronoun.dep_ = "dobj"
