"""Whom a pronoun cannot mean: by its clause, by who demands, writes or is quoted."""

from __future__ import annotations

from graphbuilder.coref.constraints import NEUTER, PLURAL, quoted_source, quoted_speaker
from graphbuilder.coref.discourse import Discourse
from graphbuilder.grammar.arguments import children, obliques
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.model import EventType, Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import SUBJECT, Token

OWNERS = frozenset(("poss", "amod", "compound", "nmod"))


def excluded(discourse: Discourse, token: Token) -> list[Referent]:
    """All whom the pronoun cannot mean."""
    mates = subjects_beside(discourse, token) + owners_beside(discourse, token)
    mates += named_behind(discourse, token) + several_before(discourse, token) + demanders(discourse, token)
    return mates + writers(discourse) + quoted_side(discourse, token)


def named_behind(discourse: Discourse, token: Token) -> list[Referent]:
    """Who a subject cannot be: those named later in its own clause ("He praised Doe's courage")."""
    if token.dep_ not in SUBJECT:
        return []
    end = token.head.right_edge.i + 1
    return [discourse.named[index][1] for index in range(token.i + 1, end) if index in discourse.named]


def writers(discourse: Discourse) -> list[Referent]:
    """Whom no third person means: the writer or speaker of the whole text, and whom it addresses."""
    return [one for one in (discourse.narrator, discourse.addressee) if one is not None and not discourse.interview]


def several_before(discourse: Discourse, token: Token) -> list[Referent]:
    """Whom "it" cannot single out: the several subjects of its own clause ("A and B condemned its attack")."""
    if token.lower_ not in NEUTER:
        return []
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    subjects = surface_subjects(verb) if verb.pos_ in ("VERB", "AUX") and verb.i < token.i else []
    several = subjects if len(subjects) > 1 and subjects[-1].i < verb.i else []
    return [discourse.named[one.i][1] for one in several if one.i in discourse.named]


def demanders(discourse: Discourse, token: Token) -> list[Referent]:
    """Who a subject cannot be: the one who demands it ("A demanded that they leave")."""
    clause = token.head
    if token.dep_ not in SUBJECT or clause.dep_ != "ccomp":
        return []
    if discourse.lexicon.verbs.get(clause.head.lemma_) is not EventType.REQUEST:
        return []
    return [link.referent for subject in surface_subjects(clause.head) for link in discourse.resolve(subject)]


def subjects_beside(discourse: Discourse, token: Token) -> list[Referent]:
    """Who an object cannot be: the subject of its own verb."""
    if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_.endswith("self"):
        return []
    verb = token.head if token.dep_ != "pobj" else token.head.head
    subjects = surface_subjects(verb) if verb.pos_ == "VERB" else []
    return [link.referent for subject in subjects if subject.i < token.i for link in discourse.resolve(subject)]


def owners_beside(discourse: Discourse, token: Token) -> list[Referent]:
    """Whose subject it is that acts on "it": not its own owner ("a Russian jet hit it")."""
    if token.lower_ != "it" or token.dep_ not in ("dobj", "dative", "pobj"):
        return []
    verb = token.head if token.dep_ != "pobj" else token.head.head
    subjects = [one for one in surface_subjects(verb) if one.i < token.i] if verb.pos_ == "VERB" else []
    owners = [child for subject in subjects for child in subject.children if child.dep_ in OWNERS]
    return [link.referent for owner in owners for link in discourse.resolve(owner)]


def quoted_side(discourse: Discourse, token: Token) -> list[Referent]:
    """Whom no third person in a quotation means: the one who is quoted, whom he tells, and whom "we" would mean."""
    speakers = quoted_speaker(discourse, token)
    if not speakers:
        return []
    sides = [one.affiliation for one in speakers if one.affiliation is not None and token.lower_ in PLURAL]
    return speakers + told(discourse, token) + [side for side in sides if side.kind is Kind.ORGANIZATION]


def told(discourse: Discourse, token: Token) -> list[Referent]:
    """Whom the one who is quoted tells it: "X told Y", "X said to Y"."""
    source = quoted_source(discourse, token)
    objects = list(children(source.head, "dobj", "dative")) if source is not None else []
    if source is not None:
        objects += [party for name, _, party in obliques(source.head) if name == "to"]
    return [discourse.named[one.i][1] for one in objects if one.i in discourse.named]
