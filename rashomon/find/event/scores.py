"""PLOVER's conflict-cooperation scores, from the table beside the lexicon."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SCORES = Path(__file__).parent.parent / "words" / "scores.csv"


@cache
def scores() -> Mapping[tuple[str, str], float]:
    """PLOVER's conflict-cooperation scores, from -10 to 10, by type and mode.

    ACCUSE without a mode is -3.  The manual prints +3, which cannot be meant: its modes are -2, -3.5 and -3.5.
    """
    lines = [line for line in SCORES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(row["type"], row["mode"]): float(row["score"]) for row in csv.DictReader(lines)}


def intensity(type_: str, mode: str) -> float:
    """The score of a type and mode, of the type alone where the mode has none."""
    return scores().get((type_, mode), scores()[type_, ""])
