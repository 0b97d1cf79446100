"""Lists that say how much of them a report has no room for: nothing is cut off in silence."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

MOST_ROWS = 3_000
"""Rows of one list; a browser grows slow beyond.  What is left out is counted, and ``rashomon show`` has all of it."""

Item = TypeVar("Item")
Row = TypeVar("Row")


class Rows(msgspec.Struct, Generic[Row], frozen=True):
    """A list, and how many of its rows a report has no room for."""

    shown: tuple[Row, ...]
    left_out: int

    def __iter__(self) -> Iterator[Row]:
        """The rows that are shown."""
        return iter(self.shown)

    def __len__(self) -> int:
        """How many rows are shown."""
        return len(self.shown)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.shown) + self.left_out


def rows(items: Sequence[Item], make: Callable[[Item], Row], most: int = MOST_ROWS) -> Rows[Row]:
    """A row for each of the first items, in their order; only what is shown is made."""
    return Rows(tuple(make(item) for item in items[:most]), max(len(items) - most, 0))
