"""The sets that the reader of pairs is trained on and measured with: well-formed, counted, and apart from each other."""

import re
from collections import Counter
from random import Random

import pytest

from quality.conflicts.near_copies import CHANGES, near_copies
from quality.conflicts.tellings import KINDS, SETS, Contrast, Rival, affairs, contrasts

LISTS = sorted(SETS.glob("*/*.jsonl"))
TABLES = sorted(SETS.glob("*/*.toml"))


def same(text):
    return " ".join(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_contrasts_are_well_formed(path):
    read = list(contrasts(path))
    assert read
    for one in read:
        texts = [one.left, *(rival.text for rival in one.rights)]
        assert all(text.strip() == text and "@" not in text for text in texts), one.left
        assert len({same(text) for text in texts}) == len(texts), one.left
        assert {rival.kind == "none" for rival in one.rights} == {True, False}, one.left


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_sides_of_conflicts_stand_once_in_their_texts(path):
    read = list(affairs(path))
    assert read
    for one in read:
        assert same(one.left) != same(one.right)
        for conflict in one.conflicts:
            assert conflict.kind != "none"
            assert (one.left.count(conflict.left_says), one.right.count(conflict.right_says)) == (1, 1), conflict


def test_nothing_that_is_measured_with_is_trained_on():
    texts = {}
    for path in (*LISTS, *TABLES):
        held = texts.setdefault(path.parent.name == "train", set())
        if path in LISTS:
            held |= {same(text) for one in contrasts(path) for text in (one.left, *(rival.text for rival in one.rights))}
        else:
            held |= {same(text) for one in affairs(path) for text in (one.left, one.right)}
    assert texts[True] and texts[False]
    assert not texts[True] & texts[False]


def test_the_list_of_sets_is_right():
    listed = (SETS / "README.md").read_text(encoding="utf-8")
    rows = {
        name: tuple(map(int, numbers))
        for name, *numbers in re.findall(r"^\| `(.+?)` \| (\d+) \| (\d+) \| (\d+) \|$", listed, re.MULTILINE)
    }
    counted = {}
    for path in LISTS:
        kinds = [rival.kind for one in contrasts(path) for rival in one.rights]
        counted[f"{path.parent.name}/{path.name}"] = (
            len(list(contrasts(path))),
            len(kinds) - kinds.count("none"),
            kinds.count("none"),
        )
    for path in TABLES:
        read = list(affairs(path))
        empty = sum(not one.conflicts for one in read)
        counted[f"{path.parent.name}/{path.name}"] = (len(read), sum(len(one.conflicts) for one in read), empty)
    assert rows == counted


def test_kinds_are_counted_in_the_list_of_sets():
    listed = (SETS / "README.md").read_text(encoding="utf-8")
    rows = {
        kind: tuple(map(int, counts)) for kind, *counts in re.findall(r"^\| (\w+) \| (\d+) \| (\d+) \|$", listed, re.MULTILINE)
    }
    kinds = {"train": Counter(), "tune": Counter()}
    for path in LISTS:
        kinds[path.parent.name].update(rival.kind for one in contrasts(path) for rival in one.rights)
    for path in TABLES:
        kinds.setdefault(path.parent.name, Counter()).update(conflict.kind for one in affairs(path) for conflict in one.conflicts)
    assert rows == {kind: (kinds["train"][kind], kinds["tune"][kind]) for kind in KINDS[1:]}


def test_near_copies_say_nothing_new():
    one = Contrast(
        "The dam broke at noon. Nobody was hurt.", (Rival("none", "The river is brown."), Rival("cause", "Ice broke it."))
    )
    made = [pair for seed in range(40) for pair in near_copies(one, Random(seed))]
    assert any(left == f"{one.left} The river is brown." for left, _ in made)
    assert not any("Ice" in left and "dam" in right for left, right in made)
    assert all(change("One word. Another one.", Random(2)) for change in CHANGES)
