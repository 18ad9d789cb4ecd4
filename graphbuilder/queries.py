"""The questions of `cypher/ask`: each file is its own documentation, checked when it is read.

// What happened between two actors, in order?      the question, in plain words
// :param a => 'Joe Biden'                          a parameter and its default, to copy into Neo4j Browser
// returns: date, event                             the columns
MATCH …                                             one statement, the same text for every engine
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files

from graphbuilder.errors import BadParameter, UnknownQuestion
from graphbuilder.model import Scalar

ASK = files("graphbuilder.cypher") / "ask"

_PARAM = re.compile(r"// :param (\w+) => (.+)")
_USED = re.compile(r"\$(\w+)")
_NO_CODE = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter and the value it takes where none is given; the default's type is the parameter's type."""

    name: str
    default: Scalar


@dataclass(frozen=True, slots=True)
class Query:
    """One question. `text` is the whole file, header and all."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str


def question_names() -> list[str]:
    """The names of all questions, sorted."""
    return sorted(entry.name.removesuffix(".cypher") for entry in ASK.iterdir() if entry.name.endswith(".cypher"))


def load_questions() -> list[Query]:
    """All questions, by name."""
    return [load_question(name) for name in question_names()]


def load_question(name: str) -> Query:
    """The question of that name; UnknownQuestion names those that are spelt alike."""
    names = question_names()
    if name not in names:
        near = get_close_matches(name, names, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(names)}."
        raise UnknownQuestion(f"{name}: no such question. {hint}")
    return parse_question(name, (ASK / f"{name}.cypher").read_text(encoding="utf-8"))


def parse_question(name: str, text: str) -> Query:
    """Read a file's header and hold it against the statement below; BadParameter where they differ."""
    header = [line for line in text.splitlines() if line.startswith("//")]
    declared = tuple(_parameter(name, line) for line in header if line.startswith("// :param"))
    returned = [line.removeprefix("// returns:") for line in header if line.startswith("// returns:")]
    names, used = {parameter.name for parameter in declared}, used_parameters(text)
    if names != used:
        odd = ", ".join(sorted(names ^ used))
        raise BadParameter(f"cypher/ask/{name}.cypher: {odd} must be both in a `:param` line and in the statement.")
    columns = tuple(column.strip() for line in returned for column in line.split(","))
    return Query(name, header[0].removeprefix("//").strip() if header else "", declared, columns, text)


def used_parameters(text: str) -> frozenset[str]:
    """The names that a Cypher text uses as `$name`, outside strings and comments."""
    return frozenset(_USED.findall(_NO_CODE.sub("", text)))


def _parameter(question: str, line: str) -> Parameter:
    match = _PARAM.fullmatch(line.rstrip())
    if match is None:
        raise BadParameter(f"cypher/ask/{question}.cypher: '{line}' is not of the form `// :param name => value`.")
    return Parameter(match[1], parse_literal(match[2]))


def parse_literal(text: str) -> Scalar:
    """A Cypher literal: 'text', 7, 0.5, true, null; anything else is text as it stands."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    if text in _WORDS:
        return _WORDS[text]
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text


def bind(query: Query, given: Mapping[str, str]) -> dict[str, Scalar]:
    """The question's parameters: the defaults, replaced by what the user gave as words."""
    known = {parameter.name: parameter.default for parameter in query.parameters}
    for name in given:
        if name not in known:
            has = ", ".join(known) or "none"
            raise BadParameter(f"{query.name}: no parameter '{name}'. It has: {has}.")
    return {name: _convert(name, given[name], default) if name in given else default for name, default in known.items()}


def _convert(name: str, text: str, default: Scalar) -> Scalar:
    """The user's words as a value of the default's type; a parameter without default takes text or null."""
    if default is None:
        return None if text == "null" else text
    if isinstance(default, str):
        return text
    value = parse_literal(text)
    if isinstance(default, float) and type(value) is int:
        return float(value)
    if type(value) is not type(default):
        kind = {bool: "true or false", int: "a whole number", float: "a number"}[type(default)]
        raise BadParameter(f"-p {name}={text}: {kind} is needed.")
    return value


def parse_assignments(pairs: Iterable[str]) -> dict[str, str]:
    """`name=value` pairs of the command line; BadParameter where there is no `=` or a name comes twice."""
    given: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise BadParameter(f"-p {pair}: write -p name=value.")
        if name in given:
            raise BadParameter(f"-p {pair}: '{name}' is given twice. Keep one.")
        given[name] = value
    return given
