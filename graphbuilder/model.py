"""The values that everything passes on: articles, statements, actors, and their ids.

Frozen dataclasses. `None` means "not stated". Characters are counted in `Article.text` as stored, start inclusive,
end exclusive. Ids are content hashes: the same input always gives the same id.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from graphbuilder.happening import Join, Life

REGARDING = "re"
"""Stands before the topic of the article in the name of what the text names no owner of: "ruling (re Tunisia)"."""
Scalar = str | int | float | bool | None
Row = dict[str, Scalar]


class Value(StrEnum):
    """One of a few words; it is hashed as the word that it is, which a plain enumeration does more slowly."""

    __hash__ = str.__hash__


class Kind(Value):
    """What an end of a statement is."""

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    GROUP = "group"
    THEME = "theme"
    PLACE = "place"

    @property
    def is_actor(self) -> bool:
        """True for those who act, False for the things acted upon."""
        return self not in (Kind.THEME, Kind.PLACE)


class EventType(Value):
    """The 16 types of PLOVER, then three of our own for what PLOVER leaves out."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"
    RELATION = "RELATION"
    OTHER = "OTHER"


class Status(Value):
    """Whether it happens, as the source of the content presents it."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DESIRED = "desired"
    NEGATED = "negated"


class Precision(Value):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"


def digest(*parts: object) -> str:
    """A short content hash (16 hexadecimal digits) over the parts, in order."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """The name in lower-case ASCII words joined by hyphens; a hash where no ASCII is left ("Łódź" -> "lodz")."""
    plain = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join(words) if words else digest(name)


_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}
)


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as stored. `text` is the body as given; offsets count from its first character."""

    id: str
    text: str
    title: str | None = None
    published: datetime.date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    lang: str | None = None

    @property
    def content_hash(self) -> str:
        """Changes when the text or what the header says changes."""
        return digest(self.text, self.title, self.published, self.source, self.url, self.author)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of an article that is not read, and why (caption, credit, language, navigation)."""

    start: int
    end: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; `text` is `article.text[start_char:end_char]`."""

    article_id: str
    index: int
    start_char: int
    end_char: int
    text: str

    @property
    def id(self) -> str:
        """Content hash of article, place and words."""
        return digest("sentence", self.article_id, self.start_char, self.end_char, self.text)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party of statements: an actor or, for the kinds theme and place, a thing."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    country: str | None = None


@lru_cache(maxsize=65_536)
def actor_id(kind: Kind, name: str) -> str:
    """The canonical id of a party: its kind and the slug of its canonical name ("person/joe-biden")."""
    return f"{kind}/{slug(name)}"


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a statement: who it is, and the words of this sentence that say so (None where implied)."""

    id: str
    name: str
    kind: Kind
    text: str | None


@dataclass(frozen=True, slots=True)
class When:
    """When something happens: ISO dates or their prefixes ("2021-12-07", "2021-12", "2021")."""

    start: str
    end: str | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Statement:
    """One saying of one thing: who, what, to whom, says who, whether, when, where it is written."""

    sentence: Sentence
    start_char: int
    end_char: int
    subject: Party
    relation: str
    relation_text: str
    event_type: EventType
    object: Party
    symmetric: bool
    status: Status
    speaker: Party | None
    via: str | None
    date: When | None
    confidence: float
    rule: str
    condition_id: str | None = None
    event_id: str | None = None
    said_id: str | None = None
    """The id by the parties that the article names, where these have been traced to others since."""

    @property
    def article_id(self) -> str:
        """The article that says it."""
        return self.sentence.article_id

    @property
    def id(self) -> str:
        """Content hash of where it is said and what is said; the same for `extract` rows, ledger and graph."""
        return self.said_id or digest(
            "statement", self.article_id, self.start_char, self.end_char,
            self.subject.id, self.relation, self.event_type, self.object.id, self.status,
        )  # fmt: skip

    def to_row(self) -> Row:
        """The one serialisation: flat scalars, the keys of the public row format in their order."""
        speaker, when = self.speaker, self.date
        return {
            "article_id": self.article_id,
            "sentence": self.sentence.text,
            "start_char": self.start_char,
            "end_char": self.end_char,
            "subject_id": self.subject.id,
            "subject": self.subject.name,
            "subject_kind": str(self.subject.kind),
            "subject_text": self.subject.text,
            "relation": self.relation,
            "relation_text": self.relation_text,
            "event_type": str(self.event_type),
            "object_id": self.object.id,
            "object": self.object.name,
            "object_kind": str(self.object.kind),
            "object_text": self.object.text,
            "symmetric": self.symmetric,
            "status": str(self.status),
            "speaker_id": speaker.id if speaker else None,
            "speaker": speaker.name if speaker else None,
            "speaker_text": speaker.text if speaker else None,
            "via": self.via,
            "date": when.start if when else None,
            "date_end": when.end if when else None,
            "date_precision": str(when.precision) if when else None,
            "event_id": self.event_id,
            "condition_id": self.condition_id,
            "confidence": round(self.confidence, 3),
            "rule": self.rule,
        }


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article gave."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: a view over the statements that report it; `contradicts` and `cancels` name other events."""

    id: str
    name: str
    event_type: EventType
    status: Status
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    symmetric: bool
    relation: str
    date: When | None
    score: float
    statement_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    n_sources: int = field(default=1)
    first_seen: datetime.date | None = None
    last_seen: datetime.date | None = None
    joins: tuple[Join, ...] = ()
    life: Life = field(default_factory=Life)
    contradicts: tuple[str, ...] = ()
    cancels: tuple[str, ...] = ()
