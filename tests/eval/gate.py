"""The gate: scores the corpus with the extractor as it is and holds every figure against its floor.

python tests/eval/gate.py                                   print figures and floors; exit 1 if one is too low
python tests/eval/gate.py --misses --false                  print what was missed, and what has no gold statement
python tests/eval/gate.py --update                          raise the floors to the figures
python tests/eval/gate.py --update --allow-regression WHY   lower floors too; the reason is kept in baseline.json
python tests/eval/gate.py --refresh                         freeze the parses of the installed model, then score

The figures are those of the frozen parses in tests/eval/parses: no model is needed, and they are the same everywhere.
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

from graphbuilder.articles import clean
from graphbuilder.events import assign, group_events
from graphbuilder.extract import extract
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Statement
from graphbuilder.syntax import Doc

sys.path.append(str(Path(__file__).parents[1] / "gold"))

from frozen import freeze, thaw

PARSES = Path(__file__).parent / "parses"
MODEL = PARSES / "model.txt"
"""Name and version of the model that the parses are of."""
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
    """Extract and score the whole corpus from its frozen parses."""
    corpus = load_corpus()
    scored = score(list(extracted(corpus)))
    model = MODEL.read_text(encoding="utf-8").strip()
    return Result(corpus_digest(), len(scored.found), model, scored, figures(scored))


def extracted(corpus: list[Annotated]) -> Iterator[tuple[Annotated, list[Statement]]]:
    """Every article with its statements, their events assigned."""
    extractions = [extract(each.article, clean(each.article), frozen_doc(each), load_lexicon()) for each in corpus]
    events = group_events(extractions)
    for annotated, extraction in zip(corpus, extractions, strict=True):
        yield annotated, list(assign(extraction.statements, events))


def frozen_doc(annotated: Annotated) -> Doc:
    """The document of an article, from its frozen parse."""
    lines = (PARSES / f"{annotated.article.id}.txt").read_text(encoding="utf-8").splitlines()
    return thaw(clean(annotated.article).text, iter(lines))


def fresh_parses() -> tuple[str, dict[str, str]]:
    """The installed model and its parse of every article, a line a sentence."""
    from graphbuilder.parsing.nlp import load_model, model_version

    nlp, corpus = load_model(), load_corpus()
    docs = nlp.pipe(clean(each.article).text for each in corpus)
    pairs = zip(corpus, docs, strict=True)
    return model_version(nlp), {each.article.id: "".join(f"{line}\n" for line in freeze(doc)) for each, doc in pairs}


def refresh() -> None:
    """Freeze the parses of the installed model."""
    model, parses = fresh_parses()
    PARSES.mkdir(exist_ok=True)
    MODEL.write_text(f"{model}\n", encoding="utf-8")
    for name, lines in parses.items():
        (PARSES / f"{name}.txt").write_text(lines, encoding="utf-8")


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
    """The baseline with floors raised to the figures; a figure that reaches its floor keeps it.

    Raises FloorLowered unless there is a reason for lower floors.
    """
    old: dict[str, float] = baseline.get("floors", {})
    new = {name: floor(value * 100 + 1e-9) / 100 for name, value in result.figures.items()}
    new |= {name: least for name, least in old.items() if least - EPSILON <= result.figures[name] < least}
    lower = {name: [old[name], new[name]] for name in new if name in old and new[name] < old[name]}
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
    parser.add_argument("--refresh", action="store_true", help="parse the corpus anew with the installed model")
    return parser.parse_args()


def main() -> int:
    """Print the table; update or check the floors. 0 if all hold."""
    chosen, baseline = options(), load_baseline()
    if chosen.refresh:
        refresh()
    result = measure()
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
