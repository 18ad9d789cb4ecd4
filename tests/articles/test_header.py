"""The header block and its dates."""

from datetime import date

import pytest

from graphbuilder.articles.header import parse_date, read_header

BLOCK = (
    "Published Time: 2021-12-05\nTitle: Two call each other\nCategory 1: WORLD; Category 2: TALKS\nAuthor: Ann Lee\n"
    "Author title: Author details not found\nReading time: 3 min\nText: \nThe body.\n"
)


def test_block_is_read_up_to_text():
    """Known keys are taken, unknown ones are skipped, the body begins behind `Text:`."""
    header = read_header(BLOCK)
    assert header is not None
    assert (header.title, header.author, header.published, header.line) == (
        "Two call each other",
        "Ann Lee",
        "2021-12-05",
        1,
    )
    assert BLOCK[header.body :].strip() == "The body."


def test_windows_line_ends():
    """A header with \\r\\n is the same header."""
    header = read_header(BLOCK.replace("\n", "\r\n"))
    assert header is not None
    assert header.title == "Two call each other"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Title: A\nText: Body on the line", "Body on the line"),
        ("TITLE: A\nDate: 2021-01-01\n\nReply: no key here", "Reply: no key here"),
        ("\nTitle: A\n\nText:\nBody", "Body"),
        ("Title: A\nAuthor description: long\nand longer\nText:\nBody", "Body"),
        ("Title: A\n\nMoscow: the talks go on\n", "Moscow: the talks go on"),
    ],
)
def test_where_the_body_begins(text, body):
    """A block ends with `Text:` or with a blank line that no known key follows."""
    header = read_header(text)
    assert header is not None
    assert text[header.body :].strip() == body


@pytest.mark.parametrize(
    "text",
    [
        "Analysis: why they talk\n\nBody",
        "Title: one line and no body",
        "The talks began.\nTitle: too late\n\nBody",
        "Title: A\nThe text goes on without a blank line.\n\nMore",
        "",
    ],
)
def test_no_header(text):
    """Text that only looks a little like a header stays text."""
    assert read_header(text) is None


@pytest.mark.parametrize("value", ["Author details not found", "N/A", "unknown", ""])
def test_missing_values(value):
    """A value that says that nothing is known is None."""
    header = read_header(f"Title: A\nAuthor: {value}\nText: B")
    assert header is not None
    assert header.author is None


@pytest.mark.parametrize(
    "value",
    [
        "2021-12-05",
        "2021-12-05T10:00:00Z",
        "2021-12-05 23:59",
        "2021/12/05",
        "20211205",
        "December 5, 2021",
        "Dec. 5, 2021",
        "5 December 2021",
        "Sunday, December 5, 2021",
        "Sun, 05 Dec 2021 10:00:00 GMT",
        "5th December, 2021",
        "Sept 5, 2021 10:30 AM",
    ],
)
def test_dates(value):
    """All usual ways to write a full date are understood."""
    assert parse_date(value) == date(2021, 9 if "Sept" in value else 12, 5)


@pytest.mark.parametrize(
    "value",
    ["12/05/2021", "yesterday", "2021-13-05", "2021-02-30", "December 2021", "5 Foo 2021", "2021", "Ma 5, 2021x"],
)
def test_no_dates(value):
    """What is ambiguous or impossible is refused."""
    with pytest.raises(ValueError):
        parse_date(value)
