"""Sources: the subject of a verb of saying, and the owner of a document that is quoted."""

from __future__ import annotations

from graphbuilder.grammar.agent import agents
from graphbuilder.grammar.arguments import children, obliques, own_subjects, surface_subjects
from graphbuilder.grammar.forms import is_passive
from graphbuilder.lexicon import Lexicon
from graphbuilder.qualify.ruling import Ground
from graphbuilder.syntax import Token
from graphbuilder.values import value

EMPTY = frozenset(("it", "there", "which", "that", "this"))


@value
class Source:
    """A speaker, the kind of word that tells so and the word, and the outlet that the speaker is quoted through."""

    speaker: Token
    ground: Ground
    word: Token
    via: Token | None = None


def speaking(verb: Token, lexicon: Lexicon) -> Source | None:
    """The source behind a verb of saying: its subject or agent, and the outlet that was told."""
    if is_passive(verb):
        return _said_by(verb, lexicon)
    subjects = surface_subjects(verb)
    if _is_loose_participle(verb):
        subjects = tuple(agents(verb.head)) or subjects
    if not subjects or (subjects[0].lower_ in EMPTY and _is_empty(subjects[0], verb)):
        return None
    told = next((child for child in children(verb, "dobj", "dative") if child.ent_type_ == "ORG"), None)
    return Source(author(subjects[0], lexicon), Ground.SAYING, verb, told)


def _said_by(verb: Token, lexicon: Lexicon) -> Source | None:
    """Who says what is said: "estimated by the OECD to", "it is said in an article by X"."""
    by = agents(verb)
    if by:
        return Source(author(by[0], lexicon), Ground.SAYING, verb)
    holders = (verb, *children(verb, "auxpass"))
    for name, _, noun in (found for holder in holders for found in obliques(holder)):
        if name == "in" and noun.lemma_.lower() in lexicon.words["noun.document"] and author(noun, lexicon) != noun:
            return Source(author(noun, lexicon), Ground.SAYING, verb)
    return None


def _is_loose_participle(verb: Token) -> bool:
    """True for "noting" in "the sanctions were questioned by X, noting that", where the agent notes."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(verb.head) and not own_subjects(verb)


def _is_empty(subject: Token, verb: Token) -> bool:
    return subject.lower_ != "it" or verb.tag_ == "VBN" or verb.lemma_ in ("seem", "appear")


def author(noun: Token, lexicon: Lexicon) -> Token:
    """Whose a quoted document is ("NATO's statement", "a press release by the OECD"); any other noun itself."""
    if noun.lemma_.lower() not in lexicon.words["noun.document"]:
        return noun
    owner = next(children(noun, "poss"), None)
    if owner is not None:
        return owner
    by = next((party for name, _, party in obliques(noun) if name in ("by", "from", "of")), None)
    issued = (agent for one in children(noun, "acl") if one.tag_ == "VBN" for agent in agents(one))
    return by or next(issued, None) or _issuer(noun, lexicon) or noun


def _issuer(noun: Token, lexicon: Lexicon) -> Token | None:
    """Who speaks "in a statement" or "released a report"; None where nobody is said to."""
    link = noun.head
    if noun.dep_ == "pobj" and link.lower_ == "in" and link.head.pos_ == "VERB":
        return next(iter(surface_subjects(link.head)), None)
    issued = noun.dep_ == "dobj" and link.lemma_ in lexicon.words["verb.issuing"]
    return next(iter(surface_subjects(link)), None) if issued else None
