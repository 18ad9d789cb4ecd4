"""How sure a statement is: the construction, what the vocabulary knows, and how the ends were resolved."""

from __future__ import annotations

from graphbuilder.grammar.triple import Triple

OF_RULE = {
    "clause.active": 0.8,
    "clause.passive": 0.8,
    "clause.prepositional": 0.75,
    "clause.indirect": 0.75,
    "clause.control": 0.7,
    "light": 0.8,
    "light.undergone": 0.75,
    "light.reciprocal": 0.85,
    "light.between": 0.9,
    "light.theme": 0.65,
    "light.joint": 0.65,
    "clause.collocation": 0.75,
    "clause.idiom": 0.8,
    "clause.stationed": 0.7,
    "clause.state": 0.75,
    "clause.adjectival": 0.65,
    "clause.phrasal": 0.6,
    "clause.judgement": 0.8,
    "clause.owner": 0.65,
    "clause.solicited": 0.65,
    "clause.readiness": 0.7,
    "directive.infinitive": 0.75,
    "directive.demand": 0.75,
    "directive.obligation": 0.55,
    "participle.hyphenated": 0.75,
    "reciprocal": 0.8,
    "reciprocal.state": 0.75,
    "nominal.between": 0.85,
    "nominal.genitive": 0.75,
    "nominal.by": 0.8,
    "nominal.compound": 0.65,
    "nominal.governed": 0.55,
    "nominal.beside": 0.65,
    "nominal.chained": 0.55,
    "nominal.owner": 0.6,
    "nominal.joint": 0.75,
    "nominal.control": 0.65,
    "nominal.paired": 0.8,
    "nominal.pair": 0.75,
    "nominal.resumed": 0.55,
    "response.answered": 0.7,
    "response.credited": 0.7,
    "response.deterred": 0.6,
    "role.title": 0.95,
    "role.apposition": 0.85,
    "role.copula": 0.85,
    "role.prenominal": 0.8,
    "role.description": 0.75,
    "role.body": 0.7,
    "headline": 0.75,
    "role.possessed": 0.7,
    "role.appointment": 0.85,
    "role.affiliation": 0.75,
}
OF_LINK = {
    "pronoun": 0.85,
    "pronoun.it": 0.6,
    "pronoun.they": 0.65,
    "speaker": 0.85,
    "speaker.side": 0.75,
    "addressee": 0.75,
    "reflexive": 0.85,
    "role.recent": 0.8,
    "office": 0.8,
    "pair": 0.75,
    "country": 0.8,
    "body": 0.9,
    "body.known": 0.75,
    "theme": 0.9,
    "theme.known": 0.75,
    "theme.bare": 0.6,
    "person": 0.85,
    "group": 0.9,
}
UNKNOWN_VERB = 0.7


def rate(triple: Triple, subject_rule: str, object_rule: str) -> float:
    """A confidence between 0 and 1."""
    known = 1.0 if triple.sense is not None else UNKNOWN_VERB
    return OF_RULE[triple.rule] * OF_LINK.get(subject_rule, 1.0) * OF_LINK.get(object_rule, 1.0) * known
