"""Who did what to whom: constructions over a dependency parse.

Only this package knows dependency labels of arguments. A construction is one function; the tuples below are the
whole registry. Nothing here knows whether it happened, who says so, or who "he" is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from graphbuilder.grammar import (
    affiliation,
    appointment,
    circumstance,
    control,
    directive,
    ellipsis,
    headline,
    judgement,
    light,
    nominal,
    oblique,
    ownership,
    participle,
    phrasal,
    reciprocal,
    relatives,
    response,
    role,
    stative,
    titles,
)
from graphbuilder.grammar import clause as clauses
from graphbuilder.grammar.clause import Clause, read_clause
from graphbuilder.grammar.needs import (
    ACTIVE,
    APPOSED,
    EVENT,
    MODIFIERS,
    NAME,
    OBJECTS,
    OBLIQUES,
    PASSIVE,
    PREPOSITION,
    SUBJECTS,
    SUPPORTING,
    TITLE,
    Features,
    Needs,
    clause_features,
    is_met,
    noun_features,
    one_of,
    verb_features,
)
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Span, Token

OfClause = Callable[[Clause, Lexicon], Iterator[Triple]]
OfWord = Callable[[Token, Lexicon], Iterator[Triple]]

OF_CLAUSE: dict[OfClause, Needs] = {
    light.light_verb: (SUBJECTS, OBJECTS, SUPPORTING | one_of("combined")),
    light.mutual_passive: (PASSIVE, OBJECTS, OBLIQUES),
    light.unaccusative: (ACTIVE, SUBJECTS, OBLIQUES, one_of("verb.occurring")),
    light.undergone: (ACTIVE, OBJECTS, SUBJECTS, one_of("verb.passive_subject")),
    oblique.blamed: (ACTIVE, SUBJECTS, OBJECTS, one_of("verb.blaming")),
    oblique.stationed: (PASSIVE, OBJECTS, OBLIQUES),
    oblique.adjectival: (SUBJECTS, one_of("be", "remain", "become"), one_of("acomp")),
    reciprocal.clausal: (SUBJECTS, OBJECTS | OBLIQUES),
    reciprocal.conjoined: (ACTIVE, SUBJECTS, one_of("reciprocal.verbs")),
    reciprocal.stative: (SUBJECTS, one_of("be", "remain"), one_of("prep")),
    reciprocal.convened: (SUBJECTS, OBJECTS, one_of("verb.convening")),
    reciprocal.contrasted: (SUBJECTS, OBJECTS | OBLIQUES),
    clauses.indirect: (SUBJECTS, one_of("dative")),
    oblique.collocation: (ACTIVE, SUBJECTS, OBJECTS, one_of("composed")),
    oblique.idiom: (SUBJECTS, OBLIQUES, one_of("composed")),
    oblique.accompanied: (SUBJECTS, OBJECTS | OBLIQUES),
    phrasal.misattached: (ACTIVE, SUBJECTS, OBJECTS),
    phrasal.phrasal: (ACTIVE, SUBJECTS, OBJECTS),
    phrasal.permitted: (ACTIVE, SUBJECTS, OBJECTS, one_of("control.giving")),
    directive.addressed: (ACTIVE, SUBJECTS, one_of("ccomp")),
    directive.demanded: (SUBJECTS, one_of("ccomp")),
    directive.obliged: (SUBJECTS, one_of("ccomp")),
    directive.called_for: (ACTIVE, SUBJECTS, one_of("+for"), one_of("advcl", "ccomp")),
    ownership.struck: (SUBJECTS, OBJECTS, frozenset(ownership.TELLING_OWNER) | one_of("composed")),
    ownership.owned_object: (SUBJECTS, OBJECTS, ownership.TOWARDS_OWNER | ownership.TOWARDS_AUTHOR),
    ownership.yielded: (ACTIVE, SUBJECTS, OBLIQUES, one_of("verb.answering")),
    ownership.solicited: (ACTIVE, SUBJECTS, OBLIQUES, one_of("verb.soliciting")),
    control.control: (ACTIVE, SUBJECTS, one_of("xcomp", "prep"), control.OUTER),
    control.readiness: (one_of("be", "remain", "stand"), one_of("acomp")),
    judgement.judgement: (SUBJECTS, one_of("verb.finding", "verb.naming")),
    circumstance.conversed: (ACTIVE, SUBJECTS, OBLIQUES, one_of("verb.saying")),
    response.answered: (SUBJECTS, OBJECTS | OBLIQUES, one_of("verb.answering")),
    response.credited: (SUBJECTS, OBJECTS, one_of("verb.thanking")),
    response.deterred: (ACTIVE, SUBJECTS, one_of(EventType.THREATEN)),
    nominal.harmed: (PASSIVE, OBJECTS, OBLIQUES, one_of(EventType.ASSAULT)),
    stative.resulting: (PASSIVE, OBJECTS, OBLIQUES),
    stative.schooled: (ACTIVE, SUBJECTS, OBJECTS, one_of("verb.schooling")),
    stative.served: (ACTIVE, SUBJECTS, OBJECTS),
    ellipsis.echoed: (ACTIVE, SUBJECTS, one_of("advcl")),
}
OF_VERB: dict[OfWord, Needs] = {
    role.copula: (one_of("be", "become", "remain", "+as"), PREPOSITION | one_of("attr")),
    appointment.appointed: (one_of("verb.appointing"), one_of("oprd", "prep")),
    appointment.succeeded: (one_of("verb.succeeding"), one_of("prep")),
    appointment.held: (one_of("verb.occupying"), one_of("dobj")),
    headline.interviewed: (one_of("headline.interview"),),
    relatives.had: (one_of("have"), one_of("dobj")),
}
OF_NOUN: dict[OfWord, Needs] = {
    nominal.between: (EVENT, PREPOSITION),
    nominal.two_place: (EVENT, PREPOSITION),
    nominal.chained: (EVENT, PREPOSITION),
    nominal.of_owned: (EVENT, PREPOSITION),
    nominal.joint: (EVENT, PREPOSITION),
    control.nominal: (EVENT, one_of("acl")),
    nominal.paired: (EVENT, MODIFIERS),
    nominal.of_pair: (EVENT, one_of("poss")),
    titles.title: (NAME,),
    role.prenominal: (NAME, MODIFIERS, one_of("poss")),
    role.apposition: (APPOSED,),
    affiliation.body: (one_of("organization.bodies"), MODIFIERS),
    affiliation.possessed: (NAME, one_of("poss")),
    affiliation.affiliated: (NAME, PREPOSITION),
    affiliation.represented: (NAME, one_of("poss")),
    participle.hyphenated: (one_of("amod"),),
    headline.interviewed: (one_of("headline.interview"),),
    role.postposed: (TITLE, PREPOSITION),
    role.description: (TITLE,),
}
"""The constructions in the order in which they are tried, and what each needs: an index over them, never a rule."""
ALONE = frozenset(("det", "punct", "case"))
ALL_NEEDS = [*OF_CLAUSE.values(), *OF_VERB.values(), *OF_NOUN.values()]
NAMED = frozenset(feature for needs in ALL_NEEDS for need in needs for feature in need)
"""The features that tell constructions apart; no other labels of dependents are asked for."""


def find_triples(sent: Span, lexicon: Lexicon) -> Iterator[Triple]:
    """All triples of a sentence, in the order of the words that carry them."""
    for token in sent:
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token, lexicon)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _of_noun(token, lexicon)


def _of_noun(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    labels = [child.dep_ for child in noun.children]
    if noun.dep_ != "appos" and ALONE.issuperset(labels):
        return  # no construction of a noun is of the noun alone
    for construction in nouns_constructions(NAMED.intersection(labels), *noun_features(noun, lexicon)):
        yield from construction(noun, lexicon)


def _of_verb(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    if not verb.children:
        return  # nor of a verb
    labels = NAMED.intersection([child.dep_ for child in verb.children])
    features = verb_features(verb, lexicon)
    for construction in verbs_constructions(labels, features):
        yield from construction(verb, lexicon)
    if verb.dep_ in ("aux", "auxpass"):
        return
    clause = read_clause(verb)
    if clause.subjects or clause.objects:
        for of_clause in clauses_constructions(labels, features, *clause_features(clause, lexicon)):
            yield from of_clause(clause, lexicon)


@lru_cache(maxsize=4096)
def clauses_constructions(*features: Features) -> tuple[OfClause, ...]:
    """The constructions to try on a clause that has these features."""
    return tuple(construction for construction, needs in OF_CLAUSE.items() if is_met(needs, features))


@lru_cache(maxsize=4096)
def verbs_constructions(*features: Features) -> tuple[OfWord, ...]:
    """The constructions to try on a verb that has these features."""
    return tuple(construction for construction, needs in OF_VERB.items() if is_met(needs, features))


@lru_cache(maxsize=4096)
def nouns_constructions(*features: Features) -> tuple[OfWord, ...]:
    """The constructions to try on a noun that has these features."""
    return tuple(construction for construction, needs in OF_NOUN.items() if is_met(needs, features))
