"""Copies of one report."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.sources import ALIKE, find_copies, likeness, sign

WIRE = (
    "The foreign ministers of Norland and Estmark met in the port of Halden on Tuesday to settle who may fish off the"
    " Skarn islands. They agreed to let a commission of four draw a new line by the end of May, and to keep patrol"
    " boats away from it until then. Norland had seized two trawlers last week. Estmark called that piracy and"
    " withdrew its consul. Neither minister would say whether the crews had been part of the talks."
)
PRINTED = f"HALDEN (Wire) - {WIRE.replace('would say', 'wanted to say')} More on page four."
OTHER = (
    "Norland and Estmark have put off their quarrel over fishing. After a day of talks in Halden the two foreign"
    " ministers announced on Tuesday that four experts will draw the line off the Skarn islands anew. The trawlers that"
    " Norland took last week stay in harbour, and so do the patrol boats of both sides."
)


def test_a_copy_is_like_its_wire_and_another_report_is_not():
    """A dateline, a changed word and a last line make no new report; other words about the same thing do."""
    wire, printed, other = map(sign, (WIRE, PRINTED, OTHER))
    assert likeness(wire, wire) == 1
    assert likeness(wire, printed) > ALIKE + 0.2
    assert likeness(wire, other) < 0.1
    assert find_copies([("b", printed), ("a", wire), ("c", other)]) == {"a": "a", "b": "a"}


def test_texts_of_few_words_and_of_none():
    """They have a signature, too; nothing is like nothing."""
    assert find_copies([("a", sign("Norland")), ("b", sign("Estmark")), ("c", sign("norland!"))]) == {
        "a": "a",
        "c": "a",
    }
    assert len(sign("")) == len(sign(WIRE))


WORDS = st.lists(st.sampled_from(["norland", "estmark", "halden", "trawler", "line", "talks"]), min_size=4, max_size=12)


@settings(deadline=None, max_examples=40)  # the machine may be busy
@given(st.lists(WORDS.map(" ".join), max_size=6), st.randoms(use_true_random=False))
def test_no_order_matters_for_copies(texts, random):
    """Whichever article comes first."""
    signed = [(f"a{number}", sign(text)) for number, text in enumerate(texts)]
    shuffled = random.sample(signed, len(signed))
    assert find_copies(shuffled) == find_copies(signed)
