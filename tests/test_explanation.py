"""Explanations agree with the extraction, and every statement and every drop has its reason; no model is loaded."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse
from spacy.tokens import Span

from graphbuilder.articles import clean
from graphbuilder.explanation import Explanation, Origin, explain
from graphbuilder.explanation.cues import Cue
from graphbuilder.explanation.reasons import Reason
from graphbuilder.extract import extract
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article, Status
from graphbuilder.parsing.parses import read_parse
from graphbuilder.qualify.ruling import Ground

GOLD = Path(__file__).parent / "gold"
VOCAB = spacy.blank("en").vocab
SUNDAY = date(2021, 12, 5)


def gold():
    """(sentence, frozen parse) of every gold sentence."""
    for path in sorted(GOLD.glob("*.toml")):
        parses = (GOLD / "parses" / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines()
        for case, parse in zip(tomllib.loads(path.read_text(encoding="utf-8"))["case"], parses, strict=True):
            yield case["text"], parse


def explain_parse(text, parse):
    """A gold sentence explained, and what is extracted from it."""
    article, lexicon = Article("gold", text), load_lexicon()
    cleaned = clean(article)
    doc = read_parse(Parse(VOCAB).from_json(json.loads(parse)))
    return explain(article, cleaned, doc, lexicon), extract(article, cleaned, doc, lexicon)


@pytest.fixture(scope="module")
def corpus():
    """Every gold sentence, explained and extracted."""
    return [explain_parse(text, parse) for text, parse in gold()]


def explain_table(table: str, published: date | None = None) -> Explanation:
    """A parse written by hand explained; a line is: word lemma part tag dependency head [entity label]."""
    rows = [line.split() for line in table.strip().splitlines()]
    words, lemmas, parts, tags, deps, heads = (list(column) for column in zip(*(row[:6] for row in rows), strict=True))
    parse = Parse(VOCAB, words, lemmas=lemmas, pos=parts, tags=tags, deps=deps, heads=[int(head) for head in heads])
    parse.ents = [Span(parse, at, at + 1, label=row[6]) for at, row in enumerate(rows) if len(row) > 6]
    article = Article("table", parse.text, published=published)
    return explain(article, clean(article), read_parse(parse), load_lexicon())


def reasons(explanation):
    """Why pairs were dropped, with the words to blame."""
    outcomes = [outcome for firing in explanation.firings for outcome in firing.outcomes]
    return [(outcome.reason, outcome.words) for outcome in outcomes if outcome.reason]


def misses(explanation):
    """What came close, and why."""
    return {(miss.text, miss.reason, miss.words) for miss in explanation.near_misses}


def test_the_statements_are_those_of_extract(corpus):
    """An explanation goes the way of the extraction: the same statements in the same order."""
    assert sum(len(extraction.statements) for _, extraction in corpus) > 100
    for explanation, extraction in corpus:
        assert explanation.statements == extraction.statements, explanation.article.text


def test_every_pair_is_stated_with_cues_or_dropped_with_a_reason(corpus):
    """No construction that fired stays without an outcome, and no drop without a reason that is known."""
    for explanation, _ in corpus:
        for firing in explanation.firings:
            assert firing.outcomes, firing
            for outcome in firing.outcomes:
                assert (outcome.statement is None) == (outcome.cues is None) == (outcome.reason is not None)
                assert outcome.reason is not Reason.REFUSED, firing


def test_every_status_but_occurred_is_traced_to_a_word(corpus):
    """What is not asserted plainly has the word that says so, and only that."""
    for explanation, _ in corpus:
        for firing in explanation.firings:
            for told in firing.outcomes:
                if told.statement:
                    unmarked = told.cues.status.words is None
                    assert unmarked == (told.statement.status is Status.OCCURRED), explanation.article.text


@pytest.mark.parametrize(("text", "status"), [
    ("Slovenia will hold talks with Croatia.", Cue(Ground.AUXILIARY, "will")),
    ("Ghana has not invited Mali.", Cue(Ground.NEGATION, "not")),
    ("Iraq met Iran without criticising Syria.", Cue(Ground.PREPOSITION, "without")),
    ("Colombia denied attacking Venezuela.", Cue(Ground.GOVERNOR, "denied")),
    ("Norway praised Colombia.", Cue(Ground.PLAIN)),
])  # fmt: skip
def test_the_word_that_made_the_status(corpus, text, status):
    """Auxiliaries, negations, prepositions and governors are named."""
    explanation = next(explanation for explanation, _ in corpus if explanation.article.text == text)
    assert status in [
        outcome.cues.status for firing in explanation.firings for outcome in firing.outcomes if outcome.cues
    ]


def test_a_condition_is_named():
    """An if-clause makes the verb above it hypothetical, and is hypothetical itself."""
    explanation = explain_table("""
        Kenya Kenya PROPN NNP nsubj 2 GPE
        will will AUX MD aux 2
        sanction sanction VERB VB ROOT 2
        Iran Iran PROPN NNP dobj 2 GPE
        if if SCONJ IN mark 6
        Iran Iran PROPN NNP nsubj 6 GPE
        attacks attack VERB VBZ advcl 2
        Iraq Iraq PROPN NNP dobj 6 GPE
    """)
    told = [outcome.cues.status for firing in explanation.firings for outcome in firing.outcomes]
    assert told == [Cue(Ground.CONDITION, "if"), Cue(Ground.CONDITION, "if")]


def test_the_verb_of_saying_is_the_cue_of_the_speaker():
    """The speaker has the verb, and the verb is said to be one of saying."""
    explanation = explain_table("""
        Kenya Kenya PROPN NNP nsubj 1 GPE
        said say VERB VBD ROOT 1
        Iran Iran PROPN NNP nsubj 3 GPE
        attacked attack VERB VBD ccomp 1
        Iraq Iraq PROPN NNP dobj 3 GPE
    """)
    (statement,) = explanation.statements
    assert statement.speaker.name == "Kenya"
    assert explanation.firings[0].outcomes[0].cues.speaker == Cue(Ground.SAYING, "said")
    assert ("said", Reason.SAYING, "Kenya") in misses(explanation)


FRIDAY = """
    Kenya Kenya PROPN NNP nsubj 1 GPE
    praised praise VERB VBD ROOT 1
    Iran Iran PROPN NNP dobj 1 GPE
    on on ADP IN prep 1
    Friday Friday PROPN NNP pobj 3 DATE
