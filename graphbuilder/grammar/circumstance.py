"""Events told beside a clause: "In an interview with B, A said", "A is in conflict with B"; the subject takes part.

So does who goes somewhere for it: "A flew to Kampala for talks with B".
"""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.grammar.forms import is_passive
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

BESIDE = frozenset(("in", "during", "after", "following", "before", "at", "on", "since"))
UNDER = frozenset(("under", "by", "through"))
ATTENDED = frozenset((EventType.CONSULT, EventType.STATEMENT))
CONCLUDED = frozenset((EventType.AGREE, EventType.COOPERATE))
STATE = frozenset(("be", "remain"))


def participants(noun: Token, act: EventType, lexicon: Lexicon) -> Sequence[Token]:
    """The subjects of the clause that an event noun accompanies after a preposition; empty where they do not act."""
    preposition = noun.head
    verb = preposition.head
    if noun.dep_ != "pobj" or preposition.dep_ != "prep" or verb.pos_ not in ("VERB", "AUX"):
        return []
    word = preposition.lower_
    beside = word in BESIDE and (act in ATTENDED or (word in ("in", "at") and verb.lemma_ in STATE))
    under = word in UNDER and act in CONCLUDED
    sought = word == "for" and act is EventType.CONSULT and verb.lemma_ in lexicon.words["verb.attending"]
    return surface_subjects(verb) if (beside or under or sought) and not is_passive(verb) else []
