"""What a time expression means before anybody knows its "now": small records that resolve against an anchor.

An anchor is an interval: the day of publication, or the day another expression names.  ``resolve`` gives None where the
anchor is missing or too coarse («yesterday» in an article of which only the month is known).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from rashomon.find.date_calendar import (
    LENGTHS, LETTERS, MONTHS, ORDER, SEASONS, Grain, Interval, coarser, day, days_in, floor, instant, nth_weekday, shift, unit,
    written,
)  # fmt: skip

Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a kind of text means its times: a newspaper looks back, a command to an assistant looks ahead."""

    prefer: Direction = "past"
    day_first: bool = False  # «3/5» is the third of May
    country: str = ""  # ISO 3166-1 alpha-2: whose holidays
    parts: Mapping[str, tuple[float, float]] = field(default_factory=lambda: NEWS_PARTS)  # hours of «evening»
    codes: Mapping[str, str] = field(default_factory=lambda: PART_CODES)  # TIMEX3 of a part of a day; empty: as interval
    offset_grain: Mapping[str, Grain] = field(default_factory=lambda: NEWS_OFFSETS)  # «two years ago» is a year
    ranges_hold_end: bool = True  # «from 3 to 5 May» holds the fifth
    clock_is_day: bool = True  # a bare «10:35» is that of the anchor's day
    clock_end: bool = False  # a range of clock times runs to the end of its last minute
    weekday_by_week: bool = False  # «next Friday» is Friday of next week
    rolling: bool = True  # «the last two weeks» end today, not on Sunday
    rolling_duration: bool = True  # … and their value is the duration P2W, as TIMEX3 has it
    part_value: bool = True  # «late November» keeps the value 1999-11, narrower only in its days
    thirds: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=lambda: THIRDS)
    week_inside: bool = False  # the first week of a month lies wholly inside it
    soon_days: int = 0  # a day or month without a year that begins within so many days is ahead, though nobody says so
    tense: bool = True  # words of the future before a time turn it ahead
    upcoming_is_nth: bool = False  # «the upcoming two weeks» is the second of them
    close: bool = False  # «by Friday» begins now
    utc_offset: float | None = None  # of the anchor, for «5 pm GMT»


NEWS_PARTS = {"morning": (0, 12), "afternoon": (12, 18), "evening": (18, 24), "night": (18, 24), "lunch": (12, 14)}
PART_CODES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
NEWS_OFFSETS: Mapping[str, Grain] = {"month": "month", "year": "year", "quarter": "month", "decade": "year", "century": "year"}
# How far «early», «mid» and «late» reach into a unit: in days of a week and month, in months of anything longer.
THIRDS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "week": {"start": (0, 3), "mid": (2, 5), "end": (4, 7)},
    "month": {"start": (0, 10), "mid": (10, 20), "end": (20, 31)},
    "quarter": {"start": (0, 1), "mid": (1, 2), "end": (2, 3)},
    "half": {"start": (0, 2), "mid": (2, 4), "end": (4, 6)},
    "year": {"start": (0, 4), "mid": (4, 8), "end": (8, 12)},
    "decade": {"start": (0, 40), "mid": (40, 80), "end": (80, 120)},
    "century": {"start": (0, 400), "mid": (400, 800), "end": (800, 1200)},
}


class Time(Protocol):
    """Anything that becomes an interval once an anchor is given; what stands alone needs none."""

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None: ...


def now(anchor: Interval | None) -> datetime | None:
    """The instant the anchor begins."""
    return anchor.low if anchor else None


def nearest(candidates: Iterator[Interval] | list[Interval], anchor: Interval | None, prefer: Direction) -> Interval | None:
    """The latest candidate begun by the anchor's end, or the earliest that ends after the anchor begins."""
    if anchor is None or anchor.low is None or anchor.high is None:
        return None
    known = [each for each in candidates if each.low and each.high]
    if prefer == "past":
        return max((each for each in known if each.low and each.low < anchor.high), key=lambda each: str(each.low), default=None)
    low = anchor.low
    return min((each for each in known if each.high and each.high > low), key=lambda each: str(each.low), default=None)


