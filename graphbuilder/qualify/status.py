"""Whether it happens: planned, hypothetical, desired, negated or occurred, as the source of the content presents it."""

from __future__ import annotations

from graphbuilder.grammar.arguments import SUBJECT, appealed_to, is_infinitive
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Status
from graphbuilder.qualify.speaker import is_set_before
from graphbuilder.syntax import Token

COMPLEMENT = frozenset(("xcomp", "ccomp", "pcomp", "acl", "csubj", "csubjpass"))
STANDING = frozenset(
    ("role.title", "role.apposition", "role.prenominal", "role.description", "role.body", "participle.hyphenated")
)
PRESUPPOSED = frozenset(("response.answered", "response.credited"))
"""What is answered or thanked for has been done, whatever becomes of the answer."""


def find_status(anchor: Token, rule: str, lexicon: Lexicon) -> Status:
    """The status of what is anchored at a verb or event noun."""
    if rule in STANDING or rule in PRESUPPOSED:
        return Status.OCCURRED
    if anchor.pos_ in ("VERB", "AUX"):
        return verb_status(anchor, lexicon)
    return noun_status(anchor, lexicon)


def verb_status(verb: Token, lexicon: Lexicon, depth: int = 0) -> Status:
    """The first that speaks: negation, auxiliaries, the condition, the governor, the verb it is coordinated with."""
    own = own_status(verb, lexicon)
    if own is not Status.OCCURRED or depth > 6:
        return own
    return governed_status(verb, lexicon, depth)


def own_status(verb: Token, lexicon: Lexicon) -> Status:
    """What stands beside the verb itself says: negation and conjunctions at once, else auxiliaries and adverbs."""
    for child in verb.children:
        if is_negated_by(child, lexicon):
            return Status.NEGATED
        if child.dep_ == "mark" and mark_status(child, verb, lexicon) is not Status.OCCURRED:
            return mark_status(child, verb, lexicon)
    status = Status.OCCURRED
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass"):
            status = _stronger(status, auxiliary_status(child, verb, lexicon))
        elif child.dep_ == "advmod" and child.lower_ in lexicon.words["adverb.hypothetical"]:
            status = _stronger(status, Status.HYPOTHETICAL)
    if status is Status.PLANNED and conditions(verb):
        return Status.HYPOTHETICAL
    return status


def is_negated_by(child: Token, lexicon: Lexicon) -> bool:
    """True for "not", "no longer", "neither" beside a verb, and for arguments with "no" or "neither"."""
    if child.dep_ == "neg" and child.lower_ in lexicon.words["auxiliary.negation"]:
        return True
    if _no_longer(child) or (child.dep_ == "preconj" and child.lower_ == "neither"):
        return True
    if child.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return False
    return any((word.dep_ == "det" and word.lower_ == "no") or word.lower_ == "neither" for word in child.children)


def mark_status(mark: Token, verb: Token, lexicon: Lexicon) -> Status:
    """What a conjunction says: "if", and "until" with a present tense."""
    if mark.lower_ in lexicon.words["mark.hypothetical"]:
        return Status.HYPOTHETICAL
    present = verb.tag_ in ("VBP", "VBZ")
    return Status.PLANNED if present and mark.lower_ in lexicon.words["mark.planned"] else Status.OCCURRED


def _no_longer(adverb: Token) -> bool:
    return adverb.lower_ == "longer" and any(child.lower_ == "no" for child in adverb.children)


def _stronger(one: Status, other: Status) -> Status:
    return other if one is Status.OCCURRED else one


def auxiliary_status(auxiliary: Token, verb: Token, lexicon: Lexicon) -> Status:
    """What a modal says; "would" in reported speech is the future of the past."""
    words, lower = lexicon.words, auxiliary.lower_
    if lower in words["auxiliary.planned"]:
        return Status.PLANNED
    if lower in words["auxiliary.hypothetical"]:
        return Status.HYPOTHETICAL
    if lower in words["auxiliary.desired"]:
        return Status.DESIRED
    if lower in words["auxiliary.conditional"] and auxiliary.tag_ == "MD":
        reported = verb.dep_ in ("ccomp", "conj") and verb.head.tag_ == "VBD" and not conditions(verb)
        return Status.PLANNED if reported else Status.HYPOTHETICAL
    return Status.OCCURRED


def conditions(verb: Token) -> list[Token]:
    """The verbs of the if-clauses that depend on a verb."""
    return [child for child in verb.children if child.dep_ == "advcl" and _is_conditional(child)]


def _is_conditional(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in clause.children)


def governed_status(verb: Token, lexicon: Lexicon, depth: int) -> Status:
    """What the governor makes of a verb that says nothing itself."""
    head = verb.head
    if head == verb:
        return Status.OCCURRED
    if verb.dep_ == "conj":
        shares = not any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.children)
        return (
            verb_status(head, lexicon, depth + 1)
            if shares and head.pos_ in ("VERB", "AUX")
            else _conjoined(verb, lexicon, depth)
        )
    if verb.dep_ in COMPLEMENT:
        return complement_status(verb, head, lexicon, depth)
    if verb.dep_ == "advcl" and is_base_infinitive(verb) and head.lemma_ == "go" and head.tag_ != "VBG":
        return Status.OCCURRED  # "went on to say"
    if verb.dep_ == "advcl" and is_base_infinitive(verb) and appealed_to(head):
        return Status.DESIRED
    if verb.dep_ == "advcl" and is_base_infinitive(verb):
        outer = verb_status(head, lexicon, depth + 1) if head.pos_ in ("VERB", "AUX") else Status.OCCURRED
        return Status.PLANNED if outer is Status.OCCURRED else outer
    if verb.dep_ == "advcl" and not any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.children):
        return participle_status(head, lexicon, depth)
    return Status.OCCURRED


