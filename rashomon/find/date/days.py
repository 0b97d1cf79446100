"""Days and what they are part of: dates by their fields, weekdays, quarters, decades, feasts, this and last and next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from rashomon.find.date.calendar import SEASONS, Grain, Interval, coarser, day, days_in, floor, shift, unit, written
from rashomon.find.date.conventions import Conventions, Direction, Time, nearest, now, soon
from rashomon.find.date.movable import nth_weekday


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its fields, as far as they are given: «January 8», «Friday the 13th», «June 2021»."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        if self.year is not None:
            return self.of_year(self.year)
        at = now(anchor)
        if at is None:
            return None
        if self.month is not None:
            near = self.in_years(at.year)
            return (
                near[0]
                if len(near) == 1
                else soon(near, at, how if self.day else replace(how, soon_days=how.soon_days * 2 // 3))
                or nearest(near, anchor, how.prefer)
            )
        if self.day is not None:
            return nearest(self.in_months(at), anchor, how.prefer)
        return self.of_week(at, how)

    def of_year(self, year: int) -> Interval | None:
        """The day, month or year itself; None when there is no such day."""
        try:
            if self.month is None:
                return unit(datetime(year, 1, 1), "year")
            return day(year, self.month, self.day) if self.day else unit(datetime(year, self.month, 1), "month")
        except (ValueError, OverflowError):
            return None

    def in_years(self, year: int) -> list[Interval]:
        """The candidates in the years around; the weekday, when it is right in one of them, decides."""
        near = [found for step in range(-7, 8) if (found := self.of_year(year + step))]
        if self.weekday is None:
            return [each for each in near if each.low and abs(each.low.year - year) <= 4]
        right = [each for each in near if each.low and each.low.weekday() == self.weekday]
        right.sort(key=lambda each: abs(each.low.year - year) if each.low else 0)
        return right[:1] if right else near

    def in_months(self, at: datetime) -> list[Interval]:
        """The same day in the months around, on the right weekday when one is given."""
        found: list[Interval] = []
        for step in range(-15, 16):
            months = at.year * 12 + at.month - 1 + step
            year, month = months // 12, months % 12 + 1
            if self.day and self.day <= days_in(year, month):
                found.append(day(year, month, self.day))
        return [each for each in found if self.weekday is None or (each.low and each.low.weekday() == self.weekday)]

    def of_week(self, at: datetime, how: Conventions) -> Interval | None:
        """The weekday up to today, or the next one; in the news «on Friday» on a Friday is today either way."""
        back = (at.weekday() - (self.weekday or 0)) % 7
        if how.prefer == "past" or (how.soon_days and not back):
            return unit(shift(at, "day", -back), "day")
        return unit(shift(at, "day", 7 - back), "day")


@dataclass(frozen=True, slots=True)
class Either:
    """A date in two numbers of which either may be the month: «3/5/2022»."""

    month_first: Calendar
    day_first: Calendar

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        return (self.day_first if how.day_first else self.month_first).resolve(anchor, how)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered part of a year: the third quarter, week 10, the first half, a season."""

    grain: Grain
    number: int
    year: Time | None = None
    season: str = ""

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        if self.year is not None:
            around = self.year.resolve(anchor, how)
            return self.of_year(around.low.year) if around and around.low else None
        at = now(anchor)
        if at is None:
            return None
        if self.season:
            return nearest([self.of_year(at.year + step) for step in (-1, 0, 1)], anchor, how.prefer)
        return self.of_year(at.year)

    def of_year(self, year: int) -> Interval:
        """The part of one year; winter begins in December of the year before."""
        if self.season:
            code, month = SEASONS[self.season]
            low = datetime(year - (self.season == "winter"), month, 1)
            return Interval(low, shift(low, "month", 3), "season", f"{year:04}-{code}")
        if self.grain == "week":
            return unit(datetime(year, 1, 4) + timedelta(weeks=self.number - 1), "week")
        return unit(shift(datetime(year, 1, 1), self.grain, self.number - 1), self.grain)


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or a century: the 1990s, the 19th century."""

    low: int
    grain: Grain
    short: bool = False  # «the 90s»: the last one begun

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        year = self.low
        if self.short:
            at = now(anchor)
            year += (at.year if at else 2000) // 100 * 100
            year -= 100 if year > (at.year if at else 2019) else 0
        return unit(datetime(year, 1, 1), self.grain)


@dataclass(frozen=True, slots=True)
class Cycle:
    """This, last or next unit: last week, next year, today."""

    grain: Grain
    count: int

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        at = now(anchor)
        if at is None or anchor is None or coarser(anchor.grain, self.grain):
            return None
        return unit(shift(floor(at, self.grain), self.grain, self.count), self.grain)


@dataclass(frozen=True, slots=True)
class Turn:
    """Last, this or next of something that comes round: last Monday, next March, this summer."""

    count: int
    of: Time
    by_week: bool = True

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        at = now(anchor)
        if at is None or anchor is None:
            return None
        if isinstance(self.of, Calendar) and self.of.weekday is not None and self.of.month is None and self.of.day is None:
            return self.weekday(at, self.of.weekday, how)
        if self.count == 0:
            return self.of.resolve(
                Interval(floor(at, "year"), shift(floor(at, "year"), "year", 1), "year"), replace(how, prefer="past")
            )
        return self.other(anchor, at, how)

    def weekday(self, at: datetime, weekday: int, how: Conventions) -> Interval:
        """«This» is of this week (the next one to come, looking ahead); «next» after today or of next week."""
        ahead = (weekday - at.weekday()) % 7
        if self.count == 0:
            return unit(shift(at, "day", ahead), "day")
        if how.weekday_by_week and self.by_week:
            return unit(shift(floor(at, "week"), "day", 7 * self.count + weekday), "day")
        return unit(shift(at, "day", (ahead or 7) if self.count > 0 else (ahead - 7)), "day")

    def other(self, anchor: Interval, at: datetime, how: Conventions) -> Interval | None:
        """The last one over, or the first one not begun."""
        prefer: Direction = "past" if self.count < 0 else "future"
        span = self.of.resolve(anchor, replace(how, prefer=prefer))
        around = span and span.low and span.high and span.low <= at < span.high
        if not (span and span.low and around):
            return span
        moved = shift(at, "year", self.count)
        return self.of.resolve(unit(moved, "day"), replace(how, prefer=prefer))


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday, by the rule of its date in a year."""

    name: str
    of_year: Callable[[int, Conventions], tuple[date, int] | None]  # first day, number of days
    year: Time | None = None

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        if self.year is not None:
            around = self.year.resolve(anchor, how)
            return self.in_year(around.low.year, how) if around and around.low else None
        at = now(anchor)
        if at is None:
            return None
        near = [found for step in range(-5, 6) if (found := self.in_year(at.year + step, how))]
        return soon(near, at, how) or nearest(near, anchor, how.prefer)

    def in_year(self, year: int, how: Conventions) -> Interval | None:
        """The feast of one year, or None when its rule has no day for it."""
        try:
            found = self.of_year(year, how)
        except (ValueError, OverflowError):
            return None
        if found is None:
            return None
        low = datetime(found[0].year, found[0].month, found[0].day)
        return Interval(low, low + timedelta(days=found[1]), "day")


@dataclass(frozen=True, slots=True)
class Weekend:
    """Friday evening to Sunday, counted in weeks from this one, or the last of a month."""

    count: int = 0
    of: Time | None = None

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        if self.of is not None:
            around = self.of.resolve(anchor, how)
            if around is None or around.high is None:
                return None
            friday = nth_weekday(*(shift(around.high, "day", -1).timetuple()[:2]), 4, -1)
            return self.around(datetime(friday.year, friday.month, friday.day), how)
        at = now(anchor)
        return self.around(shift(floor(at, "week"), "day", 4 + 7 * self.count), how) if at else None

    def around(self, friday: datetime, how: Conventions) -> Interval:
        """The weekend after a Friday."""
        if not how.clock_end:
            return Interval(friday + timedelta(days=1), friday + timedelta(days=3), "day", f"{written(unit(friday, 'week'))}-WE")
        return Interval(friday + timedelta(hours=18), friday + timedelta(days=3), "hour")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that no calendar changes: PRESENT_REF, a set, an open duration."""

    value: str
    kind: Literal["date", "time", "duration", "set"] = "date"

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        return None


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """A time told by another one before it: that year, the day before, two days later."""

    of: Time

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        return self.of.resolve(anchor, how)
