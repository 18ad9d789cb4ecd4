"""What a sentence tells of an act whose parties only the sentences before name: "The call is scheduled for Tuesday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphbuilder.coref import Discourse
from graphbuilder.grammar.resumption import resumptive_nouns
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import NounSense
from graphbuilder.syntax import Span, Token

REACH = 3
RESUMED = "nominal.resumed"


@dataclass(frozen=True, slots=True)
class Group:
    """A sentence and what is found in it."""

    sent: Span
    triples: list[Triple]


@dataclass(frozen=True, slots=True)
class Joint:
    """What two actors do together: the number of the sentence that tells it, and their ids."""

    sentence: int
    triple: Triple
    couple: frozenset[str]


def resume(groups: Iterable[Group], discourse: Discourse) -> Iterator[tuple[Group, Triple]]:
    """(sentence, triple) of every noun that takes up what only one couple did in the last sentences."""
    joint: list[Joint] = []
    for index, group in enumerate(groups):
        own = {token for triple in group.triples for token in triple.cue}
        joint += _joint_acts(index, group.triples, discourse)
        for noun, sense in resumptive_nouns(group.sent, discourse.lexicon):
            couples = _couples(noun, sense, (one for one in joint if index - one.sentence <= REACH))
            if noun not in own and len(couples) == 1:
                yield group, _taken_up(noun, sense, next(iter(couples.values())))


def _taken_up(noun: Token, sense: NounSense, told: Triple) -> Triple:
    relation = sense.verb or noun.lemma_.lower()
    return Triple(told.subject, (noun,), told.object, relation, told.sense, RESUMED, noun, True)


def _couples(noun: Token, sense: NounSense, before: Iterable[Joint]) -> dict[frozenset[str], Triple]:
    """Who did last what the noun says, each couple with what told of it last."""
    fitting = (one for one in before if one.triple.sense == sense.event_type and one.triple.anchor.i < noun.i)
    return {one.couple: one.triple for one in fitting}


def _joint_acts(index: int, triples: Iterable[Triple], discourse: Discourse) -> Iterator[Joint]:
    """What exactly two actors do together in a sentence."""
    for triple in triples:
        if triple.symmetric and not triple.denied:
            ends = (triple.subject, triple.object)
            referents = {link.referent for token in ends for link in discourse.resolve(token)}
            if len(referents) == 2 and all(one.kind.is_actor and one.is_named for one in referents):
                yield Joint(index, triple, frozenset(one.id for one in referents))
