"""The status of verbs: negation, auxiliaries and conjunctions beside them, then what their governor makes of them."""

from __future__ import annotations

from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.subjects import CONTROL, appealed_to, is_purpose
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Status
from graphbuilder.qualify.clauses import COMPLEMENT, conditions, coordinated_with, is_contrasted, is_set_before
from graphbuilder.qualify.governors import (
    denied_noun,
    excluding,
    governor_meaning,
    impatience,
    is_accomplished,
    is_advocated,
    is_base_infinitive,
    is_felt,
    is_finite,
    is_means,
    is_modifier,
    is_reason,
    presumed_not,
)
from graphbuilder.qualify.modality import modal_status
from graphbuilder.qualify.ruling import ASSERTED, Ground, Ruling, is_open
from graphbuilder.syntax import Token

DEEPEST = 6


def verb_status(verb: Token, lexicon: Lexicon, depth: int = 0) -> Ruling:
    """The first that speaks: negation, auxiliaries, the condition, the governor, the verb it is coordinated with."""
    own = own_status(verb, lexicon)
    if own.status is Status.NEGATED and _is_forbearance(verb, lexicon):
        return Ruling(Status.DESIRED, Ground.GOVERNOR, (verb.head,))
    if own.status is Status.PLANNED and verb.dep_ == "ccomp":
        return reported_future(verb, own, lexicon)
    if not is_open(own) or depth > DEEPEST:
        return own
    return governed_status(verb, lexicon, depth)


# What stands beside the verb


def _is_forbearance(verb: Token, lexicon: Lexicon) -> bool:
    """True for the "leave" of "asked A not to leave", "asked that A not leave": it is demanded that it is not done."""
    asked = verb.dep_ in ("xcomp", "advcl") and is_base_infinitive(verb) and bool(appealed_to(verb.head))
    demanded = verb.dep_ == "ccomp" and verb.tag_ == "VB" and not any(child.tag_ == "MD" for child in verb.lefts)
    if not (asked or demanded) or verb.head.pos_ != "VERB" or any(child.tag_ == "VBD" for child in verb.lefts):
        return False
    return governor_meaning(verb.head, lexicon, finite=False) is Status.DESIRED


def own_status(verb: Token, lexicon: Lexicon) -> Ruling:
    """What stands beside the verb itself says: negation and conjunctions at once, else auxiliaries and adverbs."""
    for child in verb.children:
        negation = negation_of(child, lexicon)
        if negation is not None:
            return Ruling(Status.NEGATED, Ground.NEGATION, (negation,))
        if child.dep_ == "mark" and not is_open(marked := mark_status(child, verb, lexicon)):
            return marked
    ruling = modal_status(verb, lexicon)
    if ruling.status in (Status.PLANNED, Status.OCCURRED) and is_asked(verb):
        return Ruling(Status.HYPOTHETICAL, Ground.QUESTION, (verb.sent[-1],))
    if ruling.status is Status.PLANNED:
        for clause in conditions(verb, lexicon):
            marks = tuple(child for child in clause.children if child.lower_ in lexicon.words["mark.hypothetical"])
            if marks:
                return Ruling(Status.HYPOTHETICAL, Ground.CONDITION, marks)
    return ruling


def is_asked(verb: Token) -> bool:
    """True for a question that yes or no answers: the auxiliary is in front, and a question mark at the end."""
    sent = verb.sent
    if verb.dep_ != "ROOT" or sent[-1].text != "?":
        return False
    first = next((token for token in sent if not token.is_punct), verb)
    return first.pos_ == "AUX"


def negation_of(child: Token, lexicon: Lexicon) -> Token | None:
    """The "not", "no longer", "neither" beside a verb, and the "no" or "neither" of its arguments."""
    if child.dep_ == "neg" and child.lower_ in lexicon.words["auxiliary.negation"]:
        return child
    if child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children):
        return child
    if child.dep_ == "preconj" and child.lower_ == "neither":
        return child
    if child.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return None
    inside = ((word.dep_ == "det" and word.lower_ == "no") or word.lower_ == "neither" for word in child.children)
    return child if any(inside) else None


