"""What governs a verb: what governing verbs, nouns and adjectives say of their complements."""

from __future__ import annotations

from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.forms import is_infinitive
from graphbuilder.grammar.sense import event_noun
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType, Status
from graphbuilder.qualify.ruling import Ground, Ruling
from graphbuilder.syntax import SUBJECT, Token


def is_accomplished(noun: Token, lexicon: Lexicon) -> bool:
    """True for "the first president to visit" and "its attempts to test", which are done, not planned."""
    ones = (noun, noun.head.head) if noun.head.lower_ == "of" else (noun,)
    one_of = any(one.lower_ == "one" and any(child.lower_ == "of" for child in one.rights) for one in ones)
    if noun.lemma_.lower() in lexicon.words["noun.accomplished"] or noun.head.lower_ == "among" or one_of:
        return True
    ranks = lexicon.words["noun.rank"]
    return any(
        word.lower_ in ranks or word.ent_type_ == "ORDINAL" or word.tag_ in ("JJS", "RBS")
        for child in noun.lefts
        for word in (child, *child.lefts)
    )


def governor_key(governor: Token, lexicon: Lexicon) -> str:
    """The lemma, with its particle where the two together are listed: "rule out"."""
    lemma = governor.lemma_.lower()
    for particle in children(governor, "prt", "advmod"):
        if f"{lemma} {particle.lower_}" in lexicon.words["governor.particle"]:
            return f"{lemma} {particle.lower_}"
    return lemma


def governor_meaning(governor: Token, lexicon: Lexicon, *, finite: bool) -> Status:
    """What a governing verb, noun or adjective says of its complement; finite clauses listen to fewer."""
    key, words = governor_key(governor, lexicon), lexicon.words
    if (key == "go" and governor.tag_ != "VBG") or (key == "order" and governor.pos_ == "NOUN"):
        return Status.OCCURRED  # "went on to say" is no "is going to", "in order to" no order
    if key in words["governor.negated"]:
        return Status.NEGATED
    if finite and key in words["verb.saying"] and key not in words["governor.doubting"]:
        return Status.OCCURRED
    for status in (Status.DESIRED, Status.HYPOTHETICAL, Status.PLANNED):
        if key in words[f"governor.{status}"]:
            return status
    return Status.OCCURRED


def excluding(preposition: Token, lexicon: Lexicon) -> Token | None:
    """The "without" or "instead" that says of its gerund that it is not done."""
    words = lexicon.words["governor.excluding"]
    return next((word for word in (preposition, *preposition.children) if word.lower_ in words), None)


def is_reason(preposition: Token, lexicon: Lexicon) -> bool:
    """True for the "for" of "blocked the site for hosting": what somebody is stopped for he has done."""
    governor = preposition.head
    stops = governor.pos_ == "VERB" and governor.lemma_ in lexicon.words["governor.negated"]
    return preposition.lower_ == "for" and stops


def is_modifier(verb: Token) -> bool:
    """True for the participle of "the plan backed by Oman", which tells of the noun and completes nothing."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not is_infinitive(verb)


def presumed_not(governor: Token, lexicon: Lexicon) -> Ruling | None:
    """The negation that is meant for the clause below: "does not believe that A attacked B"; None without one."""
    if governor.lemma_ not in lexicon.words["governor.presuming"]:
        return None
    negation = next(children(governor, "neg"), None)
    return None if negation is None else Ruling(Status.NEGATED, Ground.NEGATION, (negation,))


def denied_noun(noun: Token, lexicon: Lexicon) -> Ruling | None:
    """What "no", a negated verb or one that stops it makes of a noun with its infinitive: "has no plans to".

    What nobody has promised may be done all the same.
    """
    if noun.pos_ != "NOUN":
        return None
    status = Status.HYPOTHETICAL if is_promise(noun, lexicon) else Status.NEGATED
    none = next((child for child in noun.lefts if child.dep_ == "det" and child.lower_ == "no"), None)
    if none is not None:
        return Ruling(status, Ground.NEGATION, (none, noun))
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    negation = next(children(noun.head, "neg"), None)
    if negation is not None:
        return Ruling(status, Ground.NEGATION, (negation, noun))
    words, verb = lexicon.words, governor_key(noun.head, lexicon)
    stops = verb in words["noun.stop"] or verb in words["governor.negated"]
    stopped = stops and noun.lemma_ in words["governor.planned"]
    return Ruling(Status.NEGATED, Ground.GOVERNOR, (noun.head, noun)) if stopped else None


def is_promise(noun: Token, lexicon: Lexicon) -> bool:
    """True for a promise, pledge or commitment."""
    key = event_noun(noun, lexicon)
    return key is not None and lexicon.nouns[key].event_type is EventType.AGREE


def is_base_infinitive(verb: Token) -> bool:
    """True for "to withdraw" and "to be led" with a base form, which sets parser errors aside."""
    if verb.tag_ == "VBN":
        return is_infinitive(verb) and any(child.lower_ == "be" for child in children(verb, "auxpass"))
    return verb.tag_ == "VB" and is_infinitive(verb)


def talks_above(verb: Token, lexicon: Lexicon) -> Token | None:
    """The "met" or "meeting" of "met to discuss" and "held a meeting to discuss", where the discussing is done."""
    words = lexicon.words
    if verb.lemma_ not in words["verb.talking"] or not is_base_infinitive(verb):
        return None
    above = (*children(verb.head, "dobj"), verb.head)
    return next((word for word in above if word.lemma_.lower() in words["noun.talks"]), None)


def is_finite(verb: Token) -> bool:
    """True for a verb with a subject or a tense of its own: "warned the continent faces a rise"."""
    if is_base_infinitive(verb):
        return False
    return verb.tag_ in ("VBZ", "VBP", "VBD") or any(child.dep_ in SUBJECT for child in verb.children)


def impatience(governor: Token, lexicon: Lexicon) -> Ruling | None:
    """What "cannot wait to" says, which is no denial; None for other verbs."""
    if governor.lemma_ not in lexicon.words["governor.impatient"]:
        return None
    negation = next(children(governor, "neg"), None)
    return None if negation is None else Ruling(Status.PLANNED, Ground.GOVERNOR, (negation, governor))


def is_means(preposition: Token, lexicon: Lexicon) -> bool:
    """True for the "by" of "did not answer by taking sides", where what is done instead is not denied."""
    negated = lexicon.words["auxiliary.negation"]
    return preposition.lower_ == "by" and any(child.lower_ in negated for child in children(preposition.head, "neg"))


def is_felt(verb: Token, governor: Token, lexicon: Lexicon) -> bool:
    """True for the "hear" of "was surprised to hear": what one feels something about has happened."""
    return governor.lower_ in lexicon.words["governor.feeling"] and is_base_infinitive(verb)


def is_advocated(verb: Token, governor: Token, lexicon: Lexicon) -> bool:
    """True for the "adopt" of "advocated for the teams to adopt new names"."""
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)
    return marked and governor_meaning(governor, lexicon, finite=False) is Status.DESIRED
