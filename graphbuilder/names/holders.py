"""The dated table of offices: who held which, by surname, spelling and day."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from rapidfuzz import fuzz, process

from graphbuilder.lexicon import Lexicon, Office
from graphbuilder.model import slug
from graphbuilder.names.personal_names import initials, romanised

SAME_HOLDER = 85.0


def offices_of(surname: str, lexicon: Lexicon) -> list[Office]:
    """The entries of the dated table whose holders have this surname, in any spelling."""
    return _offices_by_surname(lexicon).get(romanised(surname), [])


@lru_cache(maxsize=1)
def _offices_by_surname(lexicon: Lexicon) -> dict[str, list[Office]]:
    found: defaultdict[str, list[Office]] = defaultdict(list)
    for office in lexicon.offices:
        found[romanised(surname_of(office, lexicon))].append(office)
    return dict(found)


def surname_of(office: Office, lexicon: Lexicon) -> str:
    """The surname of a holder: in some countries it comes first ("Xi Jinping")."""
    words = office.holder.split()
    return words[0] if office.of.lower() in lexicon.words["person.surname_first"] else words[-1]


@lru_cache(maxsize=4096)  # the names of the news come back
def holder_like(text: str, lexicon: Lexicon) -> str | None:
    """The holder of any office whose name this is, in this or nearly this spelling."""
    same = holders_by_slug(lexicon).get(slug(text))
    if same is not None:
        return same  # "Kim Jong-un"
    found = process.extractOne(text, lexicon.holders, scorer=fuzz.ratio, score_cutoff=SAME_HOLDER)
    return found[0] if found and initials(found[0]) == initials(text) else None


def same_title(listed: str, title: str, lexicon: Lexicon) -> bool:
    """True for a title of the table and another word for it ("premier")."""
    return listed == title or title in lexicon.words.get(f"same_title.{listed}", ())


def holds(office: Office, day: str) -> bool:
    """True for an entry of the table that covers the day (ISO)."""
    return office.since <= day and (not office.until or day < office.until)


def is_holder(text: str, lexicon: Lexicon) -> bool:
    """True for the name of a holder as the table writes it."""
    return holders_by_slug(lexicon).get(slug(text)) == text


@lru_cache(maxsize=1)
def holders_by_slug(lexicon: Lexicon) -> dict[str, str]:
    """Slug -> holder."""
    return {slug(holder): holder for holder in lexicon.holders}
