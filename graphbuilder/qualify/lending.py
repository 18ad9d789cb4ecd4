"""Words whose time is that of another word: the talks of "hold talks", the "meet" of "is set to meet"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.forms import is_infinitive
from graphbuilder.grammar.subjects import DOCUMENTS
from graphbuilder.qualify.timewords import load_time_words
from graphbuilder.syntax import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def dating_subject(verb: Token) -> Token | None:
    """The "ruling" of "the 2018 ruling found", whose day is that of the verb."""
    if verb.tag_ != "VBD":
        return None
    dating = load_time_words().words["dating"]
    return next((child for child in verb.lefts if child.dep_ == "nsubj" and child.lemma_.lower() in dating), None)


def lenders(cue: Token) -> Iterator[Token]:
    """The words whose time is the time of this one."""
    head, words = cue.head, load_time_words().words
    if head == cue:
        yield from _opening(cue)
    elif _belongs(cue, head):
        yield head
    elif cue.dep_ == "acl" and cue.tag_ == "VBG" and head.dep_ == "dobj" and head.lemma_.lower() in DOCUMENTS:
        yield head.head
    elif cue.dep_ == "relcl" and cue.lemma_.lower() in words["happening"] and is_part_of_happening(head):
        yield head.head  # "attended the summit that Peru hosted"
    elif cue.dep_ == "pobj" and head.lower_ == "for" and head.head.pos_ == "VERB" and _is_gathering(head.head):
        yield head.head  # "flew to Kampala on Monday for talks"
    elif is_part_of_happening(cue):
        yield head
        yield from _awaited(head)
    elif is_verb(cue):
        yield from _opening(cue)
    else:
        yield from (below for child in cue.rights if child.lower_ == "due" for below in child.rights)


def _belongs(verb: Token, above: Token) -> bool:
    """True for the "meet" of "is set to meet" and "travelled to meet", and for a result."""
    if verb.dep_ == "xcomp" and above.lemma_.lower() in load_time_words().words["carriers"]:
        return True
    return _is_result(verb) or (verb.dep_ in ("advcl", "acl", "relcl") and is_infinitive(verb) and _is_gathering(above))


def _is_gathering(above: Token) -> bool:
    """True for the verbs of "travelled on Monday to meet" and "held a meeting on Monday to discuss"."""
    gathering = load_time_words().words["gathering"]
    objects = (child for child in above.rights if child.dep_ == "dobj")
    return any(word.lemma_.lower() in gathering for word in (above, *objects))


def _opening(verb: Token) -> Iterator[Token]:
    """The participle in front of a clause, which goes on at its time: "Speaking on Friday, X thanked Y"."""
    participles = (child for child in verb.lefts if child.dep_ == "advcl" and child.tag_ == "VBG")
    yield from (one for one in participles if not any(word.dep_ in ("mark", "aux") for word in one.lefts))


def _awaited(verb: Token) -> Iterator[Token]:
    """The "meet" of "is to meet" and "is due to meet"."""
    for child in verb.rights:
        if child.dep_ == "xcomp":
            yield child
        elif child.dep_ == "acomp":
            yield from (below for below in child.rights if below.dep_ == "xcomp")


def _is_result(verb: Token) -> bool:
    """True for the participle of "walked out on Monday, forcing the airline to stop"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < verb.head.i:
        return False
    return not any(child.dep_ in ("mark", "aux", *SUBJECTS) for child in verb.children)


def is_verb(token: Token) -> bool:
    """True for verbs and auxiliaries."""
    return token.pos_ in ("VERB", "AUX")


def is_part_of_happening(noun: Token) -> bool:
    """True for the noun of "the talks took place" and "hold talks", whose time is the verb's."""
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj") or is_verb(noun):
        return False
    words, lemma = load_time_words().words, noun.head.lemma_.lower()
    return lemma in words["happening"] or (noun.dep_ == "nsubj" and lemma in words["occurring"])
