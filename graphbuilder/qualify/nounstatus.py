"""The status of event nouns: what stands beside them, then the verb, noun or preposition that governs them."""

from __future__ import annotations

from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.forms import is_infinitive
from graphbuilder.grammar.sense import event_noun
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType, Status
from graphbuilder.qualify.governors import governor_key
from graphbuilder.qualify.ruling import ASSERTED, Ground, Ruling, is_open
from graphbuilder.qualify.verbstatus import verb_status
from graphbuilder.syntax import Token

DEFINITE = frozenset(("the", "this", "that", "these", "those"))
HOSTILE = frozenset((EventType.ACCUSE, EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.THREATEN))
"""Acts that are talked about once they are done; an accession or a withdrawal is also talked about before."""


def noun_status(noun: Token, lexicon: Lexicon) -> Ruling:
    """The status of an event noun: its modifiers, then what it depends on."""
    words = lexicon.words
    for child in noun.children:
        if child.dep_ in ("amod", "det", "compound"):
            for status in (Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED):
                if child.lower_ in words[f"noun.{status}"]:
                    return Ruling(status, Ground.MODIFIER, (child,))
        elif child.i > noun.i and child.lower_ in words["noun.awaited"] and child.dep_ in ("acl", "amod"):
            return Ruling(Status.PLANNED, Ground.MODIFIER, (child,))
    return governed_noun_status(noun, lexicon)


def held_status(talks: Token, lexicon: Lexicon) -> Ruling:
    """The status of talks by all that is told of them, the verb above included: "will host a meeting"."""
    ruling = noun_status(talks, lexicon)
    above = talks.head
    if not is_open(ruling) or talks.dep_ not in ("dobj", "nsubj", "nsubjpass") or above.pos_ != "VERB":
        return ruling
    return verb_status(above, lexicon)


def governed_noun_status(noun: Token, lexicon: Lexicon) -> Ruling:
    """What the verb or noun above makes of an event noun, or of the one that it is coordinated with."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    head = noun.head
    if noun.dep_ == "pobj":
        return prepositional_status(head, lexicon)
    if noun.dep_ in ("dobj", "nsubjpass") and not is_presupposed(noun, lexicon):
        affected = affected_status(head, lexicon)
        if not is_open(affected):
            return affected
    if noun.dep_ == "nsubj" and head.lemma_ == "be":
        scheduled = next((one for one in children(head, "xcomp", "acomp") if _lies_ahead(one, lexicon)), None)
        if scheduled is not None:
            return Ruling(Status.PLANNED, Ground.AUXILIARY, (head, scheduled))
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and head.lemma_.lower() in lexicon.words["noun.happening"]:
        return verb_status(head, lexicon)
    return ASSERTED


def is_presupposed(noun: Token, lexicon: Lexicon) -> bool:
    """True for a definite hostile act on which somebody takes a stance: "opposes the war", "discussed B's raid"."""
    if governor_key(noun.head, lexicon) not in lexicon.words["noun.stance"]:
        return False
    definite = any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in DEFINITE) for child in noun.children
    )
    key = event_noun(noun, lexicon)
    return definite and key is not None and lexicon.nouns[key].event_type in HOSTILE


def _lies_ahead(complement: Token, lexicon: Lexicon) -> bool:
    """True for "is to take place" and "is due on Monday"."""
    if complement.dep_ == "xcomp":
        return is_infinitive(complement)
    reason = any(child.dep_ == "prep" and child.lower_ == "to" for child in complement.children)  # "due to the war"
    return complement.lower_ in lexicon.words["noun.awaited"] and not reason


def affected_status(verb: Token, lexicon: Lexicon) -> Ruling:
    """What a verb makes of its object: cancelled, demanded, planned or feared."""
    key = governor_key(verb, lexicon)
    for status, table in _EFFECT_ON_OBJECT:
        if key in lexicon.words[table]:
            own = verb_status(verb, lexicon)
            return own if own.status is Status.NEGATED else Ruling(status, Ground.GOVERNOR, (verb,))
    return ASSERTED


def prepositional_status(preposition: Token, lexicon: Lexicon) -> Ruling:
    """The status of an event noun after a preposition: "without", "threat of", "calls for", "met for talks"."""
    words, lower, above = lexicon.words, preposition.lower_, preposition.head
    if lower == "without":
        return Ruling(Status.NEGATED, Ground.PREPOSITION, (preposition,))
    lemma = above.lemma_.lower()
    for status, links, table in _EFFECT_AFTER_PREPOSITION:
        if lower in links and lemma in words[table]:
            return Ruling(status, Ground.PREPOSITION, (above, preposition))
    if lower == "for" and above.pos_ == "VERB" and lemma in words["noun.gathering"]:
        return verb_status(above, lexicon)
    if above.dep_ == "attr" and lemma in words["noun.heralding"]:
        return verb_status(above.head, lexicon)
    return ASSERTED


_EFFECT_ON_OBJECT = (
    (Status.NEGATED, "noun.stop"),
    (Status.DESIRED, "noun.wish"),
    (Status.PLANNED, "noun.plan"),
    (Status.HYPOTHETICAL, "noun.fear"),
)
_EFFECT_AFTER_PREPOSITION = (
    (Status.HYPOTHETICAL, ("of", "for", "to", "about"), "governor.hypothetical"),
    (Status.DESIRED, ("for", "of"), "governor.desired"),
    (Status.PLANNED, ("for",), "noun.intended"),
    (Status.NEGATED, ("of", "on", "to"), "noun.barring"),
)
