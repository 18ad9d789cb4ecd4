"""How clauses hang together where the parse leaves it open: conditions, coordination, and what is no complement."""

from __future__ import annotations

from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Token

COMPLEMENT = frozenset(("xcomp", "ccomp", "pcomp", "acl", "csubj", "csubjpass"))
CONTENT = ("dobj", "ccomp", "xcomp", "attr", "oprd", "dative", "acomp")
PAST = ("VBD", "VBN")
OWN = ("nsubj", "nsubjpass", "aux", "auxpass")


def conditions(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The verbs of the clauses with "if", "unless" or "once" that depend on a verb."""
    marks = lexicon.words["mark.condition"]
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return [clause for clause in clauses if any(word.lower_ in marks for word in clause.lefts)]


def coordinated_with(verb: Token) -> Token:
    """The verb that a conjunct continues: the upper one where only its tense fits ("denied it plans … and called")."""
    head = node = verb.head
    if verb.tag_ not in PAST or any(child.dep_ in OWN for child in verb.children):
        return head
    while node.tag_ not in PAST and node.dep_ in ("ccomp", "xcomp"):
        node = node.head
    return node if node.tag_ in PAST else head


def set_against(clause: Token) -> Token:
    """The verb that a clause with ", while" stands beside: the one that reports where only its tense fits.

    As in "X said that A should yield, while B praised C".
    """
    content = clause.head
    if clause.tag_ != "VBD" or content.dep_ != "ccomp" or content.tag_ in PAST or content.head.tag_ != "VBD":
        return content
    mark = next((child for child in clause.lefts if child.dep_ == "mark"), None)
    apart = mark is not None and mark.lower_ in ("while", "whereas") and mark.i > content.i
    return content.head if apart and mark is not None and mark.doc[mark.i - 1].text == "," else content


def is_set_before(clause: Token, governor: Token, lexicon: Lexicon) -> bool:
    """True for a clause that stands before its governor and is coordinated with it rather than reported.

    As in "A supplied tanks; however, B denied the request". Only plain verbs of saying follow what they report.
    """
    if clause.dep_ != "ccomp" or clause.i > governor.i:
        return False
    if any(token.text == ";" for token in governor.doc[clause.i : governor.i]):
        return True
    closes = not any(child.dep_ in CONTENT for child in governor.rights)
    return not closes and governor.lemma_ not in lexicon.words["verb.parenthetical"]


def is_contrasted(verb: Token, lexicon: Lexicon) -> bool:
    """True where a negation ends before a conjunct: "did not reply, but appealed", "did not reply and left"."""
    words = (child for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i)
    contrast = any(word.lower_ in lexicon.words["mark.contrast"] for word in words)
    return contrast or (verb.tag_ in ("VBD", "VBZ") and verb.head.tag_ == "VB")