def mark_status(mark: Token, verb: Token, lexicon: Lexicon) -> Ruling:
    """What a conjunction says: "if", and "until" with a present tense."""
    if mark.lower_ in lexicon.words["mark.hypothetical"]:
        return Ruling(Status.HYPOTHETICAL, Ground.CONDITION, (mark,))
    if verb.tag_ in ("VBP", "VBZ") and mark.lower_ in lexicon.words["mark.planned"]:
        return Ruling(Status.PLANNED, Ground.CONDITION, (mark,))
    return ASSERTED


# What governs the verb


def reported_future(verb: Token, own: Ruling, lexicon: Lexicon) -> Ruling:
    """A future is only hoped, feared or denied under a verb that says so: "hoped that the deal would inspire"."""
    governor = verb.head
    if is_set_before(verb, governor, lexicon):
        return own
    denied = presumed_not(governor, lexicon)
    if denied is not None:
        return denied
    meaning = governor_meaning(governor, lexicon, finite=True)
    is_said = meaning is not Status.NEGATED or governor.lemma_ in lexicon.words["verb.saying"]
    if meaning in (Status.OCCURRED, Status.PLANNED) or not is_said:
        return own
    return Ruling(meaning, Ground.GOVERNOR, (governor,))


def governed_status(verb: Token, lexicon: Lexicon, depth: int) -> Ruling:
    """What the governor makes of a verb that says nothing itself."""
    head = verb.head
    if head == verb:
        return ASSERTED
    if verb.dep_ == "conj":
        return conjunct_status(verb, lexicon, depth)
    if is_base_infinitive(verb) and (verb.dep_ == "advcl" or _is_purpose(verb, head)):
        return purpose_status(verb, head, lexicon, depth)
    if verb.dep_ in COMPLEMENT or (verb.dep_ == "relcl" and is_base_infinitive(verb)):
        return complement_status(verb, head, lexicon, depth)
    if verb.dep_ == "advcl" and not any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.children):
        return participle_status(verb, head, lexicon, depth)
    return ASSERTED


def _is_purpose(verb: Token, governor: Token) -> bool:
    """True for the infinitive of "fills the tank to solve the crisis", but not of "used the veto to stop it"."""
    if verb.dep_ != "xcomp" or governor.lemma_ in CONTROL["control.subject"]:
        return False
    return any(is_purpose(verb, thing) for thing in children(governor, "dobj"))


def conjunct_status(verb: Token, lexicon: Lexicon, depth: int) -> Ruling:
    """A conjunct shares the status of the first verb; the alternative to a demand is what is threatened."""
    head = coordinated_with(verb)
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.children):
        if head.dep_ in COMPLEMENT and head.pos_ == "VERB":
            return complement_status(head, head.head, lexicon, depth + 1)
        return ASSERTED
    shared = verb_status(head, lexicon, depth + 1) if head.pos_ in ("VERB", "AUX") else ASSERTED
    if shared.status is Status.NEGATED and is_contrasted(verb, lexicon):
        return ASSERTED
    alternative = _alternative(verb, lexicon) if shared.status in (Status.DESIRED, Status.PLANNED) else None
    return Ruling(Status.HYPOTHETICAL, Ground.ALTERNATIVE, (alternative,)) if alternative is not None else shared


def _alternative(verb: Token, lexicon: Lexicon) -> Token | None:
    """The "or" of "or face sanctions" and "or otherwise leave"."""
    word = next((child for child in verb.head.children if child.dep_ == "cc" and child.lower_ == "or"), None)
    warned = verb.lemma_ in lexicon.words["verb.consequence"]
    return word if warned or any(child.lower_ in ("otherwise", "else") for child in verb.lefts) else None


def purpose_status(verb: Token, head: Token, lexicon: Lexicon, depth: int) -> Ruling:
    """An infinitive beside a clause: asked of the one appealed to, called important, else what is intended."""
    if (head.lemma_ == "go" and head.tag_ != "VBG") or is_felt(verb, head, lexicon):
        return ASSERTED  # "went on to say"
    if any(is_accomplished(noun, lexicon) for noun in children(head, "attr")):
        return ASSERTED  # "became the highest-ranking Kenyan to visit"
    if appealed_to(head) or is_advocated(verb, head, lexicon):
        return Ruling(Status.DESIRED, Ground.GOVERNOR, (head,))
    for quality in children(head, "acomp"):
        meaning = governor_meaning(quality, lexicon, finite=False)
        if meaning is not Status.OCCURRED:
            return Ruling(meaning, Ground.GOVERNOR, (quality,))
    outer = verb_status(head, lexicon, depth + 1) if head.pos_ in ("VERB", "AUX") else ASSERTED
    return intended(verb) if is_open(outer) else outer


