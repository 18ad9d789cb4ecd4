"""Denied conjuncts: "Chad, but not Mali or Kenya, agreed"."""

from __future__ import annotations

from graphbuilder.syntax import Token


def is_denied(noun: Token, first: Token) -> bool:
    """True for the Kenya of "Chad, but not Mali or Kenya": a "not" before the conjunct or one that it hangs on."""
    while noun != first and noun.dep_ in ("conj", "nsubj"):
        if any(child.dep_ == "neg" for child in noun.children):
            return True
        noun = noun.head
    return False
