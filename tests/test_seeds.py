"""What the sample articles promise before anything is extracted from them."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from graphbuilder.articles import clean, read_articles

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
ORIGINALS = ROOT.parent / "shared" / "seeds"
HEADER = re.compile(
    r"Published Time: (?P<published>\d{4}-\d\d-\d\d)\n"
    r"Title: .+\n"
    r"Category 1: .+; Category 2: .+\n"
    r"Source: (?P<source>.+)\n"
    r"Author: .+\n"
    r"Author title: .+\n"
    r"Text:\n"
)
CAPTION = re.compile(r"^(?:PHOTO|NORDPIX)/[A-Z ]+ +- +(?P<words>.+)$", re.MULTILINE)
FIELDS = ["id", "title", "published", "source", "url", "text"]
FIRST, LAST = date(2021, 12, 3), date(2022, 2, 25)
OUTLETS = {"Harbour Gazette", "Capital Wire", "Baltic Courier"}


def plain_texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def wire_items() -> list[dict[str, str]]:
    return [json.loads(line) for line in (SEEDS / "wire.jsonl").read_text(encoding="utf-8").splitlines()]


def bodies() -> dict[str, str]:
    texts = {name: HEADER.sub("", text, count=1) for name, text in plain_texts().items()}
    return texts | {item["id"]: item["text"] for item in wire_items()}


def stated(field: str) -> dict[str, str]:
    """What the headers and the lines state, of the articles that have one."""
    headers = {name: HEADER.match(text) for name, text in plain_texts().items()}
    return {name: found[field] for name, found in headers.items() if found} | {
        item["id"]: item[field] for item in wire_items()
    }


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_there_are_enough_articles_in_both_formats() -> None:
    """A small newsroom of some fifteen articles, half as plain text and half as JSON Lines."""
    assert len(plain_texts()) == 8
    assert len(wire_items()) == 8


def test_six_plain_articles_have_a_header_and_two_have_none() -> None:
    """A header is complete or absent: no article shows half of one."""
    with_header = [name for name, text in plain_texts().items() if HEADER.match(text)]
    without = [name for name, text in plain_texts().items() if "Published Time:" not in text and "Title:" not in text]
    assert (len(with_header), len(without)) == (6, 2)
    assert not set(with_header) & set(without)


def test_wire_items_have_the_fields_of_the_input_format() -> None:
    """Every line has all six fields, an id of its own and an address that belongs to nobody."""
    items = wire_items()
    assert [list(item) for item in items] == [FIELDS] * len(items)
    assert all(all(item.values()) for item in items)
    assert len({item["id"] for item in items}) == len(items)
    assert all(item["url"].startswith("https://example.org/") for item in items)


def test_publication_dates_lie_in_the_weeks_that_are_told() -> None:
    """All but two are dated, between the first announcement and the attack, and come from three outlets."""
    dates = {name: date.fromisoformat(day) for name, day in stated("published").items()}
    assert len(dates) == 14
    assert all(FIRST <= day <= LAST for day in dates.values()), dates
    assert set(stated("source").values()) == OUTLETS


def test_one_article_is_a_copy_of_another_outlet_s() -> None:
    """A wire copy shares most runs of three words with its original, no other two articles do."""
    runs = {name: word_runs(text, 3) for name, text in bodies().items()}
    pairs = ((a, b) for a in runs for b in runs if a < b)
    alike = [(a, b) for a, b in pairs if len(runs[a] & runs[b]) > len(runs[a] | runs[b]) / 4]
    assert alike == [("wire-003", "wire-004")]
    assert len({stated("source")[name] for name in alike[0]}) == 2


@pytest.mark.parametrize("name", sorted(bodies()))
def test_an_article_has_the_length_of_a_news_item(name: str) -> None:
    """Between 150 and 300 words."""
    assert 150 <= len(bodies()[name].split()) <= 300


def test_captions_have_a_spanish_twin_somewhere() -> None:
    """There are credit lines, and two of them repeat their neighbour in Spanish."""
    captions = [found["words"] for body in bodies().values() for found in CAPTION.finditer(body)]
    spanish = [words for words in captions if re.search(r"\b(?:Soldados|Mapa)\b", words)]
    assert len(captions) >= 6
    assert len(spanish) == 2


def test_every_credit_line_is_dropped_and_nothing_else() -> None:
    """Reading the samples leaves out their captions whole, whatever agency they name, and no sentence."""
    articles = list(read_articles([str(SEEDS)], on_error=pytest.fail))
    dropped = [(stretch.reason, stretch.text) for article in articles for stretch in clean(article).dropped]
    captions = {found[0] for article in articles for found in CAPTION.finditer(article.text)}
    assert len(captions) >= 9
    assert sorted(dropped) == sorted(("caption", caption) for caption in captions)


def test_the_texts_are_as_untidy_as_real_ones() -> None:
    """A sentence glued to the next, quotation marks that do not match, a quotation over several lines."""
    whole = "\n".join(bodies().values())
    assert re.search(r"[a-z]\.[A-Z][A-Za-z]", whole)
    assert re.search(r"“[^”\n]*\"", whole)
    assert re.search(r"\"[^\"”\n]*”", whole)
    assert re.search(r"^[A-Z][^\"\n]+,\" she said\.$", whole, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("03_phone_call_planned.txt", "Biden will call Putin"),
        ("03_phone_call_planned.txt", "will hold a telephone conversation on Thursday"),
        ("05_nord_stream.txt", "Germany suspended Nord Stream 2 certification"),
        ("05_nord_stream.txt", "Germany, which suspended the certification of Nord Stream 2"),
        ("01_video_call_scheduled.txt", "is scheduled to speak with Vladimir Putin"),
        ("01_video_call_scheduled.txt", "has not invited Russia"),
        ("02_video_call_held.txt", "denied planning an attack on Ukraine"),
        ("02_video_call_held.txt", "retaliation if Russian forces attack Ukraine"),
        ("04_belarus_visit.txt", "penalties imposed by Brussels on Minsk"),
        ("04_belarus_visit.txt", "agreed to hold joint exercises in early 2022"),
        ("wire-002", "promised to supply Ukraine with weapons"),
        ("07_weapons_arrive.txt", "delivered weapons to Ukraine on Saturday"),
        ("wire-005", "promised Emmanuel Macron on Monday that Russia would withdraw"),
        ("wire-007", "has not withdrawn its troops from Belarus"),
        ("wire-007", "cancelled his meeting with Sergey Lavrov"),
        ("08_kindergarten_shelled.txt", "The separatists denied that they had shelled"),
        ("wire-008", "imposed sanctions on Russia on Thursday, as Biden had threatened"),
    ],
)
def test_the_acts_that_the_documentation_shows_are_told(name: str, words: str) -> None:
    """Planned, held, denied and threatened acts are in the texts under the words that examples rely on."""
    assert words in bodies()[name]


def test_announced_calls_are_later_reported_as_held() -> None:
    """The phone call is announced before its day; two articles tell it afterwards, one of them without a date."""
    days = stated("published")
    assert days["03_phone_call_planned.txt"] < "2021-12-30" < days["wire-002"]
    assert "spoke by telephone on 30 December 2021" in bodies()["06_phone_call_held.txt"]
    assert days["02_video_call_held.txt"] == days["wire-001"] == "2021-12-08"


def test_no_sentence_comes_from_the_originals() -> None:
    """No eight words in a row are those of the articles whose events are told."""
    originals = sorted(ORIGINALS.glob("*.txt"))
    if not originals:
        pytest.skip(f"the original articles are not beside this repository ({ORIGINALS.name} is missing or empty)")
    theirs = set().union(*(word_runs(path.read_text(encoding="utf-8"), 8) for path in originals))
    ours = {path.name: word_runs(path.read_text(encoding="utf-8"), 8) & theirs for path in sorted(SEEDS.iterdir())}
    assert len(ours) >= 6
    assert not any(ours.values()), {name: runs for name, runs in ours.items() if runs}
