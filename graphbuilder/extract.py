"""Articles -> statements: finds triples, says who is meant, whether, when, and who says so."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product

from spacy.language import Language

from graphbuilder.articles import CleanText, clean
from graphbuilder.attribution import Context, outlet, party, told_by
from graphbuilder.coref import Discourse, Link, learn_roles, open_discourse
from graphbuilder.grammar import find_triples
from graphbuilder.grammar.sense import is_hazard, is_weapon, kind_sense
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Actor, Article, EventType, Extraction, Kind, Party, Sentence, Statement, Status
from graphbuilder.parsing.nlp import parse
from graphbuilder.qualify.confidence import rate
from graphbuilder.qualify.dates import Dated, find_date
from graphbuilder.qualify.quotation import quoted
from graphbuilder.qualify.speaker import find_source
from graphbuilder.qualify.status import STANDING, find_status
from graphbuilder.repeats import link_conditions, without_repeats
from graphbuilder.resumption import RESUMED, Group, resume
from graphbuilder.syntax import Doc, Span, Token

LONGEST_CUE = 80
RESOLVED = frozenset(("nsubj", "nsubjpass", "dobj"))
PRONOUNS = frozenset(("PRP", "PRP$"))
OF_ACTORS = frozenset((EventType.AID, EventType.RETREAT, EventType.CONCEDE))
"""Acts that only a person, state, body or group can do."""
OF_PARTIES = frozenset((EventType.MOBILIZE, EventType.CONSULT, EventType.PROTEST))
"""Acts that no thing does; a city may host a meeting."""
FORCE = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.SANCTION))
UNLABELLED = frozenset(("theme", "theme.bare"))
"""Rules that find the capitalised nouns which the model knows for no name, and which may be anybody's."""
SLIGHT = (None, EventType.OTHER, EventType.STATEMENT, EventType.RELATION)
"""What makes no party of a bare noun."""
PLAIN = frozenset(("clause.active", "clause.collocation", "clause.passive"))
IDLE = {"nominal.beside": (Kind.THEME,), "light.convened": (Kind.THEME, Kind.PLACE)}
"""What does not act in a construction: a city hosts talks and brings nobody together."""
BETWEEN_ACTORS = frozenset(("clause.state", "participle.hyphenated"))


def extract_all(articles: Iterable[Article], nlp: Language, lexicon: Lexicon) -> Iterator[Extraction]:
    """The extraction of every article, in order; reads ahead no further than one batch of the model."""
    waiting: deque[tuple[Article, CleanText]] = deque()

    def texts() -> Iterator[str]:
        for article in articles:
            cleaned = clean(article)
            waiting.append((article, cleaned))
            yield cleaned.text

    for doc in parse(texts(), nlp):
        article, cleaned = waiting.popleft()
        yield extract(article, cleaned, doc, lexicon)


def extract(article: Article, cleaned: CleanText, doc: Doc, lexicon: Lexicon) -> Extraction:
    """The statements of one parsed article with their sentences and actors."""
    groups, context = find_groups(article, cleaned, doc, lexicon)
    sentences = [locate(index, group.sent, context) for index, group in enumerate(groups)]
    found = [
        (triple, statement)
        for group, sentence in zip(groups, sentences, strict=True)
        for triple in group.triples
        for statement in state(triple, sentence, context)
    ]
    statements = link_conditions(without_repeats(found), lexicon)
    return Extraction(
        article, tuple(sentences), tuple(statements), tuple(actors_of(statements, context.discourse)), cleaned.dropped
    )


def find_groups(article: Article, cleaned: CleanText, doc: Doc, lexicon: Lexicon) -> tuple[list[Group], Context]:
    """The sentences that hold words, each with its triples, and what they share."""
    sents = [sent for sent in doc.sents if sent.text.strip()]
    groups = [Group(sent, list(find_triples(sent, lexicon))) for sent in sents]
    context = open_context(article, cleaned, doc, lexicon, [triple for group in groups for triple in group.triples])
    for group, triple in list(resume(groups, context.discourse)):
        group.triples.append(triple)
    return groups, context


