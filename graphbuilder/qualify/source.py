"""Sources: the subject of a verb of saying, and the owner of a document that is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuilder.grammar.arguments import children, is_passive, obliques, surface_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.syntax import Token

EMPTY = frozenset(("it", "there", "which", "that", "this"))


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker, the words that name him, and the outlet that was told so."""

    speaker: Token
    via: Token | None = None


def speaking(verb: Token, lexicon: Lexicon) -> Source | None:
    """The source behind a verb of saying: its subject, and the outlet that was told. None for passives."""
    if is_passive(verb):
        return None
    subjects = surface_subjects(verb)
    if not subjects or (subjects[0].lower_ in EMPTY and _is_empty(subjects[0], verb)):
        return None
    told = next((child for child in children(verb, "dobj", "dative") if child.ent_type_ == "ORG"), None)
    return Source(author(subjects[0], lexicon), told)


def _is_empty(subject: Token, verb: Token) -> bool:
    return subject.lower_ != "it" or verb.tag_ == "VBN" or verb.lemma_ in ("seem", "appear")


def author(noun: Token, lexicon: Lexicon) -> Token:
    """Whose a quoted document is ("NATO's statement", "a press release by the OECD"); any other noun itself."""
    if noun.lemma_.lower() not in lexicon.words["noun.document"]:
        return noun
    owner = next(children(noun, "poss"), None)
    if owner is not None:
        return owner
    return next((party for name, _, party in obliques(noun) if name in ("by", "from", "of")), noun)
