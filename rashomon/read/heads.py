"""The head of an article: what stands between the page before it and its first line of text, and which line is its headline."""

import re
from collections.abc import Sequence

import msgspec

from rashomon.read.lines import FUNCTION_WORDS, WORD, Line

FARTHEST = 16  # lines a headline may stand before the text
LOOKED_AT = 40  # lines of text on either side that are compared
CONTENT = re.compile(r"[^\W\d_]{4,}|\d{4,}")
LONGEST_TITLE = 30  # words


class Head(msgspec.Struct, frozen=True):
    """Signs that an article begins."""

    opens: int  # bylines, date lines; two at most
    title: float  # how well the best headline fits what follows, 0 to 1
    unlike: float  # how little what follows shares with the text before, 0 to 1
    title_at: int = -1  # number of the line of the headline


def head(lines: Sequence[Line], weighed: Sequence[float], first: int) -> Head:
    """The signs of a head before the line where text begins."""
    numbers = head_lines(lines, weighed, first)
    following = vocabulary(
        lines, [number for number in range(first, min(first + LOOKED_AT, len(lines))) if weighed[number] > 0][:12]
    )
    preceding = vocabulary(
        lines, [number for number in range(max(0, numbers[0] - LOOKED_AT) if numbers else 0, first) if weighed[number] > 0][-12:]
    )
    title, at = best_title(lines, numbers, following)
    opening = {cue.reason for number in numbers if (cue := lines[number].cue) is not None and cue.opens}
    return Head(min(2, len(opening)), title, unlikeness(preceding, following), at)


def head_lines(lines: Sequence[Line], weighed: Sequence[float], first: int) -> list[int]:
    """The numbers of the lines before the text that may belong to its head, in page order."""
    numbers: list[int] = []
    for number in range(first - 1, max(-1, first - 1 - FARTHEST), -1):
        if weighed[number] > 15:
            break
        numbers.append(number)
    return numbers[::-1]


def best_title(lines: Sequence[Line], numbers: Sequence[int], following: set[str]) -> tuple[float, int]:
    """How well the best headline among the lines fits the text, and its number; the later of two equals."""
    fits = [(title_fit(lines[number], following), number) for number in numbers]
    return max(fits, default=(0.0, -1))


def title_fit(line: Line, following: set[str]) -> float:
    """The share of a headline's content words that come back in the text; 0 for what is no headline."""
    words = content(line.text)
    if line.cue is not None or not 3 <= line.words <= LONGEST_TITLE or len(words) < 2 or line.cut_off:
        return 0.0
    shared = len(words & following) / len(words)
    return shared * min(1.0, len(words) / 4)


def unlikeness(preceding: set[str], following: set[str]) -> float:
    """1 when two stretches of text share no content words, 0 when the smaller shares a third of its own or more."""
    smaller = min(len(preceding), len(following))
    if not smaller:
        return 0.0
    return max(0.0, 1 - 3 * len(preceding & following) / smaller)


def vocabulary(lines: Sequence[Line], numbers: Sequence[int]) -> set[str]:
    """The content words of some lines."""
    return {word for number in numbers for word in content(lines[number].text[:1500])}


def content(text: str) -> set[str]:
    """The words of a text that carry its subject, cut to six letters so that endings do not matter."""
    return {word[:6].casefold() for word in CONTENT.findall(text) if word.lower() not in FUNCTION_WORDS}
