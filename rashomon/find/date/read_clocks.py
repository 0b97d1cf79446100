"""Readers of times of day."""

from math import isnan

from rashomon.find.cascade import Item, Run
from rashomon.find.date.days import Cycle
from rashomon.find.date.hours import At, Clock, PartOfDay
from rashomon.find.date.offsets import Amount
from rashomon.find.date.reading import hours, meant, time, value
from rashomon.find.date.spans import Between


def clock(run: Run) -> Item | None:
    """A time of day in figures or words: «5 pm», «10:30», «nine thirty»."""
    numbers = [number for item in run.items for number in hours(item)]
    if not numbers or (len(numbers) > 1 and run.has("small") and not (1 <= numbers[0] <= 12 and 10 <= numbers[1] <= 59)):
        return None
    return clocked(run, numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None)


def clocked(run: Run, hour: int, minute: int | None, second: int | None) -> Item | None:
    """The clock with a.m., p.m. and the zone applied."""
    known = run.has("ante", "post", "clock_word", "clock_letter") or hour > 12 or (bool(run.items) and run.words.startswith("0"))
    letter = run.first("clock_letter")
    if (run.has("post") or (letter is not None and letter.word.rstrip(".").endswith("p"))) and hour < 12:
        hour += 12
    if run.has("ante") and hour == 12:
        hour = 0
    if not 0 <= hour <= 24 or (minute or 0) > 59:
        return None
    zone = run.first("zone")
    return time(Clock(hour % 24, minute, second, known, zone.number if zone else None))


def on_day(run: Run) -> Item | None:
    """«tomorrow at 5 pm», «9 a.m. on Saturday», «Friday morning at 8»."""
    date = meant(run, "day_t", "wday_t", "feast_t")
    part_name = run.first("part_of_day", "tonight", "part_t")
    half = run.first("ante", "post")
    if half is not None and not run.has("clock_t"):
        return time(At(date, PartOfDay("morning" if half.kind == "ante" else "afternoon")))
    told = run.first("clock_t")
    if told is not None and isinstance(told.meaning, Clock):
        if isinstance(date, At) and isinstance(date.clock, PartOfDay):
            part_name, date = Item("part_of_day", 0, 0, word=date.clock.name), date.day
        return time(At(date, afternoon(told.meaning, part_name))) if not isinstance(date, At | Between) else None
    if part_name is None or isinstance(date, At):
        return None
    return time(At(date, PartOfDay(part_name.word or "night", "end" if run.has("late") else "")))


def afternoon(told: Clock, part_name: Item | None) -> Clock:
    """«at 8 in the evening» is 20:00."""
    later = part_name is not None and part_name.word in ("afternoon", "evening", "night") and 1 <= told.hour < 12
    if later and not told.half_known:
        return Clock(told.hour + 12, told.minute, told.second, True, told.zone)
    return Clock(told.hour, told.minute, told.second, told.half_known or part_name is not None, told.zone)


def today_part(run: Run) -> Item | None:
    """«this morning», «last night», «tonight», «tomorrow evening»."""
    item = run.first("part_of_day", "tonight")
    if item is not None and item.word == "lunch":
        return None  # «this lunch» is a meal
    count = -1 if run.has("last") else 1 if run.has("next") else 0
    third = "end" if run.has("late") else ""
    return time(At(Cycle("day", count), PartOfDay(item.word, third))) if item else None


def half_of(told: Clock, other: Clock) -> Clock:
    """«3-4 pm» is all in the afternoon; «11:30-1:30» goes over noon."""
    if (
        told.half_known
        or not other.half_known
        or (told.hour > other.hour % 12 and other.hour >= 12 and told.hour <= 11 < other.hour)
    ):
        return told
    return Clock(told.hour + 12, told.minute, told.second, True, told.zone) if other.hour > 12 > told.hour else told


