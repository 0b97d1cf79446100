"""Lists that are part of a text though they do not read like it: figures, prices, ingredients, numbered points."""

import re
from collections.abc import Sequence
from itertools import takewhile

from rashomon.read.lines import Line

LONGEST_ENTRY = 18  # words
FEWEST_ENTRIES, ENTRIES = 4, 0.6  # lines of a list in a text, and the share of them that look like entries
FEWEST_CLOSING, CLOSING, FIGURES = 5, 0.7, 0.5  # lines of a list below a text, that share, and the share that hold a figure
PASSED = 2  # lines that say something of themselves, «7 / 7», between a text and the list below it
CLOSING_FUNCTION = 0.25  # share of function words of such a list; headlines, «Storm: 5 of the boats are lost», have more
MEASURES = r"(?:cups?|teaspoons?|tablespoons?|tsp|tbsp|ounces?|oz|pounds?|lbs?|kg|grams?|g|ml|cl|litres?|liters?|pinch|cloves?)"
AMOUNT = rf"^[\d½¼¾⅓⅔][\d./½¼¾⅓⅔–-]*(?: \d/\d)? {MEASURES}\b"
ENTRY = re.compile(rf"^[^:?!]{{2,40}}: \S|^\d{{1,2}}[.)] \S|[$€£₽]\s?\d|^[-–•*] \S|{AMOUNT}")
FIGURED = re.compile(rf"^[^:?!]{{2,40}}: [^:]*\d|[$€£₽]\s?\d|{AMOUNT}")  # an entry below a text must hold a figure


def is_entry(line: Line) -> bool:
    """True for a line like «Turnout: 61 %», «Winter boots $89», «3. Close the border», «1/4 cup sugar»."""
    return ENTRY.search(line.text) is not None


def is_row(line: Line) -> bool:
    """True for a short line that says nothing of itself and is not cut off."""
    return line.cue is None and not line.cut_off and line.words <= LONGEST_ENTRY


def is_list(lines: Sequence[Line], part: range) -> bool:
    """True for lines in the middle of a text most of which are entries."""
    return len(part) >= FEWEST_ENTRIES and sum(is_entry(lines[number]) for number in part) >= ENTRIES * len(part)


def closing(lines: Sequence[Line], last: int, end: int) -> range:
    """The list below a text that ends at line ``last``, before line ``end``: entries with figures, below a heading or none."""
    first = next((number for number in range(last + 1, min(end, last + 2 + PASSED)) if lines[number].cue is None), end)
    rows = takewhile(lambda number: is_row(lines[number]), range(first, end))
    entries = [number for number in rows if is_entry(lines[number])]
    if len(entries) < FEWEST_CLOSING or entries[0] > first + 1 or function_share([lines[n] for n in entries]) > CLOSING_FUNCTION:
        return range(0)
    part = range(first, entries[-1] + 1)
    figured = sum(FIGURED.search(lines[number].text) is not None for number in entries)
    return part if len(entries) >= CLOSING * len(part) and figured >= FIGURES * len(part) else range(0)


def function_share(lines: Sequence[Line]) -> float:
    """The share of function words in some lines."""
    return sum(line.function * line.words for line in lines) / max(1, sum(line.words for line in lines))