def soon(candidates: list[Interval], at: datetime, how: Conventions) -> Interval | None:
    """The candidate that begins within the days the conventions look ahead: «Jan. 14» in a paper of the seventh."""
    limit = at + timedelta(days=how.soon_days)
    return next((each for each in candidates if each.low and at < each.low <= limit), None)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its fields, as far as they are given: «January 8», «Friday the 13th», «June 2021»."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
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
        return (self.day_first if how.day_first else self.month_first).resolve(anchor, how)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered part of a year: the third quarter, week 10, the first half, a season."""

    grain: Grain
    number: int
    year: Time | None = None
    season: str = ""

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
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
class Amount:
    """So many units of time, of several kinds: 2 hours 30 minutes."""

    parts: tuple[tuple[float, str], ...]  # number (nan: some), unit
    more: bool = False

    @property
    def value(self) -> str:
        """TIMEX3: P3D, PT1H30M, P2W, PXY."""
        days, clock = "", ""
        for number, name in self.parts:
            count = "X" if number != number else f"{number:g}"
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
        begun = self.origin.resolve(anchor, how) if self.origin else anchor
        if begun is None or begun.low is None:
            return None
        grain = finest(self.amount)
        if coarser(begun.grain, grain) and begun.grain != "second":
            return None
        at = begun.low
        for number, name in self.amount.parts:
            if number != number:
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
        around = self.of.resolve(anchor, how)
        if around is None or around.low is None or around.high is None:
            return None
        if self.weekday is not None:
            return self.of_weekday(around.low, around.high, self.weekday)
        return self.of_unit(around.low, around.high, how)

    def of_weekday(self, low: datetime, high: datetime, weekday: int) -> Interval:
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
        around = self.of.resolve(anchor, how)
        if around is None or around.low is None or around.high is None:
            return around
        low, high = self.bounds(around, anchor, how)
        return Interval(low, high, around.grain if how.part_value else finer(around.grain),
                        written(around) if how.part_value else "")  # fmt: skip

    def bounds(self, around: Interval, anchor: Interval | None, how: Conventions) -> tuple[datetime | None, datetime | None]:
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
class Clock:
    """A time of day."""

    hour: int
    minute: int | None = None
    second: int | None = None
    half_known: bool = False  # a.m. or p.m. is said, or the hour can only be one of them
    zone: float | None = None

    @property
    def grain(self) -> Grain:
        return "second" if self.second is not None else "minute" if self.minute is not None or self.zone is not None else "hour"

    @property
    def value(self) -> str:
        """TIMEX3: T17, T17:30."""
        rest = "".join(f":{part:02}" for part in (self.minute, self.second) if part is not None)
        return f"T{self.hour:02}{rest}"

    def on(self, low: datetime, how: Conventions) -> datetime:
        """The instant on the day that begins at ``low``."""
        at = low.replace(hour=0, minute=0, second=0) + timedelta(
            hours=self.hour, minutes=self.minute or 0, seconds=self.second or 0
        )
        if self.zone is None or how.utc_offset is None:
            return at
        return at + timedelta(hours=how.utc_offset - self.zone)

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        at = now(anchor)
        if not how.clock_is_day or at is None or anchor is None or coarser(anchor.grain, "day"):
            return None
        choices = [self] if self.half_known or self.hour >= 12 else [self, replace(self, hour=self.hour + 12)]
        if how.prefer == "past":
            return unit(self.on(at, how), self.grain)
        today = [clock.on(at, how) for clock in choices]
        later = [each for each in today if each > at] or [choices[0].on(at + timedelta(days=1), how)]
        return unit(later[0], self.grain)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Morning, afternoon, evening, night."""

    name: str
    third: str = ""

    def on(self, low: datetime, how: Conventions) -> Interval:
        """The part of the day that begins at ``low``."""
        begin, end = how.parts[self.name]
        if self.third == "end" and self.name == "night":
            begin = max(begin, 21)
        value = f"{low:%Y-%m-%d}T{how.codes[self.name]}" if how.codes and self.name in how.codes else ""
        return Interval(low + timedelta(hours=begin), low + timedelta(hours=end), "part of day", value)

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        at = now(anchor)
        return self.on(floor(at, "day"), how) if at and how.clock_is_day else None


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day: tomorrow at 5 pm, Friday morning."""

    day: Time
    clock: Clock | PartOfDay

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        found = self.day.resolve(anchor, how)
        if found is None or found.low is None:
            return None
        low = floor(found.low, "day")
        if isinstance(self.clock, PartOfDay):
            return self.clock.on(low, how)
        return unit(self.clock.on(low, how), self.clock.grain)


def incomplete(time: Time) -> bool:
    """Whether a time takes what it lacks from the one before it: a day or month without a year, a weekday, a clock time."""
    if isinstance(time, Calendar):
        return time.year is None
    if isinstance(time, PartOf | Turn):
        return incomplete(time.of) and not isinstance(time, Turn)
    return isinstance(time, Clock | Either) or (isinstance(time, Feast | Numbered) and time.year is None)


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another; what the second leaves out is taken from the first."""

    low: Time
    high: Time

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        first = self.low.resolve(anchor, how)
        if first is None or first.low is None:
            return None
        after = Interval(first.low, first.high, "day")
        same_day = isinstance(self.low, At) and isinstance(self.high, At) and self.low.day == self.high.day
        ahead = how if same_day else replace(how, prefer="future")
        last = self.high.resolve(after if incomplete(self.high) else anchor, ahead)
        if last is None or last.low is None or last.high is None:
            return None
        if last.low < first.low:
            last = self.high.resolve(after, how)
            if last is None or last.low is None or last.high is None or last.low < first.low:
                return None
        grain: Grain = min(first.grain, last.grain, key=ORDER.index)
        return Interval(first.low, self.end(last, grain, how), grain, "")

    def end(self, last: Interval, grain: Grain, how: Conventions) -> datetime | None:
        if last.grain in ("second", "minute", "hour", "part of day"):
            if not how.clock_end or last.low is None:
                return last.low
            return shift(last.low, "hour" if grain == "hour" else "second" if grain == "second" else "minute", 1)
        return last.high if how.ranges_hold_end else last.low


