"""What extraction costs beyond the parser: the bare model and the extractor over the same articles, in turns.

    python tests/bench/extraction.py [PATH…]

Takes files, folders or globs as `graphbuilder build` does. Without any it takes the scored corpus of `tests/eval`,
which states something in every nine words, and ordinary news (every thirteen) where `../shared/dev` is there.
Every round runs the model alone and then the extractor on every slice of a few articles, in processor seconds of this
process. The share is taken from the quickest rounds of each slice, which the rest of the machine disturbed least. One
JSON object for each set on stdout.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

from graphbuilder.articles import read_articles
from graphbuilder.errors import InvalidArticle
from graphbuilder.extract import extract_all
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article
from graphbuilder.parsing.nlp import BATCH, load_model

TESTS = Path(__file__).resolve().parents[1]
CORPUS = TESTS / "eval" / "corpus"
NEWS = TESTS.parents[1] / "shared" / "dev" / "inputs" / "wikinews_dev.jsonl"
ROUNDS = 9
SLICE = 5


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


def measure(articles: list[Article], nlp: Language) -> tuple[float, float]:
    """(seconds of the bare model, seconds of the extractor), the quickest round of each slice added up."""
    lexicon = load_lexicon()

    def bare(some: list[Article]) -> object:
        return [len(doc) for doc in nlp.pipe((article.text for article in some), batch_size=BATCH)]

    def whole(some: list[Article]) -> object:
        return [len(extraction.statements) for extraction in extract_all(some, nlp, lexicon)]

    whole(articles)
    rounds = [[(seconds(bare, one), seconds(whole, one)) for one in slices(articles)] for _ in range(ROUNDS)]
    quickest = [[min(times) for times in zip(*each, strict=True)] for each in zip(*rounds, strict=True)]
    model, extractor = (sum(times) for times in zip(*quickest, strict=True))
    return model, extractor


def answer(name: str, articles: list[Article], nlp: Language) -> dict[str, str | int | float]:
    """What is printed of a set."""
    bare, whole = measure(articles, nlp)
    return {
        "set": name,
        "articles": len(articles),
        "words": sum(len(article.text.split()) for article in articles),
        "model_seconds": round(bare, 3),
        "extract_seconds": round(whole, 3),
        "share_beyond_model": round(1 - bare / whole, 3),
    }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*")
    nlp = load_model()
    for name, articles in sets_of(parser.parse_args().paths).items():
        sys.stdout.write(json.dumps(answer(name, articles, nlp), indent=1) + "\n")


if __name__ == "__main__":
    main()
