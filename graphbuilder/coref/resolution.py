"""Who a noun phrase is: the first rule that knows."""

from __future__ import annotations

from graphbuilder.coref.demonyms import resolve_demonym, state_of
from graphbuilder.coref.descriptions import resolve_description
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.pronouns import resolve_pronoun
from graphbuilder.grammar.arguments import children
from graphbuilder.model import Kind
from graphbuilder.names.mentions import noun_phrase
from graphbuilder.syntax import Token

SITES = frozenset(("in", "near", "outside", "around", "across", "throughout"))


def is_demonym_in_name(discourse: Discourse, token: Token) -> bool:
    """True for "Indian" of "Indian External Affairs Minister", which the model takes for a part of a name."""
    name, _ = discourse.named[token.i]
    modifies = token.dep_ in ("amod", "compound") and name.end - name.start > 1
    inside = name.start <= token.head.i < name.end
    body = name.actor is None or (name.actor.kind is Kind.ORGANIZATION and inside)
    return modifies and body and state_of(discourse, token) is not None


def state_in_name(discourse: Discourse, token: Token) -> Link | None:
    """The state in the name of a body that the tables do not know ("United States Reef Survey", "Bar of Chad")."""
    name, _ = discourse.named[token.i]
    inside = name.actor is None and name.kind is Kind.ORGANIZATION and name.start <= token.head.i < name.end
    if not inside or token.dep_ not in ("compound", "nmod", "pobj"):
        return None
    first = token.i - 1 if token.i > name.start and token.nbor(-1).dep_ == "compound" else token.i
    for start in dict.fromkeys((first, token.i)):
        actor = discourse.lexicon.actors.get(token.doc[start : token.i + 1].text.lower())
        if actor is not None and actor.kind is Kind.STATE:
            return Link(discourse.register.of_actor(actor), start, token.i + 1, "name")
    return None


def is_city(discourse: Discourse, token: Token) -> bool:
    """True for a capital that is a city and no government: a destination, a site, the place of "Rome police"."""
    name, referent = discourse.named[token.i]
    if name.actor is None or referent.kind is not Kind.STATE:
        return False
    if name.text.lower() not in discourse.lexicon.capitals or name.text == referent.name:
        return False
    words, head = discourse.lexicon.words, token.head
    if token.dep_ == "pobj":
        governor = head.head.lemma_.lower()
        site = head.lower_ in SITES and governor not in words["organization.state_bodies"]
        return site or governor in words["verb.moving"] or governor in words["place.local"]
    return head.lemma_.lower() in words["place.local"] or head.lower_ == "based"


def resolve_subset(discourse: Discourse, token: Token) -> Link | None:
    """As in "other Republicans", "two Democrats": members, who are not the party."""
    name, referent = discourse.named[token.i]
    if referent.kind is not Kind.ORGANIZATION or token.tag_ not in ("NNPS", "NNS") or name.end - name.start > 1:
        return None
    some = discourse.lexicon.words["quantity.nouns"]
    if not any(child.dep_ == "nummod" or child.lower_ in some for child in children(token, "nummod", "det", "amod")):
        return None
    start, end = noun_phrase(token)
    words = token.doc[start:end].text
    first = words[0].lower() if token.doc[start].is_sent_start else words[0]
    group = discourse.register.of_text(first + words[1:], Kind.GROUP)
    group.plural = True
    return Link(group, start, end, "group")


def resolve_party(discourse: Discourse, token: Token) -> Link | None:
    """As in "The Democratic and Republican parties": the party of an adjective."""
    first = token
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    if first.dep_ not in ("amod", "compound", "nmod") or first.head.lower_ != "parties" or not token.is_title:
        return None
    actor = discourse.lexicon.actors.get(f"{token.lower_} party")
    return Link(discourse.register.of_actor(actor), token.i, token.i + 1, "name") if actor is not None else None


def resolve_token(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """The first rule that knows: name, pronoun, demonym, role, body, group, theme."""
    party = resolve_party(discourse, token)
    if party is not None:
        return (party,)
    if token.i in discourse.named and not is_demonym_in_name(discourse, token):
        name, referent = discourse.named[token.i]
        part = resolve_subset(discourse, token) or state_in_name(discourse, token)
        if part is not None:
            return (part,)
        if is_city(discourse, token):
            city = discourse.register.of_text(name.text, Kind.PLACE)
            return (Link(city, name.start, name.end, "name.city"),)
        return (Link(referent, name.start, name.end, "name"),)
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return resolve_pronoun(discourse, token)
    state = state_of(discourse, token)
    if state is not None:
        return resolve_demonym(discourse, token, state)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X"):
        return ()
    return resolve_description(discourse, token)
