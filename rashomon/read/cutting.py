"""Where the articles of a page begin and end, line by line: the cheapest way through the page.

Every line is outside, head of an article, text, or an aside (dropped, in the middle of an article).  A line of text earns what
it weighs; beginning an article costs, less so after the signs of a head; the best sum is found by dynamic programming (Viterbi),
in time linear in the number of lines.  The features follow Kohlschütter et al., Boilerplate Detection using Shallow Text
Features (2010).
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from rashomon.read import asides
from rashomon.read.headlines import titled
from rashomon.read.heads import Head, heads
from rashomon.read.lines import Line
from rashomon.read.pieces import Piece, trimmed, with_lists, without_biographies
from rashomon.read.short_pages import short
from rashomon.read.teasers import teasers

BEFORE, HEAD, TEXT, ASIDE, AFTER = range(5)
NEVER = float("-inf")
ENGLISH = 0.25  # share of function words that the best line of an English page reaches
LONG = 15  # words; so long a line stands twice because the article does, and its first copy is kept
SENTENCE = 8  # words; less says nothing about function words
LISTED = 15  # words without which too little can be said about its function words
Step = tuple[int, bool]  # the state of a line, and whether an article begins at it


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of weights.toml, in words; each is explained there."""

    shortest: float
    longest: float
    ends: float
    breaks_off: float
    cut_off: float
    teaser: float
    function: float
    usual_function: float
    few_function: float
    fewest_function: float
    repeated: float
    chosen: float
    passed_over: float
    fading: float
    first: float
    another: float
    unannounced: float
    head_line: float
    aside: float
    aside_line: float
    doubt: float
    head_opens: float
    head_title: float
    head_ended: float
    head_framed: float
    head_pays: float
    head_unlike: float
    usual_likeness: float


@cache
def weights() -> Weights:
    """The weights as shipped."""
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8")), Weights)


def cut(lines: Sequence[Line], chosen: Sequence[bool] = ()) -> list[Piece]:
    """The articles of a page, in page order; ``chosen``: for each line, whether an extractor took it for text, if asked."""
    weighed = weigh(lines)
    if chosen:
        weight = weights()
        weighed = [own + (weight.chosen if taken else weight.passed_over) for own, taken in zip(weighed, chosen, strict=True)]
    found = heads(lines, weighed)
    way = best_way(weighed, {number: announced(head) for number, head in found.items()})
    cut_out = without_biographies(lines, pieces(with_asides(lines, way))) or short(lines)
    ends = [-1, *(piece.text[-1] for piece in cut_out)]
    cut_out = [trimmed(lines, titled(lines, piece, found, end)) for piece, end in zip(cut_out, ends, strict=False)]
    return with_lists(lines, cut_out)


def weigh(lines: Sequence[Line]) -> list[float]:
    """What each line weighs as text of an article, in words; negative when it speaks against it."""
    weight, weighed, closed, english, shown = weights(), [], 0.0, has_function_words(lines), teasers(lines)
    for number, line in enumerate(lines):
        weighed.append(line_weight(line, english) + closed + weight.teaser * (number in shown))
        closed = min(closed * weight.fading, -float(line.cue.closes) if line.cue is not None else 0.0)
    return weighed


def line_weight(line: Line, english: bool) -> float:
    """What one line weighs by itself; its function words count only on a page in a language whose function words are known."""
    weight = weights()
    if line.cue is not None:
        return -float(line.cue.weight)
    total = min(line.words, weight.longest) - weight.shortest
    if line.ends:
        total += weight.ends
    elif line.words < 40:
        total += weight.breaks_off
    repeated = line.times > 1 and (line.again or line.words < LONG)
    return total + english * function_weight(line) + weight.cut_off * line.cut_off + weight.repeated * repeated


def function_weight(line: Line) -> float:
    """What the share of function words in a line says about it."""
    weight, total = weights(), 0.0
    if line.words >= SENTENCE:
        total += weight.function * max(-0.3, min(0.2, line.function - weight.usual_function))
    if line.words >= LISTED and line.function < weight.fewest_function and not line.ends:
        total += weight.few_function
    return total


