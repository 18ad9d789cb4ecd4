"""Nothing in the grammar is idle: whatever is switched off or loosened, a gold sentence notices."""

import ast
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from graphbuilder import grammar
from graphbuilder.model import Statement
from graphbuilder.qualify.confidence import OF_RULE

sys.path.insert(0, str(Path(__file__).parent / "gold"))

import frozen

MODULES = [
    grammar,
    *(importlib.import_module(f"{grammar.__name__}.{found.name}") for found in pkgutil.iter_modules(grammar.__path__)),
]
OWN = [
    inspect.unwrap(one)
    for module in MODULES
    for one in vars(module).values()
    if callable(one) and getattr(one, "__module__", None) == module.__name__
]
FUNCTIONS = [one for one in OWN if inspect.isfunction(one)]
REMEMBERED = [one for module in MODULES for one in vars(module).values() if hasattr(one, "cache_clear")]
TABLES = ("OF_CLAUSE", "OF_VERB", "OF_NOUN")
NEEDS = {table: getattr(grammar, table) for table in TABLES}
"""The tables as they are."""
CONSTRUCTIONS = [construction for table in NEEDS.values() for construction in table]
EMPTY = {"_nobody"}
"""Functions that give nothing as they are."""
IDLE: dict[str, str] = {}
"""Functions without which everything comes out the same, and why."""
UNGUARDED = {
    "indirect": "whatever the parser calls an indirect object is one; a preposition there resolves to nobody",
}


def no_items(*_: object, **__: object) -> tuple[()]:
    return ()


def nothing(*_: object, **__: object) -> Iterator[object]:
    return iter(())


def no_list(*_: object, **__: object) -> list[object]:
    return []


def no(*_: object, **__: object) -> bool:
    return False


def none(*_: object, **__: object) -> None:
    return None


def unchanged(value: object, *_: object, **__: object) -> object:
    return value


STUBS: dict[str, Callable[..., object]] = {
    "Iterator": nothing,
    "tuple": no_items,
    "list": no_list,
    "bool": no,
}


def stub_of(function: FunctionType) -> Callable[..., object] | None:
    """What finds nothing in place of a function; None for one that only puts words together."""
    kinds = list(function.__annotations__.values())
    if kinds[-1] == kinds[0]:
        return unchanged
    whole = str(kinds[-1])
    if whole.startswith("tuple") and not whole.endswith("...]"):
        return None
    return none if whole.endswith("| None") else STUBS.get(whole.partition("[")[0])


def emptied() -> Iterator[Any]:
    """A parameter for every function that can find nothing."""
    for function in FUNCTIONS:
        name = function.__name__
        if name not in EMPTY and stub_of(function) is not None:
            marks = [pytest.mark.xfail(reason=IDLE[name], strict=True)] if name in IDLE else []
            yield pytest.param(function, id=name, marks=marks)


def extracted(read) -> tuple[Statement, ...]:
    """What is stated in a gold case, with nothing remembered of it."""
    forget()
    return frozen.extracted(read)


def forget() -> None:
    """Empties what the grammar remembers of words that it has read."""
    for function in REMEMBERED:
        function.cache_clear()


@contextmanager
def without_needs() -> Iterator[None]:
    """Every construction is tried on every word."""
    with pytest.MonkeyPatch.context() as patched:
        for table in TABLES:
            patched.setattr(grammar, table, dict.fromkeys(NEEDS[table], ()))
        yield


@pytest.fixture(scope="module")
def gold():
    """Every gold case that holds."""
    return [read for read in frozen.read_cases() if "gap" not in read.case]


@pytest.fixture(scope="module")
def callers(gold):
    """The gold cases in which each function of the grammar runs, whether its needs are met or not."""
    found = {function: [] for function in FUNCTIONS}
    for read in gold:
        run = set()
        with without_needs():
            sys.setprofile(lambda frame, *_, run=run: run.add(frame.f_code))
            extracted(read)
            sys.setprofile(None)
        for function, reads in found.items():
            if function.__code__ in run:
                reads.append(read)
    return found


