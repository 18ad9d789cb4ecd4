"""Imports point one way, heavy libraries stay in their rooms, and Cypher stays out of Python."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphbuilder
from graphbuilder.pipeline import READING_MODULES, READING_ROOMS

ROOT = Path(graphbuilder.__file__).parent
ORDER = (
    ("errors", "happening", "model", "syntax", "values"),
    ("data", "lexicon", "processes", "scale", "server", "sources", "tables", "queries"),
    ("animacy", "articles", "captions"),
    ("parsing",),
    ("grammar",),
    ("names", "coref"),
    ("qualify",),
    ("repeats", "resumption", "attribution"),
    ("extract",),
    ("explanation",),
    ("judgements",),
    ("resolve", "events"),
    ("event_rows", "history"),
    ("graph",),
    ("ledger",),
    ("store",),
    ("export", "bulk", "browser", "serving", "fingerprint"),
    ("pipeline",),
    ("deciding", "unknowns"),
    ("cli",),
    ("__main__",),
)
LEVEL = {name: level for level, names in enumerate(ORDER) for name in names}
PARSING = ("parsing", "extract")
ROOMS = {"spacy": PARSING, "click": ("cli",), "networkx": ("export",), "datasketch": ("sources",)}
MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "graphbuilder":
            yield from (f"graphbuilder.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room(path: Path) -> str:
    """The module or package directly under graphbuilder that a file belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_stands_before_it(path):
    """Nothing imports a module of a later room; a module without a place in the order must be given one."""
    assert room(path) in LEVEL, f"{room(path)}: give it a place in ORDER"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "graphbuilder" and len(parts) > 1 and parts[1] in LEVEL:
            assert LEVEL[parts[1]] <= LEVEL[room(path)], f"{room(path)} imports {name}"


def reading_closure() -> set[str]:
    """The modules and rooms under graphbuilder that reading an article imports, directly or not."""
    found, waiting = set[str](), ["extract"]
    while waiting:
        name = waiting.pop()
        if name in found or name not in LEVEL:
            continue
        found.add(name)
        paths = [ROOT / f"{name}.py"] if (ROOT / f"{name}.py").exists() else (ROOT / name).rglob("*.py")
        waiting += [each.split(".")[1] for path in paths for each in imports(path) if each.startswith("graphbuilder.")]
    return found


def test_a_change_of_any_module_that_reads_is_a_change_of_the_rules():
    """The version of the rules is a hash over all that the extraction imports, its vocabulary included."""
    assert reading_closure() == {*READING_ROOMS, *READING_MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_stay_in_their_rooms(path):
    """spaCy where parses are read, click in the command line, networkx in the export, each engine in its own file."""
    used = {name.split(".")[0] for name in imports(path)}
    for library, rooms in ROOMS.items():
        assert library not in used or room(path) in rooms
    for engine in ("neo4j", "kglite"):
        own = "embedded" if engine == "kglite" else "neo4j"
        assert engine not in used or (path.parent.name == "store" and path.name.startswith(own))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_cypher_stands_in_python(path):
    """Queries are files of cypher/."""
    assert not re.search(r"\b(MATCH|MERGE) \(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", [(), ("build",), ("extract",), ("ask",), ("export",), ("reload",)])
def test_help_loads_nothing_heavy(command):
    """--help of every command knows neither spaCy nor an engine, a driver or networkx."""
    code = (
        "import sys; from graphbuilder.cli import main; "
        f"main({[*command, '--help']!r}, standalone_mode=False); "
        "sys.exit(','.join({'spacy', 'neo4j', 'kglite', 'networkx', 'numpy'} & set(sys.modules)) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Usage:" in run.stdout
