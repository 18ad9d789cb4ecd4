"""From an article as stored to the text that is parsed: characters, noise, then repairs, each with a map back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from heapq import merge
from itertools import groupby, pairwise

from graphbuilder.articles.header import read_header
from graphbuilder.articles.noise import Reason, find_noise
from graphbuilder.articles.offsets import CleanText, Edit, rewrite
from graphbuilder.articles.vocabulary import words
from graphbuilder.model import Article, Dropped

REMOVED = "\0"  # stands for a character that goes, so that the first steps keep all places


def _ranges(*ranges: tuple[int, int]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


def _table() -> dict[int, str]:
    table = dict.fromkeys(
        _ranges(
            (0x00, 0x08),
            (0x0E, 0x1F),
            (0x7F, 0x84),
            (0x86, 0x9F),
            (0xAD, 0xAD),
            (0x200B, 0x200F),
            (0x202A, 0x202E),
            (0x2060, 0x206F),
        ),
        REMOVED,
    )
    table |= dict.fromkeys(
        _ranges((0x09, 0x09), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F)), " "
    )
    table |= dict.fromkeys(_ranges((0x0B, 0x0D), (0x85, 0x85), (0x2028, 0x2029)), "\n")
    return table | {0xFEFF: REMOVED, 0x3000: " ", 0x2010: "-", 0x2011: "-"} | _quotes()


def _quotes() -> dict[int, str]:
    double = dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
    return double | dict.fromkeys(map(ord, "‘’‚‛‹›′´ʼ＇"), "'")


_CHARACTERS = _table()
_SPECIAL = re.compile("[" + "".join(re.escape(chr(code)) for code in _CHARACTERS) + "]")


def normalise(text: str) -> str:
    """Plain quotes, spaces and line ends, one character for one; REMOVED stands where a character has to go."""
    plain = _SPECIAL.sub(lambda found: _CHARACTERS[ord(found[0])], text.replace("\r\n", " \n"))
    return plain.replace("``", '"' + REMOVED).replace("''", '"' + REMOVED)


WRAP_WIDTH = 120  # no line of a hard-wrapped text is longer
_OPEN = r"[^\s.?!:\"')]"
_CONTINUED = re.compile(rf"\n(?:(?<={_OPEN}\n)|(?<={_OPEN} \n)) ?[a-z]")


def _is_blank(line: str) -> bool:
    return not line or line.isspace()


def _join(lines: list[str]) -> str:
    """One block of lines, each line break within a sentence as a space."""
    width = max(map(len, lines))
    wrapped = width <= WRAP_WIDTH and _CONTINUED.search("\n".join(lines))
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = _CONTINUED.search(f"{before[-2:]}\n{line[:2]}") or (wrapped and len(before) > 0.7 * width)
        pieces += ((REMOVED if before.endswith("-") else " ") if goes_on else "\n", line)
    return "".join(pieces)


def unwrap(text: str) -> str:
    """Undo hard line wrapping, character for character; a line break between sentences or paragraphs stays."""
    if not _CONTINUED.search(text):
        return text
    blocks = groupby(text.split("\n"), key=_is_blank)
    return "\n".join("\n".join(lines) if blank else _join(list(lines)) for blank, lines in blocks)


_SPACES = re.compile(r"[ \n][ \n]+")


def _extra_spaces(text: str) -> Iterator[Edit]:
    """All but one of a run of spaces; all but two line ends of a run that holds some; all at both ends of the text."""
    first, last = len(text) - len(text.lstrip(" \n")), len(text.rstrip(" \n"))
    if first:
        yield 0, first, ""
    for found in _SPACES.finditer(text, first, last):
        yield from _keep_only(found[0], found.start(), "\n" * min(found[0].count("\n"), 2) or " ")
    if first < last < len(text):
        yield last, len(text), ""


def _keep_only(run: str, start: int, kept: str) -> Iterator[Edit]:
    """The edits that leave of a run the characters `kept`, at their first places."""
    at = 0
    for character in kept:
        place = run.index(character, at)
        if place > at:
            yield start + at, start + place, ""
        at = place + 1
    if at < len(run):
        yield start + at, start + len(run), ""


def _brackets(text: str) -> Iterator[Edit]:
    """The brackets of a letter that was changed to fit a quotation: "[t]he"."""
    if "[" not in text:
        return
    for found in re.finditer(r"\[(?<![^\W_]\[)[A-Za-z]\](?=[a-z])|(?<=[a-z])\[[a-z]{1,5}\]", text):
        yield found.start(), found.start() + 1, ""
        yield found.end() - 1, found.end(), ""


_INSERTED = re.compile(r"(?:\b(?P<before>[A-Za-z]+) |(?<![^\s\"']))\[[A-Za-z][\w .'&-]{1,40}\](?= [A-Za-z])")


def _insertions(text: str) -> Iterator[Edit]:
    """The brackets of a word that an editor has put in: "the [European] Commission"; not of "he [Smith] went"."""
    if "[" not in text:
        return
    for found in _INSERTED.finditer(text):
        before = found["before"] or "the"
        first = text.index("[", found.start())
        explained = before.lower() in words("bracket.explained")
        if (before.islower() or before.lower() in words("bracket.openers")) and not explained:
            yield first, first + 1, ""
            yield found.end() - 1, found.end(), ""


_ACRONYM = re.compile(r"(?<=\w) ?\((?P<short>(?=[\w.&/-]*[A-Z][\w.&/-]*[A-Z])[A-Z][\w.&/-]{1,9})\)")


def _drop_acronyms(source: CleanText) -> CleanText:
    """A short form in brackets after its long form, which parsers take for another party; it is remembered."""
    found = list(_ACRONYM.finditer(source.text)) if "(" in source.text else []
    kept = tuple((source.original(match.start() - 1), match["short"]) for match in found)
    rest = rewrite(source, ((match.start(), match.end(), "") for match in found))
    return replace(rest, acronyms=kept)


def _doubled_quotes(text: str) -> Iterator[Edit]:
    """One of two quotation marks in a row; between two quotations a space."""
    for found in re.finditer(r'""+', text):
        start, end = found.span()
        before, after = text[max(start - 1, 0) : start], text[end : end + 1]
        if end - start == 2 and before in (".", "?", "!") and after.isupper():
            yield start + 1, start + 1, " "
        elif before.strip() or after.strip():
            yield start + 1, end, ""


_BEGINS = r"(?:[A-Z][a-z]|[AI] |[A-Z]{2,}(?![\w.]))"
_GLUED = re.compile(  # begins with a plain set of characters, which is what makes the search fast
    r"[.?!,\"\n](?:"
    rf"(?:(?<=[a-z0-9)\]%\"'][.?!])[.?!]{{0,2}}|(?<=[A-Z]{{2}}[.?!])(?=[\"']?[A-Z][a-z]))(?P<quote>[\"']?)(?={_BEGINS})"
    r"|(?<=[a-z0-9)],)(?P<comma>\")(?=[A-Za-z])|(?<=\n)(?P<line>)|(?<=(?P<mark>\")))"
)
_ADDRESS = re.compile(r"://|www\.|@|\.[a-z]{2,4}/", re.IGNORECASE)
ADDRESS_LENGTH = 200


def _is_address(text: str, place: int) -> bool:
    return _ADDRESS.search(text[max(place - ADDRESS_LENGTH, 0) : place].rpartition(" ")[2]) is not None


def _glued(text: str) -> Iterator[Edit]:
    """The missing space between two sentences, or between a quotation and what follows or precedes it."""
    inside = False
    for found in _GLUED.finditer(text):
        quote = found["quote"] or found["comma"] or found["mark"] or ""
        opens = quote == '"' and not inside
        inside = False if found["line"] is not None else inside != (quote == '"')
        if found["line"] is not None or found["mark"] or _is_address(text, found.start()):
            continue
        place = found.end() - len(quote) if opens else found.end()
        yield place, place, " "


def _removed(text: str) -> Iterator[Edit]:
    return ((found.start(), found.end(), "") for found in re.finditer(f"{REMOVED}+", text))


def _drop_noise(source: CleanText, article: Article) -> CleanText:
    noise = list(find_noise(source.text, english=article.lang in (None, "en")))
    rest = rewrite(source, ((start, end, "") for start, end, _ in noise))
    dropped = (_dropped(article, *source.span(start, end), reason) for start, end, reason in noise)
    return replace(rest, dropped=source.dropped + tuple(dropped))


def _dropped(article: Article, start: int, end: int, reason: Reason) -> Dropped:
    return Dropped(start, end, reason, article.text[start:end])


def _plain(article: Article) -> CleanText:
    """The article with plain characters and unwrapped lines, without a header block."""
    header = read_header(article.text)
    body = header.body if header else 0
    plain = REMOVED * body + unwrap(normalise(article.text)[body:])
    dropped = (_dropped(article, 0, body, Reason.HEADER),) if header else ()
    return replace(rewrite(CleanText(plain), _removed(plain)), dropped=dropped)


def _headline(text: str, title: str) -> Iterator[Edit]:
    """The space between a headline and the text that begins on its line."""
    words = normalise(title).strip()
    end = len(words)
    if words and text.startswith(f"{words} ") and text[end + 1 : end + 2].isupper():
        yield end, end + 1, "\n"


def _repair(source: CleanText) -> CleanText:
    source = rewrite(source, _insertions(source.text))
    quoted = rewrite(source, merge(_brackets(source.text), _doubled_quotes(source.text)))
    return rewrite(quoted, merge(_extra_spaces(quoted.text), _glued(quoted.text)))


def clean(article: Article) -> CleanText:
    """The text of the article that is parsed: without captions, navigation, bylines, other languages; mended.

    Paragraphs stay apart by line ends. `dropped` tells in characters of `article.text` what was left out.
    """
    repaired = _repair(_drop_noise(_plain(article), article))
    return _drop_acronyms(rewrite(repaired, _headline(repaired.text, article.title or "")))
