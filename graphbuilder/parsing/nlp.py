"""The language model: which one, and texts -> parsed documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc as Parse
from spacy.tokens import Token as ParsedToken

from graphbuilder.errors import ModelMissing
from graphbuilder.lexicon import load_toml
from graphbuilder.parsing import attributes, transitions
from graphbuilder.parsing.mending import mend
from graphbuilder.parsing.models import find_model
from graphbuilder.parsing.parses import read_parse
from graphbuilder.syntax import Doc

LONGEST_PIECE = 50_000
BATCH = 32
VERB_TAGS = ["VBD", "VBN", "VBG", "VBZ"]
PREFIXES = frozenset(
    ("anti", "co", "counter", "de", "ex", "mid", "non", "post", "pre", "pro", "re", "self", "semi", "vice")
)


def load_model(name: str | None = None) -> Language:
    """The pipeline `name`, or the best one that is installed. Raises ModelMissing."""
    chosen = name or find_model()
    if chosen is None:
        raise ModelMissing("No English language model is installed. Run: pip install 'graphbuilder[model]'")
    try:
        nlp = spacy.load(chosen, exclude=["senter"])
    except OSError as error:
        raise ModelMissing(f"{chosen}: no such model. Install it, or leave out --model.") from error
    keep_prefixes(nlp)
    correct_lemmas(nlp)
    replace_slow(nlp)
    nlp.add_pipe("graphbuilder_sentence_borders", first=True)
    return nlp


@Language.component("graphbuilder_sentence_borders")
def set_sentence_borders(doc: Parse) -> Parse:
    """Tells the parser what the layout settles: line breaks end a sentence, closing quotes belong to it."""
    for token in doc[1:]:
        before = token.nbor(-1)
        if "\n" in before.text and not token.is_space:
            token.is_sent_start = True
        elif token.is_space or _closes_quotation(token, before):
            token.is_sent_start = False
    return doc


def _closes_quotation(token: ParsedToken, before: ParsedToken) -> bool:
    return token.text == '"' and not before.whitespace_ and before.text in (".", "!", "?", ",")


def model_version(nlp: Language) -> str:
    """Name and version of a pipeline, as provenance records them."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def parse(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """One parsed document a text, in order; long texts are parsed in pieces and joined."""
    pieces = ((piece, last) for text in texts for piece, last in split_text(text))
    collected: list[Parse] = []
    for doc, last in nlp.pipe(pieces, as_tuples=True, batch_size=BATCH):
        collected.append(doc)
        if last:
            whole = Parse.from_docs(collected, ensure_whitespace=False) if len(collected) > 1 else doc
            collected = []
            if whole is not None:
                yield mend(read_parse(whole))


def split_text(text: str) -> Iterator[tuple[str, bool]]:
    """(piece, is it the last) of a text: cut at a paragraph, else a space, every 50,000 characters."""
    start = 0
    while len(text) - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        cut = max(window.rfind("\n"), 0) or max(window.rfind(" "), 0)
        end = start + (cut + 1 if cut else LONGEST_PIECE)
        yield text[start:end], False
        start = end
    yield text[start:], True


def keep_prefixes(nlp: Language) -> None:
    """Makes "co-operate" and "de-escalation" one word: a hyphen after a prefix does not split."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer):
        find = tokenizer.infix_finditer
        tokenizer.infix_finditer = lambda text: [hit for hit in find(text) if not _follows_prefix(text, hit)]


def correct_lemmas(nlp: Language) -> None:
    """Sets the lemmas of the verb forms in `data/lemmas.toml` before the lemmatizer, which keeps what is set."""
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, AttributeRuler):
            for form, lemma in load_toml("lemmas.toml")["verb"].items():
                pipe.add([[{"LOWER": form, "TAG": {"IN": VERB_TAGS}}]], {"LEMMA": lemma})


def replace_slow(nlp: Language) -> None:
    """Puts our loops in the place of the parsers and the attribute ruler, which give the same in less time."""
    for name, pipe in nlp.pipeline:
        factory = _factory(pipe)
        if factory:
            nlp.add_pipe(factory, name=f"graphbuilder_{name}", before=name, config={"of": name})
            nlp.remove_pipe(name)


def _factory(pipe: object) -> str | None:
    if transitions.is_greedy(pipe):
        return transitions.FACTORY
    return attributes.FACTORY if isinstance(pipe, AttributeRuler) else None


def _follows_prefix(text: str, hit: re.Match[str]) -> bool:
    return hit.group() == "-" and text[: hit.start()].lower() in PREFIXES
