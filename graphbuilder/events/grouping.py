"""Which statements tell one happening: joined by their words, their date and their article, never by likeness alone.

Articles that are copies of one another are read as one document. All that is decided inside a document depends on that
document only; documents are joined by an equal day of an equal act, so that one more article breaks nothing apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from graphbuilder.events.acts import NAMED, Told, is_apart, is_plain, is_talk, ordered
from graphbuilder.events.anaphora import join_anaphors, join_named_again, singular
from graphbuilder.events.components import Components, join_all
from graphbuilder.events.dating import agree, day, exactness, most_exact
from graphbuilder.happening import Reason
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import EventType, Party, Statement, When
from graphbuilder.qualify.timewords import load_time_words
from graphbuilder.scale import Quad, quad

DEEDS = frozenset({Quad.MATERIAL_COOPERATION, Quad.MATERIAL_CONFLICT})
"""What is done, not said: sayings are told apart by what they say."""
NOMINAL = ("light", "nominal")
"""How the rules begin whose relation is a noun."""


def join_told(told: Iterable[Told], copies: Mapping[str, str]) -> Components:
    """Join all that is told; `copies` gives the document of an article that has copies."""
    everything = sorted(told, key=lambda each: each.order)
    components = Components(everything)
    verbs = (each for each in everything if each.act.event_type != EventType.RELATION)
    acts = join_verbs(components, verbs)
    for document in gather(acts, lambda each: copies.get(each.order[0], each.order[0])):
        for step in (join_words, join_sentences, join_named_again, join_acts, join_details, join_anaphors):
            step(components, document)
    join_days(components, acts)
    standing = (each for each in everything if each.act.event_type == EventType.RELATION)
    for same in gather(standing, lambda each: each.act):
        join_all(components, same, Reason.STANDING)
    return components


def gather(told: Iterable[Told], key: Callable[[Told], Hashable]) -> list[list[Told]]:
    """Those of one key together, in the order given."""
    found: dict[Hashable, list[Told]] = defaultdict(list)
    for each in told:
        found[key(each)].append(each)
    return list(found.values())


def join_verbs(components: Components, told: Iterable[Told]) -> list[Told]:
    """One verb of one who acts is one act: what is of no type of its own goes with what is. Returns all the others.

    "Extended its measures to 20 firms" tells of measures and of firms, and only the measures tell what it is.
    """
    rest: list[Told] = []
    for together in gather(told, _verb):
        typed = [each for each in together if is_plain(each)]
        is_one = len({each.act.event_type for each in typed}) == 1
        for each in together:
            if is_one and each.act.event_type == EventType.OTHER:
                components.join(typed[0].id, each.id, Reason.SAME_WORDS)
            else:
                rest.append(each)
    return rest


def _verb(each: Told) -> Hashable:
    statement = each.statement
    return *each.order[:2], statement.sentence.start_char, statement.subject.id, statement.status, each.date


def join_words(components: Components, document: Sequence[Told]) -> None:
    """One word tells one act, however many take part in it; two who are met apart are two meetings."""
    for together in gather(document, _words):
        if len(together) > 1 and (not is_talk(together[0]) or _is_one_talk(together)):
            join_all(components, together, Reason.SAME_WORDS)


def _words(each: Told) -> Hashable:
    statement = each.statement
    act = (statement.event_type, statement.status, is_apart(statement.relation))
    doer = statement.subject.id if _is_distributed(each) else None
    return (*each.order[:2], statement.sentence.start_char, *act, each.date, doer)


def _is_distributed(each: Told) -> bool:
    """True where each does it on his own: "won the cups of 2020 and 2021 respectively"."""
    sentence = each.statement.sentence
    rest = sentence.text[each.order[2] - sentence.start_char :]
    return any(word in rest for word in load_lexicon().words["happening.distributive"])


def _is_one_talk(together: Sequence[Told]) -> bool:
    """True where all talk with all, several do one thing with one, or one noun tells it; "met A and B" may be two."""
    named = [each.statement for each in together if {each.statement.subject.kind, each.statement.object.kind} <= NAMED]
    pairs = {ordered(each.subject.id, each.object.id) for each in named}
    parties = sorted({party for pair in pairs for party in pair})
    side_by_side = len(parties) > 2 and pairs == set(combinations(parties, 2))
    joint = len({each.object.id for each in named}) == 1 and not any(each.symmetric for each in named)
    return len(pairs) < 2 or side_by_side or joint or all(map(_is_one_noun, named))


def _is_one_noun(statement: Statement) -> bool:
    """True where a noun tells one talk ("a meeting with A and B", not "meetings"), and for "between A and B"."""
    if statement.relation.endswith(" between"):
        return True
    lexicon, words = load_lexicon(), statement.relation_text.lower().split()
    several = {word for word in words if word not in lexicon.nouns and singular(word) in lexicon.nouns}
    return statement.rule.startswith(NOMINAL) and several <= lexicon.words["happening.mass"]


def join_sentences(components: Components, document: Sequence[Told]) -> None:
    """Clauses of one sentence in which one party does one kind of act ("shelled a village, killing two").

    Sayings are one only where a participle tells the second: "welcomed A and thanked B" is two.
    """
    for told in gather(filter(is_plain, document), _clause):
        if _is_verb_repeated(told):
            continue
        together = [each for each in told if _is_deed(each) or each is told[0] or _is_participle(each)]
        named = {each.statement.object.id for each in together if _is_name(each.statement.object)}
        fitting = [each for each in together if len(named) < 2 or not _is_name(each.statement.object)]
        join_all(components, fitting, Reason.SAME_SENTENCE)


def _is_name(party: Party) -> bool:
    """False for things and for whom the text only describes: "a shepherd" and "two sons" may be hit by one blow."""
    return party.kind in NAMED and not party.name.partition(" (")[0].islower()


def _is_participle(each: Told) -> bool:
    verb = each.statement.relation_text.split(None, 1)[:1]
    return verb[0].endswith("ing") and verb != each.statement.relation.split(None, 1)[:1] if verb else False


def _is_verb_repeated(together: Sequence[Told]) -> bool:
    """True where a sentence says one verb twice, which tells two acts: "voted for A, while 19 voted for B"."""
    places = {(each.statement.relation, each.order[:2]) for each in together}
    return len(places) > len({relation for relation, _ in places})


def _clause(each: Told) -> Hashable:
    return (each.statement.sentence.id, *_doing(each))


def _doing(each: Told) -> tuple[str, str, str]:
    return each.act.event_type, str(each.statement.status), each.statement.subject.id


@dataclass(slots=True)
class _Happening:
    """Statements of one act whose dates agree, and the first one for every date."""

    told: list[Told] = field(default_factory=list)
    dates: dict[When, Told] = field(default_factory=dict)

    def add(self, each: Told) -> None:
        """One more."""
        self.told.append(each)
        if each.date:
            self.dates.setdefault(each.date, each)


def join_acts(components: Components, document: Sequence[Told]) -> None:
    """The same act of the same two, told apart by date; what is not dated joins the only one, or the nearest."""
    for same in gather(document, _same_act):
        dated = sorted((each for each in same if each.date), key=lambda each: (exactness(each.date), each.order))
        happenings: list[_Happening] = []
        for each in dated:
            _place(components, each, happenings)
        rest = [each for each in same if not each.date and not _find_place(components, each, happenings)]
        for each in rest[1:]:
            components.join(rest[0].id, each.id, _undated(rest[0], each))


def _same_act(each: Told) -> Hashable:
    """Once more is another time, so that only a day can join it to the others; copies say it in the same words."""
    once_more = each.statement.sentence.text if _is_once_more(each) else None
    return each.act, each.statement.status, once_more, None if each.date else _month(each)


def _month(each: Told) -> str | None:
    """The month right behind the words, in an article of no known day: "met in June", "their meeting on 10 January"."""
    sentence = each.statement.sentence
    preposition, *after = sentence.text[each.order[2] - sentence.start_char :].split(None, 3)[:3] or [""]
    named = load_time_words().months if preposition in ("in", "on") else ()
    return next((word for word in (one.strip(".,;:") for one in after) if word.lower() in named), None)


def _is_once_more(each: Told) -> bool:
    """True where a word beside the verb says that it is not the first: "also visited", "read it again"."""
    sentence = each.statement.sentence
    before = sentence.text[: each.order[1] - sentence.start_char].rsplit(None, 1)[-1:]
    after = sentence.text[each.order[2] - sentence.start_char :].split(None, 2)[:2]
    beside = {word.strip(".,;:").lower() for word in before + after}
    return not beside.isdisjoint(load_lexicon().words["happening.repeating"])


def _place(components: Components, each: Told, happenings: list[_Happening]) -> None:
    """Add something dated to the happening that it fits, or make it one of its own."""
    found = _choose(each, happenings)
    if found is None:
        found = _Happening()
        happenings.append(found)
    elif each.date in found.dates:
        components.join(found.dates[each.date].id, each.id, Reason.SAME_DAY if day(each.date) else Reason.WITHIN_DATE)
    else:
        components.join(found.told[0].id, each.id, Reason.WITHIN_DATE)
    found.add(each)


def _find_place(components: Components, each: Told, happenings: Sequence[_Happening]) -> bool:
    """True where something undated has been joined to one of the dated happenings."""
    found = _choose(each, happenings)
    if found is not None:
        nearest = min(found.told, key=lambda other: _distance(each, other))
        components.join(nearest.id, each.id, _undated(nearest, each))
    return found is not None


def _undated(one: Told, other: Told) -> Reason:
    return Reason.UNDATED if one.order[0] == other.order[0] else Reason.COPY


def _choose(each: Told, happenings: Iterable[_Happening]) -> _Happening | None:
    """The only one that fits, else the nearest in the text if it is told in the same words."""
    fitting = [happening for happening in happenings if all(agree(each.date, date) for date in happening.dates)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    nearest = min(fitting, key=lambda happening: min(_distance(each, other) for other in happening.told))
    return nearest if any(other.statement.relation == each.statement.relation for other in nearest.told) else None


def _distance(one: Told, other: Told) -> tuple[bool, int]:
    return one.order[0] != other.order[0], abs(one.order[1] - other.order[1])


def join_details(components: Components, document: Sequence[Told]) -> None:
    """What is undated and names nobody else tells more of the only deed of its kind before it that names somebody."""
    deeds = [each for each in document if _is_deed(each) and not _is_once_more(each)]
    anchors: dict[Hashable, dict[str, Told]] = defaultdict(dict)
    for each in deeds:
        if each.statement.object.kind in NAMED:
            anchors[_doing(each)].setdefault(components.find(each.id), each)
    for anchor, each in list(_details(components, deeds, anchors)):
        components.join(anchor.id, each.id, Reason.DETAIL)


def _is_deed(each: Told) -> bool:
    return is_plain(each) and quad(EventType(each.act.event_type)) in DEEDS


def _details(
    components: Components, deeds: Sequence[Told], anchors: Mapping[Hashable, Mapping[str, Told]]
) -> Iterator[tuple[Told, Told]]:
    for each in deeds:
        found = anchors.get(_doing(each), {})
        if len(found) == 1 and each.statement.object.kind not in NAMED and not components.dates(each.id):
            anchor = next(iter(found.values()))
            if anchor.order < each.order and anchor.statement.sentence.id != each.statement.sentence.id:
                yield anchor, each


def join_days(components: Components, told: Sequence[Told]) -> None:
    """An equal act on an equal day is one, in whichever article; first what names the day itself."""
    first: dict[Hashable, Told] = {}
    for each in sorted(told, key=lambda each: day(each.date) is None):
        on = day(most_exact(components.dates(each.id)))
        if on is not None:
            owner = first.setdefault((each.act, on), each)
            components.join(owner.id, each.id, Reason.SAME_DAY)
