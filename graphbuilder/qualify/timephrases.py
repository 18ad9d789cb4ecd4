"""The time phrases of a sentence: which words speak of time, and where a run of them begins and ends.

Entity labels help where a word has two readings; they are never the only evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from graphbuilder.qualify.almanac import is_day_number, is_year_number
from graphbuilder.qualify.timewords import TimeWords, load_time_words
from graphbuilder.syntax import Doc, Span, Token
from graphbuilder.values import value

TIMES = ("DATE", "TIME")
NAMES = ("PERSON", "ORG", "EVENT", "FAC", "WORK_OF_ART", "PRODUCT", "LAW")
COUNTS = ("CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL")
PEOPLE = ("PERSON", "GPE", "NORP")
HYPHENS = "-–—"
REACH = 4  # words between two parts of one phrase: "9 a.m. on Monday", "December 9 to 10"


@value
class Phrase:
    """A run of time words in a document, `start` inclusive, `end` exclusive; the other words hang on its `root`."""

    doc: Doc
    start: int
    end: int
    root: Token

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return [token.text for token in self.doc.tokens[self.start : self.end]]


def is_date_token(token: Token) -> bool:
    """True for a weekday, a month, "week", "yesterday", a year or a day number of a date; False for names with them."""
    words = load_time_words()
    lower = token.lower_.rstrip(".")
    if lower not in words.cores:
        return lower[:1].isdecimal() and _is_date_number(token, words)
    if lower in words.weekdays or lower in words.months:
        return _is_calendar_name(token, lower, words)
    if lower in words.seasons:
        return token.is_lower and token.pos_ == "NOUN" and (lower == "summer" or token.ent_type_ in TIMES)
    return token.ent_type_ in TIMES or (token.ent_type_ not in NAMES and token.pos_ != "PROPN")


def _is_calendar_name(token: Token, lower: str, words: TimeWords) -> bool:
    """A weekday or month, not "Theresa May", "may", "the march" or "Bloody Sunday"."""
    if not token.text[0].isupper() or token.pos_ in ("VERB", "AUX") or token.ent_type_ in NAMES:
        return False
    doubtful = lower in ("may", "march") or len(lower) < 4
    if doubtful and not (token.ent_type_ in TIMES or token.text.endswith(".") or _has_date_neighbour(token, words)):
        return False
    before = token.doc[token.i - 1] if token.i else token
    return before.lower_ not in words.words["naming"] and not any(_names(left, words) for left in token.lefts)


def _names(left: Token, words: TimeWords) -> bool:
    """True for the "Bloody" of "Bloody Sunday"."""
    if left.dep_ not in ("compound", "amod") or not left.text[0].isupper() or left.ent_type_ in PEOPLE:
        return False
    return left.lower_ not in words.cores and left.lower_ not in words.modifiers


def _has_date_neighbour(token: Token, words: TimeWords) -> bool:
    before = token.doc[max(token.i - 1, 0)]
    after = token.doc[min(token.i + 1, len(token.doc) - 1)]
    return before.is_digit or after.is_digit or before.lower_ in words.words["prepositions"]


def _is_date_number(token: Token, words: TimeWords) -> bool:
    lower = token.lower_
    if is_year_number(lower):
        return _is_year(token, words)
    number = lower[:-2] if lower[-2:] in ("st", "nd", "rd", "th") else lower
    return is_day_number(number) and any(_is_month_of(near, token, words) for near in _around(token))


def _is_year(token: Token, words: TimeWords) -> bool:
    """True for the year of "in 2014" and "the 2014 attacks", not for a count: "1500 soldiers"."""
    before = token.doc[token.i - 1] if token.i else token
    if before.lower_ in words.words["prepositions"] or before.lower_ in words.parts or before.lower_ in words.months:
        return token.ent_type_ in TIMES or token.head.tag_ != "NNS"
    if token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS"):
        return before.tag_ in ("DT", "POS", "PRP$")
    return token.dep_ not in ("nsubj", "nsubjpass", "dobj") and token.ent_type_ not in COUNTS


def _around(token: Token) -> Iterable[Token]:
    return token.doc[max(token.i - REACH, 0) : token.i + REACH + 1]


def _is_month_of(near: Token, number: Token, words: TimeWords) -> bool:
    if near.lower_.rstrip(".") not in words.months or not near.text[0].isupper() or near.pos_ in ("VERB", "AUX"):
        return False
    return abs(near.i - number.i) == 1 or near.ent_type_ == number.ent_type_ == "DATE"


@lru_cache(maxsize=256)  # every statement of a sentence asks for them, and "the next month" for those before
def time_phrases(sent: Span) -> list[Phrase]:
    """The time phrases of a sentence in text order; empty, and quickly so, where it has no word of time."""
    words = load_time_words()
    known = words.cores
    maybe = [token for token in sent if (word := token.lower_) in known or word[:1].isdecimal() or word[-1:] == "."]
    cores = [token for token in maybe if is_date_token(token)]
    return [_phrase(group, sent, words) for group in _groups(cores, words)] if cores else []


def _groups(cores: list[Token], words: TimeWords) -> Iterator[list[Token]]:
    group: list[Token] = []
    for token in cores:
        if group and not _is_joined(group[-1], token, words):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _is_joined(left: Token, right: Token, words: TimeWords) -> bool:
    between = left.doc[left.i + 1 : right.i]
    return len(between) <= REACH and all(_is_inside(token, words) for token in between)


def _is_inside(token: Token, words: TimeWords) -> bool:
    inside = ("joints", "prepositions", "closing")
    lower = token.lower_
    return (
        _is_modifier(token, words)
        or lower in ("a.m.", "p.m.", "am", "pm")
        or any(lower in words.words[n] for n in inside)
    )


def _is_modifier(token: Token, words: TimeWords) -> bool:
    known = token.lower_ in words.modifiers or token.text in HYPHENS or (token.is_digit and len(token) <= 3)
    return known and token.pos_ != "SCONJ" and not (token.tag_ == "VBG" and token.dep_ in ("prep", "advcl"))


def _phrase(group: list[Token], sent: Span, words: TimeWords) -> Phrase:
    doc, start, end = sent.doc, group[0].i, _close(group[-1].i + 1, sent, words)
    while start > sent.start and _is_modifier(doc[start - 1], words) and doc[start - 1].text != ",":
        start -= 1
    top = group[0]
    if start > sent.start and _governs(doc[start - 1], start, end, words):
        start -= 1
        top = doc[start]
    while start > sent.start and doc[start - 1].lower_ in words.words["comparatives"]:
        start -= 1
    return Phrase(doc, start, end, _root(top, start, end))


def _close(end: int, sent: Span, words: TimeWords) -> int:
    """The end with the words that close a phrase: "three days ago", "in seven years' time"."""
    while end < sent.end and sent.doc[end].lower_ in words.words["closing"]:
        end += 1
    if end + 1 < sent.end and sent.doc[end].tag_ == "POS" and sent.doc[end + 1].lower_ == "time":
        end += 2
    return end


def _governs(token: Token, start: int, end: int, words: TimeWords) -> bool:
    """True for a preposition whose object is in the phrase: "after Tuesday", not "after Tuesday's talks"."""
    if token.lower_ not in words.words["prepositions"]:
        return False
    if token.lower_ == "on" and token.doc[end - 1].lower_ in words.weekdays and not _is_owner(end, token.doc):
        return True  # "On Sunday teams began": no noun of the parser's can make this a Sunday team
    return any(start <= child.i < end for child in token.children)


def _is_owner(end: int, doc: Doc) -> bool:
    """True for a phrase with a possessive behind it: "Tuesday's talks"."""
    return end < len(doc) and doc[end].tag_ == "POS"


def _root(token: Token, start: int, end: int) -> Token:
    while token.head != token and start <= token.head.i < end:
        token = token.head
    return token
