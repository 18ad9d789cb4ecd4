"""Forms of verbs: infinitive, passive."""

from __future__ import annotations

from graphbuilder.syntax import Token


def is_infinitive(verb: Token) -> bool:
    """True for "to withdraw"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """True for finite passives and for reduced ones ("sanctions imposed by")."""
    labels = [child.dep_ for child in verb.children]
    if "nsubjpass" in labels or "auxpass" in labels:
        return True
    if verb.tag_ != "VBN" or "aux" in labels:
        return False
    if verb.dep_ == "conj" and "nsubj" not in labels:
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "amod")
