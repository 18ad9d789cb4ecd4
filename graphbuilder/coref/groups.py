"""Groups: "protesters", "EU leaders", and pairs such as "the two leaders"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graphbuilder.coref.demonyms import owners_of
from graphbuilder.coref.discourse import Discourse, Link, Sighting
from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.mentions import LEFT, noun_phrase, theme_phrase
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import SUBJECT, Token
from graphbuilder.values import value

DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "both"))
REACH = 2
SIDES = frozenset(("party", "side"))
"""These are any two who deal with each other, so states only where two stand side by side."""
GROUP_LISTS = ("group.nouns", "person.roles", "person.titles", "organization.bodies")


@value
class Description:
    """A common noun with its phrase: tokens `start` to `end` (exclusive), lemma in lower case, number."""

    noun: Token
    start: int
    end: int
    lemma: str
    plural: bool


def describe(noun: Token) -> Description:
    """The description that a common noun heads."""
    start, end = noun_phrase(noun)
    return Description(noun, start, end, noun.lemma_.lower(), noun.tag_ in ("NNS", "NNPS"))


def resolve_pair(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "both countries": the last two states; "the two leaders": the two whom the article speaks of most."""
    if not description.plural or not any(child.lower_ in ("two", "both") for child in description.noun.children):
        return None
    if any(_tells_apart(child, discourse.lexicon) for child in description.noun.children):
        return None  # "the two breakaway republics" are two others
    kind = _kind_of_pair(description.lemma, discourse.lexicon)
    if kind is Kind.STATE:
        alone = description.lemma in SIDES
        couple = (last_couple if alone else two_states)(discourse, description.noun)
        return _as_pair(description, couple) or None
    counts: Counter[Referent] = Counter()
    for sighting in discourse.sightings:
        if sighting.token < description.noun.i and sighting.referent.kind is kind:
            counts[sighting.referent] = counts.pop(sighting.referent, 0) + 1  # the last mentioned comes last
    recent = list(counts)[::-1]
    if kind is Kind.PERSON:
        leaders = [person for person in recent if is_leader(person, discourse.lexicon)]
        recent = sorted(leaders if len(leaders) > 1 else recent, key=lambda person: -counts[person])
    if len(recent) < 2:
        return None
    return _as_pair(description, reversed(recent[:2]))


def _as_pair(description: Description, referents: Iterable[Referent]) -> tuple[Link, ...]:
    """The description as each of those whom it means together."""
    return tuple(Link(referent, description.start, description.end, "pair") for referent in referents)


def _tells_apart(child: Token, lexicon: Lexicon) -> bool:
    """True for a word beside "the two republics" that says which: not for "neighbouring", "rival", "Asian"."""
    if child.dep_ == "relcl":
        return True
    plain = child.ent_type_ or child.lower_ in lexicon.words["group.opposed"] | lexicon.words["vague.adjectives"]
    return child.dep_ in ("amod", "compound") and child.lower_ != "two" and not plain


