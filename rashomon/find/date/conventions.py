"""How a kind of text means its times, and the anchor they are counted from.

An anchor is an interval: the day of publication, or the day another expression names.  ``resolve`` gives None where the
anchor is missing or too coarse («yesterday» in an article of which only the month is known).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol

from rashomon.find.date.calendar import Grain, Interval

Direction = Literal["past", "future"]


NEWS_PARTS: Mapping[str, tuple[float, float]] = {
    "morning": (0, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 24),
    "lunch": (12, 14),
}


PART_CODES: Mapping[str, str] = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


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
    anaphora_to_now: bool = False  # «two days later» with nothing told before it is counted from now
    tense: bool = True  # words of the future before a time turn it ahead
    upcoming_is_nth: bool = False  # «the upcoming two weeks» is the second of them
    close: bool = False  # «by Friday» begins now
    utc_offset: float | None = None  # of the anchor, for «5 pm GMT»


class Time(Protocol):
    """Anything that becomes an interval once an anchor is given; what stands alone needs none."""

    def resolve(self, anchor: Interval | None, how: Conventions) -> Interval | None:
        """The interval meant, counted from the anchor; None when the anchor does not tell."""


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
