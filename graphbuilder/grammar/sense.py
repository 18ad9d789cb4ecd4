"""Which sense of a verb is meant: by its particle, object noun, kind of object, preposition and predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from graphbuilder.animacy import is_thing
from graphbuilder.grammar.arguments import ASKED, children, complement, obliques
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import EventType
from graphbuilder.syntax import Token

RECIPIENT = frozenset((EventType.AID, EventType.OTHER, EventType.AGREE, EventType.STATEMENT, EventType.COOPERATE))
INSTITUTIONAL = frozenset(("at", "in", "under"))
ADJUNCT = frozenset(
    ("in", "on", "at", "during", "after", "before", "since", "until", "within", "under", "as", "by", "over")
) | frozenset(("via", "amid", "amidst", "throughout", "across", "despite"))
MEANS = frozenset(("with", "for", "through", "without", "beyond"))
"""Before a thing they name what is used or aimed at, before others a companion or who gains by it."""
ORIGIN = frozenset(("from", "by"))
EMPTY = frozenset(("say", "be", "have", "do", "become", "seem", "appear", "remain"))
KIND_OF_NAME = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "MONEY": "money"}


def supports(lemma: str, lexicon: Lexicon) -> bool:
    """True for a verb that merely carries its noun or says that the event begins or goes on."""
    words = lexicon.words
    return lemma in words["verb.carrying"] or (lemma in words["verb.aspectual"] and lemma not in words["verb.ending"])


@lru_cache(maxsize=ASKED)
def event_noun(noun: Token, lexicon: Lexicon) -> str | None:
    """The key of an event noun, the longest phrase first ("telephone conversation", "state of emergency")."""
    if noun.pos_ != "NOUN" and not (noun.pos_ == "PROPN" and noun.ent_type_ in ("", "EVENT")):
        return None
    if noun.lemma_ in lexicon.words["place.nouns"] and _is_named_place(noun):
        return None
    return next((key for key in phrases(noun) if key in lexicon.nouns), None) or _carried(noun, lexicon)


def _is_named_place(noun: Token) -> bool:
    """True for "the settlement of Ombala", which nobody settles."""
    inner = next((complement(child) for child in children(noun, "prep") if child.lower_ == "of"), None)
    return inner is not None and inner.pos_ == "PROPN"


def _carried(noun: Token, lexicon: Lexicon) -> str | None:
    """The event before a noun that says nothing itself ("mediation effort", "peace process")."""
    if noun.lemma_.lower() not in lexicon.words["light.nouns"]:
        return None
    return next((child.lower_ for child in children(noun, "compound") if child.lower_ in lexicon.nouns), None)


@lru_cache(maxsize=ASKED)
def phrases(noun: Token) -> tuple[str, ...]:
    """The lemma of a noun with each of its modifiers, with its complement of "of", and alone."""
    lemma = noun.lemma_.lower()
    return (*_longer_phrases(noun, lemma), lemma) if noun.children else (lemma,)


def _longer_phrases(noun: Token, lemma: str) -> Iterator[str]:
    for child in noun.children:
        if child.dep_ in ("compound", "amod"):
            yield f"{child.lower_} {lemma}"
        elif child.dep_ == "prep" and child.lower_ == "of":
            inner = complement(child)
            if inner is not None:
                yield f"{lemma} of {inner.lemma_.lower()}"


def measured(noun: Token, lexicon: Lexicon) -> Token:
    """What a measure measures ("a wave of airstrikes"); any other noun itself."""
    if noun.lemma_.lower() in lexicon.words["quantity.nouns"]:
        inner = next((complement(child) for child in children(noun, "prep") if child.lower_ == "of"), None)
        return noun if inner is None else inner
    return noun


def kind_of(noun: Token, lexicon: Lexicon) -> str | None:
    """The kind of thing that combinations speak of ("goods", "place"), through a measure ("tonnes of grain")."""
    if noun.ent_type_ in KIND_OF_NAME and (noun.pos_ == "PROPN" or noun.ent_type_ == "MONEY"):
        return KIND_OF_NAME[noun.ent_type_]
    return next((lexicon.kinds[key] for key in phrases(measured(noun, lexicon)) if key in lexicon.kinds), None)


def object_keys(noun: Token, lexicon: Lexicon) -> Iterator[str]:
    """What combinations may know an object by: its words, its kind, the type of an event noun."""
    yield from phrases(noun)
    kind = kind_of(noun, lexicon)
    if kind is not None:
        yield kind
    key = event_noun(noun, lexicon)
    if key is not None:
        yield lexicon.nouns[key].event_type


def predicates(verb: Token) -> Iterator[str]:
    """The complements that make a verb another word: "+on trial" of "put on trial", "+hostage" of "hold hostage".

    One that stands right behind the verb the parser gives to the object: "let free four prisoners".
    """
    for name, _, noun in obliques(verb):
        yield f"+{name} {noun.lemma_.lower()}"
    for child in children(verb, "oprd", "acomp", "advmod", "xcomp", "ccomp", "npadvmod"):
        yield f"+{child.lower_}"
    for noun in children(verb, "dobj"):
        yield from (f"+{child.lower_}" for child in children(noun, "amod") if child.i == verb.i + 1)


def frames(verb: Token) -> Iterator[str]:
    """What tells the senses of a verb apart beside its object: its predicates, then its prepositions ("+from")."""
    yield from predicates(verb)
    for name, _, _ in obliques(verb):
        yield f"+{name}"


def combination(verb: Token, lemma: str, noun: Token, lexicon: Lexicon) -> EventType | None:
    """What a verb means with this object in this frame; None where nothing special is recorded."""
    if lemma not in lexicon.combined:
        return None
    table = lexicon.combinations
    keys = (key for found in (frames(verb), object_keys(noun, lexicon)) for key in found)
    return next((table[lemma, key] for key in keys if (lemma, key) in table), None)


def is_hazard(noun: Token, lexicon: Lexicon) -> bool:
    """True for what harms without an agent: an earthquake, Hurricane Ian, a strain of bird flu."""
    words = lexicon.words["noun.hazard"]
    return any(phrase.split()[0] in words or phrase.split()[-1] in words for phrase in phrases(noun))


def is_weapon(noun: Token, lexicon: Lexicon) -> bool:
    """True for what strikes although nobody is told to have sent it: "a car bomb", "rockets"."""
    words = lexicon.words["noun.striking"]
    return any(phrase in words or phrase.split()[-1] in words for phrase in phrases(noun))


def kind_sense(relation: str, sense: EventType | None, noun: Token, kind: str, lexicon: Lexicon) -> EventType | None:
    """The sense of a relation by the kind of party that its object is, where nothing more special is recorded."""
    special = lexicon.combinations.get((relation, f"={kind}")) if relation in lexicon.combined else None
    if special is None or sense != lexicon.verbs.get(relation):
        return sense
    return sense if any((relation, key) in lexicon.combinations for key in object_keys(noun, lexicon)) else special


def object_sense(verb: Token, lemma: str, noun: Token, lexicon: Lexicon) -> tuple[EventType | None, str]:
    """What a verb does to its direct object, and the relation phrase; None for a verb that is not known."""
    special = combination(verb, lemma, noun, lexicon)
    if lemma in lexicon.composed:
        for key in phrases(noun):
            if f"{lemma} {key}" in lexicon.verbs:
                return special or lexicon.verbs[f"{lemma} {key}"], lemma
        for frame in predicates(verb):
            words = f"{lemma} {frame[1:]}"
            if words in lexicon.verbs or (lemma, frame) in lexicon.combinations:
                return special or lexicon.verbs.get(words), words
    return special or lexicon.verbs.get(lemma), lemma


def indirect_sense(verb: Token, lemma: str, objects: Sequence[Token], lexicon: Lexicon) -> EventType | None:
    """What a verb does to its indirect object: giving medicine is aid, giving a book is not."""
    special = (combination(verb, lemma, thing, lexicon) for thing in objects)
    return next((sense for sense in special if sense), None) or lexicon.verbs.get(lemma)


def oblique_sense(
    verb: Token, lemma: str, name: str, noun: Token, direct: Sequence[Token], lexicon: Lexicon, *, adjunct: bool
) -> tuple[EventType | None, str | None]:
    """The sense and relation phrase of verb (+ direct object) + preposition; (None, None) where it is an adjunct.

    `adjunct`: the preposition leads to no party of an unknown verb.
    """
    found = _by_object(lemma, name, direct, lexicon)
    if found is not None:
        return found
    key = f"{lemma} {name}"
    taken = any(thing.i < noun.i for thing in direct) and key in lexicon.words["verb.objectless"]
    apart = taken or (direct and name in ADJUNCT)
    if key in lexicon.verbs and not apart:
        return combination(verb, key, noun, lexicon) or lexicon.verbs[key], key
    plain = lexicon.verbs.get(lemma)
    if (
        name == "to"
        and direct
        and plain in RECIPIENT
        and not (plain is EventType.OTHER and is_thing(measured(noun, lexicon)))
    ):
        return plain, f"{lemma} {direct[0].lemma_.lower()} to"
    received = name == "to" and plain is None and lemma not in EMPTY and is_recipient(noun)
    loose = name == "among" or (name in MEANS and is_thing(noun))
    if received or not (direct or lemma in EMPTY or adjunct or loose):
        return None, key
    return None, None


def is_recipient(noun: Token) -> bool:
    """True for a person behind "to", by name or pronoun: whatever is done with a thing, he gets it."""
    return noun.ent_type_ == "PERSON" or (noun.tag_ == "PRP" and noun.lower_ != "it")


def _by_object(
    lemma: str, name: str, direct: Sequence[Token], lexicon: Lexicon
) -> tuple[EventType | None, str | None] | None:
    """The same where the direct object decides: "impose sanction on", "fire [weapon] at", "give [goods] to"."""
    for noun in direct:
        word, kind = measured(noun, lexicon).lemma_.lower(), kind_of(noun, lexicon)
        relation = f"{lemma} {word} {name}"
        for key in (relation, f"{lemma} {kind} {name}"):
            if key in lexicon.verbs:
                return lexicon.verbs[key], relation
        special = _given(lemma, noun, lexicon) if name == "to" else None
        if special is not None:
            return special, relation
        if name in ORIGIN and lemma in lexicon.words["verb.passive_subject"] and event_noun(noun, lexicon):
            return None, None
    return None


def _given(lemma: str, noun: Token, lexicon: Lexicon) -> EventType | None:
    """What it is to give, send or return such a thing to somebody."""
    if lemma not in lexicon.combined:
        return None
    pairs = ((lemma, key) for key in (*object_keys(noun, lexicon), "+to"))
    return next((lexicon.combinations[pair] for pair in pairs if pair in lexicon.combinations), None)
