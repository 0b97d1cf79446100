"""The matrix of competing hypotheses (Heuer's ACH): hypotheses in rows, pieces of evidence in columns.

A cell is filled only where the pages give a proof: a finding supports the answer that it gives, and clashes with the answers
that a comparison found to exclude it.  Two scores are shown, since they rank one matrix differently:

* PARC (ACH 1.1 by the Palo Alto Research Center, "A Tool for Analyzing Competing Hypotheses: Technical Description"): the sum
  over clashing evidence of -1, weighted by credibility and relevance (low 1/√2, medium 1, high √2); nearer to 0 is better.
* Open Synthesis: the sum over evidence of the squared distance of its rating (1 very inconsistent … 5 very consistent) below
  neutral; the mean of the ratings that all voices give a piece of evidence counts, so a divided voice weighs less.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from rashomon.records import Comparison

Cell = Literal["supports", "clashes", ""]
RATINGS = {"supports": 4, "": 3, "clashes": 2}  # consistent, neutral, inconsistent
NEUTRAL = 3
WEIGHTS = {"low": 1 / sqrt(2), "medium": 1.0, "high": sqrt(2)}


@dataclass(frozen=True, slots=True)
class Row:
    """One hypothesis, its cells in the order of the evidence, and its scores."""

    hypothesis: str
    cells: tuple[Cell, ...]
    parc: float
    synthesis: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rivals for one question against the evidence."""

    question: str
    evidence: tuple[str, ...]  # ids of findings; those told by copies of one article count once
    rows: tuple[Row, ...]


def matrices(comparisons: Sequence[Comparison], weights: Mapping[str, str] | None = None) -> tuple[Matrix, ...]:
    """A matrix for each question with rival answers.

    ``weights`` gives a finding's credibility as a person graded it, «low», «medium» or «high»; medium without.
    """
    rivals = [one for one in comparisons if one.verdict == "conflicts" and len(one.sides) > 1]
    return tuple(matrix(one, weights or {}) for one in rivals)


def matrix(comparison: Comparison, weights: Mapping[str, str]) -> Matrix:
    """The matrix of one comparison: each side is a hypothesis, each finding a piece of evidence."""
    evidence = tuple(sorted({finding for side in comparison.sides for finding in side.findings}))
    rows = []
    for side in comparison.sides:
        own = frozenset(side.findings)
        others = frozenset(finding for other in comparison.sides if other is not side for finding in other.findings)
        cells = tuple(cell(finding, own, others) for finding in evidence)
        rows.append(Row(side.answer, cells, parc(evidence, cells, weights), synthesis([[one] for one in cells])))
    return Matrix(comparison.question, evidence, tuple(rows))


def cell(finding: str, own: frozenset[str], others: frozenset[str]) -> Cell:
    """What a finding does to the answer that ``own`` gives; one that stands on both sides proves nothing."""
    if (finding in own) == (finding in others):
        return ""
    return "supports" if finding in own else "clashes"


def parc(evidence: Sequence[str], cells: Sequence[Cell], weights: Mapping[str, str]) -> float:
    """The weighted inconsistency score of PARC's ACH 1.1; 0 when nothing clashes."""
    return -sum(
        (WEIGHTS[weights.get(finding, "medium")] for finding, one in zip(evidence, cells, strict=True) if one == "clashes"), 0.0
    )


def synthesis(ratings: Sequence[Sequence[Cell]]) -> float:
    """The inconsistency of Open Synthesis; ``ratings`` holds, for each piece of evidence, the cell that each voice gives it."""
    means = [sum(RATINGS[one] for one in given) / len(given) for given in ratings if given]
    return float(sum((NEUTRAL - mean) ** 2 for mean in means if mean < NEUTRAL))
