"""The README tells the truth: its sessions are what the commands print now, and no command or question is left out.

    python tests/test_readme.py

writes the present output into README.md. A session that ends in "…" keeps as many lines as it has.
"""

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from graphbuilder.articles.noise import Reason
from graphbuilder.cli import main
from graphbuilder.model import EventType, Kind, Precision, Status
from graphbuilder.queries import load_questions
from graphbuilder.scale import score
from graphbuilder.tables import EDGE_TYPES, EXTRA_LABELS, NODE_LABELS

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MORE = "…"
SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```python\n(?P<code>.*?)^```\n\n```text\n(?P<shown>.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
QUESTIONS = re.compile(r"(?<=<!-- questions: generated -->\n).*?(?=<!-- end -->)", re.DOTALL)
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
NO_SETTINGS = dict.fromkeys(
    ("GRAPHBUILDER_WORKSPACE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
)


@contextlib.contextmanager
def sample_folder() -> Iterator[None]:
    """An empty current folder but for a copy of `seeds`."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "seeds", "seeds")
        yield


def recipe(target: str) -> str:
    """What `make TARGET` runs in the end, as a user would type it."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return re.search(rf"^{target}:.*\n(?:\t.*\n)*?\t\$\(BIN\)/(.+)$", makefile, re.MULTILINE)[1]


def run(command: str) -> str:
    """The standard output of a command line of the README."""
    program, *words = shlex.split(command)
    if program == "make":
        program, *words = shlex.split(recipe(words[0]))
    assert program == "graphbuilder", command
    result = CliRunner().invoke(main, words, env=NO_SETTINGS)
    assert result.exit_code == 0, f"{command}: {result.output}"
    return result.stdout


def retell(shown: str) -> str:
    """One command and its output, as they are now."""
    command, *old = shown.rstrip("\n").split("\n")
    told = run(command.removeprefix("$ ")).rstrip("\n").split("\n")
    if old and old[-1] == MORE:
        told = [*told[: len(old) - 1], MORE]
    return "\n".join([command, *told, ""])


def retell_session(match: re.Match[str]) -> str:
    """A block of commands, each with its output as it is now."""
    return "\n".join(map(retell, re.split(r"^(?=\$ )", match[0], flags=re.MULTILINE)[1:]))


def retell_example(match: re.Match[str]) -> str:
    """A piece of Python with its output as it is now."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(match["code"], "README.md", "exec"), {})
    return match[0].removesuffix(match["shown"]) + told.getvalue()


def list_questions(_: re.Match[str]) -> str:
    """The questions of `cypher/ask` as a table."""
    head = ("| question | name | parameters and their defaults |", "|---|---|---|")
    rows = (
        f"| {each.question} | `{each.name}` | {', '.join(f'`{one.name}={one.default}`' for one in each.parameters)} |"
        for each in load_questions()
    )
    return "\n".join([*head, *rows, ""])


def refresh(text: str) -> str:
    """The README with everything that is generated as it is now."""
    with sample_folder():
        text = QUESTIONS.sub(list_questions, text)
        text = SESSION.sub(retell_session, text)
        return EXAMPLE.sub(retell_example, text)


@pytest.fixture(scope="module")
def text() -> str:
    return README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def inline(text) -> set[str]:
    """Everything that stands between backticks in the running text."""
    return set(INLINE.findall(FENCED.sub("", text)))


def command_lines(text: str) -> Iterator[str]:
    """Every line of a shell or console block, and every piece of code in the running text, that runs graphbuilder."""
    blocks = [body for kind, body in FENCED.findall(text) if kind in ("sh", "console")]
    lines = [line.removeprefix("$ ") for body in blocks for line in body.splitlines()]
    for line in lines + INLINE.findall(FENCED.sub("", text)):
        if re.match(r"(?:\w+=\S+ )*graphbuilder ", line):
            yield re.sub(r"^(?:\w+=\S+ )*graphbuilder ", "", line)


def test_what_is_shown_is_what_is_printed(text):
    """Sessions, the list of questions and the Python example are as the program has them now."""
    assert refresh(text) == text, "run: python tests/test_readme.py"


def test_there_are_sessions_to_check(text):
    """The patterns above find what they are meant to find."""
    assert len(SESSION.findall(text)) >= 4
    assert len(EXAMPLE.findall(text)) == 1
    assert len(QUESTIONS.findall(text)) == 1
    assert text.count("```console") == len(SESSION.findall(text))


def test_every_command_line_is_understood(text):
    """Commands and options that the README shows exist."""
    lines = list(command_lines(text))
    assert len(lines) > 12
    for line in lines:
        name, *words = re.split(r" [|>] ", line, maxsplit=1)[0].split(" ", 1)
        assert name in main.commands, f"graphbuilder {line}"
        arguments = shlex.split(words[0], comments=True) if words else []
        if arguments:
            main.commands[name].make_context(name, [word for word in arguments if word != MORE])


def test_every_command_option_and_variable_is_named(inline):
    """Nothing that a user can type is left out."""
    told = " ".join(inline)
    for name, command in main.commands.items():
        assert re.search(rf"\b{name}\b", told), name
        for option in command.params:
            if isinstance(option, click.Option):
                assert max(option.opts, key=len) in told, f"{name} {option.opts}"
                assert not option.envvar or option.envvar in inline, option.envvar


def test_every_question_is_named(inline):
    """The list has them all, by the names that `ask` takes."""
    assert {each.name for each in load_questions()} <= inline


def test_every_make_target_exists(text):
    """`make X` is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    wanted = re.findall(r"(?:`|^|\$ )make (\w+)", text, re.MULTILINE)
    assert wanted
    assert [name for name in wanted if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


def test_the_row_is_described_key_by_key(text):
    """The table of the row has the keys that `extract` writes, in their order."""
    row = text.split("\n$ graphbuilder extract", 1)[1].splitlines()[1]
    section = text.split("\n### The row\n", 1)[1].split("\n#", 1)[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert [key for cell in cells for key in INLINE.findall(cell)] == list(json.loads(row))


@pytest.mark.parametrize(
    "words",
    [EventType, Status, Kind, Precision, Reason, NODE_LABELS, EXTRA_LABELS, EDGE_TYPES],
    ids=["types", "statuses", "kinds", "precisions", "reasons", "labels", "further labels", "relationships"],
)
def test_every_word_of_the_closed_lists_is_named(inline, words):
    """Each word that a row or the graph can hold is explained."""
    told = set(re.findall(r"\w+", " ".join(inline)))
    assert {str(word) for word in words} <= told


def test_the_scores_are_those_of_the_scale(text):
    """The table of event types has the score of each."""
    rows = re.findall(r"^\| `([A-Z]+)` \|[^|]+\| (-?[\d.]+) \|$", text, re.MULTILINE)
    assert {name: float(number) for name, number in rows} == {str(each): score(each) for each in EventType}


def test_files_that_are_named_are_there(inline):
    """A path in the running text is a file or a folder of the repository."""
    paths = {each for each in inline if re.fullmatch(r"(?:cypher|graphbuilder|tests|seeds)/[\w./-]*", each)}
    assert paths
    assert [each for each in sorted(paths) if not (ROOT / each).exists()] == []


if __name__ == "__main__":
    os.chdir(ROOT)
    README.write_text(refresh(README.read_text(encoding="utf-8")), encoding="utf-8")
