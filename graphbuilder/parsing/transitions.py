"""Transition-based parsing: every document of a batch one step after the other.

spaCy's own loop gives up the interpreter's lock for each step and takes it again for each transition that it checks;
that alone is more than half of the time of its entity recognizer. Here the lock is kept. The analyses are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.pipeline.transition_parser import Parser
from spacy.tokens import Doc as Parse
from spacy.util import minibatch

FACTORY = "graphbuilder_transitions"


class Greedy:
    """A dependency parser or entity recognizer of spaCy that takes the best transition at each step."""

    def __init__(self, parser: Parser, name: str) -> None:
        """Takes the model, transitions and annotations of the parser; the name is its own in the pipeline."""
        self.parser, self.name = parser, name

    def __call__(self, doc: Parse) -> Parse:
        """The document, analysed."""
        return self._annotate([doc])[0]

    def pipe(self, docs: Iterable[Parse], *, batch_size: int) -> Iterator[Parse]:
        """The documents in their order, analysed a batch at a time."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            yield from self._annotate(list(batch))

    def _annotate(self, docs: list[Parse]) -> list[Parse]:
        self.parser.set_annotations(docs, self._states(docs))
        return docs

    def _states(self, docs: list[Parse]) -> list[object]:
        """The last state of each document."""
        states = self.parser.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        if unfinished:
            model = self.parser.model.predict(docs)
            while unfinished:
                unfinished = self.parser.transition_states(unfinished, model.predict(unfinished))
            model.clear_memory()
        return list(states)


@Language.factory(FACTORY, default_config={"of": ""})
def make_greedy(nlp: Language, name: str, of: str) -> Greedy:
    """The component that does the work of the component `of`."""
    return Greedy(nlp.get_pipe(of), name)


def is_greedy(pipe: object) -> bool:
    """True for a parser that follows one analysis only, as the installed models do."""
    return isinstance(pipe, Parser) and pipe.cfg["beam_width"] == 1
