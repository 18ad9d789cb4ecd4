"""Reasons: why an end, a pair of ends, a verb or an event noun gave no statement, and which verbs nobody listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graphbuilder.coref import Link
from graphbuilder.coref.descriptions import MEASURES, is_amount
from graphbuilder.extract import is_place_beside, is_statement
from graphbuilder.grammar.arguments import CONNECTIVE, children, coordinated, nominal_obliques
from graphbuilder.grammar.clause import Clause, read_clause
from graphbuilder.grammar.nominal import nominal_agents
from graphbuilder.grammar.reciprocal import BETWEEN
from graphbuilder.grammar.sense import EMPTY, event_noun
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.qualify.dates import is_date_token
from graphbuilder.syntax import Span, Token


class Reason(StrEnum):
    """Why a construction gave no statement, or why a verb or noun did not become one."""

    PRONOUN = "pronoun"
    TIME = "time"
    AMOUNT = "amount"
    BARE_NOUN = "bare-noun"
    NAMELESS = "nameless"
    SAME_PARTY = "same-party"
    THING_ACTS = "thing-acts"
    PLACE = "place"
    ADDRESSEE = "addressee"
    OFFICE = "office"
    REPEAT = "repeat"
    REFUSED = "refused"
    UNKNOWN_VERB = "unknown-verb"
    SAYING = "saying"
    SUPPORTING = "supporting"
    NO_AGENT = "no-agent"
    NO_SUBJECT = "no-subject"
    NO_OBJECT = "no-object"
    ADJUNCT = "adjunct"
    NO_FIRST_PARTY = "no-first-party"
    NO_SECOND_PARTY = "no-second-party"
    NO_PARTY = "no-party"
    NO_CONSTRUCTION = "no-construction"


Finding = tuple[Reason, str | None]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A verb or event noun that gave nothing, or one that the vocabulary does not know; `words` say what was found."""

    sentence: int
    token: int
    text: str
    reason: Reason
    words: str | None


# Why an end or a pair of ends is none


def why_unnamed(token: Token, lexicon: Lexicon) -> Reason:
    """Why nobody can name a noun phrase."""
    words, lemma = lexicon.words, token.lemma_.lower()
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return Reason.PRONOUN
    if lemma in words["time.nouns"] or token.ent_type_ in ("DATE", "TIME") or is_date_token(token):
        return Reason.TIME
    if token.ent_type_ in MEASURES or is_amount(token, lexicon):
        return Reason.AMOUNT
    return Reason.BARE_NOUN if token.pos_ == "NOUN" else Reason.NAMELESS


def why_refused(triple: Triple, subject: Link, other: Link, lexicon: Lexicon) -> tuple[Reason, Link] | None:
    """Why two named ends are no statement, and the end to blame; None where they are one."""
    if subject.referent is other.referent:
        return Reason.SAME_PARTY, other
    if is_statement(triple, subject, other, lexicon):
        return None
    return _blame_subject(triple, subject) or _blame_object(triple, other) or (Reason.REFUSED, other)


def _blame_subject(triple: Triple, subject: Link) -> tuple[Reason, Link] | None:
    if not subject.referent.name:
        return Reason.NAMELESS, subject
    if not subject.referent.kind.is_actor and (
        subject.rule == "theme.bare" or triple.sense is None or triple.rule == "nominal.beside"
    ):
        return Reason.THING_ACTS, subject
    if triple.rule == "role.description" and subject.rule == "office":
        return Reason.OFFICE, subject
    return (Reason.BARE_NOUN, subject) if subject.rule == "person.bare" else None


def _blame_object(triple: Triple, other: Link) -> tuple[Reason, Link] | None:
    if other.rule in ("theme.bare", "person.bare"):
        return Reason.BARE_NOUN, other
    if is_place_beside(triple, other):
        return Reason.PLACE, other
    directed = triple.rule.startswith("directive.") and not other.referent.kind.is_actor
    return (Reason.ADDRESSEE, other) if directed else None


# What came close


def near_misses(index: int, sent: Span, triples: list[Triple], lexicon: Lexicon) -> Iterator[NearMiss]:
    """The verbs and event nouns of a sentence that found no two parties, and the verbs nobody listed."""
    used = {token.i for triple in triples for token in (*triple.cue, triple.anchor)}
    unknown = {triple.anchor.i: triple.relation for triple in reversed(triples) if triple.sense is None}
    for token in sent:
        found: Finding | None = None
        if token.i in unknown:
            found = Reason.UNKNOWN_VERB, unknown[token.i]
        elif token.i not in used:
            found = token_miss(token, lexicon)
        if found is not None:
            yield NearMiss(index, token.i, token.text, *found)


def token_miss(token: Token, lexicon: Lexicon) -> Finding | None:
    """Why a word that no construction used became no relation; None for words that are no relation."""
    if token.pos_ in ("VERB", "AUX"):
        helps = token.dep_ in ("aux", "auxpass") or token.lower_ in CONNECTIVE
        return None if helps else verb_miss(read_clause(token), lexicon)
    return None if token.dep_ == "compound" else noun_miss(token, lexicon)


def verb_miss(clause: Clause, lexicon: Lexicon) -> Finding:
    """Why a verb became no relation, with the party it has."""
    parties = " ".join(token.text for token in (*clause.subjects, *clause.objects)) or None
    if clause.lemma in lexicon.words["verb.saying"] and any(children(clause.verb, "ccomp", "parataxis")):
        return Reason.SAYING, parties
    if clause.lemma in EMPTY:
        return Reason.SUPPORTING, parties
    if not clause.subjects:
        return Reason.NO_AGENT if clause.passive else Reason.NO_SUBJECT, parties
    if clause.objects:
        return Reason.NO_CONSTRUCTION, parties
    adjuncts = ", ".join(f"{name} {noun.text}" for name, _, noun in clause.obliques)
    return (Reason.ADJUNCT, adjuncts) if adjuncts else (Reason.NO_OBJECT, parties)


def noun_miss(noun: Token, lexicon: Lexicon) -> Finding | None:
    """Why an event noun found no two parties, with the one it has; None where the word is no event noun."""
    key = event_noun(noun, lexicon)
    if key is None:
        return None
    doers = [agent.text for _, agent in nominal_agents(noun, lexicon)]
    takes = (*lexicon.nouns[key].patient, *BETWEEN)
    others = [one.text for name, _, party in nominal_obliques(noun) if name in takes for one in coordinated(party)]
    if doers and others:
        return Reason.NO_CONSTRUCTION, " ".join((*doers, *others))
    if doers:
        return Reason.NO_SECOND_PARTY, " ".join(doers)
    return (Reason.NO_FIRST_PARTY, " ".join(others)) if others else (Reason.NO_PARTY, None)
