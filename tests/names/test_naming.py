"""Given names: their table, and what they tell of a name."""

import pytest
import spacy

from graphbuilder.errors import InvalidLexicon
from graphbuilder.lexicon import check_given_names, load_lexicon
from graphbuilder.names.naming import gender_of, is_aged, is_full_name, title_gender

LEXICON = load_lexicon()
BLANK = spacy.blank("en")


def test_the_table_is_large_and_each_name_stands_once() -> None:
    """Some thousand names; `load_lexicon` has checked that the lists do not overlap."""
    assert sum(len(LEXICON.words[f"given.{gender}"]) for gender in ("male", "female", "either")) > 3000


@pytest.mark.parametrize("names", [{"maria"}, {"Olga"}])
def test_a_name_in_two_lists_or_with_a_capital_is_an_error(names: set[str]) -> None:
    """The message names list and word."""
    lists = {"given.male": frozenset({"maria"}), "given.female": frozenset(names), "given.either": frozenset[str]()}
    with pytest.raises(InvalidLexicon, match=r"given_names\.toml \[given\] female"):
        check_given_names(lists)


@pytest.mark.parametrize(
    ("name", "gender"), [("Olga Petrova", "female"), ("Haruki", "male"), ("Robin Doe", None), ("Acme Corp", None)]
)
def test_the_given_name_tells_the_gender(name: str, gender: str | None) -> None:
    """None for names that both bear and for what is no given name."""
    assert gender_of(name, LEXICON) == gender


@pytest.mark.parametrize(
    ("text", "person"),
    [("Olga Petrova", True), ("Victoria Park", False), ("Thomas Institute", False), ("Kigali Bay", False)],
)
def test_a_given_name_and_a_surname_are_a_person(text: str, person: bool) -> None:
    """Unless the last word is that of a body or place."""
    assert is_full_name(BLANK(text)[:], LEXICON) is person


def test_titles_and_ages_tell_persons() -> None:
    """ "Queen" and "Mrs" give the gender; a number of two digits between commas is an age."""
    doc = BLANK("Queen Mathilde met Peeters, 45, and Lagos, 2021, too")
    assert title_gender(doc, 1, LEXICON) == "female"
    assert is_aged(doc, 4)
    assert not is_aged(doc, 9)
