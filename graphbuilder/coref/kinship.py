"""Who is what to whom, both ways: the father of "X, the son of Y" is Y, the wife of "X married Y" is Y."""

from __future__ import annotations

from graphbuilder.coref.discourse import Discourse
from graphbuilder.grammar.triple import Triple
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.names.referents import Referent

SPOUSE = "spouse"


def note_role(discourse: Discourse, role: str, owner: Referent, person: Referent) -> None:
    """What a person is to somebody, and what that one is to him in turn; whom the text names first stays."""
    discourse.roles.setdefault((role, owner.id), person)
    if owner.kind is not Kind.PERSON or owner is person:
        return
    for converse in discourse.lexicon.words.get(f"converse.{role}", ()):
        if suits(converse, owner, discourse.lexicon):
            discourse.roles.setdefault((converse, person.id), owner)


def suits(role: str, person: Referent, lexicon: Lexicon) -> bool:
    """False for the mother who is known to be a man."""
    return all(person.gender in (None, one) or role not in lexicon.words[f"person.{one}"] for one in ("male", "female"))


def note_marriage(discourse: Discourse, triple: Triple) -> None:
    """Husband and wife of "X married Y"."""
    spouses = [[link.referent for link in discourse.resolve(end)] for end in (triple.subject, triple.object)]
    if any(len(one) != 1 or one[0].kind is not Kind.PERSON for one in spouses):
        return
    for (owner,), (spouse,) in (spouses, spouses[::-1]):
        for role in discourse.lexicon.words[f"converse.{SPOUSE}"]:
            if suits(role, spouse, discourse.lexicon):
                discourse.roles.setdefault((role, owner.id), spouse)