@dataclass(frozen=True, slots=True)
class Stretch:
    """So long from a day on: three days from Monday."""

    origin: Time
    amount: Amount

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        found = self.origin.resolve(anchor, how)
        number, name = self.amount.parts[0]
        if found is None or found.low is None or number != number:
            return None
        return Interval(found.low, shift(found.low, name, number), "day")


@dataclass(frozen=True, slots=True)
class EdgeOf:
    """The first or last so many units of a unit: the last four months of 2021."""

    amount: Amount
    of: Time
    last: bool

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        around = self.of.resolve(anchor, how)
        number, name = self.amount.parts[0]
        if around is None or around.low is None or around.high is None or number != number or name not in ORDER:
            return None
        edge = around.high if self.last else around.low
        if name == "week":  # a week belongs to the month or year of its Thursday
            edge = floor(shift(edge, "day", 3), "week")
        low, high = (shift(edge, name, -number), edge) if self.last else (edge, shift(edge, name, number))
        return Interval(low, high, name)  # type: ignore[arg-type]


def part_is(time: Time, part: str) -> bool:
    """Whether it is the beginning or the end of a unit."""
    return isinstance(time, PartOf) and time.part == part


@dataclass(frozen=True, slots=True)
class Open:
    """Since, until, before or after a time."""

    side: str
    of: Time

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        found = self.of.resolve(anchor, how)
        if found is None:
            return None
        ends: dict[str, tuple[datetime | None, datetime | None]] = {
            "since": (found.low, None),
            "after": (found.high if not isinstance(self.of, Clock | At) and not part_is(self.of, "start") else found.low, None),
            "before": (None, found.high if part_is(self.of, "end") else found.low),
            "until": (None, found.high if how.ranges_hold_end else found.low),
            "by": (now(anchor) if how.close else None, found.high if not isinstance(self.of, Clock | At) else found.low),
        }
        low, high = ends[self.side]
        return Interval(
            low, high, "second" if self.side == "by" and how.close else found.grain, f"{instant(low)}/{instant(high)}"
        )


