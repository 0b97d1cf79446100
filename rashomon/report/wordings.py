"""Statements with the wordings of one saying aligned word by word, as between the lines of an old grammar.

Every wording is aligned to the first one; a column holds what each of them has at that place.  Wordings that are the same but
for marks and capitals are shown once, with everybody who prints them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

import msgspec
from rapidfuzz.distance import Levenshtein

from rashomon.records import Statement
from rashomon.report.cards import letter
from rashomon.report.index import Index
from rashomon.report.passages import Passage, passage
from rashomon.report.rows import Rows, rows

BLOCK = 110
"""Characters of a line of aligned wordings; on paper about the width of a page."""
MOST_WORDS = 400
"""Words of a wording that are aligned; aligning costs the product of two lengths.  The rest is shown, not aligned."""

WORD = re.compile(r"\S+")
BARE = re.compile(r"\W+")


class Cell(msgspec.Struct, frozen=True):
    """What one wording has in a column; empty where it has nothing."""

    text: str
    same: bool  # as in the first wording, but for marks and capitals


class Row(msgspec.Struct, frozen=True):
    """One wording in one block of columns."""

    letter: str
    cells: tuple[Cell, ...]


class Wording(msgspec.Struct, frozen=True):
    """One wording, and everybody who prints it."""

    letter: str
    passages: tuple[Passage, ...]
    rest: str  # what lies beyond the words that are aligned


class Saying(msgspec.Struct, frozen=True):
    """What somebody is reported to have said, in every wording."""

    id: str
    speaker: str
    addressee: str
    channel: str
    outlets: tuple[str, ...]
    wordings: tuple[Wording, ...]
    blocks: tuple[tuple[Row, ...], ...]  # empty when there is one wording only


def sayings(index: Index) -> Rows[Saying]:
    """All statements by group; those that are printed most often come first."""
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for said in index.statements("speech", "belief"):
        grouped[index.group(said.id)].append(said)
    return rows(sorted(grouped.values(), key=lambda group: -len(group)), lambda group: saying(index, group))


def saying(index: Index, group: Sequence[Statement]) -> Saying:
    """One group of statements."""
    texts: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for said in group:
        texts[tuple(bare(word) for word in words_of(index, said))].append(said)
    told = list(texts.values())
    rows = [words_of(index, same[0]) for same in told]
    first = next((said for said in group if said.speaker), group[0])
    return Saying(
        id=index.group(first.id),
        speaker=index.called(first.speaker, first.speaker_text),
        addressee=index.called(first.addressee_actor, first.addressee),
        channel=first.channel,
        outlets=tuple(sorted({index.outlet(said.article) for said in group})),
        wordings=tuple(wording(index, number, same) for number, same in enumerate(told)),
        blocks=blocks(columns([row[:MOST_WORDS] for row in rows])) if len(rows) > 1 else (),
    )


def wording(index: Index, number: int, same: Sequence[Statement]) -> Wording:
    """One wording with its passages."""
    rest = " ".join(words_of(index, same[0])[MOST_WORDS:])
    return Wording(letter(number), tuple(passage(index, said) for said in same), rest)


def words_of(index: Index, said: Statement) -> list[str]:
    """The words of a statement's content; pieces of it in reading order."""
    text = index.pages[said.cited.page].text
    return [match for start, end in sorted(said.content) for match in WORD.findall(text[start:end])]


def bare(word: str) -> str:
    """A word without marks and capitals."""
    return BARE.sub("", word).casefold()


def columns(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The rows aligned to the first: at each place, and before it, what every row has there."""
    first, others = rows[0], rows[1:]
    slots = [aligned(first, other) for other in others]
    table: list[tuple[str, ...]] = []
    for place in range(2 * len(first) + 1):  # even places lie between the words of the first, odd ones are its words
        own = [first[place // 2]] if place % 2 else []
        table += zip_longest(own, *(slot[place] for slot in slots), fillvalue="")
    return table


def aligned(first: Sequence[str], other: Sequence[str]) -> dict[int, list[str]]:
    """For each place of the first row the words of the other."""
    slots: dict[int, list[str]] = defaultdict(list)
    keys = [bare(word) for word in first], [bare(word) for word in other]
    for step in Levenshtein.opcodes(*keys):
        for offset, word in enumerate(other[step.dest_start : step.dest_end]):
            at = 2 * min(step.src_start + offset, step.src_end - 1) + 1
            slots[2 * step.src_start if step.tag == "insert" else at].append(word)
    return slots


def blocks(table: Sequence[tuple[str, ...]]) -> tuple[tuple[Row, ...], ...]:
    """The columns cut into blocks no wider than a line."""
    cut: list[list[tuple[str, ...]]] = [[]]
    width = 0
    for column in table:
        wide = max(map(len, column)) + 1
        if cut[-1] and width + wide > BLOCK:
            cut.append([])
            width = 0
        cut[-1].append(column)
        width += wide
    return tuple(block(part) for part in cut)


def block(part: Sequence[tuple[str, ...]]) -> tuple[Row, ...]:
    """One block, row by row."""
    rows = []
    for number in range(len(part[0])):
        cells = tuple(Cell(column[number], bare(column[number]) == bare(column[0])) for column in part)
        rows.append(Row(letter(number), cells))
    return tuple(rows)
