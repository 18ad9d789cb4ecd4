"""Who did what to whom: constructions over a dependency parse.

Only this package knows dependency labels of arguments. A construction is one function; the three tuples below are the
whole registry. Nothing here knows whether it happened, who says so, or who "he" is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphbuilder.grammar import clause as clauses
from graphbuilder.grammar import (
    control,
    directive,
    ellipsis,
    headline,
    judgement,
    light,
    nominal,
    ownership,
    participle,
    phrasal,
    reciprocal,
    response,
    role,
    stative,
)
from graphbuilder.grammar.clause import Clause, read_clause
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Span, Token

OF_CLAUSE: tuple[Callable[[Clause, Lexicon], Iterator[Triple]], ...] = (
    light.light_verb,
    light.mutual_passive,
    light.undergone,
    clauses.stationed,
    clauses.adjectival,
    reciprocal.clausal,
    reciprocal.conjoined,
    reciprocal.stative,
    reciprocal.contrasted,
    clauses.indirect,
    clauses.collocation,
    clauses.idiom,
    phrasal.misattached,
    phrasal.phrasal,
    directive.addressed,
    directive.demanded,
    directive.obliged,
    directive.called_for,
    ownership.owned_object,
    control.control,
    control.readiness,
    judgement.judgement,
    response.answered,
    response.credited,
    response.deterred,
    stative.resulting,
    stative.schooled,
    ellipsis.echoed,
)
OF_VERB: tuple[Callable[[Token, Lexicon], Iterator[Triple]], ...] = (role.copula, headline.interviewed)
OF_NOUN: tuple[Callable[[Token, Lexicon], Iterator[Triple]], ...] = (
    nominal.between,
    nominal.two_place,
    nominal.chained,
    nominal.of_owned,
    nominal.joint,
    nominal.paired,
    nominal.of_pair,
    role.title,
    role.apposition,
    role.prenominal,
    role.postposed,
    role.description,
    role.body,
    role.possessed,
    participle.hyphenated,
    headline.interviewed,
)


def find_triples(sent: Span, lexicon: Lexicon) -> Iterator[Triple]:
    """All triples of a sentence, in the order of the words that carry them."""
    for token in sent:
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token, lexicon)
        elif token.pos_ in ("NOUN", "PROPN"):
            for construction in OF_NOUN:
                yield from construction(token, lexicon)


def _of_verb(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    for construction in OF_VERB:
        yield from construction(verb, lexicon)
    if verb.dep_ not in ("aux", "auxpass"):
        clause = read_clause(verb)
        for of_clause in OF_CLAUSE:
            yield from of_clause(clause, lexicon)
