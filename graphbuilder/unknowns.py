"""What the vocabularies do not know: the names and verbs of the ledger that a line in `data/` would help, ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graphbuilder.lexicon import Lexicon, load_lexicon
from graphbuilder.model import Actor, EventType, Extraction, Statement
from graphbuilder.resolve import Resolution
from graphbuilder.resolve.names import table_actor


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name (`what` is its kind) or a verb, in how many articles and statements, with one sentence."""

    what: str
    word: str
    articles: int
    statements: int
    sentence: str


def find_unknowns(resolution: Resolution) -> list[Unknown]:
    """Names without an entry in the tables and verbs without a type, those of the most articles first."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for key, statement in _unknown(resolution):
        found[key].append(statement)
    rows = [
        Unknown(
            *key,
            len({each.article_id for each in statements}),
            len({each.id for each in statements}),
            min(statements, key=lambda each: (len(each.sentence.text), each.id)).sentence.text,
        )
        for key, statements in found.items()
    ]
    return sorted(rows, key=lambda row: (-row.articles, -row.statements, row.what, row.word))


def _unknown(resolution: Resolution) -> Iterator[tuple[tuple[str, str], Statement]]:
    lexicon, missing = load_lexicon(), {key for key, actor in resolution.actors.items() if _is_missing(actor)}
    for statement in _statements(resolution.extractions):
        for party in (statement.subject, statement.object):
            if party.id in missing:
                yield (str(party.kind), party.name), statement
        if statement.event_type is EventType.OTHER and not _knows(lexicon, statement.relation):
            yield ("verb", statement.relation), statement


def _statements(extractions: Iterable[Extraction]) -> Iterator[Statement]:
    for extraction in extractions:
        yield from extraction.statements


def _is_missing(actor: Actor) -> bool:
    """True for a proper name of an actor that no table has."""
    named = actor.kind.is_actor and actor.name[:1].isupper()
    return named and not actor.wikidata and actor.name not in _holders() and table_actor(actor.kind, actor.name) is None


@lru_cache(maxsize=1)
def _holders() -> frozenset[str]:
    return frozenset(load_lexicon().holders)


def _knows(lexicon: Lexicon, relation: str) -> bool:
    """True where the relation, or the words that it begins with, stand among the verbs."""
    words = relation.split()
    return any(" ".join(words[:size]) in lexicon.verbs for size in range(1, len(words) + 1))
