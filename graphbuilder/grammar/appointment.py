"""Appointments: who is made what of whom ("X was elected president of Y", "Y named X as its envoy to Z")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.grammar.forms import is_passive
from graphbuilder.grammar.role import joint_owners
from graphbuilder.grammar.subjects import surface_subjects
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token


def appointed(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X was sworn in as president of Y": who is put into an office holds it."""
    if verb.lemma_ in lexicon.words["verb.appointing"]:
        yield from _in_office(verb, _offices(verb), _holders(verb), lexicon)


def succeeded(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X succeeded Z as president of Y": the office is that of the one who comes after."""
    if verb.lemma_ in lexicon.words["verb.succeeding"] and not is_passive(verb):
        yield from _in_office(verb, _offices_after_as(verb), surface_subjects(verb), lexicon)


def held(verb: Token, lexicon: Lexicon) -> Iterator[Triple]:
    """As in "X held the post of ambassador to Y": the office behind a noun for offices."""
    for post in children(verb, "dobj") if verb.lemma_ in lexicon.words["verb.occupying"] else ():
        offices = (office for _, _, office in obliques(post)) if post.lemma_ in lexicon.words["office.posts"] else ()
        yield from _in_office(verb, offices, surface_subjects(verb), lexicon)


def _in_office(verb: Token, offices: Iterable[Token], holders: Sequence[Token], lexicon: Lexicon) -> Iterator[Triple]:
    """Each holder in each of the offices."""
    for office in offices:
        for relation, cue, owner in joint_owners(office, lexicon):
            for holder in holders:
                yield Triple(holder, (verb, *cue), owner, relation, EventType.RELATION, "role.appointment", verb)


def _offices(verb: Token) -> Iterator[Token]:
    yield from children(verb, "oprd")
    yield from _offices_after_as(verb)


def _offices_after_as(verb: Token) -> Iterator[Token]:
    return (noun for name, _, noun in obliques(verb) if name == "as")


def _holders(verb: Token) -> list[Token]:
    if is_passive(verb):
        return list(surface_subjects(verb))
    return [one for person in children(verb, "dobj") for one in coordinated(person)]
