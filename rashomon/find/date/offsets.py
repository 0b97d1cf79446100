"""Times told from another time: so long ago, the first Monday of it, early in it, the last three weeks."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import isnan

from rashomon.find.date.calendar import LENGTHS, LETTERS, MONTHS, ORDER, Grain, Interval, coarser, floor, shift, unit, written
from rashomon.find.date.conventions import Conventions, Time, now


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units of time, of several kinds: 2 hours 30 minutes."""

    parts: tuple[tuple[float, str], ...]  # number (nan: some), unit
    more: bool = False

    @property
    def value(self) -> str:
        """TIMEX3: P3D, PT1H30M, P2W, PXY."""
        days, clock = "", ""
        for number, name in self.parts:
            count = "X" if isnan(number) else f"{number:g}"
            if name in ("second", "minute", "hour"):
                clock += count + LETTERS[name]
            else:
                days += scaled(count, name)
        return "P" + days + ("T" + clock if clock else "")

    @property
    def grain(self) -> str:
        """The finest unit named."""
        return self.parts[-1][1]


def scaled(count: str, name: str) -> str:
    """TIMEX3 has no letter for a fortnight, a decade or a century: P2W, P10Y, P100Y."""
    scale = {"fortnight": (2, "W"), "decade": (10, "Y"), "century": (100, "Y"), "quarter": (3, "M")}.get(name)
    if scale is None:
        return count + LETTERS.get(name, "Y")
    return count + scale[1] if count == "X" else f"{float(count) * scale[0]:g}{scale[1]}"


@dataclass(frozen=True, slots=True)
class Moved:
    """Some time before or after an origin: three days ago, two weeks after Easter, the day before."""

    amount: Amount
    sign: int
    origin: Time | None = None

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        begun = self.origin.resolve(anchor, how) if self.origin else anchor
        if begun is None or begun.low is None:
            return None
        grain = finest(self.amount)
        if coarser(begun.grain, grain) and begun.grain != "second":
            return None
        at = begun.low
        for number, name in self.amount.parts:
            if isnan(number):
                return None
            at = shift(at, name, self.sign * number)
        wanted = how.offset_grain.get(grain, grain if grain in ORDER else "day")
        if self.origin is not None and not how.rolling_duration:
            wanted = begun.grain
        if wanted in ("second", "minute", "hour") or not coarser(begun.grain, wanted):
            return unit(at, wanted)
        return unit(at, begun.grain)


