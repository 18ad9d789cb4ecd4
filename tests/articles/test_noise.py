"""Which lines are no part of an article."""

import pytest

from graphbuilder.articles.language import identify, is_foreign
from graphbuilder.articles.noise import Reason, dateline, find_noise, judge


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO/AFP - Soldiers at the river",
        "AP/ANN LEE  -   The president of Ruritania, left",
        "REUTERS/Ann Lee",
        "AFP/AFP - Map of the pipeline",
        "File photo",
        "FILE PHOTO: A tank at the border",
        "Image: A tank",
        "(Photo by Ann Lee/Getty Images)",
        "Picture: AFP",
        "Photo: B / Getty Images",
        "Credit: AP",
        "Image courtesy of NASA",
        "The envoy speaks in Borduria. (Photo by Ann Lee/Pool)",
        "AFP via Getty Images",
        "The envoy arrives in Borduria [Ann Lee/Reuters]",
        "The envoy arrives. REUTERS/Ann Lee/File Photo",
        "FILE - In this picture of May 5 an envoy waves",
        "NORDPIX/TOMAS RIVELL  -   An envoy, left, waves to the crowd",
        "NORDPIX/Tomas van Rivell – An envoy waves",
        "NP/TOMAS RIVELL - An envoy waves",
        "NORDPIX/BNA - Map of the pipeline",
        "NORD PIX/TOMAS RIVELL/POOL - An envoy waves",
        "NORDPIX/TOMAS RIVELL",
    ],
)
def test_captions(line):
    """Captions and credits are told by their maker or their label."""
    assert judge(line) is Reason.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Talks fail",
        "Also read",
        "Share this article",
        "ADVERTISEMENT",
        "Follow us on Twitter",
        "Subscribe to our newsletter",
        "© 2021 The Daily",
        "Copyright 2021 by us",
        "The Daily. All rights reserved.",
        "Tags: Ruritania, talks",
    ],
)
def test_navigation(line):
    """What belongs to the page is no part of the article."""
    assert judge(line) is Reason.NAVIGATION


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee, Reporter",
        "By ANN LEE",
        "By Ann van Lee and Bo Day",
        "By Reuters",
        "Reporting by Ann Lee; Editing by Bo Day",
        "By Ann Lee in Paris",
    ],
)
def test_bylines(line):
    """A line that only says who wrote it is a byline."""
    assert judge(line) is Reason.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "Reuters/Ipsos polling shows the party - once strong - in decline.",
        "Advertisement spending fell by 3 percent.",
        "Also read out was a letter.",
        "Copyright law in Ruritania is changing.",
        "By Friday, the army had left.",
        "By Friday Ruritania Must Decide",
        "Photos showed tanks at the border.",
        "Pool reporters saw the president leave.",
        "Watch out for the talks next week.",
        "Related to this, the envoy warned Borduria.",
        "Ann Lee, Bo Day",
        "TASS and Interfax reported the talks.",
        "The letter was shown to the envoy (Reuters).",
        "Reporting by the broadcaster found that troops moved.",
        "Image problems haunt the party.",
        "AP reported the talks.",
        "BRUSSELS/MOSCOW - The envoys met.",
        "RURITANIA/Borduria talks - long awaited - failed.",
        "HIV/AIDS - a disease - spread.",
        "RUSSIA/UKRAINE - The two armies met.",
        "US/EU - The two met.",
    ],
)
def test_sentences_stay(line):
    """Sentences about agencies, pictures and advertisements are sentences."""
    assert judge(line) is None


@pytest.mark.parametrize(
    "prefix",
    [
        "BEIJING, Dec 5 (Xinhua) -- ",
        "KYIV (Reuters) - ",
        "MOSCOW — ",
        "Kyiv (Reuters) - ",
        "(AP) - ",
        "WASHINGTON, D.C. — ",
        "SAN FRANCISCO - ",
        "BRUSSELS/MOSCOW, Dec 5 (Reuters) - ",
        "MOSCOW, December 5. /TASS/. ",
        "Beijing, Dec. 5 — ",
        "LONDON, 5 December (BBC) – ",
        "TEL AVIV-- ",
        "BRUSSELS/MOSCOW - ",
        "KILIS, Turkey -- ",
        "ZENDA, March 3 — ",
        "ZENDA (Reuters) - ",
    ],
)
def test_datelines(prefix):
    """Place, day and agency in front of a sentence are cut off, the sentence is not."""
    assert dateline(prefix + "The envoy left.") == len(prefix)


@pytest.mark.parametrize(
    "line",
    [
        "NATO - The alliance met.",
        "RURITANIA - BORDURIA TALKS FAIL",
        "US - Ruritania ties froze.",
        "Paris - the city - slept.",
        "The envoy (AP) left - alone.",
        "QXRZ - FM is a station in Ruritania.",
        "ANNUAL REPORT — The ministry met the envoy.",
        "RURITEL - The company left.",
        "SMITH, JONES - The two of them left.",
    ],
)
def test_no_datelines(line):
    """Words in capitals that are no known place, headlines and dashes within a sentence are no datelines."""
    assert dateline(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "El presidente anunció que el gasoducto está listo para entregar gas",
        "Der Präsident kündigte an, dass die Leitung bereit sei",
        "Le ministre a rencontré son homologue lundi dans la capitale",
        "Президент заявил о готовности к переговорам",
    ],
)
def test_foreign_lines(line):
    """Lines in other languages are told, in Latin and other scripts."""
    assert is_foreign(line)


@pytest.mark.parametrize(
    "line",
    [
        "Volodymyr Zelensky, Emmanuel Macron, Olaf Scholz, Recep Tayyip Erdogan",
        "Fianna Fáil loses ground, Sinn Féin wins seats amid Dáil turmoil",
        "Envoy hails accord, blasts critics; ministry denies wrongdoing",
        "¿Qué pasa?",
    ],
)
def test_names_and_headlines_stay(line):
    """Names, headlines and short lines are never taken for another language."""
    assert not is_foreign(line)


def test_other_languages_stay_in_their_own_articles():
    """Only English articles lose lines in other languages."""
    line = "El presidente anunció que el gasoducto está listo para entregar gas"
    assert [why for _, _, why in find_noise(line, english=True)] == [Reason.LANGUAGE]
    assert list(find_noise(line, english=False)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The talks of the two are over and they left.", "en"),
        ("El ministro se reunió con el embajador en la capital de su país.", "es"),
        ("123 ...", None),
    ],
)
def test_identify(text, code):
    """The language of a text; None where there are no words."""
    assert identify(text) == code
