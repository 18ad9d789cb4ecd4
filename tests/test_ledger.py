"""The ledger: what goes in comes out, twice is once, and an article is there whole or not at all."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.errors import LedgerError
from graphbuilder.ledger import Change, Extractor, open_ledger
from graphbuilder.model import (
    Actor,
    Article,
    Dropped,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Sentence,
    Statement,
    Status,
    When,
)

TOOLS = Extractor("0.1.0", "abc", "en_core_web_sm", "3.8.0")
IRELAND = Party("state/ireland", "Ireland", Kind.STATE, "Dublin")
KENYA = Party("state/kenya", "Kenya", Kind.STATE, None)
MINISTER = Party("person/ann-roe", "Ann Roe", Kind.PERSON, "she")


def make_extraction(name="a1", text="Dublin thanked Kenya. It may host the talks."):
    first = Sentence(name, 0, 0, 21, text[:21])
    second = Sentence(name, 1, 22, len(text), text[22:])
    thanks = Statement(
        first, 7, 14, IRELAND, "thank", "thanked", EventType.SUPPORT, KENYA, False, Status.OCCURRED,
        None, None, None, 0.87654321, "active",
    )  # fmt: skip
    hosting = replace(
        thanks, sentence=second, start_char=29, end_char=33, relation="host", event_type=EventType.CONSULT,
        symmetric=True, status=Status.HYPOTHETICAL, speaker=MINISTER, via="Daily Post", condition_id=thanks.id,
        date=When("2022-03", "2022-05", Precision.RANGE),
    )  # fmt: skip
    actors = (
        Actor(IRELAND.id, "Ireland", Kind.STATE, ("Éire", 'a "quoted" name'), "Q27", "IE"),
        Actor(KENYA.id, "Kenya", Kind.STATE),
    )
    article = Article(name, text, "Thanks", date(2022, 2, 28), "Post", "http://example.org/1", "A. Writer", "en")
    return Extraction(article, (first, second), (hosting, thanks), actors, (Dropped(40, 44, "caption", "talk"),))


def dump(path):
    """Everything in the file but the runs."""
    connection = sqlite3.connect(path)
    lines = [line for line in connection.iterdump() if not line.startswith('INSERT INTO "runs"')]
    connection.close()
    return lines


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "new" / "ledger.sqlite") as opened:
        yield opened


@pytest.fixture
def run_id(ledger):
    return ledger.start_run(TOOLS)


def test_an_extraction_comes_back_equal(ledger, run_id):
    """Order, enums, dates, exact numbers and None survive, and articles come in the order of their ids."""
    recorded = [make_extraction("b"), Extraction(Article("a", "Nothing here."))]
    assert [ledger.record(extraction, run_id) for extraction in recorded] == [Change.ADDED, Change.ADDED]
    assert list(ledger.extractions()) == recorded[::-1]
    assert list(ledger.articles()) == [("a", None), ("b", "Thanks")]


@settings(deadline=None)  # the machine may be busy
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=22), lang=st.none() | st.text("abc"))
def test_any_text_comes_back_equal(tmp_path_factory, text, lang):
    """Control characters, NUL and other scripts are kept as they are."""
    extraction = make_extraction(text=text)
    extraction = replace(extraction, article=replace(extraction.article, lang=lang))
    with open_ledger(tmp_path_factory.mktemp("ledger") / "ledger.sqlite") as ledger:
        ledger.record(extraction, ledger.start_run(TOOLS))
        assert ledger.extraction("a1") == extraction


def test_event_ids_are_not_kept(ledger, run_id):
    """An event is a view: a statement that was assigned to one comes back without it."""
    plain = make_extraction()
    assigned = replace(plain, statements=tuple(replace(each, event_id="e1") for each in plain.statements))
    ledger.record(assigned, run_id)
    assert ledger.extraction("a1") == plain
    assert ledger.record(assigned, run_id) == Change.UNCHANGED


def test_recording_again_changes_nothing(ledger, run_id):
    """The tables are the same to the byte, also in a later run of the same tools."""
    ledger.record(make_extraction(), run_id)
    before = dump(ledger.path)
    assert ledger.record(make_extraction(), ledger.start_run(TOOLS)) == Change.UNCHANGED
    assert dump(ledger.path) == before


def test_replacing_leaves_nothing_of_the_old(ledger, run_id):
    """After going to another content and back the tables are the same to the byte."""
    ledger.record(make_extraction(), run_id)
    before = dump(ledger.path)
    shorter = Extraction(Article("a1", "Dublin was silent."))
    assert ledger.record(shorter, run_id) == Change.REPLACED
    assert list(ledger.extractions()) == [shorter]
    assert ledger.record(make_extraction(), run_id) == Change.REPLACED
    assert dump(ledger.path) == before


def test_what_was_read_is_known(ledger, run_id):
    """Another text, header or extractor means that there is work to do."""
    extraction = make_extraction()
    article = extraction.article
    assert not ledger.has(article, TOOLS.fingerprint)
    ledger.record(extraction, run_id)
    assert ledger.has(article, TOOLS.fingerprint)
    assert not ledger.has(replace(article, text="Other."), TOOLS.fingerprint)
    assert not ledger.has(replace(article, published=None), TOOLS.fingerprint)
    newer = replace(TOOLS, rules="abd")
    assert not ledger.has(article, newer.fingerprint)
    assert ledger.record(extraction, ledger.start_run(newer)) == Change.REPLACED
    assert ledger.has(article, newer.fingerprint)


def broken_extractions():
    good = make_extraction()
    first, second = good.statements
    yield "two statements of one id", replace(good, statements=(first, second, second))
    yield "a sentence that is not there", replace(good, sentences=good.sentences[:1])
    yield "a condition that is not there", replace(good, statements=(first, replace(second, condition_id="gone")))
    yield "a backward span", replace(good, statements=(second, replace(first, end_char=0)))


@pytest.mark.parametrize("broken", [pytest.param(broken, id=name) for name, broken in broken_extractions()])
def test_a_failed_replacement_leaves_the_old_article(ledger, run_id, broken):
    """A contradiction is refused with the article's name, and all that was there is there still."""
    old = make_extraction(text="Dublin thanked Kenya. It will host the talks.")
    ledger.record(old, run_id)
    before = dump(ledger.path)
    with pytest.raises(LedgerError, match="article 'a1'"):
        ledger.record(broken, run_id)
    assert list(ledger.extractions()) == [old]
    assert dump(ledger.path) == before


