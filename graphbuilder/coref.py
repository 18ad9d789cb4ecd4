"""Who is meant: noun phrases, descriptions and pronouns -> referents of the article. No link where two candidates tie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from graphbuilder.grammar.arguments import children, coordinated, obliques
from graphbuilder.grammar.role import title_words
from graphbuilder.lexicon import Lexicon
from graphbuilder.mentions import Name, noun_phrase, theme_name, theme_phrase
from graphbuilder.model import Kind
from graphbuilder.referents import Referent, Register

WINDOW = 3
PERSONAL = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "both"))
MODIFIERS = ("poss", "amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Link:
    """A noun phrase and who it is: its tokens (`start` inclusive, `end` exclusive), and the rule that says so."""

    referent: Referent
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A referent was mentioned at this token; subjects are remembered better."""

    token: int
    sentence: int
    referent: Referent
    subject: bool


@dataclass(slots=True)
class Discourse:
    """What is known of one article while its noun phrases are resolved, in text order."""

    doc: Doc
    lexicon: Lexicon
    register: Register
    named: dict[int, tuple[Name, Referent]]
    sentence_of: list[int]
    source_of: Callable[[Token], Token | None]
    sightings: list[Sighting] = field(default_factory=list)
    roles: dict[tuple[str, str], Referent] = field(default_factory=dict)
    links: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    descriptions: dict[str, Referent] = field(default_factory=dict)

    def resolve(self, token: Token) -> tuple[Link, ...]:
        """Who the noun phrase headed by this token is; empty where nobody can be named."""
        if token.i not in self.links:
            self.links[token.i] = ()  # a description that leads back to itself finds nobody
            self.links[token.i] = found = resolve_token(self, token)
            if token.i not in self.named:
                self._remember(token, found)
        return self.links[token.i]

    def _remember(self, token: Token, found: tuple[Link, ...]) -> None:
        for link in found:
            self.sightings.append(see(self, token, link.referent))
        if found:
            self.sightings.sort(key=lambda sighting: sighting.token)


def see(discourse: Discourse, token: Token, referent: Referent) -> Sighting:
    """A mention of a referent as the history keeps it."""
    head = token
    while head.dep_ in ("compound", "conj", "appos") and head.head != head:
        head = head.head
    return Sighting(token.i, discourse.sentence_of[token.i], referent, head.dep_ in ("nsubj", "nsubjpass"))


def open_history(discourse: Discourse) -> None:
    """All named mentions, before any description or pronoun is resolved."""
    seen = -1
    for index, (name, referent) in discourse.named.items():
        if name.start != seen:
            seen = name.start
            discourse.sightings.append(see(discourse, discourse.doc[name.end - 1], referent))
        del index
    discourse.sightings.sort(key=lambda sighting: sighting.token)


def resolve_token(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """The first rule that knows: name, pronoun, demonym, role, body, group, theme."""
    if token.i in discourse.named:
        name, referent = discourse.named[token.i]
        return (Link(referent, name.start, name.end, "name"),)
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return resolve_pronoun(discourse, token)
    state = state_of(discourse, token)
    if state is not None:
        return resolve_demonym(discourse, token, state)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "X"):
        return ()
    return resolve_description(discourse, token)


def state_of(discourse: Discourse, token: Token) -> Referent | None:
    """The state of a demonym or of an adjective made of its name ("Russian", "North Korean", "US")."""
    demonyms = discourse.lexicon.demonyms
    actor = demonyms.get(f"{token.nbor(-1).lower_} {token.lower_}") if token.i else None
    actor = actor or (demonyms.get(token.lower_) if not token.is_lower else None)
    return discourse.register.of_actor(actor) if actor else None


def resolve_demonym(discourse: Discourse, token: Token, state: Referent) -> tuple[Link, ...]:
    """"The Russian" before a noun is the state; "Israelis" is a group of people."""
    if token.dep_ in MODIFIERS or token.pos_ == "ADJ":
        return (Link(state, token.i, token.i + 1, "demonym"),)
    start, end = noun_phrase(token)
    if token.tag_ in ("NNS", "NNPS"):
        group = discourse.register.of_text(theme_name(discourse.doc, start, end), Kind.GROUP)
        group.plural = True
        return (Link(group, start, end, "demonym.people"),)
    return (Link(state, token.i, token.i + 1, "demonym"),)


