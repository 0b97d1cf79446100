"""The PLOVER scores that the project carries, against the published ones; Goldstein's by way of the published conversion."""

import csv
from pathlib import Path

import pytest

OURS = Path(__file__).parents[1] / "rashomon" / "find" / "words" / "scores.csv"
PLOVER = Path(__file__).parents[2] / "shared" / "gold" / "plover"


def scores(path: Path) -> dict[tuple[str, str], float]:
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {(row["type"], row["mode"]): float(row["score"]) for row in rows}


@pytest.mark.skipif(not PLOVER.exists(), reason="../shared/gold/plover is not here")
def test_scores_are_the_published_ones() -> None:
    assert scores(OURS) == scores(PLOVER / "scores.csv")


def test_every_type_has_a_score_of_its_own() -> None:
    types = {type_ for type_, mode in scores(OURS) if not mode}
    assert types == {type_ for type_, _ in scores(OURS)}
    assert len(types) == 16
