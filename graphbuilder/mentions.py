"""Names and noun phrases: which stretch of the text names whom, before anything is known of the article around it."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Actor, Kind
from graphbuilder.syntax import Doc, Span, Token
from graphbuilder.values import value

LONGEST_NAME = 8
FULL_NAME = 2
LONGEST_PHRASE = 10
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
LEFT = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "advmod", "punct", "case", "neg")
)
CURRENCIES = frozenset("$£€¥")
OF_PHRASE = frozenset(("of",))
LEFT_OVER = frozenset(("POS", "CC", "IN"))
"""What stands at no end of a name."""


@value
class Name:
    """Tokens that name somebody: `start` inclusive, `end` exclusive; `actor` where the tables know him."""

    start: int
    end: int
    text: str
    kind: Kind
    actor: Actor | None = None


def known_names(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    """The longest names that the tables of actors know, from left to right; spelling and case as listed."""
    text, tokens, index = doc.text, doc.tokens, 0
    people = {token.i: ent for ent in doc.ents if len(ent) > 1 and _is_of_person(ent, lexicon) for token in ent}
    while index < len(tokens):
        token = tokens[index]
        begins = token.lower_ in lexicon.name_starts and not token.is_lower
        name = _longest(doc, index, text, lexicon) if begins and not _continues(token) else None
        if name is None or (index in people and not _covers(name, people[index])):
            index += 1
        else:
            yield name
            index = name.end


def _is_of_person(ent: Span, lexicon: Lexicon) -> bool:
    """True for "Sofia Almeida" even where the model takes her for a body; the tables would find a capital in her."""
    if ent.label_ != "ORG" or len(ent) != FULL_NAME:
        return ent.label_ == "PERSON"
    given, surname = (token.lower_ for token in ent)
    is_given = given in lexicon.words["given.female"] or given in lexicon.words["given.male"]
    return is_given and surname.isalpha() and surname not in lexicon.name_starts


def _covers(name: Name, ent: Span) -> bool:
    """True for a known name that the model takes for a person's, all of it ("Sinn Féin")."""
    return name.end == ent.end and name.end - name.start > 1


def _continues(token: Token) -> bool:
    """True within a longer name whose beginning the tables do not know ("National Security Council", "New Wales")."""
    if token.i == 0 or token.ent_iob_ != "I" or token.ent_type_ not in ("ORG", "GPE", "LOC"):
        return False
    before = token.nbor(-1)
    return before.pos_ == "PROPN" and before.tag_ != "POS" and before.ent_iob_ in ("B", "I")


def _longest(doc: Doc, index: int, text: str, lexicon: Lexicon) -> Name | None:
    start, found = doc.tokens[index].idx, []
    for last in doc.tokens[index : index + LONGEST_NAME]:
        words = text[start : last.idx + len(last.text)]
        if words.lower() not in lexicon.name_starts:
            break
        found.append((last.i + 1, words))
    for end, words in reversed(found):
        actor = lexicon.actors.get(words.lower()) or lexicon.capitals.get(words.lower())
        if (
            actor is not None
            and _written_so(words, actor, lexicon)
            and not _is_of_another(doc, index, end, actor, lexicon)
        ):
            return Name(index, end, words, actor.kind, actor)
    return None


def _is_of_another(doc: Doc, index: int, end: int, actor: Actor, lexicon: Lexicon) -> bool:
    """True for "the Libyan House of Representatives", which the tables know as a body of another state."""
    if actor.kind is not Kind.ORGANIZATION or actor.country is None:
        return False
    owner = lexicon.demonyms.get(doc.tokens[index - 1].lower_) if index else None
    return (owner is not None and owner.country != actor.country) or _is_of_state(doc, end, actor, lexicon)


def _is_of_state(doc: Doc, end: int, actor: Actor, lexicon: Lexicon) -> bool:
    """True before "of Finland", where the tables know the body of another state under this name."""
    if end + 1 >= len(doc) or doc.tokens[end].lower_ != "of":
        return False
    state = lexicon.actors.get(doc.tokens[end + 1].lower_)
    return state is not None and state.kind is Kind.STATE and state.country != actor.country


