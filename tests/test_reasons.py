"""Reasons as the press words them, on sentences of our own."""

import pytest

from rashomon.compare.reason_forms import reasons
from tests.conftest import grows_in_line


def read(text: str) -> list[tuple[str, str, str, bool]]:
    return [(one.kind, text[slice(*one.what)], text[slice(*one.why)], one.sole) for one in reasons(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "kind", "what", "why"),
    [
        ("The cause of the Melk fire was a spark.", "cause", "the Melk fire", "a spark"),
        ("The fire was set off by a spark, the mayor said.", "cause", "The fire", "a spark"),
        ("What sank the ferry was rust.", "cause", "the ferry", "rust"),
        ("She left because of her health, friends say.", "cause", "She left", "her health"),
        ("Blame for the raid lies with the army.", "responsibility", "the raid", "the army"),
        ("The raid was the work of bandits.", "responsibility", "The raid", "bandits"),
        ("The judge found the owner guilty of the spill.", "responsibility", "the spill", "the owner"),
        ("The purpose of the dam is to tame the river.", "aim", "the dam", "tame the river"),
        ("The law is meant to stop smugglers.", "aim", "The law", "stop smugglers"),
        ("Engineers cited rust as the reason for the leak.", "cause", "the leak", "rust"),
        ("Five died in a fire caused by a lamp.", "cause", "Five died in a fire", "a lamp"),
        ("The ferry sank off Kaya after it struck a rock.", "cause", "The ferry sank", "it struck a rock"),
        ("The dean quit on Monday, citing ill health.", "cause", "The dean quit", "ill health"),
        ("The clerk hanged himself.", "cause", "The clerk", "hanged himself"),
        ("The mill was shut in retaliation for the strike.", "cause", "The mill was shut", "in retaliation"),
        ("The raid was blamed on the guard.", "responsibility", "The raid", "the guard"),
        ("A brigade claimed responsibility for the raid.", "responsibility", "the raid", "A brigade"),
        ("The drill is a cover for a landing.", "aim", "The drill", "a landing"),
    ],
)
def test_a_reason_is_read_from_its_wording(text, kind, what, why):
    assert (kind, what, why) in [one[:3] for one in read(text)]


def test_what_rules_other_reasons_out_says_so():
    assert read("A spark, and no bomb, caused the fire.")
    assert read("The rebels are solely to blame for the raid.")[0][3]
    assert not read("The rebels are to blame for the raid.")[0][3]


def test_a_wording_with_another_meaning_counts_only_with_a_known_family():
    assert [one.loose for one in reasons("The monk died after lunch.", 0, 26)] == [True]
    assert [one.loose for one in reasons("She left because of her health.", 0, 31)] == [False]


@pytest.mark.parametrize("text", ["The fire may have been caused by a spark.", "If a spark caused the fire, it was long ago."])
def test_what_is_left_open_is_no_reason(text):
    assert not read(text)


def test_a_long_sentence_costs_no_more_than_its_length():
    assert grows_in_line(lambda size: read("because of that which is the fault and the work of it " * size), 200)


def test_an_auxiliary_is_no_part_of_a_reason():
    assert ("cause", "riots in Melk", "The fire") in [one[:3] for one in read("The fire has led to riots in Melk.")]
    assert not read("It has led to riots in Melk.")
