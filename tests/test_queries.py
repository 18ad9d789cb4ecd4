"""Questions: their headers are true, their parameters are checked, and a wrong name is answered with a near one."""

import re

import pytest

from graphbuilder.errors import BadParameter, UnknownQuestion
from graphbuilder.model import EventType
from graphbuilder.queries import (
    Parameter,
    bind,
    load_question,
    load_questions,
    parse_assignments,
    parse_literal,
    parse_question,
)

QUESTIONS = load_questions()
TEXT = """\
// Who is it?
// :param who => 'Ann Roe'
// :param limit => 5
// :param share => 0.5
// :param all => false
// :param source => null
// returns: name, score
MATCH (a {name: $who}) WHERE a.x > $share OR $all OR a.s = $source OR a.t = '$5' // not $this
RETURN a.name AS name, a.score AS score LIMIT $limit
"""


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_file_says_what_it_asks_and_stays_small(question):
    """A question in words, columns, one statement, an order, and a limit that the user can set."""
    statement = question.text.split("// returns:")[1]
    assert question.question.endswith("?")
    assert question.columns
    assert ";" not in statement
    assert "ORDER BY" in statement
    assert statement.rstrip().endswith("LIMIT $limit")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_only_reads(question):
    """No word of Cypher that writes stands in a question."""
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD)\b", question.text)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_types_that_are_compared_exist(question):
    """A word in capitals between quotes is an event type: a misspelt one would find nothing."""
    assert set(re.findall(r"'([A-Z_]{2,})'", question.text)) <= set(EventType)


def test_a_header_is_read():
    """The question, the parameters with the types of their defaults, the columns; strings and comments hold none."""
    query = parse_question("who", TEXT)
    assert query.question == "Who is it?"
    assert query.columns == ("name", "score")
    assert query.parameters == (
        Parameter("who", "Ann Roe"),
        Parameter("limit", 5),
        Parameter("share", 0.5),
        Parameter("all", False),
        Parameter("source", None),
    )


@pytest.mark.parametrize(
    ("line", "other"),
    [("// :param who => 'Ann Roe'\n", ""), ("// :param limit", "// :param odd => 1\n// :param limit")],
)
def test_a_header_that_differs_from_its_statement_is_refused(line, other):
    """A parameter that is used and not declared, or declared and not used, is named with its file."""
    with pytest.raises(BadParameter, match=r"cypher/ask/who\.cypher: (who|odd) "):
        parse_question("who", TEXT.replace(line, other))


def test_a_malformed_parameter_line_is_refused():
    """A `:param` line without a value is shown."""
    with pytest.raises(BadParameter, match=r"who\.cypher: '// :param who' is not"):
        parse_question("who", TEXT.replace("who => 'Ann Roe'", "who"))


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({"who": "12"}, "12"),
        ({"limit": "7"}, 7),
        ({"share": "1"}, 1.0),
        ({"all": "true"}, True),
        ({"source": "Post"}, "Post"),
        ({"source": "null"}, None),
    ],
)
def test_words_become_values_of_the_default_s_type(given, value):
    """Text stays text where the default is text; numbers and truth values are read."""
    bound = bind(parse_question("who", TEXT), given)[next(iter(given))]
    assert bound == value
    assert type(bound) is type(value)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"limit": "many"}, "-p limit=many: a whole number is needed"),
        ({"limit": "1.5"}, "a whole number"),
        ({"limit": "true"}, "a whole number"),
        ({"share": "half"}, "a number is needed"),
        ({"all": "1"}, "true or false"),
        ({"whom": "x"}, "who: no parameter 'whom'. It has: who, limit, share, all, source."),
    ],
)
def test_values_and_names_that_do_not_fit_are_refused(given, message):
    """The message names the parameter and what it takes."""
    with pytest.raises(BadParameter, match=re.escape(message)):
        bind(parse_question("who", TEXT), given)


@pytest.mark.parametrize(
    ("text", "value"),
    [("'it\\'s'", "it's"), ('"a b"', "a b"), ("-3", -3), ("2.5", 2.5), ("null", None), ("2021-12-05", "2021-12-05")],
)
def test_literals_are_those_of_cypher(text, value):
    """What is no literal is text, dates among it."""
    assert parse_literal(text) == value


def test_a_misspelt_question_is_answered_with_near_ones():
    """A near name is offered; where none is near, all are."""
    with pytest.raises(UnknownQuestion, match=r"timelin: no such question\. Did you mean timeline"):
        load_question("timelin")
    with pytest.raises(UnknownQuestion, match=r"There are: .*coming-up.*timeline"):
        load_question("qqq")


def test_assignments_need_an_equals_sign_and_come_once():
    """`a=b=c` gives the value `b=c`."""
    assert parse_assignments(["a=b=c", "d="]) == {"a": "b=c", "d": ""}
    for pairs in (["a"], ["=b"], ["a=1", "a=2"]):
        with pytest.raises(BadParameter):
            parse_assignments(pairs)
