"""Bodies: "the Israeli police", "the court", "the company"."""

from __future__ import annotations

from collections import Counter

from graphbuilder.coref.demonyms import owners_of
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.exclusions import subjects_beside
from graphbuilder.coref.groups import DEFINITE, Description, is_work
from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.sense import event_noun
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token

DEMONSTRATIVE = frozenset(("the", "this", "that"))
LINKS = frozenset(("of", "for", "on", "in", "against"))
"""Behind them a name says what a body is of or for."""


def resolve_body(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "The Israeli police" by its words; "the court" as the one named before that the noun fits."""
    words, lemma = discourse.lexicon.words, description.lemma
    armed = lemma in words["organization.armed"]
    body = lemma in words["organization.bodies"] or lemma in words["organization.state_bodies"]
    if not armed and (description.plural or not body or is_work(description, discourse.lexicon)):
        return None
    if not description.plural and lemma in words["person.roles"] and not body:
        return None  # "a gunman"
    if f"{lemma} of " in (event_noun(description.noun, discourse.lexicon) or ""):
        return None  # "a state of emergency"
    owners = owners_of(discourse, description.noun)
    proper = description.noun.pos_ == "PROPN"
    if armed and description.plural and not owners and description.noun.dep_ == "dobj":
        owners = senders(discourse, description.noun)
    definite = proper or any(child.lower_ in DEFINITE for child in description.noun.children)
    whose = any(child.lower_ == "of" for child in children(description.noun, "prep"))  # "in the company of guests"
    takes_up = not whose and (definite or lemma in words["organization.articleless"])
    known = _taken_up(discourse, description) if takes_up and not owners else None
    if known is not None:
        return (Link(known, description.start, description.end, "body.known"),)
    name = discourse.phrase_name(description.start, description.end)
    name = lemma if proper and name == description.noun.text else name
    if not owners and not armed and not definite and name.lower() == description.noun.lower_:
        return () if lemma in words["organization.articleless"] else None
    kind = Kind.GROUP if description.plural and not owners else Kind.ORGANIZATION
    referent = discourse.describe(name, kind, owners)
    referent.nouns.add(lemma)
    referent.plural = description.plural
    return (Link(referent, description.start, description.end, "body"),)


def _taken_up(discourse: Discourse, description: Description) -> Referent | None:
    known = latest_body(discourse, description) or named_with(discourse, description)
    return known or told_body(discourse, description) or sole_body(discourse, description)


def told_body(discourse: Discourse, description: Description) -> Referent | None:
    """As in "Acme will close, the company said": who reports behind a clause is its subject, if that is a body."""
    noun, lexicon = description.noun, discourse.lexicon
    report = noun.head
    firm = description.lemma in lexicon.words["organization.firms"] and description.end - description.start == 2
    if not firm or noun.dep_ != "nsubj" or report.lemma_ not in lexicon.words["verb.saying"]:
        return None
    told = next((child for child in children(report, "ccomp") if child.i < noun.i), None)
    bodies = (
        [link.referent for subject in surface_subjects(told) for link in discourse.resolve(subject)] if told else []
    )
    return bodies[0] if len(bodies) == 1 and bodies[0].kind is Kind.ORGANIZATION else None


def sole_body(discourse: Discourse, description: Description) -> Referent | None:
    """As in "Acme left. The company": the subject before, if the only body named near and no body of another kind."""
    noun, lexicon = description.noun, discourse.lexicon
    if description.lemma not in lexicon.words["organization.firms"] or description.end - description.start != 2:
        return None
    here = discourse.sentence_of[noun.i]
    before = (one for one in discourse.sightings if one.token < noun.i and here - one.sentence <= 1)
    bodies = [one for one in before if one.named and one.referent.kind is Kind.ORGANIZATION]
    if len({one.referent for one in bodies}) != 1 or not any(one.subject for one in bodies):
        return None
    body = bodies[0].referent
    public = body.country is not None or head_word(body.name) in lexicon.words["organization.unlike_firms"]
    return None if public or body in subjects_beside(discourse, noun) else body


def senders(discourse: Discourse, noun: Token) -> list[Referent]:
    """Whose troops "A deployed troops" are: those of the verb's subject."""
    return [link.referent for subject in surface_subjects(noun.head) for link in discourse.resolve(subject)]


def is_described(referent: Referent, noun: Token) -> bool:
    """False where an adjective sets the body apart: "a northbound service" is not the southbound one."""
    name = " ".join((referent.name.lower(), *referent.nouns))
    return all(child.lower_ in name for child in children(noun, "amod", "compound", "nummod"))


def latest_body(discourse: Discourse, description: Description) -> Referent | None:
    """The organisation mentioned last that the noun fits: by description or head of its name, else the only one."""
    others: list[Referent] = []
    for sighting in reversed(discourse.sightings):
        referent = sighting.referent
        if referent.kind is not Kind.ORGANIZATION or sighting.token >= description.noun.i:
            continue
        if description.lemma in referent.nouns or description.lemma == head_word(referent.name):
            return referent if is_described(referent, description.noun) else None
        if referent not in others and is_within(description.lemma, referent.name, discourse.lexicon):
            others.append(referent)
    return others[0] if len(others) == 1 and is_described(others[0], description.noun) else None


def is_within(lemma: str, name: str, lexicon: Lexicon) -> bool:
    """True for the bank of "Bank Negara"; the House is not the "House Committee", which is another body."""
    return lemma in name.lower().split() and head_word(name) not in lexicon.words["organization.suffixes"]


def head_word(name: str) -> str:
    """The noun of a name in small letters: "committee" of "House Committee on Trade", "bank" of "Bank of Chad"."""
    words = name.lower().split()
    end = next((index for index, word in enumerate(words) if word in LINKS and index), len(words))
    return words[end - 1]


def named_with(discourse: Discourse, description: Description) -> Referent | None:
    """The only thing or place with this noun in its name ("Tower Bridge"), or called so ("the city of X").

    Of several the one named most; None in a tie.
    """
    if description.plural or not any(child.lower_ in DEMONSTRATIVE for child in description.noun.children):
        return None
    before = (sighting for sighting in discourse.sightings if sighting.named and sighting.token < description.noun.i)
    found = Counter(sighting.referent for sighting in before if is_such(sighting.referent, description.lemma))
    ranked = found.most_common(2)
    tied = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and not tied else None


def is_such(referent: Referent, lemma: str) -> bool:
    """True for a thing or place whose name ends with the noun, or that the article calls so."""
    if referent.kind not in (Kind.THEME, Kind.PLACE):
        return False
    return lemma in referent.nouns or referent.name.lower().endswith(f" {lemma}")
