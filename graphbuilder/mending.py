"""Slips of the parser that grammar settles, mended once for all that reads the parse.

Verbs that share their subject agree in form; "who" is a person; beside the subject of its clause a relative pronoun is
no second one; a country behind its city is no subject; what a colon announces belongs to the noun before it; a verb
that "while" sets against the same verb stands beside it; a participle behind a comma tells of the clause, not of its
object.
"""

from __future__ import annotations

from graphbuilder.animacy import is_person, is_thing
from graphbuilder.constituents import (
    join_to_bearer,
    join_to_person,
    mend_root,
    move,
    part_predicate,
    part_subjects,
    read_as_gerund,
    read_as_name,
    read_as_verb,
    set_before_sum,
)
from graphbuilder.fronting import find_subject, part_report
from graphbuilder.lexicon import load_words
from graphbuilder.syntax import SUBJECT, Doc, Token

LISTS = dict(load_words("control.toml"))
CONTENT = LISTS["clause.content"]
SAYING = dict(load_words("reporting.toml"))["verb.saying"]
LOOSE = SUBJECT | {"dep", "prep", "npadvmod"}
"""What the parser calls a subject that another one keeps from its place."""
FORMS = frozenset(("VBG", "VBD"))
LIKENED = FORMS | {"VBZ"}
PRESENT = frozenset(("VB", "VBZ", "VBP", "VBG"))
RELATIVE = frozenset(("WP", "WDT", "WRB", "WP$"))
SCENES = frozenset(("on", "in", "at", "against", "near"))
"""Before the place or target of a harmful event."""
EMBEDDED = frozenset(("ccomp", "xcomp", "conj"))
NESTED = frozenset(("pcomp", "prep", "xcomp", "ccomp", "acl", "conj"))
CONTRAST = frozenset(("while", "whereas"))
SPEAKING = LISTS["clause.content"] | LISTS["clause.continuing"]
"""What no thing does: "declare", "thank"."""
NAMED = frozenset(("PERSON", "NORP", "ORG", "GPE"))


def mend(doc: Doc) -> Doc:
    """The same document, in which some words hang elsewhere."""
    for token in doc.tokens:
        mended = _SLIPS.get(token.dep_)
        if mended is not None:
            mended(token)
    return doc


def _join_to_like(verb: Token) -> None:
    """As in "a letter saying that A attacked B and urging": "urging" goes with "saying"."""
    head = verb.head
    if verb.tag_ not in LIKENED or verb.pos_ != "VERB" or head.pos_ not in ("VERB", "AUX") or not _is_bare(verb):
        return
    like = _LIKE[verb.tag_](verb, head)
    if like is not None:
        move(verb, like, "conj")


def _join_to_state(state: Token) -> None:
    """As in "the ministers of A and B met": what stands beside the state is the other state, not the ministers."""
    noun, first = state.head, state.left_edge.i
    if noun.tag_ != "NNS" or first < 2 or state.doc.tokens[first - 1].lower_ != "and":
        return
    other = state.doc.tokens[first - 2]
    if other.ent_type_ == "GPE" and other.dep_ == "pobj" and other.head.lower_ == "of" and other.head.head == noun:
        move(state, other, "conj")


def _is_bare(verb: Token) -> bool:
    """True without auxiliary, subject or mark."""
    return not any(child.dep_ in SUBJECT or child.dep_ in ("aux", "auxpass", "mark", "expl") for child in verb.children)


def _like_participle(verb: Token, head: Token) -> Token | None:
    """The participle above a finite verb that a second participle goes with."""
    if head.tag_ in FORMS - {"VBD"} or (head.lemma_ == "be" and not _is_quoted_before(verb)):
        return None  # "should be a power and exporting"
    if head.tag_ == "VBN" and _is_bare(head):
        return None
    while head.dep_ in EMBEDDED:
        head = head.head
        if head.tag_ == "VBG" and head.pos_ == "VERB" and _is_bare(head):
            return head
    return None


def _is_quoted_before(verb: Token) -> bool:
    """True where a quotation ends between a verb and the one that it hangs on."""
    between = verb.doc.tokens[verb.head.i : verb.i]
    return sum(token.is_quote for token in between) % 2 == 1


def _like_past(verb: Token, head: Token) -> Token | None:
    """The verb of saying in the past that the past after its clause goes with: "said A means B and called"."""
    if verb.lemma_ in SPEAKING and head.dep_ == "ccomp" and _is_of_thing(head):
        return _above(head, "VBD")
    if head.tag_ not in PRESENT and not any(child.tag_ == "MD" for child in head.children):
        return None
    if any(child.tag_ == "VBD" and child.dep_ in ("aux", "auxpass") for child in head.children):
        return None
    return _above(head, "VBD")


def _is_of_thing(verb: Token) -> bool:
    """True for the "was" of "said the cost was high but promised help", which things do not promise."""
    return any(child.dep_ in SUBJECT and is_thing(child) for child in verb.children)


def _like_present(_: Token, head: Token) -> Token | None:
    """The same in the present: "says that A will leave and urges"."""
    modal = any(child.tag_ == "MD" for child in head.children)
    return _above(head, "VBZ") if modal or head.tag_ == "VBD" else None


