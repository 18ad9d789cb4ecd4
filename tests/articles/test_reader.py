"""Reading articles from files, folders, globs and standard input."""

import io
import json
from datetime import date

import pytest

from graphbuilder.articles import clean, read_articles
from graphbuilder.parsing.nlp import LONGEST_PIECE, split_text

BODY = "The minister met the ambassador in the capital and they spoke for an hour."


@pytest.fixture
def read():
    def run(*paths, published=None):
        errors = []
        return list(read_articles([str(path) for path in paths], published=published, on_error=errors.append)), [
            str(e) for e in errors
        ]

    return run


@pytest.fixture
def write(tmp_path):
    def run(name, content):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return run


def test_plain_text(read, write):
    """The id is the file name without its ending; the text is the file; what is not stated is None."""
    [article], errors = read(write("one.two.txt", f"\n{BODY}\n"))
    assert (article.id, article.text, article.title, article.published, article.lang) == (
        "one.two",
        f"\n{BODY}\n",
        None,
        None,
        "en",
    )
    assert errors == []


def test_header_is_metadata(read, write):
    """Header lines are fields, never text; the article's own date wins over the argument."""
    file = write("a.txt", f"Published Time: 2021-12-05\nTitle: They met\nAuthor: Ann Lee\nText: \n{BODY}\n")
    [article], _ = read(file, published=date(2000, 1, 1))
    assert (article.text, article.title, article.author, article.published) == (
        BODY,
        "They met",
        "Ann Lee",
        date(2021, 12, 5),
    )


def test_published_argument(read, write):
    """The argument dates the articles that state no date."""
    [article], _ = read(write("a.txt", BODY), published=date(2000, 1, 1))
    assert article.published == date(2000, 1, 1)


def test_json_lines(read, write):
    """The documented keys are read, others ignored; without an id it is file name and line; text stays as it is."""
    rows = [
        {
            "id": "x",
            "text": f" {BODY} ",
            "published": "5 December 2021",
            "source": "s",
            "url": "u",
            "title": "t",
            "more": 1,
        },
        {"text": BODY},
    ]
    articles, errors = read(write("a.jsonl", "\n\n".join(map(json.dumps, rows))))
    assert errors == []
    first, second = articles
    assert (first.id, first.text, first.title, first.source, first.url) == ("x", f" {BODY} ", "t", "s", "u")
    assert (first.published, second.id, second.published) == (date(2021, 12, 5), "a:3", None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken", "a.jsonl:2: not JSON"),
        ("[1]", "a.jsonl:2: not a JSON object"),
        ('{"id": "y"}', "a.jsonl:2: there is no text"),
        ('{"text": 5}', 'a.jsonl:2: "text" is int'),
        ('{"text": "  "}', "a.jsonl:2: there is no text"),
        ('{"text": "The day.", "published": "soon"}', "a.jsonl:2: 'soon' is no date"),
        (b'{"text": "\xff"}', "a.jsonl:2: byte 10 is not UTF-8"),
        ("[" * 100_000, "a.jsonl:2: not JSON"),
    ],
)
def test_a_broken_line_stops_nothing(read, write, line, message):
    """The error names file and line, and the lines around it are read."""
    raw = line if isinstance(line, bytes) else line.encode()
    good = [json.dumps({"id": name, "text": BODY}).encode() for name in "ab"]
    articles, errors = read(write("a.jsonl", b"\n".join([good[0], raw, good[1]])))
    assert [article.id for article in articles] == ["a", "b"]
    assert len(errors) == 1
    assert message in errors[0]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"abc\xff", "a.txt: byte 3 is not UTF-8"),
        ("a.txt", b"PK\0\1", "binary"),
        ("a.jsonl", b"\x1f\0\n\0\n\0", "binary"),
        ("a.txt", b"", "no text"),
        ("a.txt", b" \n \n", "no text"),
        ("a.jsonl", b"\n", "empty"),
        ("a.txt", b"Title: A\nText:\n", "no text"),
        ("a.json", b"[]", "name it .jsonl"),
        ("a.txt", b"Title: A\nDate: soon\nText: B", "a.txt:2: 'soon' is no date"),
    ],
)
def test_unreadable_files(read, write, name, content, message):
    """Each is one error that names the file and the place."""
    articles, errors = read(write(name, content))
    assert articles == []
    assert len(errors) == 1
    assert message in errors[0]


def test_byte_order_mark(read, write):
    """A byte order mark is no part of text, header or JSON."""
    text, rows = (
        write("a.txt", b"\xef\xbb\xbfTitle: A\nText: B is here."),
        write("b.jsonl", b'\xef\xbb\xbf{"text": "C is here."}'),
    )
    articles, errors = read(text, rows)
    assert [article.text for article in articles] == ["B is here.", "C is here."]
    assert errors == []


def test_folder_is_read_in_order(read, write, tmp_path):
    """Folders are read recursively and sorted; other and hidden files are left alone."""
    for name in ("b.txt", "sub/c.txt", "a.txt", "note.md", ".hidden.txt"):
        write(name, f"{BODY} {name}")
    articles, errors = read(tmp_path)
    assert [article.id for article in articles] == ["a", "b", "c"]
    assert errors == []


