"""Pronouns -> antecedents: the speaker for "I" and "we", else the most salient referent that agrees."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from graphbuilder.animacy import is_thing
from graphbuilder.coref.constraints import (
    NEUTER,
    PERSONAL,
    PLURAL,
    Frame,
    frame_of,
    is_candidate,
    is_verdict,
    reports,
)
from graphbuilder.coref.discourse import PLACE_OF_SIGHTING, SENTENCE_OF_SIGHTING, Discourse, Link, Sighting
from graphbuilder.coref.exclusions import excluded
from graphbuilder.coref.possessives import conjunct_before, is_of_unknown, owner_before
from graphbuilder.coref.salience import salience
from graphbuilder.coref.speakers import first_person, second_person
from graphbuilder.grammar.forms import is_infinitive
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import SUBJECT, Token

WINDOW = 3
MEMORY = 2000  # mentions: what was said further back is not counted
TIE = 0.004
FREQUENCY = 0.2
NOBODY = (-99.0, 0)
UNNAMED, UNNAMED_PLURAL = "NN", "NNS"
UNKNOWNS = frozenset(("nsubj", "nsubjpass", "dobj"))
OBSCURE = UNKNOWNS | {"pobj"}
FAINT = -0.6
"""What is less salient than a subject of the sentence before with one mark against it is not "it" or "they"."""
FAINTEST = -1.6
"""... or than anything in it, where the verb asks for an actor or for a thing."""


def resolve_pronoun(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """A pronoun -> its antecedent: the speaker for I and we, else the most salient that agrees."""
    words, lower = discourse.lexicon.words, token.lower_
    if lower in words["pronoun.speaker"] or lower in words["pronoun.side"]:
        return first_person(discourse, token, side=lower in words["pronoun.side"])
    if lower in words["pronoun.addressee"]:
        return second_person(discourse, token)
    if lower.endswith(("self", "selves")) and token.dep_ in ("dobj", "dative", "pobj"):
        return _reflexive(discourse, token)
    return _third_person(discourse, token)


def _third_person(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    lower, fits = token.lower_, agreement(token.lower_)
    if fits is None or _expletive(token, discourse.lexicon) or is_verdict(token, discourse.lexicon):
        return ()
    rule = "pronoun.it" if lower in NEUTER else "pronoun.they" if lower in PLURAL else "pronoun"
    together = coordinated_antecedents(discourse, token) if lower in PLURAL else []
    if together:
        return tuple(Link(referent, token.i, token.i + 1, "pair") for referent in together)
    if token.dep_ == "poss" and is_of_unknown(discourse, token, fits):
        return ()
    referent = (
        conjunct_before(discourse, token, fits)
        or owner_before(discourse, token, fits)
        or most_salient(discourse, token, fits)
    )
    if referent is None or (lower in PLURAL and referent.kind is Kind.THEME):
        return ()
    if lower in PERSONAL:
        referent.gender = PERSONAL[lower]
    return (Link(referent, token.i, token.i + 1, rule),)


def _reflexive(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """As in "It praised itself": whoever the subject is."""
    verb = token.head if token.dep_ != "pobj" else token.head.head
    subjects = [one for one in surface_subjects(verb) if one.i < token.i] if verb.pos_ == "VERB" else []
    found = [link.referent for subject in subjects for link in discourse.resolve(subject)]
    if len(found) > 1:
        return ()  # each does it to himself, nobody to the other
    return tuple(Link(referent, token.i, token.i + 1, "reflexive") for referent in found)


def coordinated_antecedents(discourse: Discourse, token: Token) -> list[Referent]:
    """Who "they" are after "A and B met": the coordinated subjects of this sentence or the one before."""
    here = discourse.sentence_of[token.i]
    for sighting in reversed(discourse.sightings):
        together = sighting.coordinated or len(discourse.links.get(sighting.token, ())) == 2
        if sighting.token >= token.i or not sighting.subject:
            continue
        mention = discourse.doc[sighting.token]
        plural = sighting.referent.plural or mention.tag_ == "NNS"
        if here - sighting.sentence > 1 or (plural and not together):
            return []  # too far, or another plural stands nearer
        if not together:
            continue
        members = sorted({mention.i, *(other.i for other in mention.conjuncts)})
        found = [one.referent for one in discourse.sightings if one.token in members]
        return list(dict.fromkeys(found)) if len(set(map(id, found))) == 2 else []
    return []


def agreement(lower: str) -> Callable[[Referent], bool] | None:
    """The test that a pronoun's antecedent must pass; None for pronouns that are not resolved."""
    if lower in PERSONAL:
        gender = PERSONAL[lower]
        return lambda referent: referent.kind is Kind.PERSON and referent.gender in (None, gender)
    if lower in NEUTER:
        kinds = (Kind.STATE, Kind.ORGANIZATION, Kind.PLACE, Kind.THEME)
        return lambda referent: referent.kind in kinds and not referent.plural
    if lower in PLURAL:
        bodies = (Kind.ORGANIZATION, Kind.GROUP)
        return lambda referent: referent.plural or referent.kind in bodies
    return None


