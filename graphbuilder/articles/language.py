"""Which language a text is in. The identifier loads for a second, so it is asked only where words alone do not tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from graphbuilder.articles.vocabulary import language_names, words

BEGINNING = 2000  # characters of an article that are looked at
LINE_BEGINNING = 200  # of a line
CLEARLY_ENGLISH = 0.2  # share of common English words; other languages stay under 0.1
HARDLY_ENGLISH = 0.15
SURE = 0.75  # probability from which the identifier is believed against English
SHORTEST = 40  # characters of a line that can be judged
SMALLEST_SHARE = 0.4  # of words in small letters; with fewer it is a list of names
LATIN_ENDS = 0x250  # the first code point after the Latin letters

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(identifier.labels) - words("language.dialects"))
    return identifier


def _english_share(text: str) -> float:
    """The share of common English words; 0.0 where there are no words."""
    tokens = text.lower().split()
    return sum(map(words("language.english").__contains__, tokens)) / max(len(tokens), 1)


def identify(text: str) -> str | None:
    """ISO 639 code of the language that the text begins in; None where neither words nor identifier are sure."""
    beginning = text[:BEGINNING]
    if _english_share(beginning) >= CLEARLY_ENGLISH:
        return "en"
    if not _WORD.search(beginning):
        return None
    code, probability = _identifier().classify(beginning)
    return str(code) if code == "en" or probability >= SURE else None


def foreign_language(text: str, code: str | None) -> str | None:
    """How to call the language of an article that `identify` gave `code`: "Spanish (es)".

    None for English, for what is not known, and for an article that goes on in English after a foreign beginning.
    """
    if code in (None, "en") or _english_share(text) >= HARDLY_ENGLISH:
        return None
    return f"{language_names()[code]} ({code})" if code in language_names() else code


def _is_foreign_script(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return sum(1 for letter in letters if ord(letter) >= LATIN_ENDS) > max(10, len(letters) / 2)


def is_foreign(line: str) -> bool:
    """True for a line that is surely not English; names, short lines and doubtful ones are not.

    Latin lines are judged by their words in small letters: names are written the same in every language.
    """
    beginning = line[:LINE_BEGINNING]
    if _english_share(beginning) >= HARDLY_ENGLISH:
        return False
    if not beginning.isascii() and _is_foreign_script(beginning):
        return True
    tokens = _WORD.findall(beginning)
    small = [token for token in tokens if token[0].islower()]
    if len(line) < SHORTEST or len(small) < len(tokens) * SMALLEST_SHARE:
        return False
    code, probability = _identifier().classify(" ".join(small))
    return bool(code != "en" and probability >= SURE)
