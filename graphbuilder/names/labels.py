"""The names that the model labels, without what it glued to them: titles, forms of address, verbs, sums."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.animacy import NOUNS
from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Actor, Kind
from graphbuilder.names.mentions import FULL_NAME, Name
from graphbuilder.names.naming import is_full_name
from graphbuilder.syntax import Doc, Span, Token

KIND_OF_LABEL = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "EVENT": Kind.THEME,
    "LAW": Kind.THEME,
    "PRODUCT": Kind.THEME,
    "WORK_OF_ART": Kind.THEME,
}
OUTSIDE = frozenset(("as", "at", "by", "from", "in", "on", "with"))
"""They begin what is no part of a person's name."""
CURRENCIES = frozenset("$£€¥")
LEFT_OVER = frozenset(("POS", "CC", "IN"))
"""What stands at no end of a name."""


def entity_names(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    """The named entities of the model that can be a party, without articles, titles and possessive endings."""
    for ent in doc.ents:
        kind = KIND_OF_LABEL.get(ent.label_)
        span = trimmed(ent) if kind is not None else None
        if kind is None or span is None:
            continue
        span = before_adjunct(span, lexicon)
        named = without_address(span, kind, lexicon)
        kind = kind if named is span else Kind.PERSON
        span = before_title(named, lexicon)
        untitled = without_title(span, lexicon) if len(span) > 1 else span
        if untitled is not span or bears_title(span, lexicon):
            kind = Kind.PERSON
        text = untitled.text
        if is_common(text, kind) or text.lower() in lexicon.demonyms or text.lower() in lexicon.words["vague.traits"]:
            continue
        if is_bare_body(untitled, lexicon) or is_plural_noun(untitled, lexicon) or is_title_of(untitled, lexicon):
            continue
        state = governed_state(untitled, lexicon)
        yield Name(untitled.start, untitled.end, text, Kind.STATE if state is not None else kind, state)


def is_common(text: str, kind: Kind) -> bool:
    """True for a common noun that the model labels ("the koala"); "the ministry of justice" is a body."""
    return text.islower() and (kind is not Kind.ORGANIZATION or " " not in text)


def is_bare_body(span: Span, lexicon: Lexicon) -> bool:
    """True for a noun that describes a body, though it has a capital ("the Museum", "Club leader Jane Doe")."""
    word = span[0]
    if len(span) > 1 or word.lower_ not in lexicon.words["organization.bodies"]:
        return False
    return word.dep_ == "compound" or any(child.dep_ in ("det", "poss") for child in word.children)


def is_title_of(span: Span, lexicon: Lexicon) -> bool:
    """True for the title alone of "Archbishop of York Jane Doe"."""
    if len(span) > 1 or span.end >= len(span.doc.tokens) or span.doc.tokens[span.end].lower_ != "of":
        return False
    return bool(title_words(span[0], lexicon))


def is_plural_noun(span: Span, lexicon: Lexicon) -> bool:
    """True for a noun for bodies or persons that begins a sentence with a capital ("Schools")."""
    word = span[0]
    if len(span) > 1 or word.tag_ != "NNS":
        return False
    return any(word.lemma_.lower() in lexicon.words[key] for key in ("organization.bodies", "group.nouns"))


def governed_state(span: Span, lexicon: Lexicon) -> Actor | None:
    """The state of "the Australian Government", which is the state itself."""
    if len(span) != 2 or span[1].lower_ not in lexicon.words["organization.state_bodies"]:
        return None
    return lexicon.demonyms.get(span[0].lower_)


def before_title(span: Span, lexicon: Lexicon) -> Span:
    """The name before a title that shares words with it ("Kazakh Energy" of "Kazakh Energy Minister")."""
    doc = span.doc
    words = title_words(doc.tokens[span.end], lexicon) if span.end < len(doc.tokens) else ()
    if words and span.start < words[0].i < span.end:
        return doc[span.start : words[0].i]
    return span


def before_adjunct(span: Span, lexicon: Lexicon) -> Span:
    """The person of "Ana Ponce as Carmen", "Jane Doe in Ghent", which the model takes for one name."""
    for token in span[1:]:
        if token.tag_ != "IN" or token.lower_ not in OUTSIDE or not token.is_lower:
            continue
        before = span.doc[span.start : token.i]
        if token.lower_ == "as" or is_full_name(before, lexicon):
            return before
    return span


def without_title(span: Span, lexicon: Lexicon) -> Span:
    """The name behind a title that the model took for a part of it ("National Security Advisor Ajit Doval")."""
    if span[-1].lower_ in lexicon.words["organization.bodies"]:
        return span  # "the General Services Administration"
    for index in range(span.end - 2, span.start - 1, -1):
        words = title_words(span.doc.tokens[index], lexicon)
        if words and words[0].i >= span.start and span.doc.tokens[index + 1].pos_ == "PROPN":
            return span.doc[index + 1 : span.end]
    return span


def without_address(span: Span, kind: Kind, lexicon: Lexicon) -> Span:
    """The name behind what the model took for a part of it: "Dr Okoro", "Belarusian Jane Doe"."""
    first = span[0].lower_
    people = kind is Kind.PERSON and len(span) > FULL_NAME and first in lexicon.demonyms
    address = len(span) > 1 and first in lexicon.words["person.addresses"]
    return span.doc[span.start + 1 : span.end] if people or address else span


def bears_title(span: Span, lexicon: Lexicon) -> bool:
    """True where a title stands right before a name of two or three words, or beside it in apposition."""
    if span.label_ == "PERSON" or not 2 <= len(span) <= 3 or span[-1].lower_ in lexicon.words["organization.suffixes"]:
        return False
    if not all(token.pos_ == "PROPN" and token.is_title for token in span):
        return False
    before = span.start and title_words(span.doc.tokens[span.start - 1], lexicon)
    root = span.root
    return bool(before) or (root.dep_ == "appos" and bool(title_words(root.head, lexicon)))


def trimmed(ent: Span) -> Span | None:
    """The entity without article or verb before and possessive or joining word behind; None where no letter is left."""
    start, end, tokens = ent.start, ent.end, ent.doc.tokens
    ends = _ends_person if ent.label_ == "PERSON" else _is_sum
    end = next((token.i for token in ent if token.i > start and ends(token)), end)
    while start < end and (tokens[start].pos_ == "DET" or tokens[start].is_punct or tokens[start].is_space):
        start += 1
    while start < end and ent.label_ == "PERSON" and tokens[start].is_lower and tokens[start].pos_ == "VERB":
        start += 1
    while end > start and (tokens[end - 1].tag_ in LEFT_OVER or tokens[end - 1].is_punct or tokens[end - 1].is_space):
        end -= 1
    if start >= end or not any(map(str.isalpha, ent.doc[start:end].text)):
        return None
    return said_once(ent.doc[start:end]) if end - start > 1 else ent.doc[start:end]


def _ends_person(token: Token) -> bool:
    """True for what the model joins to a person's name: a verb, a bracket, a number."""
    if token.is_lower:
        return token.pos_ in ("VERB", "AUX") or "(" in token.text
    return "(" in token.text or any(char.isdigit() for char in token.text)


def _is_sum(token: Token) -> bool:
    """True for the sum of "paid Acme AU$2 million" and "fined Acme 2 million euros"."""
    if not CURRENCIES.isdisjoint(token.text):
        return True
    return token.dep_ in ("compound", "nummod") and token.pos_ == "NUM" and _counted(token) in NOUNS["money.units"]


def _counted(number: Token) -> str:
    """The noun whose number it is, past the parts of the number ("2 million euros")."""
    head = number.head
    return (head.head if head.pos_ == "NUM" else head).lemma_.lower()


def said_once(span: Span) -> Span:
    """The name without its repetition, as where a caption or heading runs into the text ("Jane Doe Jane A. Doe")."""
    words = [token.lower_ for token in span]
    for index in range(1, len(words)):
        if words[index] == words[0] and words[index].isalpha():
            return span.doc[span.start : span.start + index]
    first = words.index(words[-1])
    return span if first in (0, len(words) - 1) else span.doc[span.start : span.start + first + 1]
