"""Readers of what is told from another time: last week, three days ago, the first Monday of March, early May."""

import re
from collections.abc import Callable

from rashomon.find.cascade import Item, Run
from rashomon.find.date.conventions import Time
from rashomon.find.date.days import Anaphoric, Calendar, Cycle, Either, Turn, Weekend
from rashomon.find.date.offsets import Amount, EdgeOf, Inside, Many, Moved, Nth, PartOf, Stretch
from rashomon.find.date.reading import amounts, both, meant, time, turned, value


def cycle(run: Run) -> Item | None:
    """«last week», «the coming year»; «that year» and «the following day» are told by the time before them."""
    item = run.first("unit")
    if item is None or item.word in ("second", "minute", "hour", "fortnight"):
        return None
    word = run.first("this", "last", "next", "that")
    written = run.text[item.start : item.end].lower()
    if word and word.word == "past" and item.word in ("week", "month", "year", "decade", "century"):
        return time(Many(Amount(((1.0, item.word),)), -1))
    if word and word.kind in ("last", "next") and written.endswith("s"):
        return time(Many(Amount(((float("nan"), item.word),)), turned(run)))
    meaning: Time = Cycle(item.word, turned(run))  # type: ignore[arg-type]
    if word and (
        word.kind == "that"
        or word.word in ("following", "previous", "preceding", "prior")
        or (item.word == "day" and word.kind in ("next", "last"))
    ):
        meaning = Anaphoric(meaning)
    return time(meaning)


def moved(sign: int, anaphoric: bool = False) -> Callable[[Run], Item | None]:
    """So long before or after now, or before or after the time named with it; «two days after the vote» tells no day."""

    def build(run: Run) -> Item | None:
        others = [item.meaning for item in run.items if item.meaning is not None and not isinstance(item.meaning, Amount)]
        if anaphoric and run.has("after", "before") and STARTS_A_NOUN.match(run.text, run.items[-1].end):
            return None
        found: Time = Moved(amounts(run), sign, others[0] if others else None)  # type: ignore[arg-type]
        return time(Anaphoric(found) if anaphoric else found)

    return build


STARTS_A_NOUN = re.compile(r"\s+[^\W\d_]")


def nth(run: Run) -> Item | None:
    """«the first Monday of March», «the last week of July», «the third last day of 2015»."""
    number, last = run.first("ordinal", "second", "d1"), run.first("last")
    count = int(value(number)) if number else 1
    around = [item.meaning for item in run.items if item.kind.endswith("_t") and item.kind != "wday_t"]
    weekday, name = run.first("weekday", "ambiguous_weekday", "wday_t"), run.first("unit")
    if not 1 <= count <= 366 or not around:
        return None
    day = weekday.meaning if weekday else None
    number_of_day = (
        int(weekday.number) if weekday and not isinstance(day, Calendar) else day.weekday if isinstance(day, Calendar) else None
    )
    grain = name.word if name else "day"
    return time(Nth(-count if last else count, around[-1], grain, number_of_day))  # type: ignore[arg-type]


def day_of(run: Run) -> Item | None:
    """«the 20th of next month»."""
    number = run.first("ordinal", "second", "d1")
    days = int(value(number)) if number else 0
    return time(Inside(Calendar(day=days), meant(run, "cycle_t", "month_t"))) if 1 <= days <= 31 else None


def inside(run: Run) -> Item | None:
    """«Wednesday of next week», «next week on Tuesday»."""
    return time(Inside(meant(run, "wday_t", "day_t"), meant(run, "cycle_t")))


def part(run: Run) -> Item | None:
    """«early March», «the end of 2012», «earlier this month»."""
    names = {
        "early": "start",
        "earlier": "start",
        "start": "start",
        "mid": "mid",
        "late": "end",
        "later": "end",
        "end": "end",
        "rest": "rest",
    }
    word = run.first(*names)
    return time(PartOf(names[word.kind], meant(run))) if word else None


def many(run: Run) -> Item | None:
    """«the last three weeks», «the next two years»."""
    couple, name = run.first("couple"), run.first("unit")
    amount = Amount(((2.0, name.word),)) if couple and name else amounts(run)
    word = run.first("next")
    return time(Many(amount, -1 if run.has("last") else 1, upcoming=word is not None and word.word == "upcoming"))


