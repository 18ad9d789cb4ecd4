"""Headlines: a verb in the present tense that the parser takes for a part of the name ("Newsday interviews X")."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Token

LONGEST_DESCRIPTION = 8


def interviewed(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "Newsday interviews author Jane Doe": the outlet and the first person behind the verb."""
    if verb.i != verb.sent.start + 1 or verb.lower_ not in lexicon.words["headline.interview"]:
        return
    outlet, sense = verb.nbor(-1), lexicon.verbs.get("interview")
    parsed = any(child.dep_ in ("nsubj", "dobj") for child in verb.children)
    if verb.tag_ not in ("VBZ", "NNS") or outlet.pos_ != "PROPN" or parsed:
        return
    for person in persons_behind(verb):
        yield Triple(outlet, (verb,), person, "interview", sense, "headline", verb)


def persons_behind(verb: Token) -> list[Token]:
    """The person named first behind the verb and those coordinated with that name; nobody beyond a preposition."""
    doc, end = verb.doc, min(verb.sent.end, verb.i + LONGEST_DESCRIPTION)
    for token in doc[verb.i + 1 : end]:
        if token.pos_ in ("ADP", "PUNCT"):
            return []
        if token.ent_type_ == "PERSON" and (token.i + 1 >= len(doc) or doc[token.i + 1].ent_iob_ != "I"):
            return [token, *(other for other in token.conjuncts if other.ent_type_ == "PERSON")]
    return []
