"""How present the mentions of an article are at a pronoun: where they stand, what they do, how the clauses hang."""

from __future__ import annotations

from graphbuilder.coref.constraints import NEUTER, PERSONAL, PLURAL, is_addressed, is_spoken_for, speaks
from graphbuilder.coref.discourse import Discourse, Sighting
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType, Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import SUBJECT, Token

KNOWN_GENDER = 0.8
SENTENCE = 1.5
ELSEWHERE = 2.2
"""What a sentence further back costs, and what it costs for "its", mostly of something in its own."""
COMPLEMENT = 0.1
"""What it costs to stand within the phrase of the object."""
PRONOUNS = frozenset(("PRP", "PRP$"))
OBJECT = frozenset(("dobj", "dative"))
AGAINST = frozenset(("on", "upon", "against", "at"))
HOSTILE = frozenset(
    (
        EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SANCTION, EventType.COERCE, EventType.ASSAULT,
        EventType.MOBILIZE,
    )
)  # fmt: skip
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
    """What the construction says for a mention: threatened +5, described +2.5, going on as subject +2, addressed +3."""
    mention = discourse.doc.tokens[sighting.token]
    if is_threatened(mention, token, discourse.lexicon) or is_warned(mention, token, discourse.lexicon):
        return 5.0
    if is_concerned(mention, token) or is_within(mention, token):
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


def is_concerned(mention: Token, pronoun: Token) -> bool:
    """True for B in "A will meet B if it agrees": the condition is about the one whom the main clause concerns."""
    clause = pronoun.head
    concerned = mention.head == clause.head and mention.dep_ in ("dobj", "dative") and clause.dep_ == "advcl"
    return concerned and is_condition(clause)


def is_threatened(mention: Token, pronoun: Token, lexicon: Lexicon) -> bool:
    """True for B in "A will punish B if it attacks", "warned B that it would strike unless it leaves"."""
    clause, main = pronoun.head, pronoun.head.head
    if clause.dep_ != "advcl" or not is_condition(clause) or is_undergone(pronoun, lexicon):
        return False
    if mention.dep_ in OBJECT and main.dep_ == "ccomp" and mention.head == main.head:
        return lexicon.verbs.get(main.head.lemma_) is EventType.THREATEN
    against = mention.dep_ == "pobj" and mention.head.lower_ in AGAINST
    if mention.dep_ not in OBJECT and not against:
        return False
    act = mention.head.head if against else mention.head
    senses = (lexicon.verbs.get(act.lemma_), event_type(act, lexicon))
    return main in (act, act.head) and any(sense in HOSTILE for sense in senses)


def is_warned(mention: Token, pronoun: Token, lexicon: Lexicon) -> bool:
    """True for B in "A warned B that it will face sanctions": the one who is warned undergoes it."""
    clause = pronoun.head
    if clause.dep_ != "ccomp" or mention.dep_ not in OBJECT or mention.head != clause.head:
        return False
    return lexicon.verbs.get(clause.head.lemma_) is EventType.THREATEN and is_undergone(pronoun, lexicon)


def is_condition(clause: Token) -> bool:
    """True for a clause of "if" or "unless"."""
    return any(child.lower_ in ("if", "unless") for child in clause.children)


def is_undergone(subject: Token, lexicon: Lexicon) -> bool:
    """True where nothing is done by the subject: "if it is attacked", "that it will face sanctions"."""
    return subject.dep_ == "nsubjpass" or subject.head.lemma_ in lexicon.words["verb.passive_subject"]


def event_type(noun: Token, lexicon: Lexicon) -> EventType | None:
    """What kind of act an event noun names."""
    sense = lexicon.nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    return sense.event_type if sense is not None else None


def is_handled_on(mention: Token, pronoun: Token) -> bool:
    """True for B in "A fills out B and sends it on": what the second verb handles is the object of the first."""
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    coordinated = verb.dep_ == "conj" and not any(child.dep_ in SUBJECT for child in verb.children)
    alike = pronoun.dep_ in ("dobj", "pobj") and mention.dep_ == "dobj" and mention.head == verb.head
    return coordinated and alike and (mention.tag_ in ("NNS", "NNPS")) == (pronoun.lower_ in PLURAL)
