"""Every relation of the vocabulary has a sentence in which it is found, on a frozen parse and without a model."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.articles import clean
from graphbuilder.extract import extract
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article, EventType, Statement
from graphbuilder.parses import read_parse
from graphbuilder.syntax import Doc

GOLD = Path(__file__).parent / "gold" / "lexicon"
VOCAB = spacy.blank("en").vocab
LEXICON = load_lexicon()
COVERED = {"verbs": 2937, "nouns": 696, "absent": 1800}


def thaw(text: str, line: str) -> Doc:
    """The parse of a sentence from its line: "word|lemma|tag|pos|label|head|entity" for every token."""
    rows = [token.rsplit("|", 6) for token in line.split(" ")]
    words = [row[0] for row in rows]
    parse = Parse(
        VOCAB,
        words=words,
        spaces=spaces(text, words),
        lemmas=[row[1] or row[0] for row in rows],
        tags=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        deps=[row[4] for row in rows],
        heads=[int(row[5]) for row in rows],
        ents=[row[6] for row in rows],
    )
    assert parse.text == text, "the parse is of another text; run tests/gold/refresh.py"
    return read_parse(parse)


def spaces(text: str, words: list[str]) -> list[bool]:
    """Which words a blank follows."""
    found, end = [], 0
    for word in words:
        end = text.index(word, end) + len(word)
        found.append(text[end : end + 1] == " ")
    return found


def read(path: Path) -> Iterator[tuple[str, str, str, list[Statement]]]:
    """(table, key, wanted relation, statements) of every sentence of a type."""
    lines = iter((GOLD / "parses" / f"{path.stem}.txt").read_text(encoding="utf-8").splitlines())
    for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for key, entry in entries.items():
            text, relation = entry if isinstance(entry, list) else (entry, default(table, key))
            article = Article("gold", text)
            doc = thaw(text, next(lines))
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


def test_the_number_of_covered_words_only_rises():
    """Keys without a sentence are listed; raise COVERED when there are fewer."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.toml"))]
    found = {name: {key for table in tables for key in table.get(name, ())} for name in COVERED}
    lacking = sorted((LEXICON.verbs.keys() - found["verbs"]) | (LEXICON.nouns.keys() - found["nouns"]))
    counts = {name: len(keys) for name, keys in found.items()}
    assert counts == COVERED, f"set COVERED to {counts} if that is more; without a sentence: {lacking}"
