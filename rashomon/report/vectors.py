"""The vector of an actor: for each patron the ties, and what they do with and against each other, in five fields.

The same cells as ``rashomon show DIR vector``; no score is made of them, and every count opens its lines.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from rashomon.case.between import Column, column
from rashomon.case.fields import field_of
from rashomon.records import Finding
from rashomon.report.index import Index
from rashomon.report.passages import Passage, passage
from rashomon.report.rows import Rows, rows

MOST_ACTORS, MOST_PATRONS, MOST_LINES = 8, 12, 25
"""Actors with a vector, those with most lines first; patrons of one, and lines of one count."""
FIELDS = ("political", "military", "economic", "cultural", "signalling")
COLUMNS: dict[Column, str] = {"ties": "ties", "cooperation": "with", "conflict": "against", "unasserted": "unsure"}
"""What is counted in a cell, and its word."""

Lines = dict[str, Finding]  # by id, in the order of the articles


class Count(msgspec.Struct, frozen=True):
    """One count of a cell with its lines."""

    word: str
    lines: Rows[Passage]


class Row(msgspec.Struct, frozen=True):
    """A patron, and for each field the counts that are not nought."""

    patron: str
    cells: tuple[tuple[Count, ...], ...]


class Vector(msgspec.Struct, frozen=True):
    """One actor with its patrons, those with most lines first."""

    actor: str
    lines: int
    rows: Rows[Row]


def vectors(index: Index) -> Rows[Vector]:
    """The vectors of the actors with most lines."""
    counted: dict[str, dict[str, dict[tuple[str, Column], Lines]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
    for one, other, field, place, finding in told(index):
        counted[one][other][field, place][finding.id] = finding
        counted[other][one][field, place][finding.id] = finding
    ordered = sorted(counted.items(), key=lambda item: (-sum(map(size, item[1].values())), item[0]))
    return rows(ordered, lambda item: vector(index, *item), MOST_ACTORS)


def told(index: Index) -> Iterator[tuple[str, str, str, Column, Finding]]:
    """Every tie and event between two actors: whom it stands between, in which field and column it counts."""
    deeds = ((event, ("event", event.type, event.mode), event.actor, event.recipient) for event in index.events())
    ties = ((tie, ("tie", tie.relation, ""), (tie.subject,), (tie.object,)) for tie in index.ties())
    for finding, what, left, right in chain(ties, deeds):
        found = field_of(*what)
        if found is not None:
            place = column(found.sort, finding.status, finding.negated, found.score)
            yield from ((one, other, found.field, place, finding) for one, other in ends(index, left, right))


def ends(index: Index, left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of different actors between the two sides."""
    who, whom = ({index.representative(key) for key in side if key} for side in (left, right))
    return sorted((one, other) for one in who for other in whom if one != other)


def size(cells: dict[tuple[str, Column], Lines]) -> int:
    """How many lines the cells of a patron open."""
    return sum(map(len, cells.values()))


def vector(index: Index, actor: str, patrons: dict[str, dict[tuple[str, Column], Lines]]) -> Vector:
    """The vector of one actor."""
    ordered = sorted(patrons.items(), key=lambda item: (-size(item[1]), item[0]))
    return Vector(
        index.actor(actor).name, sum(map(size, patrons.values())), rows(ordered, lambda item: row(index, *item), MOST_PATRONS)
    )


def row(index: Index, patron: str, cells: dict[tuple[str, Column], Lines]) -> Row:
    """One patron."""
    return Row(index.actor(patron).name, tuple(counts(index, field, cells) for field in FIELDS))


def counts(index: Index, field: str, cells: dict[tuple[str, Column], Lines]) -> tuple[Count, ...]:
    """The counts of one field."""
    held = ((word, tuple(cells[field, place].values())) for place, word in COLUMNS.items() if (field, place) in cells)
    return tuple(Count(word, rows(lines, lambda line: passage(index, line), MOST_LINES)) for word, lines in held)
