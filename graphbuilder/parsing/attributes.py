"""The attribute ruler: parts of speech and exceptional lemmas by word, tag and relation.

spaCy holds all of its patterns against every word. Most look at one word alone, so that what they say of it is the same
wherever the same word stands with the same tag and relation; here that is looked up. The annotations are the same.
"""

from __future__ import annotations

from typing import Any

from spacy import attrs
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc as Parse
from spacy.tokens import Span

FACTORY = "graphbuilder_attributes"
FEATURES = (attrs.TAG, attrs.DEP, attrs.IS_SPACE)
NAMES = frozenset(("TAG", "DEP", "IS_SPACE", "LOWER"))
Pattern = list[dict[str, Any]]
Match = tuple[int, int, int, int]
"""Number of the rule, its id, start and end in tokens."""


class Ruler:
    """An attribute ruler of spaCy that remembers what its patterns of one word say."""

    def __init__(self, ruler: AttributeRuler, name: str) -> None:
        """Parts the patterns of the ruler; those of several words, or of another feature, are matched as ever."""
        self.ruler, self.name = ruler, name
        self.single, self.other = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self.words: set[int] = set()
        self.known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for number in range(len(ruler.attrs)):
            for pattern in ruler.matcher.get(str(number))[1]:
                self._add(str(number), pattern)

    def __call__(self, doc: Parse) -> Parse:
        """The document with its attributes set."""
        self.ruler.set_annotations(doc, self.match(doc))  # type: ignore[no-untyped-call]
        return doc

    def match(self, doc: Parse) -> list[Match]:
        """What matches, later rules last, as `AttributeRuler.match` gives it."""
        rules = self.ruler.vocab.strings
        found = [(int(rules[key]), key, start, end) for key, start, end in self.other(doc, allow_missing=True)]
        words = (word if word in self.words else 0 for word in doc.to_array(attrs.LOWER).tolist())
        for i, key in enumerate(zip(words, *doc.to_array(list(FEATURES)).T.tolist(), strict=True)):
            if key not in self.known:
                self.known[key] = self._rules(doc[i : i + 1])
            found += [(number, rule, i, i + 1) for number, rule in self.known[key]]
        return sorted(found)

    def _rules(self, word: Span) -> list[tuple[int, int]]:
        """Numbers and ids of the rules for a word."""
        keys = [key for key, *_ in self.single(word, allow_missing=True)]
        return [(int(self.ruler.vocab.strings[key]), key) for key in keys]

    def _add(self, number: str, pattern: Pattern) -> None:
        words = _words(pattern)
        matcher = self.other if words is None else self.single
        matcher.add(number, [pattern])
        self.words.update(self.ruler.vocab.strings.add(word) for word in words or ())


def _words(pattern: Pattern) -> list[str] | None:
    """The words that a pattern of one word names, perhaps none; None where it is not of that shape."""
    if len(pattern) > 1 or not NAMES.issuperset(pattern[0]):
        return None
    match pattern[0].get("LOWER", {"IN": []}):
        case str(word):
            return [word]
        case {"IN": [*words], **rest} if not rest:
            return words
    return None


@Language.factory(FACTORY, default_config={"of": ""})
def make_ruler(nlp: Language, name: str, of: str) -> Ruler:
    """The component that does the work of the component `of`."""
    return Ruler(nlp.get_pipe(of), name)  # type: ignore[arg-type]