def clock_in(run: Run) -> Item | None:
    """«at 3 in the morning», «20 past eight in the evening»."""
    number, name, told = run.first("d1", "small"), run.first("part_of_day"), run.first("clock_t")
    if told is not None and isinstance(told.meaning, Clock):
        return time(afternoon(told.meaning, name))
    hour = int(value(number)) if number else 99
    return time(afternoon(Clock(hour), name)) if hour <= 12 else None


def past_hour(run: Run) -> Item | None:
    """«a quarter past noon», «20 minutes to 2 pm», «half past seven»."""
    joint = next(item for item in run.items if item.kind in ("last", "to", "after", "from"))
    if joint.kind == "last" and joint.word != "past":
        return None
    place = run.items.index(joint)
    before, after = run.items[:place], run.items[place + 1 :]
    minutes = minutes_of(before)
    if joint.kind == "to" and minutes is not None and minutes < 10 and not any(item.kind in ("unit", "dur_t") for item in before):
        return None  # «5 to 6 pm» is an hour
    told = next((hours(item) for item in after if hours(item)), [])
    if (
        minutes is None
        or not told
        or not 0 < minutes < 60
        or len(told) > 1
        or (joint.kind in ("after", "from", "to") and not told_clock(run, before, after))
    ):
        return None
    hour, minute = ((told[0] - 1) % 24, 60 - minutes) if joint.kind == "to" else (told[0], minutes)
    return clocked(Run(run.text, after), hour, minute, None)


def told_clock(run: Run, before: tuple[Item, ...], after: tuple[Item, ...]) -> bool:
    """Whether «to», «after» and «from» stand between minutes and an hour: one side must say so."""
    return any(item.kind in ("ante", "post", "clock_word", "oclock") for item in after)


def minutes_of(items: tuple[Item, ...]) -> int | None:
    """The minutes before or past the hour: a number, a quarter, a half."""
    for item in items:
        if isinstance(item.meaning, Amount):
            number, name = item.meaning.parts[0]
            return int(number) if name == "minute" and not isnan(number) else 15 if name == "quarter" else None
        if item.kind == "half":
            return 30
        if item.kind == "unit" and item.word == "quarter":
            return 15
        if item.kind in ("d1", "small"):
            return int(value(item))
    return None


def clock_span(run: Run) -> Item | None:
    """«3-4 pm», «from 9:30 to 11»: a number without a.m. or p.m. shares that of the other."""
    ends = [item for item in run.items if item.kind in ("clock_t", "d1", "small")]
    told = [item.meaning if isinstance(item.meaning, Clock) else Clock(int(value(item))) for item in ends]
    if len(told) != 2 or any(each.hour > 24 for each in told):
        return None
    return time(Between(half_of(told[0], told[1]), half_of(told[1], told[0])))


def span_on_day(run: Run) -> Item | None:
    """«Thursday from 9:30 to 11», «3:00 to 4:00 tomorrow»."""
    date, span = meant(run, "day_t", "wday_t", "feast_t"), meant(run, "cspan_t")
    if not isinstance(span, Between) or not isinstance(span.low, Clock) or not isinstance(span.high, Clock):
        return None
    low, high = span.low, span.high
    if isinstance(date, At) and isinstance(date.clock, PartOfDay):
        part_name = Item("part_of_day", 0, 0, word=date.clock.name)
        low, high, date = afternoon(low, part_name), afternoon(high, part_name), date.day
    return time(Between(At(date, low), At(date, high)))


def part_hour(run: Run) -> Item | None:
    """«this evening at 11», «8 tonight», «five-thirty tomorrow evening»."""
    date = meant(run, "day_t")
    numbers = [int(value(item)) for item in run.all("d1", "small")]
    if not isinstance(date, At) or not isinstance(date.clock, PartOfDay) or numbers[0] > 12:
        return None
    told = Clock(numbers[0], numbers[1] if len(numbers) > 1 else None)
    return time(At(date.day, afternoon(told, Item("part_of_day", 0, 0, word=date.clock.name))))


def part_alone(run: Run) -> Item | None:
    """«in the morning», «late afternoon», of a day that is not named."""
    name = run.first("part_of_day")
    return time(PartOfDay(name.word)) if name else None
