"""What kind of party a name names: given names, titles, what the name does, and how else the article labels it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.mentions import Name
from graphbuilder.syntax import SUBJECT, Doc, Span, Token

SURE = 3
LONGEST_PERSON = 4
NOT_PERSONS = ("organization.suffixes", "organization.bodies", "place.nouns")


def gender_of(name: str, lexicon: Lexicon) -> str | None:
    """ "male" or "female" where the given name settles it; None for surnames and names that both bear."""
    given = name.split()[0].lower()
    for gender in ("male", "female"):
        if given in lexicon.words[f"given.{gender}"]:
            return gender
    return None


def title_gender(doc: Doc, start: int, lexicon: Lexicon) -> str | None:
    """The gender of a title right before a name ("Mrs", "Queen")."""
    before = doc[start - 1].lower_ if start else ""
    return next((gender for gender in ("male", "female") if before in lexicon.words[f"person.{gender}"]), None)


def introduction(doc: Doc, name: Name, lexicon: Lexicon) -> Kind | None:
    """What the noun beside a name says of it: a person ("lawyer Jane Doe"), a body ("radio station Acme"), a place."""
    root = doc[name.start : name.end].root
    full = name.kind is Kind.PERSON and " " in name.text  # "the state of Vermont Jane Doe"
    if (is_classed(root, lexicon) and not full) or is_lived_in(root, lexicon):
        return Kind.PLACE
    after = noun_behind(root)
    if after is not None and after.lemma_.lower() in lexicon.words["organization.firms"]:
        return Kind.ORGANIZATION
    noun = noun_beside(doc, name, root)
    if noun is None:
        return None
    lemma, words = noun.lemma_.lower(), lexicon.words
    if lemma in words["person.roles"] and not (lemma in words["organization.bodies"] and name.kind is not Kind.PERSON):
        return Kind.PERSON if not any(map(str.isdigit, name.text)) else None
    listed = noun.tag_ == "NNS" and root.conjuncts  # "the retailers Acme and Bestco"
    body = lemma in words["organization.bodies"] or lemma in words["organization.trades"]
    if not (noun.tag_ == "NN" or listed) or not body or lemma in words["place.nouns"]:
        return None
    if name.kind is Kind.PERSON and (noun.dep_ == "appos" or bears_given_name(name.text, lexicon)):
        return None  # "of the committee Jane Doe"
    return Kind.ORGANIZATION


def noun_beside(doc: Doc, name: Name, root: Token) -> Token | None:
    """The noun that a name is joined to: right before it, or in apposition ("Acme, a company", "the company, Acme")."""
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.pos_ == "NOUN":
        joined = before.head == root or (root.dep_ == "appos" and root.head == before and before.dep_ != "pobj")
        return before if joined else None
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < root.i:
        return root.head
    return noun_behind(root)


def noun_behind(root: Token) -> Token | None:
    """The noun in apposition behind a name ("Acme, a company")."""
    after = (child for child in root.children if child.dep_ == "appos" and child.pos_ == "NOUN")
    return next((child for child in after if any(one.lower_ in ("a", "an") for one in child.children)), None)


def bears_given_name(text: str, lexicon: Lexicon) -> bool:
    """True where a name begins with a given name, be it of men, women or both."""
    return " " in text and is_given(text.split()[0].lower(), lexicon)


def is_given(word: str, lexicon: Lexicon) -> bool:
    """True for a given name of men, women or both, in small letters."""
    return any(word in lexicon.words[f"given.{gender}"] for gender in ("male", "female", "either"))


def is_lived_in(root: Token, lexicon: Lexicon) -> bool:
    """True for the name in "lived in X", which is a place."""
    preposition = root.head
    inside = root.dep_ == "pobj" and preposition.lower_ == "in" and preposition.dep_ == "prep"
    lemma = preposition.head.lemma_
    return inside and lemma in lexicon.words["verb.moving"] and f"{lemma} in" in lexicon.verbs


def is_full_name(span: Span, lexicon: Lexicon) -> bool:
    """True for a given name and a surname, whatever the model took them for."""
    if not 2 <= len(span) <= LONGEST_PERSON or gender_of(span[0].text, lexicon) is None:
        return False
    small = any(token.is_lower and token.pos_ in ("VERB", "AUX", "NOUN", "ADV") for token in span)
    if small or not all(token.is_title or token.is_lower or "." in token.text for token in span) or span[-1].is_lower:
        return False
    return not any(is_of_no_person(token.lower_, lexicon) for token in span)


def with_kinds(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """The names, each text of one kind: a person where given name, title, verb or most labels say so."""
    names = [as_thing(doc, as_place(doc, as_person(doc, name, lexicon), lexicon), lexicon) for name in names]
    names = as_introduced(doc, names, lexicon)
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for name in names:
        if name.actor is None:
            votes[name.text][name.kind] += 1
            votes[name.text][Kind.PERSON] += SURE if acts_as_person(doc, name, lexicon) else 0
    persons = {text for text, kinds in votes.items() if is_person(text, kinds, lexicon)}
    return [replace(name, kind=Kind.PERSON) if is_overruled(name, persons) else name for name in names]


def as_introduced(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """The names, those of one text of the kind that a noun before one of them tells."""
    kinds: dict[str, Kind] = {}
    for name in names:
        kind = introduction(doc, name, lexicon) if name.actor is None else None
        family = kind is Kind.ORGANIZATION and any(one.text.endswith(f" {name.text}") for one in names)
        if kind is not None and not family:  # "the band Lind" of Olga Lind
            kinds.setdefault(name.text, kind)
    return [replace(name, kind=kinds[name.text]) if _is_other(name, kinds) else name for name in names]


def _is_other(name: Name, kinds: dict[str, Kind]) -> bool:
    return name.actor is None and kinds.get(name.text, name.kind) is not name.kind


def as_place(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The name as that of a place where "District" or the like ends it."""
    if name.actor is not None or name.kind not in (Kind.PERSON, Kind.ORGANIZATION, Kind.THEME):
        return name
    ends = name.end - name.start > 1 and doc[name.end - 1].lower_ in lexicon.words["place.endings"]
    return replace(name, kind=Kind.PLACE) if ends else name