def open_context(article: Article, cleaned: CleanText, doc: Doc, lexicon: Lexicon, triples: list[Triple]) -> Context:
    """What the statements of an article share: who is named, who holds which role, who speaks where."""
    quotation = quoted(doc)

    def source_of(token: Token) -> Token | None:
        source = find_source(token, lexicon, quotation)
        return source.speaker if source else None

    published, short_forms = article.published, acronyms(cleaned)
    discourse = open_discourse(
        doc,
        triples,
        lexicon,
        published=published,
        headline=article.title or "",
        source_of=source_of,
        acronym_after=short_forms,
        quotation=quotation,
    )
    resolve_in_order(doc, discourse)
    return Context(article, cleaned, discourse, quotation, lexicon)


def resolve_in_order(doc: Doc, discourse: Discourse) -> None:
    """Resolves pronouns, subjects and objects from left to right, so that no chain breaks where they are no party."""
    for token in doc.tokens:
        if token.dep_ in RESOLVED or token.tag_ in PRONOUNS:
            learn_roles(discourse, token.i)
            discourse.resolve(token)


def acronyms(cleaned: CleanText) -> Callable[[int], str | None]:
    """Which short form stood in brackets after a character of the cleaned text."""
    short_forms = dict(cleaned.acronyms)
    return lambda position: short_forms.get(cleaned.original(position)) if short_forms else None


def locate(index: int, sent: Span, context: Context) -> Sentence:
    """A sentence of the parsed text as a stretch of the stored one."""
    text = sent.text
    left = sent.start_char + len(text) - len(text.lstrip())
    start, end = context.cleaned.span(left, left + len(text.strip()))
    return Sentence(context.article.id, index, start, end, context.article.text[start:end])


def state(triple: Triple, sentence: Sentence, context: Context) -> Iterator[Statement]:
    """The statements of a triple: one for every pair of parties that its ends stand for."""
    for subject, other in couples(triple, context.discourse):
        typed = with_sense(triple, subject, other, context.lexicon)
        if subject.referent is not other.referent and is_statement(typed, subject, other, context.lexicon):
            yield qualify(typed, subject, other, sentence, context)


def couples(triple: Triple, discourse: Discourse) -> list[tuple[Link, Link]]:
    """Who with whom: each party of the one end with each of the other; among themselves where the ends are one."""
    subjects = discourse.resolve(triple.subject)
    if triple.subject == triple.object:
        return list(combinations(subjects, 2))
    if triple.rule == "light.joint" and len(subjects) > 1:
        return []  # "the two leaders" hold the exercises with each other
    return list(product(discourse.resolve(triple.subject), discourse.resolve(triple.object)))


def is_statement(triple: Triple, subject: Link, other: Link, lexicon: Lexicon) -> bool:
    """False where an end is no party: a thing that does not act, a bare noun, a place beside an unknown verb."""
    bare = subject.rule == "theme.bare" and not (
        triple.sense is EventType.ASSAULT and is_weapon(triple.subject, lexicon)
    )
    if not subject.referent.kind.is_actor and (bare or triple.sense is None):
        return False
    if triple.sense in SLIGHT and is_untold(triple, subject, other):
        return False
    if is_place_beside(triple, other):
        return False
    if triple.rule in BETWEEN_ACTORS and not (subject.referent.kind.is_actor or other.referent.kind.is_actor):
        return False
    if subject.referent.kind in IDLE.get(triple.rule, ()):
        return False
    if triple.rule.startswith("directive.") and not (other.referent.kind.is_actor or is_unknown_name(other)):
        return False
    if triple.rule == "role.description" and subject.rule == "office":
        return False
    return bool(subject.referent.name and other.referent.name)


def is_place_beside(triple: Triple, other: Link) -> bool:
    """True for a place beside an unknown verb, or before what is blamed or praised ("condemned the Gaza war")."""
    return other.referent.kind is Kind.PLACE and (triple.sense is None or triple.rule == "clause.owner")


def is_untold(triple: Triple, subject: Link, other: Link) -> bool:
    """True for a bare noun that nothing is done to: "has a lawyer"; what is announced is told."""
    if "person.bare" in (subject.rule, other.rule):
        return True
    told = triple.sense is EventType.STATEMENT and triple.rule in PLAIN and subject.referent.kind.is_actor
    return other.rule == "theme.bare" and not told


