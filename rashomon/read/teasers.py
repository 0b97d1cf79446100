"""Teasers that stand in a row: a headline and one sentence of another article, again and again."""

import re
from collections.abc import Iterator, Sequence

from rashomon.read.heads import COMPARED_CHARACTERS, content
from rashomon.read.lines import Line

FEWEST = 3  # teasers in a row
HEADLINE = (3, 16)  # words, the fewest and the most
LONGEST_DECK = 35  # words
FULL = 30  # words; a line so long is running text and tells what the page is about
SHARED = 0.34  # of a headline's content words: so many in the running text, and it may be a subheading
FOLLOWING = 4  # lines below a headline that tell whether an article begins there
SENTENCES = re.compile(r"[.!?][”\"’']? [A-ZА-Я“\"]")


def teasers(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines in rows of teasers, headlines and decks.

    Labels between them, and lines that give themselves away, are passed over.
    """
    plain = [number for number, line in enumerate(lines) if line.cue is None and (line.ends or line.words >= HEADLINE[0])]
    kinds = [kind_of(lines[number]) for number in plain]
    if sum(kind == "headline" for kind in kinds) < FEWEST:
        return set()
    rows = [row for row in alternating(kinds) if len(row) >= 2 * FEWEST]
    subject = subject_of([line for line in lines if line.words >= FULL]) if rows else set()
    found = [[plain[place] for place in row] for row in rows]
    return {number for row in found if foreign([lines[number] for number in row], subject) for number in without_head(lines, row)}


def without_head(lines: Sequence[Line], row: Sequence[int]) -> Sequence[int]:
    """The row without its last headline and sentence when an article begins with them: the lines below speak of the same."""
    head = row[-2 - len(row) % 2]
    following = subject_of(lines[head + 1 : head + 1 + FOLLOWING])
    own = content(lines[head].text)
    begins = any(line.words >= FULL for line in lines[row[-1] + 1 : row[-1] + 3]) and len(own & following) > SHARED * len(own)
    return row[: row.index(head)] if begins else row


def subject_of(lines: Sequence[Line]) -> set[str]:
    """What some lines speak of: the words in them that carry it."""
    return set().union(*(content(line.text[:COMPARED_CHARACTERS]) for line in lines))


def kind_of(line: Line) -> str:
    """Whether a line may be the headline or the one sentence of a teaser."""
    question = line.text.endswith("?")
    if HEADLINE[0] <= line.words <= HEADLINE[1] and (question or not line.ends) and not line.cut_off:
        return "headline"
    deck = (line.ends or line.cut_off) and line.words <= LONGEST_DECK and not SENTENCES.search(line.text)
    return "deck" if deck else ""


def alternating(kinds: Sequence[str]) -> Iterator[range]:
    """The runs in which headlines and decks follow one another in turn, a headline first."""
    start = 0
    for end in range(1, len(kinds) + 1):
        if end == len(kinds) or not kinds[end] or kinds[end] == kinds[end - 1] or not kinds[end - 1]:
            first = start + (kinds[start] != "headline")
            yield range(first, end)
            start = end


def foreign(row: Sequence[Line], subject: set[str]) -> bool:
    """True when most headlines of a row speak of other things than the running text of the page."""
    words = [content(line.text) for line in row[::2]]
    return sum(len(own & subject) <= SHARED * len(own) for own in words) * 2 > len(words)
