"""What rests on one origin alone: if this outlet is removed, these fall."""

from collections import defaultdict

import msgspec

from rashomon.records import Event, Figure, Finding, Tie
from rashomon.report.index import Index
from rashomon.report.passages import Passage, passage
from rashomon.report.rows import MOST_ROWS, Rows, rows

CLAIMS = (Event, Figure, Tie)
"""Kinds of finding that say something about the world; statements and rules stand on their speaker's word anyhow."""
FEW = 20
"""Findings shown of each origin however many there are."""
ASSERTED = frozenset({"stated", "reported", "alleged", "denied"})


class Alone(msgspec.Struct, frozen=True):
    """An outlet, and what nobody independent of it tells."""

    outlet: str
    grade: str
    independent: bool  # False: the outlet is unknown, and so is whether it is independent
    passages: Rows[Passage]


def alone(index: Index) -> Rows[Alone]:
    """For each origin what rests on it alone, the largest share first; of very many origins fewer findings each."""
    shared = corroborated(index)
    resting: dict[str, dict[str, Finding]] = defaultdict(dict)
    for finding in claims(index):
        told = index.group(finding.id)
        if told not in shared:
            resting[index.origin(finding.article) or index.source(finding.article)].setdefault(told, finding)
    ordered = sorted(resting.items(), key=lambda item: (-len(item[1]), item[0]))
    most = max(MOST_ROWS // max(len(ordered), 1), FEW)
    return rows(ordered, lambda item: entry(index, item[0], tuple(item[1].values()), most), MOST_ROWS // FEW)


def claims(index: Index) -> tuple[Finding, ...]:
    """The findings whose loss would change what the case says: asserted, and no background told again."""
    told = index.findings.values()
    return tuple(one for one in told if isinstance(one, CLAIMS) and one.status in ASSERTED and not one.historical)


def corroborated(index: Index) -> frozenset[str]:
    """The groups told by two independent origins, and the findings on a side of a comparison that has two."""
    origins: dict[str, set[str]] = defaultdict(set)
    for finding in index.findings.values():
        origins[index.group(finding.id)].add(index.origin(finding.article))
    grouped = {group for group, told_by in origins.items() if len(told_by - {""}) > 1}
    sides = (side for comparison in index.contents.comparisons for side in comparison.sides if side.origins > 1)
    return frozenset(grouped | {index.group(finding) for side in sides for finding in side.findings})


def entry(index: Index, origin: str, findings: tuple[Finding, ...], most: int) -> Alone:
    """One origin with the passages that rest on it."""
    grade = index.grade(findings[0].article)
    independent = bool(index.origin(findings[0].article))
    return Alone(origin, grade, independent, rows(findings, lambda finding: passage(index, finding), most))
