"""When an event is, by the time words of its sentence: which phrase belongs to which verb or event noun.

What a time phrase hangs on in the parse says whose time it is, after the errors of the parser that show by position
have been put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from graphbuilder.grammar.forms import is_infinitive
from graphbuilder.model import Precision, When
from graphbuilder.qualify.almanac import is_year_number
from graphbuilder.qualify.calendar import resolve
from graphbuilder.qualify.lending import SUBJECTS, dating_subject, is_part_of_happening, is_verb, lenders
from graphbuilder.qualify.narration import counts_from_told, hanging_date, of_when_clause
from graphbuilder.qualify.timephrases import Phrase, is_date_token, time_phrases
from graphbuilder.qualify.timewords import load_time_words
from graphbuilder.syntax import Span, Token
from graphbuilder.values import value

__all__ = ["Dated", "find_date", "is_date_token"]

COMPLEMENTS = ("ccomp", "xcomp")
CLAUSES = (*COMPLEMENTS, "acl", "relcl", "advcl", "pcomp", "conj")
PREMODIFIERS = ("compound", "nmod", "amod", "nummod", "poss", "det", "npadvmod", "quantmod")
WITHIN = ("in", "at", "during")
PAST_TAGS = ("VBD", "VBN")
TOLERANCE = timedelta(days=3)  # news sites correct their dates


@value
class Dated:
    """When an event is, and the phrase that says so."""

    when: When
    phrase: Phrase


def find_date(cues: Sequence[Token], *, published: date | None, future: bool) -> Dated | None:
    """The date of the first word of an event that has one ("hold", "talks"); None where the sentence does not say."""
    return _find_date(tuple(cues), published, future) if cues else None


@lru_cache(maxsize=64)  # the pairs of one clause follow each other
def _find_date(cues: tuple[Token, ...], published: date | None, future: bool) -> Dated | None:
    owned = [one for one in _owned(cues[0].sent) if _is_of_the_event(one[0], future)]
    for cue in cues if owned else ():
        past = published if not future and _is_past(cue) else None
        for phrase in _phrases_of(cue, owned):
            when = _when(phrase, published, future and not _is_of_past_journey(cue, phrase))
            if when is not None and not _is_after(when, past):
                return Dated(when, phrase)
    return None


def _when(phrase: Phrase, published: date | None, future: bool) -> When | None:
    """The date of a phrase, by the calendar or from a date told before it."""
    if future or not counts_from_told(phrase):
        when = resolve(phrase.words, published=published, future=future)
        if when is not None:
            return when
    return hanging_date(phrase, published=published)


def _is_of_past_journey(cue: Token, phrase: Phrase) -> bool:
    """True for the "meet" of "travelled on Monday to meet": the day has been, whatever came of it."""
    while cue.dep_ == "conj" and cue.head.tag_ == cue.tag_ == "VB":
        cue = cue.head
    return cue.head.tag_ == "VBD" and phrase.start < cue.i and cue.dep_ == "advcl" and is_infinitive(cue)


def _is_of_the_event(phrase: Phrase, future: bool) -> bool:
    """False for a "since 2015" that counts times or stands with what is to come, and for the end of a past act.

    As in "the first time since 2015"; "extended until Friday", "put off to May 1".
    """
    first, before = phrase.words[0].lower(), phrase.doc.tokens[phrase.start - 1].lower_ if phrase.start else ""
    if first == "since" and (future or before == "time"):
        return False
    return future or not (first in ("until", "till") or _is_target(phrase.root.head))


def _is_target(preposition: Token) -> bool:
    """True for "extended to May 1", not for "dates to 1971"."""
    return preposition.lower_ == "to" and preposition.head.lemma_.lower() != "date"


def _is_past(cue: Token) -> bool:
    return cue.tag_ in PAST_TAGS and cue.lemma_.lower() not in load_time_words().words["planning"]


def _is_after(when: When, past: date | None) -> bool:
    """True where a past verb would be in the future: "announced investments over the next five years"."""
    if past is None:
        return False
    last = when.end if when.end and when.precision == Precision.RANGE else when.start
    return last > (past + TOLERANCE).isoformat()


Owned = list[tuple[Phrase, list[Token]]]


@lru_cache(maxsize=16)  # every statement of a sentence asks for them
def _owned(sent: Span) -> Owned:
    """The time phrases of a sentence with the words that they date."""
    return [(phrase, _owners(phrase)) for phrase in time_phrases(sent)]


def _phrases_of(cue: Token, owned: Owned) -> Iterator[Phrase]:
    """The phrases of a word, the surest first: its own, then those that it shares with its governor."""
    own = sorted((owners.index(cue), phrase.start, at) for at, (phrase, owners) in enumerate(owned) if cue in owners)
    phrases = [owned[at][0] for _, _, at in own]
    yield from phrases
    if all(phrase.words[0].lower() == "for" for phrase in phrases):  # "suspended for two weeks" leaves the day open
        yield from _inherited(cue, owned)


def _inherited(cue: Token, owned: Owned) -> Iterator[Phrase]:
    """The phrases that date a word because they date another one: "is set to meet", "came, attacking"."""
    if cue.dep_ == "conj" and is_verb(cue) and not any(child.dep_ in SUBJECTS for child in cue.children):
        both_past = _is_past_form(cue) and cue.head.tag_ == "VBD" and _is_joined_by_and(cue.head)
        yield from (phrase for phrase in _phrases_of(cue.head, owned) if phrase.start < cue.head.i or both_past)
        return
    before = of_when_clause(cue, [phrase for phrase, _ in owned])
    if before is not None:
        yield before
    maker = dating_subject(cue)
    yield from (phrase for phrase, owners in owned if maker in owners)
    for lender in lenders(cue):
        yield from _phrases_of(lender, owned)


def _is_past_form(verb: Token) -> bool:
    """False for "is scheduled", whose auxiliary is not in the past."""
    return verb.tag_ in PAST_TAGS and not any(child.tag_ in ("VBZ", "VBP", "MD") for child in verb.lefts)


def _is_joined_by_and(verb: Token) -> bool:
    """True for "came on Monday and spoke", not for "came on Monday but stayed"."""
    return all(child.lower_ == "and" for child in verb.children if child.dep_ == "cc")


# Whose time it is


def _owners(phrase: Phrase) -> list[Token]:
    """The words that a phrase dates, the surest first: nouns on its way up, then the verb of its clause."""
    nouns = _nouns_above(phrase)
    if any(noun.lemma_.lower() in load_time_words().words["detached"] for noun in nouns):
        return []
    top = nouns[-1] if nouns else phrase.root
    if _is_party(phrase) or (nouns and _is_premodified(nouns[0], phrase) and not _is_setting(top)):
        return nouns
    verb = _verb_above(top)
    verbs = _clause_owners(verb, phrase) if verb else []
    return (nouns or _described(phrase)) + [verb for verb in verbs if not _is_quoted_apart(phrase, verb)]


def _nouns_above(phrase: Phrase) -> list[Token]:
    """The nouns up to the verb; no further than the first, or the one that it is the setting of, for one in front."""
    nouns: list[Token] = []
    node = phrase.root
    while node.head != node and not is_verb(node.head):
        node = node.head
        if node.pos_ not in ("ADP", "ADV", "PART", "SCONJ") and node.dep_ != "compound":
            nouns.append(node)
            if _is_premodified(nouns[0], phrase) and (len(nouns) == 2 or not _is_setting(node)):
                break
    return nouns


def _verb_above(token: Token) -> Token | None:
    """The verb that a noun hangs on, with or without a preposition between."""
    while token.head != token:
        token = token.head
        if is_verb(token) and not _is_standing(token):
            return token
    return None


def _is_standing(participle: Token) -> bool:
    """True for the "affiliated" of "attacked groups affiliated with Iran on Monday", which has no day of its own."""
    stands = participle.dep_ == "acl" and participle.tag_ in PAST_TAGS
    return stands and participle.lemma_.lower() in load_time_words().words["standing"]


def _described(phrase: Phrase) -> list[Token]:
    """The noun right in front of "since": "deployments since April" hangs on the verb as often as on the noun."""
    before = phrase.doc[max(phrase.start - 1, 0)]
    return [before] if phrase.words[0].lower() == "since" and before.pos_ == "NOUN" else []


def _is_quoted_apart(phrase: Phrase, verb: Token) -> bool:
    """True for a time inside quotation marks and a verb outside: '"Three days ago," he said, "we met."'."""
    marks = [token.i for token in verb.sent if token.is_quote and token.text not in "'’‘"]
    if not marks:
        return False
    phrase_is_inside, verb_is_inside = (sum(mark < at for mark in marks) % 2 for at in (phrase.start, verb.i))
    return bool(phrase_is_inside and not verb_is_inside)


def _is_party(phrase: Phrase) -> bool:
    """True for "2014 saw a war" and "set May 1 as the deadline"; a bare weekday there is a parser's slip."""
    root = phrase.root
    if root.dep_ in SUBJECTS:
        return sum(child.dep_ in SUBJECTS for child in root.head.children) == 1
    follower = phrase.doc[min(phrase.end, len(phrase.doc) - 1)]
    is_object = root.dep_ == "dobj" or (root.dep_ == "npadvmod" and follower.lower_ == "as")
    return is_object and any(_is_calendar_word(word) for word in phrase.words)


