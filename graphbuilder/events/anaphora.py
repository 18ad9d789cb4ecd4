"""What takes up a happening that the article has told: a noun with "the" for a verb, the topic for a talk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from graphbuilder.events.acts import NAMED, Act, Told, is_plain, is_talk, is_topical
from graphbuilder.events.components import Components
from graphbuilder.happening import Reason
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Kind, Party, Statement

Found = tuple[Told, Told, Reason]
Talks = Mapping[tuple[Hashable, frozenset[str]], list[Told]]
"""The talks of an article by kind and by those who talk, each as it is first told."""
DETERMINER_AND_NOUN, WITH_OWNER = 2, 3


def join_named_again(components: Components, document: Sequence[Told]) -> None:
    """ "Chad will meet Mali on Friday. The meeting between Chad and Mali": a noun with "the" is what was told before.

    Whether it is told as planned or done; of several it is the only one in whose words the noun stands.
    """
    before: dict[Act, dict[str, Told]] = defaultdict(dict)
    for each in document:
        told = before[each.act]
        if each.date is None and _is_definite_noun(each.statement):
            named = [one for one in told.values() if _head(each.statement) in one.statement.relation.split()]
            anchors = named or list(told.values())
            if len(anchors) == 1 and components.dates(anchors[0].id):
                components.join(anchors[0].id, each.id, Reason.TAKEN_UP)
        told.setdefault(components.find(each.id), each)


def _is_definite_noun(statement: Statement) -> bool:
    """True for the call of "The call between A and B"."""
    words = statement.sentence.text[: statement.start_char - statement.sentence.start_char].split()
    definite = bool(words) and words[-1].lower() in load_lexicon().words["happening.definite"]
    return definite and statement.rule.startswith("nominal")


def _head(statement: Statement) -> str:
    """The noun that a nominal statement is told by."""
    return statement.relation.split()[0]


def join_anaphors(components: Components, document: Sequence[Told]) -> None:
    """Join what takes up the only act that it can mean; all are found before any is joined."""
    found = [*_taken_up(components, document), *_topics(components, document)]
    for anchor, each, reason in found:
        components.join(anchor.id, each.id, reason)


def _taken_up(components: Components, document: Iterable[Told]) -> Iterator[Found]:
    """ "Launched air strikes … the strikes killed ten": the noun, with "the", is a word of the only such act before."""
    before: dict[Hashable, dict[str, Told]] = defaultdict(dict)
    for each in filter(_can_be_taken_up, document):
        for noun, owner in _nouns(each):
            anchors = before[*_kind(each), noun]
            if len(anchors) == 1 and components.find(each.id) not in anchors:
                anchor = next(iter(anchors.values()))
                if owner in (None, anchor.statement.subject.id):
                    yield anchor, each, Reason.TAKEN_UP
        for word in each.statement.relation.split():
            before[*_kind(each), singular(word)].setdefault(components.find(each.id), each)


def _can_be_taken_up(each: Told) -> bool:
    return is_plain(each) or is_talk(each)


def _kind(each: Told) -> tuple[str, str, str]:
    return each.order[0], each.act.event_type, str(each.statement.status)


def _nouns(each: Told) -> Iterator[tuple[str, str | None]]:
    """The event nouns at its ends that have a definite determiner, as lemmas, with the actor who must have done it."""
    statement = each.statement
    for party, doer in ((statement.subject, None), (statement.object, statement.subject.id)):
        noun, owner = _definite(party)
        if noun is not None and (sense := load_lexicon().nouns.get(noun)) and sense.event_type == each.act.event_type:
            yield noun, owner or doer


def _definite(party: Party) -> tuple[str | None, str | None]:
    """The noun of "the strikes" or "the US strikes" and the owner; nothing where other words tell it from others."""
    words = (party.text or "").split()
    if party.kind is not Kind.THEME or not words or words[0].lower() not in load_lexicon().words["happening.definite"]:
        return None, None
    noun = singular(words[-1].lower())
    if len(words) == DETERMINER_AND_NOUN:
        return noun, None
    owner = _owner(words[1].lower()) if len(words) == WITH_OWNER else None
    return (noun, owner) if owner else (None, None)


def _owner(word: str) -> str | None:
    lexicon = load_lexicon()
    actor = lexicon.actors.get(word) or lexicon.demonyms.get(word)
    return actor.id if actor else None


def singular(noun: str) -> str:
    """The lemma of an event noun, which may be plural itself ("talks")."""
    return noun if noun in load_lexicon().nouns else noun.removesuffix("s")


def _topics(components: Components, document: Sequence[Told]) -> Iterator[Found]:
    """ "The two discussed trade": what those discuss who talk with each other belongs to their only talk.

    A person need not be named with the other; a state may discuss a thing at home.
    """
    talks = _talks(components, filter(is_talk, document))
    verbs: dict[Hashable, list[Told]] = defaultdict(list)
    for each in document:
        if is_topical(each.statement.relation) and each.statement.object.kind is Kind.THEME:
            verbs[each.order[1], _kind(each)].append(each)
    for together in verbs.values():
        found = _talks_of(talks, together)
        found = [talk for talk in found if _is_beside(talk, together[0])] or found
        fitting = [each for each in together if len(found) == 1 and _is_datable(components, found[0], each)]
        yield from ((found[0], each, Reason.TOPIC) for each in fitting)


def _talks_of(talks: Talks, together: Sequence[Told]) -> list[Told]:
    who, kind = frozenset(each.statement.subject.id for each in together), _kind(together[0])
    exact = talks.get((kind, who), [])
    if exact or not all(each.statement.subject.kind is Kind.PERSON for each in together):
        return exact
    return [
        talk for key, found in talks.items() if _takes_part(who, key, kind) for talk in found if _is_of_persons(talk)
    ]


def _is_beside(talk: Told, topic: Told) -> bool:
    return talk.statement.sentence.id == topic.statement.sentence.id


def _takes_part(who: frozenset[str], key: tuple[Hashable, frozenset[str]], kind: Hashable) -> bool:
    return key[0] == kind and who <= key[1]


def _is_of_persons(talk: Told) -> bool:
    return talk.statement.subject.kind is Kind.PERSON and talk.statement.object.kind is Kind.PERSON


def _is_datable(components: Components, talk: Told, topic: Told) -> bool:
    """False for a topic with a date of its own beside a talk without one, which may have been another day."""
    return topic.date is None or bool(components.dates(talk.id))


def _talks(components: Components, told: Iterable[Told]) -> Talks:
    """The first telling of every talk, by those who talk."""
    parties: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Told] = {}
    for each in told:
        if {each.statement.subject.kind, each.statement.object.kind} <= NAMED:
            talk = components.find(each.id)
            parties[talk] |= {each.statement.subject.id, each.statement.object.id}
            first.setdefault(talk, each)
    found: dict[tuple[Hashable, frozenset[str]], list[Told]] = defaultdict(list)
    for talk, each in first.items():
        found[_kind(each), frozenset(parties[talk])].append(each)
    return found
