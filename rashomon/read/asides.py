"""Lines in the middle of an article that are part of its text though they do not read like it: subheadings and lists."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rashomon.read.heads import COMPARED_CHARACTERS, content
from rashomon.read.lines import Line
from rashomon.read.lists import is_entry, is_list, is_row

HEADING, ALONE = (3, 10), (1, 14)  # words of a subheading, the fewest and the most, among dropped lines and alone
SUBJECT, SHARED = 3, 0.3  # content words that tell a line's subject, and the share that must stand in the text nearby
NEAR = 10  # lines
SHORT_RUN = 3  # lines; so many in a row are subheadings rather than somebody else's headlines
LABEL = re.compile(r"https?://|\bpic\.twitter|^[a-z]|^\W+$|[(|·@]|[a-z]{2}[A-Z][a-z]|[\w.] ?/ ?[A-Z]|^[–—]")


def part_of_text(lines: Sequence[Line], text: Sequence[bool], passed: Sequence[bool]) -> Iterator[int]:
    """The numbers of the lines passed over that belong to the lines of text around them; a mark for each line in both."""
    for run in runs(passed):
        near = [lines[number] for number in range(max(0, run.start - NEAR), min(len(lines), run.stop + NEAR)) if text[number]]
        yield from belonging(lines, run, near)


def runs(passed: Sequence[bool]) -> Iterator[range]:
    """The runs of lines passed over; one at the end of the page is none."""
    start = 0
    for own, group in groupby(passed):
        end = start + sum(1 for _ in group)
        if own and end < len(passed):
            yield range(start, end)
        start = end


def belonging(lines: Sequence[Line], run: range, near: Sequence[Line]) -> Iterator[int]:
    """The lines of a run that are part of the text around it, whose lines are given as well.

    The lines of a short run are subheadings, and so is the last line of any run, right above the text; plain lines that follow
    a colon, or that look alike as the entries of a list do, are a list.
    """
    start = run.start
    for plain, group in groupby(run, key=lambda number: is_plain(lines[number])):
        part = range(start, start + sum(1 for _ in group))
        start = part.stop
        if plain and (lines[part.start - 1].text.endswith(":") or is_list(lines, part)):
            yield from part
        elif plain:
            close = part if len(run) <= SHORT_RUN else part[-1:] if part.stop == run.stop else ()
            words = ALONE if len(run) == 1 else HEADING
            yield from (number for number in close if is_heading(lines[number], words) and speaks_of(lines[number], near))


def is_plain(line: Line) -> bool:
    """True for a row that is said once, or is an entry of a list, as some are twice."""
    return is_row(line) and (line.times == 1 or is_entry(line))


def is_heading(line: Line, words: tuple[int, int]) -> bool:
    """True for a line of the length of a subheading, said once, that does not look like a label, a name or a credit."""
    return words[0] <= line.words <= words[1] and line.times == 1 and LABEL.search(line.text) is None


def speaks_of(line: Line, near: Sequence[Line], shared: float = SHARED) -> bool:
    """False for a line whose subject is not that of the text around it: another article's headline shown in its middle."""
    words = content(line.text)
    if len(words) < SUBJECT:
        return True
    around = set().union(*(content(other.text[:COMPARED_CHARACTERS]) for other in near))
    return len(words & around) > shared * len(words)
