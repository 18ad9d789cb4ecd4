"""Who did what to whom: constructions over a dependency parse.

Only this package knows dependency labels of arguments. A construction is one function; the tuples below are the
whole registry. Nothing here knows whether it happened, who says so, or who "he" is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

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
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Span, Token

OfClause = tuple[Callable[[Clause, Lexicon], Iterator[Triple]], ...]
OfWord = tuple[Callable[[Token, Lexicon], Iterator[Triple]], ...]

OF_CLAUSE: OfClause = (
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
    ownership.solicited,
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
OF_VERB: OfWord = (role.copula, headline.interviewed)
OF_EVENT_NOUN: OfWord = (
    nominal.between,
    nominal.two_place,
    nominal.chained,
    nominal.of_owned,
    nominal.joint,
    nominal.paired,
    nominal.of_pair,
)
OF_NAME: OfWord = (role.title, role.prenominal)
OF_NOUN: OfWord = (
    role.apposition,
    role.body,
    role.possessed,
    participle.hyphenated,
    headline.interviewed,
)
OF_TITLE: OfWord = (role.postposed, role.description)


def find_triples(sent: Span, lexicon: Lexicon) -> Iterator[Triple]:
    """All triples of a sentence, in the order of the words that carry them."""
    for token in sent:
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token, lexicon)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _of_noun(token, lexicon)


def _of_noun(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    if not noun.children and noun.dep_ != "appos":
        return  # no construction of a noun is of the noun alone
    groups = (
        OF_EVENT_NOUN if event_noun(noun, lexicon) is not None else (),
        OF_NAME if noun.pos_ == "PROPN" else (),
        OF_NOUN,
        OF_TITLE if noun.lower_ in lexicon.title_ends else (),
    )
    for construction in chain.from_iterable(groups):
        yield from construction(noun, lexicon)


def _of_verb(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    for construction in OF_VERB:
        yield from construction(verb, lexicon)
    if verb.dep_ not in ("aux", "auxpass"):
        clause = read_clause(verb)
        for of_clause in OF_CLAUSE if clause.subjects or clause.objects else ():
            yield from of_clause(clause, lexicon)
