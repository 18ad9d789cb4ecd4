"""Demonyms: "Russian" before a noun is the state, "Israelis" are people."""

from __future__ import annotations

from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.grammar.arguments import obliques
from graphbuilder.mentions import noun_phrase
from graphbuilder.model import Kind
from graphbuilder.referents import Referent
from graphbuilder.syntax import Token

MODIFIERS = frozenset(("poss", "amod", "compound", "nmod"))


def state_of(discourse: Discourse, token: Token) -> Referent | None:
    """The state of a demonym or of an adjective made of its name ("Russian", "North Korean", "US")."""
    demonyms = discourse.lexicon.demonyms
    actor = demonyms.get(f"{token.doc.tokens[token.i - 1].lower_} {token.lower_}") if token.i else None
    actor = actor or (demonyms.get(token.lower_) if not token.is_lower else None)
    return discourse.register.of_actor(actor) if actor else None


def resolve_demonym(discourse: Discourse, token: Token, state: Referent) -> tuple[Link, ...]:
    """As in "The Russian" before a noun is the state; "Israelis" is a group of people."""
    if token.dep_ in MODIFIERS or token.pos_ == "ADJ":
        return (Link(state, token.i, token.i + 1, "demonym"),)
    start, end = noun_phrase(token)
    if token.tag_ in ("NNS", "NNPS"):
        group = discourse.register.of_text(discourse.phrase_name(start, end), Kind.GROUP)
        group.plural = True
        return (Link(group, start, end, "demonym.people"),)
    return (Link(state, token.i, token.i + 1, "demonym"),)


def owners_of(discourse: Discourse, noun: Token) -> list[Referent]:
    """The states and bodies that a description belongs to: modifiers, possessor, of-phrase."""
    tokens = [child for child in noun.children if child.dep_ in MODIFIERS]
    tokens += [party for name, _, party in obliques(noun) if name in ("of", "for", "from", "in", "at", "to")]
    found: list[Referent] = []
    for token in tokens:
        state = state_of(discourse, token)
        if state is not None:
            found.append(state)
        elif token.i in discourse.named or token.tag_ == "PRP$" or token.dep_ in ("poss", "pobj"):
            found.extend(link.referent for link in discourse.resolve(token))
    return found
