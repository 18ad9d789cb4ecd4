# ruff: noqa: E501 (queries and rows are read more easily on long lines)
"""Generated questions of the shapes that cypher/ask uses: the embedded engine and a real Neo4j give equal rows."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from graphbuilder.store import Store, open_embedded
from graphbuilder.tables import ACT_TYPES, EdgeTable, NodeTable, Tables

SEED, QUESTIONS = 20211207, 150
STATUSES = ("occurred", "planned", "negated", "desired", "hypothetical")
NAMES = ("Ada Scribe", "Norland", "SUDLAND", "Östmark", "river pact", "O'Neil & Co", "北国", "Nörd stream")


def archive(dice: random.Random, events: int = 60) -> Tables:
    """A small graph with everything that a question may stumble over: ties, missing values, hubs, parallel edges."""
    parties = [
        {"id": f"p{n:02}", "labels": [("Person", "State")[n % 2]], "name": NAMES[n % 8] + ("" if n < 8 else f" {n}"),
         "aliases": dice.sample(NAMES, dice.randrange(3)), "wikidata": dice.choice((None, f"Q{n}")), "country": None}
        for n in range(14)
    ]  # fmt: skip
    things = [{"id": f"t{n}", "labels": ["Theme"], "name": f"{NAMES[4]} {n}", "aliases": []} for n in range(4)]
    happened = [
        {"id": f"e{n:03}", "labels": [dice.choice(STATUSES).capitalize()], "name": f"event {n % 9}", "event_type":
         dice.choice(ACT_TYPES), "status": dice.choice(STATUSES), "date": dice.choice((None, "2021", "2021-12", f"2021-{n % 12 + 1:02}-07")),
         "date_end": dice.choice((None, "2022-01")), "date_precision": None, "score": dice.choice((-9.0, -3.0, 0.0, 2.5)),
         "n_statements": dice.randrange(1, 5), "n_articles": dice.randrange(1, 3), "n_sources": 1, "first_seen":
         dice.choice((None, "2021-12-07")), "last_seen": None}
        for n in range(events)
    ]  # fmt: skip
    said = [
        {"id": f"s{n:03}", "labels": [], "name": f"statement {n % 7}", "relation": "call", "relation_text": "called",
         "event_type": "CONSULT", "status": dice.choice(STATUSES), "confidence": dice.choice((0.5, 0.8, 0.9)),
         "rule": "verb", "start_char": n % 5, "end_char": 9}
        for n in range(2 * events)
    ]  # fmt: skip
    return Tables(
        (
            NodeTable("Statement", said),
            NodeTable("Event", happened),
            NodeTable("Actor", parties),
            NodeTable("Thing", things),
        ),
        tuple(relationships(dice, events)),
    )


def relationships(dice: random.Random, events: int) -> Iterator[EdgeTable]:
    reports = [{"from": f"s{n:03}", "to": f"e{n // 2:03}"} for n in range(2 * events)]
    yield EdgeTable("REPORTS", "Statement", "Event", reports)
    speakers = sorted({(f"p{dice.randrange(14):02}", f"s{dice.randrange(2 * events):03}") for _ in range(events)})
    yield EdgeTable("SAID", "Actor", "Statement", [{"from": one, "to": other} for one, other in speakers])
    for name in ("SUBJECT", "OBJECT"):
        parties = [{"from": f"e{n:03}", "to": f"p{dice.randrange(14) if n % 3 else 0:02}"} for n in range(events)]
        yield EdgeTable(name, "Event", "Actor", parties)
        yield EdgeTable(name, "Event", "Thing", [{"from": f"e{n:03}", "to": f"t{n % 4}"} for n in range(0, events, 5)])
    for place, name in enumerate(("CONSULT", "SANCTION", "RELATION")):
        yield EdgeTable(name, "Actor", "Actor", [
            {"from": f"p{dice.randrange(14):02}", "to": f"p{dice.randrange(14):02}", "event_id": f"e{n:03}", "relation":
             dice.choice(("call", "meet")), "status": dice.choice(STATUSES[:2]), "date": dice.choice((None, "2021-12")),
             "score": dice.choice((-6.0, 2.5)), "n_articles": dice.randrange(1, 4)}
            for n in range(place, events, 3)
        ])  # fmt: skip


def parties(dice: random.Random, name: str) -> str:
    """A party, by label, by name or by alias."""
    alias = f"any(x IN coalesce({name}.aliases, []) WHERE toLower(x) = toLower($name))"
    words = f"toLower({name}.name) = toLower($name) OR {alias}"
    return dice.choice((
        f"({name}:Actor OR {name}:Thing)", f"{name}:Person", f"({words})", f"toLower({name}.name) CONTAINS toLower($part)",
        f"NOT {name}:State", f"{name}.wikidata IS NOT NULL", f"size(coalesce({name}.aliases, [])) < 2",
    ))  # fmt: skip


def events(dice: random.Random) -> str:
    """A condition on the event e."""
    return dice.choice((
        "e.status IN ['occurred', 'planned']", "e.status = $status", "coalesce(e.date, '9999') >= $since",
        "coalesce(e.date_end, e.date) >= $since", "e.date IS NULL", "e.score < 0", "left(coalesce(e.date, 'none'), 7) = '2021-12'",
        "NOT e.event_type IN ['RELATION', 'STATEMENT', 'OTHER']", "2 < e.n_statements", "e:Occurred OR e:Planned",
        "EXISTS { MATCH (e)<-[:REPORTS]-(:Statement)<-[:SAID]-(:Actor) }", "1 < COUNT { MATCH (e)-[:SUBJECT|OBJECT]->() }",
    ))  # fmt: skip


def question(dice: random.Random) -> str:
    """One question; its rows are in one order only."""
    return dice.choice((pair, speakers, tallies, acts, best, reach))(dice)


def pair(dice: random.Random) -> str:
    return (
        f"MATCH (a)<-[:SUBJECT|OBJECT]-(e:Event)-[:SUBJECT|OBJECT]->(b) WHERE {parties(dice, 'a')} AND {parties(dice, 'b')} "
        f"AND a.id <> b.id AND {events(dice)} WITH DISTINCT a, e, b "
        f"RETURN a.name AS one, b.name AS two, e.name AS event, coalesce(e.date, '9999') AS date, e.status AS status "
        f"ORDER BY date, a.id, b.id, e.id LIMIT {dice.randrange(1, 40)}"
    )


def speakers(dice: random.Random) -> str:
    return (
        f"MATCH (e:Event)<-[:REPORTS]-(s:Statement) WHERE {events(dice)} OPTIONAL MATCH (who:Actor)-[:SAID]->(s) "
        f"WHERE {parties(dice, 'who')} WITH DISTINCT e, s, who ORDER BY s.start_char, s.id, who.name, who.id "
        "WITH e, collect(DISTINCT who.name) AS told_by, count(DISTINCT s) AS n, head(collect(s.name)) AS first "
        f"RETURN e.name AS event, told_by, n, first, e.id AS id ORDER BY {dice.choice(('n DESC, ', ''))}id LIMIT 25"
    )


def tallies(dice: random.Random) -> str:
    by = dice.choice(("e.status", "left(coalesce(e.date, e.first_seen, 'undated'), 7)", "e.event_type", "a.name"))
    return (
        f"MATCH (a:Actor)<-[r:SUBJECT|OBJECT]-(e:Event) WHERE {events(dice)} AND {parties(dice, 'a')} "
        f"WITH {by} AS k, count(DISTINCT e) AS n, sum(e.score) AS total, min(e.first_seen) AS first, "
        "sum(CASE WHEN e.score > 0 THEN 1 ELSE 0 END) AS good "
        f"RETURN k, n, 1.0 * total / n AS mean, first, good ORDER BY {dice.choice(('n DESC, k', 'k', 'good DESC, n, k'))}"
    )


def acts(dice: random.Random) -> str:
    arrow = dice.choice(("-[r]->", "-[r]-", "-[r:CONSULT|SANCTION]->"))
    return (
        f"MATCH (a:Actor){arrow}(b) WHERE r.event_id IS NOT NULL AND type(r) <> 'RELATION' AND {parties(dice, 'b')} "
        f"WITH a, b, sum(r.score) AS total, count(r) AS n, collect(DISTINCT type(r)) AS types "
        "RETURN a.name AS one, b.name AS two, CASE WHEN total > 0 THEN 'good' WHEN total < 0 THEN 'bad' ELSE 'neither' END AS t, "
        f"n, size(types) AS types ORDER BY n DESC, a.id, b.id LIMIT {dice.randrange(1, 50)}"
    )


def best(dice: random.Random) -> str:
    return (
        f"MATCH (e:Event) WHERE {events(dice)} CALL (e) {{ MATCH (e)<-[:REPORTS]-(s:Statement) "
        f"RETURN s.id AS s, s.confidence AS c ORDER BY c DESC, s LIMIT {dice.randrange(1, 3)} }} "
        "RETURN e.id AS e, s, c ORDER BY e, c DESC, s LIMIT 60"
    )


def reach(dice: random.Random) -> str:
    if dice.random() < 0.5:
        return (
            "MATCH (one:Actor {id: $one}) MATCH (two:Actor {id: $two}) "
            "MATCH p = allShortestPaths((one)-[:SUBJECT|OBJECT*..6]-(two)) "
            "RETURN length(p) AS n, [x IN nodes(p) | x.name] AS path, [x IN nodes(p) | x.id] AS ids ORDER BY n, ids LIMIT 9"
        )
    return (
        f"MATCH (one:Actor {{id: $one}})-[:CONSULT|SANCTION*1..2]->(b) WHERE {parties(dice, 'b')} "
        "RETURN b.name AS name, b.id AS id, count(*) AS ways ORDER BY ways DESC, name, id LIMIT 20"
    )


def parameters(dice: random.Random) -> dict[str, str]:
    return {
        "name": dice.choice(NAMES).upper(), "part": dice.choice(("n", "ö", "pact", "'")), "status": dice.choice(STATUSES),
        "since": dice.choice(("2021", "2021-12", "2022")), "one": "p00", "two": f"p{dice.randrange(1, 14):02}",
    }  # fmt: skip


def test_both_engines_answer_alike(neo4j_store: Store, tmp_path: Path) -> None:
    """Rows, their order and their values; most questions find something."""
    dice, found = random.Random(SEED), 0
    with closing(open_embedded(tmp_path / "graph.kgl")) as embedded:
        tables = archive(dice)
        for store in (embedded, neo4j_store):
            store.load(tables)
        for _ in range(QUESTIONS):
            text, given = question(dice), parameters(dice)
            rows = neo4j_store.run(text, given)
            assert embedded.run(text, given) == rows, (text, given)
            found += bool(rows)
    assert found > QUESTIONS // 2
