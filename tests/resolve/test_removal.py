"""Taking articles out leaves exactly the graph of those that are left, in the ledger and on both engines."""

import json
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuilder import pipeline
from graphbuilder.judgements import Judgement, Verdict
from graphbuilder.ledger import Extractor, open_ledger
from graphbuilder.store import open_embedded

EXTRACTOR = Extractor("0.1.0", "words", "model", "1.0")
MERGE = Judgement(Verdict.MERGE, ("p", "q"), (("person/ada-brook", "a"), ("person/ada-stone", "f")))
NODES = "MATCH (n) WHERE NOT n:GraphbuilderLoad RETURN n"
EDGES = "MATCH (a)-[r]->(b) RETURN a.id AS one, r, b.id AS other"


@pytest.fixture(scope="module")
def newsroom(article):
    """Articles that share events, actors and sentences, with namesakes, variants of names and an acronym."""
    meets = ("p:Muammar Gaddafi", "meet @2009-06-10", "p:Ada Brook")
    return [
        article("a", meets, ("p:Ada Brook", "minister of", "s:Germany")),
        article("b", meets, ("p:Ada Brook", "visit @2009-06-11", "s:France")),
        article("c", ("p:Moammar Qaddafi", "meet @2009-06-10", "p:Ada Brook"), ("p:Gaddafi", "praise", "s:France")),
        article("d", ("p:Ada Brook", "journalist of", "s:United States"), ("p:Ada Brook", "visit", "s:France")),
        article("e", ("o:NSFB", "fine", "s:France"), ("p:Brook", "meet", "p:Bo Lind")),
        article("f", ("o:North Sea Fisheries Board", "fine", "s:France"), ("p:Ada Stone", "meet", "p:Bo Lind")),
        article("g", ("p:Moammar Qaddafi", "visit @2009-06-11", "s:France"), ("g:protesters", "meet", "p:Bo Lind")),
    ]


def seen(store):
    """Everything in a graph, in a fixed order."""
    return [sorted(json.dumps(row, sort_keys=True) for row in store.run(query)) for query in (NODES, EDGES)]


def graph_of(articles, folder):
    """The embedded graph of these articles, made from scratch."""
    with open_ledger(folder / "fresh.sqlite") as ledger:
        record(ledger, articles)
        ledger.judge(MERGE)
        with closing(open_embedded(folder / "fresh.kgl")) as store:
            store.load(pipeline.project(ledger))
            return seen(store)


def record(ledger, articles):
    """One build of these articles."""
    run = ledger.start_run(EXTRACTOR)
    for each in articles:
        ledger.record(each, run)
    ledger.finish_run(run)


def play(steps, newsroom, ledger, after):
    """Add an article that is not there, remove one that is; calls `after` each time. Returns those that are left."""
    there = {}
    for place in steps:
        each = newsroom[place % len(newsroom)]
        if each.article.id in there:
            del there[each.article.id]
            assert pipeline.remove(ledger, [each.article.id]) == []
        else:
            there[each.article.id] = each
            record(ledger, [each])
        after()
    return list(there.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(st.integers(0, 6), min_size=2, max_size=12))
def test_what_is_left_is_as_if_it_had_always_been_alone(newsroom, steps):
    """Articles come and go in any order; the embedded graph is that of the articles that are left."""
    with TemporaryDirectory() as name, open_ledger(Path(name) / "ledger.sqlite") as ledger:
        ledger.judge(MERGE)
        left = play(steps, newsroom, ledger, lambda: None)
        pipeline.refresh_embedded(ledger)
        with closing(open_embedded(pipeline.graph_path(ledger))) as store:
            assert seen(store) == graph_of(left, Path(name))
        assert sorted(each.article.id for each in ledger.extractions()) == sorted(each.article.id for each in left)
        assert ledger.counts().statements == sum(len(each.statements) for each in left)


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.integers(0, 6), min_size=4, max_size=5))
def test_a_server_follows_every_step(newsroom, neo4j_store, steps):
    """The server is sent only what changed, and after each step holds what a graph made from scratch would."""
    with TemporaryDirectory() as name, open_ledger(Path(name) / "ledger.sqlite") as ledger:
        ledger.judge(MERGE)
        left = play(steps, newsroom, ledger, lambda: neo4j_store.load(pipeline.project(ledger)))
        assert seen(neo4j_store) == graph_of(left, Path(name))


def test_what_only_one_article_supports_goes_with_it(newsroom, tmp_path):
    """The meeting that three articles report loses one of them; the visit that one reports is gone."""
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        record(ledger, newsroom[:3])
        assert told_in(ledger) == {"Muammar Gaddafi meets Ada Brook": 3, "Ada Brook visits France": 1}
        assert pipeline.remove(ledger, ["b"]) == []
        assert told_in(ledger) == {"Muammar Gaddafi meets Ada Brook": 2}


def told_in(ledger):
    """How many articles report each consultation."""
    pipeline.refresh_embedded(ledger)
    query = (
        "MATCH (e:Event)<-[:REPORTS]-(s:Statement) WHERE e.date IS NOT NULL RETURN e.name AS name, e.n_articles AS n"
    )
    with closing(open_embedded(pipeline.graph_path(ledger))) as store:
        return {row["name"]: row["n"] for row in store.run(query)}
