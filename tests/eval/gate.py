"""The gate: scores the corpus with the extractor as it is and holds every figure against its floor.

python tests/eval/gate.py                                   print figures and floors; exit 1 if one is too low
python tests/eval/gate.py --misses --false                  print what was missed, and what has no gold statement
python tests/eval/gate.py --update                          raise the floors to the figures
python tests/eval/gate.py --update --allow-regression WHY   lower floors too; the reason is kept in baseline.json
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from corpus import Annotated, corpus_digest, load_corpus
from score import Figures, Scored, calibration, figures, score

from graphbuilder.events import assign, group_events
from graphbuilder.extract import extract_all
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Statement
from graphbuilder.nlp import load_model, model_version

BASELINE = Path(__file__).parent / "baseline.json"
EPSILON = 0.005


class FloorLowered(Exception):
    """An update would lower a floor: names the figures and how to allow it."""


@dataclass(frozen=True, slots=True)
class Result:
    """One pass over the corpus: its hash, its size, the model, the matches and the figures."""

    digest: str
    statements: int
    model: str
    scored: Scored
    figures: Figures


def measure() -> Result:
    """Extract and score the whole corpus in one pass of the model."""
    corpus = load_corpus()
    nlp = load_model()
    pairs = list(extracted(corpus, nlp))
    scored = score(pairs)
    return Result(corpus_digest(), len(scored.found), model_version(nlp), scored, figures(scored))


def extracted(corpus: list[Annotated], nlp: Any) -> Iterator[tuple[Annotated, list[Statement]]]:
    """Every article with its statements, their events assigned."""
    extractions = list(extract_all((annotated.article for annotated in corpus), nlp, load_lexicon()))
    events = group_events(extractions)
    for annotated, extraction in zip(corpus, extractions, strict=True):
        yield annotated, list(assign(extraction.statements, events))


def load_baseline() -> dict[str, Any]:
    """What was recorded last; empty before the first update."""
    return json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}


def failures(result: Result, baseline: Mapping[str, Any]) -> list[str]:
    """What does not hold, a line each: figures below their floors, and a corpus that changed without an update."""
    floors: dict[str, float] = baseline.get("floors", {})
    low = [
        f"{name} is {result.figures[name]:.3f}, its floor is {least:.2f}"
        for name, least in floors.items()
        if result.figures[name] < least - EPSILON
    ]
    if result.digest != baseline.get("digest"):
        low.append("the corpus changed: read the figures, then run tests/eval/gate.py --update")
    return low


def updated(result: Result, baseline: Mapping[str, Any], reason: str | None) -> dict[str, Any]:
    """The baseline with floors raised to the figures. Raises FloorLowered unless there is a reason for lower ones."""
    old: dict[str, float] = baseline.get("floors", {})
    new = {name: floor(value * 100 + 1e-9) / 100 for name, value in result.figures.items()}
    lower = {name: [old[name], new[name]] for name in new if name in old and new[name] < old[name] - EPSILON}
    if lower and not reason:
        changes = ", ".join(f"{name} {was:.2f} -> {now:.2f}" for name, (was, now) in lower.items())
        raise FloorLowered(f"floors would fall: {changes}. Mend the extractor, or give --allow-regression REASON.")
    regressions = [*baseline.get("regressions", ()), *([{"reason": reason, "lowered": lower}] if lower else ())]
    return {
        "digest": result.digest,
        "statements": result.statements,
        "model": result.model,
        "floors": new,
        "regressions": regressions,
    }


def table(result: Result, baseline: Mapping[str, Any]) -> Iterator[str]:
    """The figures with their floors, then precision by confidence."""
    floors: dict[str, float] = baseline.get("floors", {})
    yield f"corpus: {result.statements} statements, {len(result.scored.judged)} extracted with {result.model}"
    yield f"{'figure':12}{'now':>8}{'floor':>8}"
    for name, value in result.figures.items():
        least = f"{floors[name]:.2f}" if name in floors else "-"
        yield f"{name:12}{value:8.3f}{least:>8}"
    yield f"\n{'confidence':12}{'count':>8}{'pair_P':>8}{'full_P':>8}"
    for band in calibration(result.scored):
        shares = "".join(f"{'-' if p is None else f'{p:.3f}':>8}" for p in (band.pair_precision, band.full_precision))
        yield f"{f'{band.low:.2f}-{band.high:.2f}':12}{band.count:8}{shares}"


def misses(result: Result) -> Iterator[str]:
    """A line for every gold statement whose pair was not found, or that was read with a wrong type or status."""
    for each in result.scored.found:
        got = "" if not each.statements else f"  got [{each.best.event_type}, {each.best.status}]"
        right = each.statements and each.best.event_type in each.gold.types and each.best.status in each.gold.statuses
        if not right:
            yield f"{'WRONG' if got else 'MISS'} {each.article_id} {each.gold.label}{got}"


def strays(result: Result) -> Iterator[str]:
    """A line for every statement that no gold statement matches."""
    for statement, pair, _ in result.scored.judged:
        if not pair:
            ends = f"{statement.subject.name} | {statement.relation} | {statement.object.name}"
            kind = f"[{statement.event_type}, {statement.status}, {statement.rule}, {statement.confidence:.2f}]"
            yield f"FALSE {statement.article_id} {ends} {kind} << {statement.sentence.text}"


def options() -> Namespace:
    """The command line."""
    parser = ArgumentParser(description="Score the corpus and hold every figure against its floor.")
    parser.add_argument("--update", action="store_true", help="raise the floors to the figures")
    parser.add_argument("--allow-regression", metavar="REASON", help="let --update lower floors; the reason is kept")
    parser.add_argument("--misses", action="store_true", help="list gold statements not found or read wrongly")
    parser.add_argument("--false", action="store_true", dest="strays", help="list statements without gold")
    return parser.parse_args()


def main() -> int:
    """Print the table; update or check the floors. 0 if all hold."""
    chosen, baseline, result = options(), load_baseline(), measure()
    lines = [*table(result, baseline)]
    lines += misses(result) if chosen.misses else ()
    lines += strays(result) if chosen.strays else ()
    failed = [] if chosen.update else failures(result, baseline)
    if chosen.update:
        try:
            new = updated(result, baseline, chosen.allow_regression)
        except FloorLowered as error:
            failed = [str(error)]
        else:
            BASELINE.write_text(json.dumps(new, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stderr.writelines(f"gate: {line}\n" for line in failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
