"""One id for every actor over all articles, and never one for two."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.judgements import Judgement, Verdict
from graphbuilder.resolve import Why, resolve_actors

VARIANTS = tomllib.loads((Path(__file__).parent / "variants.toml").read_text(encoding="utf-8"))
MINISTER = ("p:Michael Schmidt", "economy minister of", "s:Germany")
JOURNALIST = ("p:Michael Schmidt", "journalist of", "s:United States")
MET = ("p:Michael Schmidt", "meet", "p:Ada Brook")


def told(article, names):
    """Every name in an article of its own; no two sentences are alike."""
    return [article(f"a{n}", (name, f"visits in week {n} of", f"t:harbour {n}")) for n, name in enumerate(names)]


def clusters(resolution):
    """The actors as sets of (article, id in it), without things."""
    return {
        frozenset(mention.key for mention in mentions)
        for actor_id, mentions in resolution.mentions.items()
        if resolution.actors[actor_id].kind.is_actor
    }


def ids_of(resolution, article_id):
    """The subjects of an article's statements."""
    return [s.subject.id for e in resolution.extractions if e.article.id == article_id for s in e.statements]


@pytest.mark.parametrize("table", VARIANTS)
def test_names_of_one_actor_meet_and_others_do_not(article, table):
    """Each list of variants.toml is one actor, and no two lists are."""
    names = [(group, name) for group, names in VARIANTS[table].items() for name in names]
    resolution = resolve_actors(told(article, [name for _, name in names]))
    expected = {}
    for n, (group, _) in enumerate(names):
        expected.setdefault(group, set()).add(f"a{n}")
    assert {frozenset(key[0] for key in found) for found in clusters(resolution)} == set(
        map(frozenset, expected.values())
    )


def test_namesakes_of_two_countries_stay_two(article):
    """A minister and a journalist of one name are two; both articles on the minister are on one man."""
    found = resolve_actors([article("a", MINISTER), article("b", JOURNALIST, MET), article("c", MINISTER, MET)])
    assert set(ids_of(found, "a")) == set(ids_of(found, "c")) != set(ids_of(found, "b"))
    names = {found.actors[ids_of(found, key)[0]].name for key in "ab"}
    assert names == {"Michael Schmidt (Germany)", "Michael Schmidt (United States)"}
    assert all("Michael Schmidt" in found.actors[ids_of(found, key)[0]].aliases for key in "ab")


def test_a_namesake_of_whom_nothing_is_told_joins_neither(article):
    """Between two men of one name, an article that does not say which is about neither."""
    found = resolve_actors([article("a", MINISTER), article("b", JOURNALIST), article("c", MET)])
    assert len({*ids_of(found, "a"), *ids_of(found, "b"), *ids_of(found, "c")}) == 3
    assert ids_of(found, "c") == ["person/michael-schmidt"]


def test_one_bearer_takes_in_articles_that_tell_nothing(article):
    """Where only one man of the name is known, he is meant."""
    found = resolve_actors([article("a", MINISTER), article("c", MET)])
    assert ids_of(found, "a") == ids_of(found, "c") == ["person/michael-schmidt"]


def test_a_man_of_two_countries_is_one(article):
    """An article that gives him both countries brings those together that give one."""
    both = article("b", MINISTER, JOURNALIST)
    found = resolve_actors([article("a", MINISTER), both, article("c", JOURNALIST)])
    assert len({*ids_of(found, "a"), *ids_of(found, "c")}) == 1


def test_a_family_name_joins_by_its_office(article):
    """ "Chancellor Brandner" is the one chancellor of that name, not the one footballer."""
    full = article("a", ("p:Lukas Brandner", "chancellor of", "s:Germany"))
    other = article("b", ("p:Jonas Brandner", "striker of", "o:Rovers"))
    found = resolve_actors([full, other, article("c", ("p:Brandner", "chancellor of", "s:Germany"))])
    assert ids_of(found, "c") == ids_of(found, "a") != ids_of(found, "b")


def test_a_family_name_joins_by_an_equal_sentence(article):
    """In two copies of one report a family name is one man."""
    said = ("p:Brandner", "opens a new harbour for", "s:Germany")
    found = resolve_actors([article("a", said), article("b", said)])
    assert ids_of(found, "a") == ids_of(found, "b")


def test_what_is_described_joins_by_an_equal_deed(article):
    """Rebels who do the same to the same one on the same day are one; on another day or to another, who knows?"""
    said = ("g:rebels", "meet @2021-12-07", "p:Ada Brook")
    found = resolve_actors([article("a", said), article("b", said, ("g:rebels", "meet", "p:Bo Lind"))])
    assert ids_of(found, "a")[0] == ids_of(found, "b")[0]
    for other in (("g:rebels", "meet @2021-12-08", "p:Ada Brook"), ("g:rebels", "meet @2021-12-07", "p:Bo Lind")):
        found = resolve_actors([article("a", said), article("b", other)])
        assert ids_of(found, "a")[0] != ids_of(found, "b")[0]


