"""What the case held before its pages or judgements last changed, and what is new since.

A comparison is new when some answer of it stood in no earlier comparison of its kind and verdict; one more telling of an
answer that was known already («the Herald now says 40, too») makes nothing new.  The ids of findings come from their place on
the page, so earlier ones are found again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from rashomon.case.parts import Links
from rashomon.records import Comparison, Record, Verdict
from rashomon.store import CaseError, load_part, replace

FILE = "previous.json"


class Earlier(Record, frozen=True, kw_only=True):
    """A comparison that the case held before."""

    id: str
    kind: str
    verdict: Verdict
    sides: tuple[tuple[str, ...], ...]  # ids of the findings of each


def keep(case: Path, before: str, now: Sequence[Comparison]) -> None:
    """Keep the comparisons of the earlier links, a part named ``before``, when those of now are others.

    Nothing is kept of a case that held none: what was never shown before is not news.
    """
    links = load_part(case, "link", before, Links) if before else None
    if links is not None and {one.id for one in links.comparisons} != {one.id for one in now}:
        replace(case / FILE, msgspec.json.encode([earlier(one) for one in links.comparisons]) + b"\n")


def earlier(one: Comparison) -> Earlier:
    """What of a comparison is kept."""
    return Earlier(id=one.id, kind=one.kind, verdict=one.verdict, sides=tuple(side.findings for side in one.sides))


def new(case: Path, now: Sequence[Comparison]) -> frozenset[str]:
    """The ids of the comparisons that are new since the last run; none in a fresh case.  Raises CaseError."""
    path = case / FILE
    if not path.exists():
        return frozenset()
    try:
        return unknown(msgspec.json.decode(path.read_bytes(), type=list[Earlier]), now)
    except msgspec.MsgspecError as error:
        raise CaseError(
            f"{path}: cannot be read ({error}); delete it, and nothing counts as new until the pages change"
        ) from error


def unknown(before: Iterable[Earlier], now: Sequence[Comparison]) -> frozenset[str]:
    """The ids of the comparisons of which no earlier one holds every side."""
    held: dict[tuple[str, Verdict, str], set[str]] = defaultdict(set)
    for one in before:
        for side in one.sides:
            for finding in side:
                held[one.kind, one.verdict, finding].add(one.id)
    return frozenset(one.id for one in now if not any_holds(one, held))


def any_holds(one: Comparison, held: dict[tuple[str, Verdict, str], set[str]]) -> bool:
    """Whether one earlier comparison has a finding of each side."""
    none: set[str] = set()
    sides = [none.union(*(held.get((one.kind, one.verdict, finding), none) for finding in side.findings)) for side in one.sides]
    return bool(sides and set.intersection(*sides))
