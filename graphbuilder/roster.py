"""All names of a text: those of the tables, those the model labels, and those it leaves out or cuts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.mentions import Name, entity_names, known_names
from graphbuilder.model import Kind
from graphbuilder.naming import introduction, is_full_name
from graphbuilder.syntax import Doc, Token

SHORTEST_SURNAME = 4
HYPHEN = "-"
BODIES = ("organization.suffixes", "organization.bodies")


def find_names(doc: Doc, lexicon: Lexicon) -> list[Name]:
    """All names of a text in order, without overlaps: the tables first, then the model's entities."""
    labelled = [part for name in entity_names(doc, lexicon) for part in parted(doc, name, lexicon)]
    around = {index: name for name in labelled for index in range(name.start, name.end)}
    known = [one for one in known_names(doc, lexicon) if not is_part(doc, one, around.get(one.start), lexicon)]
    taken = {index for name in known for index in range(name.start, name.end)}
    found = [rest for name in labelled if (rest := beyond(doc, name, taken)) is not None]
    names = [uncut(doc, name, lexicon) for name in sorted(known + found, key=lambda name: name.start)]
    names += introduced(doc, names, lexicon)
    names += surnames(doc, names)
    return sorted(names, key=lambda name: name.start)


def parted(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Name]:
    """The names of "Senator from Vermont Jane Doe": the place and, as its last two words, the person."""
    cut = name.end - 2
    if (
        cut <= name.start
        or name.start < 2
        or doc[name.start - 1].tag_ != "IN"
        or not title_words(doc[name.start - 2], lexicon)
        or not is_full_name(doc[cut : name.end], lexicon)
    ):
        yield name
    else:
        yield Name(name.start, cut, doc[name.start : cut].text, Kind.PLACE)
        yield Name(cut, name.end, doc[cut : name.end].text, Kind.PERSON)


def is_part(doc: Doc, known: Name, name: Name | None, lexicon: Lexicon) -> bool:
    """True for the place in the name of a body ("York City Council"), "Western" in any ("Western Wall")."""
    if name is None or known.end > name.end or known.end - known.start == name.end - name.start:
        return False
    if known.kind is Kind.GROUP:
        return True
    city = known.kind is Kind.PLACE or known.text.lower() in lexicon.capitals or is_byname(known)
    if not city or name.kind is not Kind.ORGANIZATION:
        return False
    words = lexicon.words
    rest = [token for token in doc.tokens[name.start : name.end] if not known.start <= token.i < known.end]
    body = any(token.lower_ in words[key] for key in BODIES for token in rest)
    return body and all(token.tag_ != "POS" for token in rest)


def is_byname(known: Name) -> bool:
    """True for another name of a state that is no abbreviation ("Ulster"), as names of bodies have it."""
    other = known.actor is not None and known.text != known.actor.name
    return known.kind is Kind.STATE and other and known.text.istitle() and "." not in known.text


def uncut(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The name with what the model cut off: the parts of "Mazar-i-Sharif"; a legal form, which is no part of it."""
    end = name.end
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in lexicon.words["name.forms"]:
        return replace(name, end=end + 2)
    if name.actor is not None:
        return name
    start, end = _hyphenated(doc, name.start, -1), _hyphenated(doc, name.end - 1, 1) + 1
    grown = end - start > name.end - name.start
    return replace(name, start=start, end=end, text=doc[start:end].text) if grown else name


def _hyphenated(doc: Doc, index: int, step: int) -> int:
    """The last token that hyphens join to this one on one side, as far as they are parts of a name without a label."""
    while 0 <= index + 2 * step < len(doc):
        hyphen, part = doc[index + step], doc[index + 2 * step]
        left = doc[min(index, index + step)]
        tight = not hyphen.whitespace_ and not left.whitespace_ and not (step < 0 and part.whitespace_)
        if hyphen.text != HYPHEN or not tight or part.pos_ != "PROPN" or part.ent_type_:
            return index
        index = part.i
    return index


def introduced(doc: Doc, names: list[Name], lexicon: Lexicon) -> Iterator[Name]:
    """The names without a label that a role or body noun introduces ("photographer Jane Doe"), and full names."""
    taken = {index for name in names for index in range(name.start, name.end)}
    for token in doc:
        if token.pos_ != "PROPN" or token.ent_type_ or token.dep_ == "compound" or not token.is_title:
            continue
        start = _run(token, taken)
        if token.i in taken or token.i == start:
            continue
        name = Name(start, token.i + 1, doc[start : token.i + 1].text, Kind.THEME)
        kind = introduction(doc, name, lexicon)
        if kind is None and (is_full_name(doc[start : token.i + 1], lexicon) or _is_beside_title(token, lexicon)):
            kind = Kind.PERSON
        if kind is not None:
            yield replace(name, kind=kind)


def _run(token: Token, taken: set[int]) -> int:
    """Where the capitalised words without a label begin that end at this one."""
    start = token.i
    while start > token.sent.start and start - 1 not in taken:
        before = token.doc[start - 1]
        part = before.pos_ == "PROPN" and (before.is_title or before.lower_ == before.text) and not before.ent_type_
        hyphen = before.text == HYPHEN and not before.whitespace_ and start - 2 >= token.sent.start
        if not part and not hyphen:
            break
        start -= 1
    return start


def _is_beside_title(token: Token, lexicon: Lexicon) -> bool:
    """True for a name in apposition to a title ("the minister of Norway, Jane Doe")."""
    return token.dep_ == "appos" and token.head.i < token.i and bool(title_words(token.head, lexicon))


def surnames(doc: Doc, names: list[Name]) -> list[Name]:
    """The persons of the text by their surnames alone, where the model sees no entity ("Zelenskyy said")."""
    known = {name.text.rsplit(None, 1)[-1] for name in names if name.kind is Kind.PERSON and " " in name.text}
    taken = {index for name in names for index in range(name.start, name.end)}
    return [
        Name(token.i, token.i + 1, token.text, Kind.PERSON)
        for token in doc
        if token.text in known and token.i not in taken and _stands_alone(token)
    ]


def _stands_alone(token: Token) -> bool:
    """True for a capitalised noun beside no other name ("Young" of "Young Farmers" is none)."""
    if not token.is_title or len(token) < SHORTEST_SURNAME or token.pos_ not in ("NOUN", "PROPN") or token.ent_type_:
        return False
    beside = (token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc))
    return not any(other.is_title and other.pos_ == "PROPN" for other in beside)


def beyond(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    """What of an entity lies beyond the known names: all, nothing, or the person behind a body ("the ICC Jane Doe")."""
    free = [index for index in range(name.start, name.end) if index not in taken]
    if len(free) == name.end - name.start:
        return name
    if len(free) < 2 or free[-1] != name.end - 1 or free[0] != name.end - len(free):
        return None
    if not all(doc[index].pos_ == "PROPN" and doc[index].is_title for index in free):
        return None
    return Name(free[0], name.end, doc[free[0] : name.end].text, Kind.PERSON)
