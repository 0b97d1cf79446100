"""Rival explanations weighed as competing hypotheses, after Heuer, "Psychology of Intelligence Analysis" (1999), chapter 8.

A hypothesis is a row, a source a column; a cell is filled only where the source supports the hypothesis or clashes with it.  What
is merely alleged, possible or predicted fills no cell.  Both usual scores are given, as they can rank one matrix differently:
PARC ACH counts clashes (strong ones twice), Open Synthesis sums the squares of how far the mean of a cell lies below neutral.
Lower is better in both; support counts in neither.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import mean

import msgspec

from rashomon.records import Comparison, Finding, Side, Status
from rashomon.report.cards import RIVALS, letter
from rashomon.report.index import Index
from rashomon.report.rows import Rows, rows

NEUTRAL = 3
VOTES: Mapping[Status, int] = {"stated": 5, "reported": 4, "denied": 1}
"""What a telling says of a hypothesis, from 1 (very inconsistent) to 5 (very consistent); a negated one says the opposite."""
DENIALS = frozenset({"polarity", "status"})
"""The kind of comparison whose sides affirm and deny one thing; a quarrel about its day or number does not clash with it."""
OPPOSED = 1
"""What the other side of a conflict says of a hypothesis that stands on this side of it."""
MOST_COLUMNS = 20


class Cell(msgspec.Struct, frozen=True):
    """What one source makes of one hypothesis."""

    vote: float  # mean of its tellings, 1 to 5
    tellings: int

    @property
    def word(self) -> str:
        """The cell in a word."""
        if self.vote < NEUTRAL:
            return "clashes strongly" if self.vote < NEUTRAL - 1 else "clashes"
        return "supports" if self.vote > NEUTRAL else "both"


class Hypothesis(msgspec.Struct, frozen=True):
    """One explanation with its cells and scores."""

    letter: str
    answer: str
    cells: tuple[Cell | None, ...]
    parc: int
    synthesis: float


class Weighing(msgspec.Struct, frozen=True):
    """One question with its hypotheses."""

    id: str
    question: str
    sources: tuple[str, ...]
    sources_left_out: int
    hypotheses: tuple[Hypothesis, ...]


def weighings(index: Index) -> Rows[Weighing]:
    """The questions with rival explanations of which at least one is clashed with; without a clash there is nothing to weigh."""
    against = opponents(index)
    rivals = (one for one in index.contents.comparisons if one.kind in RIVALS and len(one.sides) > 1)
    weighed = (weighing(index, one, against) for one in rivals)
    return rows([one for one in weighed if any(hypothesis.parc for hypothesis in one.hypotheses)], lambda one: one)


def opponents(index: Index) -> Mapping[str, list[Finding]]:
    """Finding id to the findings on the other side of the conflicts in which it is affirmed or denied."""
    against: dict[str, list[Finding]] = defaultdict(list)
    for one in index.contents.comparisons:
        if one.verdict == "conflicts" and one.kind in DENIALS:
            for side in one.sides:
                others = (id for other in one.sides if other is not side for id in other.findings if id in index.findings)
                opposed = [index.findings[id] for id in others]
                for finding in side.findings:
                    against[finding].extend(opposed)
    return against


def weighing(index: Index, comparison: Comparison, against: Mapping[str, list[Finding]]) -> Weighing:
    """One question."""
    ballots = [votes(index, side, against) for side in comparison.sides]
    sources = sorted({source for ballot in ballots for source in ballot})
    shown = sources[:MOST_COLUMNS]
    return Weighing(
        id=comparison.id,
        question=index.named(comparison.question),
        sources=tuple(shown),
        sources_left_out=len(sources) - len(shown),
        hypotheses=tuple(
            hypothesis(letter(number), side.answer, ballot, shown)
            for number, (side, ballot) in enumerate(zip(comparison.sides, ballots, strict=True))
        ),
    )


def votes(index: Index, side: Side, against: Mapping[str, list[Finding]]) -> Mapping[str, list[int]]:
    """Source to what its tellings say of the hypothesis of one side."""
    cast: dict[str, list[int]] = defaultdict(list)
    for finding in (index.findings[id] for id in side.findings if id in index.findings):
        if finding.status in VOTES:
            vote = VOTES[finding.status]
            cast[index.source(finding.article)].append(2 * NEUTRAL - vote if finding.negated else vote)
        for other in {other.id: other for other in against.get(finding.id, ())}.values():
            cast[index.source(other.article)].append(OPPOSED)
    return cast


def hypothesis(name: str, answer: str, ballot: Mapping[str, list[int]], sources: Sequence[str]) -> Hypothesis:
    """One row; the scores count all sources, also those without a column."""
    cells = {source: Cell(mean(cast), len(cast)) for source, cast in sorted(ballot.items())}
    below = [NEUTRAL - cell.vote for cell in cells.values() if cell.vote < NEUTRAL]
    return Hypothesis(
        letter=name,
        answer=answer,
        cells=tuple(cells.get(source) for source in sources),
        parc=sum(2 if distance > 1 else 1 for distance in below),
        synthesis=round(sum(distance**2 for distance in below), 2),
    )
