"""The PLOVER scores that the project carries, against the published ones; Goldstein's by way of the published conversion."""

import csv
from pathlib import Path

import pytest

from rashomon.find.event.scores import goldstein, goldstein_of_cameo, goldstein_of_plover, intensity

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


@pytest.mark.skipif(not PLOVER.exists(), reason="../shared/gold/plover is not here")
def test_goldstein_values_are_the_published_ones() -> None:
    with (PLOVER / "goldstein_cameo.csv").open(encoding="utf-8") as lines:
        published = {row["cameo"]: float(row["goldstein"]) for row in csv.DictReader(lines)}
    assert goldstein_of_cameo() == published
    assert len(published) == 312


@pytest.mark.skipif(not PLOVER.exists(), reason="../shared/gold/plover is not here")
def test_goldstein_values_reach_plover_by_the_published_conversion() -> None:
    told: dict[tuple[str, str], list[str]] = {}
    for line in (PLOVER / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8").splitlines():
        code, _, rest = line.partition(":")
        if code.isdigit() and code in goldstein_of_cameo():
            type_, mode, *_ = (part.split("#")[0].strip() for part in f"{rest},".split(","))
            told.setdefault((type_, mode), []).append(code)
    assert {pair for pair in goldstein_of_plover() if pair[0]} == set(told)
    for pair, codes in told.items():
        general = min(codes, key=lambda code: (len(code), code))
        assert goldstein(*pair) == goldstein_of_cameo()[general]


def test_every_type_has_a_value_of_goldstein_of_the_sign_of_its_score() -> None:
    types = {type_ for type_, _ in scores(OURS)}
    assert all(goldstein(type_, "no such mode") == goldstein(type_, "") for type_ in types)
    assert all(goldstein(type_, "") * intensity(type_, "") >= 0 for type_ in types)
