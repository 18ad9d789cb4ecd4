"""The files of `data/` that name states, actors, offices and kinds of noun."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from itertools import combinations

import pytest

from graphbuilder.lexicon import DATA, Office, load_actors, load_offices, load_states, load_words
from graphbuilder.model import Actor, Kind

STATES = list(load_states())
ACTORS = [state for state, _, _ in STATES] + list(load_actors())
OFFICES = load_offices()
WORDS = dict(load_words("nouns.toml"))
BY_NAME = {name.lower(): actor for actor in ACTORS for name in (actor.name, *actor.aliases)}
DEMONYMS = {word: state.name for state, demonyms, _ in STATES for word in demonyms}
CAPITALS = {word: state.name for state, _, capitals in STATES for word in capitals}
PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
COLLECTIVE = {("spokesperson", "Chinese Foreign Ministry")}


def repeated(items: list[str]) -> list[str]:
    return [item for item, times in Counter(items).items() if times > 1]


def overlap(one: Office, other: Office) -> bool:
    """Half-open intervals of ISO prefixes; an empty end is open."""
    return one.since < (other.until or "9") and other.since < (one.until or "9")


def holders(title: str, of: str, day: str) -> list[str]:
    offices = (o for o in OFFICES if (o.title, o.of) == (title, of))
    return [o.holder for o in offices if o.since <= day < (o.until or "9")]


def test_a_name_belongs_to_one_actor() -> None:
    """No name or alias, in whatever case, is in two rows or twice in one."""
    assert not repeated([name.lower() for actor in ACTORS for name in (actor.name, *actor.aliases)])


def test_ids_and_wikidata_items_are_unique() -> None:
    """Two rows never share a node."""
    assert not repeated([actor.id for actor in ACTORS])
    assert not repeated([actor.wikidata for actor in ACTORS if actor.wikidata])


def test_states_have_unique_codes() -> None:
    """A code stands for one state."""
    assert not repeated([state.country for state, _, _ in STATES if state.country])


def test_wikidata_items_and_countries_are_well_formed() -> None:
    """Q and digits; the country of a body is a code of `states.csv`."""
    codes = {state.country for state, _, _ in STATES}
    assert [a.name for a in ACTORS if a.wikidata and not re.fullmatch(r"Q[1-9]\d*", a.wikidata)] == []
    assert [a.name for a in ACTORS if a.country and a.country not in codes] == []


@pytest.mark.parametrize("column", [1, 2], ids=["demonyms", "capitals"])
def test_a_demonym_or_capital_belongs_to_one_state(column: int) -> None:
    """And it is no name of another actor."""
    words = [(word.lower(), row[0]) for row in STATES for word in (row[1], row[2])[column - 1]]
    assert not repeated([word for word, _ in words])
    assert [word for word, state in words if BY_NAME.get(word, state) != state] == []


def test_brussels_is_the_european_union() -> None:
    """The seat of the Union is no capital of Belgium here."""
    assert "Brussels" not in CAPITALS
    assert BY_NAME["brussels"].name == "European Union"


def test_offices_are_of_known_bodies() -> None:
    """Every `of` is the canonical name of a state or an organisation."""
    bodies = {actor.name for actor in ACTORS if actor.kind in (Kind.STATE, Kind.ORGANIZATION)}
    assert sorted({office.of for office in OFFICES} - bodies) == []


def test_titles_of_offices_are_known_words() -> None:
    """Every title can be read before a name, and the key of every class of titles is in use."""
    titles = {office.title for office in OFFICES}
    classes = {name.removeprefix("same_title.") for name in WORDS if name.startswith("same_title.")}
    assert sorted(titles - WORDS["person.titles"]) == []
    assert sorted(classes - titles) == []


def test_terms_are_iso_prefixes_in_order() -> None:
    """A term begins before it ends."""
    assert [o for o in OFFICES if not PREFIX.fullmatch(o.since)] == []
    assert [o for o in OFFICES if o.until and not (PREFIX.fullmatch(o.until) and o.since < o.until)] == []


def test_an_office_has_one_holder_at_a_time() -> None:
    """Terms of the same office do not overlap, save where several people share it."""
    pairs = combinations((o for o in OFFICES if (o.title, o.of) not in COLLECTIVE), 2)
    clashes = [(a, b) for a, b in pairs if (a.title, a.of) == (b.title, b.of) and overlap(a, b)]
    assert clashes == []


def test_word_lists_are_lower_case_without_repeats() -> None:
    """Repeats are looked for in the file: a set would hide them."""
    tables = tomllib.loads((DATA / "nouns.toml").read_text(encoding="utf-8"))
    for table, lists in tables.items():
        for name, words in lists.items():
            assert not repeated(words), f"[{table}] {name}"
            assert [word for word in words if word != word.lower() or word != word.strip()] == []


def test_gendered_words_exclude_each_other() -> None:
    """No word says both, and the two spokespeople are on their sides."""
    assert not WORDS["person.male"] & WORDS["person.female"]
    assert "king" in WORDS["person.male"]
    assert "spokeswoman" in WORDS["person.female"]


def test_mutual_relations_are_relations() -> None:
    """What holds in both directions is in the list of what holds in one."""
    assert sorted(WORDS["kinship.mutual"] - WORDS["kinship.nouns"]) == []


@pytest.mark.parametrize(
    ("name", "canonical", "kind", "wikidata"),
    [
        ("Russian Federation", "Russia", Kind.STATE, "Q159"),
        ("U.S.", "United States", Kind.STATE, "Q30"),
        ("Britain", "United Kingdom", Kind.STATE, "Q145"),
        ("Türkiye", "Turkey", Kind.STATE, "Q43"),
        ("DR Congo", "Democratic Republic of the Congo", Kind.STATE, "Q974"),
        ("Georgia", "Georgia", Kind.STATE, "Q230"),
        ("Netherlands", "Netherlands", Kind.STATE, "Q55"),
        ("UN", "United Nations", Kind.ORGANIZATION, "Q1065"),
        ("Nato", "NATO", Kind.ORGANIZATION, "Q7184"),
        ("Pentagon", "United States Department of Defense", Kind.ORGANIZATION, "Q11209"),
        ("State Department", "United States Department of State", Kind.ORGANIZATION, "Q789915"),
        ("Facebook", "Meta", Kind.ORGANIZATION, "Q380"),
        ("Daesh", "Islamic State", Kind.ORGANIZATION, "Q2429253"),
        ("Western countries", "the West", Kind.GROUP, None),
        ("Nord Stream 2", "Nord Stream 2", Kind.THEME, None),
        ("Iran nuclear deal", "JCPOA", Kind.THEME, None),
        ("Gaza", "Gaza Strip", Kind.PLACE, "Q39760"),
    ],
)
def test_known_names(name: str, canonical: str, kind: Kind, wikidata: str | None) -> None:
    """Common names lead to the actor that everybody means."""
    actor: Actor = BY_NAME[name.lower()]
    assert (actor.name, actor.kind, actor.wikidata) == (canonical, kind, wikidata)


@pytest.mark.parametrize(
    ("words", "word", "state"),
    [
        (DEMONYMS, "Nigerien", "Niger"),
        (DEMONYMS, "Nigerian", "Nigeria"),
        (DEMONYMS, "Dominican", "Dominican Republic"),
        (DEMONYMS, "South Korean", "South Korea"),
        (DEMONYMS, "Britons", "United Kingdom"),
        (CAPITALS, "Kiev", "Ukraine"),
        (CAPITALS, "Washington, D.C.", "United States"),
        (CAPITALS, "Nur-Sultan", "Kazakhstan"),
    ],
)
def test_known_demonyms_and_capitals(words: dict[str, str], word: str, state: str) -> None:
    """Words that are often confused lead to the right state."""
    assert words[word] == state


@pytest.mark.parametrize(
    ("title", "of", "day", "holder"),
    [
        ("president", "United States", "2021-01-19", "Donald Trump"),
        ("president", "United States", "2021-01-20", "Joe Biden"),
        ("president", "Russia", "2010-06-01", "Dmitry Medvedev"),
        ("president", "Ukraine", "2021-12-09", "Volodymyr Zelenskyy"),
        ("chancellor", "Germany", "2021-12-07", "Angela Merkel"),
        ("chancellor", "Germany", "2021-12-08", "Olaf Scholz"),
        ("foreign minister", "Germany", "2022-02-24", "Annalena Baerbock"),
        ("foreign secretary", "United Kingdom", "2022-02-10", "Liz Truss"),
        ("secretary of state", "United States", "2021-12-01", "Antony Blinken"),
        ("prime minister", "Israel", "2022-07-14", "Yair Lapid"),
        ("spokesperson", "Kremlin", "2021-12-07", "Dmitry Peskov"),
        ("secretary-general", "NATO", "2024-10-01", "Mark Rutte"),
        ("president", "European Commission", "2019-12-01", "Ursula von der Leyen"),
        ("high representative", "European Union", "2022-03-01", "Josep Borrell"),
    ],
)
def test_known_holders(title: str, of: str, day: str, holder: str) -> None:
    """The table names the one holder of the day, also on the day of a change."""
    assert holders(title, of, day) == [holder]
