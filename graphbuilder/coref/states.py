"""States behind a noun: "the Russian government", "the government", "the country"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, takewhile

from graphbuilder.coref.demonyms import owners_of, state_of
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.exclusions import subjects_beside
from graphbuilder.coref.groups import REACH, Description
from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.model import Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token

CLAUSES = frozenset(("acl", "relcl", "advcl", "ccomp", "ROOT"))
INDEFINITE = frozenset(("a", "an", "any", "no"))
GOVERNMENTS = frozenset(("government", "regime", "administration", "state"))


def resolve_government(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "The Russian government", "Ukrainian officials": the state."""
    if description.lemma not in discourse.lexicon.words["organization.state_bodies"]:
        return None
    if any(child.lower_ in INDEFINITE for child in description.noun.children) and description.lemma in GOVERNMENTS:
        return None  # "they formed a government"
    if description.plural and description.lemma == "state":
        return None  # "all US states"
    for owner in owners_of(discourse, description.noun):
        if owner.kind is Kind.STATE:
            return (Link(owner, description.start, description.end, "government"),)
    state = governed(discourse, description.noun) if is_the_government(description) else None
    return (Link(state, description.start, description.end, "body.known"),) if state is not None else None


def is_the_government(description: Description) -> bool:
    """True for "the government" and nothing beside it."""
    return description.lemma == "government" and [child.lower_ for child in description.noun.children] == ["the"]


def governed(discourse: Discourse, noun: Token) -> Referent | None:
    """Whose "the government" is: the one named last, else the only state near, or of several that of the article."""
    for sighting in reversed(discourse.sightings):
        if sighting.token < noun.i and discourse.doc.tokens[sighting.token].lemma_.lower() == noun.lemma_:
            return sighting.referent if sighting.referent.kind is Kind.STATE else None
    states = list(dict.fromkeys(states_within(discourse, noun))) or list(dict.fromkeys(states_before(discourse, noun)))
    return states[0] if len(states) == 1 else next((one for one in states if one is discourse.topic()), None)


def resolve_country(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "The country": the state mentioned last; "his country": the one he belongs to."""
    if description.plural or description.lemma not in ("country", "nation"):
        return None
    start, end = description.start, description.end
    if any(child.dep_ == "poss" for child in description.noun.children):
        persons = owners_of(discourse, description.noun)
        state = own_state(discourse, persons[0]) if persons else None
        return (Link(state, start, end, "country.own"),) if state is not None else ()
    if any(child.lower_ in INDEFINITE for child in description.noun.children):
        return None  # "any country"
    state = left_behind(discourse, description.noun) or latest_state(discourse, description.noun)
    return (Link(state, start, end, "country"),) if state is not None else ()


def own_state(discourse: Discourse, person: Referent) -> Referent | None:
    """The state or body that a person belongs to: by the article, else the state where he holds an office."""
    return person.affiliation or discourse.register.state_of(person.name)


def left_behind(discourse: Discourse, noun: Token) -> Referent | None:
    """The country that somebody leaves or rules: his own, else that of the article; None for other verbs."""
    if noun.dep_ != "dobj" or noun.head.lemma_ not in discourse.lexicon.words["verb.departing"]:
        return None
    links = [link for subject in surface_subjects(noun.head) for link in discourse.resolve(subject)]
    persons = [link.referent for link in links if link.referent.kind is Kind.PERSON]
    state = (persons[0].affiliation or discourse.topic()) if persons else None
    return state if state is not None and state.kind is Kind.STATE else None


def latest_state(discourse: Discourse, noun: Token) -> Referent | None:
    """The state mentioned last before "the country", else the article's own, which is meant by "this country"."""
    others = subjects_beside(discourse, noun) + opponents(discourse, noun) + foreigners(discourse, noun)
    own = any(child.lower_ == "this" for child in noun.children)  # a speaker's own
    states = () if own else chain(states_within(discourse, noun), states_before(discourse, noun))
    near = next((state for state in states if state not in others), None)
    topic = discourse.topic()
    far = topic if topic is not None and topic.kind is Kind.STATE and topic not in others else None
    return near if near is not None else far


def foreigners(discourse: Discourse, noun: Token) -> list[Referent]:
    """Whose citizens or troops leave "the country", which is another one: "let Danish troops leave the country"."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    abroad = discourse.lexicon.words["group.abroad"]
    away = [one for one in surface_subjects(verb) if one.lemma_.lower() in abroad] if verb.pos_ == "VERB" else []
    owners = [child for one in away for child in children(one, "amod", "compound", "nmod", "poss")]
    return [link.referent for owner in owners for link in discourse.resolve(owner)]


def states_within(discourse: Discourse, noun: Token) -> Iterator[Referent]:
    """The states before a noun in its sentence, by an adjective too; the last first."""
    for token in reversed(discourse.doc.tokens[noun.sent.start : noun.i]):
        state = discourse.named[token.i][1] if token.i in discourse.named else state_of(discourse, token)
        if state is not None and token.nbor().text != "-" and state.kind is Kind.STATE:
            yield state


def states_before(discourse: Discourse, noun: Token) -> Iterator[Referent]:
    """The states of the two sentences before, the last first."""
    here = discourse.sentence_of[noun.i]
    for sighting in reversed(discourse.sightings):
        near = sighting.token < noun.sent.start and here - sighting.sentence <= REACH
        if near and sighting.referent.kind is Kind.STATE:
            yield sighting.referent


def opponents(discourse: Discourse, noun: Token) -> list[Referent]:
    """Whose act towards the country a noun names: "Norway's opposition to the country"."""
    phrase = takewhile(lambda one: one.dep_ not in CLAUSES, noun.ancestors)
    holders = [one for one in phrase if one.pos_ == "NOUN" and one.i < noun.i]
    owners = [child for holder in holders for child in children(holder, "poss", "amod")]
    return [link.referent for owner in owners for link in discourse.resolve(owner)]
