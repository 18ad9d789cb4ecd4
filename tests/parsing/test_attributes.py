"""The attribute ruler finds what spaCy's finds."""

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc as Parse

from graphbuilder.parsing.attributes import Ruler

PATTERNS = (
    ([{"TAG": "VBP"}], {"POS": "VERB"}, 0),
    ([{"LOWER": "are", "TAG": "VBP"}], {"POS": "AUX", "LEMMA": "be"}, 0),
    ([{"LOWER": {"IN": ["all", "both"]}}], {"POS": "DET"}, 0),
    ([{"LOWER": {"REGEX": "^y'?$"}}, {"LOWER": "all"}], {"LEMMA": "you"}, 1),
    ([{"ORTH": "May"}], {"POS": "PROPN"}, 0),
    ([{"LOWER": {"REGEX": "^t"}}], {"POS": "ADV"}, 0),
    ([{"DEP": "expl"}], {"LEMMA": "there"}, 0),
)
WORDS = ("You", "y'", "all", "are", "May", "may", "are", "there")
TAGS = ("PRP", "PRP", "DT", "VBP", "NNP", "MD", "NN", "EX")


@pytest.fixture
def ruler():
    """A ruler of spaCy's with these patterns."""
    ruler = AttributeRuler(spacy.blank("en").vocab)
    for pattern, attributes, index in PATTERNS:
        ruler.add([pattern], attributes, index=index)
    return ruler


@pytest.mark.parametrize("deps", [("",) * 8, ("dep",) * 7 + ("expl",)])
def test_a_ruler_finds_what_spacys_finds(ruler, deps):
    """By word, by tag, by several words, by shape of the word; twice, the second time from memory."""
    ours = Ruler(ruler, "ours")
    for _ in range(2):
        doc = Parse(ruler.vocab, WORDS, tags=TAGS, deps=deps, heads=[0] * 8)
        assert ours.match(doc) == ruler.match(doc)
    assert len(ruler.match(doc)) == (7 if deps[0] else 6)


def test_the_later_rule_wins(ruler):
    """As with spaCy."""
    doc = Ruler(ruler, "ours")(Parse(ruler.vocab, WORDS, tags=TAGS))
    assert [token.pos_ for token in doc] == ["", "", "DET", "AUX", "PROPN", "", "", "ADV"]
    assert [token.lemma_ for token in doc[2:4]] == ["you", "be"]
