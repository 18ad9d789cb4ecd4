"""Walks that the constructions share: coordination, relative pronouns, prepositional complements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graphbuilder.grammar.absolute import is_absolute
from graphbuilder.grammar.negation import is_denied
from graphbuilder.lexicon import word_lists
from graphbuilder.syntax import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
RELATIVE = frozenset(("who", "which", "that", "whom"))
CONNECTIVE = frozenset(("according", "because", "due", "despite", "including", "regarding", "concerning", "following"))
PEOPLES = frozenset(("NORP", "GPE", "ORG"))
PARTAKING = frozenset(("nsubj", "nsubjpass", "pobj", "conj"))
STATE_BODIES = word_lists("nouns.toml")["organization.state_bodies"]
MEMBERS = frozenset(("including", "like"))
ASKED = 4096
"""So many words are remembered with what was found of them: about those of an article, which many rules ask for."""
Oblique = tuple[str, Token, Token]
JOINING = frozenset(("conj", "appos", "prep", "amod", "compound", "nmod"))
"""What a noun with company has below it."""


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The children with one of these dependency labels, in text order."""
    return iter([child for child in token.children if child.dep_ in labels] if token.children else ())


def complement(preposition: Token) -> Token | None:
    """The noun after a preposition; through a second preposition ("out of")."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            return child
    for child in preposition.children:
        if child.dep_ == "prep":
            return complement(child)
    return None


def gerund(preposition: Token) -> Token | None:
    """The verb after a preposition ("accused of planning")."""
    return next(children(preposition, "pcomp"), None)


@lru_cache(maxsize=ASKED)
def obliques(token: Token) -> tuple[Oblique, ...]:
    """(preposition, its token, complement) of a verb or noun, in text order."""
    return tuple(_obliques(token)) if token.children else ()


def _obliques(token: Token) -> Iterator[Oblique]:
    for child in token.children:
        if (
            child.dep_ in ("prep", "dative")
            and child.pos_ in ("ADP", "SCONJ", "ADV")
            and child.lower_ not in CONNECTIVE
            and not is_absolute(child)
        ):
            name, last = child.lower_, child
            for inner in child.children:
                if inner.dep_ == "prep":
                    name, last = f"{name} {inner.lower_}", inner
            noun = complement(last)
            if noun is not None:
                yield name, child, antecedent(noun)


def nominal_obliques(noun: Token) -> Iterator[tuple[str, Token, Token]]:
    """The obliques of an event noun, those on its by- or of-phrase included ("withdrawal of troops from B")."""
    for name, preposition, party in obliques(noun):
        yield name, preposition, party
        if name == "by":
            yield from obliques(party)
        elif name == "of" and party.pos_ == "NOUN":
            yield from (inner for inner in obliques(party) if inner[0] not in ("of", "for"))


def members(token: Token) -> list[Token]:
    """The named members of "countries such as A and B"; empty where there are none."""
    for child in token.children:
        if child.dep_ == "prep" and (child.lower_ in MEMBERS or (child.lower_ == "as" and _is_such_as(child))):
            noun = complement(child)
            if noun is not None and noun.pos_ == "PROPN":
                return coordinated(noun)
            if noun is not None and (bearers := list(map(_bearer, (noun, *noun.conjuncts)))) and all(bearers):
                return [one for one in bearers if one is not None]
    return []


def _bearer(noun: Token) -> Token | None:
    """The name of "the singer Jane Doe"; None for any other noun."""
    return next((child for child in children(noun, "appos") if child.pos_ == "PROPN" and child.i > noun.i), None)


def _is_such_as(preposition: Token) -> bool:
    inside = any(child.lower_ == "such" for child in preposition.children)
    return preposition.i > 0 and (inside or preposition.nbor(-1).lower_ == "such")


def coordinated(token: Token) -> list[Token]:
    """The noun and those coordinated after it; the members instead of the class in a such-as list."""
    if token.dep_ != "conj" and JOINING.isdisjoint([child.dep_ for child in token.children]):
        return [token]
    name = next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    listed = (name,) if name is not None and _is_listed(token, name) else ()
    named = name.conjuncts if name is not None and (name.ent_type_ or token.pos_ == "NOUN") else ()
    others = (*token.conjuncts, *listed, *named)
    nouns = [token, *(other for other in others if other.i > token.i and other.pos_ in NOMINAL)]
    return [one for noun in nouns if not is_denied(noun, token) for one in _class_or_members(noun)]


def _is_listed(token: Token, name: Token) -> bool:
    """True in "Canada, the EU and Mali", where the parser takes the second name for an apposition to the first."""
    names = token.ent_type_ in PEOPLES and name.ent_type_ in PEOPLES
    return names and any(True for _ in children(name, "conj"))


def coordinated_modifiers(noun: Token) -> list[Token]:
    """The parties of "British and EU negotiators": the names before a plural noun, where there is more than one."""
    if noun.tag_ != "NNS" or noun.dep_ not in PARTAKING or any(True for _ in children(noun, "appos", "poss")):
        return []
    for child in children(noun, "amod", "compound", "nmod"):
        names = [child, *child.conjuncts] if child.ent_type_ in PEOPLES else []
        if len(names) > 1 and all(one.ent_type_ in PEOPLES and one.i < noun.i for one in names):
            return names
    return []


def governed(noun: Token) -> list[Token]:
    """The parties of "the governments of Denmark and Togo": their states, where there is more than one."""
    if noun.tag_ != "NNS" or noun.lemma_ not in STATE_BODIES:
        return []
    states = next((complement(child) for child in children(noun, "prep") if child.lower_ == "of"), None)
    return [states, *states.conjuncts] if states is not None and states.conjuncts else []


def _class_or_members(noun: Token) -> list[Token]:
    named = members(noun) or coordinated_modifiers(noun) or governed(noun)
    if noun.pos_ == "PROPN":
        return [noun, *named] if any(child.lower_ == "like" for child in noun.children) else [noun]
    return named or [noun]


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token itself."""
    if token.lower_ not in RELATIVE or token.tag_ not in ("WDT", "WP", "IN", "WP$"):
        return token
    verb = token.head
    while verb.dep_ in ("conj", "xcomp", "aux", "prep", "ccomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token