def test_two_described_parties_need_a_name_beside_them(article):
    """Of two schools that rebels shell on one day nobody knows whether they are one; in Dunmore they are."""
    said = ("g:rebels", "meet @2021-12-07", "g:teachers")
    for place, same in (("Dunmore", True), ("Monday", False), ("", False)):
        articles = [article(name, said) for name in ("a", "b")]
        found = resolve_actors(
            [_told_in(each, f"The rebels of {each.article.id} met teachers in {place}.") for each in articles]
        )
        assert (ids_of(found, "a") == ids_of(found, "b")) is same


def _told_in(extraction, text):
    [statement] = extraction.statements
    return replace(extraction, statements=(replace(statement, sentence=replace(statement.sentence, text=text)),))


def test_a_general_body_joins_by_its_state(article):
    """The navy of an article on Germany is the German navy, and not that of France."""
    general = article("a", ("o:navy", "navy of", "s:Germany"), ("o:navy", "meet", "p:Ada Brook"))
    general = replace(general, statements=(replace(general.statements[0], rule="role.body"), general.statements[1]))
    for name, same in (("o:Germany's navy", True), ("o:navy (Germany)", True), ("o:French Navy", False)):
        found = resolve_actors([general, article("b", (name, "meet", "p:Bo Lind"))])
        assert (ids_of(found, "a")[0] == ids_of(found, "b")[0]) is same


def test_an_acronym_that_is_explained_is_the_body(article):
    """What one article puts in brackets, another may write alone; but not where two bodies have the letters."""
    explained = article(
        "a", ("o:Court of Appeal for Sport", "meet", "p:Ada Brook"), aliases={"Court of Appeal for Sport": ("CATS",)}
    )
    short = article("b", ("o:CATS", "meet", "p:Bo Lind"))
    assert ids_of(resolve_actors([explained, short]), "b") == ["organization/court-of-appeal-for-sport"]
    thing = article("b", ("p:Bo Lind", "praise", "t:CATS"))
    assert "organization/court-of-appeal-for-sport" in {
        each.object.id for each in resolve_actors([explained, thing]).extractions[1].statements
    }
    rival = article(
        "c", ("o:Campaign Against Toll Stations", "meet", "p:Cy Dent"),
        aliases={"Campaign Against Toll Stations": ("CATS",)},
    )  # fmt: skip
    assert ids_of(resolve_actors([explained, short, rival]), "b") == ["organization/cats"]


def test_the_letters_of_the_words_are_the_body_where_both_meet(article):
    """An acronym that nobody explains is the body of an article that has both, and of no other."""
    full, short = ("o:North Sea Fisheries Board", "fine", "p:Ada Brook"), ("o:NSFB", "fine", "p:Bo Lind")
    both = resolve_actors([article("a", full, short), article("b", short)])
    assert ids_of(both, "b") == ["organization/north-sea-fisheries-board"]
    assert ids_of(resolve_actors([article("a", full), article("b", short)]), "b") == ["organization/nsfb"]


def test_two_of_a_family_in_one_sentence_stay_two(article):
    """A sentence on the minister and his brother joins neither to a copy of it, nor the two."""
    met = ("p:Brandner", "meet", "p:Jonas Brandner")
    found = resolve_actors([article("a", met), article("b", met)])
    assert len({actor_id for actor_id in found.actors if "brandner" in actor_id}) == 3


def test_parties_that_are_set_against_each_other_stay_two(article):
    """One statement has two ends, so alike names in it are two actors' names."""
    against = article("a", ("p:Joe Tanner", "meet", "p:Joseph Tanner"))
    found = resolve_actors([against, article("b", ("p:Joe Tanner", "meet", "p:Bo Lind"))])
    assert all(each.subject.id != each.object.id for each in found.extractions[0].statements)
    assert ids_of(found, "b") == ["person/joe-tanner"]


def test_the_tables_give_name_and_codes(article):
    """A table knows the code of a state and the usual name of a holder of an office."""
    said = article("a", ("p:Volodymyr Zelensky", "meet", "s:Germany"))
    found = resolve_actors([said, *told(article, ["p:Volodymyr Zelenskyy"])])
    person = found.actors[ids_of(found, "a")[0]]
    assert (person.name, person.country) == ("Volodymyr Zelenskyy", "UA")


def test_what_the_text_said_stays(article):
    """Tracing changes neither the ids of statements nor their words, and keeps all names as aliases."""
    told_as = [
        article("a", ("p:Muammar Gaddafi", "meet", "p:Bo Lind")),
        article("b", ("p:Moammar Qaddafi", "meet", "p:Bo Lind")),
    ]
    found = resolve_actors(told_as)
    for before, after in zip(told_as, found.extractions, strict=True):
        assert [each.id for each in before.statements] == [each.id for each in after.statements]
        assert [each.subject.text for each in before.statements] == [each.subject.text for each in after.statements]
    named = {"Muammar Gaddafi", "Moammar Qaddafi"}
    assert named <= {name for e in found.extractions for a in e.actors for name in (a.name, *a.aliases)}


