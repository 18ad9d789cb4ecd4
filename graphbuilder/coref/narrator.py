"""Whose words a whole text is: the one interviewed, the giver of a speech, the writer of a letter; and whom it addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.coref.discourse import Discourse
from graphbuilder.model import Kind
from graphbuilder.referents import Referent

SALUTATION = 80
CLOSING = 12
NEAR = 5


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
    words = [word.strip("'\".,:;()").lower() for word in headline.replace("’", "'").split()]
    lists = discourse.lexicon.words
    interview = any(word in lists["headline.interview"] for word in words)
    speech = next((index for index, word in enumerate(words) if word in lists["headline.speech"]), None)
    if not interview and speech is None:
        return Voices()
    named = dict(persons_in(discourse, words))
    before = [person for person, at in named.items() if speech is not None and at < speech]
    chosen = list(named) if len(named) == 1 else before
    person = chosen[0] if len(chosen) == 1 else None
    return Voices(person, person if interview else None, interview)


def persons_in(discourse: Discourse, words: list[str]) -> Iterator[tuple[Referent, int]]:
    """(person, place of his first word) of those whom the headline names by an alias of the article."""
    text = f" {' '.join(words)} "
    for referent in dict.fromkeys(referent for _, referent in discourse.named.values()):
        if referent.kind is not Kind.PERSON:
            continue
        places = [text.find(f" {alias.lower()} ") for alias in (referent.name, *sorted(referent.aliases))]
        found = [place for place in places if place >= 0]
        if found:
            yield referent, text[: min(found) + 1].count(" ") - 1


def signatory(discourse: Discourse) -> Referent | None:
    """Whose name follows the closing formula at the end of a letter ("Yours sincerely, Jane Doe")."""
    tokens = [token for token in discourse.doc[-CLOSING:] if not token.is_space]
    formulas = discourse.lexicon.words["letter.closings"]
    for token in tokens:
        if token.lower_ in formulas and token.i + 1 < len(discourse.doc) and discourse.doc[token.i + 1].text == ",":
            return next((person for one in tokens if (person := _named_after(discourse, one, token)) is not None), None)
    return None


def _named_after(discourse: Discourse, token: Token, mark: Token) -> Referent | None:
    if not mark.i < token.i <= mark.i + NEAR or token.pos_ != "PROPN" or not token.is_title:
        return None
    if token.i in discourse.named:
        return discourse.named[token.i][1]
    return discourse.register.surname(token.text) or discourse.register.of_text(token.text, Kind.PERSON)


def addressed(discourse: Discourse) -> Referent | None:
    """Whom the salutation greets ("Dear Jane")."""
    for token in discourse.doc[:SALUTATION]:
        if token.lower_ in discourse.lexicon.words["letter.salutations"]:
            found = (_named_after(discourse, one, token) for one in discourse.doc[token.i + 1 : token.i + NEAR])
            return next((person for person in found if person is not None), None)
    return None
