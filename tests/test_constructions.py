"""One table says whether it happened, for deeds and for claims: each entry does what it says."""

import msgspec
import pytest

from rashomon.find.constructions import TABLE, Implicative, Operator, Sign, modalities, signatures
from rashomon.find.parse import model
from rashomon.find.truth import truth
from rashomon.words import entries

OPERATORS = [entry for entry in entries(TABLE, "operator", Operator) if entry.of]


def test_a_clause_has_one_signature_a_word():
    named = [word for entry in entries(TABLE, "implicative", Implicative) for word in entry.words]
    under = [word for entry in OPERATORS for word in {*entry.verb, *entry.noun, *entry.adjective}]
    assert len({*named, *under}) == len(named) + len(under) == len(signatures())


def test_a_small_word_stands_in_one_sign():
    for kind in ("verb", "noun"):
        words = [word for sign in entries(TABLE, "sign", Sign) if sign.on == kind for word in sign.words]
        assert len(words) == len(set(words))


def test_what_will_be_is_a_plan_for_deeds_and_a_prediction_for_claims():
    will = next(sign for sign in entries(TABLE, "sign", Sign) if "will" in sign.words)
    assert (will.status, modalities()["will"]) == ("planned", "predicted")


@pytest.mark.parametrize(
    ("text", "word", "negated", "status"),
    [
        ("Oslo managed to leave.", "leave", False, "stated"),
        ("Oslo did not manage to leave.", "leave", True, "stated"),
        ("Oslo failed to leave.", "leave", True, "stated"),
        ("Oslo did not fail to leave.", "leave", False, "stated"),
        ("Oslo decided not to leave.", "leave", True, "refused"),
        ("Oslo plans to leave.", "leave", False, "planned"),
        ("Oslo tried to leave.", "leave", False, "possible"),
        ("Oslo may have left.", "left", False, "possible"),
        ("Had Oslo left, Bern would have stayed.", "left", False, "conditional"),
    ],
)
def test_truth_of_a_clause(text, word, negated, status):
    found = truth(next(token for token in model()(text) if token.text == word))
    assert (found.negated, found.status) == (negated, status)


@pytest.mark.parametrize("entry", OPERATORS, ids=lambda entry: entry.example)
def test_an_operator_that_negates_leaves_no_status_open(entry):
    assert not entry.negated or entry.status == "stated"
    assert msgspec.structs.asdict(entry)["example"]
