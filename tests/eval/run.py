"""`make eval`: the gate's table and, where `../shared/dev` is there, every set of it, in one table.

The sets are scored by their own scorers, which call the installed `graphbuilder`; nothing of them is kept here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gate

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT.parent / "shared" / "dev"
SPOKEN = "statements_dev"
NOT_FIGURES = frozenset(("set", "scorer", "side", "seconds"))
PARTIAL = 3
"""The exit code of `graphbuilder extract` that means: some articles could not be read, the others were."""


class RunFailed(Exception):
    """A scorer or the extractor ended with an error: names the command and its last words."""


def call(command: list[str], *, allowed: tuple[int, ...] = (0,)) -> str:
    """What a command writes, run with the interpreter's own programs first on the PATH. Raises RunFailed."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PATH": path}, check=False)
    if done.returncode not in allowed:
        raise RunFailed(f"{' '.join(command)}: exit {done.returncode}. {done.stderr.strip()[-300:]}")
    return done.stdout


def statements_set(dev: Path, folder: Path) -> dict[str, Any]:
    """The figures of the annotated full articles."""
    extracted = folder / f"{SPOKEN}.jsonl"
    rows = call(["graphbuilder", "extract", str(dev / "inputs" / f"{SPOKEN}.jsonl")], allowed=(0, PARTIAL))
    extracted.write_text(rows, encoding="utf-8")
    gold = [str(dev / "gold" / f"{name}.jsonl") for name in (SPOKEN, f"{SPOKEN}_entities")]
    figures = call([sys.executable, str(dev / "score_statements.py"), *gold, str(extracted), "--json"])
    return {"set": SPOKEN, **json.loads(figures)}


def other_sets(dev: Path, folder: Path) -> list[dict[str, Any]]:
    """The figures of every other set."""
    adapter = f"{sys.executable} {dev / 'adapter.py'} {{in}} {{out}}"
    names = ["--name", "graphbuilder", "--side", "dev"]
    call([sys.executable, str(dev / "run_eval.py"), *names, "--cmd", adapter, "--out", str(folder)])
    results = (folder / "_results.graphbuilder.dev.json").read_text(encoding="utf-8")
    return list(json.loads(results))


def dev_sets(dev: Path, folder: Path) -> Iterator[dict[str, Any]]:
    """The figures of every set: first the full articles, some minutes later the others."""
    yield statements_set(dev, folder)
    yield from other_sets(dev, folder)


def lines(row: Mapping[str, Any]) -> Iterator[str]:
    """A set's figures, four to a line, its name on the first."""
    figures = [(key, value) for key, value in row.items() if key not in NOT_FIGURES and isinstance(value, int | float)]
    cells = [f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in figures]
    for start in range(0, len(cells), 4):
        name = row["set"] if start == 0 else ""
        yield (f"{name:26}" + "".join(f"{cell:27}" for cell in cells[start : start + 4])).rstrip()


def main() -> int:
    """Print everything. 0 if the gate holds."""
    baseline, result = gate.load_baseline(), gate.measure()
    failed = gate.failures(result, baseline)
    sys.stdout.write("\n".join([*gate.table(result, baseline), *failed]) + "\n\n")
    if not DEV.is_dir():
        sys.stdout.write("../shared/dev is missing: its sets were not run, the figures above are all there is.\n")
        return 1 if failed else 0
    with TemporaryDirectory() as name:
        for row in dev_sets(DEV, Path(name)):
            sys.stdout.write("\n".join(lines(row)) + "\n")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