def participle_status(verb: Token, head: Token, lexicon: Lexicon, depth: int) -> Ruling:
    """A participle beside a clause shares its status; what is denied is only the clause itself.

    A past participle in front of its clause is done: "Announced on Monday, the deal would end the war".
    """
    if verb.tag_ == "VBN" and verb.i < head.i:
        return ASSERTED
    outer = verb_status(head, lexicon, depth + 1) if head.pos_ == "VERB" else ASSERTED
    return ASSERTED if outer.status is Status.NEGATED else outer


def intended(verb: Token) -> Ruling:
    """What an infinitive alone says: planned."""
    mark = next(children(verb, "aux"), verb)
    return Ruling(Status.PLANNED, Ground.PURPOSE, (mark, verb))


def complement_status(verb: Token, governor: Token, lexicon: Lexicon, depth: int) -> Ruling:
    """The status of a complement: what its governor means, then what the governor's own status is."""
    if governor.pos_ == "ADP":
        excluded = excluding(governor, lexicon)
        if excluded is not None:
            return Ruling(Status.NEGATED, Ground.PREPOSITION, (excluded,))
        if is_reason(governor, lexicon) or is_means(governor, lexicon):
            return ASSERTED
        governor = governor.head
    if is_set_before(verb, governor, lexicon) or is_modifier(verb) or is_felt(verb, governor, lexicon):
        return ASSERTED
    if governor.lemma_ == "be" and is_base_infinitive(verb) and verb.dep_ == "xcomp":
        own = own_status(governor, lexicon)
        return intended(verb) if is_open(own) else own
    denied = denied_noun(governor, lexicon) if is_base_infinitive(verb) else None
    if denied is not None:
        return denied
    finite = is_finite(verb)
    meaning = governor_meaning(governor, lexicon, finite=finite)
    if meaning is Status.OCCURRED or (meaning is Status.PLANNED and finite and verb.tag_ == "VBD"):
        return factual_status(verb, governor, lexicon, depth, finite=finite)
    return meant_status(governor, meaning, lexicon, depth)


def meant_status(governor: Token, meaning: Status, lexicon: Lexicon, depth: int) -> Ruling:
    """What a governor means, unless its own status says otherwise: "did not agree to", "may decide to"."""
    ruling = Ruling(meaning, Ground.GOVERNOR, (governor,))
    if governor.pos_ != "VERB":
        return ruling
    outer = verb_status(governor, lexicon, depth + 1)
    if meaning is Status.PLANNED and outer.status in (Status.NEGATED, Status.HYPOTHETICAL, Status.DESIRED):
        return outer
    if meaning is Status.NEGATED and outer.status is Status.DESIRED:
        return Ruling(Status.DESIRED, outer.ground, (*outer.words, governor))  # "should avoid taking"
    if meaning is Status.NEGATED and outer.status is Status.NEGATED:
        return Ruling(Status.HYPOTHETICAL, outer.ground, (*outer.words, governor))  # "did not rule out sending"
    return owed_status(governor, ruling, outer) if governor.lemma_ == "have" else ruling


def owed_status(have: Token, ruling: Ruling, outer: Ruling) -> Ruling:
    """What "have to" says: wanted, open in "would have to", done in "had to", not done in "has yet to"."""
    yet = next((child for child in have.children if child.lower_ == "yet"), None)
    if yet is not None:
        return Ruling(Status.NEGATED, Ground.ADVERB, (yet,))
    if outer.status is Status.HYPOTHETICAL:
        return outer
    return outer if have.tag_ == "VBD" and is_open(outer) else ruling


def factual_status(verb: Token, governor: Token, lexicon: Lexicon, depth: int, *, finite: bool) -> Ruling:
    """The status under a governor that takes no stand: finite clauses stand alone, others share the governor's."""
    if finite and verb.dep_ in ("ccomp", "acl") and governor.lemma_ not in lexicon.words["governor.causing"]:
        return presumed_not(governor, lexicon) or ASSERTED
    if governor.pos_ in ("VERB", "AUX"):
        return impatience(governor, lexicon) or verb_status(governor, lexicon, depth + 1)
    if governor.pos_ in ("NOUN", "ADJ") and is_base_infinitive(verb) and not is_accomplished(governor, lexicon):
        return intended(verb)
    return ASSERTED
