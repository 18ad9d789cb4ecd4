"""Whether it happens: planned, hypothetical, desired, negated or occurred, as the source of the content presents it."""

from __future__ import annotations

from functools import lru_cache

from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Status
from graphbuilder.qualify.governors import talks_above
from graphbuilder.qualify.nounstatus import held_status, noun_status
from graphbuilder.qualify.ruling import Ground, Ruling
from graphbuilder.qualify.verbstatus import verb_status
from graphbuilder.syntax import Token

STANDING = frozenset(
    (
        "role.title",
        "role.apposition",
        "role.prenominal",
        "role.description",
        "role.body",
        "role.affiliation",
        "participle.hyphenated",
    )
)
PRESUPPOSED = frozenset(("response.answered", "response.credited"))
"""What is answered or thanked for has been done, whatever becomes of the answer."""


@lru_cache(maxsize=64)  # the pairs of one clause follow each other
def find_status(anchor: Token, rule: str, lexicon: Lexicon) -> Ruling:
    """The status of what is anchored at a verb or event noun, and the words that say so."""
    if rule in STANDING or rule in PRESUPPOSED or (rule == "nominal.control" and is_answered(anchor, lexicon)):
        return Ruling(Status.OCCURRED, Ground.STANDING)
    if anchor.pos_ not in ("VERB", "AUX"):
        return noun_status(anchor, lexicon)
    talks = talks_above(anchor, lexicon)
    if talks is not None:
        return verb_status(talks, lexicon) if talks.pos_ == "VERB" else held_status(talks, lexicon)
    return verb_status(anchor, lexicon)


def is_answered(noun: Token, lexicon: Lexicon) -> bool:
    """True for the offer of "rejected the offer to help", which was made whatever became of it."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.words["verb.answering"]
