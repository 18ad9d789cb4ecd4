"""Roles: "the Russian president" -> whom the article calls so, the holder at the date, or the office."""

from __future__ import annotations

from graphbuilder.coref.demonyms import owners_of
from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.groups import DEFINITE, Description
from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.grammar.role import postposed_name, title_words, token_phrase
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.mentions import theme_phrase
from graphbuilder.names.referents import Referent
from graphbuilder.syntax import Token

NEAR = 6
"""Tokens from an office to what it is of."""
GOVERNED = frozenset((Kind.STATE, Kind.ORGANIZATION, Kind.PLACE))
"""What has offices."""

INDEFINITE = frozenset(("a", "an", "another", "one"))


def resolve_role(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """One holder of a title, by the owner of the title, else by who bore it last."""
    words = title_words(description.noun, discourse.lexicon)
    if description.plural or not words:
        return None
    named = postposed_name(description.noun, discourse.lexicon)
    if named is not None and named.i in discourse.named:
        return (Link(discourse.named[named.i][1], description.start, named.i + 1, "role.named"),)
    beside = person_beside(discourse, description) or person_behind(discourse, description)
    if beside is not None:
        return (beside,)
    title = token_phrase(words)
    owners = owners_of(discourse, description.noun)
    if is_open(discourse, description, title):
        return ()  # any holder, or one to come
    if is_past(description):
        return unnamed(discourse, description, owners)  # who held it is not settled by who holds it now
    person = None if is_one_of_several(description, discourse.lexicon) else holder_for(discourse, title, owners)
    if person is not None:
        return (Link(person, description.start, description.end, "role"),)
    bodies = [owner for owner in owners if owner.kind in GOVERNED]
    if bodies:
        office = office_of(discourse, title, bodies[0])
        office.represents = bodies[0] if words[-1].lower_ in discourse.lexicon.words["person.voices"] else None
        discourse.bearers.setdefault(title, []).append(office)
        return (Link(office, description.start, description.end, "office"),)
    return resolve_recent(discourse, description, title) or unnamed(discourse, description, owners)


def resolve_offices(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "The presidents of Oman and Kenya": who holds the office in each of the states, else the office."""
    title = plural_title(description, discourse.lexicon) if description.plural else None
    if title is None:
        return None
    states = coordinated_states(discourse, description.noun)
    if len(states) < 2:
        return None
    holders = (holder_for(discourse, title, [state]) or office_of(discourse, title, state) for state in states)
    return tuple(Link(holder, description.start, description.end, "office") for holder in holders)


def plural_title(description: Description, lexicon: Lexicon) -> str | None:
    """The title of "the foreign ministers" as one person bears it; of mere "ministers" a state has many."""
    noun, titles, leaders = description.noun, lexicon.words["person.titles"], lexicon.words["person.leaders"]
    before = [child.lower_ for child in noun.lefts if child.dep_ in ("amod", "compound")]
    phrases = (" ".join((*before[start:], description.lemma)) for start in range(len(before) + 1))
    return next((one for one in phrases if one in leaders or (" " in one and one in titles)), None)


def coordinated_states(discourse: Discourse, noun: Token) -> list[Referent]:
    """The states of an of-phrase, each once."""
    parties = [one for name, _, party in obliques(noun) if name == "of" for one in coordinated(party)]
    links = (link.referent for party in parties for link in discourse.resolve(party))
    return list(dict.fromkeys(one for one in links if one.kind is Kind.STATE))


def office_of(discourse: Discourse, title: str, owner: Referent) -> Referent:
    """The office of a state or body, whoever holds it."""
    office = discourse.register.of_text(f"{title} of {owner.name}", Kind.PERSON)
    office.affiliation = owner
    return office


def resolve_recent(discourse: Discourse, description: Description, title: str) -> tuple[Link, ...]:
    """Who bore the title last."""
    recent = latest_holder(discourse, title, description)
    return (Link(recent, description.start, description.end, "role.recent"),) if recent is not None else ()


def unnamed(discourse: Discourse, description: Description, owners: list[Referent]) -> tuple[Link, ...]:
    """As in "a former planning minister", "the captain of a ship": told from others by the words beside the title."""
    beside = description.noun.dep_ == "appos" or not any(True for _ in children(description.noun, "det", "poss"))
    if beside:
        return ()  # he is the one beside whom the title stands, if not always where the parser sees it
    start, end = theme_phrase(description.noun)
    words = [word.text for word in title_words(description.noun, discourse.lexicon)]
    title = " ".join(words).lower()
    name = discourse.phrase_name(start, end).replace(" ".join(words), title)
    if name.lower() in (description.noun.lower_, title):
        if title not in discourse.lexicon.words["person.leaders"] or not is_definite(description):
            return ()  # "a minister", "the secretary"; but "the prime minister" is that of the country spoken of
        name = title
    return (Link(discourse.describe(name, Kind.PERSON, owners), start, end, "person"),)


def person_beside(discourse: Discourse, description: Description) -> Link | None:
    """The person of "US President X" where the parser takes title and name apart."""
    after = description.noun.i + 1
    if after not in discourse.named:
        return None
    name, referent = discourse.named[after]
    return Link(referent, description.start, name.end, "role.named") if referent.kind is Kind.PERSON else None


def is_definite(description: Description) -> bool:
    """True for "the president", not for "a president" or "any president"."""
    return any(child.lower_ == "the" for child in children(description.noun, "det"))


def person_behind(discourse: Discourse, description: Description) -> Link | None:
    """The person of "the governor of Bohol, X, said": between commas behind the office and what it is of."""
    noun = description.noun
    last = max([noun.i, *(party.i for _, _, party in obliques(noun) if noun.i < party.i <= noun.i + NEAR)])
    found = discourse.named.get(last + 2)
    if found is None or noun.doc[last + 1].text != "," or found[0].start != last + 2:
        return None
    name, referent = found
    closed = name.end < len(noun.doc) and noun.doc[name.end].text == "," and " " in name.text
    person = closed and referent.kind is Kind.PERSON and name.end - 1 < noun.sent.end
    return Link(referent, description.start, last + 1, "role.named") if person else None


def resolve_counterpart(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "his Danish counterpart": who holds in the other state the office that he holds."""
    if description.plural or description.lemma not in discourse.lexicon.words["person.peers"]:
        return None
    owners = owners_of(discourse, description.noun)
    states = [owner for owner in owners if owner.kind is Kind.STATE]
    persons = [owner for owner in owners if owner.kind is Kind.PERSON]
    titles = titles_of(discourse, persons[0]) if len(persons) == len(states) == 1 else []
    for title in titles:
        person = holder_for(discourse, title, states)
        if person is not None and person is not persons[0]:
            return (Link(person, description.start, description.end, "role"),)
    if len(titles) != 1:
        return None
    office = office_of(discourse, titles[0], states[0])
    return (Link(office, description.start, description.end, "office"),)


def titles_of(discourse: Discourse, person: Referent) -> list[str]:
    """The offices that a person holds: by the article, else by the dated table."""
    by_role = [title for (title, _), holder in discourse.roles.items() if holder is person]
    by_title = [title for title, bearers in discourse.bearers.items() if title and person in bearers]
    return list(dict.fromkeys(by_role + by_title)) or discourse.register.titles_of(person.name)


def is_past(description: Description) -> bool:
    """True for "the former president"."""
    words = description.noun.doc[description.start : description.end]
    return any(word.lower_ in ("former", "ex", "late", "previous", "then") for word in words)


def is_open(discourse: Discourse, description: Description, title: str) -> bool:
    """True for an office of one holder where any or the first or next is spoken of: "a US president"."""
    words = discourse.lexicon.words
    if title not in words["person.leaders"]:
        return False
    left = children(description.noun, "det", "amod")
    return any(child.lower_ in ("a", "an", "any", "every") or child.lower_ in words["noun.rank"] for child in left)


def is_one_of_several(description: Description, lexicon: Lexicon) -> bool:
    """True for "a spokesman for the army", which has more than the one whom everybody knows."""
    indefinite = any(child.lower_ in ("a", "an") for child in children(description.noun, "det"))
    return indefinite and description.lemma in lexicon.words["person.voices"]


def holder_for(discourse: Discourse, title: str, owners: list[Referent]) -> Referent | None:
    """Who holds the title of one of the owners: by the article, then by the dated table."""
    for owner in owners:
        person = discourse.roles.get((title, owner.id))
        if person is not None:
            return person
    bearers = discourse.bearers.get(title, [])
    if owners and len(bearers) == 1 and bearers[0].affiliation is None:
        return bearers[0]
    holders = (discourse.register.holder(title, owner.name) for owner in owners)
    return next((person for person in holders if person is not None), None)


def latest_holder(discourse: Discourse, title: str, description: Description) -> Referent | None:
    """The person mentioned last who bears the title ("the president" after "the French president")."""
    if not any(child.lower_ in DEFINITE for child in description.noun.children):
        return None
    deputies = discourse.lexicon.words["person.deputies"]
    holders = [
        person
        for (role, _), person in discourse.roles.items()
        if role == title or (role.endswith(f" {title}") and deputies.isdisjoint(role.split()))
    ]
    holders += discourse.bearers.get(title, [])
    beside = [one for name in description.noun.conjuncts for one in named_at(discourse, name)]
    for sighting in reversed(discourse.sightings):
        if sighting.token < description.noun.i and sighting.referent in holders and sighting.referent not in beside:
            return sighting.referent
    return None


def named_at(discourse: Discourse, token: Token) -> list[Referent]:
    """The bearer of the name that stands at a token."""
    return [discourse.named[token.i][1]] if token.i in discourse.named else []


def resolve_person(discourse: Discourse, description: Description) -> tuple[Link, ...] | None:
    """As in "A Canadian lawyer": one person without a name, kept only with words that tell him from others."""
    words, lemma = discourse.lexicon.words, description.lemma
    if lemma not in words["person.roles"] and lemma not in words["kinship.nouns"]:
        return None
    start, end = theme_phrase(description.noun)
    owners = owners_of(discourse, description.noun)
    known = next((one for owner in owners if (one := discourse.roles.get((lemma, owner.id)))), None)
    if known is not None and not description.plural:
        return (Link(known, description.start, description.end, "role"),)
    name = discourse.phrase_name(start, end)
    gender = gender_by_noun(lemma, discourse.lexicon)
    bare = name.lower() == description.noun.lower_ and lemma not in words["organization.armed"]
    related = bare and is_of_person(discourse, description.noun)
    unknown = (child.lower_ in INDEFINITE or child.tag_ == "PRP$" for child in description.noun.children)
    if bare and not related and not any(unknown):
        return ()
    person = discourse.describe(name, Kind.PERSON, owners)
    person.gender = person.gender or gender
    return (Link(person, start, end, "person.bare" if bare and not related else "person"),)


def is_of_person(discourse: Discourse, noun: Token) -> bool:
    """True for "his father" and "Doe's mother", who are told from others by whose they are."""
    owners = [link.referent for child in children(noun, "poss") for link in discourse.resolve(child)]
    return len(owners) == 1 and owners[0].kind is Kind.PERSON and owners[0].is_named


def gender_by_noun(lemma: str, lexicon: Lexicon) -> str | None:
    """The gender that a noun tells ("gunman", "actress")."""
    return next((gender for gender in ("male", "female") if lemma in lexicon.words[f"person.{gender}"]), None)
