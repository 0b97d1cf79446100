"""Which article a copy was taken from, once persons have spoken."""

from rashomon.case.links import originals
from rashomon.records import Judgement


def judged(left: str, verdict: str, right: str, by: str = "compare.copies") -> Judgement:
    return Judgement(id=f"{left}-{right}-{by}", left=left, right=right, verdict=verdict, by=by, why="")


def test_a_copy_of_a_copy_comes_from_the_first():
    assert originals(["c", "b", "a", "d"], [judged("b", "copy", "a"), judged("c", "copy", "b")]) == {
        "a": "c",
        "b": "c",
        "c": "c",
        "d": "d",
    }


def test_a_person_undoes_a_copy():
    assert originals(["a", "b"], [judged("a", "copy", "b"), judged("b", "different", "a", "person")]) == {"a": "a", "b": "b"}


def test_judgements_in_a_circle_end():
    circle = [judged("a", "copy", "b"), judged("b", "copy", "c"), judged("c", "copy", "a")]
    assert set(originals(["a", "b", "c"], circle)) == {"a", "b", "c"}