def _expletive(token: Token, lexicon: Lexicon) -> bool:
    """As in "It is hoped that", "it seems"."""
    if token.lower_ != "it":
        return False
    verb = token.head
    clause = any(child.dep_ in ("ccomp", "csubj", "xcomp", "acomp") or _is_occasion(child) for child in verb.children)
    return (
        token.dep_ == "expl"
        or verb.lemma_ == "happen"
        or (verb.lemma_ in ("be", "seem", "appear", "look", "take") and clause)
        or (token.dep_ == "nsubjpass" and verb.lemma_ in lexicon.words["verb.saying"])
        or (token.dep_ == "nsubjpass" and any(child.dep_ == "ccomp" for child in verb.children))
        or _is_topical(verb)
    )


def _is_occasion(noun: Token) -> bool:
    """As in "It is time to", "it was a step to": an infinitive behind what is no party."""
    if noun.dep_ not in ("attr", "npadvmod") or not is_thing(noun):
        return False
    inside = any(child.dep_ in ("acl", "relcl") and is_infinitive(child) for child in noun.children)
    return inside or any(one.dep_ == "advcl" and is_infinitive(one) and one.i > noun.i for one in noun.head.children)


def _is_topical(verb: Token) -> bool:
    """As in "When it comes to Russia"."""
    labels = {child.lower_ if child.dep_ in ("advmod", "mark", "prep") else "" for child in verb.children}
    return verb.lemma_ == "come" and verb.dep_ == "advcl" and {"when", "to"} <= labels


def most_salient(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
    """The best antecedent in the last sentences: subjects and near ones first; None where two tie."""
    mates, frame = excluded(discourse, token), frame_of(token, discourse.lexicon)
    before = mentions_before(discourse, token)
    counts = Counter([sighting.referent for sighting in before])
    near = before[bisect_left(before, discourse.sentence_of[token.i] - WINDOW, key=SENTENCE_OF_SIGHTING) :]
    if token.lower_ in NEUTER and any(reports(sighting, token) for sighting in near):
        return None
    best: dict[Referent, tuple[float, int]] = {}
    for sighting in near:
        referent = sighting.referent
        if not fits(referent) or referent in mates or not is_candidate(sighting, token, frame, discourse.lexicon):
            continue
        present = salience(sighting, token, discourse)
        if not is_faint(present, sighting, token, discourse, frame):
            score = present + FREQUENCY * min(counts[referent], 10)
            best[referent] = max(best.get(referent, NOBODY), (score, sighting.token))
    return leader(best, discourse, token)


def mentions_before(discourse: Discourse, token: Token) -> list[Sighting]:
    """What was mentioned before a token, as far back as it counts."""
    end = bisect_left(discourse.sightings, token.i, key=PLACE_OF_SIGHTING)
    return discourse.sightings[max(end - MEMORY, 0) : end]


def leader(best: dict[Referent, tuple[float, int]], discourse: Discourse, token: Token) -> Referent | None:
    """The referent with the best score; None in a tie and where something nearer may be meant that nobody can name."""
    ranked = sorted(best, key=lambda referent: -best[referent][0])
    if not ranked or (len(ranked) > 1 and best[ranked[0]][0] - best[ranked[1]][0] < TIE):
        return None
    return None if is_overshadowed(best[ranked[0]][1], token, discourse) else ranked[0]


def is_overshadowed(mention: int, token: Token, discourse: Discourse) -> bool:
    """True where the mention stands in a sentence before and the pronoun's own has an unknown that agrees with it."""
    if mention >= token.sent.start or token.lower_ in PERSONAL:
        return False
    number = UNNAMED_PLURAL if token.lower_ in PLURAL else UNNAMED
    roles = UNKNOWNS if token.dep_ in SUBJECT else OBSCURE
    around = set(token.ancestors)
    between = (one for one in discourse.doc.tokens[token.sent.start : token.i] if one.tag_ == number)
    nouns = (one for one in between if one.dep_ in roles and one not in around and not discourse.resolve(one))
    times = discourse.lexicon.words["time.nouns"]
    return any(is_thing(noun) and noun.lemma_ not in times for noun in nouns)


def is_faint(present: float, sighting: Sighting, token: Token, discourse: Discourse, frame: Frame) -> bool:
    """True for what "it" and "they" hardly take up from a sentence before, such as a body as the "they" of a clause."""
    if token.lower_ in PERSONAL or sighting.sentence == discourse.sentence_of[token.i]:
        return False
    if token.lower_ in PLURAL and sighting.referent.kind is Kind.ORGANIZATION:
        noun = token.head if token.dep_ == "poss" else token
        opening = noun.dep_ in SUBJECT and noun.head.dep_ == "ROOT"
        return not opening or present < FAINT
    return present < (FAINT if frame is Frame.ANY else FAINTEST)
