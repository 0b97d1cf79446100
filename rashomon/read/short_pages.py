"""Pages too short to weigh anything: one row of sentences is the article."""

from collections.abc import Sequence
from itertools import groupby

from rashomon.read.headlines import above
from rashomon.read.lines import Line
from rashomon.read.pieces import Piece
from rashomon.read.teasers import teasers

FEWEST_SAID = 3  # words of a sentence on a short page
FEWEST_FUNCTION = 0.1  # share of function words of a sentence on a short page
SENTENCE = 8  # words; less says nothing about function words


def short(lines: Sequence[Line]) -> list[Piece]:
    """The one article of a page too short to weigh anything: its only sentences in a row; several such rows are teasers."""
    shown = teasers(lines)
    plain = [is_said(line) and number not in shown for number, line in enumerate(lines)]
    rows = [tuple(number for number, _ in group) for own, group in groupby(enumerate(plain), lambda pair: pair[1]) if own]
    rows = [row for row in rows if sum(lines[number].words for number in row) >= SENTENCE]
    if len(rows) != 1:
        return []
    return [Piece(above(lines, rows[0]), (), rows[0])]


def is_said(line: Line) -> bool:
    """True for a line that ends as a sentence, holds function words if it is long and says nothing of itself."""
    sentence = line.ends and line.text[-1] not in ":;" and (line.words < SENTENCE or line.function >= FEWEST_FUNCTION)
    return sentence and line.cue is None and line.times == 1 and line.words >= FEWEST_SAID
