"""The vocabulary: what the files of `data/` say, checked once and frozen.

Grammar is code, vocabulary is data. Nothing here knows a parse; nothing elsewhere lists words.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import StringIO
from itertools import accumulate
from typing import Any

from graphbuilder.errors import InvalidLexicon
from graphbuilder.model import Actor, EventType, Kind, actor_id, digest


@dataclass(frozen=True, slots=True)
class NounSense:
    """What an event noun means: its type, the prepositions of the second party, the verb it is read as."""

    event_type: EventType
    patient: tuple[str, ...]
    verb: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody held an office from one ISO date until another ("" where open)."""

    title: str
    of: str
    holder: str
    since: str
    until: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All vocabularies; each is equal to itself only.

    Keys are lower case; a verb key is "verb [particle] [noun] [preposition]" in lemmas.
    """

    verbs: Mapping[str, EventType]
    nouns: Mapping[str, NounSense]
    combinations: Mapping[tuple[str, str], EventType]
    combined: frozenset[str]
    composed: frozenset[str]
    kinds: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    lists: Mapping[str, frozenset[str]]
    actors: Mapping[str, Actor]
    demonyms: Mapping[str, Actor]
    capitals: Mapping[str, Actor]
    offices: tuple[Office, ...]
    holders: tuple[str, ...]
    title_ends: frozenset[str]
    name_starts: frozenset[str]
    version: str


DATA = files("graphbuilder") / "data"
WORD_BORDER = re.compile(r"(?<!\w)|(?!\w)")


def load_toml(name: str) -> dict[str, Any]:
    """One TOML file of `data/`."""
    try:
        return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidLexicon(f"data/{name}: {error}. Mend the file.") from error


def load_csv(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of one CSV file of `data/`; the header must be exactly `columns`."""
    reader = csv.DictReader(StringIO((DATA / name).read_text(encoding="utf-8")))
    if tuple(reader.fieldnames or ()) != columns:
        raise InvalidLexicon(f"data/{name}: the header is {reader.fieldnames}, it must be {list(columns)}.")
    rows = list(reader)
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise InvalidLexicon(f"data/{name}:{line}: {len(columns)} columns are needed. Quote values with commas.")
    return rows


def _event_type(file: str, key: str) -> EventType:
    try:
        return EventType(key)
    except ValueError as error:
        raise InvalidLexicon(f"data/{file} [{key}]: no such event type. One of: {', '.join(EventType)}.") from error


def load_verbs(tables: Mapping[str, Any]) -> dict[str, EventType]:
    """Verb key -> type, from the `verbs` list of every type; a key claimed twice is an error."""
    verbs: dict[str, EventType] = {}
    for name, table in tables.items():
        event_type = _event_type("relations.toml", name)
        for key in table.get("verbs", ()):
            if key in verbs:
                raise InvalidLexicon(f"data/relations.toml [{name}] '{key}': also in [{verbs[key]}]. Keep one.")
            verbs[key] = event_type
    return verbs


def load_nouns(tables: Mapping[str, Any]) -> dict[str, NounSense]:
    """Event noun -> sense, from the `nouns` table of every type."""
    nouns: dict[str, NounSense] = {}
    for name, table in tables.items():
        event_type = _event_type("relations.toml", name)
        for key, entry in table.get("nouns", {}).items():
            if key in nouns:
                raise InvalidLexicon(
                    f"data/relations.toml [{name}.nouns] '{key}': also in [{nouns[key].event_type}]. Keep one."
                )
            if not isinstance(entry, dict) or set(entry) - {"patient", "verb"}:
                raise InvalidLexicon(
                    f"data/relations.toml [{name}.nouns] '{key}': only `patient` and `verb` are known."
                )
            nouns[key] = NounSense(event_type, tuple(entry.get("patient", ())), entry.get("verb"))
    return nouns


def load_combinations(tables: Mapping[str, Any]) -> dict[tuple[str, str], EventType]:
    """(verb, object or frame) -> type: ("lift", "SANCTION") is CONCEDE, ("put", "+on trial") ACCUSE.

    An object is a noun, a kind of noun or the type of an event noun; a frame is "+" and a preposition, with or
    without its noun, or a predicate ("hold hostage").
    """
    return {
        (verb, noun): _event_type("combinations.toml", value)
        for verb, table in tables.items()
        for noun, value in table.items()
    }