def _above(head: Token, tag: str) -> Token | None:
    """The verb in the past or present whose clause this is."""
    while head.dep_ in EMBEDDED or (head.dep_ == "advcl" and any(child.lower_ == "to" for child in head.lefts)):
        head = head.head
        if head.tag_ == tag:
            return head if head.pos_ == "VERB" else None
    return None


def _join_to_place(country: Token) -> None:
    """As in "a court in Nairobi, Kenya sentenced B": the court does, and the country says where the city is."""
    tokens, place = country.doc.tokens, country.i
    if country.ent_type_ != "GPE" or place < 3 or tokens[place - 1].text != "," or tokens[place - 2].ent_type_ != "GPE":
        return
    city = tokens[place - 2]
    while city.dep_ != "pobj" and city.head.ent_type_ == "GPE" and city.head.i < city.i:
        city = city.head  # "in Tulsa, Oklahoma, US"
    body = city.head.head
    if city.dep_ != "pobj" or body.pos_ not in ("NOUN", "PROPN") or body.dep_ not in LOOSE or body.i > city.i:
        return
    verb, label = country.head, country.dep_
    move(country, city, "appos")
    if body.dep_ not in SUBJECT:
        move(body, verb, label)


def _mend_subject(noun: Token) -> None:
    _join_to_place(noun)
    part_report(noun)
    part_subjects(noun)


def _mend_conjunct(token: Token) -> None:
    if token.ent_type_ == "GPE":
        _join_to_state(token)
    elif token.pos_ == "PROPN":
        join_to_bearer(token)
        join_to_person(token)
    else:
        _join_to_like(token)
        find_subject(token)


def _mend_top(token: Token) -> None:
    mend_root(token)
    find_subject(token)


def _mend_clause(token: Token) -> None:
    read_as_verb(token)
    find_subject(token)


def _read_as_adverbial(participle: Token) -> None:
    """As in "A told B to leave, citing C": behind a comma it tells of the clause."""
    if participle.tag_ == "VBG" and _stands_behind_comma(participle):
        participle.dep_ = "advcl"


def _join_to_announced(name: Token) -> None:
    """As in "it flows through other pipes: A and B": the names are those of the pipes."""
    first = name.left_edge.i
    if first < 2 or name.doc.tokens[first - 1].text != ":":
        return
    last = noun = name.doc.tokens[first - 2]
    while noun.tag_ != "NNS" and noun.head.pos_ in ("NOUN", "ADP") and noun.head.i < noun.i:
        noun = noun.head
    noun = noun if noun.tag_ == "NNS" else last
    if noun.pos_ in ("NOUN", "PROPN") and name.head not in (noun, last):
        move(name, noun, "appos")


def _set_against(verb: Token) -> None:
    """As in "A accused B of lying while B accused A of cheating": the accusations stand side by side."""
    marked = any(child.dep_ == "mark" and child.lower_ in CONTRAST for child in verb.children)
    if not marked or not any(child.dep_ in SUBJECT for child in verb.children):
        return
    outer = verb.head
    while outer.dep_ in NESTED and outer.head.i < outer.i:
        outer = outer.head
        if outer.lemma_ == verb.lemma_ and outer.tag_ == verb.tag_:
            move(verb, outer, "advcl")
            return


def _mend_adverbial(verb: Token) -> None:
    if verb.tag_ == "VBG" and _is_bare(verb):
        _join_to_whole(verb)
        _join_to_report(verb)
    else:
        _set_against(verb)


def _join_to_whole(participle: Token) -> None:
    """As in "It left the region, comprising A and B": the region comprises them."""
    first = participle.left_edge.i
    if participle.lemma_ not in LISTS["clause.composing"] or first < 2 or not _stands_behind_comma(participle):
        return
    whole = participle.doc.tokens[first - 2]
    if is_thing(whole) and whole.dep_ in ("dobj", "pobj"):
        move(participle, whole, "acl")


def _join_to_report(participle: Token) -> None:
    """As in "A said, citing B, that C left", "according to A, citing B, C left": A cites B."""
    clause = participle.head
    if _is_of_another(clause, participle):
        move(participle, clause.head, "advcl")
        return
    if clause.dep_ == "ccomp" and any(child.dep_ == "mark" and child.i > participle.i for child in clause.children):
        move(participle, clause.head, "advcl")
        return
    first, tokens = participle.left_edge.i, participle.doc.tokens
    before = tokens[first - 2] if first > 3 and tokens[first - 1].text == "," else participle
    if before.dep_ == "pobj" and before.head.lower_ == "to" and before.head.head.lower_ == "according":
        move(participle, before, "acl")


def _is_of_another(clause: Token, participle: Token) -> bool:
    """True in "A let B open an office, angering C": what A has let B do is no act beside which B does another."""
    if clause.dep_ not in ("ccomp", "xcomp") or clause.tag_ != "VB" or not clause.head.i < clause.i < participle.i:
        return False
    if any(child.dep_ == "mark" or child.tag_ == "MD" for child in clause.children):
        return False
    own = any(child.dep_ in SUBJECT and clause.head.i < child.i for child in clause.children)
    return own and _stands_behind_comma(participle)


