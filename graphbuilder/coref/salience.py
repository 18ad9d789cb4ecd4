"""How present the mentions of an article are at a pronoun: where they stand, what they do, how the clauses hang."""

from __future__ import annotations

from graphbuilder.coref.constraints import NEUTER, PERSONAL, PLURAL, is_addressed, is_spoken_for, speaks
from graphbuilder.coref.discourse import Discourse, Sighting
from graphbuilder.model import Kind
from graphbuilder.referents import Referent
from graphbuilder.syntax import SUBJECT, Token

KNOWN_GENDER = 0.8
SENTENCE = 1.5
ELSEWHERE = 2.2
"""What a sentence further back costs, and what it costs for "its", mostly of something in its own."""
COMPLEMENT = 0.1
"""What it costs to stand within the phrase of the object."""
PRONOUNS = frozenset(("PRP", "PRP$"))
GOING_ON = frozenset(("conj", "ccomp", "advcl"))


def salience(sighting: Sighting, token: Token, discourse: Discourse) -> float:
    """How present a mention is at a pronoun: subjects +2, each sentence back -1.5, then the nearer the better."""
    distance = discourse.sentence_of[token.i] - sighting.sentence
    score = -distance * step_of(token) + 0.002 * (sighting.token - token.i)
    if sighting.subject:
        score += 1.0 if sighting.speaking and is_outlet(sighting.referent, token) else 2.0
    if sighting.modifier:
        score -= 1.0
    if token.lower_ in NEUTER and is_complement(discourse.doc.tokens[sighting.token]):
        score -= COMPLEMENT
    if sighting.coordinated:
        score -= shared(sighting.referent, token)
    if distance == 1:
        score += spoken_on(sighting, token, discourse)
    return score + construed(sighting, token, discourse) + likely(sighting.referent, token)


def is_complement(mention: Token) -> bool:
    """True for B in "condemned the war in B": behind the object that it belongs to."""
    owner = mention.head.head
    return mention.dep_ == "pobj" and owner.pos_ == "NOUN" and owner.dep_ in ("dobj", "nsubjpass")


def step_of(token: Token) -> float:
    """What each sentence back costs; more for the "its" of an object or adjunct."""
    behind = token.dep_ == "poss" and token.lower_ in NEUTER and token.head.dep_ not in SUBJECT
    return ELSEWHERE if behind else SENTENCE


def shared(referent: Referent, token: Token) -> float:
    """What it costs to stand in a coordination: more for "it", nothing for "they" but for one body of several."""
    if token.lower_ in PLURAL:
        return 1.0 if referent.kind is Kind.ORGANIZATION else 0.0
    return 2.0 if token.lower_ in NEUTER else 1.0


def spoken_on(sighting: Sighting, token: Token, discourse: Discourse) -> float:
    """What speaks for a mention in the sentence before: it was a pronoun +1, or spoke as the pronoun does now +1.5."""
    score = 1.0 if discourse.doc.tokens[sighting.token].tag_ in PRONOUNS else 0.0
    if sighting.speaking and token.head.dep_ == "ROOT" and speaks(token, discourse.lexicon):
        score += 1.5
    return score


def is_outlet(referent: Referent, token: Token) -> bool:
    """True for a body or thing that reports what "it" or "they" did: seldom its own deeds."""
    return token.lower_ in NEUTER or (token.lower_ in PLURAL and referent.kind is Kind.ORGANIZATION)


def construed(sighting: Sighting, token: Token, discourse: Discourse) -> float:
    """What the construction says for a mention: threatened, described +2.5, a subject that goes on +2, addressed +3."""
    mention = discourse.doc.tokens[sighting.token]
    if is_threatened(mention, token) or is_within(mention, token):
        return 2.5
    if is_spoken_for(sighting, token, discourse.lexicon) or is_handled_on(mention, token):
        return 3.0
    if sighting.subject and not sighting.coordinated and goes_on(mention, token):
        return 2.0 if sighting.referent.kind is not Kind.PLACE else 3.5
    return 3.0 if is_addressed(mention, token) else 0.0


def likely(referent: Referent, token: Token) -> float:
    """What the kind says for a referent: whose gender is known +0.8; one body is seldom "they", a place seldom "it"."""
    if token.lower_ in PERSONAL:
        return KNOWN_GENDER if referent.gender is not None and referent.is_named else 0.0
    if referent.kind is Kind.PLACE:
        return -1.5
    return -1.0 if token.lower_ in PLURAL and referent.kind is Kind.ORGANIZATION else 0.0


def goes_on(mention: Token, pronoun: Token) -> bool:
    """True for A in "A arrived, but he left", "A said he left": the subject goes on being spoken of."""
    clause = pronoun.head
    return pronoun.dep_ in SUBJECT and clause.dep_ in GOING_ON and mention.head == clause.head


def is_within(mention: Token, pronoun: Token) -> bool:
    """True for B in "A met B, who left as he was ill": within a who-clause the one it describes goes on."""
    if pronoun.dep_ not in SUBJECT or pronoun.lower_ not in PERSONAL:
        return False
    clauses = [token for token in pronoun.ancestors if token.dep_ == "relcl" and token.i > mention.i]
    return any(
        clause.head == mention and any(child.lower_ in ("who", "whom") for child in clause.children)
        for clause in clauses
    )


def is_threatened(mention: Token, pronoun: Token) -> bool:
    """True for B in "A will punish B if it attacks": the condition is about the one whom the main clause concerns."""
    clause = pronoun.head
    concerned = mention.head == clause.head and mention.dep_ in ("dobj", "dative") and clause.dep_ == "advcl"
    return concerned and any(child.lower_ in ("if", "unless") for child in clause.children)


def is_handled_on(mention: Token, pronoun: Token) -> bool:
    """True for B in "A fills out B and sends it on": what the second verb handles is the object of the first."""
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    coordinated = verb.dep_ == "conj" and not any(child.dep_ in SUBJECT for child in verb.children)
    alike = pronoun.dep_ in ("dobj", "pobj") and mention.dep_ == "dobj" and mention.head == verb.head
    return coordinated and alike and (mention.tag_ in ("NNS", "NNPS")) == (pronoun.lower_ in PLURAL)
