"""Relatives that somebody has: "X had two brothers, A and B", "X has a daughter, Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from graphbuilder.grammar.arguments import children, coordinated
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token


def had(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X had two brothers, A and B": A and B are what X has."""
    for kin in children(verb, "dobj") if verb.lemma_ == "have" else ():
        lemma = kin.lemma_.lower()
        first = name_behind(kin) if lemma in lexicon.words["kinship.nouns"] else None
        for name, owner in product(coordinated(first) if first is not None else (), surface_subjects(verb)):
            if name.pos_ == "PROPN":
                yield Triple(name, (verb, kin), owner, f"{lemma} of", EventType.RELATION, "role.apposition", verb)


def name_behind(kin: Token) -> Token | None:
    """The name in apposition; behind a plural the parser takes it for one more of those that somebody has."""
    labels = ("appos", "conj") if kin.tag_ == "NNS" else ("appos",)
    names = (child for child in children(kin, *labels) if child.pos_ == "PROPN")
    return next((name for name in names if name.doc.tokens[name.left_edge.i - 1].text in (",", ":")), None)
