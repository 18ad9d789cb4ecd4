"""Who does what a passive says: the by-phrase."""

from __future__ import annotations

from graphbuilder.grammar.arguments import children, complement, coordinated, obliques
from graphbuilder.syntax import Token

BEFORE_AGENT = frozenset(("from", "of", "on", "to", "with"))


def agents(verb: Token) -> list[Token]:
    """The by-phrase of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            noun = complement(child)
            if noun is not None:
                return coordinated(noun)
    return _agents_beyond(verb)


def _agents_beyond(verb: Token) -> list[Token]:
    """The agent of "barred from entry by B", which the parser hangs on the bare noun before it."""
    for child in children(verb, "prep"):
        noun = complement(child) if child.lower_ in BEFORE_AGENT else None
        if noun is None or noun.pos_ != "NOUN" or any(one.dep_ != "prep" for one in noun.children):
            continue
        agent = next((party for name, _, party in obliques(noun) if name == "by"), None)
        if agent is not None:
            return coordinated(agent)
    return []
