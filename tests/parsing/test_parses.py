"""Our documents say what spaCy's say."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.parsing.parses import read_parse

VOCAB = spacy.blank("en").vocab
FILES = sorted((Path(__file__).parents[1] / "gold" / "parses").glob("*.jsonl"))
WORDS = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_",
    "is_punct", "is_space", "is_quote", "is_title", "is_lower", "is_digit",
)  # fmt: skip
WALKS = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")
NEIGHBOURS = ("head", "left_edge", "right_edge")


@pytest.fixture(scope="module")
def pairs():
    """Every frozen parse of the gold sentences, as spaCy reads it and as we do."""
    lines = [line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
    parses = [Parse(VOCAB).from_json(json.loads(line)) for line in lines]
    return [(parse, read_parse(parse)) for parse in parses]


@pytest.mark.parametrize("name", WORDS)
def test_a_token_keeps_its_features(pairs, name):
    """Words, tags, entity marks and flags."""
    for parse, doc in pairs:
        assert [getattr(token, name) for token in doc] == [getattr(token, name) for token in parse]


@pytest.mark.parametrize("name", WALKS)
def test_a_walk_meets_the_same_tokens(pairs, name):
    """In text order, which spaCy leaves where branches cross."""
    for parse, doc in pairs:
        for ours, theirs in zip(doc, parse, strict=True):
            upwards = name in ("ancestors", "conjuncts")
            met = [token.i for token in getattr(theirs, name)]
            assert [token.i for token in getattr(ours, name)] == (met if upwards else sorted(met))


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_a_neighbour_is_the_same_token(pairs, name):
    """Head and edges of the subtree."""
    for parse, doc in pairs:
        assert [getattr(token, name).i for token in doc] == [getattr(token, name).i for token in parse]


def test_spans_are_the_same(pairs):
    """Sentences and entities with their words, places and highest token."""
    for parse, doc in pairs:
        for name in ("sents", "ents"):
            ours, theirs = getattr(doc, name), list(getattr(parse, name))
            assert [(one.start_char, one.end_char, one.text, one.label_, one.root.i) for one in ours] == [
                (one.start_char, one.end_char, one.text, one.label_, one.root.i) for one in theirs
            ]
        assert all(token.sent.start <= token.i < token.sent.end for token in doc)


def test_an_empty_text_has_no_tokens():
    """And no sentence."""
    doc = read_parse(Parse(VOCAB))
    assert (len(doc), doc.text, doc.sents, doc.ents) == (0, "", [], [])
    assert doc[:].text == ""
