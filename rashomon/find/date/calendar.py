"""Calendar arithmetic: units floored, shifted and written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Grain = Literal[
    "second", "minute", "hour", "part of day", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century"
]


ORDER: tuple[Grain, ...] = (
    "second", "minute", "hour", "part of day", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


LENGTHS: dict[str, timedelta] = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "part of day": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "fortnight": timedelta(weeks=2),
}


LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}


SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "winter": ("WI", 12)}


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time: ``low`` its first instant, ``high`` the first instant after it, None where it is open."""

    low: datetime | None
    high: datetime | None
    grain: Grain
    value: str = ""  # ISO 8601 or TIMEX3; empty: written from the rest


def coarser(grain: str, than: str) -> bool:
    """Whether a grain is coarser than another."""
    return ORDER.index(grain) > ORDER.index(than)


def floor(at: datetime, grain: str) -> datetime:
    """The first instant of the unit around an instant; centuries run 1900–1999 as they are spoken of."""
    if grain in MONTHS:
        months = at.year * 12 + at.month - 1
        step = MONTHS[grain]
        begun = (months // 12 // (step // 12)) * step if step > 12 else (months // step) * step
        return datetime(max(begun // 12, 1), begun % 12 + 1, 1)
    day = datetime(at.year, at.month, at.day)
    if grain == "week":
        return day - timedelta(days=at.weekday())
    if grain in ("hour", "minute", "second"):
        return at.replace(microsecond=0, second=at.second * (grain == "second"), minute=at.minute * (grain != "hour"))
    return day


def shift(at: datetime, grain: str, count: float) -> datetime:
    """An instant moved by a number of units; the day is kept within the month it lands in.

    Raises OverflowError or ValueError outside the years 1 to 9999.
    """
    if grain in LENGTHS:
        return at + LENGTHS[grain] * count
    months = at.year * 12 + at.month - 1 + round(MONTHS[grain] * count)
    year, month = months // 12, months % 12 + 1
    return at.replace(year=year, month=month, day=min(at.day, days_in(year, month)))


def days_in(year: int, month: int) -> int:
    """The number of days of a month."""
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days if (year, month) != (9999, 12) else 31


def unit(at: datetime, grain: Grain) -> Interval:
    """The unit around an instant."""
    low = floor(at, grain)
    return Interval(low, shift(low, grain, 1), grain)


def day(year: int, month: int, number: int) -> Interval:
    """One day; raises ValueError when there is none."""
    low = datetime(year, month, number)
    return Interval(low, low + timedelta(days=1), "day")


WRITTEN: dict[str, Callable[[datetime], str]] = {
    "second": lambda at: at.strftime("%Y-%m-%dT%H:%M:%S"),
    "minute": lambda at: at.strftime("%Y-%m-%dT%H:%M"),
    "hour": lambda at: at.strftime("%Y-%m-%dT%H"),
    "day": lambda at: at.strftime("%Y-%m-%d"),
    "week": lambda at: f"{at.isocalendar().year:04}-W{at.isocalendar().week:02}",
    "month": lambda at: at.strftime("%Y-%m"),
    "quarter": lambda at: f"{at.year:04}-Q{(at.month + 2) // 3}",
    "half": lambda at: f"{at.year:04}-H{(at.month + 5) // 6}",
    "year": lambda at: f"{at.year:04}",
    "decade": lambda at: f"{at.year // 10:03}X",
    "century": lambda at: f"{at.year // 100:02}XX",
}


def instant(at: datetime | None) -> str:
    """An end of an interval: the day, or day and time when it is not midnight; «..» when open."""
    if at is None:
        return ".."
    return at.strftime("%Y-%m-%d" if at.time() == datetime.min.time() else "%Y-%m-%dT%H:%M:%S")


def written(interval: Interval) -> str:
    """The value of an interval: the unit it is, or its two ends."""
    low, high, grain = interval.low, interval.high, interval.grain
    if interval.value:
        return interval.value
    whole = low and high and grain in WRITTEN and low == floor(low, grain) and high == shift(low, grain, 1)
    return WRITTEN[grain](low) if whole and low else f"{instant(low)}/{instant(high)}"
