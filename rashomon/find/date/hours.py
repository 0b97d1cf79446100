"""Times of day."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rashomon.find.date.calendar import Grain, Interval, coarser, floor, unit
from rashomon.find.date.conventions import Conventions, Time, now


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
        """How fine the time is told."""
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
        """The interval meant, counted from the anchor."""
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
        """The interval meant, counted from the anchor."""
        at = now(anchor)
        return self.on(floor(at, "day"), how) if at and how.clock_is_day else None


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day: tomorrow at 5 pm, Friday morning."""

    day: Time
    clock: Clock | PartOfDay

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor."""
        found = self.day.resolve(anchor, how)
        if found is None or found.low is None:
            return None
        low = floor(found.low, "day")
        if isinstance(self.clock, PartOfDay):
            return self.clock.on(low, how)
        return unit(self.clock.on(low, how), self.clock.grain)
