"""Who a noun phrase is: the first rule that knows."""

from __future__ import annotations

from graphbuilder.coref.demonyms import resolve_demonym, state_of
from graphbuilder.coref.descriptions import resolve_description
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.pronouns import resolve_pronoun
from graphbuilder.syntax import Token


def is_demonym_in_name(discourse: Discourse, token: Token) -> bool:
    """True for "Indian" of "Indian External Affairs Minister", which the model takes for a part of a name."""
    name, _ = discourse.named[token.i]
    modifies = token.dep_ in ("amod", "compound") and name.end - name.start > 1
    return modifies and name.actor is None and state_of(discourse, token) is not None


def resolve_token(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """The first rule that knows: name, pronoun, demonym, role, body, group, theme."""
    if token.i in discourse.named and not is_demonym_in_name(discourse, token):
        name, referent = discourse.named[token.i]
        return (Link(referent, name.start, name.end, "name"),)
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return resolve_pronoun(discourse, token)
    state = state_of(discourse, token)
    if state is not None:
        return resolve_demonym(discourse, token, state)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X"):
        return ()
    return resolve_description(discourse, token)
