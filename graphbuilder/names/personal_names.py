"""The names of persons: family name, given name, and "Jr." and "III" behind them."""

from __future__ import annotations

from rapidfuzz import fuzz

from graphbuilder.model import slug

GENERATIONS = frozenset(("jr", "sr", "iii", "iv"))


def family_name(words: list[str]) -> str:
    """The family name in small letters; "Jr." and "III" behind it are none."""
    last = words[-1].lower()
    return words[-2].lower() if len(words) > 2 and last.rstrip(".") in GENERATIONS else last


def initials(name: str) -> tuple[str, str]:
    """The first letters of the first and the last word of a name."""
    words = name.split()
    return words[0][0], words[-1][0]


def _generation(words: list[str]) -> str:
    last = words[-1].lower().rstrip(".")
    return last if last in GENERATIONS else ""


def same_given_name(name: str, words: list[str]) -> bool:
    """True for spellings of one given name; never for father and son ("Jr.", "III")."""
    generation, other = _generation(name.split()), _generation(words)
    if generation and other and generation != other:
        return False
    one, other = name.split()[0].lower().strip("."), words[0].lower().strip(".")
    return one == other or one.startswith(other) or other.startswith(one) or fuzz.ratio(one, other) >= 75


def romanised(surname: str) -> str:
    """The surname as one of its spellings in Latin letters: "Zelenskiy", "Zelenskyy" and "Zelensky" are one."""
    plain = slug(surname)
    return next((plain.removesuffix(end) + "y" for end in ("yy", "iy", "ij", "yi", "i") if plain.endswith(end)), plain)