def _join_to_clause(participle: Token) -> None:
    """As in "A held talks with B, seeking a deal": A seeks it, not the talks."""
    noun = participle.head
    if (
        participle.tag_ != "VBG"
        or participle.lemma_ in LISTS["clause.composing"]
        or noun.pos_ != "NOUN"
        or noun.dep_ not in ("dobj", "pobj")
        or not _stands_behind_comma(participle)
    ):
        return
    verb = noun.head
    while verb.pos_ in ("NOUN", "ADP") and verb.dep_ in ("dobj", "pobj", "prep"):
        verb = verb.head
    if verb.pos_ == "VERB" and is_thing(noun):
        move(participle, verb, "advcl")


def _stands_behind_comma(verb: Token) -> bool:
    first = verb.left_edge.i
    return first > 0 and verb.doc.tokens[first - 1].text == ","


def _mend_relative(verb: Token) -> None:
    if any(child.lower_ == "that" and child.i < verb.i for child in verb.children) and _has_no_gap(verb):
        _join_to_saying(verb)
    pronoun = next((word for word in verb.subtree if word.i < verb.i and word.tag_ in RELATIVE), None)
    if pronoun is None or pronoun.i < verb.head.i:
        return
    if pronoun.lower_ != "who" and pronoun.dep_ == "nsubj" and verb.lemma_ in LISTS["control.harming"]:
        _find_harm(verb)
    elif pronoun.lower_ == "who":
        _find_person(verb)
    elif pronoun.lower_ == "which":
        _find_thing(verb, pronoun)
        if pronoun.dep_ == "dobj" and verb.lemma_ in CONTENT and not is_thing(verb.head):
            pronoun.dep_ = verb.dep_ = "dep"  # "accused B of attacking C, which B denies"
    if pronoun.head == verb and pronoun.dep_ == "nsubj":
        _fill_gap(verb, pronoun)


def _has_no_gap(verb: Token) -> bool:
    """True where "that" only begins the clause, which has its subject, and its object where "that" would be one."""
    roles = [child.dep_ for child in verb.children if child.lower_ != "that"]
    that = next(child.dep_ for child in verb.children if child.lower_ == "that")
    return not SUBJECT.isdisjoint(roles) and (that == "mark" or (that == "dobj" and "dobj" in roles))


def _join_to_saying(verb: Token) -> None:
    """As in "told B during a call that C had left": what is told, not what call it was."""
    noun = verb.head
    saying = noun.head.head
    if noun.dep_ == "pobj" and saying.i < noun.i and saying.lemma_ in SAYING:
        move(verb, saying, "ccomp")
        next(child for child in verb.children if child.lower_ == "that").dep_ = "mark"


def _find_person(verb: Token) -> None:
    """As in "an author of books who won": the author."""
    noun = verb.head
    if noun.pos_ == "PROPN" and noun.ent_type_ not in NAMED:
        return  # a name that nobody knows may be a person's
    while not is_person(noun) and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
    if noun != verb.head and is_person(noun):
        move(verb, noun, "relcl")


def _find_harm(verb: Token) -> None:
    """As in "an attack on a school in B which killed two": the attack, not the school."""
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ in SCENES and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    if noun != verb.head and is_thing(noun):
        move(verb, noun, "relcl")


def _find_thing(verb: Token, pronoun: Token) -> None:
    """As in "the founder of a website which published": the website."""
    place = pronoun.i - (2 if pronoun.nbor(-1).text == "," else 1)
    noun = verb.doc.tokens[place]
    if noun.dep_ == "pobj" and verb.head.tag_ == "NN" and is_person(verb.head) and not is_person(noun):
        move(verb, noun, "relcl")


def _fill_gap(verb: Token, pronoun: Token) -> None:
    """As in "the man who Warne paid tribute to", "the deal which Biden signed": the object, not the subject."""
    if not any(child.dep_ in SUBJECT and child.i > pronoun.i for child in verb.children):
        return
    stranded = next(
        (word for word in verb.subtree if word.dep_ == "prep" and word.i > verb.i and not word.children), None
    )
    if stranded is not None:
        move(pronoun, stranded, "pobj")
    elif not any(child.dep_ == "dobj" for child in verb.children):
        pronoun.dep_ = "dobj"


_LIKE = {"VBG": _like_participle, "VBD": _like_past, "VBZ": _like_present}
_SLIPS = {
    "ROOT": _mend_top,
    "ccomp": _mend_clause,
    "conj": _mend_conjunct,
    "dobj": part_predicate,
    "relcl": _mend_relative,
    "appos": _join_to_announced,
    "pobj": read_as_gerund,
    "xcomp": _read_as_adverbial,
    "advcl": _mend_adverbial,
    "advmod": read_as_name,
    "acl": _join_to_clause,
    "nmod": set_before_sum,
    "compound": set_before_sum,
    **dict.fromkeys(SUBJECT, _mend_subject),
}
