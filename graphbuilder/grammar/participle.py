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
    for verb in children(noun, "amod"):
        if verb.tag_ != "VBN":
            continue
        for agent in children(verb, "npadvmod", "compound", "amod"):
            hyphen = verb.nbor(-1)
            if is_named(agent, lexicon) and hyphen.text == "-" and agent.i == hyphen.i - 1:
                state = hyphenated_state(noun, verb, agent, lexicon)
                if state is not None:
                    yield state
                    continue
                lemma = verb.lemma_.lower()
                sense = lexicon.verbs.get(lemma)
                yield Triple(agent, (verb,), noun, lemma, sense, "participle.hyphenated", noun)