def participle_status(head: Token, lexicon: Lexicon, depth: int) -> Status:
    """A participle beside a clause shares its status, but what is denied is only the clause itself."""
    outer = verb_status(head, lexicon, depth + 1) if head.pos_ == "VERB" else Status.OCCURRED
    return Status.OCCURRED if outer is Status.NEGATED else outer


def _conjoined(verb: Token, lexicon: Lexicon, depth: int) -> Status:
    head = verb.head
    if head.dep_ in COMPLEMENT and head.pos_ == "VERB":
        return complement_status(head, head.head, lexicon, depth + 1)
    return Status.OCCURRED


def is_base_infinitive(verb: Token) -> bool:
    """True for "to withdraw" with the verb in its base form, which sets parser errors aside."""
    return verb.tag_ == "VB" and is_infinitive(verb)


def complement_status(verb: Token, governor: Token, lexicon: Lexicon, depth: int) -> Status:
    """The status of a complement: what its governor means, then what the governor's own status is."""
    if governor.pos_ == "ADP":
        if governor.lower_ == "without":
            return Status.NEGATED
        governor = governor.head
    if is_set_before(verb, governor, lexicon):
        return Status.OCCURRED
    if governor.lemma_ == "be" and is_base_infinitive(verb) and verb.dep_ == "xcomp":
        return _stronger(own_status(governor, lexicon), Status.PLANNED)
    finite = any(child.dep_ in SUBJECT for child in verb.children) and not is_base_infinitive(verb)
    meaning = governor_meaning(governor, lexicon, finite=finite)
    if meaning is Status.OCCURRED:
        return factual_status(verb, governor, lexicon, depth, finite=finite)
    negated = governor.pos_ == "VERB" and verb_status(governor, lexicon, depth + 1) is Status.NEGATED
    return Status.NEGATED if negated and meaning is Status.PLANNED else meaning


def factual_status(verb: Token, governor: Token, lexicon: Lexicon, depth: int, *, finite: bool) -> Status:
    """The status under a governor that takes no stand: finite clauses stand alone, others share the governor's."""
    if finite and verb.dep_ in ("ccomp", "acl"):
        return Status.OCCURRED
    if governor.pos_ in ("VERB", "AUX"):
        return verb_status(governor, lexicon, depth + 1)
    if governor.pos_ in ("NOUN", "ADJ") and is_base_infinitive(verb) and not is_accomplished(governor, lexicon):
        return Status.PLANNED
    return Status.OCCURRED


def is_accomplished(noun: Token, lexicon: Lexicon) -> bool:
    """True for "the first president to visit" and "its attempts to test", which are done, not planned."""
    if noun.lemma_.lower() in lexicon.words["noun.accomplished"]:
        return True
    return any(child.lower_ in lexicon.words["noun.rank"] or child.ent_type_ == "ORDINAL" for child in noun.children)


def governor_meaning(governor: Token, lexicon: Lexicon, *, finite: bool) -> Status:
    """What a governing verb, noun or adjective says of its complement; finite clauses listen to fewer."""
    lemma, words = governor.lemma_.lower(), lexicon.words
    if lemma == "go" and governor.tag_ != "VBG":
        return Status.OCCURRED  # "went on to say" is no "is going to"
    if lemma in words["governor.negated"]:
        return Status.NEGATED
    if finite and lemma in words["verb.saying"] and lemma not in ("demand", "urge", "propose", "recommend", "insist"):
        return Status.OCCURRED
    if lemma in words["governor.desired"]:
        return Status.DESIRED
    if lemma in words["governor.hypothetical"]:
        return Status.HYPOTHETICAL
    if lemma in words["governor.planned"]:
        return Status.PLANNED
    return Status.OCCURRED


def noun_status(noun: Token, lexicon: Lexicon) -> Status:
    """The status of an event noun: its modifiers, then the verb it depends on."""
    words = lexicon.words
    for child in noun.children:
        if child.dep_ in ("amod", "det", "compound"):
            for status in (Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED):
                if child.lower_ in words[f"noun.{status}"]:
                    return status
    return governed_noun_status(noun, lexicon)


def governed_noun_status(noun: Token, lexicon: Lexicon) -> Status:
    """What the verb or noun above makes of an event noun."""
    words, head = lexicon.words, noun.head
    if noun.dep_ == "pobj":
        return prepositional_status(head, lexicon)
    lemma = head.lemma_.lower()
    if noun.dep_ in ("dobj", "nsubjpass"):
        for status, key in _EFFECT_ON_OBJECT:
            if lemma in words[key]:
                return Status.NEGATED if verb_status(head, lexicon) is Status.NEGATED else status
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and lemma in words["noun.happening"]:
        return verb_status(head, lexicon)
    return Status.OCCURRED


def prepositional_status(preposition: Token, lexicon: Lexicon) -> Status:
    """The status of an event noun after a preposition: "without", "threat of", "calls for"."""
    words, lower = lexicon.words, preposition.lower_
    above = preposition.head.lemma_.lower()
    if lower == "without":
        return Status.NEGATED
    if lower in ("of", "for", "to", "about") and above in words["governor.hypothetical"]:
        return Status.HYPOTHETICAL
    if lower in ("for", "of") and above in words["governor.desired"]:
        return Status.DESIRED
    return Status.OCCURRED


_EFFECT_ON_OBJECT = (
    (Status.NEGATED, "noun.stop"),
    (Status.DESIRED, "noun.wish"),
    (Status.PLANNED, "noun.plan"),
    (Status.HYPOTHETICAL, "noun.fear"),
)
