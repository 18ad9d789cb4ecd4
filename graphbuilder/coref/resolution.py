"""Who a noun phrase is: the first rule that knows."""

from __future__ import annotations

from graphbuilder.coref.demonyms import resolve_demonym, state_of
from graphbuilder.coref.descriptions import resolve_description
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.pronouns import resolve_pronoun
from graphbuilder.model import Kind
from graphbuilder.syntax import Token


def is_demonym_in_name(discourse: Discourse, token: Token) -> bool:
    """True for "Indian" of "Indian External Affairs Minister", which the model takes for a part of a name."""
    name, _ = discourse.named[token.i]
    modifies = token.dep_ in ("amod", "compound") and name.end - name.start > 1
    inside = name.start <= token.head.i < name.end
    body = name.actor is None or (name.actor.kind is Kind.ORGANIZATION and inside)
    return modifies and body and state_of(discourse, token) is not None


def is_destination(discourse: Discourse, token: Token) -> bool:
    """True for the capital of "He returned to Rome", a city and no government."""
    name, referent = discourse.named[token.i]
    if name.actor is None or referent.kind is not Kind.STATE or token.dep_ != "pobj":
        return False
    capital = name.text.lower() in discourse.lexicon.capitals and name.text != referent.name
    return capital and token.head.head.lemma_.lower() in discourse.lexicon.words["verb.moving"]


def resolve_token(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """The first rule that knows: name, pronoun, demonym, role, body, group, theme."""
    if token.i in discourse.named and not is_demonym_in_name(discourse, token):
        name, referent = discourse.named[token.i]
        if is_destination(discourse, token):
            city = discourse.register.of_text(name.text, Kind.PLACE)
            return (Link(city, name.start, name.end, "name.city"),)
        return (Link(referent, name.start, name.end, "name"),)
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return resolve_pronoun(discourse, token)
    state = state_of(discourse, token)
    if state is not None:
        return resolve_demonym(discourse, token, state)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X"):
        return ()
    return resolve_description(discourse, token)
