"""How far a name reaches: what belongs to the name of a body, what the model glued to it or cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.holders import is_holder
from graphbuilder.names.mentions import Name
from graphbuilder.names.naming import is_full_name, is_given
from graphbuilder.syntax import Doc, Token

HYPHEN = "-"
BODIES = ("organization.suffixes", "organization.bodies")
WITHIN = frozenset(("of", "and", "for", "on", "the", "&"))
"""What joins the words of a name."""
NAMING = frozenset(("of", "for", "on"))
LABELS = ("ORG", "EVENT", "LAW", "GPE", "LOC")
"""Behind them stands what a body is of or for."""


def parted(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Name]:
    """The names of "Senator from Vermont Jane Doe", "Leader of the Acme Party Jane Doe": owner and person."""
    yield from (part for piece in listed(doc, name, lexicon) for part in _parted(doc, piece, lexicon))


def listed(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Name]:
    """The bodies that the model takes for one in a list ("Acme, Bestco"); "University of Chad, Sarh" is one."""
    tokens = doc.tokens[name.start : name.end]
    commas = [token.i for token in tokens if token.text == ","]
    whole = any(token.lower_ in WITHIN or token.lower_ in lexicon.words["name.forms"] for token in tokens)
    if name.kind is not Kind.ORGANIZATION or len(commas) != 1 or whole:
        yield name
        return
    for start, end in ((name.start, commas[0]), (commas[0] + 1, name.end)):
        yield Name(start, end, doc[start:end].text, name.kind)


def _parted(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Name]:
    cut = name.end - 2
    if cut <= name.start or not follows_title(doc, name.start, lexicon) or not _is_person(doc, cut, name.end, lexicon):
        yield name
    else:
        body = any(is_of_body(token, lexicon) for token in doc.tokens[name.start : cut])
        kind = Kind.ORGANIZATION if body else Kind.PLACE
        yield Name(name.start, cut, doc[name.start : cut].text, kind)
        yield Name(cut, name.end, doc[cut : name.end].text, Kind.PERSON)


def follows_title(doc: Doc, start: int, lexicon: Lexicon) -> bool:
    """True behind a title and its preposition ("leader of the")."""
    before = start - 1
    if before > 0 and doc[before].pos_ == "DET":
        before -= 1
    if before < 1 or doc[before].tag_ != "IN":
        return False
    noun = doc[before - 1]
    return bool(title_words(noun, lexicon)) or noun.lemma_.lower() in lexicon.words["person.roles"]


def _is_person(doc: Doc, cut: int, end: int, lexicon: Lexicon) -> bool:
    """True for a full name, and for any two names behind that of a body or state."""
    if is_full_name(doc[cut:end], lexicon):
        return True
    words = doc.tokens[cut:end]
    plain = all(one.pos_ == "PROPN" and one.is_title and not is_of_body(one, lexicon) for one in words)
    return plain and (doc[cut - 1].lower_ in lexicon.words["organization.suffixes"] or _ends_state(doc, cut, lexicon))


def _ends_state(doc: Doc, end: int, lexicon: Lexicon) -> bool:
    """True where the name of a state or place of the tables ends."""
    found = (lexicon.actors.get(doc[start:end].text.lower()) for start in range(max(end - 2, 0), end))
    return any(actor is not None and actor.kind in (Kind.STATE, Kind.PLACE) for actor in found)


def is_of_body(token: Token, lexicon: Lexicon) -> bool:
    """True for a noun that names a body or ends the name of one."""
    return any(token.lower_ in lexicon.words[key] for key in BODIES)


def is_of_club(token: Token, lexicon: Lexicon) -> bool:
    """True for a word that makes the name of a city that of its club ("Real Madrid", "Cairo United")."""
    return token.lower_ in lexicon.words["organization.clubs"]


def is_part(doc: Doc, known: Name, name: Name | None, lexicon: Lexicon) -> bool:
    """True for the place in the name of a body ("York City Council"), "Western" in any ("Western Wall")."""
    start = known.start + (doc[known.start].pos_ == "DET")
    if name is None or known.end > name.end or known.end - start == name.end - name.start:
        return False
    if known.kind is Kind.GROUP:
        return True
    if name.kind is not Kind.ORGANIZATION:
        return False
    rest = [token for token in doc.tokens[name.start : name.end] if not start <= token.i < known.end]
    if any(token.tag_ == "POS" for token in rest):
        return False
    city = known.kind is Kind.PLACE or known.text.lower() in lexicon.capitals or is_byname(known)
    if city and any(is_of_body(token, lexicon) or is_of_club(token, lexicon) for token in rest):
        return True
    return is_whole(doc, known, name, rest, lexicon)


def is_whole(doc: Doc, known: Name, name: Name, rest: list[Token], lexicon: Lexicon) -> bool:
    """True where all words of an entity are one proper name ("United States Geological Survey", "Cyprus Mail")."""
    words, last = lexicon.words, doc[name.end - 1]
    members = last.tag_ == "NNPS" and last.lemma_.lower() in words["group.nouns"]
    if members or not all(token.pos_ == "PROPN" or token.lower_ in WITHIN for token in rest):
        return False
    if all(token.lower_ in words["name.forms"] for token in rest):
        return False  # "Acme Inc"
    if last.lower_ in words["organization.state_bodies"] or any(title_words(token, lexicon) for token in rest):
        return False
    if any(token.lower_ == "and" and token.i in (known.start - 1, known.end) for token in rest):
        return False  # "Crete and Cyprus"
    if is_of_body(doc[known.end - 1], lexicon) and not any(is_of_body(token, lexicon) for token in rest):
        return False  # "Labour Party Jane Doe"
    other = doc[rest[0].i : rest[-1].i + 1]
    states = known.kind is Kind.STATE and other.text.lower() in lexicon.actors
    return not states and not is_full_name(other, lexicon)


def is_byname(known: Name) -> bool:
    """True for another name of a state that is no abbreviation ("Ulster"), as names of bodies have it."""
    other = known.actor is not None and known.text != known.actor.name
    return known.kind is Kind.STATE and other and known.text.istitle() and "." not in known.text


def as_club(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The club of "Real Madrid", "Bern FC", of which the tables or the model know the city alone."""
    if name.kind not in (Kind.STATE, Kind.PLACE) or name.end - name.start > 1:
        return name
    for place in (name.start - 1, name.end):
        if 0 <= place < len(doc) and _makes_club(doc[place], name, lexicon):
            start, end = min(place, name.start), max(place + 1, name.end)
            return Name(start, end, doc[start:end].text, Kind.ORGANIZATION)
    return name


