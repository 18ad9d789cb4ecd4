"""A newsroom in miniature: articles made of short sayings, without a parser, so that only the tracing is tested."""

from collections.abc import Callable

import pytest

from graphbuilder.model import (
    Actor,
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

Saying = tuple[str, str, str]
KINDS = {"p": Kind.PERSON, "o": Kind.ORGANIZATION, "s": Kind.STATE, "g": Kind.GROUP, "t": Kind.THEME}
CODES = {"Germany": "DE", "United States": "US", "France": "FR", "United Kingdom": "GB", "Russia": "RU"}


def party(told: str) -> Party:
    """ "p:Joe Biden" is a person of that name."""
    letter, _, name = told.partition(":")
    return Party(actor_id(KINDS[letter], name), name, KINDS[letter], name)


def statement(sentence: Sentence, place: int, saying: Saying) -> Statement:
    """A relation that ends in "of" tells an office, any other an act; "meet @2021-12-07" has a day."""
    subject, (relation, _, day), other = saying[0], saying[1].partition(" @"), saying[2]
    office = relation.endswith((" of", " for"))
    return Statement(
        sentence=sentence,
        start_char=place,
        end_char=place + 1,
        subject=party(subject),
        relation=relation,
        relation_text=relation,
        event_type=EventType.RELATION if office else EventType.CONSULT,
        object=party(other),
        symmetric=False,
        status=Status.OCCURRED,
        speaker=None,
        via=None,
        date=When(day, None, Precision.DAY) if day else None,
        confidence=0.8,
        rule="role.title" if office else "clause.active",
    )


def article(article_id: str, *sayings: Saying, aliases: dict[str, tuple[str, ...]] | None = None) -> Extraction:
    """An article that says this, each in a sentence of its own words."""
    sentences = tuple(Sentence(article_id, n, n * 100, n * 100 + 90, " ".join(each)) for n, each in enumerate(sayings))
    statements = tuple(statement(one, one.start_char, each) for one, each in zip(sentences, sayings, strict=True))
    parties = {each.id: each for said in statements for each in (said.subject, said.object)}
    actors = tuple(
        Actor(each.id, each.name, each.kind, (aliases or {}).get(each.name, ()), country=CODES.get(each.name))
        for each in parties.values()
    )
    return Extraction(Article(article_id, "text"), sentences, statements, actors)


@pytest.fixture(name="article", scope="session")
def make_article() -> Callable[..., Extraction]:
    """Builds an article of sayings."""
    return article
