"""Pairs of claims: does the comparison of the stages call them a conflict?  Shared format: ``../shared/gold/claims``."""

from collections.abc import Iterable, Iterator
from typing import Any

from quality.pairs.measure import compared

LEFT, RIGHT = "left outlet", "right outlet"


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One label a pair; ``score`` is the share of comparisons of the two that are conflicts, unsure ones counting half.

    Text in a language that the stages do not read yields no finding, hence no conflict.
    """
    for line in lines:
        score = conflict_of(line) if line.get("language", "en") == "en" else 0.0
        yield {"id": line["id"], "label": "conflict" if score >= 1.0 else "neutral", "score": score}


def conflict_of(line: dict[str, Any]) -> float:
    """1 where the two sides conflict, a half where that is unsure, else 0."""
    day = line.get("published_on", "")
    made = compared(((line["left"], LEFT, day), (line["right"], RIGHT, day)))
    across = [one for one in made if len({outlet for side in one.sides for outlet in side.outlets}) > 1]
    verdicts = {one.verdict for one in across}
    return 1.0 if "conflicts" in verdicts else 0.5 if "unsure" in verdicts else 0.0
