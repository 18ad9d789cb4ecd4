"""Demonyms: "Russian" before a noun is the state, "Israelis" are people."""

from __future__ import annotations

from graphbuilder.coref.discourse import Discourse, Link, Sighting
from graphbuilder.grammar.arguments import obliques
from graphbuilder.grammar.role import combining
from graphbuilder.model import Kind
from graphbuilder.names.mentions import noun_phrase
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token

COMPASS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"))
ARTICLES = frozenset(("the", "a", "an"))
MODIFIERS = frozenset(("poss", "amod", "compound", "nmod"))


def state_of(discourse: Discourse, token: Token) -> Referent | None:
    """The state of a demonym or of an adjective made of its name ("Russian", "North Korean", "US")."""
    demonyms, before = discourse.lexicon.demonyms, token.doc.tokens[token.i - 1] if token.i else None
    actor = demonyms.get(f"{before.lower_} {token.lower_}") if before is not None else None
    if actor is None and (token.is_lower or (before is not None and is_part_of_region(before))):
        return None
    actor = actor or demonyms.get(combining(token, discourse.lexicon) or token.lower_)
    return discourse.register.of_actor(actor) if actor else None


def is_part_of_region(before: Token) -> bool:
    """True before the demonym of "Western Australian", who is of Western Australia; not of "northern Indian"."""
    return before.lower_ in COMPASS and before.is_title and not before.is_sent_start


def resolve_demonym(discourse: Discourse, token: Token, state: Referent) -> tuple[Link, ...]:
    """As in "The Russian" before a noun is the state; "Israelis" is a group of people; spoken "French" is nobody."""
    if is_language(discourse, token):
        return ()
    if token.dep_ in MODIFIERS or token.pos_ == "ADJ":
        first = token.i - 1 if token.i and token.nbor(-1).lower_ in COMPASS else token.i
        return (Link(state, first, token.i + 1, "demonym"),)
    start, end = noun_phrase(token)
    if token.tag_ in ("NNS", "NNPS"):
        group = discourse.register.of_text(discourse.phrase_name(start, end), Kind.GROUP)
        group.plural = True
        return (Link(group, start, end, "demonym.people"),)
    if is_one_person(discourse, token):
        person = compatriot(discourse, token, state)
        return (Link(person, start, end, "demonym.person"),) if person is not None else ()
    return (Link(state, token.i, token.i + 1, "demonym"),)


def is_one_person(discourse: Discourse, token: Token) -> bool:
    """True for "the Swede"; "the Dutch" are a people."""
    if not token.lower_.endswith(tuple(discourse.lexicon.words["demonym.peoples"])):
        return any(child.lower_ in ARTICLES for child in token.children)
    return False


def compatriot(discourse: Discourse, token: Token, state: Referent) -> Referent | None:
    """The person mentioned last who belongs to the state; nobody behind "a"."""
    if any(child.lower_ in ("a", "an") for child in token.children):
        return None
    before = [one for one in reversed(discourse.sightings) if one.token < token.i and one.referent.kind is Kind.PERSON]
    return next((one.referent for one in before if belongs(discourse, one, state)), None)


def belongs(discourse: Discourse, sighting: Sighting, state: Referent) -> bool:
    """True for one who holds an office there, and where a demonym stands before his name."""
    words = (child for child in discourse.doc.tokens[sighting.token].children if child.dep_ in MODIFIERS)
    return sighting.referent.affiliation is state or any(state_of(discourse, word) is state for word in words)


def is_language(discourse: Discourse, token: Token) -> bool:
    """True for what is spoken, learnt or translated into."""
    if token.dep_ in MODIFIERS or token.tag_ not in ("NNP", "JJ"):
        return False
    into = token.dep_ == "pobj" and token.head.lower_ in ("in", "into")
    verb = token.head.head if into else token.head
    used = (into or token.dep_ == "dobj") and verb.lemma_ in discourse.lexicon.words["verb.lingual"]
    return used or token.ent_type_ == "LANGUAGE"


def shared_possessors(noun: Token) -> list[Token]:
    """Whose the second of "Norway's borders and integrity" is: that of the first, unless it has a determiner."""
    first = noun.head
    if noun.dep_ != "conj" or first.pos_ != "NOUN" or any(child.dep_ in ("det", "poss") for child in noun.children):
        return []
    return [child for child in first.children if child.dep_ == "poss"]


def owners_of(discourse: Discourse, noun: Token) -> list[Referent]:
    """The states and bodies that a description belongs to: modifiers, possessor, of-phrase."""
    tokens = [child for child in noun.children if child.dep_ in MODIFIERS] + shared_possessors(noun)
    tokens += [party for name, _, party in obliques(noun) if name in ("of", "for", "from", "in", "at", "to")]
    found: list[Referent] = []
    for token in tokens:
        state = state_of(discourse, token)
        if state is not None:
            found.append(state)
        elif token.i in discourse.named or token.tag_ == "PRP$" or token.dep_ in ("poss", "pobj"):
            found.extend(link.referent for link in discourse.resolve(token))
    return found
