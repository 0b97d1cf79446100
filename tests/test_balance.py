"""Signed networks against known answers and brute force."""

import csv
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.worlds.balance import (
    MOST_TIES,
    Network,
    TooLargeError,
    balanced_triangles,
    frustration,
    network,
    said_network,
    triangles,
    walk_balance,
)

TRIBES = Path(__file__).parents[2] / "shared" / "gold" / "networks" / "tribes.csv"
NAMES = "abcdef"
signed = st.dictionaries(
    st.sampled_from([frozenset(pair) for pair in combinations(NAMES, 2)]), st.sampled_from([-1, 1]), min_size=1, max_size=15
)


@pytest.mark.skipif(not TRIBES.exists(), reason="../shared/gold/networks is not here")
def test_the_tribes_of_the_highlands() -> None:
    with TRIBES.open(encoding="utf-8") as rows:
        tribes = network({frozenset((row["left"], row["right"])): int(row["sign"]) for row in csv.DictReader(rows)})  # type: ignore[misc]
    assert balanced_triangles(tribes) == pytest.approx(0.8676471, abs=1e-7)
    assert walk_balance(tribes) == pytest.approx(0.3575761, abs=1e-7)
    assert frustration(tribes).ties == 7


def frustrated(of: Network, left: set[str]) -> int:
    return sum((len(pair & left) != 1) != (sign > 0) for pair, sign in of.signs.items())


@given(signed)
@settings(max_examples=60, deadline=None)
def test_frustration_is_the_best_of_all_partitions(signs: dict[frozenset[str], int]) -> None:
    of = network(signs)  # type: ignore[arg-type]
    best = min(
        frustrated(of, {name for name, inside in zip(of.actors, sides, strict=True) if inside})
        for sides in product([False, True], repeat=len(of.actors))
    )
    found = frustration(of)
    assert found.ties == best == frustrated(of, set(found.left))
    assert sorted((*found.left, *found.right)) == list(of.actors)


@given(signed)
@settings(max_examples=60, deadline=None)
def test_triangles_are_all_closed_triads(signs: dict[frozenset[str], int]) -> None:
    of = network(signs)  # type: ignore[arg-type]
    closed = [three for three in combinations(of.actors, 3) if all(frozenset(pair) in signs for pair in combinations(three, 2))]
    assert [three for three, _ in triangles(of)] == closed


def test_a_network_without_negative_ties_is_balanced() -> None:
    of = network({frozenset(pair): 1 for pair in combinations(NAMES, 2)})
    assert balanced_triangles(of) == 1
    assert walk_balance(of) == pytest.approx(1)
    assert frustration(of).ties == 0


def test_nothing_is_said_of_an_empty_network() -> None:
    of = network({})
    assert (balanced_triangles(of), walk_balance(of), frustration(of).ties) == (None, None, 0)
    assert said_network({}) == (of, ())


def test_too_large_a_network_is_refused() -> None:
    of = network({frozenset((f"a{number}", f"b{number}")): -1 for number in range(MOST_TIES + 1)})
    with pytest.raises(TooLargeError, match=str(MOST_TIES)):
        frustration(of)
