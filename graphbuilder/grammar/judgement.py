"""Judgements: "A called B a mistake": blame is ACCUSE, praise SUPPORT, the rest STATEMENT."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import children, complement
from graphbuilder.grammar.clause import Clause
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

OWN_SENSE = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.SANCTION))


def predicate(clause: Clause, lexicon: Lexicon) -> Token | None:
    """What somebody is called: an object predicate, or the complement of "as"; None where it is no naming verb."""
    if clause.lemma not in lexicon.words["verb.naming"]:
        return None
    for child in children(clause.verb, "oprd", "attr"):
        return child
    for holder in (clause.verb, *clause.objects):
        for child in children(holder, "prep"):
            if child.lower_ == "as":
                return complement(child) or next(iter(child.children), None)
    return None


def judgement(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """Subject, naming verb, the one who is judged."""
    name = predicate(clause, lexicon)
    if name is None:
        return
    sense = judged(clause, name, lexicon)
    words = " ".join(token.lower_ for token in (*children(name, "amod", "compound"), name))
    for patient in clause.objects:
        for agent in clause.subjects:
            relation = f"{clause.lemma} {words}"
            yield Triple(agent, (*clause.cue, name), patient, relation, sense, "clause.judgement", clause.verb)


def judged(clause: Clause, name: Token, lexicon: Lexicon) -> EventType:
    """The type of a judgement by the words of the predicate, or by a verb that already judges ("denounce")."""
    own = lexicon.verbs.get(clause.lemma)
    lemmas = {form for token in name.subtree for form in (token.lemma_.lower(), token.lower_)}
    if lemmas & lexicon.words["word.negative"]:
        return EventType.ACCUSE
    if lemmas & lexicon.words["word.positive"]:
        return EventType.SUPPORT
    return own if own in OWN_SENSE else EventType.STATEMENT
