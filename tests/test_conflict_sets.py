"""The sets that the reader of pairs is trained on and measured with: well-formed, counted, and apart from each other."""

import re
from collections import Counter
from random import Random

import pytest

from quality.conflicts.near_copies import CHANGES, near_copies, shifted
from quality.conflicts.tellings import KINDS, SETS, Agreeing, Contrast, Rival, Sheet, Triad, affairs, lines

CONTRASTS, SHEETS, TRIADS = (sorted(SETS.glob(f"*/{name}_*.jsonl")) for name in ("contrasts", "sheets", "tellings"))
PILES = sorted(SETS.glob("*/agreeing_*.jsonl"))
TABLES = sorted(SETS.glob("*/*.toml"))
ALL = (*CONTRASTS, *SHEETS, *TRIADS, *PILES, *TABLES)


def kinds_of(path):
    """The kinds of a file, one for each conflict and for each passage, or pair of texts, without one."""
    if path in CONTRASTS:
        return [rival.kind for one in lines(path, Contrast) for rival in one.rights]
    if path in SHEETS:
        return [kind for one in lines(path, Sheet) for kind in (*(rival.kind for rival in one.conflicts), *("none",) * 3)]
    if path in TRIADS:
        return [kind for one in lines(path, Triad) for kind in (*one.kinds, *("none",) * 3)]
    if path in PILES:
        return ["none" for _ in lines(path, Agreeing)]
    told = [[conflict.kind for conflict in one.conflicts] for one in affairs(path)]
    return [kind for kinds in told for kind in kinds or ["none"]]


def texts_of(path):
    """The texts of each entry of a file."""
    if path in CONTRASTS:
        return [[one.left, *(rival.text for rival in one.rights)] for one in lines(path, Contrast)]
    if path in SHEETS:
        return [[*one.same, *(other.text for other in (*one.conflicts, *one.others))] for one in lines(path, Sheet)]
    if path in PILES:
        return [list(one.articles) for one in lines(path, Agreeing)]
    if path in TRIADS:
        return [[*sum(one.tellings, ()), *(other.text for other in one.others)] for one in lines(path, Triad)]
    return [[one.left, one.right] for one in affairs(path)]


def same(text):
    return " ".join(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("path", [*CONTRASTS, *SHEETS, *TRIADS], ids=lambda path: path.stem)
def test_texts_of_an_entry_are_in_one_line_and_differ(path):
    read = texts_of(path)
    assert read
    for texts in read:
        assert all(" ".join(text.split()) == text and "@" not in text for text in texts), texts[0]
        assert len({same(text) for text in texts}) == len(texts), texts[0]


def test_each_entry_of_the_lists_has_conflicts_and_others():
    for path in CONTRASTS:
        assert all({rival.kind == "none" for rival in one.rights} == {True, False} for one in lines(path, Contrast))
    for path in SHEETS:
        assert all("none" not in {rival.kind for rival in one.conflicts} for one in lines(path, Sheet))
    assert all("none" not in one.kinds for path in TRIADS for one in lines(path, Triad))


def test_articles_that_agree_are_as_long_as_articles_and_differ():
    read = [texts for path in PILES for texts in texts_of(path)]
    assert read
    for texts in read:
        assert all(len(text.split()) > 100 and text.strip() == text and "@" not in text for text in texts), texts[0]
        assert len({same(text) for text in texts}) == len(texts), texts[0]


def test_no_entry_stands_twice():
    first = [same(texts[0]) for path in (*CONTRASTS, *SHEETS, *TRIADS, *PILES) for texts in texts_of(path)]
    assert len(set(first)) == len(first)


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
    texts = {True: set(), False: set()}
    for path in ALL:
        texts[path.parent.name == "train"] |= {same(text) for entry in texts_of(path) for text in entry}
    assert texts[True] and texts[False]
    assert not texts[True] & texts[False]


def test_the_list_of_sets_is_right():
    listed = (SETS / "README.md").read_text(encoding="utf-8")
    rows = {
        name: tuple(map(int, numbers))
        for name, *numbers in re.findall(r"^\| `(.+?)` \| (\d+) \| (\d+) \| (\d+) \|$", listed, re.MULTILINE)
    }
    counted = {}
    for path in ALL:
        kinds = kinds_of(path)
        without = kinds.count("none")
        counted[f"{path.parent.name}/{path.name}"] = (len(texts_of(path)), len(kinds) - without, without)
    assert rows == counted


def test_kinds_are_counted_in_the_list_of_sets():
    listed = (SETS / "README.md").read_text(encoding="utf-8")
    rows = {
        kind: tuple(map(int, counts)) for kind, *counts in re.findall(r"^\| (\w+) \| (\d+) \| (\d+) \|$", listed, re.MULTILINE)
    }
    kinds = {"train": Counter(), "tune": Counter()}
    for path in ALL:
        kinds.setdefault(path.parent.name, Counter()).update(kinds_of(path))
    assert rows == {kind: (kinds["train"][kind], kinds["tune"][kind]) for kind in KINDS[1:]}


def test_tags_are_counted_in_the_list_of_sets():
    listed = (SETS / "README.md").read_text(encoding="utf-8")
    rows = {tag: int(count) for tag, count in re.findall(r"^\| (\w+) \| [^|\d][^|]* \| (\d+) \|$", listed, re.MULTILINE)}
    counted = Counter(other.tag for path in SHEETS for one in lines(path, Sheet) for other in one.others)
    counted.update(other.tag for path in TRIADS for one in lines(path, Triad) for other in one.others)
    assert rows == counted


def test_near_copies_say_nothing_new():
    one = Contrast(
        "The dam broke at noon. Nobody was hurt.", (Rival("none", "The river is brown."), Rival("cause", "Ice broke it."))
    )
    made = [pair for seed in range(40) for pair in near_copies(one, Random(seed))]
    assert any(left == f"{one.left} The river is brown." for left, _ in made)
    assert not any("Ice" in left and "dam" in right for left, right in made)
    assert all(change("One word. Another one.", Random(2)) for change in CHANGES)


def test_a_shifted_copy_differs_in_one_number_or_time():
    text = "On Monday, 14 March 2022, some 1,200 men in two boats left at 12:30 for the 21st time, said Miller, 47."
    made = {shifted(text, Random(seed)) for seed in range(300)}
    changed = {
        kind: {word for made_kind, other in made if made_kind == kind for word in set(text.split()) - set(other.split())}
        for kind in ("date", "value")
    }
    assert changed == {"date": {"Monday,", "14"}, "value": {"1,200", "two", "47."}}
    assert all(len(set(other.split()) - set(text.split())) == 1 for _, other in made)
    assert shifted("It may rain at Sela.", Random(1)) is None
    assert all(shifted("about 3.5 percent", Random(seed)) != ("value", "about 3.5 percent") for seed in range(50))
