"""PLOVER's conflict-cooperation scores and Goldstein's, from the tables beside the lexicon.

Goldstein (1992), "A conflict-cooperation scale for WEIS events data", is the scale of older data (ICEWS, GDELT), by CAMEO code.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent.parent / "words"
SCORES = WORDS / "scores.csv"
GOLDSTEIN = WORDS / "goldstein.csv"


@cache
def scores() -> Mapping[tuple[str, str], float]:
    """PLOVER's conflict-cooperation scores, from -10 to 10, by type and mode.

    ACCUSE without a mode is -3.  The manual prints +3, which cannot be meant: its modes are -2, -3.5 and -3.5.
    """
    return {(row["type"], row["mode"]): float(row["score"]) for row in rows(SCORES)}


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table, without its comments."""
    return csv.DictReader(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


@cache
def goldstein_of_cameo() -> Mapping[str, float]:
    """Goldstein's value, from -10 to 10, of each CAMEO code."""
    return {row["cameo"]: float(row["goldstein"]) for row in rows(GOLDSTEIN)}


@cache
def goldstein_of_plover() -> Mapping[tuple[str, str], float]:
    """Goldstein's value by PLOVER type and mode: that of the most general CAMEO code that becomes them."""
    told: dict[tuple[str, str], float] = {}
    for row in sorted(rows(GOLDSTEIN), key=lambda row: (len(row["cameo"]), row["cameo"])):
        told.setdefault((row["type"], row["mode"]), float(row["goldstein"]))
    return told


def goldstein(type_: str, mode: str) -> float:
    """Goldstein's value of a type and mode, of the type alone where no CAMEO code becomes the mode."""
    return goldstein_of_plover().get((type_, mode), goldstein_of_plover()[type_, ""])


def intensity(type_: str, mode: str) -> float:
    """The score of a type and mode, of the type alone where the mode has none."""
    return scores().get((type_, mode), scores()[type_, ""])
