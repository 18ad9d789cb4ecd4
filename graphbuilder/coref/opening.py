"""Opens the discourse of an article: names, alias chains, and who holds which role."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from graphbuilder.coref.discourse import Discourse, see
from graphbuilder.coref.kinship import note_marriage, note_role
from graphbuilder.coref.narrator import PRONOUNS, find_voices
from graphbuilder.coref.resolution import resolve_token, state_in_name
from graphbuilder.grammar.role import title_words, token_phrase
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType, Kind
from graphbuilder.names.chains import gather, settle_kinds
from graphbuilder.names.mentions import Name
from graphbuilder.names.naming import is_of_no_person
from graphbuilder.names.referents import Referent, Register
from graphbuilder.names.roster import find_names
from graphbuilder.syntax import SUBJECT, Doc, Token


def open_discourse(
    doc: Doc,
    triples: Iterable[Triple],
    lexicon: Lexicon,
    *,
    published: date | None,
    headline: str,
    source_of: Callable[[Token], Token | None],
    acronym_after: Callable[[int], str | None],
    quotation: list[int],
) -> Discourse:
    """The discourse with all names and roles known.

    `headline` may announce whose words the article is, and names the state that it is about.
    `source_of` finds who speaks at a token, `acronym_after` the short form in brackets after a character,
    `quotation` numbers the quotations that tokens stand in, 0 outside.
    """
    register = Register(lexicon, published)
    named = gather(doc, find_names(doc, lexicon), register, acronym_after)
    settle_kinds({id(referent): referent for _, referent in named.values()}.values())
    discourse = Discourse(doc, lexicon, register, named, sentence_numbers(doc), source_of, resolve_token, quotation)
    discourse.headline = headline
    open_history(discourse)
    note_adjuncts(discourse)
    assign_roles(discourse, triples)
    note_bearers(discourse)
    note_first_persons(discourse)
    voices = find_voices(discourse, headline)
    discourse.narrator, discourse.addressee = voices.narrator, voices.addressee
    discourse.interview = voices.interview
    return discourse


def note_first_persons(discourse: Discourse) -> None:
    """Who says "I" in a quotation is a person, whatever the model takes the name for."""
    for token in discourse.doc.tokens:
        if token.lower_ != "i" or token.dep_ not in SUBJECT or not discourse.quotation[token.i]:
            continue
        source = discourse.source_of(token)
        name, referent = discourse.named.get(source.i if source else -1, (None, None))
        if name is None or referent is None or name.actor is not None or is_body_name(name, discourse):
            continue
        if referent.kind in (Kind.ORGANIZATION, Kind.PLACE, Kind.THEME) and not referent.settled:
            referent.kind, referent.settled = Kind.PERSON, True


def is_body_name(name: Name, discourse: Discourse) -> bool:
    """True for a name that ends as those of bodies and places do."""
    return is_of_no_person(discourse.doc[name.end - 1].lower_, discourse.lexicon)


def note_adjuncts(discourse: Discourse) -> None:
    """The nouns after prepositions, which a later "the" may take up."""
    for token in discourse.doc.tokens:
        if token.dep_ == "pobj" and token.pos_ == "NOUN":
            discourse.adjuncts.setdefault(token.lemma_.lower(), []).append(token)


def note_bearers(discourse: Discourse) -> None:
    """Who bears which title in the article ("President X"), whosesoever it is."""
    for index, (name, referent) in discourse.named.items():
        if index == name.start and index and referent.kind is Kind.PERSON:
            words = title_words(discourse.doc[index - 1], discourse.lexicon)
            if words and (is_past(words[0]) or is_partial(words[0])):
                continue
            bearers = discourse.bearers.setdefault(token_phrase(words) if words else "", [])
            if words and referent not in bearers:
                bearers.append(referent)


def is_partial(title: Token) -> bool:
    """True for the title of "opposition leader X", who does not lead the whole."""
    before = title.nbor(-1) if title.i else title
    return before != title and before.pos_ == "NOUN" and before.dep_ == "compound" and before.head == title


def is_past(title: Token) -> bool:
    """True for the title of "former President X"."""
    return title.i > 0 and title.nbor(-1).lower_ in ("former", "ex")


def sentence_numbers(doc: Doc) -> list[int]:
    """The number of its sentence for every token."""
    return [number for number, sent in enumerate(doc.sents) for _ in sent]


def assign_roles(discourse: Discourse, triples: Iterable[Triple]) -> None:
    """What titles and appositions say of named persons, so that descriptions find them wherever they stand.

    Whose wife "his wife, X" is, is learnt when the reading comes to it.
    """
    for triple in triples:
        if is_role_of_name(triple, discourse):
            person = discourse.named[triple.subject.i][1]
            if person.kind is Kind.PERSON:
                add_gender(person, triple, discourse.lexicon)
            if triple.object.tag_ in PRONOUNS:
                discourse.pending.append(triple)
            else:
                assign_role(discourse, triple)
        elif triple.relation in discourse.lexicon.words["verb.marrying"]:
            discourse.pending.append(triple)
    discourse.pending.sort(key=last_word, reverse=True)


def last_word(triple: Triple) -> int:
    """Where the last of its words stands."""
    return max(triple.subject.i, triple.object.i)


def learn_roles(discourse: Discourse, place: int) -> None:
    """What is said with a pronoun before a token of who is what to whom."""
    while discourse.pending and last_word(discourse.pending[-1]) < place:
        triple = discourse.pending.pop()
        if triple.rule.startswith("role."):
            assign_role(discourse, triple)
        else:
            note_marriage(discourse, triple)


def is_role_of_name(triple: Triple, discourse: Discourse) -> bool:
    """True for what a title, apposition or copula says of a name."""
    role = triple.sense is EventType.RELATION and triple.rule.startswith("role.")
    return role and triple.subject.i in discourse.named


def assign_role(discourse: Discourse, triple: Triple) -> None:
    """The same of one name."""
    person = discourse.named[triple.subject.i][1]
    past = triple.relation.startswith("former ")
    role = triple.relation.rsplit(" ", 1)[0].removeprefix("former ")
    for link in discourse.resolve(triple.object):
        owner = link.referent
        heed_office(owner, role, discourse.lexicon)
        if person.kind is not Kind.PERSON:
            person.nouns.add(role)
            continue
        note_role(discourse, role, owner, person)
        if owner.kind in (Kind.STATE, Kind.ORGANIZATION) and not past:
            person.affiliation = person.affiliation or owner
            speaks = role.split()[-1] in discourse.lexicon.words["person.voices"]
            person.represents = person.represents or (owner if speaks else None)


def heed_office(owner: Referent, role: str, lexicon: Lexicon) -> None:
    """What an office says of its owner: it is a body that has a CEO, a state or province that has a governor."""
    if is_headed(owner, role, lexicon):
        owner.kind = Kind.ORGANIZATION
    if f"body.{role}" in lexicon.words and owner.kind is Kind.ORGANIZATION:
        owner.nouns |= lexicon.words[f"body.{role}"]
    elif f"place.{role}" in lexicon.words and is_unsure(owner):
        owner.kind = Kind.PLACE
        owner.nouns |= lexicon.words[f"place.{role}"]


def is_unsure(owner: Referent) -> bool:
    """True for a thing or place, and for a person whom nothing but a label makes one."""
    person = owner.kind is Kind.PERSON and owner.gender is None and not owner.settled
    return person or owner.kind in (Kind.THEME, Kind.PLACE)


def is_headed(owner: Referent, role: str, lexicon: Lexicon) -> bool:
    """True for a named party that has a leader, a CEO or members of parliament: no person and no thing."""
    unsure = is_unsure(owner) and owner.kind is not Kind.PLACE
    return unsure and owner.is_named and not owner.nouns and role.split()[-1] in lexicon.words["person.heads"]


def add_gender(person: Referent, triple: Triple, lexicon: Lexicon) -> None:
    """A title that only men or only women bear."""
    for token in triple.cue:
        for gender in ("male", "female"):
            if token.lower_ in lexicon.words[f"person.{gender}"]:
                person.gender = gender


def open_history(discourse: Discourse) -> None:
    """All named mentions, before any description or pronoun is resolved."""
    seen = -1
    for index, (name, referent) in discourse.named.items():
        token = discourse.doc.tokens[index]
        if name.start != seen:
            seen = name.start
            discourse.sightings.append(see(discourse, discourse.doc.tokens[name.end - 1], referent, named=True))
        part = state_in_name(discourse, token)
        if part is not None:
            discourse.sightings.append(see(discourse, token, part.referent, named=True))
    discourse.sightings.sort(key=lambda sighting: sighting.token)
