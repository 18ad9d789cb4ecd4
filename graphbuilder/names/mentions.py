"""Names and noun phrases: which stretch of the text names whom, before anything is known of the article around it."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Actor, Kind
from graphbuilder.syntax import Doc, Span, Token
from graphbuilder.values import value

LONGEST_NAME = 8
FULL_NAME = 2
LONGEST_PHRASE = 10
LEFT = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "advmod", "punct", "case", "neg")
)
OF_PHRASE = frozenset(("of",))
LABELS = frozenset(("NORP", "ORG", "GPE", "LOC", "PERSON"))


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
                    return start, _end_of_entity(noun)
    return start, end


def _end_of_entity(noun: Token) -> int:
    """The end of a noun, or of the entity that it stands in ("the House of Commons")."""
    tokens, end = noun.doc.tokens, noun.i + 1
    while noun.ent_type_ and end < len(tokens) and tokens[end].ent_iob_ == "I":
        end += 1
    return end


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
    if token.dep_ == "poss" and token.ent_type_ in ("DATE", "TIME") and token.is_lower:
        return True  # "last year's trophy"
    return token.lower_ in vague and (token.pos_ != "PROPN" or token.is_sent_start)


def theme_name(doc: Doc, start: int, end: int, lexicon: Lexicon) -> str:
    """A short stable name: the phrase without articles, quotation marks and vague adjectives at its beginning."""
    vague = lexicon.words["vague.adjectives"]
    while start < end - 1 and _is_left_out(doc.tokens[start], vague):
        start += 1
    words = " ".join(doc[start:end].text.replace('"', "").split())
    first = doc.tokens[start]
    within = end - start > 1 and first.ent_type_ in LABELS
    named = first.pos_ == "PROPN" or within or first.lower_ in lexicon.demonyms
    lowered = first.is_sent_start and first.is_title and not named
    return words[0].lower() + words[1:] if lowered else words
