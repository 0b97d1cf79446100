"""The lines of one article, and what is no text of it at its ends: notes on its author, a rest after dropped lines."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from rashomon.read import asides
from rashomon.read.lines import Line
from rashomon.read.lists import closing
from rashomon.read.naming import biography

EDGE = 3  # lines at the end of a text among which its author may be described
ISLAND = 40  # words; on the development pages four fifths of such rests were notes, teasers and captions
LITTLE_SHARED = 0.6  # of the content words of such a rest: so many in the text, and it goes on with it
SENTENCE = 8  # words; less tells no subject


class Piece(msgspec.Struct, frozen=True):
    """The lines of one article, by number."""

    title: int  # -1 when it has none
    head: tuple[int, ...]
    text: tuple[int, ...]


def without_biographies(lines: Sequence[Line], cut_out: Sequence[Piece]) -> list[Piece]:
    """The articles but for those that are a few lines about an author; one that stands alone is kept."""
    about = [len(piece.text) <= EDGE and biography(lines[piece.text[0]].text) is not None for piece in cut_out]
    return [piece for piece, only in zip(cut_out, about, strict=True) if not only or all(about)]


def with_lists(lines: Sequence[Line], cut_out: Sequence[Piece]) -> list[Piece]:
    """The articles with the lists right below their texts."""
    starts = [min((*piece.head, *piece.text, *([piece.title] if piece.title >= 0 else ()))) for piece in cut_out]
    return [
        replace(piece, text=(*piece.text, *closing(lines, piece.text[-1], end)))
        for piece, end in zip(cut_out, [*starts[1:], len(lines)], strict=False)
    ]


def trimmed(lines: Sequence[Line], piece: Piece) -> Piece:
    """The article without what is no text of it at its ends: lines about its author, a sentence or two after dropped lines."""
    edge = {*piece.text[:1], *piece.text[-EDGE:]}
    text = [line for line in piece.text if line not in edge or biography(lines[line].text) is None]
    island = next((place for place in range(len(text) - 1, 0, -1) if text[place] - text[place - 1] > 1), 0)
    if island and is_note(lines, text[:island], text[island:]):
        text = text[:island]
    return Piece(piece.title, piece.head, tuple(text)) if text else piece


def is_note(lines: Sequence[Line], text: Sequence[int], rest: Sequence[int]) -> bool:
    """True for a rest after dropped lines that goes on about the author, or is little and speaks of something else."""
    if biography(lines[rest[0] - 1].text) is not None:
        return True
    few = sum(lines[number].words for number in rest) < ISLAND
    near = [lines[number] for number in text[-asides.NEAR :]]
    return few and not any(
        lines[number].words >= SENTENCE and asides.speaks_of(lines[number], near, LITTLE_SHARED) for number in rest
    )
