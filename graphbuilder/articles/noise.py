"""What an article file holds beside the article: captions, credits, navigation, bylines, datelines, other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from graphbuilder.articles.language import is_foreign
from graphbuilder.articles.vocabulary import any_of, places, states, words

LONGEST = 600  # characters of a line that can be a caption; longer ones are paragraphs
LONGEST_CREDIT = 40  # characters before the stroke of a credit
LONGEST_BYLINE = 150
LONGEST_DATELINE = 120


class Reason(StrEnum):
    """Why a stretch is not read."""

    HEADER = "header"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    BYLINE = "byline"
    LANGUAGE = "language"
    DATELINE = "dateline"


_NAME = r"[^\W\d_a-z][\w.'-]*"
_PARTICLE = r"(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|van|von|y)"
_PERSON = rf"{_NAME}(?: +(?:{_PARTICLE} +)?{_NAME}){{1,3}}"
_DASH = r"(?:--|[-–—])"


def _compile(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@lru_cache(maxsize=1)
def _credit_name() -> str:
    link = any_of("caption.links")
    return rf"(?-i:{_NAME}(?:[ ,/]+(?:{_NAME}|{_PARTICLE}|(?i:{link}))){{0,6}})"


@lru_cache(maxsize=1)
def _caption_starts() -> tuple[re.Pattern[str], ...]:
    picture, credit = any_of("caption.pictures"), any_of("caption.credits")
    maker, link = any_of("caption.agencies", "caption.pictures"), any_of("caption.links")
    return _compile(
        rf"\W?{maker} ?/ ?{_credit_name()} *(?: {_DASH} |\W?$)",  # AGENCY/NAME - what is seen
        rf"\W?{picture}(?: +{credit})? ?[:/|]",  # Photo: ...; Image credit: ...
        rf"\W?{picture} +{credit} +{_credit_name()}\W*$",  # Photo by NAME
        rf"{credit} ?: *{_credit_name()}\W*$",  # Credit: NAME
        rf"\W?file +{picture}\b",  # File photo of ...
        rf"\W?{picture}\W?$",  # Photo
        rf"(?-i:FILE) ?{_DASH} ",  # FILE - ...
        rf"\W?(?:{maker}|{link})(?:(?: ?[/,|] ?| +via +| +){maker}){{0,3}}\W?$",  # AGENCY via AGENCY
    )


_CAPITALS = r"[A-Z][A-Z0-9.&'-]"
_CREDIT = re.compile(  # AGENCY/NAME NAME - what is seen, AGENCY/AGENCY - what is seen: whatever the agency
    rf"\W?(?P<maker>{_CAPITALS}+(?: {_CAPITALS}+){{0,2}}) ?/ ?"
    rf"(?P<name>{_PERSON}|(?<=\w\w\w/){_CAPITALS}+)(?:/{_NAME}(?: {_NAME}){{0,2}})? *(?: {_DASH} |\W?$)"
)


def _is_credit(line: str) -> bool:
    """True for a line that begins with the credit of a picture, told by its shape; two places are a dateline."""
    found = _CREDIT.match(line) if "/" in line[:LONGEST_CREDIT] else None
    if found is None:
        return False
    maker, name = found["maker"], found["name"].upper()
    return f"{maker}/{name}" not in words("caption.others") and not {maker, name} & (places() | states())


@lru_cache(maxsize=1)
def _caption_ends() -> tuple[re.Pattern[str], ...]:
    picture, credit, agency = any_of("caption.pictures"), any_of("caption.credits"), any_of("caption.agencies")
    return _compile(
        rf"[(\[](?:{agency} +)?(?:{picture}|{agency}) *(?:{credit}|[:/]) *[^()\[\]]+[)\]]\W*$",  # (Photo by NAME)
        rf"\[[^\[\]]*(?:/|\bvia +|file: ?){agency}[^\[\]]*\]\W*$",  # [NAME/AGENCY]
        rf"(?<=[.!?\"'] )(?-i:REUTERS|AFP|AP Photo|EPA|EPA-EFE|TASS)/{_credit_name()}\W?$",  # AGENCY/NAME
    )


@lru_cache(maxsize=1)
def _navigation_starts() -> tuple[re.Pattern[str], ...]:
    starts, labels, lines = any_of("navigation.starts"), any_of("navigation.labels"), any_of("navigation.lines")
    return _compile(
        rf"\W{{0,3}}{starts}\b",
        rf"\W{{0,3}}{labels}(?: *[:|>»]| +{_DASH} |\W*$)",
        rf"\W{{0,3}}{lines}\W*$",
        r"(?:copyright|\(c\)) +(?:©|\(c\)|\d{4}|by )",
    )


_FIRST_WORD = re.compile(r"\W*(\w+)")
_SUSPICIOUS = (
    "caption.agencies", "caption.pictures", "caption.credits", "caption.links",
    "navigation.starts", "navigation.labels", "navigation.lines", "byline.starts",
)  # fmt: skip


def _first_word(line: str) -> str:
    found = _FIRST_WORD.match(line)
    return found[1].lower() if found else ""


@lru_cache(maxsize=1)
def _suspicious_words() -> frozenset[str]:
    """The first words of everything that noise can begin with: a line that begins otherwise need not be looked at."""
    return frozenset(_first_word(entry) for key in _SUSPICIOUS for entry in words(key)) | {"copyright", "c", ""}


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    names = rf"(?-i:{_PERSON})(?:(?:,| and| &|, and) +(?-i:{_PERSON}))*"
    role = r"(?: in +[^.!?]+|(?: ?[,;|(]| +[-–—] ).*[^.!?])?"
    agency = any_of("caption.agencies")
    start = any_of("byline.starts")
    return re.compile(
        rf"\(?(?-i:(?=[A-Z])){start}:? +(?!{any_of('byline.times')}\b)(?:{agency}|{names}{role})\)?$", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    maker = any_of("caption.agencies", "dateline.broadcasters")
    agency = rf"(?:\((?:[^()]* )?(?i:{maker})\)|/(?i:{maker})/\.?)"
    month = rf"{any_of('dateline.months')}\b\.?"
    day = rf"(?:,? +(?:{month} +\d{{1,2}}|\d{{1,2}} +{month})(?:,? +\d{{4}})?\.?)"
    capitals = r"(?P<city>(?=[A-Z](?:[A-Z.'/]|[ -](?=[A-Z])){3})[A-Z][A-Z.'/-]+(?:[ /][A-Z][A-Z.'/-]*){0,3})"
    city = r"[A-Z][\w.'-]+(?:[ /][A-Z][\w.'-]+){0,3}"
    region = r"(?:, (?![A-Z]{3})(?:[A-Z][\w.]*)(?: [A-Z][\w.]*){0,2})?"
    return re.compile(
        rf"(?:{capitals}{region}{day}? *{agency}? *{_DASH}"
        rf"|(?:{capitals.replace('city', 'town')}|{city}){region}{day}? *{agency} *(?:{_DASH}|(?<=/\.))"
        rf"|{city}{region}{day} *{_DASH}"
        rf"|{agency} *{_DASH}) +(?=[A-Z\"'\d])(?![A-Z][A-Z'-]+ [A-Z]{{2,}})"
    )


_DATELINE_ENDS = ("- ", "– ", "— ", "/. ")


def dateline(line: str) -> int:
    """The number of characters of the dateline that the line begins with ("KYIV (Reuters) - "), or 0."""
    head = line[:LONGEST_DATELINE]
    if not any(mark in head for mark in _DATELINE_ENDS):
        return 0
    found = _dateline().match(head)
    return found.end() if found and (found["city"] is None or _is_place(found["city"], found[0])) else 0


def _is_place(city: str, prefix: str) -> bool:
    """True for words in capitals with region, day or agency behind them; without, for cities that are known."""
    name, more = city.rstrip("-"), prefix[len(city) :].strip(" -–—")
    if more or name in places():
        return name not in words("dateline.names")
    return "/" in name and places().issuperset(name.split("/"))


def _judge_start(line: str) -> Reason | None:
    if any(pattern.match(line) for pattern in _caption_starts()):
        return Reason.CAPTION
    if any(pattern.match(line) for pattern in _navigation_starts()):
        return Reason.NAVIGATION
    return Reason.BYLINE if len(line) <= LONGEST_BYLINE and _byline().match(line) else None


_CREDIT_END = re.compile(r"[)\]]\W*$|/")


def _judge_rest(line: str) -> Reason | None:
    if _CREDIT_END.search(line, max(len(line) - 60, 0)) and any(pattern.search(line) for pattern in _caption_ends()):
        return Reason.CAPTION
    lower = line.lower()
    is_notice = line.startswith("©") or any(notice in lower for notice in words("navigation.contains"))
    return Reason.NAVIGATION if is_notice else None


def judge(line: str) -> Reason | None:
    """Why a whole line (stripped) is not read, in whatever language the article is; None for a line of the article."""
    if len(line) > LONGEST:
        return None
    reason = _judge_start(line) if _first_word(line) in _suspicious_words() else None
    return reason or (Reason.CAPTION if _is_credit(line) else _judge_rest(line))


def _judge_line(line: str, english: bool) -> tuple[Reason | None, int]:
    reason = judge(line)
    if reason is None and english and is_foreign(line):
        reason = Reason.LANGUAGE
    if reason:
        return reason, len(line)
    prefix = dateline(line)
    return (Reason.DATELINE, prefix) if prefix else (None, 0)


def find_noise(text: str, *, english: bool) -> Iterator[tuple[int, int, Reason]]:
    """(start, end, why) of every stretch that is not read; `english`: lines in other languages too."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        if line:
            begin = text.index(line[0], start)
            reason, length = _judge_line(line, english)
            if reason:
                yield begin, begin + length, reason
        start = end + 1
