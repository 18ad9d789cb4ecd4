"""explain: what it shows for people and for programs."""

import json

from graphbuilder.cli.explain import OF_GROUND, OF_REASON
from graphbuilder.explanation.reasons import Reason
from graphbuilder.qualify.ruling import Ground

TEXT = "Ireland condemned Kenya on Friday. It will not invite Kenya."


def test_every_part_is_shown(invoke):
    """Parse, constructions, parties and cues, each under its heading; nothing goes to a workspace."""
    result = invoke("explain", TEXT, "--published", "2024-03-10")
    assert result.exit_code == 0, result.output
    for heading in ("Parse", "Constructions", "Who is meant", "Status, speaker and date"):
        assert f"{heading}\n\n" in result.stdout
    assert "Ireland — condemn → Kenya (" in result.stdout
    assert "2024-03-08: time 'on Friday'" in result.stdout
    assert "status negated: negation 'not'" in result.stdout
    assert not result.stderr


def test_json_is_one_object_with_stable_keys(invoke):
    """Sentences given apart are read as one text; the statement is the row of `extract`."""
    result = invoke("explain", "Ireland condemned Kenya.", "Norway slept.", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert list(told) == ["text", "published", "tokens", "constructions", "near_misses", "parties", "dropped"]
    assert told["text"] == "Ireland condemned Kenya. Norway slept."
    (construction,) = told["constructions"]
    (outcome,) = construction["outcomes"]
    assert (outcome["statement"]["subject"], outcome["statement"]["object"]) == ("Ireland", "Kenya")
    assert outcome["cues"]["status"] == {"ground": "plain", "words": None}
    assert [(miss["text"], miss["reason"]) for miss in told["near_misses"]] == [("slept", "no-object")]


def test_a_sentence_may_come_from_standard_input(invoke):
    """A single dash reads it there; a text without any statement is explained too."""
    result = invoke("explain", "-", input="Norway slept.")
    assert result.exit_code == 0, result.output
    assert "Constructions\n\nnone fired\n" in result.stdout
    assert "slept: one party only: Norway" in result.stdout


def test_no_words_are_wrong_usage(invoke):
    """An empty sentence, a day that is none and a model that is not there end in one line each."""
    assert invoke("explain", " ").exit_code == 2
    assert invoke("explain", TEXT, "--published", "Friday").exit_code == 2
    missing = invoke("explain", TEXT, "--model", "no_such_model")
    assert missing.exit_code == 1
    assert "no_such_model: no such model" in missing.stderr


def test_every_reason_and_ground_has_words():
    """No key reaches people without a sentence for it, and no sentence is left over."""
    assert set(OF_REASON) == {str(reason) for reason in Reason}
    assert set(OF_GROUND) == {str(ground) for ground in Ground}
