"""What the projection makes of statements and events."""

from dataclasses import replace
from datetime import date

import pytest

from graphbuilder.graph import build_tables, merge_actors, shorten
from graphbuilder.model import (
    Actor,
    Article,
    Event,
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
from graphbuilder.scale import Quad, quad, score
from graphbuilder.tables import EDGE_TYPES, NODE_LABELS, GraphRow, Tables

NORLAND = Party("state/norland", "Norland", Kind.STATE, "Norland")
SUDLAND = Party("state/sudland", "Sudland", Kind.STATE, "Sudland")
PACT = Party("theme/river-pact", "river pact", Kind.THEME, "the pact")
SCRIBE = Party("person/ada-scribe", "Ada Scribe", Kind.PERSON, "Scribe")


def say(subject: Party, event_type: EventType, object_: Party, **changes: object) -> Statement:
    text = f"{subject.name} and {object_.name} are in the news."
    start = int(changes.pop("at", 0))
    sentence = Sentence("a1", start, start, start + len(text), text)
    statement = Statement(
        sentence, start, start + 7, subject, event_type.lower(), event_type.lower(), event_type, object_,
        symmetric=False, status=Status.OCCURRED, speaker=None, via=None, date=None, confidence=0.9, rule="verb",
    )  # fmt: skip
    return replace(statement, **changes)


def happen(*statements: Statement, **changes: object) -> Event:
    first = statements[0]
    event = Event(
        id="event-" + "-".join(each.id for each in statements), name=f"{first.subject.name} {first.relation}",
        event_type=first.event_type, status=first.status, symmetric=first.symmetric, relation=first.relation,
        subjects=tuple(dict.fromkeys(each.subject.id for each in statements)),
        objects=tuple(dict.fromkeys(each.object.id for each in statements)),
        date=first.date, score=score(first.event_type), statement_ids=tuple(each.id for each in statements),
        article_ids=("a1",),
    )  # fmt: skip
    return replace(event, **changes)


def extraction(*statements: Statement, actors: tuple[Actor, ...] = (), article: str = "a1") -> Extraction:
    sentences = tuple(dict.fromkeys(each.sentence for each in statements))
    return Extraction(Article(article, "Text.", title="A headline"), sentences, statements, actors)


def nodes(tables: Tables, label: str) -> list[GraphRow]:
    return [row for table in tables.nodes if table.label == label for row in table.rows]


def edges(tables: Tables, edge_type: str) -> list[tuple[object, object]]:
    return [(row["from"], row["to"]) for table in tables.edges if table.type == edge_type for row in table.rows]


def test_nothing_gives_nothing() -> None:
    """No extraction, no table."""
    assert build_tables([], []) == Tables()


def test_one_statement_gives_the_whole_chain() -> None:
    """Article, sentence, statement, event and both parties, joined as the design says."""
    statement = say(NORLAND, EventType.SANCTION, PACT, speaker=SCRIBE, date=When("2021-12", None, Precision.MONTH))
    event = happen(statement, first_seen=date(2021, 12, 7))
    tables = build_tables([extraction(statement)], [event])
    assert [table.label for table in tables.nodes] == list(NODE_LABELS)
    assert (tables.n_nodes, tables.n_edges) == (7, 7)
    assert edges(tables, "HAS_SENTENCE") == [("a1", statement.sentence.id)]
    assert edges(tables, "IN_SENTENCE") == [(statement.id, statement.sentence.id)]
    assert edges(tables, "REPORTS") == [(statement.id, event.id)]
    assert edges(tables, "SAID") == [(SCRIBE.id, statement.id)]
    assert (edges(tables, "SUBJECT"), edges(tables, "OBJECT")) == ([(event.id, NORLAND.id)], [(event.id, PACT.id)])
    assert edges(tables, "SANCTION") == [(NORLAND.id, PACT.id)]
    assert nodes(tables, "Event")[0]["first_seen"] == "2021-12-07"


def test_the_edge_between_the_parties_carries_its_facts() -> None:
    """Event, relation, status, date, score, and how many statements and articles tell it of these two."""
    statement = say(NORLAND, EventType.SANCTION, SUDLAND, date=When("2021-12", None, Precision.MONTH))
    event = happen(statement, article_ids=("a1", "a2"))
    table = next(table for table in build_tables([extraction(statement)], [event]).edges if table.type == "SANCTION")
    assert (table.from_label, table.to_label) == ("Actor", "Actor")
    assert table.rows == [
        {
            "from": NORLAND.id, "to": SUDLAND.id, "event_id": event.id, "relation": "sanction", "status": "occurred",
            "date": "2021-12", "score": -6.0, "n_statements": 1, "n_articles": 1,
        }
    ]  # fmt: skip


@pytest.mark.parametrize("status", Status)
def test_only_what_happened_or_will_gives_an_edge(status: Status) -> None:
    """Hypothetical, desired and negated acts stay an event without an edge between the parties."""
    statement = say(NORLAND, EventType.ASSAULT, SUDLAND, status=status)
    tables = build_tables([extraction(statement)], [happen(statement)])
    assert bool(edges(tables, "ASSAULT")) == (status in (Status.OCCURRED, Status.PLANNED))
    assert nodes(tables, "Event")[0]["labels"] == [status.capitalize(), "MaterialConflict"]
    assert edges(tables, "SUBJECT")


def test_a_symmetric_event_is_one_edge_ordered_by_id() -> None:
    """Whichever party a sentence names first."""
    there = say(SUDLAND, EventType.CONSULT, NORLAND, symmetric=True)
    back = say(NORLAND, EventType.CONSULT, SUDLAND, symmetric=True, at=90)
    event = happen(there, back, subjects=(SUDLAND.id,), objects=(NORLAND.id,))
    assert edges(build_tables([extraction(there, back)], [event]), "CONSULT") == [(NORLAND.id, SUDLAND.id)]


def test_two_events_of_one_pair_stay_two_edges() -> None:
    """Two calls between the same two are not one."""
    one, two = say(NORLAND, EventType.CONSULT, SUDLAND), say(NORLAND, EventType.CONSULT, SUDLAND, at=90)
    tables = build_tables([extraction(one, two)], [happen(one), happen(two)])
    assert edges(tables, "CONSULT") == [(NORLAND.id, SUDLAND.id)] * 2


def test_only_pairs_that_a_statement_names_are_joined() -> None:
    """An event of several subjects and objects is no product of both."""
    one, two = say(NORLAND, EventType.ACCUSE, SUDLAND), say(SCRIBE, EventType.ACCUSE, PACT, at=90)
    tables = build_tables([extraction(one, two)], [happen(one, two)])
    assert sorted(edges(tables, "ACCUSE")) == [(SCRIBE.id, PACT.id), (NORLAND.id, SUDLAND.id)]


def test_a_thing_can_be_the_subject() -> None:
    """The edge then starts at the thing."""
    statement = say(PACT, EventType.OTHER, SUDLAND)
    table = next(
        table for table in build_tables([extraction(statement)], [happen(statement)]).edges if table.type == "OTHER"
    )
    assert (table.from_label, table.to_label) == ("Thing", "Actor")


def test_a_relation_is_an_edge_without_a_class() -> None:
    """RELATION shows between the parties; its event has no label of conflict or cooperation."""
    statement = say(SCRIBE, EventType.RELATION, NORLAND)
    tables = build_tables([extraction(statement)], [happen(statement)])
    assert edges(tables, "RELATION") == [(SCRIBE.id, NORLAND.id)]
    assert nodes(tables, "Event")[0]["labels"] == ["Occurred"]


def test_a_condition_joins_two_statements() -> None:
    """And gives nothing where the other statement is not there."""
    one = say(NORLAND, EventType.ASSAULT, SUDLAND, status=Status.HYPOTHETICAL)
    two = say(SUDLAND, EventType.SANCTION, NORLAND, at=90, condition_id=one.id)
    lost = say(SUDLAND, EventType.REJECT, PACT, at=180, condition_id="0123456789abcdef")
    assert edges(build_tables([extraction(one, two, lost)], []), "IF") == [(two.id, one.id)]


def test_no_edge_dangles() -> None:
    """Events without a statement here, and parties that none uses, give neither node nor edge."""
    statement = say(NORLAND, EventType.AID, SUDLAND)
    gone = happen(say(SCRIBE, EventType.AID, PACT, at=500))
    wide = happen(statement, subjects=(NORLAND.id, "state/nowhere"), objects=(SUDLAND.id, "state/nowhere"))
    unused = Actor("state/unused", "Unused", Kind.STATE)
    tables = build_tables([extraction(statement, actors=(unused,))], [wide, gone])
    ids = {label: {row["id"] for row in nodes(tables, label)} for label in NODE_LABELS}
    assert ids["Actor"] == {NORLAND.id, SUDLAND.id}
    assert ids["Event"] == {wide.id}
    for table in tables.edges:
        assert table.type in EDGE_TYPES
        assert {row["from"] for row in table.rows} <= ids[table.from_label]
        assert {row["to"] for row in table.rows} <= ids[table.to_label]


def test_records_of_one_actor_become_one() -> None:
    """All aliases, and the first code that is stated."""
    known = Actor("state/norland", "Norland", Kind.STATE, ("N.", "Nor"), None, "NL")
    other = Actor("state/norland", "NORLAND", Kind.STATE, ("Nor", "Norland"), "Q1", "XX")
    assert merge_actors(known, other) == Actor(
        "state/norland", "Norland", Kind.STATE, ("N.", "NORLAND", "Nor"), "Q1", "NL"
    )


def test_the_order_of_the_input_does_not_show() -> None:
    """The same articles in another order give equal tables."""
    one = extraction(say(NORLAND, EventType.AID, SUDLAND))
    other = replace(say(SUDLAND, EventType.AID, PACT), sentence=Sentence("a2", 0, 0, 4, "Text"))
    two = extraction(other, article="a2")
    events = [happen(*one.statements), happen(other)]
    tables, turned = build_tables([one, two], events), build_tables([two, one], events[::-1])
    assert tables == turned != build_tables([one], events)


def test_an_article_counts_once() -> None:
    """A second extraction of the same article adds nothing."""
    one, two = say(NORLAND, EventType.AID, SUDLAND), say(SUDLAND, EventType.AID, PACT, at=90)
    assert build_tables([extraction(one), extraction(two)], []) == build_tables([extraction(one)], [])


def test_every_node_has_a_short_name() -> None:
    """The caption in Neo4j Browser: one line, 60 characters at most."""
    long = Party("theme/long", "word " * 40, Kind.THEME, None)
    statement = say(NORLAND, EventType.AID, long, relation="send\n aid to")
    tables = build_tables([extraction(statement)], [happen(statement)])
    for label in ("Article", "Sentence", "Statement"):
        name = str(nodes(tables, label)[0]["name"])
        assert 0 < len(name) <= 60
        assert "\n" not in name


@pytest.mark.parametrize(
    ("text", "short"),
    [("one two", "one two"), ("a\n b", "a b"), ("alpha beta gamma", "alpha…"), ("abcdefghijklmnop", "abcdefghi…")],
)
def test_names_are_cut_at_a_word(text: str, short: str) -> None:
    """A single long word is cut inside."""
    assert shorten(text, length=10) == short


def test_every_type_has_its_place_on_the_scale() -> None:
    """The sign of the score agrees with the class; the three types of our own have neither."""
    for event_type in EventType:
        of = quad(event_type)
        if of is None:
            assert event_type in (EventType.STATEMENT, EventType.RELATION, EventType.OTHER)
            assert score(event_type) == 0
        elif of in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION):
            assert score(event_type) > 0
        else:
            assert score(event_type) <= 0
    assert (quad(EventType.SANCTION), score(EventType.ACCUSE)) == (Quad.MATERIAL_CONFLICT, -3.0)


def test_what_is_indexed_is_cut_and_kept_whole_beside() -> None:
    """A name of 40,000 characters: the caption is short, the whole text an alias, the id still tells two apart."""
    name = "river " * 7_000
    one, two = (Party(f"theme/{name}{end}", f"{name}{end}", Kind.THEME, None) for end in "ab")
    statement = say(one, EventType.AID, two)
    tables = build_tables([extraction(statement)], [happen(statement)])
    first, second = nodes(tables, "Thing")
    assert (len(str(first["id"])), len(str(first["name"])) <= 1_000) == (1_017, True)
    assert first["aliases"] == [one.name]
    assert edges(tables, "AID") == [(first["id"], second["id"])]


def test_rows_are_made_when_they_are_read() -> None:
    """Looked at twice, they are equal and not the same; a slice is a list."""
    statement = say(NORLAND, EventType.AID, SUDLAND)
    rows = build_tables([extraction(statement)], [happen(statement)]).nodes[-1].rows
    assert (len(rows), rows[0], rows[:1], list(rows)) == (2, rows[0], [rows[0]], [rows[0], rows[1]])
    assert rows[0] is not rows[0]
    assert rows != rows[:1]
