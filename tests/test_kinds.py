"""What kind of party a name names, over a few words of plain text with the entities that a model might see."""

import pytest
import spacy
from spacy.tokens import Span as Entity

from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Kind
from graphbuilder.names.labels import entity_names
from graphbuilder.names.naming import with_kinds
from graphbuilder.parsing.parses import read_parse

LEXICON = load_lexicon()
BLANK = spacy.blank("en")


def kinds(text, *entities):
    """Name -> kind for the entities, each (first token, end, label)."""
    parse = BLANK(text)
    for token in parse:
        token.head, token.dep_, token.pos_, token.tag_ = parse[-1], "dep", "PROPN", "NNP"
        token.lemma_ = token.text.lower()
    parse[-1].dep_ = "ROOT"
    parse.set_ents([Entity(parse, start, end, label) for start, end, label in entities])
    doc = read_parse(parse)
    return {name.text: name.kind for name in with_kinds(doc, entity_names(doc, LEXICON), LEXICON)}


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Reef Protection Act", "ORG", Kind.THEME),
        ("Reef Protection Agency", "ORG", Kind.ORGANIZATION),
        ("Operation Sunrise", "ORG", Kind.THEME),
        ("Hurricane Olga", "PERSON", Kind.THEME),
        ("Stephen Law", "PERSON", Kind.PERSON),
        ("Oswaldo Reef Foundation", "PERSON", Kind.ORGANIZATION),
        ("Emily Church", "PERSON", Kind.PERSON),
        ("Yahoo Japan", "PERSON", Kind.ORGANIZATION),
        ("Russian Courier", "PERSON", Kind.ORGANIZATION),
        ("Lindqvist Stadium", "PERSON", Kind.PLACE),
    ],
)
def test_the_words_of_a_name_tell_its_kind(text, label, kind):
    """Its head or first word, a state at one end; a given name makes a person of it all the same."""
    assert kinds(text, (0, len(BLANK(text)), label)) == {text: kind}


def test_an_address_makes_a_person_and_is_no_part_of_the_name():
    """So is a demonym before a full name."""
    assert kinds("Dr Okoro", (0, 2, "ORG")) == {"Okoro": Kind.PERSON}
    assert kinds("Belarusian Olga Lind", (0, 3, "PERSON")) == {"Olga Lind": Kind.PERSON}
