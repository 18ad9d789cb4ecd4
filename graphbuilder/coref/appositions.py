"""Descriptions with the name in the same phrase or clause: appositions, "the city of X", "X became the first to"."""

from __future__ import annotations

from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.groups import describe
from graphbuilder.grammar.arguments import children
from graphbuilder.grammar.role import is_role
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.model import Kind
from graphbuilder.names.naming import is_classed, is_of_no_person
from graphbuilder.syntax import SUBJECT, Token

COPULAS = frozenset(("be", "become", "remain"))
JOINED = frozenset(("appos", "attr", "compound", "nmod"))
JOINING = frozenset(("appos", "nsubj", "prep"))
"""How a description hangs on a name, and what hangs on one that has a name beside it."""


def name_beside(discourse: Discourse, noun: Token) -> Link | None:
    """Who a description is by a name beside it: the first construction that fits."""
    beside = noun.dep_ in JOINED or noun.i + 1 in discourse.named or noun.i - 1 in discourse.named
    if not beside and JOINING.isdisjoint([child.dep_ for child in noun.children]):
        return None
    for construction in (loose, relative, explanatory, close, classed, appositive_genitive, predicate):
        found = construction(discourse, noun)
        if found is not None:
            return found
    return None


def loose(discourse: Discourse, noun: Token) -> Link | None:
    """As in "The prime minister, X": the name in apposition."""
    for child in noun.children:
        if child.dep_ != "appos" or child.i not in discourse.named or child.pos_ != "PROPN":
            continue
        if is_of_other_kind(discourse, noun, child):
            continue
        if not any(True for _ in children(child, "det")) or is_the_body(discourse, noun, child):
            return linked(discourse, noun, child)
    return None


def is_of_other_kind(discourse: Discourse, noun: Token, name: Token) -> bool:
    """True for a body beside a person: "the former admiral of the fleet Jane Doe"."""
    person = discourse.named[name.i][1].kind is Kind.PERSON
    return person and not is_role(noun, discourse.lexicon) and is_party(discourse, noun)


def is_the_body(discourse: Discourse, noun: Token, name: Token) -> bool:
    """True for the name of a body or place with an article: "the ruling party, the People's Union"."""
    lemma, kind, words = noun.lemma_.lower(), discourse.named[name.i][1].kind, discourse.lexicon.words
    body = kind is Kind.ORGANIZATION and lemma in words["organization.bodies"]
    place = kind is Kind.PLACE and lemma in words["place.nouns"]
    return (body or place) and not any(True for _ in children(name, "conj"))


def relative(discourse: Discourse, noun: Token) -> Link | None:
    """As in "X, the minister who": the name that the description stands beside."""
    if noun.dep_ == "appos" and noun.head.i in discourse.named and any(True for _ in children(noun, "relcl")):
        return linked(discourse, noun, noun.head)
    return None


def explanatory(discourse: Discourse, noun: Token) -> Link | None:
    """As in "Acme, India's largest maker of steel": the body that a noun for a body stands behind."""
    if noun.dep_ != "appos" or noun.tag_ != "NN" or noun.head.i not in discourse.named or noun.head.i > noun.i:
        return None
    body = noun.lemma_.lower() in discourse.lexicon.words["organization.bodies"]
    same = body and discourse.named[noun.head.i][1].kind is Kind.ORGANIZATION
    return linked(discourse, noun, noun.head) if same and any(True for _ in children(noun, "det", "poss")) else None


def close(discourse: Discourse, noun: Token) -> Link | None:
    """As in "The radio station X": the noun for a body right before the name of a body."""
    named = discourse.named.get(noun.i + 1)
    if named is None or noun.tag_ != "NN" or named[0].start != noun.i + 1:
        return None
    name, referent = named
    root = noun.doc[name.start : name.end].root
    twice = noun.dep_ in SUBJECT and root.dep_ == noun.dep_ and root.head == noun.head  # two subjects of one verb
    inside = noun.dep_ in ("compound", "nmod") and name.start <= noun.head.i < name.end
    fits = referent.kind is Kind.ORGANIZATION and noun.lemma_.lower() in discourse.lexicon.words["organization.bodies"]
    return linked(discourse, noun, root) if (inside or twice) and fits else None


def classed(discourse: Discourse, noun: Token) -> Link | None:
    """As in "the Acme group": the body that a noun for its class stands behind."""
    named = discourse.named.get(noun.i - 1)
    if named is None or noun.tag_ != "NN" or noun.lemma_.lower() not in discourse.lexicon.words["organization.classes"]:
        return None
    name, referent = named
    joined = noun.doc[name.end - 1].head == noun and any(child.lower_ == "the" for child in noun.children)
    body = referent.kind is Kind.ORGANIZATION and not is_of_no_person(name.text.split()[-1].lower(), discourse.lexicon)
    return Link(referent, describe(noun).start, noun.i + 1, "apposition") if joined and body else None


def appositive_genitive(discourse: Discourse, noun: Token) -> Link | None:
    """As in "The city of X": the place."""
    for preposition in children(noun, "prep"):
        for name in children(preposition, "pobj"):
            if name.i in discourse.named and is_classed(name, discourse.lexicon):
                return place(discourse, noun, name)
    return None


def place(discourse: Discourse, noun: Token, token: Token) -> Link | None:
    """The place of the name; the city of that name where it is the capital that stands for a state."""
    name, referent = discourse.named[token.i]
    description = describe(noun)
    if name.text.lower() in discourse.lexicon.capitals and name.text != referent.name:
        referent = discourse.register.of_text(name.text, Kind.PLACE)
    return Link(referent, description.start, name.end, "apposition") if referent.kind is Kind.PLACE else None


def predicate(discourse: Discourse, noun: Token) -> Link | None:
    """As in "X became the first company to leave", "This made X the latest company to leave": the subject."""
    subjects = small_clause_subjects(noun)
    if noun.dep_ == "attr" and noun.head.lemma_ in COPULAS and any(True for _ in children(noun, "relcl", "acl")):
        subjects = [one for one in surface_subjects(noun.head) if one.i < noun.i]
    if len(subjects) != 1 or not is_party(discourse, noun):
        return None
    links = discourse.resolve(subjects[0])
    return Link(links[0].referent, noun.left_edge.i, noun.i + 1, "apposition") if len(links) == 1 else None


def small_clause_subjects(noun: Token) -> list[Token]:
    """The subject right before a predicate noun without a verb ("X the latest company to")."""
    return [one for one in children(noun, "nsubj") if one.i < noun.i and one.pos_ == "PROPN"]


def is_party(discourse: Discourse, noun: Token) -> bool:
    """True for a singular noun for a person or body."""
    body = noun.lemma_.lower() in discourse.lexicon.words["organization.bodies"]
    return noun.tag_ == "NN" and (body or is_role(noun, discourse.lexicon))


def linked(discourse: Discourse, noun: Token, name: Token) -> Link:
    """The link of a description to the name beside it."""
    description = describe(noun)
    return Link(discourse.named[name.i][1], description.start, description.end, "apposition")
