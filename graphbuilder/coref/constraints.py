"""What speaks for and against an antecedent: number and animacy, quotations, the frame of the verb."""

from __future__ import annotations

from enum import StrEnum

from graphbuilder.animacy import is_person
from graphbuilder.coref.discourse import Discourse, Sighting
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType, Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import SUBJECT, Token

SHORT = 25  # tokens before its sentence: so far back "it" takes up one who acts
PERSONAL = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
ONLY_ACTORS = frozenset(
    (
        EventType.AGREE, EventType.CONSULT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT,
        EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.MOBILIZE,
    )
)  # fmt: skip
TOWARDS = frozenset(("to", "with", "from", "by", "against", "for"))
"""Behind these stands the other party of an act as well as a thing."""
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))


def is_verdict(token: Token, lexicon: Lexicon) -> bool:
    """As in "X called it a mistake": what was done or said, which no single noun names."""
    verb = token.head if token.dep_ == "dobj" else token.head.head
    if token.lower_ != "it" or verb.lemma_ not in lexicon.words["verb.naming"] or token.i < verb.i:
        return False
    return token.dep_ == "dobj" or (token.dep_ in SUBJECT and token.head.dep_ == "ccomp")


class Frame(StrEnum):
    """What the verb or noun at a pronoun asks of its antecedent."""

    ACTOR = "actor"
    SPEAKER = "speaker"
    THING = "thing"
    KIN = "kin"
    OFFICE = "office"
    ANY = "any"


def frame_of(token: Token, lexicon: Lexicon) -> Frame:
    """An actor in "it agreed", a thing in "it includes", persons in "their mother", a body in "its chairman"."""
    if token.lower_ in PERSONAL:
        return Frame.ANY
    if token.dep_ == "poss":
        return _frame_of_owned(token, lexicon)
    if acts(token, lexicon):
        return Frame.SPEAKER if speaks(token, lexicon) else Frame.ACTOR
    return Frame.THING if token.lower_ == "it" and is_handled(token, lexicon) else Frame.ANY


def _frame_of_owned(token: Token, lexicon: Lexicon) -> Frame:
    lemma = token.head.lemma_.lower()
    if lemma in lexicon.words["kinship.nouns"]:
        return Frame.KIN
    return Frame.OFFICE if token.lower_ in NEUTER and lemma in lexicon.words["person.staff"] else Frame.ANY


def is_handled(token: Token, lexicon: Lexicon) -> bool:
    """True for what includes or is removed: of an act that is not done to somebody "it" is a thing."""
    if token.dep_ == "nsubj":
        return token.head.lemma_ in lexicon.words["verb.inert"]
    if token.dep_ == "pobj" and token.head.lower_ in TOWARDS:
        return False
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ == "dobj" and verb.lemma_ in lexicon.words["verb.enacting"]:
        return True
    return token.dep_ in ("dobj", "pobj") and lexicon.verbs.get(verb.lemma_) in (None, EventType.OTHER)


def acts(token: Token, lexicon: Lexicon) -> bool:
    """True for "it" where only an actor can be meant: "it agreed", "it managed to deploy troops", "accused it"."""
    verb = token.head
    if token.dep_ == "nsubj":
        verbs = (verb, *(child for child in verb.children if child.dep_ == "xcomp"))
        saying = lexicon.words["verb.saying"]
        return any(one.lemma_ in saying or lexicon.verbs.get(one.lemma_) in ONLY_ACTORS for one in verbs)
    alleged = verb.lemma_ in lexicon.words["verb.alleging"] or lexicon.verbs.get(verb.lemma_) is EventType.REQUEST
    return token.dep_ == "dobj" and alleged


def speaks(token: Token, lexicon: Lexicon) -> bool:
    """True for the subject of a verb of saying, which a document may be."""
    return token.dep_ == "nsubj" and token.head.lemma_ in lexicon.words["verb.saying"]


def is_candidate(sighting: Sighting, token: Token, frame: Frame, lexicon: Lexicon) -> bool:
    """False for things where an actor is meant and for actors where a thing is; for one body that is no subject."""
    kind, subject = sighting.referent.kind, sighting.subject
    if kind is Kind.PLACE and not subject:
        return False
    if kind is Kind.THEME:
        return frame not in (Frame.ACTOR, Frame.OFFICE) and (frame is not Frame.SPEAKER or sighting.speaking)
    near = token.sent.start - sighting.token <= SHORT
    if frame is Frame.THING or (frame in (Frame.ACTOR, Frame.SPEAKER) and not near):
        return False
    if token.lower_ not in PLURAL or kind is not Kind.ORGANIZATION:
        return True
    subject = subject or is_spoken_for(sighting, token, lexicon)
    return subject and frame is not Frame.KIN and token.lower_ != "them"


def is_spoken_for(sighting: Sighting, pronoun: Token, lexicon: Lexicon) -> bool:
    """True for A in "A's spokesman said it grew": who speaks for a body speaks of it."""
    clause = pronoun.head
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head
    if pronoun.dep_ not in SUBJECT or sighting.referent.kind is not Kind.ORGANIZATION or clause.dep_ != "ccomp":
        return False
    if clause.head.lemma_ not in lexicon.words["verb.saying"]:
        return False
    speakers = [child for child in clause.head.children if child.dep_ in SUBJECT and is_person(child)]
    return any(speaker in pronoun.doc.tokens[sighting.token].ancestors for speaker in speakers)


def reports(sighting: Sighting, token: Token) -> bool:
    """True for the report of "the report said it grew": "it" is whose report it is, and nobody says whose."""
    if not sighting.speaking or sighting.referent.kind is not Kind.THEME or token.dep_ not in SUBJECT:
        return False
    verb = token.doc[sighting.token].head
    return verb == token.head.head or (token.head.dep_ != "ccomp" and verb == token.head.head.head)


def is_addressed(mention: Token, pronoun: Token) -> bool:
    """True for B in "A thanked B for his help": the reason lies with the one who is thanked, asked or blamed."""
    reason = pronoun.head.head
    if pronoun.dep_ != "poss" or reason.lower_ != "for" or pronoun.head.dep_ != "pobj":
        return False
    return mention.head == reason.head and mention.dep_ in ("dobj", "dative") and mention.i < pronoun.i


def quoted_speaker(discourse: Discourse, token: Token) -> list[Referent]:
    """Whom no third person in a quotation means: the one who is quoted, but not who is quoted within it."""
    source = quoted_source(discourse, token)
    return [link.referent for link in discourse.resolve(source)] if source is not None else []


def quoted_source(discourse: Discourse, token: Token) -> Token | None:
    """Who is quoted at a token: who says it, and who says that somebody says it within the quotation."""
    source = discourse.source_of(token) if _is_quoted(discourse, token) else None
    if source is not None and discourse.quotation[source.i] == discourse.quotation[token.i]:
        source = discourse.source_of(source)
    within = source is not None and discourse.quotation[source.i] == discourse.quotation[token.i]
    return None if within else source


def _is_quoted(discourse: Discourse, token: Token) -> bool:
    """True between an opening and a closing mark; where a mark is missing, what follows is told inside out."""
    number, first, last = discourse.quotation[token.i], token, token
    while number and first.i and discourse.quotation[first.i] == number:
        first = first.nbor(-1)
    while number and last.i + 1 < len(discourse.quotation) and discourse.quotation[last.i] == number:
        last = last.nbor()
    return bool(number) and not first.whitespace_ and not last.nbor(-1).whitespace_
