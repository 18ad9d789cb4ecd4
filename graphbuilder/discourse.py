"""Opens the discourse of an article: names, alias chains, who holds which role, who speaks in which quotation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc, Token

from graphbuilder.coref import Discourse, open_history
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.mentions import find_names
from graphbuilder.model import EventType, Kind
from graphbuilder.qualify.speaker import find_source, quoted
from graphbuilder.referents import Register, gather, settle_kinds


def open_discourse(
    doc: Doc, triples: Iterable[Triple], lexicon: Lexicon, published: date | None
) -> tuple[Discourse, list[int]]:
    """(discourse with all names known, number of the quotation of every token)."""
    quotation = quoted(doc)
    register = Register(lexicon, published)
    named = gather(doc, find_names(doc, lexicon), register)
    settle_kinds({id(referent): referent for _, referent in named.values()}.values())

    def source_of(token: Token) -> Token | None:
        source = find_source(token, lexicon, quotation)
        return source.speaker if source else None

    discourse = Discourse(doc, lexicon, register, named, sentence_numbers(doc), source_of)
    open_history(discourse)
    assign_roles(discourse, triples)
    return discourse, quotation


def sentence_numbers(doc: Doc) -> list[int]:
    """The number of its sentence for every token."""
    return [number for number, sent in enumerate(doc.sents) for _ in sent]


def assign_roles(discourse: Discourse, triples: Iterable[Triple]) -> None:
    """What titles and appositions say of named persons, so that descriptions find them wherever they stand."""
    for triple in triples:
        if triple.sense is not EventType.RELATION or not triple.rule.startswith("role.") or triple.subject.i not in discourse.named:
            continue
        person = discourse.named[triple.subject.i][1]
        role = triple.relation.rsplit(" ", 1)[0]
        add_gender(person, triple, discourse.lexicon)
        for link in discourse.resolve(triple.object):
            owner = link.referent
            if person.kind is Kind.PERSON:
                discourse.roles.setdefault((role, owner.id), person)
                if owner.kind in (Kind.STATE, Kind.ORGANIZATION):
                    person.affiliation = person.affiliation or owner
            else:
                person.nouns.add(role)


def add_gender(person: object, triple: Triple, lexicon: Lexicon) -> None:
    """A title that only men or only women bear."""
    for token in triple.cue:
        for gender in ("male", "female"):
            if token.lower_ in lexicon.words[f"person.{gender}"]:
                person.gender = gender  # type: ignore[attr-defined]
