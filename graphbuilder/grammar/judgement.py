"""Judgements: "A called B a mistake": blame is ACCUSE, praise SUPPORT, the rest STATEMENT."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphbuilder.grammar.arguments import NOMINAL, children, complement
from graphbuilder.grammar.clause import Clause, is_appointment, is_verdict, postposed_adjective
from graphbuilder.grammar.subjects import own_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

OWN_SENSE = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.SANCTION))


def predicate(clause: Clause, lexicon: Lexicon) -> tuple[list[Token], Token] | None:
    """(who is judged, what he is called): object predicate, small clause, complement of "as"; None for other verbs."""
    if clause.lemma in lexicon.words["verb.finding"]:
        return _of_adjective(clause, lexicon)
    if clause.lemma not in lexicon.words["verb.naming"] or is_appointment(clause, lexicon):
        return None
    found = small_clause(clause.verb) or doubled_predicate(clause) or _object_predicate(clause) or _after_as(clause)
    quoted = postposed_adjective(clause) if found is None else None
    return found if quoted is None else ([quoted[0]], quoted[1])


def _of_adjective(clause: Clause, lexicon: Lexicon) -> tuple[list[Token], Token] | None:
    """As in "found B guilty", "held B responsible": these verbs judge with an adjective only."""
    found = small_clause(clause.verb) or _object_predicate(clause)
    return found if found is not None and is_verdict(found[1], lexicon) else None


def small_clause(verb: Token) -> tuple[list[Token], Token] | None:
    """As in "found B guilty", where the parser takes B for the subject of the predicate."""
    for child in children(verb, "ccomp"):
        if child.pos_ in ("ADJ", "NOUN") and not any(True for _ in children(child, "mark", "aux", "cop")):
            subjects = own_subjects(child)
            return (subjects, child) if subjects else None
    return None


def doubled_predicate(clause: Clause) -> tuple[list[Token], Token] | None:
    """As in "called the envoy a fool", where the parser takes the envoy for the predicate and the fool beside him."""
    predicates = list(children(clause.verb, "oprd"))
    if clause.objects or not predicates:
        return None
    named = predicates[0]
    names = predicates[1:] or [child for child in children(named, "appos") if child.i > named.i]
    return ([named], names[0]) if names else None


def _object_predicate(clause: Clause) -> tuple[list[Token], Token] | None:
    """As in "called B a mistake"; what is judged may hang on the predicate ("called the plan illegal")."""
    found = next(children(clause.verb, "oprd", "attr"), None)
    if found is None:
        return None
    below = (child for child in children(found, "nsubj", "npadvmod") if found.pos_ == "ADJ" and child.i < found.i)
    return list(clause.objects) or [noun for noun in below if noun.pos_ in NOMINAL], found


def _after_as(clause: Clause) -> tuple[list[Token], Token] | None:
    for holder in (clause.verb, *clause.objects):
        for child in children(holder, "prep"):
            name = complement(child) or next((word for word in child.children if not word.is_punct), None)
            if child.lower_ == "as" and name is not None:
                return list(clause.objects) or [noun for to, _, noun in clause.obliques if to == "to"], name
    return None


def judgement(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """Subject, naming verb, the one who is judged."""
    found = predicate(clause, lexicon)
    if found is None:
        return
    patients, name = found
    sense = judged(clause, name, lexicon)
    words = " ".join(token.lower_ for token in (*children(name, "amod", "compound"), name))
    for patient in patients:
        for agent in clause.subjects:
            relation = f"{clause.lemma} {words}"
            yield Triple(agent, (*clause.cue, name), patient, relation, sense, "clause.judgement", clause.verb)


def judged(clause: Clause, name: Token, lexicon: Lexicon) -> EventType:
    """The type of a judgement by the words of the predicate, or by a verb that already judges ("denounce")."""
    own = lexicon.verbs.get(clause.lemma)
    near, all_words = _forms((name, *children(name, "amod", "compound"))), _forms(name.subtree)
    if near & lexicon.words["word.negative"] or name.lower_ in lexicon.words["word.culpable"]:
        return EventType.ACCUSE
    if near & lexicon.words["word.positive"] and not all_words & lexicon.words["word.negative"]:
        return EventType.SUPPORT
    if all_words & lexicon.words["word.negative"]:
        return EventType.ACCUSE
    return own if own in OWN_SENSE else EventType.STATEMENT


def _forms(tokens: Iterable[Token]) -> set[str]:
    return {form for token in tokens for form in (token.lemma_.lower(), token.lower_)}
