"""Rival explanations weighed as competing hypotheses."""

import msgspec
import pytest

from rashomon.records import Comparison, Side
from rashomon.report.html import html
from rashomon.report.hypotheses import Cell, hypothesis, weighings
from rashomon.report.index import Index
from rashomon.report.markdown import markdown
from tests.report_contents import contents


def denying():
    """The small case, in which the paper of Orm denies that wages caused the strike."""
    given = contents()
    cause = given.comparisons[1]
    second = given.founds[1]
    denied = msgspec.structs.replace(second.rules[0], id="rule-denied", status="denied")
    founds = (given.founds[0], msgspec.structs.replace(second, rules=(*second.rules, denied)), given.founds[2])
    wages = msgspec.structs.replace(cause.sides[0], findings=(*cause.sides[0].findings, denied.id))
    return contents(founds=founds, comparisons=(msgspec.structs.replace(cause, sides=(wages, cause.sides[1])),))


def test_without_a_clash_there_is_nothing_to_weigh():
    assert len(weighings(Index(contents()))) == 0
    assert "Weighed as competing hypotheses" not in html(contents())


def test_a_denial_clashes_strongly_and_an_allegation_fills_no_cell():
    (weighed,) = weighings(Index(denying()))
    wages, agitators = weighed.hypotheses
    assert weighed.sources == ("Orm Post", "Tarn Herald")
    assert [cell and cell.word for cell in wages.cells] == ["clashes strongly", "supports"]
    assert [cell and cell.word for cell in agitators.cells] == [None, None]
    assert (wages.parc, wages.synthesis) == (2, 4)
    assert "clashes strongly" in html(denying())
    assert "PARC 2, Open Synthesis 4" in markdown(denying())


def test_the_other_side_of_a_conflict_clashes():
    given = contents()
    wages, agitators = (side.findings[0] for side in given.comparisons[1].sides)
    sides = tuple(
        Side(answer=answer, findings=(finding,), outlets=(outlet,), voices=((outlet,),), origins=1)
        for answer, finding, outlet in (("yes", wages, "Tarn Herald"), ("no", agitators, "Orm Post"))
    )
    polarity = Comparison(
        id="p", kind="polarity", about="", question="?", sides=sides, verdict="conflicts", why="", independent_origins=2
    )
    (weighed,) = weighings(Index(contents(comparisons=(given.comparisons[1], polarity))))
    assert [row.parc for row in weighed.hypotheses] == [2, 2]


@pytest.mark.parametrize(
    ("ballot", "parc", "synthesis"),
    [({"a": [2], "b": [2], "c": [2]}, 3, 3), ({"a": [1]}, 2, 4), ({"a": [1, 5]}, 0, 0), ({"a": [5]}, 0, 0)],
)
def test_the_two_scores_can_rank_one_matrix_differently(ballot, parc, synthesis):
    made = hypothesis("A", "so", ballot, sorted(ballot))
    assert (made.parc, made.synthesis) == (parc, synthesis)


def test_a_source_that_says_both_is_neutral():
    assert Cell(3.0, 2).word == "both"