@dataclass(frozen=True, slots=True)
class Many:
    """The last three weeks, the next two years."""

    amount: Amount
    sign: int
    within: bool = False
    upcoming: bool = False  # «the upcoming two weeks»

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        at = now(anchor)
        number, name = self.amount.parts[0]
        if at is None or number != number:
            return None
        step = name if name in LENGTHS or name in MONTHS else "day"
        if self.within:
            return Interval(at, shift(floor(at, "day") if name not in LETTERS_OF_CLOCK else at, step, number), "second")
        if self.upcoming and how.upcoming_is_nth and step in ORDER:
            return unit(shift(floor(at, step), step, number), step)  # type: ignore[arg-type]
        return self.rolling(floor(at, "day"), step, number, how) if how.rolling else self.whole(at, step, number)

    def rolling(self, today: datetime, step: str, number: float, how: Conventions) -> Interval:
        """Counted from today: the days of tomorrow on, or up to yesterday."""
        value = self.amount.value if how.rolling_duration else ""
        if self.sign < 0:
            return Interval(shift(today, step, -number), today, "day", value)
        begin = today + timedelta(days=1)
        return Interval(begin, shift(begin, step, number), "day", value)

    def whole(self, at: datetime, step: str, number: float) -> Interval:
        """Counted in whole units: the last two weeks end with last Sunday."""
        grain: Grain = step if step in ORDER else "week"  # type: ignore[assignment]
        begun = floor(at, grain)
        if self.sign < 0:
            return Interval(shift(begun, step, -number), begun, grain)
        begin = shift(begun, grain, 1)
        return Interval(begin, shift(begin, step, number), grain)


LETTERS_OF_CLOCK = ("second", "minute", "hour")


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday, by the rule of its date in a year."""

    name: str
    of_year: Callable[[int, Conventions], tuple[date, int] | None]  # first day, number of days
    year: Time | None = None

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        if self.year is not None:
            around = self.year.resolve(anchor, how)
            return self.in_year(around.low.year, how) if around and around.low else None
        at = now(anchor)
        if at is None:
            return None
        near = [found for step in range(-5, 6) if (found := self.in_year(at.year + step, how))]
        return soon(near, at, how) or nearest(near, anchor, how.prefer)

    def in_year(self, year: int, how: Conventions) -> Interval | None:
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
        if self.of is not None:
            around = self.of.resolve(anchor, how)
            if around is None or around.high is None:
                return None
            friday = nth_weekday(*(shift(around.high, "day", -1).timetuple()[:2]), 4, -1)
            return self.around(datetime(friday.year, friday.month, friday.day), how)
        at = now(anchor)
        return self.around(shift(floor(at, "week"), "day", 4 + 7 * self.count), how) if at else None

    def around(self, friday: datetime, how: Conventions) -> Interval:
        if not how.clock_end:
            return Interval(friday + timedelta(days=1), friday + timedelta(days=3), "day", f"{written(unit(friday, 'week'))}-WE")
        return Interval(friday + timedelta(hours=18), friday + timedelta(days=3), "hour")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that no calendar changes: PRESENT_REF, a set, an open duration."""

    value: str
    kind: Literal["date", "time", "duration", "set"] = "date"

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        return None


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """A time told by another one before it: that year, the day before, two days later."""

    of: Time

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        return self.of.resolve(anchor, how)
