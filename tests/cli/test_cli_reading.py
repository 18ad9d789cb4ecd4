"""build and extract: what is read, what is told, and how bad input is named."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

TEXT = (
    "Ireland condemned Kenya on Friday. Kenya rejected the criticism. "
    "The foreign ministers of Ireland and Kenya will hold talks in Oslo on 12 March 2024."
)
KEYS = (
    "article_id sentence start_char end_char subject_id subject subject_kind subject_text relation relation_text "
    "event_type object_id object object_kind object_text symmetric status speaker_id speaker speaker_text via date "
    "date_end date_precision event_id condition_id confidence rule"
)


@pytest.fixture
def article(tmp_path):
    """A text file; the working directory of `invoke` is its folder."""
    path = tmp_path / "quarrel.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_build_tells_what_it_found(invoke, article):
    """Articles and statements, the strongest relations with their sentence, and on stderr what to type next."""
    result = invoke("build", article)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("articles: 1 added\nstatements: ")
    assert "\nIreland — condemns → Kenya (occurred" in result.stdout
    assert "\n    Ireland condemned Kenya on Friday. [quarrel]\n" in result.stdout
    assert "graphbuilder ask coming-up" in result.stderr
    assert Path("graph").is_dir()


def test_build_again_changes_nothing_and_a_new_text_replaces(invoke, article):
    """The same file is unchanged; another text under the same name replaces what it gave; nothing is left of it."""
    invoke("build", article)
    again = json.loads(invoke("build", article, "--json").stdout)
    assert again["articles"] == {"added": 0, "replaced": 0, "unchanged": 1}
    article.write_text("Norway thanked Kenya.", encoding="utf-8")
    changed = json.loads(invoke("build", article, "--json").stdout)
    assert changed["articles"] == {"added": 0, "replaced": 1, "unchanged": 0}
    assert [(row["subject"], row["object"]) for row in changed["strongest"]] == [("Norway", "Kenya")]


def test_a_build_that_was_broken_off_is_made_good(invoke, article):
    """The graph is refreshed where the last run did not finish, though no article has changed."""
    invoke("build", article)
    invoke("query", "MATCH (n) DETACH DELETE n", "--write")
    from graphbuilder.ledger import open_ledger

    with open_ledger(Path("graph/ledger.sqlite")) as ledger:
        ledger.start_run(next(iter(ledger.runs())).extractor)
    assert json.loads(invoke("build", article, "--json").stdout)["graph"]["Article"] == 1


def test_a_lost_graph_is_made_anew(invoke, article):
    """The ledger is the record: asking rebuilds the graph file where it is gone."""
    invoke("build", article)
    Path("graph/graph.kgl").unlink()
    assert json.loads(invoke("query", "MATCH (a:Article) RETURN a.id AS id", "--json").stdout) == [{"id": "quarrel"}]


def test_a_second_build_imports_no_parser(invoke, article):
    """Where nothing is to be parsed, spaCy stays outside."""
    invoke("build", article)
    code = (
        "import sys; from graphbuilder.cli import main; main(['build', 'quarrel.txt', '-q'], standalone_mode=False); "
        "sys.exit('spacy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_extract_writes_rows_and_no_workspace(invoke, article):
    """One JSON object a line with the public keys in their order, events numbered, offsets into the text."""
    result = invoke("extract", article)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert rows
    for row in rows:
        assert " ".join(row) == KEYS
        assert row["article_id"] == "quarrel"
        assert row["event_id"]
        assert TEXT[row["start_char"] : row["end_char"]] == row["relation_text"]
    assert not Path("graph").exists()


def test_published_dates_what_is_relative(invoke, article):
    """--published gives articles without a date theirs: "on Friday" becomes a day; a bad date is wrong usage."""
    rows = [json.loads(line) for line in invoke("extract", article, "--published", "2024-03-10").stdout.splitlines()]
    friday = next(row for row in rows if row["relation"] == "condemn")
    assert date.fromisoformat(friday["date"]) == date(2024, 3, 8)
    assert invoke("extract", article, "--published", "yesterday").exit_code == 2


def test_standard_input_is_an_article(invoke):
    """`-` reads a text."""
    result = invoke("extract", "-", input="Ireland condemned Kenya.")
    assert [json.loads(line)["article_id"] for line in result.stdout.splitlines()] == ["stdin"]


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("empty.txt", b"", "empty.txt: "),
        ("photo.txt", b"\x89PNG\x00\x1a", "photo.txt: "),
        ("latin.txt", "Größe".encode("latin-1"), "latin.txt: "),
        ("spanish.txt", "El ministro se reunió con el embajador en la capital de su país.".encode(), "spanish.txt: "),
        ("broken.jsonl", b'{"id": "a", "text": "Norway thanked Kenya."}\n{"id": "b", "text"\n', "broken.jsonl:2: "),
    ],
)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_what_cannot_be_read_is_named_and_the_rest_is_read(invoke, article, tmp_path, name, content, where, command):
    """File and line on stderr in one line, exit code 3; alone, a bad file is a failure."""
    bad = tmp_path / name
    bad.write_bytes(content)
    both = invoke(command, article, bad, "-q")
    assert both.exit_code == 3, both.output
    assert len([line for line in both.stderr.splitlines() if line.startswith(f"Error: {tmp_path}/{where}")]) == 1
    alone = invoke(command, bad, "--workspace", tmp_path / "other")
    assert alone.exit_code == (3 if name == "broken.jsonl" else 1)


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_missing_path_fails_and_leaves_nothing(invoke, command):
    """Exit code 1, one line, and no empty workspace."""
    result = invoke(command, "nowhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: nowhere: no such file or folder.")
    assert len(result.stderr.splitlines()) == 1
    assert not Path("graph").exists()


@pytest.mark.parametrize("words", [("build",), ("extract",), ("build", "x", "--nope"), ("frob",)])
def test_wrong_usage_is_two(invoke, words):
    """No path, an unknown option, an unknown command."""
    assert invoke(*words).exit_code == 2


def test_a_missing_model_names_the_cure(invoke, article):
    """Exit code 1 and one line; --debug shows the traceback."""
    result = invoke("build", article, "--model", "xx_nothing")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: xx_nothing: no such model.")
    assert type(invoke("build", article, "--model", "xx_nothing", "--debug").exception).__name__ == "ModelMissing"


def test_a_build_tells_what_it_confirms_and_contradicts(invoke, tmp_path):
    """A second report of one day confirms, a denial of it contradicts; the ledger keeps both with the run."""
    told = {}
    for name, words in (
        ("first", "Chad attacked Mali on 7 December 2021."),
        ("second", "On 7 December 2021 Chad attacked Mali with tanks."),
        ("third", "Chad denied that it had attacked Mali on 7 December 2021."),
    ):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        told[name] = invoke("build", f"{name}.txt").stdout
    assert "events: 1 added\n" in told["first"]
    assert "events: 1 confirmed\n" in told["second"]
    assert "events: 1 added, 1 contradicted\ncontradicted: Chad attacks Mali\n" in told["third"]
    runs = json.loads(invoke("status", "--json").stdout)["runs"]
    assert [run["events_added"] for run in runs] == [1, 0, 1]
    assert runs[1]["events_confirmed"] == runs[2]["events_contradicted"] == ["Chad attacks Mali"]
