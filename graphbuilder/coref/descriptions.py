"""Common nouns -> referents: the first rule that knows the noun says who or what it is."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.coref.demonyms import owners_of
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.groups import DEFINITE, Description, describe, resolve_group, resolve_pair
from graphbuilder.coref.organizations import resolve_body, resolve_country, resolve_government
from graphbuilder.coref.roles import resolve_person, resolve_role
from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.mentions import full_phrase, theme_phrase
from graphbuilder.model import Kind

MEASURES = frozenset(("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"))
RESOLVERS = (
    resolve_role,
    resolve_pair,
    resolve_government,
    resolve_country,
    resolve_body,
    resolve_group,
    resolve_person,
)


def resolve_description(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    """Who or what a common noun is; empty for times, amounts and what nobody can name."""
    apposed = resolve_apposition(discourse, noun)
    if apposed is not None:
        return (apposed,)
    words, description = discourse.lexicon.words, describe(noun)
    if description.lemma in words["quantity.nouns"] or noun.pos_ in ("NUM", "DET"):
        return resolve_transparent(discourse, noun)
    if description.lemma in words["time.nouns"] or noun.ent_type_ in MEASURES:
        return ()
    for resolver in RESOLVERS:
        found = resolver(discourse, description)
        if found is not None:
            return found
    return resolve_theme(discourse, description)


def resolve_apposition(discourse: Discourse, noun: Token) -> Link | None:
    """As in "The prime minister, X": the name beside the description."""
    for child in children(noun, "appos"):
        if child.i in discourse.named and child.pos_ == "PROPN":
            description = describe(noun)
            return Link(discourse.named[child.i][1], description.start, description.end, "apposition")
    return None


def resolve_transparent(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    """As in "A number of countries": what the of-phrase names."""
    for name, _, party in obliques(noun):
        if name == "of":
            return tuple(link for one in coordinated(party) for link in discourse.resolve(one))
    return ()


def resolve_theme(discourse: Discourse, description: Description) -> tuple[Link, ...]:
    """A thing: its phrase, or the fuller phrase with the same head that "the" or "this" takes up."""
    words, lemma, noun = discourse.lexicon.words, description.lemma, description.noun
    start, end = theme_phrase(noun)
    name = discourse.phrase_name(start, end)
    bare = name.lower() == noun.lower_ and noun.pos_ != "PROPN"
    if bare and lemma in discourse.descriptions and any(child.lower_ in DEFINITE for child in noun.children):
        return (Link(discourse.descriptions[lemma], start, end, "theme.known"),)
    if lemma in words["light.nouns"] and bare:
        return ()
    kind = Kind.PLACE if lemma in words["place.nouns"] else Kind.THEME
    referent = discourse.describe(name, kind, owners_of(discourse, noun))
    referent.nouns.add(lemma)
    if not bare:
        discourse.descriptions[lemma] = referent
    return (Link(referent, start, full_phrase(noun, end), "theme.bare" if bare else "theme"),)