def test_glob(read, write, tmp_path):
    """A pattern gives the files that it matches, sorted."""
    for name in ("b.txt", "a.txt", "c.jsonl"):
        write(name, f"{BODY} {name}")
    assert [article.id for article in read(tmp_path / "*.txt")[0]] == ["a", "b"]


def test_nothing_there(read, write, tmp_path):
    """A missing path, a glob without a match and an empty folder are errors; the others are read."""
    (tmp_path / "empty").mkdir()
    articles, errors = read(tmp_path / "no.txt", tmp_path / "*.nix", tmp_path / "empty", write("a.txt", BODY))
    assert len(articles) == 1
    assert [word in error for word, error in zip(("no.txt", "*.nix", "empty"), errors, strict=True)] == [True] * 3


def test_same_id(read, write):
    """The same article twice is read once; another one of the same id is an error that names both places."""
    first, same, other = write("1/a.txt", BODY), write("2/a.txt", BODY), write("3/a.txt", f"{BODY} Later.")
    articles, [error] = read(first, same, first, other)
    assert len(articles) == 1
    assert str(first) in error
    assert str(other) in error


@pytest.mark.parametrize(
    ("content", "expected"),
    [(f"\n {BODY}", ["stdin"]), (' \n{"id": "j", "text": "The day."}\n{"text": "The night."}', ["j", "stdin:3"])],
)
def test_stdin(read, monkeypatch, content, expected):
    """Standard input is one plain text, or JSON Lines if its first character is a brace."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    articles, errors = read("-")
    assert [article.id for article in articles] == expected
    assert errors == []


def test_reading_is_lazy(write):
    """The first article is given before the second line is looked at."""
    errors = []
    articles = read_articles(
        [str(write("a.jsonl", '{"id": "a", "text": "The day."}\n{broken'))], on_error=errors.append
    )
    assert next(articles).id == "a"
    assert errors == []
    assert list(articles) == []
    assert len(errors) == 1


def test_half_characters(read, write):
    """Half a surrogate pair becomes one replacement character, so that the text can be written as UTF-8."""
    [article], _ = read(write("a.jsonl", '{"text": "The day \\ud83d is here."}'))
    assert article.text == "The day \ufffd is here."


SPANISH = "El ministro se reunió con el embajador en la capital de su país y hablaron de la crisis durante una hora. "
LATVIAN = "Ministrs tikās ar vēstnieku galvaspilsētā, un viņi stundu runāja par krīzi un sankcijām pret valsti."


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("a.txt", SPANISH, "a.txt"),
        ("a.txt", f"Title: They met\nText:\n{SPANISH}", "a.txt"),
        ("a.jsonl", json.dumps({"text": SPANISH}), "a.jsonl:1"),
    ],
)
def test_other_languages_are_refused(read, write, tmp_path, name, content, where):
    """An article that is surely not in English is named with its language; the others are read."""
    articles, errors = read(write(name, content), write("b.txt", BODY))
    assert [article.id for article in articles] == ["b"]
    assert errors == [f"{tmp_path}/{where}: the article is in Spanish (es); only English is read."]


def test_a_language_without_a_name_is_told_by_its_code(read, write, monkeypatch):
    """So that no article goes without a reason."""
    monkeypatch.setattr("graphbuilder.articles.language.language_names", dict)
    _, [error] = read(write("a.txt", LATVIAN))
    assert "the article is in lv; only English is read." in error


@pytest.mark.parametrize(
    "text",
    [
        SPANISH * 20 + BODY * 40,
        "Ruritania thanks Borduria",
        "Volodymyr Zelensky, Emmanuel Macron, Olaf Scholz",
        "123 ...",
    ],
)
def test_what_may_be_english_is_read(read, write, text):
    """A foreign beginning, names and what nobody can tell are no reason to refuse an article."""
    articles, errors = read(write("a.txt", text))
    assert (len(articles), errors) == (1, [])


ENDLESS = "The army left. " * 333_334
TOO_LONG = (
    "5,000,010 characters; an article has at most 1,000,000. Is it a whole archive? Use JSON Lines, one article a line."
)


@pytest.mark.parametrize(
    ("name", "content", "where"), [("a.txt", ENDLESS, "a.txt"), ("a.jsonl", json.dumps({"text": ENDLESS}), "a.jsonl:1")]
)
def test_an_archive_is_no_article(read, write, tmp_path, name, content, where):
    """A text of 5 MB on one line is refused with the cure; the others are read."""
    articles, errors = read(write(name, content), write("b.txt", BODY))
    assert [article.id for article in articles] == ["b"]
    assert errors == [f"{tmp_path}/{where}: {TOO_LONG}"]


@pytest.mark.parametrize("unit", ["The envoy met the army. ", "abcdefghij", 'He said "no."'])
def test_a_long_line_is_cleaned_and_split(read, write, unit):
    """900,000 characters on one line are an article, in pieces that the parser takes, and nothing is lost."""
    text = unit * (900_000 // len(unit))
    [article], errors = read(write("a.txt", f"{BODY}\n{text}"))
    whole = clean(article).text
    pieces = [piece for piece, _ in split_text(whole)]
    assert errors == []
    assert "".join(pieces) == whole
    assert max(map(len, pieces)) <= LONGEST_PIECE
    assert len(whole) > 890_000
