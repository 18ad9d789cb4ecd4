"""The loops that stand in for spaCy's say what spaCy's say."""

import tomllib
from pathlib import Path

import pytest
import spacy

from graphbuilder.parsing import nlp as parsing

CORPUS = sorted((Path(__file__).parents[1] / "eval" / "corpus").glob("*.toml"))
FEATURES = ("dep_", "tag_", "pos_", "lemma_", "morph", "ent_iob_", "ent_type_", "is_sent_start")


@pytest.fixture(scope="module")
def model():
    """The pipeline as we run it."""
    return parsing.load_model()


@pytest.fixture(scope="module")
def plain():
    """The same one with spaCy's own loops."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "replace_slow", lambda nlp: None)
        return parsing.load_model()


def analysis(doc):
    """All that a pipeline says of a document."""
    return [(token.head.i, *(str(getattr(token, name)) for name in FEATURES)) for token in doc]


def test_whole_articles_are_analysed_alike(model, plain):
    """Every word of the scored corpus, in batches and alone."""
    texts = [tomllib.loads(file.read_text(encoding="utf-8"))["text"] for file in CORPUS]
    ours = [analysis(doc) for doc in model.pipe(texts, batch_size=7)]
    assert ours == [analysis(doc) for doc in plain.pipe(texts, batch_size=7)]
    assert analysis(model(texts[0])) == ours[0]


def test_no_part_of_the_model_is_left_to_the_slow_loops(model, plain):
    """The parser, the recognizer and the ruler are replaced, each in its place."""
    ours = [name.removeprefix("graphbuilder_") for name in model.pipe_names]
    assert ours == [name.removeprefix("graphbuilder_") for name in plain.pipe_names]
    assert {"graphbuilder_parser", "graphbuilder_ner", "graphbuilder_attribute_ruler"} <= set(model.pipe_names)


def test_an_empty_text_has_no_words(model):
    """Nor has one of a batch."""
    assert [len(doc) for doc in model.pipe(["", "Oman sued Peru.", ""])] == [0, 4, 0]


def test_a_model_without_parser_stays_as_it_is():
    """There is nothing to replace."""
    nlp = spacy.blank("en")
    parsing.replace_slow(nlp)
    assert not nlp.pipe_names


def test_a_parser_that_follows_several_analyses_keeps_its_loop():
    """A beam is not one best step after the other."""
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_parser")
    parsing.replace_slow(nlp)
    assert nlp.pipe_names == ["beam_parser"]
