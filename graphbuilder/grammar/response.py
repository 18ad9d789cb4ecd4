"""Responses: an act that answers another one tells of that one too ("A rejected the request of B").

What is answered, thanked for or threatened with is presupposed: it has its own agent, and the answering party is the
one that it was directed at.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.grammar.clause import Clause
from graphbuilder.grammar.forms import is_passive
from graphbuilder.grammar.ownership import owners_in_phrase
from graphbuilder.grammar.role import is_named, title_words
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.subjects import own_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

ADDRESSED = frozenset(
    (EventType.REQUEST, EventType.AGREE, EventType.ACCUSE, EventType.THREATEN, EventType.SUPPORT, EventType.CONCEDE)
)
HELPING = frozenset((EventType.AID, EventType.SUPPORT, EventType.COOPERATE))
CONDITIONAL = frozenset(("if", "unless"))
LINKING = frozenset(("to", "with"))


def answered(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A agreed to B's request", "A rejected B's accusations": B has turned to A."""
    words = lexicon.words["verb.answering"]
    if clause.passive and not clause.subjects:
        return
    nouns = list(clause.objects) if clause.lemma in words else []
    nouns += [noun for name, _, noun in clause.obliques if name in LINKING and f"{clause.lemma} {name}" in words]
    given = lexicon.words["control.permissions"] if clause.lemma in lexicon.words["control.giving"] else ()
    for noun in nouns:
        key = None if noun.lemma_ in given else event_noun(noun, lexicon)
        if key is None or lexicon.nouns[key].event_type not in ADDRESSED or _has_patient(noun, key, clause, lexicon):
            continue
        for asker in _askers(noun, lexicon):
            for addressee in clause.subjects:
                yield _act(asker, noun, key, addressee, "response.answered", lexicon)


def credited(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A thanked B for its help": B has helped A."""
    if clause.lemma not in lexicon.words["verb.thanking"]:
        return
    for name, _, noun in _all_obliques(clause):
        key = event_noun(noun, lexicon) if name == "for" else None
        if key is None or lexicon.nouns[key].event_type not in HELPING or _has_patient(noun, key, clause, lexicon):
            continue
        others = [one for one in children(noun, "poss") if one.pos_ != "PRON"]  # "thanked the king for Oman's help"
        for helper in others or clause.objects:
            for helped in clause.subjects:
                yield _act(helper, noun, key, _represented(helped, lexicon), "response.credited", lexicon)


def _represented(holder: Token, lexicon: Lexicon) -> Token:
    """The country that "the Omani president" thanks somebody for; any other noun itself."""
    nations = (child for child in children(holder, "amod", "poss", "compound") if child.lower_ in lexicon.demonyms)
    return next(nations, holder) if holder.pos_ == "NOUN" and title_words(holder, lexicon) else holder


def deterred(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A threatened sanctions if B attacked C": the threat is to B."""
    if lexicon.verbs.get(clause.lemma) is not EventType.THREATEN or clause.passive:
        return
    for target in _defiant(clause.verb, lexicon):
        for agent in clause.subjects:
            yield Triple(agent, clause.cue, target, clause.lemma, EventType.THREATEN, "response.deterred", clause.verb)


def _defiant(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Who could fulfil the if-clauses of a verb, of its object and of the clause that completes it."""
    clauses = [
        inner for holder in (verb, *children(verb, "xcomp", "ccomp", "dobj")) for inner in children(holder, "advcl")
    ]
    for inner in clauses:
        if any(child.lower_ in CONDITIONAL for child in children(inner, "mark")):
            yield from _hinted_at(clauses, lexicon) if is_passive(inner) else own_subjects(inner)


def _hinted_at(adjuncts: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Whose acts are meant: "if a line was crossed, referring to the exercises of B"."""
    for participle in adjuncts:
        for name, _, thing in obliques(participle):
            if f"{participle.lemma_} {name}" in lexicon.words["verb.referring"]:
                yield from owners_in_phrase(thing, lexicon)


def _all_obliques(clause: Clause) -> Iterator[tuple[str, Token, Token]]:
    yield from clause.obliques
    for noun in clause.objects:
        yield from obliques(noun)


def _askers(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Whose request it is: the possessor, a name before it, or the source after "from" or "by"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("amod", "compound", "nmod") and is_named(child, lexicon)):
            yield from coordinated(child) if child.dep_ == "poss" else (child,)
            return
    for name, _, party in obliques(noun):
        if name in ("from", "by"):
            yield from coordinated(party)
            return


def _has_patient(noun: Token, key: str, clause: Clause, lexicon: Lexicon) -> bool:
    """True where the sentence says itself whom the noun is directed at."""
    beside = (found for found in clause.obliques if found[2] != noun)
    return any(name in lexicon.nouns[key].patient for name, _, _ in (*obliques(noun), *beside))


def _act(agent: Token, noun: Token, key: str, patient: Token, rule: str, lexicon: Lexicon) -> Triple:
    sense = lexicon.nouns[key]
    return Triple(agent, (noun,), patient, sense.verb or key, sense.event_type, rule, noun)
