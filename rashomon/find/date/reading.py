"""What the rules of time expressions share: numbers, years and meanings out of a run of items."""

import re

from rashomon.find.cascade import Item, Run
from rashomon.find.date.conventions import Time
from rashomon.find.date.days import Calendar, Either
from rashomon.find.date.hours import Clock
from rashomon.find.date.offsets import Amount


def time(meaning: Time | None) -> Item | None:
    """The item of a reading."""
    return None if meaning is None else Item("", 0, 0, meaning=meaning)


def meant(run: Run, *kinds: str) -> Time:
    """The reading of the first item of the classes (of any that has one)."""
    found = (item for item in run.items if item.meaning is not None and (not kinds or item.kind in kinds))
    return next(found).meaning  # type: ignore[return-value]


def both(run: Run) -> tuple[Time, Time]:
    """The readings of the first and the last item that have one."""
    found = [item.meaning for item in run.items if item.meaning is not None]
    return found[0], found[-1]  # type: ignore[return-value]


MOST = 1e9  # of anything counted in a time; more is hostile


def value(item: Item) -> float:
    """The number of a numeral, an ordinal or a number word."""
    if item.kind in ("d1", "d4", "numeral", "ordinal", "short_year", "hour_mark") and not item.number:
        digits = re.sub(r"\D", "", item.word)
        return min(float(digits), MOST) if digits else 0.0
    if item.kind == "decimal":
        return float(item.word.replace(",", ".")) if item.word.count(".") + item.word.count(",") == 1 else float("nan")
    return min(item.number, MOST)


def full_year(number: float, digits: int = 4) -> int | None:
    """A year of four digits, or of two («'36», «74»: 1950 to 2049)."""
    if digits > 2 or number >= 100:
        return int(number) if 1000 <= number <= 2999 else None
    return int(number) + (2000 if number < 50 else 1900)


YEARS = ("d4", "big", "hundreds", "short_year", "year_t", "year_words")


DAYS = ("d1", "ordinal", "second", "small")


def year_of(run: Run) -> int | None:
    """The year named in the run."""
    item = run.first(*YEARS)
    if item is None:
        return None
    if isinstance(item.meaning, Calendar):
        return item.meaning.year
    return full_year(value(item), 2 if item.kind == "short_year" else 4)


def capital(run: Run) -> bool:
    """Whether the first word is written with a capital: «May», «Sun», «Sat»."""
    return run.text[run.items[0].start].isupper()


def numeric(first: int, second: int, year: int | None, *, day_first: bool) -> Item | None:
    """A date of two numbers; the order is only free where both can be a month."""
    orders = [(first, second), (second, first)] if day_first else [(second, first), (first, second)]
    right = [Calendar(year, month, day) for day, month in orders if 1 <= month <= 12 and 1 <= day <= 31]
    if not right:
        return None
    return time(right[0] if day_first or len(right) == 1 else Either(right[0], right[1]))


COUNTS = {"this": 0, "last": -1, "next": 1}


def turned(run: Run) -> int:
    """What «this», «last» or «next» does; «позапрошлый», the one before the last, has its own number."""
    item = run.first(*COUNTS)
    return COUNTS[item.kind] * int(item.number or 1) if item else 0


def time_of(amount: Amount | None) -> Item | None:
    """The item of a duration, which is no time yet."""
    return None if amount is None else Item("", 0, 0, meaning=amount)


def amounts(run: Run) -> Amount:
    """The duration of the run."""
    return next(item.meaning for item in run.items if isinstance(item.meaning, Amount))


def hours(item: Item) -> list[int]:
    """The numbers of a clock token."""
    if item.kind in ("clock", "hour_mark", "clock_letter"):
        return [int(part) for part in re.findall(r"\d+", item.word)]
    if isinstance(item.meaning, Clock):
        return [item.meaning.hour] + ([item.meaning.minute] if item.meaning.minute is not None else [])
    if item.kind in ("d1", "small", "clock_word"):
        return [int(value(item))]
    if item.kind == "unit" and item.word == "quarter":
        return [15]
    return [30] if item.kind == "half" else []