def moved_unit(run: Run, sign: int) -> Item | None:
    """«the day before», «the week after»; «the weeks before» are no certain ones."""
    name = run.first("unit")
    if name is None or run.text[name.start : name.end].endswith("s") or name.word not in ("day", "week", "month", "year"):
        return None
    return time(Anaphoric(Cycle(name.word, sign)))  # type: ignore[arg-type]


def unit_before(run: Run) -> Item | None:
    """«the day before»."""
    return moved_unit(run, -1)


def unit_after(run: Run) -> Item | None:
    """«the week after»."""
    return moved_unit(run, 1)


def week_of(run: Run) -> Item | None:
    """«the week of October 6»."""
    name = run.first("unit")
    return time(Inside(Cycle("week", 0), meant(run, "day_t"))) if name and name.word == "week" else None


def day_away(run: Run) -> Item | None:
    """«today», «the day after tomorrow»."""
    return time(Cycle("day", int(run.items[0].number)))


def weekend(run: Run) -> Item | None:
    """«this weekend», «the last weekend of October»."""
    month = run.first("month_t")
    return time(Weekend(of=meant(run, "month_t")) if month else Weekend(turned(run)))


def turn(run: Run) -> Item | None:
    """«last Monday», «next March», «this summer»."""
    return time(Turn(turned(run), meant(run)))


def weekdays_ahead(run: Run) -> Item | None:
    """«3 Fridays from now»."""
    count = int(value(run.items[0]))
    return (
        time(Moved(Amount(((float(count - 1), "week"),)), 1, Turn(1, meant(run, "wday_t"), False))) if 1 <= count < 60 else None
    )


def within(run: Run) -> Item | None:
    """«within two weeks»."""
    return time(Many(amounts(run), 1, within=True))


def many_units(run: Run) -> Item | None:
    """«the 2 next days», «10 previous weeks», «two upcoming months»."""
    name, word = run.first("unit"), run.first("last", "next")
    if name is None or word is None or not (run.words.lower().endswith("s") or run.words == run.text.strip()):
        return None
    amount = Amount(((value(run.items[0]), name.word),))
    return time(Many(amount, -1 if word.kind == "last" else 1, upcoming=word.word == "upcoming"))


def ignored(run: Run) -> Item:
    """«a six-year-old boy»: no time; an item of a class that nothing reads."""
    return Item("", 0, 0)


def stretch(run: Run) -> Item | None:
    """«for 3 days from today», «2 weeks starting May 20»."""
    return time(Stretch(meant(run, "day_t", "wday_t", "feast_t"), amounts(run)))


def edge_of(run: Run) -> Item | None:
    """«the last four months of 2021», «the first ten days of May»."""
    number = run.first("ordinal")
    if number is not None and int(value(number)) != 1:
        return None
    return time(EdgeOf(amounts(run), meant(run, "month_t", "year_t", "cycle_t"), run.has("last")))


def day_of_unit(run: Run) -> Item | None:
    """«the 31st day of the month»."""
    first, second = run.all("unit")
    number = int(value(run.first("ordinal", "second")))  # type: ignore[arg-type]
    fits = first.word == "day" and second.word in ("week", "month", "year")
    return time(Nth(number, Cycle(second.word, 0), "day")) if fits and 1 <= number <= 366 else None  # type: ignore[arg-type]


def day_of_month(run: Run) -> Item | None:
    """«on the 18th»."""
    number = int(value(run.items[-1]))
    return time(Calendar(day=number)) if 1 <= number <= 31 else None


def last_of_two(run: Run) -> Item | None:
    """«Friday 7/6», «this Friday 7/6»: the date is the more exact."""
    first, last = both(run)
    if run.items[0].kind == "day_t" and not (isinstance(first, Turn) and isinstance(last, Calendar | Either)):
        return None
    return time(last)


def part_of_this(run: Run) -> Item | None:
    """«the end of the month», «the rest of the week»."""
    name = run.first("unit")
    if name is None or name.word in ("second", "minute", "hour", "fortnight"):
        return None
    names = {"start": "start", "mid": "mid", "end": "end", "rest": "rest"}
    word = run.first(*names)
    return time(PartOf(names[word.kind], Cycle(name.word, 0))) if word else None  # type: ignore[arg-type]


def edge(run: Run) -> Item | None:
    """«EOM», «EOY»: the end of this month, of this year."""
    which, _, name = run.items[-1].word.partition(" ")
    return time(PartOf(which, Cycle(name, 0)))  # type: ignore[arg-type]
