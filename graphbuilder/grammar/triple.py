"""What a construction finds: grammar that lives as long as its Doc."""

from __future__ import annotations

from graphbuilder.model import EventType
from graphbuilder.syntax import Token
from graphbuilder.values import value


@value
class Triple:
    """Who did what to whom in one sentence, as tokens.

    `cue` are the words of the relation, `anchor` the token whose clause decides status, speaker and date.
    `denied` is True where "not" stands before one of the ends ("A, but not B, agreed").
    `sense` is None for a verb that the vocabulary does not know.
    """

    subject: Token
    cue: tuple[Token, ...]
    object: Token
    relation: str
    sense: EventType | None
    rule: str
    anchor: Token
    symmetric: bool = False
    denied: bool = False