def resolve_couple(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "Chad and Mali met; the nations agreed": the two states that were named side by side."""
    noun = description.noun
    if not description.plural or description.lemma not in discourse.lexicon.words["group.states"]:
        return None
    plain = [child.lower_ for child in noun.children] == ["the"] and noun.dep_ in SUBJECT
    couple = last_couple(discourse, noun) if plain else []
    return _as_pair(description, couple) or None


def last_couple(discourse: Discourse, noun: Token, *, reach: int = 1) -> list[Referent]:
    """The two states coordinated last, so many sentences back at most; empty where more or others stand there."""
    for sighting in reversed(discourse.sightings):
        if discourse.sentence_of[noun.i] - sighting.sentence > reach:
            return []
        if sighting.token < noun.i and sighting.coordinated and sighting.referent.kind is Kind.STATE:
            mention = discourse.doc[sighting.token]
            members = sorted({mention.i, *(other.i for other in mention.conjuncts)})
            states = [discourse.named[index][1] for index in members if index in discourse.named]
            alike = all(one.kind is Kind.STATE for one in states)
            return states if alike and len(states) == len(members) == 2 else []
    return []


def two_states(discourse: Discourse, noun: Token) -> list[Referent]:
    """The two states of this sentence, else the last couple, else the two here and before, else those told of most."""
    here, beside = discourse.sentence_of[noun.i], _dealing_with(discourse, noun)
    before = [one for one in discourse.sightings if one.token < noun.i and one.referent not in beside]
    seen = [one for one in before if one.referent.kind is Kind.STATE]
    near = [list(dict.fromkeys(one.referent for one in seen if here - one.sentence <= far)) for far in range(REACH + 1)]
    if len(near[0]) == 2:
        return near[0]
    only = next((states for states in near if len(states) == 2), [])
    return last_couple(discourse, noun) or only or _told_of_most(seen, last_couple(discourse, noun, reach=here))


def _dealing_with(discourse: Discourse, noun: Token) -> set[Referent]:
    """Who is none of the two: what their phrase belongs to and who acts on them ("A, an ally of both countries")."""
    above = list(noun.ancestors)
    verb = next((token for token in above if token.pos_ == "VERB"), noun)
    acting = [child for child in verb.lefts if child.dep_ in SUBJECT and child not in (noun, *above)]
    return {discourse.named[one.i][1] for one in (*above, *acting) if one.i in discourse.named}


def _told_of_most(seen: list[Sighting], couple: list[Referent]) -> list[Referent]:
    """A couple from further back that was mentioned again, else the two mentioned most; empty on a tie."""
    counts = Counter(one.referent for one in seen)
    if couple and all(counts[one] > 1 for one in couple):
        return couple
    ranked = counts.most_common(3)
    tied = len(ranked) == 3 and ranked[1][1] == ranked[2][1]
    return [] if tied or len(ranked) < 2 else [state for state, _ in ranked[:2]]


def resolve_the_two(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """As in "The two also discussed trade": the only two persons, else states, of the last sentences."""
    definite = token.lower_ == "both" or any(child.lower_ == "the" for child in token.children)
    if token.lower_ not in ("two", "both") or not definite or token.dep_ not in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return ()
    start = noun_phrase(token)[0]
    for kind in (Kind.PERSON, Kind.STATE):
        near = recent(discourse, token, kind)
        if len(near) == 2:
            return tuple(Link(referent, start, token.i + 1, "pair") for referent in near)
    leaders = two_leaders(discourse, token)
    return tuple(Link(referent, start, token.i + 1, "pair") for referent in leaders)


def recent(discourse: Discourse, token: Token, kind: Kind) -> list[Referent]:
    """Those of a kind who were named in this sentence and the two before, in text order."""
    here = discourse.sentence_of[token.i]
    near = (
        sighting.referent
        for sighting in discourse.sightings
        if sighting.token < token.i and here - sighting.sentence <= REACH and not sighting.modifier
    )
    return list(dict.fromkeys(one for one in near if one.kind is kind and one.is_named))


def resolve_leaders(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "The leaders": two heads of state or government, where the article speaks of no third."""
    if description.lemma != "leader" or not description.plural:
        return None
    plain = all(child.lower_ == "the" or child.dep_ not in LEFT for child in description.noun.children)
    definite = any(child.lower_ == "the" for child in description.noun.children)
    if not plain or not definite:
        return None
    pair = two_leaders(discourse, description.noun)
    return _as_pair(description, pair) or None


def two_leaders(discourse: Discourse, token: Token) -> list[Referent]:
    """The two leaders named before; empty where there are fewer or more."""
    persons = dict.fromkeys(sighting.referent for sighting in discourse.sightings if sighting.token < token.i)
    leaders = [one for one in persons if one.kind is Kind.PERSON and is_leader(one, discourse.lexicon)]
    return leaders if len(leaders) == 2 else []


def is_leader(person: Referent, lexicon: Lexicon) -> bool:
    """True for a person whom the table knows as head of a state or government."""
    leaders = lexicon.words["person.leaders"]
    return any(office.holder == person.name and office.title in leaders for office in lexicon.offices)


def _kind_of_pair(lemma: str, lexicon: Lexicon) -> Kind | None:
    if lemma in lexicon.words["group.states"]:
        return Kind.STATE
    return Kind.PERSON if lemma in lexicon.words["group.persons"] else None


def resolve_parties(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "The Democratic and Republican Parties": the parties that its adjectives name."""
    if description.noun.lower_ != "parties":
        return None
    first = [child for child in description.noun.children if child.dep_ in ("amod", "compound", "nmod")]
    named = [one for child in first for one in (child, *child.conjuncts) if one.i < description.noun.i]
    found = [discourse.lexicon.actors.get(f"{one.lower_} party") for one in named]
    parties = [discourse.register.of_actor(actor) for actor in found if actor is not None]
    if len(parties) < 2:
        return None
    return _as_pair(description, parties)


def resolve_group(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "Protesters", "EU leaders", "neighbouring countries"."""
    if not is_group(description, discourse.lexicon):
        return None
    start, end = theme_phrase(description.noun)
    referent = discourse.describe(discourse.phrase_name(start, end), Kind.GROUP, owners_of(discourse, description.noun))
    referent.plural = True
    return (Link(referent, start, end, "group"),)


def is_work(description: Description, lexicon: Lexicon) -> bool:
    """True for what bodies run or offer ("hourly services"), not for "the security services" and "the NATO mission"."""
    lemma, noun = description.lemma, description.noun
    if lemma not in lexicon.words["organization.works"] or noun.pos_ == "PROPN":
        return False
    before = [child for child in noun.children if child.i < noun.i]
    known = any(one.lower_ in DEFINITE for one in before) or lemma in lexicon.words["place.nouns"]
    if not description.plural and known:
        return False
    return not any(one.pos_ == "PROPN" or one.lower_ in lexicon.words["organization.workers"] for one in before)


def is_group(description: Description, lexicon: Lexicon) -> bool:
    """True for plurals of nouns for persons and bodies, and for collectives ("the public")."""
    words, lemma = lexicon.words, description.lemma
    if lemma in words["group.collective"]:
        return True
    if not description.plural or is_work(description, lexicon):
        return False
    return any(lemma in words[name] for name in GROUP_LISTS) or bool(title_words(description.noun, lexicon))
