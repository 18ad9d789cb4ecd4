"""Light verbs: "hold talks with", "launch an investigation into"; the noun carries the meaning."""

from __future__ import annotations

from collections.abc import Container, Iterator

from graphbuilder.grammar.arguments import children, coordinated, nominal_obliques, obliques
from graphbuilder.grammar.clause import Clause, is_judgement
from graphbuilder.grammar.reciprocal import BETWEEN, pairs_of
from graphbuilder.grammar.sense import ORIGIN, event_noun, measured, supports
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon, NounSense
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

TAKEN = frozenset((EventType.OTHER, EventType.RELATION))
SIGNING = frozenset(("sign", "ink", "initial"))


def light_verb(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """A light or change-of-state verb with an event noun and the second party after a preposition of either."""
    if is_judgement(clause, lexicon):
        return  # "called the summit a farce"
    for measure in clause.objects:
        noun = measured(measure, lexicon)
        key = event_noun(noun, lexicon)
        if key is None or (noun != measure and _is_counted(clause)):
            continue
        sense = lexicon.nouns[key]
        event_type = combined(clause, key, sense, lexicon)
        if event_type is None:
            continue
        yield from _with_parties(clause, noun, key, sense, event_type, lexicon)


def _is_counted(clause: Clause) -> bool:
    """True for "brought the total of cases to 300", which tells a number and no case."""
    return any(
        name == "to" and (noun.pos_ == "NUM" or any(children(noun, "nummod"))) for name, _, noun in clause.obliques
    )


def undergone(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A faces sanctions from B", "A received aid from B": the subject is the patient of the noun."""
    if clause.passive or clause.lemma not in lexicon.words["verb.passive_subject"]:
        return
    for noun in clause.objects:
        key = event_noun(noun, lexicon)
        if key is None or is_mutual(noun, key, lexicon) or lexicon.nouns[key].event_type in TAKEN:
            continue
        sense = lexicon.nouns[key]
        for name, _, party in (*obliques(noun), *clause.obliques):
            for agent in coordinated(party) if name in ORIGIN else ():
                for patient in clause.subjects:
                    cue = (*clause.cue, noun)
                    relation = sense.verb or key
                    yield Triple(agent, cue, patient, relation, sense.event_type, "light.undergone", clause.verb)


def combined(clause: Clause, key: str, sense: NounSense, lexicon: Lexicon) -> EventType | None:
    """What verb and noun mean together; None where the verb is an act of its own."""
    table = lexicon.combinations
    special = table.get((clause.lemma, key)) or table.get((clause.lemma, sense.event_type))
    if special is not None:
        return special
    return sense.event_type if supports(clause.lemma, lexicon) else None


def _with_parties(
    clause: Clause, noun: Token, key: str, sense: NounSense, event_type: EventType, lexicon: Lexicon
) -> Iterator[Triple]:
    """The second parties; else the subjects among themselves; the event itself where it stands alone."""
    mutual = is_mutual(noun, key, lexicon)
    patients = list(second_parties(clause, noun, sense)) or list(imposed_on(noun, sense, lexicon))
    for name, patient in patients:
        longest, cue = f"{clause.lemma} {key} {name}", (*clause.cue, noun)
        meant = lexicon.verbs.get(longest, event_type)
        relation = phrase(clause, key, sense, name, event_type) if meant is event_type else longest
        for agent in clause.subjects:
            yield Triple(agent, cue, patient, relation, meant, "light", clause.verb, mutual and name == "with")
    couples = list(pairs_of(clause.subjects)) if mutual and not patients else []
    relation = phrase(clause, key, sense, None, event_type)
    for one, other in couples:
        yield Triple(one, (*clause.cue, noun), other, relation, event_type, "light.reciprocal", clause.verb, True)
    if stands_alone(clause, noun, lexicon, paired=bool(patients) or (len(clause.subjects) > 1 and bool(couples))):
        rule = "light.joint" if couples else "light.theme"
        for agent in clause.subjects:
            yield Triple(agent, clause.cue, noun, clause.lemma, event_type, rule, clause.verb)


def stands_alone(clause: Clause, noun: Token, lexicon: Lexicon, *, paired: bool) -> bool:
    """True where the event itself is the object: it is signed, lifted or cancelled, or has no other party."""
    if clause.lemma in SIGNING or not supports(clause.lemma, lexicon):
        return True
    return not paired and not any(name == "between" for name, _, _ in (*clause.obliques, *obliques(noun)))


def is_mutual(noun: Token, key: str, lexicon: Lexicon) -> bool:
    """True for what several do together: talks, agreements, and whatever is called joint."""
    words = lexicon.words
    named = key in words["reciprocal.nouns"] or noun.lemma_.lower() in words["reciprocal.nouns"]
    return named or any(child.lower_ in words["reciprocal.joint"] for child in noun.children)


def second_parties(clause: Clause, noun: Token, sense: NounSense) -> Iterator[tuple[str, Token]]:
    """(preposition, party) after the noun or the verb, where the vocabulary says that the noun takes it."""
    for name, _, party in (*nominal_obliques(noun), *clause.obliques):
        if name in sense.patient:
            for one in coordinated(party):
                yield name, one


def imposed_on(noun: Token, sense: NounSense, lexicon: Lexicon) -> Iterator[tuple[str, Token]]:
    """As in "lifted the restrictions imposed on B": the party after a participle that only carries the noun."""
    for participle in children(noun, "acl"):
        carried = participle.tag_ == "VBN" and supports(participle.lemma_.lower(), lexicon)
        if carried and sense.event_type is not EventType.STATEMENT:
            for name, _, party in obliques(participle):
                if name in sense.patient:
                    for one in coordinated(party):
                        yield name, one


def phrase(clause: Clause, key: str, sense: NounSense, preposition: str | None, event_type: EventType) -> str:
    """The relation in words: the verb that the noun stands for, or verb + noun + preposition."""
    if sense.verb and event_type == sense.event_type:
        return sense.verb
    words = [clause.lemma, key, preposition or ""]
    return " ".join(word for word in words if word)


def mutual_passive(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "Talks were held between A and B": the parties after a preposition of the passive verb."""
    if not clause.passive:
        return
    for noun in clause.objects:
        key = event_noun(noun, lexicon)
        act = _mutual_act(clause, key, lexicon) if key is not None else None
        if act is None:
            continue
        for preposition, one, other in _pairs_behind(clause, ("between",)):
            cue = (*clause.cue, noun, preposition)
            yield Triple(one, cue, other, *act, "light.between", clause.verb, True)


def unaccusative(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "Talks began between A and B", "Fighting broke out between A and B": what happens, happens between them."""
    placed = [noun.lower_ for noun in clause.objects] == ["place"]
    verb = f"{clause.lemma} place" if placed else clause.lemma
    if clause.passive or (clause.objects and not placed) or verb not in lexicon.words["verb.occurring"]:
        return
    for noun in clause.subjects:
        key = event_noun(noun, lexicon)
        if key is None:
            continue
        sense = lexicon.nouns[key]
        for preposition, one, other in _pairs_behind(clause, BETWEEN):
            cue, relation = (noun, *clause.cue, preposition), sense.verb or key
            yield Triple(one, cue, other, relation, sense.event_type, "light.unaccusative", clause.verb, True)


def _pairs_behind(clause: Clause, prepositions: Container[str]) -> Iterator[tuple[Token, Token, Token]]:
    """(preposition, one, other): every pair of the parties behind one of these prepositions of the verb."""
    for name, preposition, party in clause.obliques:
        if name in prepositions:
            yield from ((preposition, one, other) for one, other in pairs_of(tuple(coordinated(party))))


def _mutual_act(clause: Clause, key: str, lexicon: Lexicon) -> tuple[str, EventType] | None:
    """What two do with each other when the event is held, or when it is cut or restored."""
    if supports(clause.lemma, lexicon):
        return lexicon.nouns[key].verb or key, lexicon.nouns[key].event_type
    wholes = (f"{clause.lemma} {noun} with" for noun in (key, key.rpartition(" ")[2]))
    return next(((whole, lexicon.verbs[whole]) for whole in wholes if whole in lexicon.verbs), None)
