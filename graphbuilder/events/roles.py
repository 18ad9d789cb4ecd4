"""Who takes part in an event and how: what most of its statements say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graphbuilder.captions import caption
from graphbuilder.events.acts import NAMED, ordered
from graphbuilder.model import EventType, Kind, Statement, Status


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties by id: who acts and upon whom; those who take part alike are in either."""

    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    symmetric: bool


def find_roles(statements: Sequence[Statement]) -> Roles:
    """Of two the way that most statements tell; of more who acts in any of them, and who only suffers."""
    pairs = sorted({ordered(each.subject.id, each.object.id) for each in statements})
    parties = sorted({party for pair in pairs for party in pair})
    if len(pairs) == 1:
        return _pair_roles(pairs[0], statements)
    if all(each.symmetric for each in statements) and pairs == list(combinations(parties, 2)):
        return Roles(tuple(parties), (), symmetric=True)
    return _joint_roles(parties, statements)


def _pair_roles(pair: tuple[str, str], statements: Sequence[Statement]) -> Roles:
    one, other = pair
    ways = Counter((each.subject.id, each.object.id) for each in statements if not each.symmetric)
    if ways[one, other] == ways[other, one]:
        return Roles((one,), (other,), symmetric=True)
    subject, object_ = max(ways, key=lambda way: ways[way])
    return Roles((subject,), (object_,), symmetric=False)


def _joint_roles(parties: Sequence[str], statements: Sequence[Statement]) -> Roles:
    directed = [each for each in statements if not each.symmetric] or statements
    acting = {each.subject.id for each in directed}
    suffering = {each.object.id for each in directed} - acting
    alike = {party for each in statements for party in (each.subject.id, each.object.id)} - acting - suffering
    subjects = [party for party in parties if party in acting | alike]
    objects = [party for party in parties if party in suffering]
    return Roles(tuple(subjects), tuple(objects), symmetric=not objects)


def find_type(statements: Iterable[Statement]) -> EventType:
    """The only type of an event, which also those tell that are of none of their own."""
    return next((each.event_type for each in statements if each.event_type is not EventType.OTHER), EventType.OTHER)


def find_relation(statements: Iterable[Statement], roles: Roles, event_type: EventType) -> str:
    """The words said most often the way the event goes; first those that tell its type, and that name to whom."""
    fitting = [each for each in statements if is_fitting(each, roles)]
    telling = [each for each in fitting if each.event_type is event_type] or fitting
    naming = [each for each in telling if each.object.kind in NAMED]
    return Counter(each.relation for each in naming or telling).most_common(1)[0][0]


def is_fitting(statement: Statement, roles: Roles) -> bool:
    """True for a statement that tells the event the way it goes."""
    way = statement.subject.id in roles.subjects and statement.object.id in roles.objects
    return way or roles.symmetric or statement.symmetric


def name_event(statements: Sequence[Statement], roles: Roles, relation: str, status: Status) -> str:
    """A caption of those who do what the relation says."""
    told = [each for each in statements if each.relation == relation and is_fitting(each, roles)]
    parties = {party.id: party for each in reversed(told) for party in (each.subject, each.object)}
    acting = [parties[each] for each in roles.subjects if each in parties]
    suffering = [parties[each] for each in roles.objects if each in parties]
    if not acting or not suffering:
        everybody = acting or suffering
        acting, suffering = everybody[:1], everybody[1:] or everybody
    names = [list_names([party.name for party in acting]), *(party.name for party in suffering)]
    plural = len(acting) > 1 or (acting[0].kind is Kind.GROUP and acting[0].name.partition(" (")[0].endswith("s"))
    return caption(names, _as_told(told[0]), event_type=told[0].event_type, status=status, plural=plural)


def _as_told(statement: Statement) -> str:
    """The relation with the noun before its preposition in the number that the sentence has ("deliver weapons to")."""
    words = statement.relation.split()
    if len(words) > 2:
        said = {word.strip(".,;:\"'") for word in statement.sentence.text.lower().split()}
        noun = words[-2]
        words[-2] = f"{noun}s" if noun not in said and f"{noun}s" in said else noun
    return " ".join(words)


def list_names(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
