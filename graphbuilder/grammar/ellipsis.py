"""Left-out verbs: "A rejected the plan, as did B": B did so too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphbuilder.grammar.arguments import children, coordinated
from graphbuilder.grammar.clause import Clause
from graphbuilder.grammar.light import light_verb
from graphbuilder.grammar.ownership import owned_object
from graphbuilder.grammar.reciprocal import clausal
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Token


def echoed(clause: Clause, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "A rejected the plan, as did B": the act of the main clause with another subject."""
    echo = next(echoes(clause.verb), None)
    if echo is None or clause.passive or not clause.subjects:
        return
    first = clause.subjects[0]
    for construction in (light_verb, clausal, owned_object):
        for triple in construction(clause, lexicon):
            if triple.subject == first:
                for subject in coordinated(echo):
                    yield replace(triple, subject=subject)


def echoes(verb: Token) -> Iterator[Token]:
    """The subjects behind the "did" of "as did B", on which the parser may hang what follows."""
    for clause in children(verb, "advcl"):
        for auxiliary in (clause, *children(clause, "aux")):
            if auxiliary.lemma_ == "do" and auxiliary.i > verb.i and auxiliary.nbor(-1).lower_ == "as":
                yield from (subject for subject in children(auxiliary, "nsubj") if subject.i > auxiliary.i)
