"""Events told beside a clause: "In an interview with B, A said", "A is in conflict with B"; the subject takes part.

So does who goes somewhere for it: "A flew to Kampala for talks with B".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.grammar.clause import Clause
from graphbuilder.grammar.forms import is_passive
from graphbuilder.grammar.role import is_named
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

BESIDE = frozenset(("in", "during", "after", "following", "before", "at", "on", "since"))
UNDER = frozenset(("under", "by", "through"))
ATTENDED = frozenset((EventType.CONSULT, EventType.STATEMENT))
CONCLUDED = frozenset((EventType.AGREE, EventType.COOPERATE))
DURING = frozenset(("in", "during", "at"))
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


def conversed(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A told B in a call that", "A warned B during their talks": the call is between the two."""
    if clause.lemma not in lexicon.words["verb.saying"]:
        return
    told = [one for person in children(clause.verb, "dobj", "dative") for one in coordinated(person)]
    for name, _, noun in clause.obliques:
        key = event_noun(noun, lexicon) if name in DURING else None
        if key is None or not _is_conversation(noun, lexicon):
            continue
        sense = lexicon.nouns[key]
        relation = sense.verb or f"{key} with"
        for one, other in product(clause.subjects, [one for one in told if is_named(one, lexicon)]):
            yield Triple(one, (noun,), other, relation, sense.event_type, "nominal.conversed", noun, True)


def _is_conversation(noun: Token, lexicon: Lexicon) -> bool:
    """True for "a call" whose parties are not told beside it."""
    parties = any(name in ("with", "between", "among", "of") for name, _, _ in obliques(noun))
    return noun.lemma_.lower() in lexicon.words["noun.conversation"] and not parties
