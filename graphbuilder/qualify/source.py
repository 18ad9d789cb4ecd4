"""Sources: the subject of a verb of saying, and the owner of a document that is quoted."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.animacy import is_thing
from graphbuilder.grammar.agent import agents
from graphbuilder.grammar.arguments import children, obliques
from graphbuilder.grammar.forms import is_infinitive, is_passive
from graphbuilder.grammar.subjects import own_subjects, surface_subjects
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
    subjects = sayers(verb, lexicon)
    if not subjects or (subjects[0].lower_ in EMPTY and _is_empty(subjects[0], verb)):
        return None
    return Source(author(subjects[0], lexicon), Ground.SAYING, verb, told_outlet(verb, lexicon))


def points_out(verb: Token, lexicon: Lexicon) -> bool:
    """True for a verb of saying with a particle ("point out")."""
    return any(f"{verb.lemma_} {one.lower_}" in lexicon.words["verb.saying"] for one in children(verb, "prt"))


def sayers(verb: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The subjects of a verb of saying; the nearest alone where another one, between commas, is an apposition.

    As in "Of the new king, Charles, Truss said".
    """
    own = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if len(own) > 1 and verb.doc[max(own[0].left_edge.i - 1, 0)].text == ",":
        return (own[-1],)
    if _is_loose_participle(verb) and (by := agents(verb.head)):
        return tuple(by)
    reporter = continued_report(verb, lexicon)
    return surface_subjects(verb if reporter is None else reporter) or name_before(verb)


def name_before(verb: Token) -> tuple[Token, ...]:
    """The name right in front of a verb that the parser leaves without a subject: "the minister, X, said that"."""
    if verb.tag_ not in ("VBD", "VBZ") or verb.i < 2:
        return ()
    before = verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1)
    labels = ("PERSON",) if before.dep_ == "pobj" else ("PERSON", "ORG")  # not "X, a reporter from Acme, said"
    return (before,) if before.pos_ == "PROPN" and before.ent_type_ in labels and before.sent == verb.sent else ()


def continued_report(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb of saying that another one without a subject goes on from, past what the first one tells.

    As in "X said that A attacked B and added that ..."; but in "X said that A denied it and added ..." A goes on.
    """
    content = verb.head
    if verb.dep_ != "conj" or content.dep_ != "ccomp" or verb.lemma_ not in lexicon.words["verb.saying"]:
        return None
    report, words = content.head, lexicon.words
    tells = report.lemma_ in words["verb.saying"] and report.lemma_ not in words["verb.relaying"]
    if not tells or content.i < report.i or report.tag_ != verb.tag_ or own_subjects(verb):
        return None
    return None if content.lemma_ in words["verb.saying"] else report


def told_outlet(verb: Token, lexicon: Lexicon) -> Token | None:
    """The "CNN" of "told CNN that", not of "told CNN to leave"."""
    if verb.lemma_ not in lexicon.words["verb.telling"] or any(is_infinitive(child) for child in verb.rights):
        return None
    return next((child for child in children(verb, "dobj", "dative") if child.ent_type_ == "ORG"), None)


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
    return subject.lower_ != "it" or verb.lemma_ in ("seem", "appear")


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
    if noun.dep_ == "pobj" and link.lower_ == "in" and link.head.pos_ == "VERB" and not is_passive(link.head):
        return next(iter(surface_subjects(link.head)), None)
    issued = noun.dep_ == "dobj" and link.lemma_ in lexicon.words["verb.issuing"]
    return next(iter(surface_subjects(link)), None) if issued else None


def through(source: Source, anchor: Token, lexicon: Lexicon) -> Source:
    """The one whom an outlet cites, quoted through it: "A, citing B, said", "according to A, citing B"."""
    if source.via is not None or source.speaker.ent_type_ != "ORG":
        return source
    for participle in (*children(source.word, "advcl"), *children(source.speaker, "acl")):
        if participle.lemma_ in lexicon.words["verb.citing"] and participle != anchor:
            cited = next((noun for noun in children(participle, "dobj") if not is_thing(noun)), None)
            if cited is not None:
                return replace(source, speaker=cited, via=source.speaker)
    return source