def _written_so(words: str, actor: Actor, lexicon: Lexicon) -> bool:
    """Short and all-capital names must be written as listed ("WHO" is not "Who")."""
    if words in actor.aliases or words == actor.name:
        return True
    first, _, last = words.rpartition(" ")
    if first.istitle() and last in lexicon.words["organization.suffixes"]:
        return True  # "Democratic party"
    return (
        words[0].isupper() and not words.isupper() and len(words) > 4 and words.lower() in lexicon.capitals
    ) or words.istitle()


def entity_names(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    """The named entities of the model that can be a party, without articles, titles and possessive endings."""
    for ent in doc.ents:
        kind = KIND_OF_LABEL.get(ent.label_)
        span = trimmed(ent) if kind is not None else None
        if kind is None or span is None:
            continue
        span = before_title(span, lexicon)
        untitled = without_title(span, lexicon) if len(span) > 1 else span
        if untitled is not span or bears_title(span, lexicon):
            kind = Kind.PERSON
        text = untitled.text
        if is_common(text, kind) or text.lower() in lexicon.demonyms or text.lower() in lexicon.words["vague.traits"]:
            continue
        if is_bare_body(untitled, lexicon):
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


def without_title(span: Span, lexicon: Lexicon) -> Span:
    """The name behind a title that the model took for a part of it ("National Security Advisor Ajit Doval")."""
    for index in range(span.end - 2, span.start - 1, -1):
        words = title_words(span.doc.tokens[index], lexicon)
        if words and words[0].i >= span.start and span.doc.tokens[index + 1].pos_ == "PROPN":
            return span.doc[index + 1 : span.end]
    return span


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
    """True for the sum of "paid Acme AU$2 million"."""
    return not CURRENCIES.isdisjoint(token.text)


def said_once(span: Span) -> Span:
    """The name without its repetition, as where a caption or heading runs into the text ("Jane Doe Jane A. Doe")."""
    words = [token.lower_ for token in span]
    for index in range(1, len(words)):
        if words[index] == words[0] and words[index].isalpha():
            return span.doc[span.start : span.start + index]
    first = words.index(words[-1])
    return span if first in (0, len(words) - 1) else span.doc[span.start : span.start + first + 1]


def noun_phrase(head: Token) -> tuple[int, int]:
    """(start, end) of the noun and the words before it that belong to it."""
    start = head.i
    for child in head.children:
        if child.i < head.i and child.dep_ in LEFT:
            start = min(start, child.left_edge.i)
    return start, head.i + 1


def theme_phrase(head: Token) -> tuple[int, int]:
    """The noun phrase with a short of-phrase after it ("the certification of the pipeline")."""
    start, end = noun_phrase(head)
    for child in head.children:
        if child.i == end and child.dep_ == "prep" and child.lower_ in OF_PHRASE:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.i - start < 9:
                    return start, noun.i + 1
    return start, end


def full_phrase(head: Token, end: int) -> int:
    """The end of the phrase with what follows the noun in it, up to ten words ("roads leading to the capital")."""
    for child in head.rights:
        if child.dep_ not in ("prep", "acl") or child.left_edge.i > end + 1:
            break
        last = child.right_edge.i + 1
        if last - head.left_edge.i > LONGEST_PHRASE:
            break
        end = max(end, last)
    return end


DETERMINERS = frozenset(("DET", "PUNCT", "SPACE", "PART", "SYM"))


def _is_left_out(token: Token, vague: frozenset[str]) -> bool:
    if token.pos_ in DETERMINERS or token.tag_ in ("PRP$", "POS"):
        return True
    return token.lower_ in vague and (token.pos_ != "PROPN" or token.is_sent_start)


def theme_name(doc: Doc, start: int, end: int, vague: frozenset[str]) -> str:
    """A short stable name: the phrase without articles, quotation marks and vague adjectives at its beginning."""
    while start < end - 1 and _is_left_out(doc.tokens[start], vague):
        start += 1
    words = " ".join(doc[start:end].text.replace('"', "").split())
    first = doc.tokens[start]
    return words[0].lower() + words[1:] if first.is_sent_start and first.is_title and first.pos_ != "PROPN" else words
