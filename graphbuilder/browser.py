"""Neo4j Browser: the questions as pictures, links that open it with one of them filled in, and the guide to them all.

A picture is the twin of a question in `cypher/picture`: the same parameters, but nodes and relationships as its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from urllib.parse import quote, urlencode, urlsplit

from graphbuilder.model import Scalar
from graphbuilder.queries import Query, bind, load_question, load_questions, parse_question

CYPHER = files("graphbuilder.cypher")
PICTURES = CYPHER / "picture"
STYLE = CYPHER / "graphbuilder.grass"
GUIDE = CYPHER / "guide.adoc"
FIRST = "strongest"
"""The question that has an answer in every graph, whoever is in it."""

_TOKEN = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|\$(\w+)")


def picture_names() -> list[str]:
    """The names of the questions that have a picture, sorted."""
    return sorted(entry.name.removesuffix(".cypher") for entry in PICTURES.iterdir() if entry.name.endswith(".cypher"))


def load_picture(name: str) -> Query:
    """The picture of a question, or the question itself where it has none; UnknownQuestion as `load_question`."""
    if name not in picture_names():
        return load_question(name)
    return parse_question(name, (PICTURES / f"{name}.cypher").read_text(encoding="utf-8"))


def fill_in(query: Query, values: Mapping[str, Scalar]) -> str:
    """The statement with literals in the place of its parameters, under the question; it can be pasted anywhere."""
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("//"))
    filled = _TOKEN.sub(lambda token: literal(values[token[1]]) if token[1] else token[0], body)
    return f"// {query.question}\n{filled.strip()}"


def literal(value: Scalar) -> str:
    """A Cypher literal that stands for the value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def make_link(web: str, uri: str, user: str, text: str) -> str:
    """The address that opens Neo4j Browser at `web` with the text in its editor and `uri` in its login form."""
    parts = urlsplit(uri)
    server = f"{parts.scheme}://{quote(user)}@{parts.netloc.rpartition('@')[2]}"
    query = urlencode({"cmd": "edit", "arg": text, "connectURL": server}, quote_via=quote)
    return f"{web.rstrip('/')}/browser?{query}"


def link_question(web: str, uri: str, user: str, name: str, given: Mapping[str, str]) -> str:
    """The link to a question, as a picture where it has one. Raises UnknownQuestion or BadParameter."""
    shown = load_picture(name)
    return make_link(web, uri, user, fill_in(shown, bind(shown, given)))


def render_guide() -> str:
    """The guide to all questions, in AsciiDoc: the opening of `cypher/guide.adoc`, then each question as it is now."""
    parts = [GUIDE.read_text(encoding="utf-8").partition("\n== ")[0].strip()]
    for question in load_questions():
        listings = (f"[source,cypher]\n----\n{text}\n----" for text in _runnable(question))
        parts += [f"== {question.name}", question.question, *listings]
    return "\n\n".join(parts) + "\n"


def render_guide_page() -> str:
    """The same for the Neo4j Browser that a local server has: it reads HTML, and a click fills its editor."""
    title, *opening = GUIDE.read_text(encoding="utf-8").partition("\n== ")[0].strip().removeprefix("= ").split("\n\n")
    parts = [f"<h3>{escape(title)}</h3>", *(f"<p>{escape(each)}</p>" for each in opening)]
    for question in load_questions():
        listings = (f'<pre class="pre-scrollable code runnable">{escape(text)}</pre>' for text in _runnable(question))
        parts += [f"<h4>{escape(question.question)}</h4>", *listings]
    return '<article class="guide">\n' + "\n".join(parts) + "\n</article>\n"


def _runnable(question: Query) -> Iterator[str]:
    """The question and its picture, with their defaults filled in."""
    pictures = [load_picture(question.name)] if question.name in picture_names() else []
    for query in (question, *pictures):
        yield fill_in(query, {parameter.name: parameter.default for parameter in query.parameters})
