"""Pictures, links, style and guide of Neo4j Browser; and the Browser itself, driven in Chromium."""

import os
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from graphbuilder import browser
from graphbuilder.browser import fill_in, link_question, literal, load_picture, make_link, picture_names
from graphbuilder.errors import BadParameter, StoreUnavailable, UnknownQuestion
from graphbuilder.events import group_events
from graphbuilder.graph import build_tables
from graphbuilder.model import (
    Article,
    EventType,
    Extraction,
    Kind,
    Party,
    Precision,
    Sentence,
    Statement,
    Status,
    When,
    actor_id,
)
from graphbuilder.queries import load_question, parse_question, used_parameters
from graphbuilder.server import free_port
from graphbuilder.serving import serve
from graphbuilder.store import Store, open_neo4j
from graphbuilder.tables import EDGE_TYPES, EXTRA_LABELS, NODE_LABELS, Tables

CHROMIUM = Path("/usr/bin/chromium")
REQUIRED = {"timeline", "who-does-what", "coming-up", "for-and-against", "connection", "strongest"}
NASTY = (
    "it's",
    'a "b"',
    "back\\slash",
    "\\'",
    "\\u0027",
    "x\\",
    "two\nlines",
    "$a",
    "// no comment",
    "émoji 😀",
    "null",
)


def party(name: str, kind: Kind = Kind.STATE) -> Party:
    return Party(actor_id(kind, name), name, kind, name)


def sample() -> Tables:
    """Two articles' worth of acts, so that every picture has something to draw."""
    talks = (
        ("Germany", "meet", EventType.CONSULT, "Joe Biden", Status.OCCURRED, "2021-12-01"),
        ("Joe Biden", "call", EventType.CONSULT, "Vladimir Putin", Status.PLANNED, "2021-12-30"),
        ("Vladimir Putin", "praise", EventType.SUPPORT, "Nord Stream 2", Status.OCCURRED, "2021-12-02"),
        ("Germany", "back", EventType.SUPPORT, "Ukraine", Status.OCCURRED, "2021-12-03"),
        ("Germany", "suspend", EventType.SANCTION, "Nord Stream 2", Status.OCCURRED, "2021-11-16"),
    )
    kinds = {"Joe Biden": Kind.PERSON, "Vladimir Putin": Kind.PERSON, "Nord Stream 2": Kind.THEME}
    text, statements = "", []
    for index, (subject, relation, event_type, object_, status, day) in enumerate(talks):
        words = f"{subject} {relation} {object_}."
        sentence = Sentence("a1", index, len(text), len(text) + len(words), words)
        text += f"{words} "
        ends = [party(name, kinds.get(name, Kind.STATE)) for name in (subject, object_)]
        statements.append(Statement(
            sentence, sentence.start_char, sentence.end_char, ends[0], relation, relation, event_type, ends[1],
            symmetric=False, status=status, speaker=party("United States"), via=None, confidence=0.9, rule="active",
            date=When(day, None, Precision.DAY), condition_id=statements[0].id if statements else None,
        ))  # fmt: skip
    article = Article("a1", text, "One", date(2021, 12, 5))
    extraction = Extraction(article, tuple(each.sentence for each in statements), tuple(statements))
    return build_tables([extraction], group_events([extraction]))


def test_a_picture_takes_what_its_question_takes() -> None:
    """Same question, same parameters with the same defaults, but for the limit; each one has a limit."""
    assert set(picture_names()) >= REQUIRED
    for name in picture_names():
        picture, question = load_picture(name), load_question(name)
        assert picture.question == question.question
        left = {each for each in question.parameters if each.name not in ("limit", "per_pair")}
        assert left <= set(picture.parameters), name
        assert "limit" in used_parameters(picture.text)


def test_a_question_without_a_picture_shows_its_table() -> None:
    """And one that is not there is told as everywhere."""
    assert load_picture("tone") == load_question("tone")
    with pytest.raises(UnknownQuestion, match="timeline"):
        load_picture("timline")


def test_a_link_holds_the_statement_and_the_login() -> None:
    """All of it encoded; a password that stands in the address stays out."""
    link = link_question(
        "http://h:7474/", "bolt://me:secret@h:7688", "neo4j", "timeline", {"a": "O'Neill & Sons", "b": "ß"}
    )
    address, given = urlsplit(link), parse_qs(urlsplit(link).query)
    assert (address.netloc, address.path, given["cmd"]) == ("h:7474", "/browser", ["edit"])
    assert given["connectURL"] == ["bolt://neo4j@h:7688"]
    assert "toLower('O\\'Neill & Sons')" in given["arg"][0]
    assert not re.search(r"[\s'\"<>]", link)
    with pytest.raises(BadParameter):
        link_question("http://h", "bolt://h", "neo4j", "timeline", {"c": "x"})


