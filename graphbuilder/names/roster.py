"""All names of a text: those of the tables, those the model labels, and those it leaves out or cuts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.extents import HYPHEN, as_club, beyond, follows_title, is_part, joined, parted, uncut
from graphbuilder.names.labels import entity_names
from graphbuilder.names.mentions import Name, known_names
from graphbuilder.names.naming import introduction, is_full_name
from graphbuilder.syntax import Doc, Token

SHORTEST_SURNAME = 4
START = attrgetter("start")


def find_names(doc: Doc, lexicon: Lexicon) -> list[Name]:
    """All names of a text in order, without overlaps: the tables first, then the model's entities."""
    labelled = [part for name in entity_names(doc, lexicon) for part in parted(doc, name, lexicon)]
    around = {index: name for name in labelled for index in range(name.start, name.end)}
    known = [one for one in known_names(doc, lexicon) if not is_part(doc, one, around.get(one.end - 1), lexicon)]
    families = family_names(labelled)
    known = [one for one in known if not is_namesake(one, families)]
    taken = {index for name in known for index in range(name.start, name.end)}
    found = [rest for name in labelled if (rest := beyond(doc, name, taken, lexicon)) is not None]
    names = [uncut(doc, as_club(doc, name, lexicon), lexicon) for name in sorted(known + found, key=START)]
    names = joined(doc, names, lexicon)
    names += introduced(doc, names, lexicon)
    names += surnames(doc, names)
    return sorted(names, key=START)


def family_names(names: list[Name]) -> frozenset[str]:
    """The last words of the full names of persons."""
    full = (name.text.rsplit(None, 1) for name in names if name.kind is Kind.PERSON and " " in name.text)
    return frozenset(last for _, last in full)


def is_namesake(known: Name, families: frozenset[str]) -> bool:
    """True for "Wagner" as the short name of a body where the text is about Anton Wagner."""
    return known.kind is Kind.ORGANIZATION and known.text in families and known.text.istitle()


def introduced(doc: Doc, names: list[Name], lexicon: Lexicon) -> Iterator[Name]:
    """The names without a label that a role or body noun introduces ("photographer Jane Doe"), and full names."""
    ends = {name.end: name.start for name in names}
    taken = {index for name in names for index in range(name.start, name.end)}
    for token in doc:
        if token.pos_ != "PROPN" or token.ent_type_ or token.dep_ == "compound" or not token.is_title:
            continue
        start = _run(token, taken)
        alone = token.i == start
        if token.i in taken or (alone and not _is_behind_noun(token)):
            continue
        name = Name(start, token.i + 1, doc[start : token.i + 1].text, Kind.THEME)
        kind = introduction(doc, name, lexicon)
        if alone and kind is not Kind.ORGANIZATION:
            continue
        full = next((index for index in range(start, token.i) if is_full_name(doc[index : token.i + 1], lexicon)), None)
        if kind is not None:
            yield replace(name, kind=kind)
        elif full is not None:
            yield Name(full, token.i + 1, doc[full : token.i + 1].text, Kind.PERSON)
        elif _is_beside_title(token, lexicon) or (start in ends and follows_title(doc, ends[start], lexicon)):
            yield replace(name, kind=Kind.PERSON)


def _is_behind_noun(token: Token) -> bool:
    """True for the name alone of "the gas producer Acme"."""
    before = token.doc[token.i - 1] if token.i else token
    return before.pos_ == "NOUN" and (before.head == token or (token.dep_ == "appos" and token.head == before))


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
