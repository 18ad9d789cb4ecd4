"""What extraction costs beyond the parser: the model and the extractor over the same articles, in turns.

    python tests/bench/extraction.py [PATH…]

Takes files, folders or globs as `graphbuilder build` does. Without any it takes the scored corpus of `tests/eval`,
which states something in every nine words, and ordinary news (every thirteen) where `../shared/dev` is there.
Every round runs, on every slice of a few articles, the model as spaCy runs it, the model as the extractor runs it, and
the extractor, in processor seconds of this process. Of each the quickest round of a slice counts, which the rest of the
machine disturbed least. One JSON object for each set on stdout: `share_beyond_model` is what the extractor takes longer
than spaCy's own `nlp.pipe`, as a share of its time (below zero where it is done before), `share_of_rules` the share of
what comes after the parse.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language

from graphbuilder.articles import read_articles
from graphbuilder.errors import InvalidArticle
from graphbuilder.extract import extract_all
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article
from graphbuilder.parsing.models import find_model
from graphbuilder.parsing.nlp import BATCH, load_model

TESTS = Path(__file__).resolve().parents[1]
CORPUS = TESTS / "eval" / "corpus"
NEWS = TESTS.parents[1] / "shared" / "dev" / "inputs" / "wikinews_dev.jsonl"
ROUNDS = 9
SLICE = 5
Works = dict[str, Callable[[list[Article]], object]]


def corpus_articles() -> list[Article]:
    """The articles of the scored corpus."""
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(CORPUS.glob("*.toml"))]
    return [Article(f"a{number}", table["text"].strip(), table["title"]) for number, table in enumerate(tables)]


def skip(error: InvalidArticle) -> None:
    """Names what could not be read."""
    sys.stderr.write(f"{error}\n")


def sets_of(paths: list[str]) -> dict[str, list[Article]]:
    """What can be read of the paths; without any the corpus, and the news where they are there."""
    if not paths:
        news = {NEWS.stem: list(read_articles([str(NEWS)], on_error=skip))} if NEWS.exists() else {}
        return {"corpus": corpus_articles(), **news}
    found = list(read_articles(paths, on_error=skip))
    if not found:
        sys.exit("no article in these paths")
    return {" ".join(paths): found}


def seconds(work: Callable[[list[Article]], object], articles: list[Article]) -> float:
    """Processor seconds of this process for a piece of work."""
    start = time.process_time()
    work(articles)
    return time.process_time() - start


def slices(articles: list[Article]) -> list[list[Article]]:
    """The articles in groups of a few seconds of work at most."""
    return [articles[start : start + SLICE] for start in range(0, len(articles), SLICE)]


def works() -> Works:
    """What is timed, by name."""
    lexicon, nlp, plain = load_lexicon(), load_model(), spacy.load(find_model() or "", exclude=["senter"])

    def piped(model: Language) -> Callable[[list[Article]], object]:
        return lambda some: [len(doc) for doc in model.pipe((article.text for article in some), batch_size=BATCH)]

    return {
        "model": piped(plain),
        "parse": piped(nlp),
        "extract": lambda some: [len(each.statements) for each in extract_all(some, nlp, lexicon)],
    }


def measure(articles: list[Article], timed: Works) -> dict[str, float]:
    """Seconds of each work: the quickest round of each slice, added up."""
    for work in timed.values():
        work(articles)
    total = dict.fromkeys(timed, 0.0)
    for some in slices(articles):
        rounds = [[seconds(work, some) for work in timed.values()] for _ in range(ROUNDS)]
        for name, times in zip(timed, zip(*rounds, strict=True), strict=True):
            total[name] += min(times)
    return total


def answer(name: str, articles: list[Article], timed: Works) -> dict[str, str | int | float]:
    """What is printed of a set."""
    taken = measure(articles, timed)
    return {
        "set": name,
        "articles": len(articles),
        "words": sum(len(article.text.split()) for article in articles),
        **{f"{work}_seconds": round(time, 3) for work, time in taken.items()},
        "share_beyond_model": round(1 - taken["model"] / taken["extract"], 3),
        "share_of_rules": round(1 - taken["parse"] / taken["extract"], 3),
    }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*")
    timed = works()
    for name, articles in sets_of(parser.parse_args().paths).items():
        sys.stdout.write(json.dumps(answer(name, articles, timed), indent=1) + "\n")


if __name__ == "__main__":
    main()
