"""``python -m quality.pairs.pages [FILE.toml ...]``: conflicts of two whole pages, by the path of ``rashomon read``.

A case counts as found when a conflict sets a finding that overlaps ``left_says`` against one that overlaps ``right_says``.
Any other conflict between the two pages is a false alarm, until somebody has read it and found a second true one.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import msgspec

from quality.texts import page_of
from rashomon.case.links import links
from rashomon.find.article import find
from rashomon.read.articles import articles
from rashomon.records import Comparison, Finding, Found, Span
from rashomon.words import entries

FOLDER = Path(__file__).parent / "whole"


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of a file of cases."""

    name: str
    kind: str  # of the conflict, or of that which the case resembles
    conflict: bool
    why: str
    left: str
    right: str
    left_says: str  # the words of each page that carry the sides
    right_says: str


class Result(NamedTuple):
    """A case with the conflicts found in it: those that are its own, and others."""

    case: Case
    own: list[Comparison]
    others: list[Comparison]
    places: Mapping[str, Finding]


def cases(paths: Iterable[Path] = ()) -> list[Case]:
    """The cases of the files, all files of the folder without any."""
    return [case for path in (list(paths) or sorted(FOLDER.glob("*.toml"))) for case in entries(path, "case", Case)]


def result(case: Case) -> Result:
    """The conflicts between the two pages of a case."""
    cuts = [articles(page_of(text, name)) for text, name in ((case.left, "left.txt"), (case.right, "right.txt"))]
    founds = [find(cut.page, article) for cut in cuts for article in cut.articles]
    places = {finding.id: finding for found in founds for finding in findings(found)}
    made = [one for one in links(cuts, founds, ()).comparisons if one.verdict == "conflicts"]
    across = [one for one in made if len({places[name].cited.page for side in one.sides for name in side.findings}) > 1]
    wanted = [
        (cut.page.id, span_of(words, text))
        for cut, words, text in zip(cuts, (case.left_says, case.right_says), (case.left, case.right), strict=True)
    ]
    own = [one for one in across if sets_against(one, wanted, places)]
    return Result(case, own, [one for one in across if one not in own], places)


def findings(found: Found) -> Iterator[Finding]:
    """All findings of an article, of whatever kind."""
    for field in found.__struct_fields__:
        values = getattr(found, field)
        if isinstance(values, tuple):
            yield from (value for value in values if isinstance(value, Finding))


def span_of(words: str, text: str) -> Span:
    """Where the words stand; raises ValueError when they do not."""
    start = text.index(words)
    return start, start + len(words)


def sets_against(one: Comparison, wanted: list[tuple[str, Span]], places: Mapping[str, Finding]) -> bool:
    """Whether two sides of a comparison hold the two passages."""
    return any(
        holds(left.findings, wanted[0], places) and holds(right.findings, wanted[1], places)
        for left, right in permutations(one.sides, 2)
    )


def holds(names: Iterable[str], wanted: tuple[str, Span], places: Mapping[str, Finding]) -> bool:
    """Whether one of the findings overlaps the passage."""
    page, (low, high) = wanted
    return any(
        places[name].cited.page == page and places[name].cited.start < high and low < places[name].cited.end for name in names
    )


def measure(paths: Iterable[Path] = ()) -> dict[str, float]:
    """Precision and recall of conflicts over the cases; prints every case that is wrong."""
    counts: Counter[str] = Counter()
    for made in map(result, cases(paths)):
        wrong = len(made.others) + (0 if made.case.conflict else len(made.own))
        counts["cases"] += 1
        counts["wanted"] += made.case.conflict
        counts["hit"] += made.case.conflict and bool(made.own)
        counts["alarm"] += wrong
        if wrong or (made.case.conflict and not made.own):
            show(made)
    hit = counts["hit"]
    return {
        "precision": hit / max(hit + counts["alarm"], 1),
        "recall": hit / max(counts["wanted"], 1),
        "cases": counts["cases"],
    }


def show(made: Result) -> None:
    """What is wrong with a case, for people."""
    case = made.case
    if case.conflict and not made.own:
        print(f"  missed {case.kind} {case.name}: {case.left_says} || {case.right_says}")
    for one in made.others if case.conflict else [*made.own, *made.others]:
        print(f"  alarm  {case.kind} {case.name} ({case.why}): {one.kind}, {one.question} {one.why}")
        for side in one.sides:
            print(f"         {side.answer!r} {[made.places[name].cited.quote for name in side.findings][:3]}")


def main(arguments: list[str]) -> int:
    """Print what is wrong, then precision and recall."""
    for name, value in measure(Path(argument) for argument in arguments).items():
        print(f"{name} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
