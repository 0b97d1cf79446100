"""``python -m quality.pairs.measure [FILE.toml ...]``: precision and recall of conflicts on our own pairs of tellings.

Each side of a pair is an article of its own outlet; the pair counts as called when any comparison of the two is a conflict.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from quality.texts import article_of, page_of
from rashomon.case.links import links
from rashomon.find.article import find
from rashomon.records import Article, Comparison, Cut, Page
from rashomon.words import entries

FOLDER = Path(__file__).parent


class Pair(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of a file of pairs."""

    shape: str
    conflict: str  # the kind, empty for none
    left: str
    right: str
    left_on: str = ""
    right_on: str = ""


def pairs(paths: Iterable[Path] = ()) -> list[Pair]:
    """The pairs of the files, all files of this folder without any."""
    return [pair for path in (list(paths) or sorted(FOLDER.glob("*.toml"))) for pair in entries(path, "pair", Pair)]


def compared(texts: Iterable[tuple[str, str, str]]) -> tuple[Comparison, ...]:
    """The comparisons of texts with their outlets and days, by the path that a case takes."""
    told = [articled(text, outlet, day) for text, outlet, day in texts]
    founds = [find(page, article) for page, article in told]
    return links([Cut(page=page, articles=(article,)) for page, article in told], founds, ()).comparisons


def articled(text: str, outlet: str, day: str) -> tuple[Page, Article]:
    """A text as the article of an outlet."""
    page = page_of(text, f"{outlet}.txt")
    return page, msgspec.structs.replace(article_of(page, day), outlet=outlet)


def conflicts(pair: Pair) -> list[Comparison]:
    """The conflicts that the comparison finds in a pair."""
    made = compared(((pair.left, "Morning Post", pair.left_on), (pair.right, "Evening News", pair.right_on)))
    return [one for one in made if one.verdict == "conflicts"]


def results(listed: Iterable[Pair]) -> Iterator[tuple[Pair, list[Comparison]]]:
    """Each pair with the conflicts found in it."""
    return ((pair, conflicts(pair)) for pair in listed)


def measure(paths: Iterable[Path] = ()) -> dict[str, float]:
    """Precision and recall of conflicts over the pairs; prints every pair that is wrong."""
    counts: Counter[str] = Counter()
    for pair, found in results(pairs(paths)):
        outcome = ("hit" if found else "missed") if pair.conflict else ("alarm" if found else "silent")
        counts[outcome] += 1
        if outcome in ("missed", "alarm"):
            print(f"  {outcome:7s} {pair.shape} ({pair.conflict}): {pair.left} || {pair.right}")
            for one in found:
                print(f"          {one.kind}: {one.why} {[side.answer for side in one.sides]}")
    called, wanted = counts["hit"] + counts["alarm"], counts["hit"] + counts["missed"]
    return {"precision": counts["hit"] / max(called, 1), "recall": counts["hit"] / max(wanted, 1), "pairs": sum(counts.values())}


def main(arguments: list[str]) -> int:
    """Print what is wrong, then precision and recall."""
    for name, value in measure(Path(argument) for argument in arguments).items():
        print(f"{name} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