def finest(amount: Amount) -> str:
    """The unit that says how exact an amount is; «half a year» is as exact as months."""
    number, name = amount.parts[-1]
    if name == "fortnight":
        return "week"
    below = {"year": "month", "month": "week", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}
    return below.get(name, name) if number % 1 else name


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th of something within something: the first Monday of March, the last week of July, the last day of 2015."""

    count: int  # negative: from the end
    of: Time
    grain: Grain = "day"
    weekday: int | None = None

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        around = self.of.resolve(anchor, how)
        if around is None or around.low is None or around.high is None:
            return None
        if self.weekday is not None:
            return self.of_weekday(around.low, around.high, self.weekday)
        return self.of_unit(around.low, around.high, how)

    def of_weekday(self, low: datetime, high: datetime, weekday: int) -> Interval:
        """The weekday counted from the front or the end of an interval."""
        first = shift(low, "day", (weekday - low.weekday()) % 7)
        last = shift(high, "day", -1 - (high.weekday() - 1 - weekday) % 7)
        return unit(shift(first, "week", self.count - 1) if self.count > 0 else shift(last, "week", self.count + 1), "day")

    def of_unit(self, low: datetime, high: datetime, how: Conventions) -> Interval:
        """Weeks belong to the month of their Thursday (ISO 8601), unless only whole weeks are counted."""
        if self.grain == "week":
            edge = shift(low, "day", 6 if how.week_inside else 3)
            first = floor(edge, "week")
            last = floor(shift(high, "day", -7 if how.week_inside else -4), "week")
        else:
            first, last = floor(low, self.grain), shift(floor(high, self.grain), self.grain, -1)
        moved = shift(first, self.grain, self.count - 1) if self.count > 0 else shift(last, self.grain, self.count + 1)
        return unit(moved, self.grain)


@dataclass(frozen=True, slots=True)
class Inside:
    """A day of a unit that is named by another expression: Wednesday of next week, the 20th of last month."""

    inner: Time
    outer: Time

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        around = self.outer.resolve(anchor, how)
        if around is None or around.low is None or around.high is None:
            return None
        found = self.inner.resolve(around, replace(how, prefer="past"))
        if found and found.low and around.low <= found.low < around.high:
            return found
        return self.inner.resolve(Interval(around.low, shift(around.low, "day", 1), "day"), replace(how, prefer="future"))


@dataclass(frozen=True, slots=True)
class PartOf:
    """Early, mid or late in a unit, its beginning or end, what is left of it."""

    part: str
    of: Time

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        around = self.of.resolve(anchor, how)
        if around is None or around.low is None or around.high is None:
            return around
        low, high = self.bounds(around, anchor, how)
        return Interval(low, high, around.grain if how.part_value else finer(around.grain),
                        written(around) if how.part_value else "")  # fmt: skip

    def bounds(self, around: Interval, anchor: Interval | None, how: Conventions) -> tuple[datetime | None, datetime | None]:
        """Where the part begins and ends."""
        low, high, at = around.low, around.high, now(anchor)
        if self.part == "rest":
            return at, high
        if low is None or high is None or around.grain not in how.thirds:
            return low, high
        begin, end = how.thirds[around.grain][self.part]
        step = "day" if around.grain in ("week", "month") else "month"
        return shift(low, step, begin), min(shift(low, step, end), high)


def finer(grain: Grain) -> Grain:
    """In what a part of a unit is measured."""
    return "month" if coarser(grain, "month") else "day"


@dataclass(frozen=True, slots=True)
class Stretch:
    """So long from a day on: three days from Monday."""

    origin: Time
    amount: Amount

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        found = self.origin.resolve(anchor, how)
        number, name = self.amount.parts[0]
        if found is None or found.low is None or isnan(number):
            return None
        return Interval(found.low, shift(found.low, name, number), "day")


@dataclass(frozen=True, slots=True)
class EdgeOf:
    """The first or last so many units of a unit: the last four months of 2021."""

    amount: Amount
    of: Time
    last: bool

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        around = self.of.resolve(anchor, how)
        number, name = self.amount.parts[0]
        if around is None or around.low is None or around.high is None or isnan(number) or name not in ORDER:
            return None
        edge = around.high if self.last else around.low
        if name == "week":  # a week belongs to the month or year of its Thursday
            edge = floor(shift(edge, "day", 3), "week")
        low, high = (shift(edge, name, -number), edge) if self.last else (edge, shift(edge, name, number))
        return Interval(low, high, name)


@dataclass(frozen=True, slots=True)
class Many:
    """The last three weeks, the next two years."""

    amount: Amount
    sign: int
    within: bool = False
    upcoming: bool = False  # «the upcoming two weeks»

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        at = now(anchor)
        number, name = self.amount.parts[0]
        if at is None or isnan(number):
            return None
        step = name if name in LENGTHS or name in MONTHS else "day"
        if self.within:
            high = shift(floor(at, "day") if name not in LETTERS_OF_CLOCK else at, step, number)
            return Interval(at, high, "second", self.amount.value if how.rolling_duration else "")
        if self.upcoming and how.upcoming_is_nth and step in ORDER:
            return unit(shift(floor(at, step), step, number), step)
        by_days = how.rolling and (how.rolling_duration or MONTHS.get(step, 0) in (0, 1, 12))  # quarters and decades are whole
        return self.rolling(floor(at, "day"), step, number, how) if by_days else self.whole(at, step, number)

    def rolling(self, today: datetime, step: str, number: float, how: Conventions) -> Interval:
        """Counted from today: the days of tomorrow on, or up to yesterday."""
        value = self.amount.value if how.rolling_duration else ""
        if self.sign < 0:
            return Interval(shift(today, step, -number), today, "day", value)
        begin = today + timedelta(days=1)
        return Interval(begin, shift(begin, step, number), "day", value)

    def whole(self, at: datetime, step: str, number: float) -> Interval:
        """Counted in whole units: the last two weeks end with last Sunday."""
        grain: Grain = step if step in ORDER else "week"
        begun = floor(at, grain)
        if self.sign < 0:
            return Interval(shift(begun, step, -number), begun, grain)
        begin = shift(begun, grain, 1)
        return Interval(begin, shift(begin, step, number), grain)


LETTERS_OF_CLOCK = ("second", "minute", "hour")
