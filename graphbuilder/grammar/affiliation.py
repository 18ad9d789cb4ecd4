"""Affiliations: what a person, body or place belongs to ("X of the Green Party", "the Iranian ministry")."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import PEOPLES, children, obliques
from graphbuilder.grammar.role import title_words
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType, Kind
from graphbuilder.syntax import SUBJECT, Token


def affiliated(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X of the Green Party said": a person with the body or state behind "of" or "from"."""
    if noun.ent_type_ != "PERSON" or title_words(noun, lexicon):
        return
    for name, preposition, owner in obliques(noun):
        attached = name == "of" or (name == "from" and noun.dep_ in SUBJECT)  # "removed X from Y"
        if attached and owner.pos_ == "PROPN" and _takes_members(owner, lexicon):
            yield Triple(noun, (preposition,), owner, f"be {name}", EventType.RELATION, "role.affiliation", noun)


def represented(noun: Token, _: Lexicon) -> Iterator[Triple]:
    """As in "Labour's X said": a person whose party, body or state is the owner of the name."""
    described = any(child.dep_ != "poss" and not child.ent_type_ for child in noun.lefts)  # "Norway's star X"
    for owner in () if described or noun.ent_type_ != "PERSON" or noun.dep_ == "poss" else children(noun, "poss"):
        if owner.ent_type_ in PEOPLES:
            yield Triple(noun, (noun,), owner, "be of", EventType.RELATION, "role.affiliation", noun)


def _takes_members(owner: Token, lexicon: Lexicon) -> bool:
    """True for a body or a state, not for a city or region."""
    actor = lexicon.actors.get(owner.lower_)
    return owner.ent_type_ == "ORG" or (actor is not None and actor.kind is Kind.STATE)


def body(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "the Iranian foreign ministry", "North Macedonia's parliament": a body and its state."""
    lemma, words = noun.lemma_.lower(), lexicon.words
    if lemma not in words["organization.bodies"] or lemma in words["organization.ventures"]:
        return
    if noun.tag_ in ("NNS", "NNPS") or (noun.dep_ == "compound" and noun.head.ent_type_ == "PERSON"):
        return  # "the British executive Jane Doe"
    act = lexicon.nouns.get(noun.lemma_.lower())
    if act is not None and any(name in act.patient for name, _, _ in obliques(noun)):
        return  # "its opposition to the plan"
    for child in children(noun, *owning_labels(noun, lexicon)):
        known = child.dep_ == "compound" and noun.pos_ == "NOUN" and child.lower_ in lexicon.actors
        if known or child.lower_ in lexicon.demonyms or child.ent_type_ in ("GPE", "LOC"):
            relation = f"{lemma} of"
            yield Triple(noun, (noun,), child, relation, EventType.RELATION, "role.body", noun)
            return


def owning_labels(noun: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """Where the owner of a body stands: not inside a name like "the American Library Association"."""
    named = noun.pos_ == "PROPN" and noun.lemma_.lower() in lexicon.words["organization.private"]
    return ("poss",) if named else ("amod", "compound", "poss", "nmod")


def possessed(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "Canada's Ellesmere Island", "Iran's Revolutionary Guard": a named body or place and whose it is."""
    if noun.pos_ != "PROPN" or noun.ent_type_ not in ("ORG", "LOC", "FAC"):
        return
    if title_words(noun, lexicon) or noun.lemma_.lower() in lexicon.words["organization.bodies"]:
        return
    for owner in children(noun, "poss"):
        if owner.pos_ == "PROPN" and owner.ent_type_ == "GPE":
            cue = next(children(owner, "case"), noun)
            yield Triple(noun, (cue,), owner, "belong to", EventType.RELATION, "role.possessed", noun)