def test_only_parameters_are_filled_in() -> None:
    """Not what looks like one in a string, in back ticks or in a comment; a value is not read again."""
    text = "// What?\n// :param a => 'x'\n// :param b => 1\nRETURN $a + '$a' AS `$a`, \"$b\", $b // $a"
    query = parse_question("q", text)
    assert fill_in(query, {"a": "$b", "b": 7}) == "// What?\nRETURN '$b' + '$a' AS `$a`, \"$b\", 7 // $a"


def test_the_style_names_every_label_and_type() -> None:
    """Each exactly once, the general before the special: of two rules for a node the later one counts."""
    rules = re.findall(r"^([\w.]+) \{", browser.STYLE.read_text(encoding="utf-8"), re.M)
    labels = [rule.removeprefix("node.") for rule in rules if rule.startswith("node.")]
    types = [rule.removeprefix("relationship.") for rule in rules if rule.startswith("relationship.")]
    assert rules[:2] == ["node", "relationship"]
    assert sorted(labels) == sorted((*NODE_LABELS, *EXTRA_LABELS))
    assert sorted(types) == sorted(EDGE_TYPES)
    assert max(map(labels.index, NODE_LABELS)) < min(map(labels.index, EXTRA_LABELS))


def test_the_guide_is_that_of_the_questions() -> None:
    """Write it anew: Path("cypher/guide.adoc").write_text(browser.render_guide())."""
    assert browser.GUIDE.read_text(encoding="utf-8") == browser.render_guide()
    assert browser.render_guide_page().count("<h4>") == browser.render_guide().count("\n== ")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str, str, str]]:
    """The sample on the server of `graphbuilder serve`: its store, the first link, the guide, and the password."""
    try:
        with serve(tmp_path_factory.mktemp("browser"), bolt=free_port(), http=free_port()) as running:
            server = running.server
            with closing(open_neo4j(server.uri, server.user, server.password)) as store:
                store.load(sample())
                link = link_question(server.browser, server.uri, server.user, browser.FIRST, {})
                yield store, link, running.guide, server.password
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


def test_a_literal_is_its_value(served: tuple[Store, str, str, str]) -> None:
    """Whatever is in it, the server reads back the same."""
    for value in (*NASTY, 7, -1.5, True, None):
        assert served[0].run(f"RETURN {literal(value)} AS x") == [{"x": value}]


def test_the_browser_draws_the_first_question(served: tuple[Store, str, str, str], tmp_path: Path) -> None:
    """The link, the password, one click: nodes with their names, edges with what they mean; and the guide opens."""
    _, link, guide, password = served
    if not CHROMIUM.exists():
        pytest.skip("no Chromium: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install playwright")
    with playwright.sync_playwright() as tools:
        chromium = tools.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1200, "height": 760})
        page.goto(link)
        page.fill('[data-testid="password"]', password, timeout=60_000)
        page.click('[data-testid="connect"]')
        page.wait_for_selector("text=node.VerbalConflict", timeout=60_000)  # the server's settings style it
        page.click('[data-testid="editor-Run"]')
        page.wait_for_selector("svg g.relationship text", timeout=60_000)
        names = {" ".join(each.split()) for each in page.locator("svg g.node").all_text_contents()}
        edges = set(page.locator("svg g.relationship text").all_text_contents())
        kinds = " ".join(page.locator('[data-testid="frame"]').all_text_contents())
        page.screenshot(path=str(tmp_path / "browser.png"))
        page.click(".monaco-editor")
        page.keyboard.type(f":guide {guide}")
        page.click('[data-testid="editor-Run"]')
        page.wait_for_selector("pre.runnable", timeout=60_000)
        chromium.close()
    assert {"Joe Biden", "Germany", "Ukraine"} <= names
    assert {"call", "meet", "suspend", "back"} <= edges
    assert "CONSULT" in kinds


def test_a_link_without_a_user_name_is_still_one() -> None:
    """Blanks and signs of an odd user are encoded."""
    assert "connectURL=bolt%3A%2F%2Fa%2520b%40h%3A1" in make_link("http://h", "bolt://h:1", "a b", "RETURN 1")
