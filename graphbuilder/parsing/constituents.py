"""Slips of the parser in what stands at the top of a clause: its subjects, the titles of a name, its verb.

A verb has one subject, so that of two the one describes or lists the other; titles before a name are borne by it alone;
a noun with a subject and an object is a verb, and so is the participle that nothing but a noun governs; a name before
a sum is who gets it or pays it.
"""

from __future__ import annotations

from graphbuilder.animacy import NOUNS, is_person
from graphbuilder.lexicon import word_lists
from graphbuilder.syntax import SUBJECT, Token

CLASSES = frozenset(("NOUN", "PROPN"))
COMPLEMENTS = SUBJECT | {"dobj", "pobj"}
BEFORE = frozenset(("compound", "nmod"))
LIGHT = word_lists("light.toml")
MAKING = LIGHT["verb.appointing"] | LIGHT["verb.capturing"]
DETERMINED = frozenset(("det", "poss", "nummod"))


def part_subjects(noun: Token) -> None:
    """Of two subjects of a verb the first describes the second, or both are in one list."""
    first = next((child for child in noun.head.children if child.dep_ in SUBJECT), noun)
    if first == noun or first.i > noun.i:
        return
    between = noun.doc.tokens[noun.left_edge.i - 1]
    if between == first:
        _describe(first, noun)
    elif between.dep_ == "cc" and between.head == first:
        _list_with(first, noun)


def _describe(first: Token, noun: Token) -> None:
    """As in "the news agency A claims": what stands right before a name says what it is."""
    if noun.pos_ == "PROPN" and noun.left_edge.pos_ == "PROPN" and first.pos_ in CLASSES:
        move(first, noun, "compound")


def _list_with(first: Token, noun: Token) -> None:
    """As in "A, an ally of B, and C were killed", "the governments of A, B, and C"."""
    if _is_title_of(first, noun):
        move(first, noun, "nmod")
        return
    listed = [word for word in first.subtree if word.dep_ == "conj" and word.i < noun.i]
    alike = listed and noun.ent_type_ and listed[-1].ent_type_ == noun.ent_type_
    move(noun, listed[-1].head if alike else first, "conj")


def join_to_bearer(name: Token) -> None:
    """As in "businessman and former senator A met B": A bears both titles, which nobody bears alone."""
    title = name.head
    if title.dep_ not in COMPLEMENTS or name.doc.tokens[name.left_edge.i - 1].dep_ != "cc":
        return
    if _is_title_of(title, name):
        move(name, title.head, title.dep_)
        move(title, name, "nmod")


def _is_title_of(noun: Token, name: Token) -> bool:
    """True for a bare noun for a person before a name that has another one."""
    bare = (
        noun.tag_ in ("NN", "NNP")
        and not noun.ent_type_
        and is_person(noun)
        and not any(child.dep_ in DETERMINED for child in noun.children)
    )
    return bare and name.ent_type_ == "PERSON" and any(_is_title(child) for child in name.lefts)


def part_predicate(noun: Token) -> None:
    """As in "elected A president", "took A hostage": A is no part of the noun, but becomes what it says."""
    if noun.head.lemma_ not in MAKING or noun.tag_ not in ("NN", "NNP") or noun.ent_type_ == "PERSON":
        return
    name = next((child for child in noun.lefts if child.ent_type_ == "PERSON" and child.dep_ in BEFORE), None)
    if name is None or not is_person(noun) or any(child.dep_ in DETERMINED for child in noun.children):
        return
    for child in noun.lefts:
        if child.i < name.i:
            move(child, name, "compound")
    move(name, noun.head, "dobj")
    noun.dep_ = "oprd"


def join_to_person(name: Token) -> None:
    """As in "A of the Lund Bank and B met": persons stand beside persons."""
    body = name.head
    if name.ent_type_ != "PERSON" or body.ent_type_ not in ("ORG", "GPE") or body.dep_ != "pobj":
        return
    person = body.head.head
    if person.ent_type_ == "PERSON" and person.pos_ == "PROPN" and body.head.lower_ in ("of", "from"):
        move(name, person, "conj")


