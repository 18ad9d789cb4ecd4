"""Absolute phrases: "met in Oslo, with envoys discussing the truce" tells what goes on beside."""

from __future__ import annotations

from graphbuilder.syntax import Token


def is_absolute(preposition: Token) -> bool:
    """True for a "with" behind a comma whose noun has a participle: it leads to no complement of the verb."""
    if preposition.lower_ != "with" or preposition.i == 0 or preposition.nbor(-1).text != ",":
        return False
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return noun is not None and any(child.dep_ == "acl" and child.tag_ in ("VBG", "VBN") for child in noun.children)