def owners_of(discourse: Discourse, noun: Token) -> list[Referent]:
    """The states and bodies that a description belongs to: modifiers, possessor, of-phrase."""
    tokens = [child for child in children(noun, *MODIFIERS)]
    tokens += [party for name, _, party in obliques(noun) if name in ("of", "for", "from", "in", "at", "to")]
    found: list[Referent] = []
    for token in tokens:
        state = state_of(discourse, token)
        if state is not None:
            found.append(state)
        elif token.i in discourse.named or token.tag_ == "PRP$" or token.dep_ in ("poss", "pobj"):
            found.extend(link.referent for link in discourse.resolve(token))
    return found


def resolve_description(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    """A common noun: who holds the role, which body or group it is, or what thing."""
    words, lemma = discourse.lexicon.words, noun.lemma_.lower()
    start, end = noun_phrase(noun)
    named = _apposed_name(discourse, noun)
    if named is not None:
        return (Link(named, start, end, "apposition"),)
    if lemma in words["quantity.nouns"]:
        return _transparent(discourse, noun)
    if lemma in words["time.nouns"] or noun.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"):
        return ()
    plural = noun.tag_ in ("NNS", "NNPS")
    if not plural and title_words(noun, discourse.lexicon):
        return resolve_role(discourse, noun)
    for resolver in (_pair, _state_body, _country, _body, _group, _person_noun):
        found = resolver(discourse, noun, plural=plural)
        if found is not None:
            return (found,) if isinstance(found, Link) else found
    return _theme(discourse, noun)


def _apposed_name(discourse: Discourse, noun: Token) -> Referent | None:
    for child in children(noun, "appos"):
        if child.i in discourse.named and child.pos_ == "PROPN":
            return discourse.named[child.i][1]
    return None


def _transparent(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    for name, _, party in obliques(noun):
        if name == "of":
            return tuple(link for one in coordinated(party) for link in discourse.resolve(one))
    return ()


def resolve_role(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    """"The Russian president": whom the article gave this role, else the holder at the date, else the office itself."""
    start, end = noun_phrase(noun)
    title = " ".join(word.lower_ for word in title_words(noun, discourse.lexicon))
    owners = owners_of(discourse, noun)
    for owner in owners:
        person = discourse.roles.get((title, owner.id)) or discourse.register.holder(title, owner.name)
        if person is not None:
            return (Link(person, start, end, "role"),)
    if owners:
        office = discourse.register.of_text(f"{title} of {owners[0].name}", Kind.PERSON)
        return (Link(office, start, end, "office"),)
    holders = [person for (role, _), person in discourse.roles.items() if role == title or role.endswith(f" {title}")]
    recent = [s.referent for s in discourse.sightings if s.token < noun.i and s.referent in holders]
    definite = any(child.lower_ in DEFINITE for child in noun.children)
    return (Link(recent[-1], start, end, "role.recent"),) if recent and definite else ()


def _pair(discourse: Discourse, noun: Token, *, plural: bool) -> tuple[Link, ...] | None:
    """"The two leaders", "both countries": the last two of that kind."""
    words, lemma = discourse.lexicon.words, noun.lemma_.lower()
    two = any(child.lower_ in ("two", "both") for child in noun.children)
    if not (plural and two):
        return None
    kinds = (Kind.STATE,) if lemma in words["group.states"] else (Kind.PERSON,) if lemma in words["group.persons"] else ()
    recent: list[Referent] = []
    for sighting in reversed(discourse.sightings):
        if sighting.token < noun.i and sighting.referent.kind in kinds and sighting.referent not in recent:
            recent.append(sighting.referent)
    start, end = noun_phrase(noun)
    return tuple(Link(referent, start, end, "pair") for referent in reversed(recent[:2])) if len(recent) > 1 else None


def _state_body(discourse: Discourse, noun: Token, *, plural: bool) -> Link | None:
    """"The Russian government", "Ukrainian officials": the state."""
    lemma = noun.lemma_.lower()
    if lemma not in discourse.lexicon.words["organization.state_bodies"]:
        return None
    start, end = noun_phrase(noun)
    for owner in owners_of(discourse, noun):
        if owner.kind is Kind.STATE:
            return Link(owner, start, end, "government")
    return None


def _country(discourse: Discourse, noun: Token, *, plural: bool) -> Link | tuple[Link, ...] | None:
    """"The country", "the nation": the state mentioned last."""
    if plural or noun.lemma_.lower() not in ("country", "nation"):
        return None
    start, end = noun_phrase(noun)
    if any(child.dep_ == "poss" for child in noun.children):
        persons = owners_of(discourse, noun)
        state = persons[0].affiliation if persons else None
        return Link(state, start, end, "country.own") if state else ()
    for sighting in reversed(discourse.sightings):
        if sighting.token < noun.i and sighting.referent.kind is Kind.STATE:
            return Link(sighting.referent, start, end, "country")
    return ()


def _body(discourse: Discourse, noun: Token, *, plural: bool) -> Link | tuple[Link, ...] | None:
    """"The Israeli police", "the court": a body by its words, or the one named before that they fit."""
    words, lemma = discourse.lexicon.words, noun.lemma_.lower()
    armed = lemma in words["organization.armed"]
    if not armed and lemma not in words["organization.bodies"] and lemma not in words["organization.state_bodies"]:
        return None
    if plural and not armed:
        return None
    start, end = noun_phrase(noun)
    owners = owners_of(discourse, noun)
    if not owners:
        known = _latest_with_noun(discourse, noun, lemma)
        if known is not None:
            return Link(known, start, end, "body.known")
    name = theme_name(discourse.doc, start, end)
    if not owners and name.lower() == noun.lower_ and not armed:
        return ()
    referent = discourse.register.of_text(name, Kind.GROUP if plural and not owners else Kind.ORGANIZATION)
    referent.nouns.add(lemma)
    return Link(referent, start, end, "body")


def _latest_with_noun(discourse: Discourse, noun: Token, lemma: str) -> Referent | None:
    for sighting in reversed(discourse.sightings):
        referent = sighting.referent
        if sighting.token < noun.i and referent.kind is Kind.ORGANIZATION:
            if lemma in referent.nouns or lemma in referent.name.lower().split():
                return referent
    return None


def _group(discourse: Discourse, noun: Token, *, plural: bool) -> Link | None:
    """"Protesters", "EU leaders", "neighbouring countries"."""
    words, lemma = discourse.lexicon.words, noun.lemma_.lower()
    if not (plural and (lemma in words["group.nouns"] or lemma in words["person.roles"] or lemma in words["organization.bodies"]
            or title_words(noun, discourse.lexicon) or lemma in words["person.titles"]) or lemma in words["group.collective"]):  # fmt: skip
        return None
    start, end = theme_phrase(noun)
    referent = discourse.register.of_text(theme_name(discourse.doc, start, end), Kind.GROUP)
    referent.plural = True
    return Link(referent, start, end, "group")


def _person_noun(discourse: Discourse, noun: Token, *, plural: bool) -> Link | tuple[Link, ...] | None:
    """"A lawyer": one person without a name, kept only with words that tell him from others."""
    words, lemma = discourse.lexicon.words, noun.lemma_.lower()
    if lemma not in words["person.roles"] and lemma not in words["kinship.nouns"]:
        return None
    start, end = theme_phrase(noun)
    name = theme_name(discourse.doc, start, end)
    if name.lower() == noun.lower_:
        return ()
    return Link(discourse.register.of_text(name, Kind.PERSON), start, end, "person")


def _theme(discourse: Discourse, noun: Token) -> tuple[Link, ...]:
    """A thing: its phrase, or the fuller phrase with the same head that "the" or "this" takes up."""
    words, lemma = discourse.lexicon.words, noun.lemma_.lower()
    start, end = theme_phrase(noun)
    name = theme_name(discourse.doc, start, end)
    bare = name.lower() == noun.lower_
    if bare and lemma in discourse.descriptions and any(child.lower_ in DEFINITE for child in noun.children):
        return (Link(discourse.descriptions[lemma], start, end, "theme.known"),)
    if lemma in words["light.nouns"] and (bare or noun.pos_ != "PROPN"):
        return ()
    kind = Kind.PLACE if lemma in words["place.nouns"] else Kind.THEME
    referent = discourse.register.of_text(name, kind)
    referent.nouns.add(lemma)
    if not bare:
        discourse.descriptions[lemma] = referent
    return (Link(referent, start, end, "theme.bare" if bare and noun.pos_ != "PROPN" else "theme"),)


def resolve_pronoun(discourse: Discourse, token: Token) -> tuple[Link, ...]:
    """A pronoun -> its antecedent: the speaker for I and we, else the most salient that agrees."""
    words, lower = discourse.lexicon.words, token.lower_
    if lower in words["pronoun.speaker"] or lower in words["pronoun.side"]:
        return _first_person(discourse, token, side=lower in words["pronoun.side"])
    fits = agreement(lower)
    if fits is None or _expletive(token):
        return ()
    referent = most_salient(discourse, token, fits)
    if referent is None:
        return ()
    if lower in PERSONAL:
        referent.gender = PERSONAL[lower]
    return (Link(referent, token.i, token.i + 1, "pronoun"),)


def _first_person(discourse: Discourse, token: Token, *, side: bool) -> tuple[Link, ...]:
    source = discourse.source_of(token)
    if source is None:
        return ()
    for link in discourse.resolve(source):
        referent = link.referent
        if side and referent.affiliation is not None:
            referent = referent.affiliation
        return (Link(referent, token.i, token.i + 1, "speaker"),)
    return ()


def agreement(lower: str) -> Callable[[Referent], bool] | None:
    """The test that a pronoun's antecedent must pass; None for pronouns that are not resolved."""
    if lower in PERSONAL:
        gender = PERSONAL[lower]
        return lambda referent: referent.kind is Kind.PERSON and referent.gender in (None, gender)
    if lower in NEUTER:
        kinds = (Kind.STATE, Kind.ORGANIZATION, Kind.THEME)
        return lambda referent: referent.kind in kinds and not referent.plural
    if lower in PLURAL:
        return lambda referent: referent.plural or referent.kind in (Kind.ORGANIZATION, Kind.GROUP)
    return None


def _expletive(token: Token) -> bool:
    """"It is hoped that", "it seems"."""
    if token.lower_ != "it":
        return False
    verb = token.head
    clause = any(child.dep_ in ("ccomp", "csubj", "xcomp", "acomp") for child in verb.children)
    return token.dep_ == "expl" or (verb.lemma_ in ("be", "seem", "appear", "take") and clause) or (
        token.dep_ == "nsubjpass" and any(child.dep_ == "ccomp" for child in verb.children)
    )


def most_salient(discourse: Discourse, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
    """The best antecedent in the last sentences: subjects and near ones first; None where two tie."""
    here = discourse.sentence_of[token.i]
    clause_mates = _clause_mates(discourse, token)
    scores: dict[int, tuple[float, Referent]] = {}
    for sighting in discourse.sightings:
        distance = here - sighting.sentence
        if sighting.token >= token.i or distance > WINDOW or not fits(sighting.referent):
            continue
        if sighting.referent in clause_mates:
            continue
        score = (2.0 if sighting.subject else 0.0) - 1.5 * distance + 0.002 * (sighting.token - token.i)
        old = scores.get(id(sighting.referent))
        scores[id(sighting.referent)] = max(old, (score, sighting.referent), key=lambda pair: pair[0]) if old else (score, sighting.referent)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.004:
        return None
    return ranked[0][1] if ranked else None


def _clause_mates(discourse: Discourse, token: Token) -> list[Referent]:
    """Who an object pronoun cannot be: the subject of its own verb."""
    if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_.endswith("self"):
        return []
    verb = token.head if token.dep_ != "pobj" else token.head.head
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return [link.referent for subject in subjects if subject.i < token.i for link in discourse.resolve(subject)]