def test_the_rule_is_told(article):
    """Every join names its rule."""
    found = resolve_actors(told(article, ["p:Muammar Gaddafi", "p:Moammar Qaddafi"]))
    links = [link for links in found.links.values() for link in links]
    assert [(link.name, link.other, link.why) for link in links] == [
        ("Moammar Qaddafi", "Muammar Gaddafi", Why.SPELLING)
    ]


def all_articles(article):
    """Every name of variants.toml, and the namesakes."""
    names = [name for table in VARIANTS.values() for names in table.values() for name in names]
    more = [article("x", MINISTER), article("y", JOURNALIST), article("z", MET)]
    return told(article, names) + more


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_order_of_articles_does_not_matter(article, data):
    """Any selection of the articles gives the same actors, names and rules in any order."""
    chosen = data.draw(st.lists(st.sampled_from(all_articles(article)), unique_by=lambda each: each.article.id))
    shuffled = data.draw(st.permutations(chosen))
    one, other = resolve_actors(chosen), resolve_actors(shuffled)
    assert (one.actors, one.mentions, one.links) == (other.actors, other.mentions, other.links)
    key = lambda each: each.article.id  # noqa: E731
    assert sorted(one.extractions, key=key) == sorted(other.extractions, key=key)


def test_the_work_grows_with_the_articles(article):
    """No more names are compared than share a key: a hundred different persons in a hundred articles, none twice."""
    from graphbuilder.resolve.candidates import propose
    from graphbuilder.resolve.joining import find_bearers
    from graphbuilder.resolve.profiles import find_mentions

    letters = "bdfgklmnprstvz"
    names = [f"p:{a}a{b}o {b}u{a}i{b}ek".title().replace("P:", "p:") for a in letters for b in letters]
    bearers = sorted(find_bearers(find_mentions(told(article, names)), {}))
    assert len({bearer.id for bearer in bearers}) > len(names)
    assert len(list(propose(bearers))) < len(names)


def test_a_merge_and_a_split(article):
    """What the user says counts more than what the names say, and a later word more than an earlier one."""
    articles = told(article, ["p:Ada Brook", "p:Ada Stone", "p:Ada Brook"])
    merge = Judgement(Verdict.MERGE, (), (("person/ada-brook", "a0"), ("person/ada-stone", "a1")))
    found = resolve_actors(articles, [merge])
    assert ids_of(found, "a1") == ids_of(found, "a0") == ["person/ada-brook"]
    split = Judgement(Verdict.SPLIT, (), (("person/ada-brook", "a2"),))
    found = resolve_actors(articles, [merge, split])
    assert ids_of(found, "a0") == ids_of(found, "a1") != ids_of(found, "a2")
    back = Judgement(Verdict.SPLIT, (), (("person/ada-stone", None),))
    found = resolve_actors(articles, [merge, back])
    assert ids_of(found, "a1") == ["person/ada-stone"]


def test_what_two_do_to_each_other_is_left_out_when_they_are_one(article):
    """Nobody meets himself; the rest of the article stays."""
    said = article("a", ("p:Ada Brook", "meet", "p:Ada Stone"), ("p:Ada Stone", "meet", "p:Bo Lind"))
    merge = Judgement(Verdict.MERGE, (), (("person/ada-brook", "a"), ("person/ada-stone", "a")))
    found = resolve_actors([said], [merge])
    assert [each.object.name for each in found.extractions[0].statements] == ["Bo Lind"]
    assert found.inner == {said.statements[0].id}
    assert not resolve_actors([said]).inner


def test_a_merge_outlives_its_article(article):
    """Where the article is gone that the user saw, the id tells who was meant; where nobody is left, it rests."""
    articles = told(article, ["p:Ada Brook", "p:Ada Stone", "p:Ada Brook"])
    merge = Judgement(Verdict.MERGE, (), (("person/ada-brook", "a0"), ("person/ada-stone", "a1")))
    assert ids_of(resolve_actors(articles[1:], [merge]), "a1") == ["person/ada-brook"]
    assert resolve_actors(articles[::2], [merge]).idle == {0}


def test_a_rejected_statement_is_left_out(article):
    """Its parties go with it where nothing else names them."""
    articles = told(article, ["p:Ada Brook", "p:Ada Stone"])
    gone = articles[0].statements[0].id
    found = resolve_actors(articles, [Judgement(Verdict.REJECT, (), ((gone, None),))])
    assert [len(each.statements) for each in found.extractions] == [0, 1]
    assert "person/ada-brook" not in found.actors
    assert resolve_actors(articles[1:], [Judgement(Verdict.REJECT, (), ((gone, None),))]).idle == {0}
