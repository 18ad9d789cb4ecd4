"""Who says so: the innermost reported source of a content, as a token of the same or a neighbouring sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphbuilder.grammar.arguments import children, complement
from graphbuilder.grammar.embedding import embedding_object
from graphbuilder.grammar.forms import is_infinitive, is_passive
from graphbuilder.grammar.subjects import CHARGING, appealed_to, own_subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Status
from graphbuilder.qualify.clauses import coordinated_with, is_set_before, set_against
from graphbuilder.qualify.governors import is_advocated
from graphbuilder.qualify.quotation import is_appended_to_quotation, quotation_owner
from graphbuilder.qualify.ruling import Ground
from graphbuilder.qualify.source import Source, author, points_out, speaking, through
from graphbuilder.qualify.verbstatus import verb_status
from graphbuilder.syntax import SUBJECT, Token

PAST = frozenset(("VBD", "VBN"))
INSERTED = frozenset(("parataxis", "advcl", "ccomp"))


def find_source(anchor: Token, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """The innermost source of what is anchored here: governor, "according to", or the owner of the quotation.

    The outlet that this source is quoted through is the next one above it.
    """
    found = sources(anchor, lexicon, quotation)
    inner = next(found, None)
    if inner is None:
        return quotation_owner(anchor, lexicon, quotation) if quotation[anchor.i] else None
    inner, outer = through(inner, anchor, lexicon), next(found, None)
    if inner.via is None and outer is not None and outer.speaker.ent_type_ == "ORG" and outer.speaker != inner.speaker:
        return replace(inner, via=outer.speaker)
    return inner


def outer_source(anchor: Token, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """The source around the innermost one, else the owner of the quotation."""
    found = sources(anchor, lexicon, quotation)
    next(found, None)
    outer = next(found, None)
    return outer or (quotation_owner(anchor, lexicon, quotation) if quotation[anchor.i] else None)


def sources(anchor: Token, lexicon: Lexicon, quotation: list[int]) -> Iterator[Source]:
    """The sources of what is anchored here, from the innermost to the outermost.

    Who asks or promises to do something to "the agencies that cooperate with X" is no source of what describes them.
    """
    below, described = anchor, False
    for token, governor in governors(anchor):
        if is_appended_to_quotation(token, quotation):
            return
        source = according(token, below, lexicon) or inserted(token, anchor, lexicon) or misread(token, lexicon)
        described = described or (token.dep_ == "relcl" and not quotation[anchor.i])
        if governor is not None and (source is None or _closes(source, token)):
            told = told_above(token, governor, anchor, lexicon, quotation, described=described)
            if told is not None and source is not None:
                yield told
            source = source or told
        if source is None and governor is None:
            source = appended(anchor, lexicon)
        if source is not None:
            yield source
        below = token


def told_above(
    token: Token, governor: Token, anchor: Token, lexicon: Lexicon, quotation: list[int], *, described: bool
) -> Source | None:
    """The source that the governor of a clause names; what a promise or request describes is told by nobody."""
    if described and token.dep_ == "xcomp":
        return None
    return reported(token, governor, anchor, lexicon) or continued(token, governor, lexicon, quotation)


def _closes(source: Source, token: Token) -> bool:
    """True for ", according to X" behind "A said that B won": it passes on what A said."""
    return source.ground is Ground.ACCORDING and source.word.i > token.i and token.dep_ == "ccomp"


def governors(anchor: Token) -> Iterator[tuple[Token, Token | None]]:
    """(token, its head) from the anchor up to the root, whose head is None; conjuncts belong to the verb they fit."""
    token = anchor
    while token.head != token:
        head = _ABOVE.get(token.dep_, _head)(token)
        yield token, head
        token = head
    yield token, None


def _head(token: Token) -> Token:
    return token.head


_ABOVE = {"conj": coordinated_with, "advcl": set_against}


def according(token: Token, below: Token, lexicon: Lexicon) -> Source | None:
    """As in "According to X" beside this token, but not behind the clause in front of it that one comes from."""
    for child in token.children:
        if child.lower_ == "according" and child.dep_ in ("prep", "advmod", "acl", "advcl"):
            noun = next((complement(to) for to in child.children if to.lower_ == "to"), None)
            apart = below.dep_ == "advcl" and below.i < child.i < token.i
            if below == child and noun is not None and noun.lemma_.lower() not in lexicon.words["noun.document"]:
                return None  # "according to Oman, which attacked B"
            if noun is not None and not apart:
                return Source(issuer(noun, token, lexicon), Ground.ACCORDING, child)
    return None


def issuer(noun: Token, clause: Token, lexicon: Lexicon) -> Token:
    """Who speaks in "A imposed limits, according to a press release": A, where the document has no other owner."""
    owner = author(noun, lexicon)
    subjects = own_subjects(clause)
    follows = noun.i > clause.i and noun.tag_ != "NNS"
    anonymous = follows and owner == noun and noun.lemma_.lower() in lexicon.words["noun.bulletin"]
    return subjects[0] if anonymous and subjects else owner


def inserted(token: Token, anchor: Token, lexicon: Lexicon) -> Source | None:
    """As in "..., X reported" or "as X said", hanging below the content instead of above it."""
    saying = lexicon.words["verb.saying"]
    for child in token.children:
        if child.dep_ not in INSERTED or child.lemma_ not in saying or child == anchor:
            continue
        if any(grand.dep_ == "xcomp" for grand in child.children):
            continue  # what "as X continues to press Y" tells is its own
        as_mark = any(mark.lower_ == "as" for mark in children(child, "mark", "advmod"))
        if child.dep_ == "parataxis" or (as_mark and not anchor.is_ancestor(child)):
            return speaking(child, lexicon)
    return None


def misread(verb: Token, lexicon: Lexicon) -> Source | None:
    """The first of two subjects, with a verb of saying behind it that the parser took for a participle.

    As in "The observatory reported on Friday the strikes killed three".
    """
    subjects = list(children(verb, "nsubj")) if verb.pos_ == "VERB" else []
    if len(subjects) < 2:
        return None
    saying = lexicon.words["verb.saying"]
    for participle in children(subjects[0], "acl"):
        if participle.tag_ == "VBN" and participle.i < subjects[1].i and participle.lemma_ in saying:
            return Source(subjects[0], Ground.SAYING, participle)
    return None


def appended(anchor: Token, lexicon: Lexicon) -> Source | None:
    """The noun behind the content, with a verb of saying that the parser took for its participle.

    As in "A will help B, the minister, X, announced on Tuesday".
    """
    tokens, saying = anchor.doc.tokens, lexicon.words["verb.saying"]
    for token in tokens[anchor.i + 1 : anchor.sent.end]:
        if token.dep_ != "acl" or token.tag_ not in PAST or token.lemma_ not in saying:
            continue
        behind = tokens[token.i - 1].text == "," == tokens[token.head.left_edge.i - 1].text and token.head.i > anchor.i
        if behind and not any(child.dep_ in ("agent", "dobj") for child in token.children):
            return Source(token.head, Ground.SAYING, token)
    return None


def reported(token: Token, governor: Token, anchor: Token, lexicon: Lexicon) -> Source | None:
    """The subject of a verb of saying above the content, or of one whose complement is its own content."""
    if is_set_before(token, governor, lexicon):
        return None
    words = lexicon.words
    if token.dep_ in ("acl", "ccomp") and governor.pos_ == "NOUN":
        return None if _is_saying_itself(token, anchor, lexicon) else announced(governor, token, lexicon)
    wished = governor.lemma_ in words["verb.acting"] and governor.lemma_ in words["noun.wish"]
    if token.dep_ == "dobj" and (wished or governor.lemma_ in words["verb.invoking"]):
        return speaking(governor, lexicon)
    content = token.dep_ == "ccomp" or embedding_object(token) is not None
    if content and (governor.lemma_ in words["verb.saying"] or points_out(governor, lexicon)):
        return speaking(governor, lexicon) if is_said(governor, lexicon) else None
    if token.dep_ == "ccomp" and governor.lemma_ not in words["verb.acting"]:
        return claimed(token, governor, lexicon) or told_in_passing(token, governor, lexicon)
    if token.dep_ in ("xcomp", "ccomp") or _is_asked(token, governor, lexicon):
        return promised(governor, lexicon)
    return alleged(token, governor, anchor, lexicon) if token.dep_ == "prep" else None


def _is_asked(token: Token, governor: Token, lexicon: Lexicon) -> bool:
    """True for the infinitive of "appealed to A on Monday to leave" and "advocated for A to leave"."""
    if token.dep_ != "advcl" or not is_infinitive(token):
        return False
    return bool(appealed_to(governor)) or is_advocated(token, governor, lexicon)


def is_said(verb: Token, lexicon: Lexicon) -> bool:
    """False for what is not said, has yet to be said ("needs to show that"), or goes on ("continue to rise")."""
    if any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.rights):
        return verb.lemma_ in lexicon.words["verb.acting"]
    if any(True for _ in children(verb, "neg")):
        return verb.lemma_ in lexicon.words["governor.presuming"]
    return verb.dep_ != "xcomp" or verb_status(verb, lexicon).status is not Status.DESIRED


def _is_saying_itself(token: Token, anchor: Token, lexicon: Lexicon) -> bool:
    """True for the "declaring" of "issued a statement declaring": who issues it acts, and reports nothing of it."""
    words = lexicon.words
    return token == anchor and (token.lemma_ in words["verb.saying"] or token.lemma_ in words["verb.acting"])


def promised(governor: Token, lexicon: Lexicon) -> Source | None:
    """Who asks, promises or is said to believe what an infinitive tells; a treaty does what it says."""
    words = lexicon.words
    told = governor.lemma_ in words["verb.saying"] and is_passive(governor)
    source = speaking(governor, lexicon) if told or governor.lemma_ in words["verb.acting"] else None
    return None if source is not None and source.speaker.lemma_.lower() in words["noun.pact"] else source


def alleged(preposition: Token, governor: Token, anchor: Token, lexicon: Lexicon) -> Source | None:
    """Who accuses somebody of an act, or calls something by it: "accused of planning", "blamed for the attack"."""
    if governor.dep_ == "dobj" and governor.head.lemma_ in CHARGING:
        governor = governor.head  # "accused the rebels of shelling", hung on the rebels
    words, lemma = lexicon.words, governor.lemma_
    if lemma not in words["verb.acting"]:
        return None
    is_gerund = any(True for _ in children(preposition, "pcomp"))
    if is_gerund and preposition.lower_ in ("of", "for", "with", "over", "about", "from", "into", "as"):
        return speaking(governor, lexicon)
    is_noun = anchor.pos_ == "NOUN" and preposition.lower_ in ("of", "for", "as")
    return speaking(governor, lexicon) if is_noun and lemma in words["verb.alleging"] else None


def told_in_passing(token: Token, governor: Token, lexicon: Lexicon) -> Source | None:
    """Who speaks right in front of a clause that the parser hangs higher: "ended, with Oman confirming Iran agreed"."""
    tokens = token.doc.tokens
    at = token.left_edge.i - 1
    while at > governor.i and tokens[at].ent_type_ == "DATE":
        at -= 1
    verb = tokens[at]
    told = at > governor.i and verb.tag_ == "VBG" and verb.lemma_ in lexicon.words["verb.saying"]
    return speaking(verb, lexicon) if told else None


def claimed(token: Token, governor: Token, lexicon: Lexicon) -> Source | None:
    """Whose the claim is in front of a clause that the parser hangs on the verb: "rejected Oman's claim Iran fired"."""
    for noun in children(governor, "dobj"):
        if noun.lemma_.lower() in lexicon.words["noun.saying"] and noun.i + 1 == token.left_edge.i:
            return announced(noun, token, lexicon)
    return None


def continued(token: Token, governor: Token, lexicon: Lexicon, quotation: list[int]) -> Source | None:
    """Who speaks on in a coordinated clause that quotes: 'said "…", and Oman would take "further steps"'."""
    if token.dep_ != "conj" or governor.lemma_ not in lexicon.words["verb.saying"]:
        return None
    if token.lemma_ in lexicon.words["verb.saying"] or not any(child.dep_ in SUBJECT for child in token.children):
        return None
    quotes = any(quotation[token.left_edge.i : token.right_edge.i])
    return speaking(governor, lexicon) if quotes or goes_on(token, governor) else None


def goes_on(clause: Token, report: Token) -> bool:
    """True for a clause joined to a report with a content clause that goes on telling: "said A won and B lost".

    A clause in the past behind a comma is the article's own: "said A won, and B resigned".
    """
    between = [child for child in report.rights if child.i < clause.i]
    if not any(child.dep_ == "ccomp" for child in between) or any(child.dep_ == "dobj" for child in between):
        return False
    past = "VBD" in (clause.tag_, *(child.tag_ for child in clause.lefts if child.dep_ in ("aux", "auxpass")))
    joint = next((child for child in between if child.dep_ == "cc"), clause)
    return not (past and clause.doc[joint.i - 1].text == ",")


def announced(noun: Token, clause: Token, lexicon: Lexicon) -> Source | None:
    """Whose a claim, plan or document with a content clause is: its owner, or who announces or issues it."""
    words, lemma = lexicon.words, noun.lemma_.lower()
    intention, saying = lemma in words["noun.intention"], lemma in words["noun.saying"]
    if not intention and not saying and lemma not in words["noun.document"]:
        return None
    owner = next(children(noun, "poss"), None)
    if owner is not None and not intention:
        return Source(owner, Ground.SAYING, noun) if saying or not is_infinitive(clause) else None
    if noun.dep_ == "dobj" and noun.head.lemma_ in words["verb.issuing"]:
        return speaking(noun.head, lexicon)
    return None
