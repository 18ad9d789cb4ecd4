"""Event nouns that take up what two are said to do together: "The call is scheduled for Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuilder.grammar.arguments import children, obliques
from graphbuilder.grammar.sense import event_noun
from graphbuilder.lexicon import Lexicon, NounSense
from graphbuilder.model import EventType
from graphbuilder.syntax import SUBJECT, Span, Token

TALKS = (EventType.CONSULT, EventType.AGREE, EventType.COOPERATE)
VERBS = ("noun.happening", "noun.plan", "noun.stop")
WITH_PARTIES = frozenset(("between", "with", "among", "by", "of", "to"))


def resumptive_nouns(sent: Span, lexicon: Lexicon) -> Iterator[tuple[Token, NounSense]]:
    """The definite nouns for a joint act, without parties of their own, of which is said whether or when it is."""
    for token in sent:
        if token.dep_ in SUBJECT and token.pos_ == "NOUN" and _is_of_event(token.head, lexicon):
            key = event_noun(token, lexicon)
            if key is None or token.lemma_.lower() not in lexicon.words["reciprocal.nouns"]:
                continue
            if lexicon.nouns[key].event_type in TALKS and _is_resumptive(token, lexicon):
                yield token, lexicon.nouns[key]


def _is_of_event(verb: Token, lexicon: Lexicon) -> bool:
    """True for "took place", "is planned", "was cancelled"; not for what a thing itself is ("is a success")."""
    return verb.lemma_ != "be" and any(verb.lemma_ in lexicon.words[key] for key in VERBS)


def _is_resumptive(noun: Token, lexicon: Lexicon) -> bool:
    """False for "a call", "the second meeting" and "the call with A": other words tell another one."""
    words = lexicon.words["happening.definite"]
    definite = any(child.lower_ in words for child in children(noun, "det"))
    apart = any(
        child.ent_type_ or child.tag_ in ("JJS", "PRP$") for child in children(noun, "amod", "compound", "poss")
    )
    return definite and not apart and all(name not in WITH_PARTIES for name, _, _ in obliques(noun))
