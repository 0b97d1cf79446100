"""An amount as written: its ends, its bound and its unit."""

from dataclasses import dataclass
from typing import Literal

from rashomon.find.cascade import Item, Run
from rashomon.find.figure.units import Unit
from rashomon.records import Bound, Span

Kind = Literal["number", "fraction", "ratio", "range", "plural", "ordinal", "either"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as written: its two ends (None: open), how they are meant, and in what unit."""

    low: float | None
    high: float | None
    bound: Bound = "exactly"
    unit: Unit | None = None
    per: Unit | None = None
    kind: Kind = "number"
    of_age: bool = False
    digits: bool = True  # written in figures
    numbers: tuple[Span, ...] = ()  # where the numbers in it stand, without bounds and units
    span: Span = (0, 0)  # where number and unit stand, without bounds; of a range the end that has the unit

    @property
    def value(self) -> float | None:
        """The one number, when there is one."""
        return self.low if self.low == self.high else self.low if self.high is None else self.high if self.low is None else None


def quantity(value: float, run: Run, kind: Kind = "number") -> Item | None:
    """The item of one number; None when it is past all counting."""
    if not abs(value) < 1e30:
        return None
    span = (run.items[0].start, run.items[-1].end)
    if kind == "fraction" and value >= 1:
        kind = "number"  # «one and a half», «half a million»
    return Item(
        "", 0, 0, value, meaning=Quantity(value, value, kind=kind, digits=run.has("numeral", "power"), numbers=(span,), span=span)
    )


def whole(run: Run) -> Span:
    """From the first to the last character of the run."""
    return run.items[0].start, run.items[-1].end


def amount(item: Item) -> Quantity:
    """The quantity of an item."""
    found = item.meaning
    assert isinstance(found, Quantity)  # noqa: S101  (the rules only ask items whose class has one)
    return found


def quantities(run: Run) -> list[Quantity]:
    """All quantities in the run."""
    return [item.meaning for item in run.items if isinstance(item.meaning, Quantity)]


CARDINAL = ("small", "hundreds", "big", "n_t", "numeral", "zero")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and where it stands, as characters of the text."""

    start: int
    end: int
    quantity: Quantity
