"""The vocabulary of verbs, event nouns, combinations and light verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from graphbuilder.lexicon import (
    load_all_words,
    load_combinations,
    load_kinds,
    load_nouns,
    load_toml,
    load_verbs,
    load_words,
)
from graphbuilder.model import EventType, Kind

RELATIONS = load_toml("relations.toml")
VERBS = load_verbs(RELATIONS)
NOUNS = load_nouns(RELATIONS)
COMBINATIONS = load_combinations(load_toml("combinations.toml"))
LIGHT = dict(load_words("light.toml"))
KINDS = load_kinds(load_all_words())
LIGHT_VERBS = frozenset(word for name, words in LIGHT.items() if name.startswith("verb.") for word in words)

VERB_TYPES = {
    EventType.AGREE: ["agree to", "pledge", "offer", "promise", "commit to", "allow", "grant"],
    EventType.CONSULT: ["meet", "call", "hold talk with", "visit", "host", "invite", "meet with", "speak to", "broker"],
    EventType.SUPPORT: ["praise", "back", "endorse", "welcome", "recognise", "recognize", "thank", "ratify"],
    EventType.CONCEDE: ["apologise to", "apologize to", "lift sanction on", "announce withdrawal from", "ease"],
    EventType.COOPERATE: ["cooperate with", "sign deal with", "trade with", "conduct exercise with", "join"],
    EventType.AID: ["supply", "donate", "arm", "give aid to", "rescue", "grant asylum to"],
    EventType.RETREAT: ["withdraw from", "release", "free", "disarm", "resign", "step down", "pull out of", "leave"],
    EventType.REQUEST: ["call on", "call for", "urge", "demand", "ask", "press", "order", "appeal to", "apply for"],
    EventType.ACCUSE: ["accuse", "blame", "condemn", "criticise", "criticize", "investigate", "charge", "sue"],
    EventType.REJECT: ["reject", "veto", "cancel meeting with", "call off", "boycott hearing", "dismiss claim"],
    EventType.THREATEN: ["threaten", "warn", "vow retaliation against", "issue ultimatum to"],
    EventType.PROTEST: ["protest against", "rally against", "boycott"],
    EventType.SANCTION: ["sanction", "suspend", "expel", "ban", "halt", "cut tie with", "sentence", "recall"],
    EventType.MOBILIZE: ["deploy", "mass troop near", "put on alert", "test missile"],
    EventType.COERCE: ["arrest", "detain", "seize", "censor", "deport", "impose curfew", "declare martial law"],
    EventType.ASSAULT: ["attack", "bomb", "shell", "kill", "invade", "shoot", "abduct", "annex", "occupy", "fire at"],
    EventType.STATEMENT: ["tell", "announce", "confirm", "note", "comment on", "claim responsibility for"],
    EventType.RELATION: ["own", "border", "belong to", "consist of", "lead", "have jurisdiction over"],
    EventType.OTHER: ["buy", "appoint", "elect", "win against", "dismiss", "fire", "receive", "use", "become"],
}  # fmt: skip

NOUN_TYPES = {
    "talk": EventType.CONSULT,
    "telephone conversation": EventType.CONSULT,
    "sanction": EventType.SANCTION,
    "attack": EventType.ASSAULT,
    "arrest warrant": EventType.ACCUSE,
    "ultimatum": EventType.THREATEN,
    "trade deal": EventType.COOPERATE,
    "military exercise": EventType.MOBILIZE,
    "cyberattack": EventType.COERCE,
    "withdrawal": EventType.RETREAT,
    "hunger strike": EventType.PROTEST,
    "airstrike": EventType.ASSAULT,
    "military aid": EventType.AID,
    "pressure": EventType.REQUEST,
}

COMBINED = {
    ("lift", "SANCTION"): EventType.CONCEDE,
    ("ease", "SANCTION"): EventType.CONCEDE,
    ("suspend", "AID"): EventType.SANCTION,
    ("suspend", "CONSULT"): EventType.SANCTION,
    ("cancel", "CONSULT"): EventType.REJECT,
    ("reject", "REQUEST"): EventType.REJECT,
    ("accept", "REQUEST"): EventType.AGREE,
    ("end", "ASSAULT"): EventType.RETREAT,
    ("sever", "RELATION"): EventType.SANCTION,
    ("violate", "AGREE"): EventType.OTHER,
    ("announce", "RETREAT"): EventType.CONCEDE,
}


def all_keys() -> Iterator[str]:
    yield from VERBS
    yield from NOUNS
    for names in COMBINATIONS:
        yield names[0]
    yield from (word for words in LIGHT.values() for word in words)


@pytest.mark.parametrize(("event_type", "keys"), VERB_TYPES.items())
def test_verbs_have_the_type_of_the_definition(event_type: EventType, keys: list[str]) -> None:
    """The examples of the table of types, and the decided unclear cases, get their type."""
    assert {key: VERBS.get(key) for key in keys} == dict.fromkeys(keys, event_type)


def test_nouns_have_the_type_of_the_definition() -> None:
    """A noun means what its act means, a compound may mean something else than its head."""
    assert {noun: NOUNS[noun].event_type for noun in NOUN_TYPES} == NOUN_TYPES


def test_combinations_turn_the_noun() -> None:
    """Taking back a measure yields, taking back a kindness is a sanction, turning a request down rejects."""
    assert {pair: COMBINATIONS.get(pair) for pair in COMBINED} == COMBINED


@pytest.mark.parametrize(
    "verb", ["be", "have", "do", "say", "make", "take", "get", "give", "come", "go", "show", "keep"]
)
def test_empty_verbs_have_no_type_of_their_own(verb: str) -> None:
    """What a bare light verb does is said by its noun alone."""
    assert verb not in VERBS


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_has_its_words(event_type: EventType) -> None:
    """No type is left to a handful of verbs and nouns."""
    assert sum(kind == event_type for kind in VERBS.values()) >= 40
    assert sum(sense.event_type == event_type for sense in NOUNS.values()) >= 10


def test_keys_are_lower_case_lemmas_without_articles() -> None:
    """A key with an article, a capital or doubled blanks could never be met."""
    shape = re.compile(r"[a-z]+(-[a-z]+)*( [a-z]+(-[a-z]+)*)*")
    assert [key for key in all_keys() if not shape.fullmatch(key) or set(key.split()) & {"a", "an", "the"}] == []


def test_verbs_are_in_both_spellings() -> None:
    """An -ise verb key has its -ize twin of the same type."""
    single = re.compile(r".*(v|erc|ra|om|pr|gu|st|vert)ise|rise")
    british = [key for key in VERBS if key.split()[0].endswith("ise") and not single.fullmatch(key.split()[0])]
    assert british
    assert [key for key in british if VERBS.get(key.replace("ise", "ize", 1)) != VERBS[key]] == []


def test_nouns_read_as_a_phrase() -> None:
    """Each event noun has a phrase for the graph and the preposition of its second party."""
    assert [noun for noun, sense in NOUNS.items() if not sense.verb or not sense.patient] == []


def test_topics_are_no_party() -> None:
    """As in "Over" introduces a topic except after victory, power and flight."""
    allowed = {EventType.RELATION, EventType.OTHER, EventType.MOBILIZE}
    assert [n for n, sense in NOUNS.items() if "over" in sense.patient and sense.event_type not in allowed] == []


def test_combinations_are_of_known_words() -> None:
    """The object is an event noun, a type, a kind of noun or party, a noun of a kind; else the pair is a frame."""
    parties = {f"={kind}" for kind in Kind}
    known = NOUNS.keys() | set(EventType) | KINDS.keys() | set(KINDS.values()) | {"person"} | parties
    assert sorted({key for _, key in COMBINATIONS if not key.startswith("+")} - known) == []


def test_reciprocal_words_are_known() -> None:
    """A symmetric key without a type would mark a statement that is never made."""
    assert LIGHT["reciprocal.verbs_with"] <= VERBS.keys()
    assert LIGHT["reciprocal.nouns"] <= NOUNS.keys()


def test_carrying_and_patient_verbs_are_apart() -> None:
    """The subject of one verb cannot be both agent and patient of its noun."""
    assert LIGHT["verb.carrying"].isdisjoint(LIGHT["verb.passive_subject"])


def test_verb_keys_agree_with_the_combinations() -> None:
    """A listed "verb noun preposition" has the type that its verb and noun combine to."""
    pairs = {(v, n): t for (v, n), t in COMBINATIONS.items() if n in NOUNS}
    said = {
        key: (t, VERBS[key]) for (v, n), t in pairs.items() for key in VERBS if re.fullmatch(f"{v} {n}( [a-z]+)?", key)
    }
    assert said
    assert {key: types for key, types in said.items() if types[0] != types[1]} == {}


def test_lists_hold_each_word_once() -> None:
    """A word repeated in a list is a slip; the loader's sets would hide it."""
    for table in load_toml("light.toml").values():
        for words in table.values():
            assert len(words) == len(set(words))