def load_words(file: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The word lists of a TOML file, keyed "table.list"."""
    for table, lists in load_toml(file).items():
        for name, words in lists.items():
            if not all(isinstance(word, str) and word for word in words):
                raise InvalidLexicon(f"data/{file} [{table}] {name}: a list of words is needed.")
            yield f"{table}.{name}", frozenset(words)


@lru_cache
def word_lists(file: str) -> Mapping[str, frozenset[str]]:
    """The same for modules that need the lists of one file as they are imported; each file is read once."""
    return dict(load_words(file))


def load_all_words() -> dict[str, frozenset[str]]:
    """The lists of all word files; two files may not define the same "table.list"."""
    words: dict[str, frozenset[str]] = {}
    for file in WORD_FILES:
        for key, entries in load_words(file):
            if key in words:
                raise InvalidLexicon(f"data/{file}: the list {key} is defined in another file too. Rename one.")
            words[key] = entries
    check_given_names(words)
    return words


def lists_of(words: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Word -> the lists that hold it, or an entry that begins with it; given names are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, entries in words.items():
        for entry in entries if not name.startswith("given.") else ():
            first, *rest = entry.split()
            for beginning in accumulate(rest, "{} {}".format, initial=first):
                found[beginning].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def check_given_names(words: Mapping[str, frozenset[str]]) -> None:
    """A given name stands in one list of `given_names.toml` only, in lower case."""
    seen: set[str] = set()
    for gender in ("male", "female", "either"):
        names = words[f"given.{gender}"]
        wrong = sorted(name for name in names if name in seen or name != name.lower())
        if wrong:
            raise InvalidLexicon(f"data/given_names.toml [given] {gender} '{wrong[0]}': lower case, in one list only.")
        seen |= names


def load_kinds(words: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Noun -> the kind of object it is; a noun of two kinds is an error."""
    kinds: dict[str, str] = dict.fromkeys(words["place.nouns"], "place")
    own: dict[str, str] = {}
    for name, nouns in words.items():
        table, _, kind = name.partition(".")
        for noun in nouns if table == "kind" else ():
            if own.setdefault(noun, kind) != kind:
                raise InvalidLexicon(f"data/kinds.toml '{noun}': in {kind} and in {own[noun]}. Keep one.")
    return kinds | own


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def load_states() -> Iterator[tuple[Actor, tuple[str, ...], tuple[str, ...]]]:
    """(state, demonyms, capitals) of every country."""
    for row in load_csv("states.csv", ("code", "name", "wikidata", "demonyms", "aliases", "capitals")):
        actor = Actor(
            actor_id(Kind.STATE, row["name"]), row["name"], Kind.STATE,
            _split(row["aliases"]), row["wikidata"] or None, row["code"] or None,
        )  # fmt: skip
        yield actor, _split(row["demonyms"]), _split(row["capitals"])


def load_actors() -> Iterator[Actor]:
    """Organisations, seats and other actors known by name."""
    for row in load_csv("actors.csv", ("name", "kind", "aliases", "wikidata", "country")):
        try:
            kind = Kind(row["kind"])
        except ValueError as error:
            raise InvalidLexicon(f"data/actors.csv '{row['name']}': no kind '{row['kind']}'.") from error
        aliases, wikidata, country = _split(row["aliases"]), row["wikidata"] or None, row["country"] or None
        yield Actor(actor_id(kind, row["name"]), row["name"], kind, aliases, wikidata, country)


def load_offices() -> tuple[Office, ...]:
    """The dated table of offices, in file order."""
    rows = load_csv("offices.csv", ("title", "of", "holder", "since", "until"))
    return tuple(Office(row["title"], row["of"], row["holder"], row["since"], row["until"]) for row in rows)


def _index(actors: list[Actor]) -> dict[str, Actor]:
    names: dict[str, Actor] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            known = names.setdefault(name.lower(), actor)
            if known != actor:
                raise InvalidLexicon(f"data: the name '{name}' belongs to {known.name} and to {actor.name}. Keep one.")
    return names


def _beginnings(name: str) -> Iterator[str]:
    """What a name can begin with up to the end of a word, the whole included: "u", "u.", "u.s", "u.s."."""
    return (name[: border.start()] for border in WORD_BORDER.finditer(name) if border.start())


WORD_FILES = (
    "control.toml", "given_names.toml", "happenings.toml", "judgement.toml", "kinds.toml", "light.toml", "nouns.toml",
    "reporting.toml", "status.toml",
)  # fmt: skip
AFTER_READING = frozenset({"names.toml"})
"""Vocabulary that is applied to what is recorded: a change needs no article to be read again."""


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Read and check all of `data/`, once a process."""
    relations = load_toml("relations.toml")
    states = list(load_states())
    words = load_all_words()
    offices = load_offices()
    verbs, nouns = load_verbs(relations), load_nouns(relations)
    combinations = load_combinations(load_toml("combinations.toml"))
    actors = _index([state for state, _, _ in states] + list(load_actors()))
    capitals = {word.lower(): state for state, _, listed in states for word in listed}
    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        combinations=combinations,
        combined=frozenset(verb for verb, _ in combinations),
        composed=frozenset(
            [key.split()[0] for key in verbs if " " in key]
            + [" ".join(key.split()[:2]) for key in verbs if key.count(" ") > 1]
            + [verb for verb, frame in combinations if frame.startswith("+")]
        ),
        kinds=load_kinds(words),
        words=words,
        lists=lists_of(words),
        actors=actors,
        demonyms={word.lower(): state for state, demonyms, _ in states for word in demonyms},
        capitals=capitals,
        offices=offices,
        holders=tuple(sorted({office.holder for office in offices})),
        name_starts=frozenset(start for name in (*actors, *capitals) for start in _beginnings(name)),
        title_ends=frozenset(title.replace("-", " ").split()[-1] for title in words["person.titles"]),
        version=_version(),
    )


def _version() -> str:
    """A hash over the vocabulary files that articles are read with, so that a changed word is a changed version."""
    names = {entry.name for entry in DATA.iterdir() if entry.name.endswith((".toml", ".csv"))}
    tables = sorted(names - AFTER_READING)
    return digest(*((DATA / name).read_text(encoding="utf-8") for name in tables))
