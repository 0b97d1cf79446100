"""``python -m quality.conflicts.measure [-v] [FILE.toml ...]``: conflicts between two texts, by the path that a case takes.

Each side is an article of its own outlet.  A conflict of a file counts as found when one is shown whose sides stand in its two
passages or overlap them.  All else that is shown as a conflict is a false alarm, wherever it stands.  Beside it stands what
counts the texts alone: whether any conflict is shown between two that have one, and between two that have none.  ``-v`` prints
what was missed and what was shown wrongly.  Without FILE: the cases of quality/conflicts/sets/tune, which nothing is trained on.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from quality.conflicts.instances import OUTLETS
from quality.conflicts.tellings import KINDS, TUNED, Affair, Conflict, affairs
from quality.pairs.measure import articled
from quality.pairs.pages import findings, sets_against, span_of
from rashomon.case.links import links
from rashomon.find.article import find
from rashomon.records import Comparison, Cut, Finding, Span

ANY = "any"  # the row of articles without a conflict, which resemble no kind


class Result(NamedTuple):
    """Two texts with what is right and wrong of the conflicts shown between them."""

    affair: Affair
    found: list[Conflict]
    missed: list[Conflict]
    alarms: list[Comparison]
    places: Mapping[str, Finding]


class Shown(NamedTuple):
    """The conflicts shown between two texts, the ids of their pages, and the findings that they cite."""

    conflicts: list[Comparison]
    pages: tuple[str, ...]
    places: Mapping[str, Finding]


def shown(affair: Affair) -> Shown:
    """What a case would show."""
    told = [articled(text, outlet, "") for text, outlet in zip((affair.left, affair.right), OUTLETS, strict=True)]
    founds = [find(page, article) for page, article in told]
    places = {finding.id: finding for found in founds for finding in findings(found)}
    made = links([Cut(page=page, articles=(article,)) for page, article in told], founds, ()).comparisons
    return Shown([one for one in made if one.verdict == "conflicts"], tuple(page.id for page, _ in told), places)


def judged(affair: Affair, made: Shown) -> Result:
    """The conflicts of an affair that are shown, those that are not, and what else is."""
    hits = {
        conflict: [one for one in made.conflicts if sets_against(one, sides(affair, conflict, made.pages), made.places)]
        for conflict in affair.conflicts
    }
    right = [one for ones in hits.values() for one in ones]
    return Result(
        affair,
        [conflict for conflict, ones in hits.items() if ones],
        [conflict for conflict, ones in hits.items() if not ones],
        [one for one in made.conflicts if one not in right],
        made.places,
    )


def sides(affair: Affair, conflict: Conflict, pages: Iterable[str]) -> list[tuple[str, Span]]:
    """Where the two sides of a conflict stand; raises ValueError when they do not."""
    texts = ((affair.left, conflict.left_says), (affair.right, conflict.right_says))
    return [(page, span_of(says, text)) for page, (text, says) in zip(pages, texts, strict=True)]


def tally(results: Iterable[Result]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By kind: conflicts found, conflicts missed, and false alarms on texts that have such a conflict or resemble one."""
    found: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for made in results:
        found.update(conflict.kind for conflict in made.found)
        missed.update(conflict.kind for conflict in made.missed)
        alarms[made.affair.like or next((conflict.kind for conflict in made.affair.conflicts), ANY)] += len(made.alarms)
    return found, missed, alarms


def measure(paths: Iterable[Path] = (), verbose: bool = False) -> dict[str, float]:
    """Precision and recall of conflicts over the texts of the files; prints them by kind, and what is wrong if asked to."""
    files = list(paths) or sorted(TUNED.glob("*.toml"))
    results = [judged(affair, shown(affair)) for path in files for affair in tqdm(list(affairs(path)), path.stem, mininterval=5)]
    found, missed, alarms = tally(results)
    for line in (line for made in results for line in wrong(made) if verbose):
        print(line)
    print(f"{'kind':16}{'conflicts':>9}{'found':>7}{'false alarms':>14}")
    for kind in (*KINDS[1:], ANY):
        if found[kind] + missed[kind] + alarms[kind]:
            print(f"{kind:16}{found[kind] + missed[kind]:9}{found[kind]:7}{alarms[kind]:14}")
    hits = found.total()
    alike = Counter((bool(made.affair.conflicts), bool(made.found or made.alarms)) for made in results)
    return {
        "precision": hits / max(hits + alarms.total(), 1),
        "recall": hits / max(hits + missed.total(), 1),
        "conflicts": hits + missed.total(),
        "alarms": alarms.total(),
        "pairs": len(results),
        "precision of texts": alike[True, True] / max(alike[True, True] + alike[False, True], 1),
        "recall of texts": alike[True, True] / max(alike[True, True] + alike[True, False], 1),
    }


def wrong(made: Result) -> Iterator[str]:
    """What is wrong with the texts of an affair, as lines for people."""
    name = made.affair.name or made.affair.left.strip().split("\n")[0]
    for conflict in made.missed:
        yield f"missed {conflict.kind} ({name}): {conflict.left_says} || {conflict.right_says}"
    for one in made.alarms:
        yield f"alarm {one.kind} ({name}): {one.question} {one.why}"
        for side in one.sides:
            yield f"      {side.answer!r} {[made.places[place].cited.quote for place in side.findings][:3]}"


def main(arguments: Sequence[str]) -> int:
    """Print the kinds, then precision and recall."""
    options = argparse.ArgumentParser(prog="quality.conflicts.measure", description="Conflicts between two texts.")
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("-v", "--verbose", action="store_true", help="print what was missed and what was shown wrongly")
    asked = options.parse_args(arguments)
    for name, value in measure(asked.files, asked.verbose).items():
        print(f"{name} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