def _makes_club(token: Token, city: Name, lexicon: Lexicon) -> bool:
    """True for such a word without a label beside a city, unless it begins another name ("United Airlines")."""
    if token.pos_ != "PROPN" or token.is_lower or token.ent_type_ or not is_of_club(token, lexicon):
        return False
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.i < city.start or after.pos_ != "PROPN"


def uncut(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The name with what the model cut off: the parts of "Mazar-i-Sharif"; a legal form, which is no part of it."""
    end = name.end
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in lexicon.words["name.forms"]:
        return replace(name, end=end + 2)
    if name.actor is not None:
        return name
    if end < len(doc) and doc[end].is_digit and doc[end - 1].lower_ in lexicon.words["theme.numbered"]:
        return replace(name, end=end + 1, text=doc[name.start : end + 1].text, kind=Kind.THEME)
    if name.start and doc[name.start - 1].lower_ in lexicon.words["theme.beginnings"] and doc[name.start - 1].is_title:
        return replace(name, start=name.start - 1, text=doc[name.start - 1 : end].text, kind=Kind.THEME)
    start, end = _hyphenated(doc, name.start, -1), _hyphenated(doc, name.end - 1, 1) + 1
    if name.kind is Kind.PERSON:
        start = _with_given_name(doc, start, lexicon)
        end += 2 * is_holder(doc[start : end + 2].text, lexicon)  # "Moon Jae-in"
    grown = end - start > name.end - name.start
    return replace(name, start=start, end=end, text=doc[start:end].text) if grown else name


def _with_given_name(doc: Doc, start: int, lexicon: Lexicon) -> int:
    """Where a name begins with the given name that the model left out of it ("Olga" of "Olga Lind")."""
    before = doc[start - 1] if start else None
    if before is None or before.pos_ != "PROPN" or before.ent_type_ or before.head != doc[start]:
        return start
    return start - 1 if is_given(before.lower_, lexicon) else start


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


def beyond(doc: Doc, name: Name, taken: set[int], lexicon: Lexicon) -> Name | None:
    """What of an entity lies beyond the known names: all, nothing, or the person behind a body ("the ICC Jane Doe")."""
    free = [index for index in range(name.start, name.end) if index not in taken]
    if len(free) == name.end - name.start:
        return name
    if len(free) < 2 or free[-1] != name.end - 1 or free[0] != name.end - len(free):
        return None
    if not all(doc[index].pos_ == "PROPN" and doc[index].is_title for index in free):
        return None
    body = any(is_of_body(doc[index], lexicon) for index in free)
    return Name(free[0], name.end, doc[free[0] : name.end].text, name.kind if body else Kind.PERSON)


def joined(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """The names, those of bodies with what they are of or for ("Center for Harbour Policy")."""
    found: list[Name] = []
    for name in names:
        if found and name.end <= found[-1].end:
            continue  # inside the name before it
        found.append(with_field_list(doc, with_purpose(doc, name, lexicon), lexicon))
    return found


def with_field_list(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The body with all of its fields ("Institute of Defence, Trade and Peace Studies"), where the model cut them."""
    purposes = any(token.lower_ in NAMING for token in doc.tokens[name.start : name.end])
    if name.kind is not Kind.ORGANIZATION or name.actor is not None or not purposes:
        return name
    end = _end_of_fields(doc, name.end, lexicon)
    return replace(name, end=end, text=doc[name.start : end].text) if end else name


def _end_of_fields(doc: Doc, start: int, lexicon: Lexicon) -> int:
    """Where a list of capitalised words behind a comma ends, the last of them a field; 0 where none stands there."""
    if start >= len(doc) or doc[start].text != ",":
        return 0
    fields = lexicon.words["person.portfolios"] | lexicon.words["organization.fields"]
    end, last = 0, False
    for token in doc.tokens[start:]:
        if token.lower_ in ("and", "&") and not last:
            last = True
        elif token.text != "," and not (token.is_title and token.pos_ in ("PROPN", "ADJ", "NOUN")):
            break
        elif last and token.lower_ in fields:
            end = token.i + 1
    return end


def with_purpose(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The name of a body or treaty with the phrase behind it, where that is a proper name as well."""
    if name.actor is not None or name.kind in (Kind.PERSON, Kind.STATE) or name.end + 1 >= len(doc):
        return name
    preposition, root = doc[name.end], doc[name.start : name.end].root
    if preposition.lower_ not in NAMING or root.pos_ != "PROPN":
        return name
    thing = root.lower_ in lexicon.words["theme.endings"]
    if not thing and not is_of_body(root, lexicon) and root.lower_ not in lexicon.words["organization.seats"]:
        return name
    end = _end_of_purpose(preposition, attached=preposition.head == root)
    kind = Kind.THEME if thing else Kind.ORGANIZATION
    return replace(name, end=end, text=doc[name.start : end].text, kind=kind) if end else name


def _end_of_purpose(preposition: Token, *, attached: bool) -> int:
    """Where the proper name behind a preposition ends ("the Prohibition of Tests"); 0 where none stands there.

    Where the parser hangs the preposition on something else, the model must label what follows.
    """
    tokens, index, end = preposition.doc.tokens, preposition.i + 1, 0
    labels = LABELS if tokens[index].lower_ == "the" else LABELS[:3]
    index += tokens[index].lower_ == "the"
    if index >= len(tokens) or not (attached or tokens[index].ent_type_ in labels):
        return 0
    while index < preposition.sent.end:
        token = tokens[index]
        if token.pos_ == "PROPN" and not token.is_lower and token.ent_type_ not in ("PERSON", "DATE"):
            end = index + 1
        elif token.lower_ not in WITHIN or not end or _begins_another(token):
            break
        index += 1
    return end


def _begins_another(joining: Token) -> bool:
    """True for the "and" before another party: with an article, or with a label of its own."""
    following = joining.doc[min(joining.i + 1, len(joining.doc) - 1)]
    return joining.lower_ in ("and", "&") and (following.pos_ != "PROPN" or following.ent_iob_ == "B")