def as_thing(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The name as that of a thing where "Act", "Treaty" or the like ends it."""
    if name.actor is not None or name.kind in (Kind.STATE, Kind.THEME):
        return name
    return replace(name, kind=Kind.THEME) if ends_as_thing(doc, name, lexicon) else name


def ends_as_thing(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """True for the name of an act, treaty or the like by its head, of an operation or storm by its first word."""
    root = doc[name.start : name.end].root
    long = name.end - name.start > 1
    if long and doc[name.start].lower_ in lexicon.words["theme.beginnings"]:
        return True
    return long and root.lower_ in lexicon.words["theme.endings"] and not bears_given_name(name.text, lexicon)


def is_classed(root: Token, lexicon: Lexicon) -> bool:
    """True for the name in "the city of X", "the state of Y", which says what kind of place it is."""
    return class_of(root, lexicon) is not None


def class_of(root: Token, lexicon: Lexicon) -> Token | None:
    """The noun of "the city of X" that says what kind of place X is."""
    preposition = root.head
    if root.dep_ != "pobj" or preposition.lower_ != "of" or preposition.dep_ != "prep":
        return None
    noun = preposition.head
    if noun.lower_ not in lexicon.words["place.classes"] or preposition.i != noun.i + 1:
        return None
    definite = any(child.lower_ in ("the", "this", "that") or child.dep_ == "compound" for child in noun.children)
    return noun if definite else None


def is_overruled(name: Name, persons: set[str]) -> bool:
    """True where the votes make a person of what was labelled otherwise."""
    return name.actor is None and name.kind is not Kind.PERSON and name.text in persons


def as_person(doc: Doc, name: Name, lexicon: Lexicon) -> Name:
    """The name as that of a person where a given name begins it, of a body where "Party" or the like ends it."""
    if name.actor is None and is_cut_short(doc, name, lexicon):
        return replace(name, end=name.end + 1, text=doc[name.start : name.end + 1].text, kind=Kind.PERSON)
    last = doc[name.end - 1].lower_
    if name.kind is Kind.THEME and " " in name.text and governs(last, lexicon):
        return replace(name, kind=Kind.ORGANIZATION)
    if name.actor is None and name.kind is Kind.PERSON and is_called_like_body(doc, name, lexicon):
        return replace(name, kind=Kind.ORGANIZATION)
    if name.actor is None and name.kind is not Kind.PERSON and is_full_name(doc[name.start : name.end], lexicon):
        return replace(name, kind=Kind.PERSON)
    return name


def is_called_like_body(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """True for what the model takes for a person and is none.

    Three words with "Foundation" or the like behind them, a state at one end ("Yahoo Japan"), or "which" behind it.
    """
    given, words = bears_given_name(name.text, lexicon), name.end - name.start
    if words > 1 and doc[name.end - 1].lower_ in lexicon.words["organization.suffixes"]:
        return not given or words > 2
    if given:
        return False
    first, last = doc[name.start].lower_, lexicon.actors.get(doc[name.end - 1].lower_)
    if (words == 2 and first in lexicon.demonyms) or (words > 1 and last is not None and last.kind is Kind.STATE):
        return True
    root = doc[name.start : name.end].root
    clauses = (child for child in root.children if child.dep_ == "relcl")
    return any(one.lower_ == "which" and one.dep_ in SUBJECT for clause in clauses for one in clause.children)


def governs(word: str, lexicon: Lexicon) -> bool:
    """True for what governs a state and gives no book or film its name ("administration")."""
    return word in lexicon.words["organization.bodies"] and word in lexicon.words["organization.state_bodies"]


def is_cut_short(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """True for a given name alone whose surname the model left out of the entity."""
    if name.end - name.start > 1 or name.end >= len(doc) or gender_of(name.text, lexicon) is None:
        return False
    given, surname = doc[name.start], doc[name.end]
    joined = given.dep_ == "compound" and given.head == surname and surname.ent_type_ == ""
    return joined and surname.pos_ == "PROPN" and surname.is_title and not is_of_no_person(surname.lower_, lexicon)


def is_of_no_person(word: str, lexicon: Lexicon) -> bool:
    """True for words in the names of bodies and places."""
    return any(word in lexicon.words[group] for group in NOT_PERSONS)


def is_person(text: str, kinds: Counter[Kind], lexicon: Lexicon) -> bool:
    """True where at least half of the votes on a name are for a person; a lone given name needs one vote less."""
    alone = " " not in text and gender_of(text, lexicon) is not None and not kinds[Kind.PLACE]
    votes = kinds[Kind.PERSON] + alone
    return votes > 0 and 2 * votes >= kinds.total()


def is_aged(doc: Doc, end: int) -> bool:
    """True before an age between commas ("Doe, 25, said")."""
    if end + 2 >= len(doc) or not (doc[end].text == "," and doc[end + 2].text == ","):
        return False
    return doc[end + 1].text.isdigit() and len(doc[end + 1].text) == 2


def acts_as_person(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """True for one who is born or marries, bears a title of address, or is taken up by "who" or "himself"."""
    if title_gender(doc, name.start, lexicon) is not None:
        return True
    if is_aged(doc, name.end):
        return True
    root = doc[name.start : name.end].root
    if root.dep_ in SUBJECT and root.head.lemma_.lower() in lexicon.words["person.acts"]:
        return True
    if is_of_no_person(doc[name.end - 1].lower_, lexicon):
        return False  # "the Northern Alliance, who"
    if root.dep_ == "poss" and root.head.lemma_.lower() in lexicon.words["person.kin"]:
        return True
    return any(
        child.dep_ == "relcl" and any(one.lower_ in ("who", "whom") and one.head == child for one in child.lefts)
        for child in root.rights
    )
