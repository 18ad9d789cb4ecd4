"""Participles before a noun: "a French-brokered deal", "the US-led mission"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.role import is_named
from graphbuilder.grammar.stative import hyphenated_state
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Token


def hyphenated(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "US-led mission": the name before the hyphen does to the noun what the participle says."""
    for agent, verb in before_hyphen(noun, lexicon):
        state = hyphenated_state(noun, verb, agent, lexicon)
        if state is not None:
            yield state
            continue
        lemma = verb.lemma_.lower()
        yield Triple(agent, (verb,), noun, lemma, lexicon.verbs.get(lemma), "participle.hyphenated", noun)


def before_hyphen(noun: Token, lexicon: Lexicon) -> Iterator[tuple[Token, Token]]:
    """(name, participle) before a noun."""
    for verb in children(noun, "amod"):
        if verb.tag_ != "VBN":
            continue
        for agent in children(verb, "npadvmod", "compound", "amod"):
            hyphen = verb.nbor(-1)
            if is_named(agent, lexicon) and hyphen.text == "-" and agent.i == hyphen.i - 1:
                yield agent, verb


def leaders(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Whose act it is: A in "the A-led invasion of B", "A-imposed sanctions on B"."""
    leading = lexicon.words["verb.leading"]
    return (agent for agent, verb in before_hyphen(noun, lexicon) if verb.lemma_.lower() in leading)
