"""Where the parser slips, the tree is another one afterwards and still a tree."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.parsing.mending import mend
from graphbuilder.parsing.parses import read_parse

VOCAB = spacy.blank("en").vocab
LINES = (Path(__file__).parents[1] / "gold" / "parses" / "slips.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_every_token_hangs_on_one_other(line):
    """It stands among the children of its head, in text order, and of nobody else."""
    doc = mend(read_parse(Parse(VOCAB).from_json(json.loads(line))))
    for token in doc:
        holders = [other for other in doc if token in other.children]
        assert holders == ([] if token.head == token else [token.head])
        assert [child.i for child in token.children] == sorted(child.i for child in token.children)


def test_mending_twice_changes_nothing():
    """What has been mended agrees."""
    for line in LINES:
        once = mend(read_parse(Parse(VOCAB).from_json(json.loads(line))))
        heads = [token.head.i for token in once]
        assert [token.head.i for token in mend(once)] == heads
