"""Why a text gives the statements it gives: its parse, what fired, what came close, who is meant, and the cues.

It goes the way of `extract` with the same functions and keeps what that throws away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from graphbuilder.articles import CleanText
from graphbuilder.attribution import Context
from graphbuilder.coref import Discourse, Link
from graphbuilder.explanation.cues import Cues, find_cues
from graphbuilder.explanation.reasons import NearMiss, Reason, near_misses, why_refused, why_unnamed
from graphbuilder.extract import cue_span, find_groups, locate, qualify, with_sense
from graphbuilder.grammar.arguments import antecedent
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Article, Dropped, Kind, Sentence, Statement
from graphbuilder.names.referents import Referent
from graphbuilder.repeats import link_conditions, without_repeats
from graphbuilder.syntax import Doc, Span, Token


class Origin(StrEnum):
    """Where a canonical name comes from."""

    TABLES = "tables"
    OFFICES = "offices"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One token of the parse; `head` is the index of the token above it, its own at the root."""

    sentence: int
    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    head_text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one pair of parties became: a statement with its cues, or the reason why none, with the words to blame."""

    statement: Statement | None
    cues: Cues | None
    reason: Reason | None
    words: str | None
    subject_rule: str | None
    object_rule: str | None


@dataclass(frozen=True, slots=True)
class Firing:
    """A construction that found a triple; ends are head tokens by index and text. There is at least one outcome."""

    sentence: int
    rule: str
    relation: str
    words: str
    known: bool
    subject: int
    subject_text: str
    object: int
    object_text: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A noun phrase and who it is: name, kind, rule and origin, or the reason why nobody can name it."""

    sentence: int
    start: int
    end: int
    text: str
    name: str | None
    kind: Kind | None
    rule: str | None
    origin: Origin | None
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that `extract` saw in a text, in text order; `dropped` is what it did not read."""

    article: Article
    tokens: tuple[TokenLine, ...]
    firings: tuple[Firing, ...]
    near_misses: tuple[NearMiss, ...]
    readings: tuple[Reading, ...]
    dropped: tuple[Dropped, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the order of the constructions."""
        outcomes = (outcome for firing in self.firings for outcome in firing.outcomes)
        return tuple(outcome.statement for outcome in outcomes if outcome.statement is not None)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A pair of ends of a triple on its way to a statement."""

    triple: Triple
    sentence: int
    ends: tuple[Link, Link] | None
    statement: Statement | None = None
    reason: Reason | None = None
    words: str | None = None


def explain(article: Article, cleaned: CleanText, doc: Doc, lexicon: Lexicon) -> Explanation:
    """The explanation of one parsed article; its statements are those of `extract`."""
    groups, context = find_groups(article, cleaned, doc, lexicon)
    tried = [
        attempt
        for index, group in enumerate(groups)
        for triple in group.triples
        for attempt in try_triple(triple, locate(index, group.sent, context), context)
    ]
    return Explanation(
        article,
        tuple(line for index, group in enumerate(groups) for line in token_lines(index, group.sent)),
        tuple(firings(tried, context)),
        tuple(miss for at, group in enumerate(groups) for miss in near_misses(at, group.sent, group.triples, lexicon)),
        tuple(readings(context)),
        cleaned.dropped,
    )


def token_lines(index: int, sent: Span) -> Iterator[TokenLine]:
    """The parse of a sentence."""
    for token in sent:
        if not token.is_space:
            head = token.head
            yield TokenLine(
                index, token.i, token.text, token.lemma_, token.pos_, token.tag_, token.dep_, head.i, head.text
            )


# What the constructions found


def try_triple(triple: Triple, sentence: Sentence, context: Context) -> Iterator[Attempt]:
    """Every pair of parties that the ends of a triple stand for, or the end that stands for nobody."""
    resolve = context.discourse.resolve
    subjects, others = resolve(triple.subject), resolve(triple.object)
    for token, links in ((triple.subject, subjects), (triple.object, others)):
        if not links:
            yield Attempt(triple, sentence.index, None, None, why_unnamed(token, context.lexicon), token.text)
            return
    for subject in subjects:
        for other in others:
            yield try_pair(triple, subject, other, sentence, context)


def try_pair(triple: Triple, subject: Link, other: Link, sentence: Sentence, context: Context) -> Attempt:
    """One pair: its statement, or why it is none."""
    typed = with_sense(triple, subject, other, context.lexicon)
    refused = why_refused(typed, subject, other, context.lexicon)
    if refused is not None:
        reason, link = refused
        words = str(context.discourse.doc[link.start : link.end].text)
        return Attempt(triple, sentence.index, (subject, other), None, reason, words)
    statement = qualify(typed, subject, other, sentence, context)
    return Attempt(triple, sentence.index, (subject, other), statement)


def firings(tried: list[Attempt], context: Context) -> Iterator[Firing]:
    """The triples with what became of them; repeats are taken out and conditions linked as in `extract`."""
    kept = without_repeats([(each.triple, each.statement) for each in tried if each.statement is not None])
    final = {
        identify(triple, linked): linked
        for (triple, _), linked in zip(kept, link_conditions(kept, context.lexicon), strict=True)
    }
    for _, group in groupby(tried, key=lambda attempt: id(attempt.triple)):
        attempts = list(group)
        yield as_firing(attempts[0], tuple(as_outcome(each, final, context) for each in attempts), context)


Final = dict[tuple[int, str, str], Statement]


def identify(triple: Triple, statement: Statement) -> tuple[int, str, str]:
    """The triple and the ends, which no later step changes."""
    return id(triple), statement.subject.id, statement.object.id


def as_firing(attempt: Attempt, outcomes: tuple[Outcome, ...], context: Context) -> Firing:
    """A triple as words."""
    triple = attempt.triple
    subject, other = triple.subject, triple.object
    return Firing(
        attempt.sentence, triple.rule, triple.relation, cue_span(triple, context)[2], triple.sense is not None,
        subject.i, subject.text, other.i, other.text, outcomes,
    )  # fmt: skip


def as_outcome(attempt: Attempt, final: Final, context: Context) -> Outcome:
    """What became of a pair in the end."""
    rules = (attempt.ends[0].rule, attempt.ends[1].rule) if attempt.ends else (None, None)
    if attempt.statement is None:
        return Outcome(None, None, attempt.reason, attempt.words, *rules)
    statement = final.get(identify(attempt.triple, attempt.statement))
    if statement is None:
        return Outcome(None, None, Reason.REPEAT, surer(attempt.statement, final), *rules)
    return Outcome(statement, find_cues(attempt.triple, statement, context), None, None, *rules)


def surer(statement: Statement, final: Final) -> str | None:
    """The construction of the statement that stands for a repeat."""
    ends = {statement.subject.id, statement.object.id}
    for kept in final.values():
        same = kept.sentence == statement.sentence and kept.event_type == statement.event_type
        if same and kept.status == statement.status and {kept.subject.id, kept.object.id} == ends:
            return kept.rule
    return None


# Who is meant


def readings(context: Context) -> Iterator[Reading]:
    """Every noun phrase that was resolved, and those that were looked at in vain, in text order."""
    discourse = context.discourse
    for name, _ in list(discourse.named.values()):
        discourse.resolve(discourse.doc[name.end - 1])
    seen: set[tuple[int, int, str]] = set()
    for at, links in sorted(discourse.links.items()):
        token = discourse.doc[at]
        if not links and is_looked_for(token):
            reason = why_unnamed(token, context.lexicon)
            yield Reading(discourse.sentence_of[at], at, at + 1, token.text, None, None, None, None, reason)
        for link in links:
            key = (link.start, link.end, link.referent.id)
            if key not in seen:
                seen.add(key)
                yield as_reading(link, at, discourse)


def is_looked_for(token: Token) -> bool:
    """False for relative pronouns, which stand for a noun beside them, and for "there"."""
    return antecedent(token) is token and token.dep_ != "expl"


def as_reading(link: Link, at: int, discourse: Discourse) -> Reading:
    """A noun phrase and who it is."""
    referent, words = link.referent, str(discourse.doc[link.start : link.end].text)
    return Reading(
        discourse.sentence_of[at], link.start, link.end, words, referent.full_name, referent.kind,
        link.rule, origin_of(referent, discourse), None,
    )  # fmt: skip


def origin_of(referent: Referent, discourse: Discourse) -> Origin:
    """The tables of actors, the dated table of offices where the article does not write the name, else the article."""
    if discourse.register.by_key.get(referent.id) is referent:
        return Origin.TABLES
    listed = referent.kind is Kind.PERSON and referent.name in discourse.lexicon.holders
    return Origin.OFFICES if listed and referent.name not in referent.aliases else Origin.ARTICLE