def _is_title(word: Token) -> bool:
    return word.dep_ == "compound" and not word.ent_type_ and is_person(word)


def read_as_verb(noun: Token) -> None:
    """As in "the court fines A": what has a subject before it and an object right behind it is a verb."""
    if noun.pos_ != "NOUN" or any(child.dep_ == "det" for child in noun.children):
        return
    subject = any(child.dep_ == "nsubj" for child in noun.lefts)
    if subject and any(child.dep_ == "dobj" and child.left_edge.i == noun.i + 1 for child in noun.rights):
        noun.pos_, noun.tag_ = "VERB", "VBZ" if noun.tag_ == "NNS" else "VBP"
        noun.lemma_ = noun.lower_[:-1] if noun.tag_ == "VBZ" and noun.lemma_ == noun.lower_ else noun.lemma_


def read_as_name(word: Token) -> None:
    """As in "captured Bakhmut": no adverb has a capital within a sentence."""
    verb = word.head
    name = word.tag_ == "RB" and word.text.istitle() and word.i == verb.i + 1 and verb.pos_ == "VERB"
    if name and not word.children and not any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.children):
        word.dep_, word.tag_, word.pos_, word.lemma_ = "dobj", "NNP", "PROPN", word.text


def read_as_gerund(word: Token) -> None:
    """As in "jailed for spying for B": what takes a complement and no article is the act."""
    acts = word.tag_ == "VBG" and word.head.head.pos_ == "VERB"
    if acts and word.children and all(child.i > word.i for child in word.children):
        word.dep_, word.pos_ = "pcomp", "VERB"


def mend_root(noun: Token) -> None:
    """Finds the verb of a clause whose top the parser takes for a noun."""
    read_as_verb(noun)
    if noun.pos_ not in CLASSES:
        return
    verb = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if verb is not None and _has_object(verb):
        _read_as_main(verb, noun)
    elif any(child.dep_ == "relcl" for child in noun.rights):
        _part_object(noun)


def _part_object(noun: Token) -> None:
    """As in "A, who leads B, defeated rival parties": they are no defeated parties beside A."""
    for thing in noun.rights:
        verb = thing.left_edge
        behind = thing.dep_ == "appos" and verb.nbor(-1).text == "," and thing.tag_ in ("NNS", "NNP", "NNPS")
        if behind and verb.tag_ == "VBN" and verb.dep_ == "amod" and verb.head == thing:
            move(verb, noun, "acl")
            move(thing, verb, "dobj")
            verb.pos_ = "VERB"
            _read_as_main(verb, noun)
            return


def _has_object(participle: Token) -> bool:
    """True for a participle that cannot be passive: with an object, and neither agent nor auxiliary."""
    labels = [child.dep_ for child in participle.children]
    return "dobj" in labels and not any(label in labels for label in ("agent", "auxpass", "aux"))


def _read_as_main(verb: Token, subject: Token) -> None:
    """As in "A, the church of B, elected C", without another verb: the participle is the verb of the sentence."""
    later = [child for child in subject.children if child.i > verb.i]
    raise_to_root(verb)
    verb.tag_ = "VBD"
    for child in later:
        move(child, verb, child.dep_)
    move(subject, verb, "nsubj")


def set_before_sum(name: Token) -> None:
    """As in "fined Acme two million euros": the name is no part of the sum."""
    unit = name.head
    if unit.dep_ != "dobj" or unit.lemma_.lower() not in NOUNS["money.units"] or name.pos_ != "PROPN":
        return
    if any(child.dep_ == "nummod" and child.i > name.i for child in unit.lefts):
        move(name, unit.head, "dative")


def move(token: Token, head: Token, label: str) -> None:
    """Hangs a token on another one."""
    _take_off(token)
    head.children = sorted((*head.children, token), key=lambda child: child.i)
    token.head, token.dep_ = head, label


def raise_to_root(token: Token) -> None:
    """Hangs a token on nothing."""
    _take_off(token)
    token.head, token.dep_ = token, "ROOT"


def _take_off(token: Token) -> None:
    token.head.children = [child for child in token.head.children if child != token] or ()
