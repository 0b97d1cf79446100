"""What is counted by a saying, and figures of one measure that cannot be set against each other."""

import pytest

from quality.pairs.measure import compared


def figure_verdicts(left, right, left_on="", right_on=""):
    """The verdicts on figures of two one-sentence tellings."""
    made = compared(((left, "Morning Post", left_on), (right, "Evening News", right_on)))
    return {one.verdict for one in made if one.kind == "figure"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nine people lost their lives in the blast at Ogre.", "The blast at Ogre claimed 31 lives."),
        ("The fire at Hop took the lives of seven people.", "The fire at Hop cost 40 villagers their lives."),
        ("Police took 20 people into custody in Ogre on 3 May 2019.", "On 3 May 2019 police in Ogre put 300 people behind bars."),
        ("Norway keeps 90 soldiers in Ogre.", "Norway has 2,000 soldiers in Ogre."),
        ("The strike at the mill of Ogre lasted two days.", "The strike at the mill of Ogre lasted five weeks."),
        ("No more than eight people died in the mine at Hop.", "Sixty miners died in the mine at Hop."),
    ],
)
def test_values_in_unlike_words_conflict(left, right):
    assert figure_verdicts(left, right) == {"conflicts"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A bus crash near Ogre claimed 26 lives.", "A fire in Ogre claimed nine lives."),
        ("Floods in Norway killed 70 people.", "Floods in Bergen killed seven people."),
        ("The talks in Ogre lasted two hours.", "The talks in Ogre lasted three days."),
        ("Norway keeps 90 soldiers in Ogre.", "Norway sent 20 more soldiers to Ogre."),
        ("Five thousand people gathered in Ogre on 9 May 2019.", "Some 300 students gathered in Ogre on 9 May 2019."),
        ("In Ogre the storm took four lives, and seven in Hop.", "The storm in Hop took seven lives."),
    ],
)
def test_other_affairs_parts_and_deeds_do_not_conflict(left, right):
    assert "conflicts" not in figure_verdicts(left, right)


def test_a_debt_and_what_was_lent_last_year_are_not_comparable():
    left = "Norway's debt to Sweden has reached 6 billion dollars."
    right = "Sweden lent Norway 400 million dollars last year."
    assert figure_verdicts(left, right) == {"not comparable"}
