"""Rival explanations: one question, its answers by voice, quoted."""

import pytest

from quality.pairs.measure import compared

RIOTS = (
    ("Riots broke out in Lima over the doubling of the bread price.", "Morning Post", ""),
    ("The riots in Lima were orchestrated by agents of a foreign power, the minister claimed.", "Evening News", ""),
    ("The mayor described the riots in Lima as a coup attempt by retired officers.", "Weekly Herald", ""),
    ("With the help of armed gangs, the protests in Lima spread. The gangs caused the riots in Lima.", "Courier", ""),
)


def question(texts, kind):
    return [one for one in compared(texts) if one.kind == kind]


def test_every_account_of_one_occurrence_is_an_answer_to_one_question():
    (one,) = question(RIOTS, "cause")
    answers = " | ".join(side.answer for side in one.sides)
    assert one.verdict == "conflicts"
    assert one.question.startswith("What caused ")
    assert len(one.sides) == 4
    for words in ("doubling of the bread price", "foreign power", "coup attempt by retired officers", "gangs"):
        assert words in answers


def test_answers_are_quoted():
    texts = " ".join(text for text, _, _ in RIOTS)
    assert all(side.answer in texts for one in question(RIOTS, "cause") for side in one.sides)


def test_the_claim_of_a_speaker_is_on_his_word():
    (one,) = question(RIOTS, "cause")
    side = next(side for side in one.sides if "foreign" in side.answer)
    assert all(len(voice) > 1 for voice in side.voices)


def test_the_aim_of_a_warning():
    texts = (
        ("Analysts said Xi Jinping's warning was aimed at Russia.", "Morning Post", ""),
        ("Xi Jinping's warning was aimed at London, another paper wrote.", "Evening News", ""),
    )
    (one,) = question(texts, "aim")
    assert one.verdict == "conflicts"
    assert {side.answer for side in one.sides} >= {"Russia"}


def test_a_cause_in_passing_is_an_answer():
    texts = (
        ("Behind the riots in Lima stood foreign agents.", "Morning Post", ""),
        ("In Lima, riots over bread prices turned into a strike. Peru was shaken.", "Evening News", ""),
        ("Lawyers say that the riots in Lima grew out of anger about corruption.", "Courier", ""),
    )
    (one,) = question(texts, "cause")
    assert {side.answer for side in one.sides} >= {"bread prices", "anger about corruption"}
    assert one.verdict == "conflicts"


def test_how_long_unrest_lasted_is_no_cause():
    texts = (*RIOTS[:1], ("In Lima, riots over three days shook Peru.", "Evening News", ""))
    assert not any("days" in side.answer for one in question(texts, "cause") for side in one.sides)


def test_an_aim_that_is_denied_altogether_is_set_against_the_aim():
    text = (
        "Papers in Delhi claimed that the visit of Xi Jinping was directed against India. "
        "A spokesman dismissed this, saying that China’s ties with Nepal are not aimed at any third country."
    )
    (one,) = question(((text, "Morning Post", ""),), "aim")
    assert one.verdict == "conflicts"
    assert any(side.answer.startswith("not at any") for side in one.sides)


def test_one_explanation_told_twice_agrees():
    texts = (
        ("The fire in Accra was caused by a short circuit.", "Morning Post", ""),
        ("A short circuit caused the fire in Accra.", "Evening News", ""),
    )
    (one,) = question(texts, "cause")
    assert one.verdict == "agrees"
    assert one.independent_origins == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The 2011 riots in Lima were sparked by the price of bread.", "The 2019 riots in Lima were orchestrated by officers."),
        ("The riots in Lima were sparked by the price of bread.", "The riots in Quito were orchestrated by officers."),
        ("The riots in Lima would be caused by the price of bread.", "No riots in Lima were orchestrated by officers."),
    ],
)
def test_other_occurrences_and_hypotheses_are_no_rivals(left, right):
    found = question(((left, "Morning Post", ""), (right, "Evening News", "")), "cause")
    assert not [one for one in found if one.verdict == "conflicts"]


def test_forces_of_no_particular_name_caused_nothing():
    texts = (*RIOTS[:2], ("Bolivia opposes any outside forces which provoke riots in Lima.", "Courier", ""))
    answers = [side.answer for one in question(texts, "cause") for side in one.sides]
    assert answers
    assert not any(answer.startswith("any") for answer in answers)
