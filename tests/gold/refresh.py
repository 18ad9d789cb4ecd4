"""Parses every gold sentence with the installed model and writes the parses beside the gold, one line a sentence.

    python tests/gold/refresh.py

The tests read the parses, not the model: when the model changes, the difference shows in version control.
"""

import json
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Write `parses/<construction>.jsonl` for every gold file."""
    from graphbuilder.articles import clean
    from graphbuilder.model import Article
    from graphbuilder.nlp import load_model

    nlp = load_model(sys.argv[1] if len(sys.argv) > 1 else None)
    (HERE / "parses").mkdir(exist_ok=True)
    for path in sorted(HERE.glob("*.toml")):
        texts = [case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
        docs = nlp.pipe(clean(Article("gold", text)).text for text in texts)
        lines = [json.dumps(doc.to_json(), ensure_ascii=False) + "\n" for doc in docs]
        (HERE / "parses" / f"{path.stem}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
