"""Quotation marks of an article, paired in one pass: curly, straight, low, guillemets, doubled, missing and wrong ones."""

import re
from dataclasses import dataclass, replace

from rashomon.records import Span

OPENING = frozenset("“„«‘‹")
CLOSING = frozenset("”»’›")
SINGLE = frozenset("‘’'‹›")
MARK = re.compile("''|``|[“”„«»\"‘’'‹›]")
ENCLITIC = re.compile(
    r"(?:s|d|m|re|ve|ll|t|tis|twas|til|em|cause|\d\ds?)\b", re.IGNORECASE
)  # «Jairan 's cargo», «the '90s», «'Tis»
LONGEST_SINGLE = 600  # characters between single marks; apostrophes look like marks, and a page has many
SHORTEST_UNCLOSED = 25  # characters of a paragraph that opens with ‘ and leaves it open, as British papers do; «'Tis» is none
DEEPEST = 8  # marks open at once; more is damage, and the outermost are given up


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between marks; ``start:end`` with its marks, ``low:high`` without."""

    start: int
    end: int
    low: int
    high: int
    depth: int  # 0: inside no other marks
    single: bool  # ‘…’
    opened: bool = True  # False: it has a closing mark only, and starts where the paragraph does
    closed: bool = True  # False: it runs to the end of the paragraph
    goes_on: bool = False  # it carries on the quotation of the paragraph before


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: where it stands and what it may be."""

    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """All quotations in text order, outer before inner; time grows with the length of the text."""
    found: list[Quotation] = []
    running = False
    for start, end in paragraphs:
        quoted = paragraph(text, start, end)
        if running and quoted and quoted[0].start == first_mark(text, start, end):
            quoted[0] = replace(quoted[0], goes_on=True)
        running = any(not quotation.closed for quotation in quoted)
        found.extend(quoted)
    return tuple(found)


def first_mark(text: str, start: int, end: int) -> int:
    """Where the first character of a paragraph stands."""
    while start < end and text[start].isspace():
        start += 1
    return start


def paragraph(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of one paragraph."""
    found: list[Quotation] = []
    stack: list[Mark] = []
    marks = [mark_of(text, match.start(), match.end(), start, end) for match in MARK.finditer(text, start, end)]
    for mark in marks:
        opener = closes_what(text, mark, stack, end)
        if opener is not None and mark.single and mark.start - stack[opener].start > LONGEST_SINGLE:
            del stack[opener]  # an apostrophe taken for a mark
        elif opener is not None:
            del stack[opener + 1 :]
            first = stack.pop()
            found.append(between(first, mark))
        elif mark.opens:
            stack.append(mark)
            del stack[:-DEEPEST]
        elif not mark.single and not found and not stack and mark.closes:
            found.append(headless(text, start, mark))
    opens = first_mark(text, start, end)
    unclosed = [mark for mark in stack if not mark.single or (mark.start == opens and end - opens > SHORTEST_UNCLOSED)]
    if unclosed and (unclosed[0].start == opens or introduced(text, start, unclosed[0])):
        first = unclosed[0]
        found.append(Quotation(first.start, end, first.end, end, 0, first.single, closed=False))
    return layered(sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


def layered(found: list[Quotation]) -> list[Quotation]:
    """The quotations with the number of others each stands in; an opener that never closed is no layer."""
    around: list[int] = []  # ends of the quotations that are open
    placed: list[Quotation] = []
    for quotation in found:
        while around and around[-1] < quotation.end:
            around.pop()
        placed.append(replace(quotation, depth=len(around)))
        around.append(quotation.end)
    return placed


def between(first: Mark, last: Mark) -> Quotation:
    """The quotation from one mark to the other."""
    return Quotation(first.start, last.end, first.end, last.start, 0, first.single)


def headless(text: str, start: int, mark: Mark) -> Quotation:
    """«China is happiest,” noted the scholar»: a quotation that lost its opening mark."""
    low = first_mark(text, start, mark.start)
    return Quotation(low, mark.end, low, mark.start, 0, False, opened=False)


def introduced(text: str, start: int, mark: Mark) -> bool:
    """Whether a colon or a comma leads up to the mark, «she said, “We go»."""
    return text[start : mark.start].rstrip()[-1:] in {":", ","}


def mark_of(text: str, start: int, end: int, low: int, high: int) -> Mark:
    """What the mark may be, by its shape and by its neighbours."""
    sign = text[start:end]
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    free_before, free_after = not before.isalnum() and before not in ".,!?…)]%", not after.isalnum()
    if sign in {"'", "’"}:
        opens = sign == "'" and before in ' \u00a0([“"' and after.isalnum() and not ENCLITIC.match(text, end, high)
        return Mark(start, end, True, opens, free_after and not before.isspace())
    if sign in OPENING:
        return Mark(start, end, sign in SINGLE, not after.isspace() or before.isspace(), True)
    if sign in CLOSING:
        return Mark(start, end, sign in SINGLE, before in " \u00a0(", True)
    return Mark(start, end, False, free_before and not after.isspace(), free_after or not free_before)


def closes_what(text: str, mark: Mark, stack: list[Mark], end: int) -> int | None:
    """Which open mark this one closes; None when it closes nothing."""
    if not mark.closes or not stack:
        return None
    match = next((place for place in range(len(stack) - 1, -1, -1) if stack[place].single == mark.single), None)
    if match is None:
        return None
    sign = text[mark.start : mark.end]
    if sign in OPENING and not (sign == "“" and text[stack[match].start] == "„"):
        return match if shuts(text, mark, end) else None
    if sign in {'"', "''", "``"} and mark.opens and not shuts(text, mark, end):
        return None
    return match


def shuts(text: str, mark: Mark, end: int) -> bool:
    """Whether an opening or neutral mark stands where one closes: «tasks. “» at the end, «war,“ he said»."""
    before = text[mark.start - 1] if mark.start else " "
    after = text[mark.end] if mark.end < end else "\n"
    return not after.isalnum() and (not before.isspace() or not text[mark.end : mark.end + 1].strip())
