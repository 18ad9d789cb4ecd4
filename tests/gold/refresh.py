"""Parses every gold sentence with the installed model and writes the parses beside the gold, one line a sentence.

    python tests/gold/refresh.py

The tests read the parses, not the model: when the model changes, the difference shows in version control.
"""

import json
import sys
import tomllib
from pathlib import Path

from frozen import freeze
from spacy.language import Language

HERE = Path(__file__).parent


def main() -> None:
    """Write `parses/<construction>.jsonl` for every gold file."""
    from graphbuilder.articles import clean
    from graphbuilder.model import Article
    from graphbuilder.parsing.nlp import load_model

    nlp = load_model(sys.argv[1] if len(sys.argv) > 1 else None)
    (HERE / "parses").mkdir(exist_ok=True)
    for path in sorted(HERE.glob("*.toml")):
        texts = [case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
        docs = nlp.pipe(clean(Article("gold", text)).text for text in texts)
        lines = [json.dumps(doc.to_json(), ensure_ascii=False) + "\n" for doc in docs]
        (HERE / "parses" / f"{path.stem}.jsonl").write_text("".join(lines), encoding="utf-8")
    freeze_lexicon(nlp)


def freeze_lexicon(nlp: Language) -> None:
    """Write `lexicon/parses/<type>.txt` for every type: a line a sentence, the texts in the order of the tables."""
    (HERE / "lexicon" / "parses").mkdir(exist_ok=True)
    for path in sorted((HERE / "lexicon").glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8")).values()
        entries = [entry for table in tables for entry in table.values()]
        texts = [entry[0] if isinstance(entry, list) else entry for entry in entries]
        lines = "".join(f"{line}\n" for doc in nlp.pipe(texts) for line in freeze(doc))
        (HERE / "lexicon" / "parses" / f"{path.stem}.txt").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
