"""Slips of the parser about coordination: verbs with one subject agree in form, a state stands beside a state."""

from __future__ import annotations

from graphbuilder.animacy import is_person, is_thing
from graphbuilder.lexicon import word_lists
from graphbuilder.parsing.constituents import move
from graphbuilder.parsing.participles import is_bare
from graphbuilder.syntax import SUBJECT, Token

LISTS = word_lists("control.toml")
SPEAKING = LISTS["clause.content"] | LISTS["clause.continuing"]
"""What no thing does: "declare", "thank"."""
FORMS = frozenset(("VBG", "VBD"))
LIKENED = FORMS | {"VBZ"}
PRESENT = frozenset(("VB", "VBZ", "VBP", "VBG"))
EMBEDDED = frozenset(("ccomp", "xcomp", "conj"))


def join_to_like(verb: Token) -> None:
    """As in "a letter saying that A attacked B and urging": "urging" goes with "saying"."""
    head = verb.head
    if verb.tag_ not in LIKENED or verb.pos_ != "VERB" or head.pos_ not in ("VERB", "AUX") or not is_bare(verb):
        return
    like = _LIKE[verb.tag_](verb, head)
    if like is not None:
        move(verb, like, "conj")


def join_to_state(state: Token) -> None:
    """As in "the ministers of A and B met": what stands beside the state is the other state, not the ministers."""
    noun, first = state.head, state.left_edge.i
    if noun.tag_ != "NNS" or first < 2 or state.doc.tokens[first - 1].lower_ != "and":
        return
    other = state.doc.tokens[first - 2]
    if other.ent_type_ == "GPE" and other.dep_ == "pobj" and other.head.lower_ == "of" and other.head.head == noun:
        move(state, other, "conj")


def join_to_class(preposition: Token) -> None:
    """As in "ten states left the vote, including A and B": the states include them, not the vote."""
    if preposition.lower_ != "including":
        return
    noun = preposition.head
    verb = noun if noun.pos_ == "VERB" else next((token for token in noun.ancestors if token.pos_ == "VERB"), noun)
    if noun != verb and (noun.tag_ != "NN" or not is_thing(noun)):
        return
    several = next((child for child in verb.lefts if child.dep_ in SUBJECT and child.tag_ == "NNS"), None)
    if several is not None and is_person(several):
        move(preposition, several, "prep")


def _like_participle(verb: Token, head: Token) -> Token | None:
    """The participle above a finite verb that a second participle goes with."""
    if head.tag_ in FORMS - {"VBD"} or (head.lemma_ == "be" and not _is_quoted_before(verb)):
        return None  # "should be a power and exporting"
    if head.tag_ == "VBN" and is_bare(head):
        return None
    while head.dep_ in EMBEDDED:
        head = head.head
        if head.tag_ == "VBG" and head.pos_ == "VERB" and is_bare(head):
            return head
    return None


def _is_quoted_before(verb: Token) -> bool:
    """True where a quotation ends between a verb and the one that it hangs on."""
    between = verb.doc.tokens[verb.head.i : verb.i]
    return sum(token.is_quote for token in between) % 2 == 1


def _like_past(verb: Token, head: Token) -> Token | None:
    """The verb of saying in the past that the past after its clause goes with: "said A means B and called"."""
    if verb.lemma_ in SPEAKING and head.dep_ == "ccomp" and _is_of_thing(head):
        return _above(head, "VBD")
    if head.tag_ not in PRESENT and not any(child.tag_ == "MD" for child in head.children):
        return None
    if any(child.tag_ == "VBD" and child.dep_ in ("aux", "auxpass") for child in head.children):
        return None
    return _above(head, "VBD")


def _is_of_thing(verb: Token) -> bool:
    """True for the "was" of "said the cost was high but promised help", which things do not promise."""
    return any(child.dep_ in SUBJECT and is_thing(child) for child in verb.children)


def _like_present(_: Token, head: Token) -> Token | None:
    """The same in the present: "says that A will leave and urges"."""
    modal = any(child.tag_ == "MD" for child in head.children)
    return _above(head, "VBZ") if modal or head.tag_ == "VBD" else None


def _above(head: Token, tag: str) -> Token | None:
    """The verb in the past or present whose clause this is."""
    while head.dep_ in EMBEDDED or (head.dep_ == "advcl" and any(child.lower_ == "to" for child in head.lefts)):
        head = head.head
        if head.tag_ == tag:
            return head if head.pos_ == "VERB" else None
    return None


_LIKE = {"VBG": _like_participle, "VBD": _like_past, "VBZ": _like_present}