"""


@pytest.mark.parametrize(("published", "ground"), [(SUNDAY, Ground.TIME_PHRASE), (None, Ground.OPEN_TIME)])
def test_the_time_phrase_is_the_cue_of_the_date(published, ground):
    """With a day of publication the phrase gives the date; without one it stays open."""
    explanation = explain_table(FRIDAY, published)
    assert explanation.firings[0].outcomes[0].cues.date == Cue(ground, "on Friday")
    assert (explanation.statements[0].date is None) == (published is None)


@pytest.mark.parametrize(("subject", "verb", "other", "reason"), [
    ("It it PRON PRP", "attacked attack", "Kenya Kenya PROPN NNP dobj 1 GPE", (Reason.PRONOUN, "It")),
    ("Kenya Kenya PROPN NNP", "praised praise", "Nairobi Nairobi PROPN NNP dobj 1 GPE", (Reason.SAME_PARTY, "Nairobi")),
    ("Kenya Kenya PROPN NNP", "hugged hug", "Borduria Borduria PROPN NNP dobj 1 GPE", (Reason.PLACE, "Borduria")),
    ("Weather weather NOUN NN", "hugged hug", "Kenya Kenya PROPN NNP dobj 1 GPE", (Reason.THING_ACTS, "Weather")),
    ("Kenya Kenya PROPN NNP", "hugged hug", "Monday Monday PROPN NNP dobj 1 DATE", (Reason.TIME, "Monday")),
    ("Kenya Kenya PROPN NNP", "hugged hug", "porridge porridge NOUN NN dobj 1", (Reason.BARE_NOUN, "porridge")),
])  # fmt: skip
def test_why_a_pair_is_dropped(subject, verb, other, reason):
    """The reason is named with the words to blame."""
    explanation = explain_table(f"{subject} nsubj 1\n{verb} VERB VBD ROOT 1\n{other}")
    assert reasons(explanation) == [reason]
    assert explanation.statements == ()


def test_a_repeat_names_the_surer_construction(corpus):
    """Of two constructions that say the same of the same parties the weaker one points to the one that is kept."""
    repeats = [
        (words, explanation)
        for explanation, _ in corpus
        for reason, words in reasons(explanation)
        if reason is Reason.REPEAT
    ]
    assert repeats
    for words, explanation in repeats:
        assert words in {statement.rule for statement in explanation.statements}, explanation.article.text


def test_verbs_and_event_nouns_that_came_close():
    """One party is too few for a verb and for an event noun; a verb that nobody listed is named by its relation."""
    alone = explain_table("""
        Kenya Kenya PROPN NNP poss 2 GPE
        's 's PART POS case 0
        attack attack NOUN NN nsubj 3
        continued continue VERB VBD ROOT 3
    """)
    assert misses(alone) == {
        ("attack", Reason.NO_SECOND_PARTY, "Kenya"),
        ("continued", Reason.NO_OBJECT, "attack"),
    }
    unknown = explain_table("""
        Kenya Kenya PROPN NNP nsubj 1 GPE
        hugged hug VERB VBD ROOT 1
        Iran Iran PROPN NNP dobj 1 GPE
    """)
    assert misses(unknown) == {("hugged", Reason.UNKNOWN_VERB, "hug")}
    assert not unknown.firings[0].known


def test_where_a_name_comes_from():
    """The tables know Kenya, the offices who "Biden" was that day, and only the article its own people."""
    explanation = explain_table("""
        Biden Biden PROPN NNP nsubj 1 PERSON
        praised praise VERB VBD ROOT 1
        Kenya Kenya PROPN NNP dobj 1 GPE
        and and CCONJ CC cc 2
        Zworykin Zworykin PROPN NNP conj 2 PERSON
    """, SUNDAY)  # fmt: skip
    read = {(reading.text, reading.name, reading.origin) for reading in explanation.readings}
    assert read == {
        ("Biden", "Joe Biden", Origin.OFFICES),
        ("Kenya", "Kenya", Origin.TABLES),
        ("Zworykin", "Zworykin", Origin.ARTICLE),
    }


def test_a_pronoun_in_vain_is_among_the_readings():
    """What nobody can name has no name and a reason."""
    explanation = explain_table(
        "It it PRON PRP nsubj 1\nattacked attack VERB VBD ROOT 1\nKenya Kenya PROPN NNP dobj 1 GPE"
    )
    vain = [(reading.text, reading.name, reading.reason) for reading in explanation.readings if reading.reason]
    assert vain == [("It", None, Reason.PRONOUN)]


def test_the_parse_has_a_line_for_every_token():
    """Heads are given by index, the root is its own."""
    lines = explain_table(FRIDAY).tokens
    assert [(line.index, line.text, line.dep, line.head) for line in lines][:2] == [
        (0, "Kenya", "nsubj", 1),
        (1, "praised", "ROOT", 1),
    ]
    assert len(lines) == 5
