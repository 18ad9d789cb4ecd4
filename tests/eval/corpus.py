"""The scored corpus: our own articles in `corpus/*.toml`, with the parties and statements that a careful reader finds.

A file holds `title`, `published` (absent where the article has no date), `text`, and the tables

    [[entity]]     name, kind, aliases: every way in which this article names the party
    [[statement]]  sentence (its number from 0, or its first words), subject, relation, object (names of entities),
                   type, status, tier ("core" or "hard"); optional alt_types, alt_status, speaker, alt_speaker, date,
                   symmetric, event (a label that statements of one happening share), alt_subject, alt_object
"""

from __future__ import annotations

import datetime
import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuilder.model import Article, EventType, Kind, Status

FOLDER = Path(__file__).parent / "corpus"
NOT_SAID = frozenset(
    ("the", "a", "an", "of", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those")
)
SHORTENED = frozenset(("Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Sen", "Gov", "St", "No", "U.S", "U.K", "U.N"))


class BadCorpus(Exception):
    """A corpus file that contradicts itself: names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Names:
    """The parties of an article: form in plain words -> the entities it may stand for, and the kind of each."""

    forms: Mapping[str, frozenset[str]]
    kinds: Mapping[str, Kind]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated statement. `start` and `end` are its sentence in the text; the sets hold what counts as right."""

    start: int
    end: int
    subjects: frozenset[str]
    relation: str
    objects: frozenset[str]
    event_type: EventType
    types: frozenset[EventType]
    statuses: frozenset[Status]
    speakers: frozenset[str]
    date: str | None
    core: bool
    symmetric: bool
    event: str | None

    @property
    def label(self) -> str:
        """The statement as one line of a report."""
        ends = " / ".join(sorted(self.subjects)), " / ".join(sorted(self.objects))
        tier = "core" if self.core else "hard"
        return f"{tier} {ends[0]} | {self.relation} | {ends[1]} [{self.event_type}, {'/'.join(sorted(self.statuses))}]"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its parties and its statements."""

    article: Article
    names: Names
    statements: tuple[Gold, ...]


def plain(text: str | None) -> str:
    """Lower-case ASCII words without articles and possessives ("The EU's envoys" -> "eu envoys")."""
    ascii_text = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", re.sub(r"'s?\b", "", ascii_text.replace(".", "")))
    return " ".join(word for word in words if word not in NOT_SAID)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every sentence: ends at . ! ? and closing quotes before a capital, and at line breaks."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in re.finditer(r"""[.!?]["”'’]*\s+(?=["“'‘]?[A-ZÀ-Þ0-9])""", line.group()):
            before = line.group()[: stop.start()].split()
            if before and (before[-1].strip("\"“('‘") in SHORTENED or re.fullmatch(r"[A-Z]", before[-1])):
                continue
            yield start, line.start() + len(line.group()[: stop.end()].rstrip())
            start = line.start() + stop.end()
        yield start, line.start() + len(line.group().rstrip())


def load_corpus(folder: Path = FOLDER) -> list[Annotated]:
    """Every article of the corpus, in the order of the file names. Raises BadCorpus."""
    return [load_annotated(path) for path in sorted(folder.glob("*.toml"))]


def corpus_digest(folder: Path = FOLDER) -> str:
    """A hash over names and contents of the corpus files."""
    hashed = hashlib.blake2b(digest_size=8)
    for path in sorted(folder.glob("*.toml")):
        hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()


def load_annotated(path: Path) -> Annotated:
    """One corpus file. Raises BadCorpus where a key or value is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return read_annotated(path.stem, table)
    except (KeyError, ValueError, tomllib.TOMLDecodeError) as error:
        raise BadCorpus(f"{path.name}: {type(error).__name__} {error}") from error


def read_annotated(name: str, table: Mapping[str, Any]) -> Annotated:
    """An article from its table. Raises KeyError or ValueError."""
    day = table.get("published")
    published = datetime.date.fromisoformat(str(day)) if day else None
    article = Article(name, table["text"], title=table.get("title"), published=published)
    names = read_names(table["entity"])
    sentences = list(split_sentences(article.text))
    gold = (read_gold(row, article.text, sentences, names) for row in table.get("statement", ()))
    return Annotated(article, names, tuple(gold))


def read_names(rows: list[dict[str, Any]]) -> Names:
    """The forms and kinds of the parties of an article."""
    forms: dict[str, frozenset[str]] = {}
    for row in rows:
        for form in (row["name"], *row.get("aliases", ())):
            forms[plain(form)] = forms.get(plain(form), frozenset()) | {row["name"]}
    forms.pop("", None)
    return Names(forms, {row["name"]: Kind(row["kind"]) for row in rows})


def read_gold(row: Mapping[str, Any], text: str, sentences: list[tuple[int, int]], names: Names) -> Gold:
    """One statement of a file. Raises KeyError or ValueError."""
    start, end = find_sentence(row["sentence"], text, sentences)
    if row["tier"] not in ("core", "hard"):
        raise ValueError(f"tier {row['tier']!r}")
    return Gold(
        start=start,
        end=end,
        subjects=parties(row, "subject", names),
        relation=row["relation"],
        objects=parties(row, "object", names),
        event_type=EventType(row["type"]),
        types=frozenset(EventType(value) for value in choices(row, "type", "alt_types")),
        statuses=frozenset(Status(value) for value in choices(row, "status", "alt_status")),
        speakers=parties(row, "speaker", names) if row.get("speaker") else frozenset(),
        date=str(row["date"]) if row.get("date") else None,
        core=row["tier"] == "core",
        symmetric=bool(row.get("symmetric")),
        event=row.get("event"),
    )


def choices(row: Mapping[str, Any], key: str, alternative: str) -> list[str]:
    """The value of a key and those that count as right beside it."""
    more = row.get(alternative, [])
    return [row[key], *([more] if isinstance(more, str) else more)]


def parties(row: Mapping[str, Any], key: str, names: Names) -> frozenset[str]:
    """The entities that count as right for one end. Raises ValueError where one is not listed."""
    found = frozenset(choices(row, key, f"alt_{key}"))
    unknown = found - set(names.kinds)
    if unknown:
        raise ValueError(f"no [[entity]] is named {', '.join(sorted(unknown))}")
    return found


def find_sentence(wanted: int | str, text: str, sentences: list[tuple[int, int]]) -> tuple[int, int]:
    """(start, end) of the sentence with this number or these first words. Raises ValueError unless there is one."""
    if isinstance(wanted, int):
        if not 0 <= wanted < len(sentences):
            raise ValueError(f"there is no sentence {wanted}")
        return sentences[wanted]
    found = [(start, end) for start, end in sentences if text.startswith(wanted, start)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} sentences begin with {wanted!r}")
    return found[0]