def test_a_build_that_is_killed_leaves_whole_articles(ledger, run_id):
    """What a second connection sees while the third article is being written is two whole ones."""

    class Interrupted(tuple):
        def __iter__(self):
            yield from super().__iter__()
            raise KeyboardInterrupt

    whole = [make_extraction("a"), make_extraction("b")]
    for extraction in whole:
        ledger.record(extraction, run_id)
    third = make_extraction("c")
    with pytest.raises(KeyboardInterrupt):
        ledger.record(replace(third, actors=Interrupted(third.actors)), run_id)
    with open_ledger(ledger.path) as other:
        assert list(other.extractions()) == whole


def test_removing_takes_an_article_and_nothing_else(ledger, run_id):
    """The other article is untouched; removing what is not there says so."""
    ledger.record(make_extraction("a"), run_id)
    before = dump(ledger.path)
    ledger.record(make_extraction("b"), run_id)
    assert ledger.remove("b")
    assert dump(ledger.path) == before
    assert not ledger.remove("b")


def test_counts_and_runs(ledger, run_id):
    """A run knows its tools and what it did; one that was broken off has no end."""
    ledger.record(make_extraction("a"), run_id)
    ledger.record(make_extraction("b"), run_id)
    ledger.finish_run(run_id, added=2, failed=1)
    ledger.start_run(TOOLS)
    counts = ledger.counts()
    assert (counts.articles, counts.sentences, counts.statements, counts.actors) == (2, 4, 4, 2)
    assert (counts.dropped, counts.runs) == (2, 2)
    finished, broken_off = ledger.runs()
    assert (finished.extractor, finished.added, finished.failed) == (TOOLS, 2, 1)
    assert finished.finished is not None
    assert broken_off.finished is None


def test_a_run_must_be_known(ledger):
    """Nothing is recorded under a run that was never started."""
    with pytest.raises(LedgerError, match="no run 7"):
        ledger.record(make_extraction(), 7)
    assert ledger.counts().articles == 0


def test_reopening_keeps_everything(tmp_path):
    """Closing and opening again changes nothing."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path) as ledger:
        ledger.record(make_extraction(), ledger.start_run(TOOLS))
    with open_ledger(path, create=False) as ledger:
        assert list(ledger.extractions()) == [make_extraction()]


def test_files_that_are_no_ledger_are_refused(tmp_path):
    """A text, another database, a folder and a missing file each give one line with a cure, and stay as they are."""
    text, other = tmp_path / "text", tmp_path / "other.db"
    text.write_text("This is not a database at all. " * 99)
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE things (id)")
    connection.close()
    content = other.read_bytes()
    for path in (text, other, tmp_path, text / "below"):
        with pytest.raises(LedgerError, match="Give another --workspace"):
            open_ledger(path)
    assert other.read_bytes() == content
    with pytest.raises(LedgerError, match="graphbuilder build"):
        open_ledger(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("version", "cure"), [(99, "Upgrade"), (0, "new workspace")])
def test_another_version_is_refused(tmp_path, version, cure):
    """The message names both versions and what to do."""
    path = tmp_path / "ledger.sqlite"
    open_ledger(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(LedgerError, match=f"version {version}.*{cure}"):
        open_ledger(path)
