"""What is known of one article while it is read: who was named where, who holds which role, what was resolved."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter

from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.mentions import Name, theme_name
from graphbuilder.names.referents import Referent, Register
from graphbuilder.syntax import SUBJECT, Doc, Token
from graphbuilder.values import value

PLACE_OF_SIGHTING = attrgetter("token")
SENTENCE_OF_SIGHTING = attrgetter("sentence")
HEADLINE = 2
"""So many mentions is one in the headline worth."""


@value
class Link:
    """A noun phrase and who it is: its tokens (`start` inclusive, `end` exclusive), and the rule that says so."""

    referent: Referent
    start: int
    end: int
    rule: str


@value
class Sighting:
    """A referent was mentioned at this token; subjects are remembered better."""

    token: int
    sentence: int
    referent: Referent
    subject: bool
    named: bool
    coordinated: bool
    speaking: bool
    modifier: bool


@dataclass(slots=True)
class Discourse:
    """What is known of one article while its noun phrases are resolved, in text order."""

    doc: Doc
    lexicon: Lexicon
    register: Register
    named: dict[int, tuple[Name, Referent]]
    sentence_of: list[int]
    source_of: Callable[[Token], Token | None]
    resolver: Callable[[Discourse, Token], tuple[Link, ...]]
    quotation: list[int]
    sightings: list[Sighting] = field(default_factory=list)
    roles: dict[tuple[str, str], Referent] = field(default_factory=dict)
    links: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    descriptions: dict[str, list[tuple[int, Referent]]] = field(default_factory=dict)
    adjuncts: dict[str, list[Token]] = field(default_factory=dict)
    """The nouns after prepositions, by lemma: resolved where one of them is taken up."""
    bearers: dict[str, list[Referent]] = field(default_factory=dict)
    pending: list[Triple] = field(default_factory=list)
    """What is said with a pronoun of who is what to whom and is not yet learnt, the first last."""
    narrator: Referent | None = None
    addressee: Referent | None = None
    interview: bool = False
    headline: str = ""
    topics: list[Referent | None] = field(default_factory=list)

    def resolve(self, token: Token) -> tuple[Link, ...]:
        """Who the noun phrase headed by this token is; empty where nobody can be named."""
        found = self.links.get(token.i)
        if found is None:
            self.links[token.i] = ()  # a description that leads back to itself finds nobody
            self.links[token.i] = found = self.resolver(self, token)
            if token.i not in self.named:
                self._remember(token, found)
        return found

    def topic(self) -> Referent | None:
        """The state that the article names most, in its headline above all, else another party; counted once."""
        if not self.topics:
            self.topics.append(self._most_named())
        return self.topics[0]

    def _most_named(self) -> Referent | None:
        counts = Counter(sighting.referent for sighting in self.sightings if sighting.named)
        for kinds in ((Kind.STATE,), (Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE), tuple(Kind)):
            known = [referent for referent in counts if referent.kind in kinds and referent.is_named]
            if known:
                announced = self._in_headline() if kinds == (Kind.STATE,) else set()
                return max(known, key=lambda one: counts[one] + HEADLINE * (one.name in announced))
        return None

    def _in_headline(self) -> set[str]:
        """The names of the states that the headline tells of, by their demonyms too."""
        words = [word.strip("'\".,:;()’").removesuffix("'s").removesuffix("’s") for word in self.headline.split()]
        spelled = [" ".join(words[at : at + length]) for length in (1, 2, 3) for at in range(len(words))]
        tables = (self.lexicon.actors, self.lexicon.demonyms)
        return {
            table[one.lower()].name for one in spelled if one[:1].isupper() for table in tables if one.lower() in table
        }

    def describe(self, name: str, kind: Kind, owners: list[Referent]) -> Referent:
        """The referent of a description; without a name in it, it is told apart by its owner, else by the topic."""
        owner = next((one for one in owners if one.is_named), None)
        key = f"{name} ({owner.name})" if owner is not None else name
        referent = self.register.of_text(name, kind, key)
        if not referent.is_named and referent.owner is None:
            referent.describe(owner, self.topic())
        return referent

    def phrase_name(self, start: int, end: int) -> str:
        """A short stable name for a description from its tokens."""
        return theme_name(self.doc, start, end, self.lexicon)

    def _remember(self, token: Token, found: tuple[Link, ...]) -> None:
        if token.dep_ == "pobj" and token.pos_ == "NOUN":
            return  # adjuncts are seldom taken up by a pronoun
        for link in found:
            insort(self.sightings, see(self, token, link.referent, named=False), key=PLACE_OF_SIGHTING)


def see(discourse: Discourse, token: Token, referent: Referent, *, named: bool) -> Sighting:
    """A mention of a referent as the history keeps it."""
    head = token
    while head.dep_ in ("compound", "conj", "appos") and head.head != head:
        head = head.head
    subject = head.dep_ in SUBJECT
    coordinated = token.dep_ == "conj" or "conj" in [child.dep_ for child in token.children]
    speaking = subject and head.head.lemma_ in discourse.lexicon.words["verb.saying"]
    modifier = token.dep_ in ("compound", "amod", "nmod", "poss")
    sentence = discourse.sentence_of[token.i]
    return Sighting(token.i, sentence, referent, subject and not modifier, named, coordinated, speaking, modifier)