def is_unknown_name(link: Link) -> bool:
    """True for a name that nobody knows, which may be anybody's."""
    return link.referent.kind is Kind.THEME and not link.referent.nouns and link.referent.is_named


def qualify(triple: Triple, subject: Link, other: Link, sentence: Sentence, context: Context) -> Statement:
    """The statement of a triple with its status, speaker, date and confidence."""
    status = Status.NEGATED if triple.denied else find_status(triple.anchor, triple.rule, context.lexicon).status
    standing = triple.rule in STANDING
    source, speaker = (None, None) if standing else told_by(triple.anchor, context)
    start, end, words = cue_span(triple, context)
    dated = dated_by(triple, status, context)
    return Statement(
        sentence=sentence,
        start_char=start,
        end_char=end,
        subject=implied(party(subject, context), triple),
        relation=triple.relation,
        relation_text=words,
        event_type=triple.sense or EventType.OTHER,
        object=implied(party(other, context), triple),
        symmetric=triple.symmetric,
        status=status,
        speaker=speaker,
        via=outlet(source.via, speaker, context) if source and source.via is not None else None,
        date=dated.when if dated else None,
        confidence=rate(triple, subject.rule, other.rule),
        rule=triple.rule,
    )


def dated_by(triple: Triple, status: Status, context: Context) -> Dated | None:
    """The date of a triple; what merely stands has none."""
    if triple.rule in STANDING:
        return None
    future = status in (Status.PLANNED, Status.HYPOTHETICAL, Status.DESIRED)
    return find_date((triple.anchor, *triple.cue), published=context.article.published, future=future)


def with_sense(triple: Triple, subject: Link, other: Link, lexicon: Lexicon) -> Triple:
    """The triple as it is meant between these two."""
    sense = sense_of(triple, subject, other, lexicon)
    return triple if sense is triple.sense else replace(triple, sense=sense)


def sense_of(triple: Triple, subject: Link, other: Link, lexicon: Lexicon) -> EventType | None:
    """The sense of a triple by the kinds of its parties; a thing gives no aid and yields nothing, a flood no attack."""
    kind, sense = subject.referent.kind, triple.sense
    unlabelled = subject.rule in UNLABELLED and kind is Kind.THEME and not subject.referent.nouns
    if sense in OF_ACTORS and not kind.is_actor and not unlabelled:
        return EventType.OTHER
    if kind is Kind.THEME and sense in OF_PARTIES and subject.referent.nouns:
        return EventType.OTHER
    if kind is Kind.THEME and sense in FORCE and is_hazard(triple.subject, lexicon):
        return EventType.OTHER
    if other.referent.kind is Kind.THEME and not other.referent.nouns:
        return sense  # a name that nobody knows may be anybody's
    return kind_sense(triple.relation, sense, triple.object, other.referent.kind, lexicon)


def implied(end: Party, triple: Triple) -> Party:
    """The party without words where only a sentence before names it."""
    return replace(end, text=None) if triple.rule == RESUMED else end


def cue_span(triple: Triple, context: Context) -> tuple[int, int, str]:
    """(start, end, words) of the relation in the stored text: first word to last, the verb alone if far apart."""
    tokens = sorted(triple.cue, key=lambda token: token.i)
    first, last = tokens[0], tokens[-1]
    if last.idx + len(last) - first.idx > LONGEST_CUE:
        first = last = triple.cue[0]
    start, end = context.cleaned.span(first.idx, last.idx + len(last))
    return start, end, context.article.text[start:end]


def actors_of(statements: Iterable[Statement], discourse: Discourse) -> Iterator[Actor]:
    """Every party of the statements once, by id, with the names that the article uses."""
    wanted = {p.id for s in statements for p in (s.subject, s.object, s.speaker) if p is not None}
    linked = dict.fromkeys(link.referent for links in reversed(discourse.links.values()) for link in reversed(links))
    referents = {referent.id: referent for referent in reversed(linked)}
    yield from (referents[identifier].to_actor() for identifier in sorted(wanted))
