"""Who says so, as parties: what the statements of one article share, and the sources of what is anchored in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphbuilder.articles import CleanText
from graphbuilder.coref import Discourse, Link
from graphbuilder.grammar.arguments import coordinated
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Article, Kind, Party
from graphbuilder.names.referents import Referent
from graphbuilder.qualify.source import Source
from graphbuilder.qualify.speaker import find_source, outer_source
from graphbuilder.syntax import Token


@dataclass(frozen=True, slots=True)
class Context:
    """What the statements of one article share."""

    article: Article
    cleaned: CleanText
    discourse: Discourse
    quotation: list[int]
    lexicon: Lexicon
    sources: dict[Token, Source | None] = field(default_factory=dict)
    parties: dict[tuple[Referent, int, int], Party] = field(default_factory=dict)


def party(link: Link, context: Context) -> Party:
    """One end as it is recorded: canonical name, and the words of the article."""
    key = link.referent, link.start, link.end
    if key not in context.parties:
        tokens, referent = context.discourse.doc.tokens, link.referent
        last = tokens[link.end - 1]
        start, end = context.cleaned.span(tokens[link.start].idx, last.idx + len(last))
        words = context.article.text[start:end]
        context.parties[key] = Party(referent.id, referent.full_name, referent.kind, words)
    return context.parties[key]


def source_at(anchor: Token, context: Context) -> Source | None:
    """The source of what is anchored here, found once for all its triples."""
    if anchor not in context.sources:
        context.sources[anchor] = find_source(anchor, context.lexicon, context.quotation)
    return context.sources[anchor]


def told_by(anchor: Token, context: Context) -> tuple[Source | None, Party | None]:
    """The source of what is anchored here and who that is: the next one outwards where nobody knows the innermost."""
    source = source_at(anchor, context)
    speaker = spoken_by(source.speaker, context) if source else None
    if source is None or speaker is not None:
        return source, speaker
    outer = outer_source(anchor, context.lexicon, context.quotation)
    return outer or source, spoken_by(outer.speaker, context) if outer else None


def spoken_by(token: Token, context: Context) -> Party | None:
    """The speaker as a party, a quoted document included; None where nobody can be named."""
    links = [
        link
        for one in coordinated(token)
        for link in context.discourse.resolve(one)
        if link.referent.kind.is_actor or is_informant(one, link.referent, context.lexicon)
    ]
    link = next((link for link in links if link.referent.kind is not Kind.PLACE), links[0] if links else None)
    return party(link, context) if link is not None else None


def is_informant(noun: Token, referent: Referent, lexicon: Lexicon) -> bool:
    """True for a document, for "a source", and for a name that nobody knows: they tell something."""
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN" and referent.is_named and not referent.nouns:
        return True
    informs = lemma in lexicon.words["noun.document"] or lemma in lexicon.words["noun.informant"]
    return referent.kind is Kind.THEME and informs


def outlet(token: Token, speaker: Party | None, context: Context) -> str | None:
    """The name of the outlet that a speaker is quoted through; None where it speaks itself."""
    links = context.discourse.resolve(token)
    through = links and (speaker is None or links[0].referent.id != speaker.id)
    return links[0].referent.full_name if through else None
