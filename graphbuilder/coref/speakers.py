"""Who "I", "we" and "you" are: the one who speaks, the state or body that he speaks for, the one addressed."""

from __future__ import annotations

from graphbuilder.coref.constraints import quoted_source
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.organizations import head_word
from graphbuilder.model import Kind
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token


def first_person(discourse: Discourse, token: Token, *, side: bool) -> tuple[Link, ...]:
    """Who speaks at a token; with `side` the state or body that he speaks for."""
    source = quoted_source(discourse, token) or discourse.source_of(token)
    asked = discourse.interview and _is_question(token)
    told = [discourse.narrator] if discourse.narrator is not None and not asked else []
    speakers = [link.referent for link in discourse.resolve(source)] if source is not None else told
    speakers = [speaker for speaker in speakers if speaker.kind.is_actor]
    if not speakers:
        return ()
    if not side:
        return (Link(speakers[0], token.i, token.i + 1, "speaker"),)
    party = spoken_for(discourse, speakers[0])
    return (Link(party, token.i, token.i + 1, "speaker.side"),) if party is not None else ()


def second_person(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """Whom the writer of a letter or an interviewer addresses."""
    if discourse.addressee is None or (discourse.interview and not _is_question(token)):
        return ()
    return (Link(discourse.addressee, token.i, token.i + 1, "addressee"),)


def spoken_for(discourse: Discourse, speaker: Referent) -> Referent | None:
    """Who "we" are: the body or state that a person speaks for by his office; nobody where he holds none."""
    if speaker.kind is not Kind.PERSON:
        return governing(discourse, speaker)
    side = speaker.represents or discourse.register.state_of(speaker.name) or _own_state(discourse, speaker)
    return governing(discourse, side) if side is not None else None


def governing(discourse: Discourse, body: Referent) -> Referent:
    """The state for one of its ministries or seats ("the Foreign Ministry of Chad"), else the body itself."""
    if (
        body.kind is not Kind.ORGANIZATION
        or head_word(body.name) not in discourse.lexicon.words["organization.ministries"]
    ):
        return body
    state = discourse.register.state_with(body.country) if body.country is not None else body.owner
    if state is None and body.name.islower():
        state = discourse.topic()  # "the foreign ministry"
    return state if state is not None and state.kind is Kind.STATE else body


def _own_state(discourse: Discourse, speaker: Referent) -> Referent | None:
    """The state of the article for its "Defence Minister X", whose country nobody needs to be told."""
    national = discourse.lexicon.words["person.national"]
    titles = (title for title, bearers in discourse.bearers.items() if speaker in bearers and title)
    topic = discourse.topic() if any(title.split()[-1] in national for title in titles) else None
    return topic if topic is not None and topic.kind is Kind.STATE else None


def _is_question(token: Token) -> bool:
    return any(mark.text == "?" for mark in token.sent[-2:])
