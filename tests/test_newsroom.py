"""The sample articles as a graph: every question and picture has an answer there, and the life of events is seen."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graphbuilder.browser import fill_in, load_picture, picture_names
from graphbuilder.ledger import open_ledger
from graphbuilder.model import Event
from graphbuilder.pipeline import LEDGER, build, find_events, project
from graphbuilder.queries import bind, load_question, question_names
from graphbuilder.store import Store, open_embedded
from graphbuilder.tables import Tables

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
Row = dict[str, object]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of the sample articles."""
    folder = tmp_path_factory.mktemp("newsroom")
    build([str(SEEDS)], folder, on_error=pytest.fail, on_article=lambda _: None)
    return folder


@pytest.fixture(scope="module")
def tables(workspace: Path) -> Tables:
    """The graph of the sample articles."""
    with open_ledger(workspace / LEDGER) as ledger:
        return project(ledger)


@pytest.fixture(scope="module")
def events(workspace: Path) -> dict[str, Event]:
    """The events of the sample articles by date and name; the last of a name where several have no date."""
    with open_ledger(workspace / LEDGER) as ledger:
        found = find_events(ledger)[1]
    return {f"{each.date.start if each.date else ''} {each.name}".strip(): each for each in found}


@pytest.fixture(scope="module")
def embedded(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph in the embedded engine."""
    with closing(open_embedded(tmp_path_factory.mktemp("embedded") / "graph.kgl")) as store:
        store.load(tables)
        yield store


def ask(store: Store, name: str, **given: str) -> list[Row]:
    """The rows of a question."""
    question = load_question(name)
    return store.run(question.text, bind(question, given))


@pytest.mark.parametrize("name", question_names())
def test_every_question_answers_with_its_columns(embedded: Store, name: str) -> None:
    """With nothing but its defaults each question finds something, in the columns that it names."""
    rows = ask(embedded, name)
    assert rows
    assert {tuple(row) for row in rows} == {load_question(name).columns}


def test_both_engines_answer_alike(embedded: Store, neo4j_store: Store, tables: Tables) -> None:
    """Rows, their order and their values are equal; so is every picture with its values filled in, and not empty."""
    neo4j_store.load(tables)
    for name in question_names():
        assert ask(neo4j_store, name) == ask(embedded, name), name
    for name in picture_names():
        picture = load_picture(name)
        rows = neo4j_store.run(picture.text, bind(picture, {}))
        assert rows, name
        assert tuple(rows[0]) == picture.columns
        assert re.search(r"'(labels|nodes)': ", str(rows))
        assert re.search(r"'(type|relationships)': ", str(rows))
        assert neo4j_store.run(fill_in(picture, bind(picture, {}))) == rows, name


@pytest.mark.parametrize(
    ("name", "outcome", "announced_in", "settled_in"),
    [
        ("2021-12-07 Joe Biden speaks with Vladimir Putin", "held", "01_video_call_scheduled", "02_video_call_held"),
        ("2021-12-30 Joe Biden calls Vladimir Putin", "held", "03_phone_call_planned", "06_phone_call_held"),
        ("2022-02-18 Alexander Lukashenko meets Vladimir Putin", "held", "wire-005", "wire-006"),
        ("2022-02-24 Antony Blinken will meet Sergey Lavrov", "cancelled", "08_kindergarten_shelled", "wire-007"),
        ("2022-02-24 Belarus attacks Ukraine", "denied", None, "wire-008"),
    ],
)
def test_what_became_of_it(
    events: dict[str, Event], name: str, outcome: str, announced_in: str | None, settled_in: str
) -> None:
    """Held, cancelled and denied, each with the articles that announced and settled it."""
    life = events[name].life
    assert (life.outcome, life.announced_in, life.settled_in) == (outcome, announced_in, settled_in)


def test_a_wire_copy_is_no_source(events: dict[str, Event]) -> None:
    """Three articles, one of them a copy: two sources; three outlets that wrote themselves are three."""
    talks, call = (
        events["2022-01-10 Russia talks with United States"],
        events["2021-12-07 Joe Biden speaks with Vladimir Putin"],
    )
    assert {"wire-003", "wire-004"} < set(talks.article_ids)
    assert (len(talks.article_ids), talks.n_sources) == (3, 2)
    assert (len(call.article_ids), call.n_sources) == (3, 3)


def test_an_undated_mention_joins_its_article_or_a_copy(events: dict[str, Event]) -> None:
    """The length of the talks is told without a day, in the article and in its copy."""
    reasons = {each.reason for each in events["2022-01-10 Russia talks with United States"].joins}
    assert {"same-day", "undated-in-article"} <= reasons


def test_a_promise_is_kept_and_one_is_broken(embedded: Store) -> None:
    """Weapons come after all; the troops stay."""
    told = {row["promise"]: row for row in ask(embedded, "promises")}
    kept, broken = told["United States will supply Ukraine"], told["Russia will withdraw troops (Russia)"]
    assert (kept["outcome"], kept["article"], kept["followed_in"]) == ("kept", "wire-002", ["07_weapons_arrive"])
    assert (broken["outcome"], broken["article"], broken["followed_in"]) == ("broken", "wire-005", ["wire-007"])
    assert broken["promised_to"] == ["Emmanuel Macron"]
    assert {row["outcome"] for row in told.values()} == {"kept", "broken", "open"}


def test_an_announcement_is_no_promise(embedded: Store) -> None:
    """What somebody else announces, or a plan that nobody gave his word for, is not listed."""
    told = {row["promise"] for row in ask(embedded, "promises")}
    announced = {row["event"] for row in ask(embedded, "announced")}
    assert {
        "Antony Blinken will meet Sergey Lavrov",
        "Joe Biden will speak with Volodymyr Zelenskyy",
    } <= announced - told


def test_a_threat_is_carried_out(embedded: Store) -> None:
    """The president threatens, his state imposes the sanctions."""
    row = ask(embedded, "threats")[0]
    assert (row["threatened_by"], row["threatened"], row["first_on"]) == ("Joe Biden", "Russia", "2021-12-08")
    assert (row["followed_by"], row["days"]) == (["United States imposes sanctions on Russia"], 78)


def test_other_deeds_do_not_follow_from_a_threat(embedded: Store) -> None:
    """Russia attacks Ukraine, but its president had threatened NATO."""
    [row] = [row for row in ask(embedded, "threats") if row["threatened_by"] == "Vladimir Putin"]
    assert (row["threatened"], row["followed_by"], row["followed_on"], row["days"]) == ("NATO", [], None, None)


def test_accounts_differ(embedded: Store) -> None:
    """Who tells of the shelling and who denies it, each with a sentence."""
    [row] = [row for row in ask(embedded, "contradictions") if "kindergarten" in str(row["told"])]
    assert (row["told_in"], row["sources"]) == (["08_kindergarten_shelled", "wire-006"], 2)
    assert "denied" in str(row["denial"])


def test_who_is_who(embedded: Store) -> None:
    """Spellings are one person, namesakes of two countries are two."""
    names = {row["name"] for row in ask(embedded, "actors", limit="1000")}
    assert {"Peter Novak (Slovakia)", "Peter Novak (Czech Republic)", "Alexander Lukashenko"} <= names
    assert not {"Peter Novak", "Aliaksandr Lukashenka", "Volodimir Zelensky", "Sergei Lavrov"} & names


def test_who_stands_with_whom(embedded: Store) -> None:
    """Both sides of the quarrel, each with friends or foes in common, and talks alone make no friends."""
    told = {(row["a"], row["b"]): row for row in ask(embedded, "allies")}
    assert {told["Ukraine", "United States"]["terms"], told["Russia", "Ukraine"]["terms"]} == {"good", "bad"}
    assert told["Ukraine", "United States"]["foes_of_both"] == ["Russia"]
    assert ("Emmanuel Macron", "Vladimir Putin") not in told
    stands = {row["actor"]: row["stand"] for row in ask(embedded, "for-and-against")}
    assert (stands["United States"], stands["Russia"]) == ("for", "against")
    assert "Turkey" not in stands


def test_the_tone_turns(embedded: Store) -> None:
    """In the month of the attack."""
    assert {row["month"]: row["turn"] for row in ask(embedded, "tone")}["2022-02"] == "to the worse"


def test_what_comes_up_may_be_off(embedded: Store) -> None:
    """The meeting that was called off is marked."""
    told = {row["event"]: row["outcome"] for row in ask(embedded, "coming-up")}
    assert told["Antony Blinken will meet Sergey Lavrov"] == "cancelled"


def test_who_reported_first(embedded: Store) -> None:
    """The outlet that announced the meeting, the one that followed, and the days between."""
    [row] = [
        row for row in ask(embedded, "first-to-report") if row["event"] == "Antony Blinken will meet Sergey Lavrov"
    ]
    assert (row["first_source"], row["then_source"], row["days"]) == ("Harbour Gazette", "Baltic Courier", 1)


def test_who_has_begun_to_deal_with_whom(embedded: Store) -> None:
    """A pair of the last weeks only is new; one that was there before is not."""
    found = {(row["a"], row["b"]): row for row in ask(embedded, "lately")}
    assert found["Emmanuel Macron", "Vladimir Putin"]["first_time"]
    assert not found["Antony Blinken", "Sergey Lavrov"]["first_time"]
    assert {(row["a"], row["b"]) for row in ask(embedded, "lately", until="2021-12-31")}.isdisjoint(
        {("Emmanuel Macron", "Vladimir Putin")}
    )
