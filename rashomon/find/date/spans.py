"""From one time to another, and since, until, before or after one."""

from dataclasses import dataclass, replace
from datetime import datetime

from rashomon.find.date.calendar import ORDER, Grain, Interval, instant, shift
from rashomon.find.date.conventions import Conventions, Time, now
from rashomon.find.date.days import Calendar, Either, Feast, Numbered, Turn
from rashomon.find.date.hours import At, Clock
from rashomon.find.date.offsets import PartOf


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
        """The interval meant, counted from the anchor."""
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
        begin = first.high if part_is(self.low, "end") and not how.ranges_hold_end else first.low
        return Interval(begin, self.end(last, grain, how), grain, "")

    def end(self, last: Interval, grain: Grain, how: Conventions) -> datetime | None:
        """Where a range ends: with its last day or month, or at the clock time named."""
        if last.grain in ("second", "minute", "hour", "part of day"):
            if not how.clock_end or last.low is None:
                return last.low
            return shift(last.low, "hour" if grain == "hour" else "second" if grain == "second" else "minute", 1)
        return last.high if how.ranges_hold_end or part_is(self.high, "end") else last.low


def part_is(time: Time, part: str) -> bool:
    """Whether it is the beginning or the end of a unit."""
    return isinstance(time, PartOf) and time.part == part


@dataclass(frozen=True, slots=True)
class Open:
    """Since, until, before or after a time."""

    side: str
    of: Time

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        found = self.of.resolve(anchor, how)
        if found is None:
            return None
        ends: dict[str, tuple[datetime | None, datetime | None]] = {
            "since": (found.low, None),
            "after": (found.high if not isinstance(self.of, Clock | At) and not part_is(self.of, "start") else found.low, None),
            "before": (None, found.high if part_is(self.of, "end") else found.low),
            "until": (None, found.high if how.ranges_hold_end and not isinstance(self.of, Clock | At) else found.low),
            "by": (now(anchor) if how.close else None, found.high if not isinstance(self.of, Clock | At) else found.low),
        }
        low, high = ends[self.side]
        return Interval(
            low, high, "second" if self.side == "by" and how.close else found.grain, f"{instant(low)}/{instant(high)}"
        )
