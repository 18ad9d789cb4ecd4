"""Whose words a whole text is: of the one interviewed, a speaker or the writer of a letter; and whom it addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphbuilder.coref.discourse import Discourse
from graphbuilder.grammar.arguments import children, obliques
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.model import Kind
from graphbuilder.names.naming import gender_of
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token

SALUTATION = 80
CLOSING = 12
NEAR = 5
INTRODUCTION = 150
LONGEST_QUOTATION = 400
"""Tokens; where a mark is missing, a whole text seems quoted."""
OFTEN = 400
"""Tokens to one "I" or "we" at most in a text that is told by one person."""
PRONOUNS = frozenset(("PRP", "PRP$"))


@dataclass(frozen=True, slots=True)
class Voices:
    """Who "I" and "you" are outside quotations; None where the text does not say."""

    narrator: Referent | None = None
    addressee: Referent | None = None
    interview: bool = False


def find_voices(discourse: Discourse, headline: str) -> Voices:
    """The voices of a text: by its signature and salutation, else by a headline that announces somebody's words."""
    writer = signatory(discourse)
    if writer is not None:
        return Voices(writer, addressed(discourse))
    spelled = [word.strip("'\".,:;()") for word in headline.replace("’", "'").split()]
    words, lists = [word.lower() for word in spelled], discourse.lexicon.words
    if not is_told_in_person(discourse):
        return Voices()
    interview = any(word in lists["headline.interview"] | lists["headline.telling"] for word in words)
    announcing = lists["headline.interview"] | lists["headline.telling"] | lists["headline.speech"]
    place = next((index for index, word in enumerate(words) if word in announcing), None)
    if place is None:
        return Voices()
    named = [person for person, at in persons_in(discourse, spelled) if is_announced(words, place, at, discourse)]
    person = sole(named) or sole(list(presented(discourse)))
    return Voices(person, person if interview else None, interview)


def is_told_in_person(discourse: Discourse) -> bool:
    """True for a text that often says "I", "we" or "you" outside of quotations."""
    words, tokens = discourse.lexicon.words, discourse.doc.tokens
    spoken = words["pronoun.speaker"] | words["pronoun.side"] | words["pronoun.addressee"]
    told = [token for token in tokens if token.tag_ in PRONOUNS and token.lower_ in spoken]
    lengths = Counter(discourse.quotation)
    lengths[0] = LONGEST_QUOTATION + 1
    unquoted = [token for token in told if lengths[discourse.quotation[token.i]] > LONGEST_QUOTATION]
    return len(unquoted) * OFTEN >= len(tokens)


def sole(persons: list[Referent]) -> Referent | None:
    """The only one of them; None where there are several or none."""
    different = set(persons)
    return different.pop() if len(different) == 1 else None


def presented(discourse: Discourse) -> Iterator[Referent]:
    """Whom the introduction presents: "Daily interviewed X", "Daily spoke with X", "X delivered remarks"."""
    words = discourse.lexicon.words
    for verb in discourse.doc[:INTRODUCTION]:
        if verb.pos_ != "VERB" or discourse.quotation[verb.i]:
            continue
        ends: Sequence[Token] = ()
        if verb.lemma_ in words["headline.interview"]:
            ends = list(children(verb, "dobj"))
        elif verb.lemma_ in words["verb.conversing"]:
            ends = [noun for name, _, noun in obliques(verb) if name in ("to", "with")]
        elif any(noun.lower_ in words["headline.speech"] for noun in children(verb, "dobj")):
            ends = surface_subjects(verb)
        named = [discourse.named[one.i][1] for one in ends if one.i in discourse.named]
        yield from (one for one in named if one.kind is Kind.PERSON)


def is_announced(words: list[str], place: int, at: int, discourse: Discourse) -> bool:
    """True for whose words "Interview with X" and "X's speech" announce; not for "letter to X", "speech on X"."""
    if at <= place <= at + 1:
        return False
    return at < place or discourse.lexicon.words["headline.away"].isdisjoint(words[place:at])


def persons_in(discourse: Discourse, spelled: list[str]) -> Iterator[tuple[Referent, int]]:
    """(person, place of his first word) of those whom the headline names: by an alias, else by a given name."""
    text = f" {' '.join(spelled)} "
    taken: set[int] = set()
    for referent in dict.fromkeys(referent for _, referent in discourse.named.values()):
        if referent.kind is not Kind.PERSON:
            continue
        places = [text.find(f" {alias} ") for alias in (referent.name, *sorted(referent.aliases))]
        found = [place for place in places if place >= 0 and (" " in referent.name or _ends_name(text, place))]
        if found:
            at = text[: min(found) + 1].count(" ") - 1
            taken.update((at, at + 1))
            yield referent, at
    yield from _only_in_headline(discourse, spelled, taken)


def _ends_name(text: str, place: int) -> bool:
    """True where two capitalised words before it are a verb and a given name ("interviews Jane Doe")."""
    before = text[:place].split()
    return len(before) > 1 and before[-1].istitle() and not before[-2].istitle()


def _only_in_headline(discourse: Discourse, spelled: list[str], taken: set[int]) -> Iterator[tuple[Referent, int]]:
    for at, (given, surname) in enumerate(pairwise(spelled)):
        new = at not in taken and at + 1 not in taken
        if not (new and given.istitle() and surname.istitle()):
            continue
        before, words = spelled[at - 1] if at else "", discourse.lexicon.words
        introduced = before in words["person.roles"] or before.lower() in words["person.addresses"]
        if introduced or gender_of(given, discourse.lexicon) is not None:
            yield discourse.register.person(f"{given} {surname}"), at


def signatory(discourse: Discourse) -> Referent | None:
    """Whose name follows the closing formula at the end of a letter ("Yours sincerely, Jane Doe")."""
    tokens = [token for token in discourse.doc[-CLOSING:] if not token.is_space]
    formulas = discourse.lexicon.words["letter.closings"]
    for token in tokens:
        if token.lower_ in formulas and token.i + 1 < len(discourse.doc) and discourse.doc[token.i + 1].text == ",":
            return next((person for one in tokens if (person := _named_after(discourse, one, token)) is not None), None)
    return None


def _named_after(discourse: Discourse, token: Token, mark: Token) -> Referent | None:
    if not mark.i < token.i <= mark.i + NEAR or not token.is_title:
        return None
    if token.i in discourse.named:
        referent = discourse.named[token.i][1]
        return referent if token.pos_ == "PROPN" or referent.kind is Kind.PERSON else None
    if token.pos_ != "PROPN":
        return None
    return discourse.register.surname(token.text) or discourse.register.of_text(token.text, Kind.PERSON)


def addressed(discourse: Discourse) -> Referent | None:
    """Whom the salutation greets ("Dear Jane")."""
    for token in discourse.doc[:SALUTATION]:
        if token.lower_ in discourse.lexicon.words["letter.salutations"]:
            found = (_named_after(discourse, one, token) for one in discourse.doc[token.i + 1 : token.i + NEAR])
            return next((person for person in found if person is not None), None)
    return None
