"""Figures as ranges on one axis for each measure: a dot for a value, a bar for a range, an arrow where a side is open."""

import math
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from rashomon.records import Figure, Status
from rashomon.report.index import Index
from rashomon.report.passages import Passage, passage
from rashomon.report.rows import Rows, rows
from rashomon.report.words import amount_words, bound_words, date_words, unit_words

LEFT, RIGHT = 14.0, 346.0  # pixels of the axis
OPEN = 34.0  # length of the arrow of an open side
MOST_BARS = 200  # of one measure
LOGARITHMIC = 30.0  # from this ratio of largest to smallest an axis is drawn by logarithms


class Bar(msgspec.Struct, frozen=True):
    """One figure on its axis, and in words."""

    id: str
    left: float
    right: float
    open_left: bool
    open_right: bool
    exact: bool
    status: Status
    value: str  # in numbers of ours
    as_written: str
    of: str
    as_of: str
    passage: Passage


class Tick(msgspec.Struct, frozen=True):
    """A number under an axis."""

    x: float
    label: str


class Scale(msgspec.Struct, frozen=True):
    """One measure in one unit, with all its figures from the smallest."""

    measures: str
    unit: str
    logarithmic: bool
    ticks: tuple[Tick, ...]
    bars: Rows[Bar]

    @property
    def several(self) -> bool:
        """There is something to lay beside something else."""
        return len(self.bars) > 1


def scales(index: Index) -> Rows[Scale]:
    """An axis for each measure and unit; those with most figures come first."""
    grouped: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in index.figures():
        grouped[figure.measures.casefold(), figure.unit].append(figure)
    ordered = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return rows(ordered, lambda item: scale(index, item[1]))


def scale(index: Index, figures: Sequence[Figure]) -> Scale:
    """One axis."""
    values = sorted({value for figure in figures for value in drawn(figure)})
    low, high = (values[0], values[-1]) if values else (0.0, 1.0)
    logarithmic = low > 0 and high / low >= LOGARITHMIC
    place = Place(low, high, logarithmic)
    ordered = sorted(figures, key=lambda figure: (drawn(figure), figure.id))
    return Scale(
        measures=figures[0].measures or "not said what it measures",
        unit=unit_words(figures[0].unit),
        logarithmic=logarithmic,
        ticks=ticks(place, values),
        bars=rows(ordered, lambda figure: bar(index, figure, place), MOST_BARS),
    )


class Place(msgspec.Struct, frozen=True):
    """From an amount to its place on an axis."""

    low: float
    high: float
    logarithmic: bool

    def at(self, amount: float) -> float:
        """The pixel of an amount; a lone value stands in the middle."""
        low, high, value = (math.log(v) if self.logarithmic else v for v in (self.low, self.high, amount))
        share = (value - low) / (high - low) if high > low else 0.5
        return round(LEFT + OPEN + share * (RIGHT - LEFT - 2 * OPEN), 1)


def drawn(figure: Figure) -> tuple[float, float]:
    """The two ends that are drawn; an open side is drawn at the other end, with an arrow."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    finite = [value for value in (low, high) if value is not None and math.isfinite(value)]
    return (finite[0], finite[-1]) if finite else (0.0, 0.0)


def bar(index: Index, figure: Figure, place: Place) -> Bar:
    """One figure on the axis."""
    low, high = drawn(figure)
    return Bar(
        id=figure.id,
        left=place.at(low),
        right=place.at(high),
        open_left=figure.low is None or figure.bound in ("at most", "under", "nearly", "about"),
        open_right=figure.high is None or figure.bound in ("at least", "over", "about"),
        exact=figure.bound == "exactly",
        status=figure.status,
        value=value_words(figure),
        as_written=figure.value_text or figure.cited.quote,
        of=figure.of_text or ", ".join(index.actor(key).name for key in figure.of),
        as_of=date_words(figure.as_of),
        passage=passage(index, figure),
    )


def value_words(figure: Figure) -> str:
    """The amount in numbers: «over 30 billion», «10 billion to 99 billion»."""
    low, high = drawn(figure)
    low, high = ((low + high) / 2, (low + high) / 2) if figure.bound == "about" else (low, high)
    amount = amount_words(low) if low == high else f"{amount_words(low)} to {amount_words(high)}"
    return f"{bound_words(figure)} {amount}".strip()


def ticks(place: Place, values: Sequence[float]) -> tuple[Tick, ...]:
    """The smallest and the largest amount, and one between when there is room."""
    ends = [place.low, place.high] if place.high > place.low else [place.low]
    return tuple(Tick(place.at(value), amount_words(value)) for value in ends) if values else ()
