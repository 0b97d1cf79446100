import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.names import likeness
from rashomon.spelling import keys, skeleton, words_of_name

SAME = 0.7


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kassym-Jomart Tokayev", "Qasym-Jomart Toqaev"),
        ("Kassym-Jomart Tokayev", "Kasymu-Jomartu Tokayev"),
        ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
        ("Sergei Lavrov", "Lavrov, Sergey"),
        ("Jaroslava Nováková", "Jaroslava Novák"),
        ("Ann-Marie Dupont", "A.-M. Dupont"),
        ("Yevgeny Orlov", "Evgeny Orlov"),
        ("Pyotr Ilyich Sokolov", "Pyotr Sokolov"),
        ("Prof. Henrik Aalto", "Henrik Aalto"),
        ("Henrik Aaltoo", "Henrik Aalto"),
        ("Михаил Веселов", "Mikhail Veselov"),
        ("HenrikAalto", "Henrik Aalto"),
        ("William Hartley", "Bill Hartley"),
    ],
)
def test_spellings_of_one_name_meet(left: str, right: str) -> None:
    assert likeness(left, right).score >= SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Timur Tokayev", "Kassym-Jomart Tokayev"),
        ("Hassan Rahimi", "Hussein Rahimi"),
        ("Oleksandr Orlenko", "Petro Oleksandrovych Orlenko"),
        ("Petrov", "Anna Petrova Lindqvist"),
        ("Mohammed Karimi", "Mahmoud Karimi"),
        ("Peter Karl", "Karl Peter"),
        ("Ivan Ivanovich Sidorov", "Ivan Petrovich Sidorov"),
        ("高木健一", "高本健一"),
        ("", "Anna Berg"),
    ],
)
def test_different_people_stay_apart(left: str, right: str) -> None:
    assert likeness(left, right).score < SAME


def test_the_reason_is_told() -> None:
    assert "is not" in likeness("Timur Tokayev", "Kassym Tokayev").why
    assert "besides" in likeness("Pyotr Ilyich Sokolov", "Pyotr Sokolov").why


def test_case_endings_leave_a_key_in_common() -> None:
    assert keys("lindqvist") & keys("lindqvistem")
    assert skeleton("kassym") == skeleton("qasymu") == skeleton("kasim")


def test_words_of_a_name_are_latin() -> None:
    assert words_of_name("Жан-Клод Бернар") == ("zhan", "klod", "bernar")
    assert words_of_name("Lindqvist’s") == ("lindqvist",)


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_likeness_is_a_share_and_the_same_both_ways(left: str, right: str) -> None:
    one, other = likeness(left, right).score, likeness(right, left).score
    assert 0 <= one <= 1
    assert one == pytest.approx(other)
    assert likeness(left, left).score == 1