@pytest.fixture(scope="module")
def wanted_rules(gold):
    """The rules that wanted triples come from."""
    return {one.rule for read in gold for one in extracted(read) if is_wanted(one, read)}


def is_wanted(statement, read) -> bool:
    """True where a statement is one of the wanted triples."""
    return len(frozen.missing(read, frozen.as_lines(statement))) < len(read.case["triples"])


def guards(read) -> bool:
    """True where a gold case says what must not come out."""
    return bool(read.case.get("absent")) or not read.case["triples"]


def is_unlike(read) -> bool:
    """True where a sentence lacks a triple or has one too many."""
    forget()
    lines = frozen.lines_of(read)
    return bool(frozen.missing(read, lines) or frozen.unwanted(read, lines))


def is_too_much(read) -> bool:
    """True where a sentence has a triple too many, or words were let through that the vocabulary does not have."""
    forget()
    try:
        return bool(frozen.unwanted(read, frozen.lines_of(read)))
    except KeyError:
        return True
    except (AttributeError, IndexError, RuntimeError, TypeError):
        return False


@pytest.mark.parametrize("rule", OF_RULE)
def test_a_rule_is_needed(wanted_rules, rule):
    """A wanted triple comes from it; a rule of the confidence table that no gold states is dead."""
    assert rule in wanted_rules


def test_needs_only_spare_calls(gold):
    """A construction that is tried on every word finds no more than one that is tried where its needs are met."""
    with without_needs():
        freely = [extracted(read) for read in gold]
    assert freely == [extracted(read) for read in gold]


@pytest.mark.parametrize("function", list(emptied()))
def test_a_function_of_the_grammar_is_needed(callers, monkeypatch, function):
    """Without it a gold sentence lacks a triple or has one too many."""
    monkeypatch.setattr(function, "__code__", stub_of(function).__code__)
    assert any(is_unlike(read) for read in callers[function])


class Loosening(ast.NodeTransformer):
    """Makes the condition with a given number idle: it never stops, and always lets through."""

    def __init__(self, number: int) -> None:
        self.left = number

    def loosened(self, test: ast.expr, value: bool) -> ast.expr:
        self.left -= 1
        return ast.copy_location(ast.Constant(value), test) if self.left == -1 else test

    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        node.test = self.loosened(node.test, not isinstance(node.body[-1], ast.Return | ast.Continue))
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        self.generic_visit(node)
        node.test = self.loosened(node.test, True)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        self.generic_visit(node)
        node.ifs = [self.loosened(test, True) for test in node.ifs]
        return node


def loosened(function: FunctionType) -> Iterator[CodeType]:
    """The code of a function with one condition idle, for each of its conditions."""
    number, left = 0, -1
    while left < 0:
        loosening = Loosening(number)
        tree = loosening.visit(ast.parse("from __future__ import annotations\n" + inspect.getsource(function)))
        left, number = loosening.left, number + 1
        if left < 0:
            made: dict[str, FunctionType] = {}
            exec(compile(tree, function.__code__.co_filename, "exec"), function.__globals__, made)
            yield inspect.unwrap(made[function.__name__]).__code__


def parts(construction: FunctionType) -> list[FunctionType]:
    """A construction and the functions of its own module that it calls."""
    names = construction.__code__.co_names
    return [
        one
        for one in FUNCTIONS
        if one is construction or (one.__name__ in names and one.__module__ == construction.__module__)
    ]


@pytest.mark.parametrize(
    "construction", [one for one in CONSTRUCTIONS if one.__name__ not in UNGUARDED], ids=lambda one: one.__qualname__
)
def test_a_construction_is_guarded(callers, monkeypatch, construction):
    """A sentence of its shape must not match: with a condition fewer an unwanted triple comes out."""
    for function in parts(construction):
        for code in loosened(function):
            with without_needs(), monkeypatch.context() as patched:
                patched.setattr(function, "__code__", code)
                if any(is_too_much(read) for read in callers[function] if guards(read)):
                    return
    pytest.fail("no condition of it keeps an unwanted triple out")
