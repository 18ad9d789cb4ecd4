"""Common nouns -> referents: the first rule that knows the noun says who or what it is."""

from __future__ import annotations

from operator import itemgetter

from graphbuilder.coref.appositions import name_beside
from graphbuilder.coref.demonyms import owners_of
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.groups import (
    Description,
    describe,
    resolve_couple,
    resolve_group,
    resolve_leaders,
    resolve_pair,
    resolve_parties,
    resolve_the_two,
)
from graphbuilder.coref.organizations import named_with, resolve_body
from graphbuilder.coref.roles import resolve_counterpart, resolve_offices, resolve_person, resolve_role
from graphbuilder.coref.states import resolve_country, resolve_government
from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.mentions import full_phrase, theme_phrase
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token

ANAPHORIC = frozenset(("the", "this", "that", "these", "those"))
MEASURES = frozenset(("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"))
COMPARED = frozenset(("JJR", "JJS", "RBR", "RBS"))
"""Tags of what is only more than something: "promised more"."""
RESOLVERS = (
    resolve_role,
    resolve_offices,
    resolve_counterpart,
    resolve_parties,
    resolve_pair,
    resolve_couple,
    resolve_leaders,
    resolve_government,
    resolve_country,
    resolve_body,
    resolve_group,
    resolve_person,
)


def resolve_description(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    """Who or what a common noun is; empty for times, amounts and what nobody can name."""
    named = name_beside(discourse, noun)
    if named is not None:
        return (named,)
    words, description = discourse.lexicon.words, describe(noun)
    if is_amount(noun, discourse.lexicon) or noun.tag_ in COMPARED:
        return resolve_transparent(discourse, noun) or resolve_the_two(discourse, noun)
    if description.lemma in words["time.nouns"] or noun.ent_type_ in MEASURES:
        return ()
    for resolver in RESOLVERS:
        found = resolver(discourse, description)
        if found is not None:
            return found
    return resolve_theme(discourse, description)


def is_amount(noun: Token, lexicon: Lexicon) -> bool:
    """True for "a number of states", "three of them" and "2.4 billion euros"."""
    words, lemma = lexicon.words, noun.lemma_.lower()
    if lemma in words["quantity.nouns"] or noun.pos_ in ("NUM", "DET"):
        return True
    return lemma in words["money.units"] and any(child.pos_ == "NUM" for child in noun.children)


def resolve_transparent(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    """As in "A number of countries": what the of-phrase names."""
    for name, _, party in obliques(noun):
        if name == "of":
            return tuple(link for one in coordinated(party) for link in discourse.resolve(one))
    return ()


def theme_of_process(discourse: Discourse, description: Description) -> Link | None:
    """ "The certification process", "the certification of X": a stage of a named thing, X or the one named last."""
    noun, stages = description.noun, discourse.lexicon.words["theme.stages"]
    if description.lemma not in stages and description.lemma != "process":
        return None
    before = [child for child in children(noun, "compound", "amod", "nmod") if child.lemma_.lower() in stages]
    stage = noun if description.lemma in stages else before[-1] if before and description.lemma == "process" else None
    if stage is None or any(child.i in discourse.named for child in noun.children):
        return None
    thing = thing_of(discourse, noun)
    if thing is None:
        return None
    referent = discourse.describe(stage.lemma_.lower(), Kind.THEME, [thing])
    return Link(referent, description.start, full_phrase(noun, description.end), "theme.stage")


def thing_of(discourse: Discourse, noun: Token) -> Referent | None:
    """The named thing that a stage belongs to: the of-phrase, else the one named last in these two sentences."""
    for name, _, party in obliques(noun):
        if name == "of":
            links = discourse.resolve(party)
            return links[0].referent if links and links[0].referent.kind is Kind.THEME else None
    here = discourse.sentence_of[noun.i]
    for sighting in reversed(discourse.sightings):
        named = sighting.named and sighting.referent.kind is Kind.THEME
        if named and sighting.token < noun.i and here - sighting.sentence <= 1:
            return sighting.referent
    return None


def taken_up(discourse: Discourse, description: Description) -> Referent | None:
    """The fuller phrase with the same head that stands last before "the" or "this" and a bare noun."""
    noun, lemma = description.noun, description.lemma
    if not any(child.lower_ in ANAPHORIC for child in noun.children):
        return None
    if any(child.tag_ == "JJS" for child in noun.children):
        return None  # "the most seats"
    for adjunct in discourse.adjuncts.get(lemma, ()):
        if adjunct.i < noun.i:
            discourse.resolve(adjunct)
    alike = [pair for pair in discourse.descriptions.get(lemma, ()) if pair[1].plural is description.plural]
    before = [pair for pair in alike if pair[0] < noun.i]
    return max(before, key=itemgetter(0))[1] if before else None


def kind_of_noun(discourse: Discourse, noun: Token) -> Kind:
    """What a noun stands for that no other rule knows; one with a capital may be a name without a label."""
    words, lemma = discourse.lexicon.words, noun.lemma_.lower()
    if is_noble(discourse, noun):
        return Kind.PERSON
    if noun.pos_ == "PROPN" and lemma in words["organization.bodies"]:
        return Kind.ORGANIZATION  # "the Biden Administration"
    return Kind.PLACE if lemma in words["place.nouns"] else Kind.THEME


def is_noble(discourse: Discourse, noun: Token) -> bool:
    """True for "the Duke of Linz", who is known by what he is the duke of."""
    if noun.pos_ != "PROPN" or noun.lemma_.lower() not in discourse.lexicon.words["person.nobles"]:
        return False
    return any(name == "of" and party.pos_ == "PROPN" for name, _, party in obliques(noun))


def resolve_theme(discourse: Discourse, description: Description) -> tuple[Link, ...]:
    """A thing: its phrase, or the fuller phrase with the same head that "the" or "this" takes up."""
    words, lemma, noun = discourse.lexicon.words, description.lemma, description.noun
    whole = theme_of_process(discourse, description)
    if whole is not None:
        return (whole,)
    start, end = theme_phrase(noun)
    name = discourse.phrase_name(start, end)
    if not any(char.isalpha() for char in name):
        return ()  # a score or a number
    bare = name.lower() == noun.lower_ and noun.pos_ != "PROPN"
    known = (named_with(discourse, description) or taken_up(discourse, description)) if bare else None
    if known is not None:
        return (Link(known, start, end, "theme.known"),)
    if lemma in words["light.nouns"] and bare:
        return ()
    referent = discourse.describe(name, kind_of_noun(discourse, noun), owners_of(discourse, noun))
    if noun.pos_ != "PROPN":
        referent.nouns.add(lemma)
    referent.plural = description.plural
    if not bare:
        discourse.descriptions.setdefault(lemma, []).append((noun.i, referent))
    return (Link(referent, start, full_phrase(noun, end), "theme.bare" if bare else "theme"),)
