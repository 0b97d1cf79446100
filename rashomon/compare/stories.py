"""Stories: the articles of a pile grouped by what they report on, without a threshold set by anybody.

Articles are bags of word stems weighted by how rare they are in the pile (Spärck Jones, 1972), grouped bottom-up by average
likeness (UPGMA); of all the places where that tree can be cut, the one with the best mean silhouette is taken (Rousseeuw, 1987),
so that the pile itself says how much likeness makes a story.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from rashomon.records import Article, Cut, Issue

WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
STEM = 6  # letters; endings do not matter
TITLE = 3  # times a headline's words count: it was written to say what the story is
TOO_COMMON = 0.5  # share of the articles above which a word says nothing
MOST = 3000  # articles; likeness of all pairs is held in memory, 8 bytes a pair
CUTS = tuple(step / 100 for step in range(6, 42, 2))  # likenesses at which the tree may be cut
Matrix = NDArray[np.float64]


class Stories(msgspec.Struct, frozen=True):
    """Groups of article ids, one a story, in the order of the pile."""

    groups: tuple[tuple[str, ...], ...] = ()
    issues: tuple[Issue, ...] = ()


def stories(cuts: Sequence[Cut]) -> Stories:
    """The stories of a pile; above MOST articles none are formed, and an issue says so."""
    told = [(article, words(cut, article)) for cut in cuts for article in cut.articles]
    if len(told) > MOST:
        what = f"{len(told)} articles; stories are formed of {MOST} at most"
        return Stories(issues=(Issue(stage="compare.stories", what=what),))
    groups = grouped(likeness([count for _, count in told])) if len(told) > 1 else [[0]][: len(told)]
    return Stories(groups=tuple(tuple(told[number][0].id for number in group) for group in groups))


def words(cut: Cut, article: Article) -> Counter[str]:
    """How often each stem stands in an article, those of its headline several times."""
    text = " ".join(cut.page.text[start:end] for start, end in article.blocks)
    found = Counter(stems(text))
    found.update({stem: TITLE * count for stem, count in Counter(stems(article.title)).items()})
    return found


def stems(text: str) -> list[str]:
    """The words of a text, cut to their first letters."""
    return [word[:STEM] for word in WORD.findall(text.lower())]


def likeness(counts: Sequence[Counter[str]]) -> Matrix:
    """The cosine of each two articles."""
    spread = Counter(stem for count in counts for stem in count)
    most = max(2.0, TOO_COMMON * len(counts))
    column = {stem: number for number, stem in enumerate(sorted(stem for stem, times in spread.items() if 1 < times <= most))}
    rows: Matrix = np.zeros((len(counts), max(1, len(column))))
    for row, count in enumerate(counts):
        for stem, times in count.items():
            if stem in column:
                rows[row, column[stem]] = (1 + log(times)) * log(len(counts) / spread[stem])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    return rows @ rows.T


def grouped(alike: Matrix) -> list[list[int]]:
    """The groups at the cut with the best mean silhouette, the higher cut of two equals."""
    merges = merged(alike)
    cut = {level: at_level(len(alike), merges, level) for level in CUTS}
    return max(cut.items(), key=lambda item: (round(silhouette(alike, item[1]), 6), item[0]))[1]


def merged(alike: Matrix) -> list[tuple[float, int, int]]:
    """The merges of average linkage, most alike first, as likeness and two members; by chains of nearest neighbours."""
    between, sizes, alive = alike.copy(), np.ones(len(alike)), list(range(len(alike)))
    np.fill_diagonal(between, -1.0)
    merges: list[tuple[float, int, int]] = []
    chain: list[int] = []
    while len(alive) > 1:
        chain = chain or [alive[0]]
        nearest = int(between[chain[-1]].argmax())
        if len(chain) < 2 or between[chain[-1], nearest] > between[chain[-1], chain[-2]]:
            chain.append(nearest)
            continue
        one, other = sorted((chain.pop(), chain.pop()))
        merges.append((float(between[one, other]), one, other))
        join(between, sizes, one, other)
        alive.remove(other)
    return sorted(merges, key=lambda merge: (-merge[0], merge[1], merge[2]))


def join(between: Matrix, sizes: NDArray[Any], one: int, other: int) -> None:
    """Put the second group into the first; its likeness to the rest is the mean over all members."""
    mean = (sizes[one] * between[one] + sizes[other] * between[other]) / (sizes[one] + sizes[other])
    between[one], between[:, one] = mean, mean
    between[other], between[:, other] = -1.0, -1.0
    between[one, one] = -1.0
    sizes[one] += sizes[other]


def at_level(number: int, merges: Sequence[tuple[float, int, int]], level: float) -> list[list[int]]:
    """The groups when all merges at least so alike are made, in the order of their first members."""
    head = list(range(number))
    for alike, one, other in merges:
        if alike >= level:
            kept, gone = sorted((top(head, one), top(head, other)))
            head[gone] = kept
    groups: dict[int, list[int]] = {}
    for member in range(number):
        groups.setdefault(top(head, member), []).append(member)
    return list(groups.values())


def top(head: list[int], member: int) -> int:
    """The first member of a member's group."""
    while head[member] != member:
        head[member] = head[head[member]]
        member = head[member]
    return member


def silhouette(alike: Matrix, groups: Sequence[Sequence[int]]) -> float:
    """How much more alike members are to their own group than to the next one, -1 to 1; 0 for a group of one."""
    if len(groups) < 2:
        return 0.0
    sums = np.stack([alike[:, group].sum(axis=1) for group in groups], axis=1)
    sizes = np.array([len(group) for group in groups])
    total = 0.0
    for number, group in enumerate(groups):
        if len(group) > 1:
            within = 1 - (sums[group, number] - 1) / (len(group) - 1)
            means = sums[group] / sizes
            means[:, number] = -1.0
            beside = 1 - means.max(axis=1)
            total += float(((beside - within) / np.maximum(beside, within)).sum())
    return total / len(alike)