def has_function_words(lines: Sequence[Line]) -> bool:
    """True when the longer lines of a page hold English function words, as those of other languages do not."""
    shares = [line.function for line in lines if line.words >= SENTENCE]
    return not shares or max(shares) > ENGLISH


def announced(head: Head) -> float:
    """What the signs of a head add up to, in words."""
    weight = weights()
    unlike = weight.head_unlike * (weight.usual_likeness - min(head.likeness, 2 * weight.usual_likeness))
    above = weight.head_ended * head.ended + weight.head_framed * head.framed
    return weight.head_opens * head.opens + weight.head_title * head.title + above + unlike


def best_way(weighed: Sequence[float], signs: Mapping[int, float]) -> list[Step]:
    """The state of each line on the cheapest way, and whether an article begins at it."""
    score = [0.0, NEVER, NEVER, NEVER, NEVER]
    came: list[tuple[Step, ...]] = []
    for number, own in enumerate(weighed):
        score, steps = stepped(score, own, signs.get(number))
        came.append(steps)
    return way_back(came, max(range(5), key=lambda state: (score[state], -state)))


def stepped(score: Sequence[float], own: float, sign: float | None) -> tuple[list[float], tuple[Step, ...]]:
    """The best sums with one more line, and from which state each comes."""
    weight = weights()
    passing = max(0.0, (sign or 0.0) - weight.doubt)
    begins_text = begin(score, None)
    begins_head = begin(score, sign) if sign is not None else (NEVER, BEFORE)
    head = max((score[HEAD] - weight.head_line - passing, HEAD), begins_head)
    text = max((score[TEXT] - passing, TEXT), (score[ASIDE] - passing, ASIDE), (score[HEAD], HEAD), begins_text)
    aside = max((score[TEXT] - weight.aside - passing, TEXT), (score[ASIDE] - passing, ASIDE))
    after = max((score[AFTER], AFTER), (score[TEXT], TEXT))
    steps = (
        (BEFORE, False), (head[1], head is begins_head), (text[1], text is begins_text), (aside[1], False), (after[1], False)
    )  # fmt: skip
    return [score[BEFORE], head[0], text[0] + own, aside[0] - weight.aside_line, after[0]], steps


def begin(score: Sequence[float], sign: float | None) -> tuple[float, int]:
    """The best sum with which an article can begin, at a headline of so strong signs or without one, and the state before it."""
    weight = weights()
    first = max(0.0, weight.first - weight.head_pays * (sign or 0.0))
    another = weight.another + max(0.0, weight.unannounced - (sign or 0.0))
    return max((score[BEFORE] - first, BEFORE), (score[AFTER] - another, AFTER), (score[TEXT] - another, TEXT))


def way_back(came: Sequence[tuple[Step, ...]], state: int) -> list[Step]:
    """The states of the lines, read from the last one back."""
    way = []
    for step in reversed(came):
        previous, begins = step[state]
        way.append((state, begins))
        state = previous
    return way[::-1]


def with_asides(lines: Sequence[Line], way: Sequence[Step]) -> list[Step]:
    """The way, those asides taken in that are part of the text around them: subheadings, entries of lists."""
    part = set(asides.part_of_text(lines, [state == TEXT for state, _ in way], [state == ASIDE for state, _ in way]))
    return [(TEXT, False) if number in part else step for number, step in enumerate(way)]


def pieces(way: Sequence[Step]) -> list[Piece]:
    """The lines of each article; one that came to no text is none."""
    begun: list[list[tuple[int, int]]] = []
    for number, (state, begins) in enumerate(way):
        if begins:
            begun.append([])
        if state in (HEAD, TEXT) and begun:
            begun[-1].append((number, state))
    return [piece_of(part) for part in begun if any(state == TEXT for _, state in part)]


def piece_of(part: Sequence[tuple[int, int]]) -> Piece:
    """One article of its lines and their states."""
    head = tuple(number for number, state in part if state == HEAD)
    return Piece(head[0] if head else -1, head[1:], tuple(number for number, state in part if state == TEXT))
