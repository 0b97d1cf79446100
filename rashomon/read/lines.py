"""The lines of a page and what can be read off each: length, how it ends, how much of it is function words, its cue."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from rashomon.read.cues import Cue, cue_of

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
WORD = re.compile(r"\w+")
ENDS = re.compile(r"[.!?…:;][\"”’'»“)\]*]{0,3}$|[\"”»]$")
CUT_OFF = re.compile(r"(\.\.\.|…|\[…\]|\[\.\.\.\])$")
MOST_WORDS_COUNTED = 400  # of one line: enough to know what it is
# Words that hold sentences together; menus, headlines and lists have few of them.
FUNCTION_WORDS = frozenset(
    "a about after all also an and are as at be been before being but by can could did do does for from had has have he her him"
    " his i if in into is it its may more most no nor not of on or our she should so such than that the their them then there"
    " these they this those to was we were what when where which while who will with would you your".split()
)
COMPARED = 2000  # characters of a line that tell whether it stands on the page twice
LOOKED_AT = 5000  # characters that tell whether a page is written in capitals
FULL = 0.75  # share of the page's width that a full line fills
HARD_WRAP = (45, 100)  # characters: lines of such a length, run on in the next, are one paragraph broken by hand


class Line(msgspec.Struct, frozen=True):
    """One line, or one hard-wrapped paragraph, of a page; never blank."""

    start: int
    end: int
    text: str
    words: int
    function: float  # share of function words
    ends: bool  # as sentences end
    cut_off: bool  # «…»
    cue: Cue | None
    times: int  # how often the same words stand on the page
    again: bool  # they stood above already


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, hard-wrapped paragraphs joined."""
    spans = joined(text, stripped_spans(text))
    keys = [key(text, start, end) for start, end in spans]
    times, seen, lines = Counter(keys), set[str](), []
    for own, (start, end) in zip(keys, spans, strict=True):
        lines.append(line_of(text, start, end, times[own], own in seen))
        seen.add(own)
    return lines


def key(text: str, start: int, end: int) -> str:
    """What tells whether two lines are the same."""
    return text[start : min(end, start + COMPARED)].casefold()


def line_of(text: str, start: int, end: int, times: int, again: bool) -> Line:
    """What can be read off one line."""
    line = text[start:end]
    words = WORD.findall(line, 0, 20 * MOST_WORDS_COUNTED)[:MOST_WORDS_COUNTED]
    tail = line[-8:]
    cut_off = CUT_OFF.search(tail) is not None
    return Line(
        start=start,
        end=end,
        text=line,
        words=len(words),
        function=sum(map(FUNCTION_WORDS.__contains__, map(str.lower, words))) / max(1, len(words)),
        ends=ENDS.search(tail) is not None and not cut_off,
        cut_off=cut_off,
        cue=cue_of(line, len(words)),
        times=times,
        again=again,
    )


def stripped_spans(text: str) -> list[tuple[int, int]]:
    """The spans of the lines with something in them, white space at both ends left out."""
    spans = []
    for match in LINE.finditer(text):
        line = match.group()
        kept = line.strip(" \t\u00a0\ufeff\u200b\x00")
        if kept:
            start = match.start() + line.index(kept[0])
            spans.append((start, start + len(kept)))
    return spans


def joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, those of hard-wrapped paragraphs put together when the page is written so."""
    if not hard_wrapped(text, spans):
        return spans
    paragraphs: list[tuple[int, int]] = []
    for start, end in spans:
        if paragraphs and runs_on(text, paragraphs[-1], (start, end)):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return paragraphs


def hard_wrapped(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """True when most longer lines are of one width and go on in the middle of a sentence on the next line."""
    longer = [number for number, (start, end) in enumerate(spans[:-1]) if end - start >= HARD_WRAP[0]]
    capitals = text[:LOOKED_AT].isupper()
    wrapped = [number for number in longer if wraps(text, spans[number], spans[number + 1], capitals)]
    widths = [spans[number][1] - spans[number][0] for number in wrapped]
    full = sum(width >= FULL * max(widths) for width in widths)
    return len(longer) >= 2 and len(widths) >= 0.4 * len(longer) and full >= 0.7 * len(widths)


def wraps(text: str, one: tuple[int, int], other: tuple[int, int], capitals: bool) -> bool:
    """True when one line is as long as a wrapped one and the other, next to it, goes on with it.

    It goes on in small letters, or, where a page has none, after a line that does not end as a sentence.
    """
    near = one[1] - one[0] <= HARD_WRAP[1] and text.count("\n", one[1], other[0]) <= 1
    return near and (not ENDS.search(text[one[1] - 3 : one[1]]) if capitals else text[other[0]].islower())


def runs_on(text: str, paragraph: tuple[int, int], line: tuple[int, int]) -> bool:
    """True when the line goes on with the paragraph before it: no empty line between, and its last line was a full one."""
    last = text.rfind("\n", paragraph[0], paragraph[1]) + 1
    width = paragraph[1] - max(last, paragraph[0])
    return text.count("\n", paragraph[1], line[0]) <= 1 and HARD_WRAP[0] <= width <= HARD_WRAP[1]
