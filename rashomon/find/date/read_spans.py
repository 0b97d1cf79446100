"""Readers of ranges, open ends and sets."""

from collections.abc import Callable

from rashomon.find.cascade import Item, Run
from rashomon.find.date.days import Calendar, Cycle, Fixed
from rashomon.find.date.hours import At, Clock
from rashomon.find.date.offsets import Amount, PartOf
from rashomon.find.date.read_clocks import half_of
from rashomon.find.date.reading import both, meant, time
from rashomon.find.date.spans import Between, Open


def opened(side: str) -> Callable[[Run], Item | None]:
    """«since May», «before the vote of 3 June»."""
    return lambda run: time(Open(side, meant(run)))


def between(run: Run) -> Item | None:
    """From one time to another; a month or year told once is that of both ends."""
    low, high = (Cycle("day", 0) if isinstance(end, Fixed) else end for end in both(run))
    if isinstance(low, Calendar) and isinstance(high, Calendar):
        low = Calendar(
            low.year
            or (
                high.year
                if low.month and (not high.month or low.month <= high.month)
                else high.year - 1
                if high.year and low.month
                else None
            ),
            low.month,
            low.day,
            low.weekday,
        )
    if isinstance(low, Clock) and isinstance(high, At) and isinstance(high.clock, Clock):
        return time(Between(At(high.day, half_of(low, high.clock)), high))
    if isinstance(low, At) and isinstance(high, Clock) and isinstance(low.clock, Clock):
        return time(Between(low, At(low.day, half_of(high, low.clock))))
    if isinstance(low, Clock) and isinstance(high, Clock):
        return time(Between(half_of(low, high), half_of(high, low)))
    return time(Between(low, high))


def repeated(run: Run) -> Item | None:
    """«every day», «each two weeks», «every Monday»."""
    found = run.first("dur_t", "unit")
    if found is not None:
        amount = found.meaning if isinstance(found.meaning, Amount) else Amount(((1.0, found.word),))
        return time(Fixed(amount.value, "set"))
    weekday, told = meant(run, "wday_t"), run.first("clock_t")
    hour = told.meaning.value if told and isinstance(told.meaning, Clock) else ""
    return time(Fixed(f"XXXX-WXX-{(weekday.weekday or 0) + 1}{hour}", "set")) if isinstance(weekday, Calendar) else None


def to_date(run: Run) -> Item | None:
    """«the year to date»."""
    name = run.first("unit")
    return time(Between(PartOf("start", Cycle("year", 0)), Cycle("day", 0))) if name and name.word == "year" else None


def open_on_day(run: Run) -> Item | None:
    """«1/1/2015 after 2:00»."""
    date, told = both(run)
    if not isinstance(told, Open) or not isinstance(told.of, Clock):
        return None
    return time(Open(told.side, At(date, told.of)))


def set_named(run: Run) -> Item | None:
    """«daily», «every weekday»."""
    return time(Fixed(run.items[0].word, "set"))


def set_named_date(run: Run) -> Item | None:
    """«recently», «in the future»."""
    return time(Fixed(run.items[0].word))


def present(run: Run) -> Item | None:
    """«now»."""
    return time(Fixed("PRESENT_REF"))


def later_on_day(run: Run) -> Item | None:
    """«3 pm or later on Monday»."""
    told, date = both(run)
    return time(Open("since", At(date, told))) if isinstance(told, Clock) else None
