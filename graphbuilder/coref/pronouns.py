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
    frame_of,
    is_candidate,
    is_verdict,
    quoted_speaker,
    reports,
)
from graphbuilder.coref.discourse import PLACE_OF_SIGHTING, SENTENCE_OF_SIGHTING, Discourse, Link
from graphbuilder.coref.salience import salience
from graphbuilder.grammar.forms import is_infinitive
from graphbuilder.grammar.role import is_role
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType, Kind
from graphbuilder.referents import Referent
from graphbuilder.syntax import SUBJECT, Token

WINDOW = 3
MEMORY = 2000  # mentions: what was said further back is not counted
TIE = 0.004
FREQUENCY = 0.2


def resolve_pronoun(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """A pronoun -> its antecedent: the speaker for I and we, else the most salient that agrees."""
    words, lower = discourse.lexicon.words, token.lower_
    if lower in words["pronoun.speaker"] or lower in words["pronoun.side"]:
        return _first_person(discourse, token, side=lower in words["pronoun.side"])
    if lower in words["pronoun.addressee"]:
        return _second_person(discourse, token)
    if lower.endswith(("self", "selves")) and token.dep_ in ("dobj", "dative", "pobj"):
        return _reflexive(discourse, token)
    return _third_person(discourse, token)


def _second_person(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    if discourse.addressee is None or (discourse.interview and not _is_question(token)):
        return ()
    return (Link(discourse.addressee, token.i, token.i + 1, "addressee"),)


def _third_person(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    lower, fits = token.lower_, agreement(token.lower_)
    if fits is None or _expletive(token, discourse.lexicon) or is_verdict(token, discourse.lexicon):
        return ()
    rule = "pronoun.it" if lower in NEUTER else "pronoun.they" if lower in PLURAL else "pronoun"
    together = coordinated_antecedents(discourse, token) if lower in PLURAL else []
    if together:
        return tuple(Link(referent, token.i, token.i + 1, "pair") for referent in together)
    referent = (
        conjunct_before(discourse, token, fits)
        or clause_subject(discourse, token, fits)
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
    found = (link.referent for subject in subjects for link in discourse.resolve(subject))
    return tuple(Link(referent, token.i, token.i + 1, "reflexive") for referent in found)


def coordinated_antecedents(discourse: Discourse, token: Token) -> list[Referent]:
    """Who "they" are after "A and B met": the coordinated subjects of this sentence or the one before."""
    here = discourse.sentence_of[token.i]
    for sighting in reversed(discourse.sightings):
        together = sighting.coordinated or len(discourse.links.get(sighting.token, ())) == 2
        if sighting.token >= token.i or not sighting.subject:
            continue
        if here - sighting.sentence > 1 or (sighting.referent.plural and not together):
            return []  # too far, or another plural stands nearer
        if not together:
            continue
        mention = discourse.doc[sighting.token]
        members = sorted({mention.i, *(other.i for other in mention.conjuncts)})
        found = [one.referent for one in discourse.sightings if one.token in members]
        return list(dict.fromkeys(found)) if len(set(map(id, found))) == 2 else []
    return []


def _first_person(discourse: Discourse, token: Token, *, side: bool) -> tuple[Link, ...]:
    source = discourse.source_of(token)
    asked = discourse.interview and _is_question(token)
    told = [discourse.narrator] if discourse.narrator is not None and not asked else []
    speakers = [link.referent for link in discourse.resolve(source)] if source is not None else told
    speakers = [speaker for speaker in speakers if speaker.kind.is_actor]
    if not speakers:
        return ()
    if not side:
        return (Link(speakers[0], token.i, token.i + 1, "speaker"),)
    party = spoken_for(discourse, speakers[0])
    return (Link(party, token.i, token.i + 1, "speaker.side"),) if party is not None else ()


def spoken_for(discourse: Discourse, speaker: Referent) -> Referent | None:
    """Who "we" are: the body or state that a person speaks for by his office; nobody where he holds none."""
    if speaker.kind is not Kind.PERSON:
        return speaker
    return speaker.represents or discourse.register.state_of(speaker.name) or _own_state(discourse, speaker)


def _own_state(discourse: Discourse, speaker: Referent) -> Referent | None:
    """The state of the article for its "Defence Minister X", whose country nobody needs to be told."""
    national = discourse.lexicon.words["person.national"]
    titles = (title for title, bearers in discourse.bearers.items() if speaker in bearers and title)
    topic = discourse.topic() if any(title.split()[-1] in national for title in titles) else None
    return topic if topic is not None and topic.kind is Kind.STATE else None


def _is_question(token: Token) -> bool:
    return any(mark.text == "?" for mark in token.sent[-2:])


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
        or (verb.lemma_ in ("be", "seem", "appear", "take") and clause)
        or (token.dep_ == "nsubjpass" and verb.lemma_ in lexicon.words["verb.saying"])
        or (token.dep_ == "nsubjpass" and any(child.dep_ == "ccomp" for child in verb.children))
        or _is_topical(verb)
    )


def _is_occasion(noun: Token) -> bool:
    """As in "It is time to", "it was an honour to": an infinitive behind what is no party."""
    if noun.dep_ != "attr" or not is_thing(noun):
        return False
    return any(child.dep_ in ("acl", "relcl") and is_infinitive(child) for child in noun.children)


def _is_topical(verb: Token) -> bool:
    """As in "When it comes to Russia"."""
    labels = {child.lower_ if child.dep_ in ("advmod", "mark", "prep") else "" for child in verb.children}
    return verb.lemma_ == "come" and verb.dep_ == "advcl" and {"when", "to"} <= labels


def clause_subject(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
    """Whose "its" is: that of the only subject of its own clause ("the centre, which announced its plan")."""
    if token.dep_ != "poss" or token.lower_ not in NEUTER | PLURAL:
        return None
    verb = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.i > token.i or any(child.dep_ == "ccomp" for child in verb.children):
        return None
    subjects = [one for one in surface_subjects(verb) if one.i < verb.i]
    if len(subjects) != 1:
        return None
    links = discourse.resolve(subjects[0])
    return links[0].referent if len(links) == 1 and fits(links[0].referent) else None


def conjunct_before(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
    """Whose parents they are in "the students and their parents": those of the only conjunct before."""
    owned = token.head
    if token.dep_ != "poss" or owned.dep_ != "conj" or owned.head.dep_ == "conj" or owned.head.i > token.i:
        return None
    if owned.head.pos_ not in ("NOUN", "PROPN"):
        return None
    owner = next(
        (child for child in owned.head.children if child.tag_ == "PRP$"), owned.head
    )  # "its aims and its acts"
    if owner != owned.head and owner.lower_ != token.lower_:
        return None
    links = discourse.resolve(owner)
    if len(links) != 1 or (is_role(owned, discourse.lexicon) and not links[0].referent.kind.is_actor):
        return None  # "the election and its leader"
    return links[0].referent if fits(links[0].referent) else None


def most_salient(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
    """The best antecedent in the last sentences: subjects and near ones first; None where two tie."""
    mates = subjects_beside(discourse, token) + named_behind(discourse, token) + several_before(discourse, token)
    mates += writers(discourse) + quoted_speaker(discourse, token) + demanders(discourse, token)
    end = bisect_left(discourse.sightings, token.i, key=PLACE_OF_SIGHTING)
    before = discourse.sightings[max(end - MEMORY, 0) : end]
    counts = Counter([sighting.referent for sighting in before])
    here = discourse.sentence_of[token.i]
    scores: dict[int, float] = {}
    candidates: dict[int, Referent] = {}
    frame = frame_of(token, discourse.lexicon)
    near = before[bisect_left(before, here - WINDOW, key=SENTENCE_OF_SIGHTING) :]
    if token.lower_ in NEUTER and any(reports(sighting, token) for sighting in near):
        return None
    for sighting in near:
        referent = sighting.referent
        if not fits(referent) or referent in mates:
            continue
        if is_candidate(sighting, token, frame):
            candidates[id(referent)] = referent
            score = salience(sighting, token, discourse) + FREQUENCY * min(counts[referent], 10)
            scores[id(referent)] = max(scores.get(id(referent), -99.0), score)
    ranked = sorted(scores, key=lambda key: -scores[key])
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < TIE:
        return None
    return candidates[ranked[0]] if ranked else None


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
