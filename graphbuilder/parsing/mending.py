"""Slips of the parser that grammar settles, mended once for all that reads the parse.

The modules beside this one mend participles, relative clauses, coordination, what stands at the top of a clause and
what stands before it. Here: a country behind its city is no subject; what a colon announces belongs to the noun before
it; a verb that "while" sets against the same verb stands beside it.
"""

from __future__ import annotations

from graphbuilder.parsing.constituents import (
    join_to_bearer,
    join_to_person,
    mend_root,
    move,
    part_predicate,
    part_subjects,
    read_as_gerund,
    read_as_name,
    read_as_verb,
    set_before_sum,
)
from graphbuilder.parsing.coordination import join_to_class, join_to_like, join_to_state
from graphbuilder.parsing.fronting import find_subject, part_report, read_as_content
from graphbuilder.parsing.participles import (
    is_bare,
    join_to_clause,
    join_to_report,
    join_to_whole,
    read_as_adverbial,
)
from graphbuilder.parsing.relatives import mend_relative
from graphbuilder.syntax import SUBJECT, Doc, Token

LOOSE = SUBJECT | {"dep", "prep", "npadvmod"}
"""What the parser calls a subject that another one keeps from its place."""
NESTED = frozenset(("pcomp", "prep", "xcomp", "ccomp", "acl", "conj"))
CONTRAST = frozenset(("while", "whereas"))


def mend(doc: Doc) -> Doc:
    """The same document, in which some words hang elsewhere."""
    for token in doc.tokens:
        mended = _SLIPS.get(token.dep_)
        if mended is not None:
            mended(token)
    return doc


def _join_to_place(country: Token) -> None:
    """As in "a court in Nairobi, Kenya sentenced B": the court does, and the country says where the city is."""
    tokens, place = country.doc.tokens, country.i
    if country.ent_type_ != "GPE" or place < 3 or tokens[place - 1].text != "," or tokens[place - 2].ent_type_ != "GPE":
        return
    city = tokens[place - 2]
    while city.dep_ != "pobj" and city.head.ent_type_ == "GPE" and city.head.i < city.i:
        city = city.head  # "in Tulsa, Oklahoma, US"
    body = city.head.head
    if city.dep_ != "pobj" or body.pos_ not in ("NOUN", "PROPN") or body.dep_ not in LOOSE or body.i > city.i:
        return
    verb, label = country.head, country.dep_
    move(country, city, "appos")
    if body.dep_ not in SUBJECT:
        move(body, verb, label)


def _mend_subject(noun: Token) -> None:
    _join_to_place(noun)
    part_report(noun)
    part_subjects(noun)


def _mend_conjunct(token: Token) -> None:
    if token.ent_type_ == "GPE":
        join_to_state(token)
    elif token.pos_ == "PROPN":
        join_to_bearer(token)
        join_to_person(token)
    else:
        read_as_content(token)
        join_to_like(token)
        find_subject(token)


def _mend_top(token: Token) -> None:
    mend_root(token)
    find_subject(token)


def _mend_clause(token: Token) -> None:
    read_as_verb(token)
    find_subject(token)


def _join_to_announced(name: Token) -> None:
    """As in "it flows through other pipes: A and B": the names are those of the pipes."""
    first = name.left_edge.i
    if first < 2 or name.doc.tokens[first - 1].text != ":":
        return
    last = noun = name.doc.tokens[first - 2]
    while noun.tag_ != "NNS" and noun.head.pos_ in ("NOUN", "ADP") and noun.head.i < noun.i:
        noun = noun.head
    noun = noun if noun.tag_ == "NNS" else last
    if noun.pos_ in ("NOUN", "PROPN") and name.head not in (noun, last):
        move(name, noun, "appos")


def _set_against(verb: Token) -> None:
    """As in "A accused B of lying while B accused A of cheating": the accusations stand side by side."""
    marked = any(child.dep_ == "mark" and child.lower_ in CONTRAST for child in verb.children)
    if not marked or not any(child.dep_ in SUBJECT for child in verb.children):
        return
    outer = verb.head
    while outer.dep_ in NESTED and outer.head.i < outer.i:
        outer = outer.head
        if outer.lemma_ == verb.lemma_ and outer.tag_ == verb.tag_:
            move(verb, outer, "advcl")
            return


def _mend_adverbial(verb: Token) -> None:
    if verb.tag_ == "VBG" and is_bare(verb):
        join_to_whole(verb)
        join_to_report(verb)
    else:
        _set_against(verb)


_SLIPS = {
    "ROOT": _mend_top,
    "ccomp": _mend_clause,
    "conj": _mend_conjunct,
    "dobj": part_predicate,
    "relcl": mend_relative,
    "appos": _join_to_announced,
    "pobj": read_as_gerund,
    "prep": join_to_class,
    "xcomp": read_as_adverbial,
    "advcl": _mend_adverbial,
    "advmod": read_as_name,
    "acl": join_to_clause,
    "nmod": set_before_sum,
    "compound": set_before_sum,
    **dict.fromkeys(SUBJECT, _mend_subject),
}
