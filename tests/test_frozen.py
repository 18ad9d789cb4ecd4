"""A parse that is frozen and thawed is the parse it was."""

import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.parsing.parses import read_parse

sys.path.insert(0, str(Path(__file__).parent / "gold"))

from frozen import freeze, thaw


def test_a_frozen_parse_is_the_same_document():
    """Words, labels, heads, names and sentences survive freezing, line breaks and double blanks included."""
    nlp = spacy.blank("en")
    words = ["Peru", "won", ".", "\n\n", "Oman", " ", "lost", "|", "."]
    parse = Parse(
        nlp.vocab,
        words=words,
        spaces=[True, False, False, False, True, False, True, True, False],
        heads=[1, 1, 1, 1, 6, 4, 6, 6, 6],
        deps=["nsubj", "ROOT", "punct", "dep", "nsubj", "dep", "ROOT", "dep", "punct"],
        tags=["NNP", "VBD", ".", "_SP", "NNP", "_SP", "VBD", ":", "."],
        pos=["PROPN", "VERB", "PUNCT", "SPACE", "PROPN", "SPACE", "VERB", "PUNCT", "PUNCT"],
        lemmas=["Peru", "win", ".", "\n\n", "Oman", " ", "lose", "|", "."],
        ents=["B-GPE", "", "", "", "B-GPE", "", "", "", ""],
    )
    lines = list(freeze(parse))
    assert len(lines) == 2
    first, again = read_parse(parse), thaw(parse.text, iter(lines))
    for name in ("i", "idx", "text", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_"):
        assert [getattr(token, name) for token in again] == [getattr(token, name) for token in first]
    assert [token.head.i for token in again] == [token.head.i for token in first]
    assert [sent.text for sent in again.sents] == [sent.text for sent in first.sents]
