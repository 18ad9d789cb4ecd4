"""Every relation of the vocabulary has a sentence in which it is found, on a frozen parse and without a model."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuilder.articles import clean
from graphbuilder.extract import extract
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article, EventType, Statement

sys.path.insert(0, str(Path(__file__).parent / "gold"))

from frozen import thaw

GOLD = Path(__file__).parent / "gold" / "lexicon"
LEXICON = load_lexicon()
ABSENT = 1843
"""How many keys have a sentence that they must not match; may only rise."""
UNREACHED = {
    "the parser takes the word for an adverb, and the preposition for that of the adverb": {
        "band together with", "break away from", "go back on", "hit back at", "pull back from", "step aside as",
        "walk away from",
    },
    "the preposition hangs on the verb of being": {"be active in"},
    "a noun, not an adjective, follows the verb of being": {"be capital of", "be home to", "be party to"},
    "the verb says nothing by itself": {"become", "say no to"},
    "object and complement do not stand where the key has them": {"let go", "make clear to", "make amends to"},
    "the plain verb with its kind of object comes first": {"release data"},
    "the tokenizer parts the word at its hyphen": {
        "build-up", "give go-ahead to", "no-confidence motion", "no-confidence vote", "sit-in", "stage sit-in at",
        "troop build-up",
    },
}  # fmt: skip
"""Keys that nothing is read as, by the reason."""


def read(path: Path) -> Iterator[tuple[str, str, str, list[Statement]]]:
    """(table, key, wanted relation, statements) of every sentence of a type."""
    lines = iter((GOLD / "parses" / f"{path.stem}.txt").read_text(encoding="utf-8").splitlines())
    for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for key, entry in entries.items():
            text, relation = entry if isinstance(entry, list) else (entry, default(table, key))
            article = Article("gold", text)
            doc = thaw(text, lines)
            yield table, key, relation, list(extract(article, clean(article), doc, LEXICON).statements)


def default(table: str, key: str) -> str:
    """The relation that a key is seen as where the gold does not say it."""
    return (LEXICON.nouns[key].verb or key) if table == "nouns" else key


@pytest.mark.parametrize("event_type", EventType)
def test_the_words_of_a_type_are_found(event_type):
    """Each key gives its relation and type in its sentence, and no such relation where its frame is not met."""
    wrong = []
    for table, key, relation, found in read(GOLD / f"{event_type.lower()}.toml"):
        stated = {(statement.relation, statement.event_type) for statement in found}
        if ((relation, event_type) in stated) == (table == "absent"):
            wrong.append((table, key, stated))
    assert not wrong


def test_sentences_are_of_words_that_the_vocabulary_has():
    """A sentence stands under the type of its key."""
    for event_type in EventType:
        tables = tomllib.loads((GOLD / f"{event_type.lower()}.toml").read_text(encoding="utf-8"))
        verbs = {*tables.get("verbs", ()), *tables.get("absent", ())}
        assert sorted(key for key in verbs if LEXICON.verbs.get(key) != event_type) == []
        assert sorted(key for key in tables.get("nouns", ()) if LEXICON.nouns[key].event_type != event_type) == []


def test_every_word_of_the_vocabulary_has_a_sentence():
    """Except for those that nothing is read as, which are known; one that is read now is taken off that list."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.toml"))]
    found = {name: {key for table in tables for key in table.get(name, ())} for name in ("verbs", "nouns", "absent")}
    lacking = (LEXICON.verbs.keys() - found["verbs"]) | (LEXICON.nouns.keys() - found["nouns"])
    assert lacking == set().union(*UNREACHED.values())
    assert len(found["absent"]) == ABSENT, f"set ABSENT to {len(found['absent'])} if that is more"
