"""Direct objects: beside the verb, shared with another one, or left as a gap in a relative clause."""

from __future__ import annotations

from graphbuilder.grammar.arguments import RELATIVE, antecedent, children, complement, coordinated
from graphbuilder.grammar.embedding import embedded_verb
from graphbuilder.syntax import SUBJECT, Token


def direct_objects(verb: Token) -> list[Token]:
    """The direct objects beside an active verb, a relative pronoun or a gap filled by its antecedent."""
    own = [child for child in verb.children if child.dep_ == "dobj"]
    if own:
        return [] if embedded_verb(own[0]) is not None else coordinated(antecedent(own[0]))
    if verb.dep_ == "relcl" and _has_gap(verb):
        return [verb.head]
    return _shared_object(verb)


def _shared_object(verb: Token) -> list[Token]:
    """The object of "criticised and sanctioned Myanmar", which stands beside the last verb only."""
    labels = {child.dep_ for child in verb.children}
    if not labels.isdisjoint(("ccomp", "xcomp", "prep", "attr", "acomp", "prt")):
        return []
    for other in children(verb, "conj"):
        if (
            other.pos_ == "VERB"
            and other.i - verb.i <= 3
            and not any(child.dep_ in SUBJECT for child in other.children)
        ):
            return direct_objects(other)
    return []


def _is_stranded(preposition: Token) -> bool:
    """True for the prepositions of "the state it negotiated with" and "with which it negotiated"."""
    noun = complement(preposition)
    return noun is None or noun.lower_ in RELATIVE


def _has_whose(noun: Token) -> bool:
    """True for the noun of "a firm whose owner fled": the firm has its place before the noun."""
    return noun.lower_ == "whose" or any(word.lower_ == "whose" for word in noun.children)


def _has_gap(verb: Token) -> bool:
    """True for "the deal (that) Biden signed": a subject of its own, no object, and no relative pronoun as subject."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT]
    stranded = any(_is_stranded(child) for child in children(verb, "prep"))
    clause = any(child.dep_ in ("ccomp", "xcomp", "acomp", "attr", "dative") for child in verb.children)
    where = any(child.lower_ in ("where", "when") or _has_whose(child) for child in verb.children)
    return bool(subjects) and subjects[0].lower_ not in RELATIVE and not (stranded or clause or where)
