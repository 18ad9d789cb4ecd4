"""Quotations: which tokens stand in which, and who is quoted."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from graphbuilder.animacy import is_thing
from graphbuilder.grammar.forms import is_passive
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.qualify.ruling import Ground
from graphbuilder.qualify.source import EMPTY, Source, author, speaking
from graphbuilder.syntax import Doc, Span, Token

QUOTES = frozenset(('"', "``", "''", "“", "”"))
SENTENCES_BACK = 3
LONGEST_LABEL = 4


def quoted(doc: Doc) -> list[int]:
    """For every token the number of the quotation it stands in, 0 outside; an unclosed one ends with its paragraph."""
    numbers, current, count = [], 0, 0
    for token in doc:
        if token.text in QUOTES or '"' in token.text:
            current = 0 if current else (count := count + 1)
            numbers.append(0)
        else:
            if current and "\n" in token.text:
                current = 0
            numbers.append(current)
    return numbers


def quotation_owner(anchor: Token, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """Who is quoted: a verb of saying beside the quotation, else the one who spoke in the sentences before."""
    first, last = _bounds(anchor, quotation)
    near = _introduced(anchor, first) or _around_quoted_words(anchor, lexicon, quotation)
    near = near or _announced(anchor, first, lexicon, quotation)
    if near is not None:
        return near
    for sent in _around(anchor, first, last, lexicon):
        source = _sayer(sent, lexicon.words["verb.saying"], lexicon, quotation, first)
        if source is not None:
            return replace(source, ground=Ground.QUOTATION)
    judge = _sayer(anchor.sent, lexicon.words["verb.acting"], lexicon, quotation, first)
    return None if judge is None else replace(judge, ground=Ground.QUOTATION)


def _introduced(anchor: Token, first: int) -> Source | None:
    """As in 'ChatGPT: "Norway has agreed."': the name that opens the sentence in front of a colon."""
    colon = anchor.doc[max(first - 2, 0)]
    words = anchor.doc.tokens[colon.sent.start : colon.i]
    name = [token for token in words if not token.is_space]
    named = all(one.pos_ == "PROPN" or one.ent_type_ for one in name)
    if colon.text != ":" or not 0 < len(name) <= LONGEST_LABEL or not named:
        return None
    return Source(name[-1], Ground.QUOTATION, colon)


def _announced(anchor: Token, first: int, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """As in 'Norway's king justified the strike: "It was right."': whoever acts in the clause in front of a colon."""
    colon = anchor.doc[max(first - 2, 0)]
    verb = next((one for one in colon.ancestors if one.pos_ in ("VERB", "AUX")), None) if colon.text == ":" else None
    if verb is None or verb.i > colon.i or quotation[verb.i]:
        return None
    while verb.head.pos_ in ("VERB", "AUX") and verb.head != verb and verb.head.i < colon.i:
        verb = verb.head
    if is_passive(verb) or verb.lemma_ in lexicon.words["verb.saying"]:
        return None
    speakers = [author(one, lexicon) for one in surface_subjects(verb) if one.lower_ not in EMPTY]
    found = speakers and not is_thing(speakers[0])
    return Source(speakers[0], Ground.QUOTATION, colon) if found else None


def _around_quoted_words(anchor: Token, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """As in 'A offered "full support", and B said so': the verb of a promise or reproach that the words complete."""
    number = quotation[anchor.i]
    verb = next((one for one in anchor.ancestors if quotation[one.i] != number and one.pos_ == "VERB"), None)
    if verb is None or quotation[verb.i] or verb.lemma_ not in lexicon.words["verb.acting"]:
        return None
    source = speaking(verb, lexicon)
    known = source is not None and not quotation[source.speaker.i]
    return replace(source, ground=Ground.QUOTATION) if source is not None and known else None


def is_appended_to_quotation(anchor: Token, quotation: list[int]) -> bool:
    """True for the participle behind a quotation that tells of who speaks: 'X said: "We must act", referring to Y'."""
    if anchor.dep_ != "advcl" or anchor.tag_ != "VBG" or quotation[anchor.i] or not quotation[anchor.head.i]:
        return False
    before = anchor.doc.tokens[max(anchor.left_edge.i - 2, 0) : anchor.left_edge.i]
    return anchor.i > anchor.head.i and any(token.text in QUOTES for token in before)


def _sayer(sent: Span, verbs: Container[str], lexicon: Lexicon, quotation: list[int], first: int) -> Source | None:
    """Who speaks by the first such verb; by the last one before a quotation that begins in the sentence."""
    found = None
    for token in sent:
        if token.pos_ == "VERB" and not quotation[token.i] and token.lemma_ in verbs:
            source = speaking(token, lexicon)
            if source is not None and not quotation[source.speaker.i]:
                if found is not None and token.i > first:
                    break
                found = source
                if not sent.start <= first < sent.end:
                    break
    return found


def _bounds(anchor: Token, quotation: list[int]) -> tuple[int, int]:
    """The first and the last token of the quotation around the anchor."""
    number = quotation[anchor.i]
    first = last = anchor.i
    while first > 0 and quotation[first - 1] == number:
        first -= 1
    while last + 1 < len(quotation) and quotation[last + 1] == number:
        last += 1
    return first, last


def _around(anchor: Token, first: int, last: int, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences that the quotation begins and ends in, the next one, and those before, as far as they are one."""
    doc = anchor.doc
    yield from dict.fromkeys((anchor.sent, doc[last].sent, doc[first].sent))
    after = doc[last].sent.end
    if after < len(doc) and _only_attributes(doc[after].sent, lexicon):
        yield doc[after].sent
    if first - doc[first].sent.start <= 1:
        yield from _before(doc[first].sent)


def _only_attributes(sent: Span, lexicon: Lexicon) -> bool:
    """True for "X said on Monday." behind a quotation, not for a sentence that quotes or reports something itself."""
    verb = next((token for token in sent if token.head == token), sent[0])
    if verb.lemma_ not in lexicon.words["verb.parenthetical"] or any(child.dep_ == "ccomp" for child in verb.children):
        return False
    return not any(token.text in QUOTES for token in sent)


def _before(sent: Span) -> Iterator[Span]:
    start = sent.start
    for _ in range(SENTENCES_BACK):
        if start == 0:
            return
        sent = sent.doc[start - 1].sent
        yield sent
        start = sent.start
