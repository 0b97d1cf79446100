"""The matrix of hypotheses: cells only where there is a proof, two scores that rank one matrix differently."""

from math import isclose, sqrt

import pytest

from rashomon.compare.hypotheses import matrices, matrix, parc, synthesis
from rashomon.records import Comparison, Side


def comparison(*sides: tuple[str, ...], verdict="conflicts") -> Comparison:
    made = tuple(Side(answer=f"H{n}", findings=found, outlets=(), voices=(), origins=1) for n, found in enumerate(sides))
    return Comparison(
        id="c",
        kind="cause",
        about="the fire",
        question="What caused it?",
        sides=made,
        verdict=verdict,
        why="",
        independent_origins=1,
    )


def test_a_finding_supports_its_own_answer_and_clashes_with_the_others():
    made = matrix(comparison(("a", "b"), ("c",)), {})
    assert made.evidence == ("a", "b", "c")
    assert [row.cells for row in made.rows] == [("supports", "supports", "clashes"), ("clashes", "clashes", "supports")]


def test_what_stands_on_both_sides_proves_nothing():
    made = matrix(comparison(("a", "b"), ("b", "c")), {})
    assert [row.cells[1] for row in made.rows] == ["", ""]


def test_no_matrix_without_rivals():
    assert matrices([comparison(("a",), ("b",), verdict="agrees"), comparison(("a", "b"))]) == ()


def test_parc_sums_weighted_inconsistency():
    assert parc(["a", "b", "c"], ["clashes", "supports", "clashes"], {}) == -2
    assert isclose(parc(["a", "b"], ["clashes", "clashes"], {"a": "high", "b": "low"}), -(sqrt(2) + 1 / sqrt(2)))
    assert parc(["a"], ["supports"], {}) == 0


def test_open_synthesis_squares_the_distance_below_neutral():
    assert synthesis([["clashes"], ["clashes"], ["supports"], [""]]) == 2
    assert synthesis([["clashes", "supports"]]) == 0  # a divided voice is neutral
    assert synthesis([["clashes", ""]]) == 0.25


def test_the_two_scores_rank_one_matrix_differently():
    divided = [["clashes", ""], ["clashes", ""], ["clashes", ""]]
    united = [["clashes"], ["supports"], ["supports"]]
    firsts = [[cells[0] for cells in hypothesis] for hypothesis in (divided, united)]
    by_parc = [parc(["a", "b", "c"], cells, {}) for cells in firsts]
    by_synthesis = [-synthesis(hypothesis) for hypothesis in (divided, united)]
    assert by_parc[0] < by_parc[1]
    assert by_synthesis[0] > by_synthesis[1]


@pytest.mark.parametrize("grade", ["low", "medium", "high"])
def test_a_grade_weighs_the_clash_and_not_the_support(grade):
    made = matrix(comparison(("a",), ("b",)), {"b": grade})
    assert made.rows[0].parc == -{"low": 1 / sqrt(2), "medium": 1, "high": sqrt(2)}[grade]
