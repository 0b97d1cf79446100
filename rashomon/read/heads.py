"""Signs that a line is the headline of an article that begins there, and not one of the hundred other short lines of a page.

A headline's words come back in the text that follows it; a byline or a date stands near; and what follows speaks of other
things than the text before.  The last is Hearst's TextTiling (1997), asked only where a headline may stand.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

import msgspec
from msgspec.structs import replace

from rashomon.read.bylines import certain, likely
from rashomon.read.lines import FUNCTION_WORDS, Line

NEAR = 12  # lines after a headline among which byline and date stand
BESIDE = 3  # lines after a headline in which a date line may name the author
RUNNING = 15  # words' worth: from so much on a line is running text
FULL = 60  # words' worth of running text between two headlines that are no teasers
COMPARED = 8  # lines of running text on each side that are compared
COMPARED_CHARACTERS = 700  # of each
CONTENT = re.compile(r"[^\W\d_]{4,}|\d{4,}")
PLAIN_ENDS = (".", ":", ";", ",")
SHORTEST_TITLE, LONGEST_TITLE = 3, 30  # words


class Head(msgspec.Struct, frozen=True):
    """Signs that an article begins at a line."""

    opens: int  # kinds of lines that stand between headline and text: byline, date; two at most
    title: float  # how well it fits what follows, 0 to 1
    likeness: float  # of what follows to what stands before, 0 to 1; 0.15 when nothing stands before
    ended: bool = False  # what stands above ends an article: tags, comments, «Continue Reading»
    framed: bool = False  # it stands between the same two lines as another headline: «Central Asia», «Published»


def heads(lines: Sequence[Line], weighed: Sequence[float]) -> dict[int, Head]:
    """The signs at each line that may be a headline, by its number."""
    running = [number for number, own in enumerate(weighed) if own > RUNNING]
    counted: dict[int, Counter[str]] = {}
    found: dict[int, Head] = {}
    gap, passed, after, likeness = -1, 0, Counter[str](), 0.0
    for number, line in enumerate(lines):
        while passed < len(running) and running[passed] < number:
            passed += 1
        if not may_be_title(line, weighed[number]) or passed == len(running):
            continue
        if gap != passed:
            before = words_of(lines, running[max(0, passed - COMPARED) : passed], counted)
            after = words_of(lines, running[passed : passed + COMPARED], counted)
            gap, likeness = passed, cosine(before, after)
        fit = title_fit(line, after, running[passed] == number)
        found[number] = Head(openers(lines, weighed, number), fit, likeness, ended(lines, weighed, number))
    return framed(lines, weighed, found)


def framed(lines: Sequence[Line], weighed: Sequence[float], found: dict[int, Head]) -> dict[int, Head]:
    """The signs, headlines marked that stand between the same two lines as another, each before an article's worth of text."""
    frames: dict[str, list[int]] = {}
    for number in found:
        if lines[number].times == 1 and (frame := frame_of(lines, number)):  # a teaser shown twice is no frame
            frames.setdefault(frame, []).append(number)
    marked: set[int] = set()
    for members in frames.values():
        full = [
            number
            for number, end in pairwise([*members, len(lines)])
            if sum(own for own in weighed[number:end] if own > RUNNING) >= FULL
        ]
        marked.update(full if len(full) > 1 else ())
    return {number: replace(head, framed=number in marked) for number, head in found.items()}


def frame_of(lines: Sequence[Line], title: int) -> str:
    """What stands above and below a headline, and above it alone when that is a date; empty when neither opens an article."""
    if not 0 < title < len(lines) - 1:
        return ""
    above, below = lines[title - 1], lines[title + 1]
    if below.cue is not None and below.cue.opens:
        return f"{above.text}\n{below.cue.reason}".casefold()
    return above.cue.reason if above.cue is not None and above.cue.opens else ""


def ended(lines: Sequence[Line], weighed: Sequence[float], title: int) -> bool:
    """True when a line soon above the headline ends an article, with no running text between."""
    for number in range(title - 1, max(-1, title - 1 - NEAR), -1):
        cue = lines[number].cue
        if cue is not None and cue.ends:
            return True
        if weighed[number] > RUNNING:
            return False
    return False


def may_be_title(line: Line, own: float) -> bool:
    """True for a line of the length of a headline that is neither a cue nor cut off, and does not end as a plain sentence."""
    likely = line.cue is None and SHORTEST_TITLE <= line.words <= LONGEST_TITLE and own <= RUNNING
    return likely and not line.cut_off and not line.text.endswith(PLAIN_ENDS)


def openers(lines: Sequence[Line], weighed: Sequence[float], title: int) -> int:
    """How many kinds of lines that open an article stand soon after a headline, before its second line of running text."""
    kinds, running = set(), 0
    for number in range(title + 1, min(title + 1 + NEAR, len(lines))):
        cue = lines[number].cue
        if cue is not None and cue.opens:
            kinds.add(cue.reason)
            named = cue.reason == "date line" and number <= title + BESIDE and signed(lines[number].text)
            kinds.update(("byline",) if named else ())
        running += weighed[number] > RUNNING
        if running > 1:
            break
    return min(2, len(kinds))


def signed(text: str) -> bool:
    """True when a date line names an author too."""
    return bool(certain(text) or likely(text))


def title_fit(line: Line, following: Counter[str], same: bool) -> float:
    """The share of a headline's content words that come back in the text; less for a headline of one or two."""
    words = content(line.text)
    if len(words) < 2 or same:
        return 0.0
    return sum(word in following for word in words) / max(4, len(words))


def words_of(lines: Sequence[Line], numbers: Sequence[int], counted: dict[int, Counter[str]]) -> Counter[str]:
    """How often each content word stands in some lines."""
    total: Counter[str] = Counter()
    for number in numbers:
        if number not in counted:
            counted[number] = Counter(stems(lines[number].text[:COMPARED_CHARACTERS]))
        total.update(counted[number])
    return total


def cosine(one: Counter[str], other: Counter[str]) -> float:
    """The likeness of two bags of words, 0 to 1."""
    if not one or not other:
        return 0.15
    shared = sum(count * other[word] for word, count in one.items() if word in other)
    return shared / sqrt(sum(count * count for count in one.values()) * sum(count * count for count in other.values()))


def content(text: str) -> set[str]:
    """The words of a text that carry its subject, cut to six letters so that endings do not matter."""
    return set(stems(text))


def stems(text: str) -> list[str]:
    """The content words of a text in their order, cut to six letters."""
    return [word[:6] for word in CONTENT.findall(text.lower()) if word not in FUNCTION_WORDS]
