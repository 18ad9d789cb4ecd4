"""Roles: titles, appositions and copulas that say what somebody is to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.grammar.forms import is_passive
from graphbuilder.grammar.office import (
    ROLE_PREPOSITIONS,
    is_portfolio,
    listed_name,
    name_after,
)
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

HYPHENS = frozenset(("-", "–", "/"))
LONGEST_TITLE = 3
POSTED = frozenset(("to", "for"))
"""Behind a role: to whom its holder is sent."""
PREDICATED = frozenset(("appos", "compound", "attr", "nmod", "oprd"))
GENDERS = ("male", "female", "either")


def title_words(token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of a title that ends at this token, the longest that the vocabulary knows; empty if none does."""
    if token.lower_ not in lexicon.title_ends:
        return ()
    titles, tokens, text = lexicon.words["person.titles"], token.doc.tokens, token.doc.text
    end = token.idx + len(token.text)
    for start in range(max(token.i - LONGEST_TITLE + 1, token.sent.start), token.i + 1):
        if text[tokens[start].idx : end].lower() in titles:
            return tuple(tokens[start : token.i + 1])
    return ()


def token_phrase(tokens: tuple[Token, ...]) -> str:
    """The words of neighbouring tokens in small letters, joined as they stand ("commissioner-general")."""
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text.lower()


def is_role(token: Token, lexicon: Lexicon) -> bool:
    """True for a noun that names what a person or body is to another."""
    lemma, words = token.lemma_.lower(), lexicon.words
    return bool(title_words(token, lexicon)) or lemma in words["person.roles"] or lemma in words["kinship.nouns"]


def role_phrase(noun: Token, lexicon: Lexicon) -> str:
    """The role in words: the title or the noun with its plain modifiers ("foreign minister", "close ally")."""
    words = title_words(noun, lexicon)
    former = any(child.lower_ == "former" for token in (words or (noun,)) for child in children(token, "amod"))
    phrase = token_phrase(words) if words else noun.lemma_.lower()
    phrase = deputising(phrase, (words or (noun,))[0], lexicon)
    return f"former {phrase}" if former else phrase


def deputising(phrase: str, first: Token, lexicon: Lexicon) -> str:
    """The role with the word that makes a stand-in of its bearer: "deputy first minister"."""
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    return f"{before} {phrase}" if before in lexicon.words["person.deputies"] else phrase


