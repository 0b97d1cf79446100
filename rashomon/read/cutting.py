"""Where the articles of a page begin and end, line by line: the cheapest way through the page.

Every line is outside, text, or an aside (dropped, in the middle of an article).  A line of text earns what it weighs; beginning an
article costs, less so after the signs of a head; the best sum is found by dynamic programming (Viterbi), in time linear in
the number of lines.  Kohlschütter et al., Boilerplate Detection using Shallow Text Features (2010), for the features.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from rashomon.read.heads import head
from rashomon.read.lines import Line

BEFORE, TEXT, ASIDE, AFTER = range(4)
NEVER = float("-inf")
LONGEST_SUBHEADING = 14  # words


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of weights.toml, in words; each is explained there."""

    shortest: float
    longest: float
    ends: float
    breaks_off: float
    cut_off: float
    function: float
    usual_function: float
    repeated: float
    closed: float
    fading: float
    first: float
    another: float
    unannounced: float
    aside: float
    aside_line: float
    doubt: float
    head_opens: float
    head_title: float
    head_unlike: float


@cache
def weights() -> Weights:
    """The weights as shipped."""
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8")), Weights)


def cut(lines: Sequence[Line]) -> list[list[int]]:
    """The numbers of the lines of text of each article, in page order."""
    weighed = weigh(lines)
    return articles_of(with_subheadings(lines, best_way(weighed, heads(lines, weighed))))


def weigh(lines: Sequence[Line]) -> list[float]:
    """What each line weighs as text of an article, in words; negative when it speaks against it."""
    weight, weighed, closed = weights(), [], 0.0
    for line in lines:
        weighed.append(line_weight(line) + closed)
        closed = weight.closed if line.cue is not None and line.cue.closes else closed * weight.fading
    return weighed


def line_weight(line: Line) -> float:
    """What one line weighs by itself."""
    weight = weights()
    if line.cue is not None:
        return -float(line.cue.weight)
    total = min(line.words, weight.longest) - weight.shortest
    if line.ends:
        total += weight.ends
    elif line.words < 30:
        total += weight.breaks_off
    if line.words >= 8:
        total += weight.function * max(-0.3, min(0.2, line.function - weight.usual_function))
    return total + weight.cut_off * line.cut_off + weight.repeated * (line.times > 1 and line.words < 60)


def heads(lines: Sequence[Line], weighed: Sequence[float]) -> list[float]:
    """How much speaks for a new article at each line, in words."""
    return [
        announced(lines, weighed, number) if own > 0 and (number == 0 or weighed[number - 1] <= 0) else 0.0
        for number, own in enumerate(weighed)
    ]


def announced(lines: Sequence[Line], weighed: Sequence[float], number: int) -> float:
    """What the signs of a head before one line add up to."""
    weight, signs = weights(), head(lines, weighed, number)
    return weight.head_opens * signs.opens + weight.head_title * signs.title + weight.head_unlike * signs.unlike


def best_way(weighed: Sequence[float], signs: Sequence[float]) -> list[tuple[int, bool]]:
    """The state of each line on the cheapest way, and whether an article begins at it."""
    weight = weights()
    score = [0.0, NEVER, NEVER, NEVER]
    came: list[tuple[tuple[int, bool], ...]] = []
    for own, sign in zip(weighed, signs, strict=True):
        cost = weight.another + max(0.0, weight.unannounced - sign)
        begin = max((score[BEFORE] - weight.first, BEFORE), (score[AFTER] - cost, AFTER), (score[TEXT] - cost, TEXT))
        go_on = max((score[TEXT], TEXT), (score[ASIDE] - max(0.0, sign - weight.doubt), ASIDE))
        text, begins = (begin, True) if begin[0] > go_on[0] else (go_on, False)
        aside = max((score[TEXT] - weight.aside, TEXT), (score[ASIDE], ASIDE))
        after = max((score[AFTER], AFTER), (score[TEXT], TEXT))
        came.append(((BEFORE, False), (text[1], begins), (aside[1], False), (after[1], False)))
        score = [score[BEFORE], text[0] + own, aside[0] - weight.aside_line, after[0]]
    return way_back(came, max(range(4), key=lambda state: (score[state], -state)))


def way_back(came: Sequence[tuple[tuple[int, bool], ...]], state: int) -> list[tuple[int, bool]]:
    """The states of the lines, read from the last one back."""
    way = []
    for step in reversed(came):
        previous, begins = step[state]
        way.append((state, begins))
        state = previous
    return way[::-1]


def with_subheadings(lines: Sequence[Line], way: Sequence[tuple[int, bool]]) -> list[tuple[int, bool]]:
    """The way, short lines that stand alone between two lines of the same text taken in: its subheadings."""
    states = [state for state, _ in way]
    return [
        (TEXT, False) if is_subheading(lines, states, number) else step
        for number, step in enumerate(way)
    ]  # fmt: skip


def is_subheading(lines: Sequence[Line], states: Sequence[int], number: int) -> bool:
    """True for an aside without a cue or a twin, between two lines of text."""
    line = lines[number]
    alone = states[number] == ASIDE and states[number - 1] == TEXT == states[number + 1]
    return alone and line.cue is None and line.times == 1 and not line.cut_off and line.words <= LONGEST_SUBHEADING


def articles_of(way: Sequence[tuple[int, bool]]) -> list[list[int]]:
    """The lines of text of each article."""
    articles: list[list[int]] = []
    for number, (state, begins) in enumerate(way):
        if begins:
            articles.append([])
        if state == TEXT:
            articles[-1].append(number)
    return articles
