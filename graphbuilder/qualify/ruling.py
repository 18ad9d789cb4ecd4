"""A ruling: a status with the kind of word that made it and the words themselves."""

from __future__ import annotations

from enum import StrEnum

from graphbuilder.model import Status
from graphbuilder.syntax import Token
from graphbuilder.values import value


class Ground(StrEnum):
    """What kind of word settled a status, a speaker or a date."""

    PLAIN = "plain"
    STANDING = "standing"
    NEGATION = "negation"
    AUXILIARY = "auxiliary"
    CONDITION = "condition"
    ADVERB = "adverb"
    GOVERNOR = "governor"
    PREPOSITION = "preposition"
    PURPOSE = "purpose"
    MODIFIER = "modifier"
    ALTERNATIVE = "alternative"
    QUESTION = "question"
    ARTICLE = "article"
    SAYING = "saying"
    ACCORDING = "according"
    QUOTATION = "quotation"
    NAMELESS_SOURCE = "nameless-source"
    TIME_PHRASE = "time-phrase"
    NO_TIME = "no-time"
    OTHER_TIME = "other-time"
    OPEN_TIME = "open-time"


@value
class Ruling:
    """A status and the words that made it, in text order; none where nothing but the plain statement did."""

    status: Status
    ground: Ground
    words: tuple[Token, ...] = ()


ASSERTED = Ruling(Status.OCCURRED, Ground.PLAIN)


def is_open(ruling: Ruling) -> bool:
    """True where nothing has been found that says more than that it is so."""
    return ruling.status is Status.OCCURRED