def role_words(token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """A plain noun for a person or body before a name ("lawyer", "militant group")."""
    lemma = token.lemma_.lower()
    known = lemma in lexicon.words["person.roles"] or lemma in lexicon.words["organization.bodies"]
    return (token,) if token.pos_ == "NOUN" and known else ()


def apposition(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X, president of Y", "Y's president, X", "Ukraine, an ally of Brussels"."""
    if noun.dep_ != "appos":
        return
    first, role = (noun.head, noun) if is_role(noun, lexicon) else (noun, noun.head)
    holder = _holder(first, role) if is_role(role, lexicon) and first.pos_ == "PROPN" else None
    if holder is None or is_role(holder, lexicon):
        return
    for relation, cue, owner in joint_owners(role, lexicon):
        yield Triple(holder, cue, owner, relation, EventType.RELATION, "role.apposition", holder)


def _holder(name: Token, role: Token) -> Token | None:
    """Who holds a role beside a name: the next one behind a semicolon, or the one right behind it."""
    if any(token.text == ";" for token in name.doc[name.i : role.i]):
        return listed_name(role)
    return (name_after(role) or name) if name.i < role.i else name


def joint_owners(role: Token, lexicon: Lexicon) -> Iterator[tuple[str, tuple[Token, ...], Token]]:
    """The same of a role and those named with it ("chairman of X and member of Y")."""
    for one in (role, *(other for other in role.conjuncts if other.i > role.i and _is_held_with(role, other))):
        if is_role(one, lexicon):
            yield from role_owners(one, lexicon)


def _is_held_with(role: Token, other: Token) -> bool:
    """True for two roles of one person; "the president of Y, Z" is that of Z."""
    return other.tag_.endswith("S") == role.tag_.endswith("S") and not any(children(other, "appos"))


def role_owners(role: Token, lexicon: Lexicon) -> Iterator[tuple[str, tuple[Token, ...], Token]]:
    """(relation, its words, whose) of a role noun: "president of Y", "Y's president", "the Russian president"."""
    words = title_words(role, lexicon) or (role,)
    phrase = role_phrase(role, lexicon)
    links: set[str] = set()
    possessors = [child for child in children(role, "poss") if is_named(child, lexicon)]
    for name, preposition, owner in obliques(role):
        purpose = name == "for" and possessors and not is_named(owner, lexicon)  # "the EU's envoy for foreign policy"
        within = name in ROLE_PREPOSITIONS or (name == "with" and is_named(owner, lexicon))
        if within and not purpose and not is_portfolio(owner, lexicon):
            links.add(name)
            for one in coordinated(owner):
                yield f"{phrase} {name}", (*words, preposition), one
    if links:
        senders = (*possessors, *_senders(role, words, links, lexicon))
        yield from ((f"{phrase} of", words, one) for one in senders)
        return
    for child in children(role, "poss", "compound", "amod", "nmod"):
        if child.i < words[0].i and (child.dep_ == "poss" or _is_owner(child, lexicon)):
            yield f"{phrase} of", words, child
            break
    if role.lemma_.lower() in lexicon.words["person.peers"]:
        nations = (one for one in children(role, "amod") if one.lower_ in lexicon.demonyms)
        yield from ((f"{phrase} in", words, one) for one in nations)


def _senders(role: Token, words: tuple[Token, ...], links: set[str], lexicon: Lexicon) -> list[Token]:
    """Whose envoy goes to somebody, by the words before it: "the Chinese ambassador to Kenya"."""
    before = [one for one in children(role, "amod", "compound", "nmod") if one.i < words[0].i]
    if links <= POSTED:
        return [one for one in before if _is_owner(one, lexicon)]
    long = len(words) > 1 or words[0].pos_ == "PROPN"
    return [one for one in before if long and (one.lower_ in lexicon.demonyms or one.ent_type_ == "ORG")]


def _is_owner(token: Token, lexicon: Lexicon) -> bool:
    """True for a country or body; "a Black man" is nobody's."""
    listed = token.lower_ in lexicon.demonyms or token.lower_ in lexicon.actors
    if token.lower_ in lexicon.words["vague.traits"]:
        return False  # "a Black man"
    return token.ent_type_ in ("GPE", "ORG") or (token.ent_type_ == "NORP" and listed)


def copula(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X is a member of Y", "X served as an officer in Y"."""
    if lexicon.verbs.get(f"{verb.lemma_} as") is EventType.RELATION and not is_passive(verb):
        yield from _serving(verb, lexicon)
    if verb.lemma_ not in ("be", "become", "remain"):
        return
    for noun in children(verb, "attr"):
        for relation, cue, owner in joint_owners(noun, lexicon):
            for holder in surface_subjects(verb):
                yield Triple(holder, (verb, *cue), owner, relation, EventType.RELATION, "role.copula", verb)


def _serving(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    for name, preposition, noun in obliques(verb):
        for relation, cue, owner in joint_owners(noun, lexicon) if name == "as" else ():
            words = (verb, preposition, *cue)
            for holder in surface_subjects(verb):
                phrase = f"{verb.lemma_} as {relation}"
                yield Triple(holder, words, owner, phrase, EventType.RELATION, "role.copula", verb)


def prenominal(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "His Belarusian ally X", "the party's founder X": a role noun with its owner before the name."""
    if noun.pos_ != "PROPN":
        return
    for role in children(noun, "compound", "nmod", "amod"):
        if role.lemma_.lower() not in lexicon.words["kinship.nouns"]:
            continue
        for owner in children(noun, "poss"):
            yield Triple(noun, (role,), owner, f"{role.lemma_.lower()} of", EventType.RELATION, "role.prenominal", noun)


def description(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "the Russian president" for a person whom the article or the date settles."""
    words = title_words(noun, lexicon)
    if not words or noun.pos_ != "NOUN" or noun.dep_ in PREDICATED or noun.tag_ == "NNS":
        return
    if noun.dep_ == "pobj" and (noun.head.lower_ == "as" or noun.head.head.lemma_ in lexicon.words["verb.appointing"]):
        return  # "was sworn in as president of Y", "succeeded Z as president" are no word on the one before
    if any(child.dep_ == "appos" for child in noun.children):
        return
    for relation, cue, owner in role_owners(noun, lexicon):
        if is_named(owner, lexicon):
            yield Triple(noun, cue, owner, relation, EventType.RELATION, "role.description", noun)


def postposed_name(role: Token, lexicon: Lexicon) -> Token | None:
    """The person of "finance minister for France X", whom the parser takes for the complement of the preposition."""
    for _, _, noun in obliques(role):
        if noun.pos_ == "PROPN" and _inner_owner(noun, lexicon) is not None:
            return noun
    return None


def _inner_owner(noun: Token, lexicon: Lexicon) -> Token | None:
    """The country or body that stands between the preposition and a name of two words or more."""
    words = [token for token in noun.subtree if token.i <= noun.i and token.pos_ != "DET"]
    for count in range(len(words) - 2, 0, -1):
        last = words[count - 1]
        known = noun.doc[words[0].i : last.i + 1].text.lower()
        rest = words[count:]
        if known in lexicon.actors and all(token.pos_ == "PROPN" and token.is_title for token in rest):
            return last
        if noun.ent_type_ == "PERSON" and last.ent_type_ in ("GPE", "ORG") and rest[0].ent_iob_ == "B":
            return last
        if last.pos_ == "PROPN" and any(rest[0].lower_ in lexicon.words[f"given.{one}"] for one in GENDERS):
            return last
    return None


def postposed(noun: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "Finance minister for France X": role, preposition, owner, name."""
    words = title_words(noun, lexicon)
    person = postposed_name(noun, lexicon) if words else None
    owner = _inner_owner(person, lexicon) if person is not None else None
    if person is None or owner is None:
        return
    phrase = token_phrase(words)
    name = next(name for name, _, party in obliques(noun) if party == person)
    yield Triple(person, words, owner, f"{phrase} {name}", EventType.RELATION, "role.title", person)
    for child in children(noun, "amod", "poss", "compound"):
        if is_named(child, lexicon):
            yield Triple(person, words, child, f"{phrase} of", EventType.RELATION, "role.title", person)


def is_named(token: Token, lexicon: Lexicon) -> bool:
    """True for a name or demonym that can stand for an actor ("Russian", "US", "NATO")."""
    if token.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") or token.lower_ in lexicon.demonyms:
        return True
    return (token.pos_ == "PROPN" and token.lower_ in lexicon.actors) or combining(token, lexicon) is not None


def combining(token: Token, lexicon: Lexicon) -> str | None:
    """The demonym that a form before a hyphen stands for: "Sino" of "Sino-Russian" for "Chinese"."""
    tokens, after = token.doc.tokens, token.i + 1
    joined = after < len(tokens) and tokens[after].text in HYPHENS and not token.whitespace_
    return next(iter(lexicon.words.get(f"combining.{token.lower_}", ())), None) if joined else None


def are_named(token: Token, lexicon: Lexicon) -> bool:
    """True for a plural with a name or demonym before it ("Danish journalists")."""
    return token.tag_ == "NNS" and any(is_named(one, lexicon) for one in children(token, "amod", "compound", "poss"))
