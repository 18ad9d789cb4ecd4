"""Cleaning: what is repaired and that every place is mapped back."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graphbuilder.articles import CleanText, clean
from graphbuilder.articles.cleaning import normalise
from graphbuilder.model import Article


def cleaned(text, lang="en"):
    return clean(Article("a", text, lang=lang))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They closed the border.The army stayed.", "They closed the border. The army stayed."),
        ("It went on long.US-Russia ties froze.", "It went on long. US-Russia ties froze."),
        ("That was in 2021.The next year", "That was in 2021. The next year"),
        ("It joined NATO.The treaty", "It joined NATO. The treaty"),
        ("Is it over?No", "Is it over? No"),
        ("Wait...The end", "Wait... The end"),
        ('He said "no."And he left', 'He said "no." And he left'),
        ('So said he."We go," he added', 'So said he. "We go," he added'),
        ('He said,"We go,"and left', 'He said, "We go," and left'),
        ('""The whole" of it', '"The whole" of it'),
        ('He said "yes."" And left', 'He said "yes." And left'),
        ('"Yes.""No."', '"Yes." "No."'),
        ("''Yes,'' he said", '"Yes," he said'),
        ("“Yes,” he said of ‘peace’ in Iran’s «way»", '"Yes," he said of \'peace\' in Iran\'s "way"'),
        ("a\u00a0b\u2009c \t d", "a b c d"),
        ("sanc\u00adtions\u200b\ufeff and\x07 more", "sanctions and more"),
        ('He said "[t]he talks" and [w]e', 'He said "the talks" and we'),
        (
            "The [European] Commission sent [Foreign Minister Eva] Lind.",
            "The European Commission sent Foreign Minister Eva Lind.",
        ),
        ("One\r\n\r\n\r\nTwo \r\n Three\rFour", "One\n\nTwo\nThree\nFour"),
        (
            "The army of the\nnorth moved on\nSunday and it\nwas fast.",
            "The army of the north moved on Sunday and it was fast.",
        ),
        ("The Russian-\nbacked army of the north", "The Russian-backed army of the north"),
    ],
)
def test_repairs(text, expected):
    """Each kind of damage is mended."""
    assert cleaned(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.-led force left the U.S. army e.g. at 3.5 km.",
        "See www.site.com/News.Html or https://a.org/B.Then or a@b.Com today",
        "J.R.R. Tolkien has a Ph.D. now",
        "He said [...] The rest was 'unwavering' in [a] way",
        "He [Smith] went with them [the guards] to Oslo [the city].",
        "A headline without an end\nThe text begins.",
        'The first "one" and the "other" of 3,500',
    ],
)
def test_left_alone(text):
    """Abbreviations, addresses, omissions and headlines are no damage."""
    assert cleaned(text).text == text


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Eva Lind", "Eva Lind Dame Eva Maria Lind sings.", "Eva Lind\nDame Eva Maria Lind sings."),
        ("Eva Lind", "Eva Lind sings.", "Eva Lind sings."),
        (None, "Eva Lind Dame Eva Maria Lind sings.", "Eva Lind Dame Eva Maria Lind sings."),
    ],
)
def test_a_headline_on_the_line_of_the_text_stands_alone(title, text, expected):
    """The text that begins with its headline is parted from it; a text that goes on with it is not."""
    assert clean(Article("a", text, title)).text == expected


def test_offsets_survive_all_repairs_at_once():
    """A name after drops, removed characters and added spaces is found at its place in the stored text."""
    text = "PHOTO/AFP - A tank\r\n\r\nKYIV (Reuters) - It  ended.The “ta\u00adlks” of [t]he Ruritania.Borduria agreed."
    result = cleaned(text)
    start = result.text.index("Borduria")
    first, last = result.span(start, start + len("Borduria"))
    assert text[first:last] == "Borduria"
    start = result.text.index("talks")
    assert text[slice(*result.span(start, start + 5))] == "ta\u00adlks"


def test_dropped_speaks_of_the_stored_text():
    """The drops name their places in Article.text, and what is dropped is not in the clean text."""
    text = "Title: A\nText:\n“Yes,” he said.\r\n\r\nPhoto: B / Getty Images\r\n\r\nPARIS (AFP) - The end came."
    result = cleaned(text)
    assert [(drop.reason, drop.text) for drop in result.dropped] == [
        ("header", "Title: A\nText:"),
        ("caption", "Photo: B / Getty Images"),
        ("dateline", "PARIS (AFP) - "),
    ]
    assert all(text[drop.start : drop.end] == drop.text for drop in result.dropped)
    assert result.text == '"Yes," he said.\n\nThe end came.'


def test_outside_is_an_error():
    """A place behind the text has no original; the end of the text has."""
    assert CleanText("ab").original(2) == 2
    with pytest.raises(IndexError):
        CleanText("ab").original(3)


PIECES = st.sampled_from(
    [
        "The",
        "said",
        "US",
        "é",
        "Я",
        "中",
        ".",
        ",",
        "?",
        '"',
        "'",
        "“",
        "”",
        "’",
        "``",
        "''",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u00ad",
        "\0",
        "\u200b",
        "\ufeff",
        "[t]he",
        "[",
        "]",
        "-",
        "KYIV (Reuters) - ",
        "PHOTO/AFP - ",
        "Title: ",
        "Text:",
        "By Ann Lee",
        "www.a.b/C.",
        "\r",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))


@settings(deadline=None)
@given(TEXTS)
@example("")
@example('.""A"')
@example("Title: A\n\n")
def test_every_character_is_mapped(text):
    """Places never run backwards, and each character but an added space is the (normalised) one at its place."""
    result = cleaned(text)
    places = [result.original(place) for place in range(len(result.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    plain = normalise(text)
    for character, place in zip(result.text, places, strict=False):
        assert character == " " or character == plain[place]
        assert not character.isalpha() or character == text[place]


@settings(deadline=None)
@given(TEXTS)
def test_drops_are_in_order_and_apart(text):
    """Drops do not overlap, and nothing of the clean text is in them."""
    result = cleaned(text)
    ends = [place for drop in result.dropped for place in (drop.start, drop.end)]
    assert ends == sorted(ends)
    kept = {result.original(place) for place, character in enumerate(result.text) if character != " "}
    assert not any(place in kept for drop in result.dropped for place in range(drop.start, drop.end))


@pytest.mark.parametrize(
    "piece", ["The army left the city.The ", '"', "''", ".A", "[", "Reuters/", "a.b/", " ", "\n", "A ", "\0"]
)
def test_time_is_linear(piece):
    """Hundreds of thousands of characters on one line take a second; a quadratic step would take many minutes."""
    start = time.perf_counter()
    cleaned(piece * (300_000 // len(piece)))
    assert time.perf_counter() - start < 10
