"""The headline of an article: the line above its text whose words come back in it and by which the page calls itself."""

import re
from collections.abc import Mapping, Sequence

from rashomon.read.heads import Head
from rashomon.read.lines import Line
from rashomon.read.pieces import Piece

SHORT, SHORT_TITLE = 60, (3, 20)  # words of a text that can hardly be weighed, and of its headline
FARTHEST = 24  # lines a headline may stand above the text
FITS, SLIGHTLY = 0.25, 0.01  # share of a headline's words that come back in the text, without and with a byline or date near
SEPARATED = re.compile(r"[|/»>•·][^.]{1,40}")  # «Home » Business», «Gas prices fall | The Steppe Herald»
KEYWORDS = 3  # commas of a line that lists keywords
SENTENCE = 8  # words; a line so long above a headline is one itself, and that below it the deck


def titled(lines: Sequence[Line], piece: Piece, found: Mapping[int, Head], end: int) -> Piece:
    """The article with the best headline above its text, below the text that ends at line ``end``."""
    first = piece.text[0]
    near = (number for number in range(max(end + 1, first - FARTHEST), first) if number in found)
    likely = [number for number in near if found[number].title >= (FITS if not found[number].opens else SLIGHTLY)]
    alone = piece.title if piece.title >= 0 else above(lines, piece.text)
    title = max(likely, key=lambda number: (headline(lines, found[number], number, first), number), default=alone)
    upper = title - 1 in likely and lines[title - 1].words >= SENTENCE and not SEPARATED.search(lines[title - 1].text)
    title -= upper and not named(lines, title)  # of two that fit, the lower is the deck
    least = max(FITS, found[title].title if title in likely else 0.0)
    if len(piece.text) > 1 and not is_sentence(lines[first]) and first in found and found[first].title >= least:
        return Piece(first, (), piece.text[1:])
    return Piece(title, tuple(range(title + 1, first)) if title >= 0 else piece.head, piece.text)


def above(lines: Sequence[Line], text: Sequence[int]) -> int:
    """The line right above a text too short for a headline's words to come back in it, when it may be one, else -1."""
    line = lines[text[0] - 1] if text[0] else None
    few = sum(lines[number].words for number in text) < SHORT
    fits = line is not None and line.cue is None and not line.ends and SHORT_TITLE[0] <= line.words <= SHORT_TITLE[1]
    return text[0] - 1 if few and fits else -1


def is_sentence(line: Line) -> bool:
    """True for a line that ends as a sentence does, unless it is a quotation from end to end, as some headlines are."""
    return line.ends and not (line.text[0] in '“"«' and line.text[-1] in '”"»' and "." not in line.text)


def headline(lines: Sequence[Line], head: Head, number: int, first: int) -> float:
    """How good a headline a line is for the text that begins at line ``first``: it fits, and the page calls itself so."""
    own = lines[number].text
    label = own.endswith((".", ",")) or own.count(",") >= KEYWORDS or SEPARATED.search(own) is not None
    return 100 * head.title + 20 * head.opens + 60 * named(lines, number) - 40 * label + (number - first)


def named(lines: Sequence[Line], number: int) -> bool:
    """True for a line below with which the page's own title, its first or second line, begins or ends."""
    return number > 1 and any(
        line.text.startswith(lines[number].text) or line.text.endswith(lines[number].text) for line in lines[:2]
    )