def _is_calendar_word(word: str) -> bool:
    return is_year_number(word) or word.lower().rstrip(".") in load_time_words().months


def _is_premodified(noun: Token, phrase: Phrase) -> bool:
    return phrase.root.i < noun.i and phrase.root.dep_ in PREMODIFIERS


def _is_setting(noun: Token) -> bool:
    """True for the noun of "at the June summit" and "held Monday talks": its time is the verb's too."""
    is_topic = noun.dep_ == "nsubj" and noun.head.lemma_ == "be"  # "the June summit is important"
    return (noun.dep_ == "pobj" and noun.head.lower_ in WITHIN) or (is_part_of_happening(noun) and not is_topic)


def _clause_owners(verb: Token, phrase: Phrase) -> list[Token]:
    """The verb that the phrase hangs on, or another one where its position says that the parser is wrong."""
    upper = _raised(verb, phrase)
    lower = _lowered(upper, phrase)
    if lower == upper:
        return [upper]
    return [lower] if lower.dep_ == "ccomp" else [lower, upper]


def _raised(verb: Token, phrase: Phrase) -> Token:
    """The governor, for a phrase in front of it ("On Monday X said Y won") or right behind it ("said Monday Y won")."""
    while verb.dep_ in CLAUSES and (_is_in_front(verb.head, verb, phrase) or _is_right_behind(verb, phrase)):
        governor = verb.head
        while not is_verb(governor) and governor.head != governor:
            governor = governor.head
        if not is_verb(governor):
            return verb
        verb = governor
    return verb


def _is_in_front(governor: Token, verb: Token, phrase: Phrase) -> bool:
    return phrase.start < governor.i < verb.i


def _is_right_behind(verb: Token, phrase: Phrase) -> bool:
    if verb.dep_ not in COMPLEMENTS or phrase.start != verb.left_edge.i or not verb.head.i < phrase.start:
        return False
    before = phrase.doc[phrase.start - 1]
    return not before.is_punct and before.pos_ != "SCONJ"


def _lowered(verb: Token, phrase: Phrase) -> Token:
    """The last verb below or beside the owner that stands between it and the phrase ("said that Y won on Monday")."""
    below = [
        child
        for child in verb.children
        if child.dep_ in (*COMPLEMENTS, "conj") and is_verb(child) and verb.i < child.i < phrase.start
    ]
    return _lowered(below[-1], phrase) if below else verb
