"""Titles before a name: "US President X", "Secretary of State X", "Prime Minister X of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import obliques
from graphbuilder.grammar.office import (
    ROLE_PREPOSITIONS,
    has_portfolio,
    names_of_others,
)
from graphbuilder.grammar.role import deputising, is_named, role_words, title_words, token_phrase
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token


def title(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "Russian Foreign Minister X": a person's name with a title and a country or body before it."""
    if noun.pos_ != "PROPN" or noun.dep_ == "compound" or noun.ent_type_ not in ("PERSON", "ORG", ""):
        return
    if noun.lower_ in lexicon.words["organization.suffixes"] or title_words(noun, lexicon):
        return  # "Queen Mary University", "the General Secretary"
    words = [token for token in noun.subtree if token.i < noun.i and token.sent == noun.sent]
    for index in range(names_of_others(words), len(words))[::-1]:
        tokens = title_words(words[index], lexicon) or role_words(words[index], lexicon)
        following = words[index + 1].lower_ if index + 1 < len(words) else ""
        if not tokens:
            continue
        portfolio = following in ROLE_PREPOSITIONS and has_portfolio(words[index], lexicon)
        if following in ROLE_PREPOSITIONS and not portfolio:
            yield from _title_with_preposition(noun, tokens)
        owner = _owner_before(tokens[0], words, lexicon) or owner_after(noun)
        if owner is not None:
            relation = f"{deputising(named_role(tokens, words), tokens[0], lexicon)} of"
            yield Triple(noun, tokens, owner, relation, EventType.RELATION, "role.title", noun)
        if not any(word.dep_ == "cc" for word in words[:index]):
            return  # another title may stand before "and"


def _title_with_preposition(noun: Token, words: tuple[Token, ...]) -> Iterator[Triple]:
    """As in "Prime Minister of Japan X", "Secretary of State for Kenya X"."""
    for name, preposition, owner in (one for word in words for one in obliques(word)):
        if name in ROLE_PREPOSITIONS and owner != noun and owner not in words:
            relation = f"{' '.join(word.lower_ for word in words)} {name}"
            yield Triple(noun, (*words, preposition), owner, relation, EventType.RELATION, "role.title", noun)


def named_role(tokens: tuple[Token, ...], words: list[Token]) -> str:
    """The title in words, with "former" where it stands before it, and not before another one that "and" parts."""
    before = [word for word in words if word.i < tokens[0].i]
    joints = [place for place, word in enumerate(before, start=1) if word.dep_ == "cc"]
    phrase = token_phrase(tokens)
    former = any(word.lower_ in ("former", "ex") for word in before[joints[-1] if joints else 0 :])
    return f"former {phrase}" if former else phrase


def owner_after(noun: Token) -> Token | None:
    """The country of "Prime Minister X of Y"."""
    return next((owner for name, _, owner in obliques(noun) if name == "of" and owner.pos_ == "PROPN"), None)


def _owner_before(first: Token, words: list[Token], lexicon: Lexicon) -> Token | None:
    """The country or body right before a title ("US", "Russia's", "State Department")."""
    before = [token for token in words if token.i < first.i and token.text not in ("'s", "'", "former", "then")]
    for token in reversed(before):
        if token.lower_ in lexicon.words["organization.suffixes"] or token.tag_ == "PRP$":
            return token
        if token.lower_ in lexicon.words["person.titles"] or token.lower_ in lexicon.words["person.roles"]:
            continue  # "Magistrate Judge X"
        if is_named(token, lexicon):
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") or token.lower_ in lexicon.words["headline.interview"]:
            return None
    return None
