"""The grammar of time expressions: shapes of tokens, and rules from dates over durations and clocks to ranges."""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from rashomon.find.cascade import Cascade, Item, Phrases, Rule, Run, Word, phrases
from rashomon.find.date_times import (
    Amount, Anaphoric, At, Between, Calendar, Clock, Cycle, EdgeOf, Either, Feast, Fixed, Inside, Many, Moved, Nth, Numbered, Open, PartOf,
    PartOfDay, Stretch, Time, Turn, Weekend, Years,
)  # fmt: skip
from rashomon.find.date_feasts import feasts
from rashomon.find.figure_units import units
from rashomon.find.numbers import NUMBER_RULES, WORDS, number_words
from rashomon.words import entries

SHAPES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("iso", r"\d{4}-\d{1,2}-\d{1,2}(?!\d)(?:t(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?"),
        ("dotted", r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)"),
        ("slashed", r"\d{1,2} ?(/|-) ?\d{1,2} ?\1 ?(?:\d{4}|\d\d)(?![\d-])"),
        ("year_month", r"(?:1[89]|20)\d\d[/-](?:0?[1-9]|1[0-2])(?![\d/-])"),
        ("junk", r"\+?\d+(?:[-/]\d+){2,}"),
        ("clock_letter", r"(?:[01]?\d|2[0-4]):[0-5]\d[ap](?![a-z.])|(?<=at )\d{1,2}[ap](?![a-z])"),
        ("clock", r"(?:[01]?\d|2[0-4])(?::|h)[0-5]\d(?::[0-5]\d)?(?![\d:])|(?:[01]?\d|2[0-4])\.[0-5]\d(?= ?[ap]\.?m)"),
        ("clock", r"(?:[01]\d|2[0-4])[0-5]\d(?= ?(?:gmt|utc|hrs|hours)\b)"),
        ("hour_mark", r"(?:[01]?\d|2[0-4])h(?![a-z])"),
        ("decade", r"'?(?:1\d|20)?\d0'?s(?![a-z])"),
        ("ordinal", r"\d+ ?(?:st|nd|rd|th)(?![a-z])"),
        ("short_year", r"'\d\d(?!\d|s)"),
        ("quarter_mark", r"q ?[1-4](?![\w])|[1-4]q(?![\w])"),
        ("half_mark", r"h[12](?!\w)"),
        ("decimal", r"\d+[.,]\d+(?:[.,]\d+)*"),
        ("d4", r"\d{4}(?!\d)"),
        ("d1", r"\d{1,2}(?!\d)"),
        ("numeral", r"\d+"),
    )
)


class TimeWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word of time: its class in the cascade, and the name or value it stands for."""

    forms: tuple[str, ...]
    kind: str
    example: str
    name: str = ""
    value: float = 0.0


@cache
def lexicon() -> Phrases:
    """All words the date rules know."""
    listed = entries(WORDS / "times.toml", "word", TimeWord)
    times = {form: Word(word.kind, word.name, word.value) for word in listed for form in word.forms}
    unread = {"suffix", "plural", "dozen"}  # classes of figures: «k», «hundreds»
    numbers = {form: word for form, word in number_words().items() if word.kind not in unread}
    return phrases(numbers | {form: Word("feast", feast) for form, feast in feasts().forms.items()} | times)


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


def value(item: Item) -> float:
    """The number of a numeral, an ordinal or a number word."""
    if item.kind in ("d1", "d4", "numeral", "ordinal", "short_year", "hour_mark") and not item.number:
        digits = re.sub(r"\D", "", item.word)
        return float(digits) if digits else 0.0
    if item.kind == "decimal":
        return float(item.word.replace(",", ".")) if item.word.count(".") + item.word.count(",") == 1 else float("nan")
    return item.number


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


def fields(run: Run) -> Item | None:
    """A date from whatever stands in the run: month, day, year, weekday; None when the day cannot be one."""
    month, weekday = run.first("month", "ambiguous_month"), run.first("weekday", "ambiguous_weekday")
    number, year = run.first(*DAYS), year_of(run)
    if run.first(*YEARS) and year is None:
        return None
    days = int(value(number)) if number else None
    if days is not None and not 1 <= days <= 31:
        return None
    if month and month.kind == "ambiguous_month" and run.text[month.start].islower() and not (days or year):
        return None
    return time(Calendar(year, int(month.number) if month else None, days, int(weekday.number) if weekday else None))


def capital(run: Run) -> bool:
    """Whether the first word is written with a capital: «May», «Sun», «Sat»."""
    return run.text[run.items[0].start].isupper()


def dotted(run: Run) -> Item | None:
    """«10.01.2022»: the day comes first, unless that cannot be."""
    first, second, year = (part.strip() for part in re.split(r"[.]", run.items[0].word))
    return numeric(int(first), int(second), full_year(float(year), len(year)), day_first=True)


def slashed(run: Run) -> Item | None:
    """«1/10/2022»: the month comes first in American texts; the class says which."""
    first, second, year = (part.strip() for part in re.split(r"[/-]", run.items[0].word))
    return numeric(int(first), int(second), full_year(float(year), len(year)), day_first=False)


def numeric(first: int, second: int, year: int | None, *, day_first: bool) -> Item | None:
    """A date of two numbers; the order is only free where both can be a month."""
    orders = [(first, second), (second, first)] if day_first else [(second, first), (first, second)]
    right = [Calendar(year, month, day) for day, month in orders if 1 <= month <= 12 and 1 <= day <= 31]
    if not right:
        return None
    return time(right[0] if day_first or len(right) == 1 else Either(right[0], right[1]))


def two_numbers(run: Run) -> Item | None:
    """«15/2», «2-15», in a command only: in running text this is a score or a fraction."""
    first, second = (int(value(item)) for item in run.all("d1"))
    return numeric(first, second, None, day_first=False)


def decimal_date(run: Run) -> Item | None:
    """«5.12», in a command only."""
    first, _, second = run.items[0].word.partition(".")
    return numeric(int(first), int(second), None, day_first=False) if len(first) < 3 > len(second) and second else None


def iso(run: Run) -> Item | None:
    """«2022-01-10», «2022-01-10T05:30:00»."""
    parts = [int(part) for part in re.findall(r"\d+", run.items[0].word)[:6]]
    if not (1 <= parts[1] <= 12 and 1 <= parts[2] <= 31):
        return None
    date = Calendar(parts[0], parts[1], parts[2])
    return time(At(date, Clock(parts[3], parts[4], parts[5] if len(parts) > 5 else None, True)) if len(parts) > 4 else date)


def year_month(run: Run) -> Item | None:
    year, month = (int(part) for part in re.split(r"[/-]", run.items[0].word))
    return time(Calendar(year, month))


MONEY = "$€£¥₽₸"
COUNTED = re.compile(r"\s*(?:people|men|women|troops|soldiers|[a-z]+(?:ers|ists|ians|ants|ents|kilometers|miles|dollars))\b")


def bare_year(run: Run) -> Item | None:
    """A number of four digits that nothing shows to be a sum or a count: «in 2019», «the 2020 vote», not «1500 people»."""
    item = run.items[-1]
    number = int(item.word)
    before = run.text[max(0, item.start - 3) : item.start].strip()[-1:]
    after = run.text[item.end : item.end + 40]
    if RANGE_BEFORE.search(run.text[max(0, item.start - 7) : item.start]):
        before = ""
    if not 1700 <= number <= 2199 or before in MONEY and before or before in ("-", "#", "№") and run.text[item.start - 1] != " ":
        return None
    if re.match(r"[-\w%°]|\s*(?:%|per ?cent|[€$£])|[.,]\d", after) and not re.match(r"[-–~](?:[a-z–]|[12]\d{3}(?![\d-]))", after):
        return None
    prior = re.search(r"(\w+)\s*$", run.text[max(0, item.start - 16) : item.start])
    article = prior is not None and prior.group(1).lower() in (
        "the",
        "a",
        "in",
        "s",
        "of",
        "since",
        "by",
        "from",
        "until",
        "this",
    )
    if (COUNTED.match(after) and not article) or measured(after):
        return None
    return time(Calendar(number))


def measured(after: str) -> bool:
    """Whether a unit of measure follows, also after a second number: «1780 kilometers», «2000 - 2500 calories»."""
    follows = re.match(r"(?:\s*[-–]\s*\d+)?\s+([a-z]+)(?:\s+([a-z]+))?", after.lower())
    if follows is None:
        return False
    words = [word for word in follows.groups() if word]
    found = [units().forms.get(" ".join(words)), units().forms.get(words[0])]
    return any(unit is not None and unit.kind not in ("time", "points of a game") for unit in found)


RANGE_BEFORE = re.compile(r"(?<![\d-])[12]\d{3} ?[-–~] ?$")


def quarter(run: Run) -> Item | None:
    """«Q3 2021», «the third quarter of last year»."""
    mark, ordinal = run.first("quarter_mark", "half_mark"), run.first("ordinal", "second", "d1")
    name = run.first("unit")
    grain = "half" if run.has("half_mark", "half") else "quarter"
    if mark is None and (name is None or (name.word != "quarter" and not run.has("half"))):
        return None
    number = int(re.sub(r"\D", "", mark.word)) if mark else int(value(ordinal)) if ordinal else 0
    if not 1 <= number <= (4 if grain == "quarter" else 2):
        return None
    year = run.first("d4", "year_t", "cycle_t")
    named = Calendar(int(value(year))) if year and year.kind == "d4" else meant(run, "year_t", "cycle_t") if year else None
    return time(Numbered("quarter" if grain == "quarter" else "half", number, named))


def season(run: Run) -> Item | None:
    name = run.first("season")
    year = run.first("d4", "year_t", "cycle_t")
    named = Calendar(int(value(year))) if year and year.kind == "d4" else meant(run, "year_t", "cycle_t") if year else None
    return time(Numbered("season", 0, named, name.word)) if name else None


COUNTS = {"this": 0, "last": -1, "next": 1}


def turned(run: Run) -> int:
    """What «this», «last» or «next» does."""
    item = run.first(*COUNTS)
    return COUNTS[item.kind] if item else 0


def cycle(run: Run) -> Item | None:
    """«last week», «the coming year»; «that year» and «the following day» are told by the time before them."""
    item = run.first("unit")
    if item is None or item.word in ("second", "minute", "hour", "fortnight"):
        return None
    word = run.first("this", "last", "next", "that")
    meaning: Time = Cycle(item.word, turned(run))  # type: ignore[arg-type]
    if word and (
        word.kind == "that"
        or word.word in ("following", "previous", "preceding", "prior")
        or (item.word == "day" and word.kind in ("next", "last"))
    ):
        meaning = Anaphoric(meaning)
    return time(meaning)


def fiscal(run: Run) -> Item | None:
    """«fiscal year 2008»: FY2008; when such a year begins is not said."""
    mark = "FY" if run.has("fiscal") else "SY" if run.has("academic") else ""
    number = run.first("d4", "d1")
    year = full_year(value(number), len(number.word)) if number else None
    if not mark:
        return time(Calendar(year) if year else Cycle("year", turned(run)))
    return time(Fixed(f"{mark}{year}")) if year else None


def decade(run: Run) -> Item:
    digits = re.sub(r"\D", "", run.first("decade").word)  # type: ignore[union-attr]
    year = int(digits)
    return Item("", 0, 0, meaning=Years(year, "decade", year < 100))


def century(run: Run) -> Item | None:
    """«the 19th century» is 1800 to 1899, as newspapers count."""
    number, name = run.first("ordinal", "second"), run.first("unit")
    if number is None or name is None or name.word != "century":
        return None
    return time(Years((int(value(number)) - 1) * 100, "century"))


def amount_of(run: Run) -> Amount | None:
    """The number and the unit of a duration: «three weeks», «half an hour», «2 and a half hours», «a few days»."""
    name = run.first("unit", "unit_letter", "second")
    if name is None:
        return None
    numbers = [value(item) for item in run.all("small", "hundreds", "big", "d1", "d4", "numeral", "decimal")]
    count = numbers[0] if numbers else 2.0 if run.has("couple") else float("nan") if run.has("few") else 1.0
    if run.has("half"):
        count = count + 0.5 if numbers or run.has("and") else 0.5
    return Amount(((count, name.word),), run.has("more"))


def duration(run: Run) -> Item | None:
    amount = amount_of(run)
    return time_of(amount)


def time_of(amount: Amount | None) -> Item | None:
    """The item of a duration, which is no time yet."""
    return None if amount is None else Item("", 0, 0, meaning=amount)


def plural_units(run: Run) -> Item | None:
    """«for years», «over decades»: nobody says how many."""
    item = run.items[-1]
    written = run.text[item.start : item.end].lower()
    return time_of(Amount(((float("nan"), item.word),))) if written.endswith(("s", "ies")) else None


def added(run: Run) -> Item | None:
    """«1 hour and 30 minutes»: parts that grow finer."""
    left, right = both(run)
    if not isinstance(left, Amount) or not isinstance(right, Amount) or left.grain == right.grain:
        return None
    return time_of(Amount(left.parts + right.parts, left.more))


def amounts(run: Run) -> Amount:
    """The duration of the run."""
    return next(item.meaning for item in run.items if isinstance(item.meaning, Amount))


def moved(sign: int, anaphoric: bool = False) -> Callable[[Run], Item | None]:
    """So long before or after now, or before or after the time named with it."""

    def build(run: Run) -> Item | None:
        others = [item.meaning for item in run.items if item.meaning is not None and not isinstance(item.meaning, Amount)]
        found: Time = Moved(amounts(run), sign, others[0] if others else None)  # type: ignore[arg-type]
        return time(Anaphoric(found) if anaphoric else found)

    return build


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
    count = -1 if run.has("last") else 1 if run.has("next") else 0
    third = "end" if run.has("late") else ""
    return time(At(Cycle("day", count), PartOfDay(item.word, third))) if item else None


def opened(side: str) -> Callable[[Run], Item | None]:
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


def half_of(told: Clock, other: Clock) -> Clock:
    """«3-4 pm» is all in the afternoon; «11:30-1:30» goes over noon."""
    if (
        told.half_known
        or not other.half_known
        or told.hour > other.hour % 12
        and other.hour >= 12
        and told.hour <= 11 < other.hour
    ):
        return told
    return Clock(told.hour + 12, told.minute, told.second, True, told.zone) if other.hour > 12 > told.hour else told


def day_span(run: Run) -> Item | None:
    """«July 13-15», «from the 13th to the 15th of July 2021»."""
    month, days, year = run.first("month", "ambiguous_month"), [int(value(item)) for item in run.all(*DAYS)], year_of(run)
    if month is None or len(days) < 2 or not all(1 <= number <= 31 for number in days) or days[0] >= days[1]:
        return None
    low, high = (Calendar(year, int(month.number), number) for number in days[:2])
    return time(Between(low, high))


def many(run: Run) -> Item | None:
    """«the last three weeks», «the next two years»."""
    couple, name = run.first("couple"), run.first("unit")
    amount = Amount(((2.0, name.word),)) if couple and name else amounts(run)
    word = run.first("next")
    return time(Many(amount, -1 if run.has("last") else 1, upcoming=word is not None and word.word == "upcoming"))


def repeated(run: Run) -> Item | None:
    """«every day», «each two weeks», «every Monday»."""
    found = run.first("dur_t", "unit")
    if found is not None:
        amount = found.meaning if isinstance(found.meaning, Amount) else Amount(((1.0, found.word),))
        return time(Fixed(amount.value, "set"))
    weekday, told = meant(run, "wday_t"), run.first("clock_t")
    hour = told.meaning.value if told and isinstance(told.meaning, Clock) else ""
    return time(Fixed(f"XXXX-WXX-{(weekday.weekday or 0) + 1}{hour}", "set")) if isinstance(weekday, Calendar) else None


def feast(run: Run) -> Item | None:
    """A holiday, of the year named with it."""
    item = run.first("feast")
    if item is None:
        return None
    year = run.first("d4", "big")
    named: Time | None = Calendar(int(value(year))) if year else None
    if year is None and run.has("year_t", "cycle_t"):
        named = meant(run, "year_t", "cycle_t")
    return time(Feast(item.word, feasts().rule(item.word), named))


def moved_unit(run: Run, sign: int) -> Item | None:
    """«the day before», «the week after»."""
    name = run.first("unit")
    return time(Anaphoric(Cycle(name.word, sign))) if name and name.word in ("day", "week", "month", "year") else None  # type: ignore[arg-type]


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


def clock_in(run: Run) -> Item | None:
    """«at 3 in the morning»."""
    number, name = run.first("d1", "small"), run.first("part_of_day")
    hour = int(value(number)) if number else 99
    return time(afternoon(Clock(hour), name)) if hour <= 12 else None


def three_numbers(run: Run) -> Item | None:
    """«31 10 1974»."""
    first, second, year = (int(value(item)) for item in run.items)
    return numeric(first, second, full_year(year), day_first=False)


def short_fields(run: Run) -> Item | None:
    """«14th April 15»: the last two figures are those of a year."""
    month, number, year = run.first("month", "ambiguous_month"), run.first("ordinal", "second"), run.items[-1]
    if month is None or number is None:
        return None
    return time(Calendar(full_year(value(year), 2), int(month.number), int(value(number))))


def whole_text(run: Run) -> Item | None:
    """«March» as all there is."""
    return fields(run) if run.text.strip() == run.words and capital(run) else None


def week_number(run: Run) -> Item | None:
    """«week 10»."""
    name, number = run.first("unit"), run.first("d1")
    count = int(value(number)) if number else 0
    return time(Numbered("week", count)) if name and name.word == "week" and 1 <= count <= 53 else None


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


def hours_long(run: Run) -> Item | None:
    """«for 3h»."""
    return time_of(Amount(((value(run.items[-1]), "hour"),)))


def and_part(run: Run) -> Item | None:
    """«one hour and a half», «a year and a quarter»."""
    amount, last = amounts(run), run.items[-1]
    share = 0.5 if last.kind == "half" else 0.25 if last.word == "quarter" else 0.0
    number, name = amount.parts[-1]
    return time_of(Amount((*amount.parts[:-1], (number + share, name)), amount.more)) if share else None


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
            return int(number) if name == "minute" and number == number else 15 if name == "quarter" else None
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
    if name is None or word is None:
        return None
    amount = Amount(((value(run.items[0]), name.word),))
    return time(Many(amount, -1 if word.kind == "last" else 1, upcoming=word.word == "upcoming"))


def ignored(run: Run) -> Item:
    """«a six-year-old boy»: no time; an item of a class that nothing reads."""
    return Item("", 0, 0)


def year_in_words(run: Run) -> Item | None:
    """«nineteen seventy-two»."""
    first, second = (item.number for item in run.items)
    return Item("", 0, 0, first * 100 + second) if 15 <= first <= 20 and 10 <= second <= 99 else None


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
    """«Friday 7/6»: the date is the more exact."""
    return time(both(run)[1])


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


def part_alone(run: Run) -> Item | None:
    """«in the morning», «late afternoon», of a day that is not named."""
    name = run.first("part_of_day")
    return time(PartOfDay(name.word)) if name else None


RULES: tuple[Rule, ...] = (
    *NUMBER_RULES,
    Rule("big", "(?<= month | d1 | ordinal) small small", year_in_words),
    # Dates in figures
    Rule("day_t", "iso", iso),
    Rule("day_t", "dotted", dotted),
    Rule("day_t", "slashed", slashed),
    Rule("month_t", "year_month", year_month),
    Rule("day_t", "d1 d1 d4", three_numbers, command=True),
    Rule("day_t", "d1 slash d1 (?! mon | unit | unit_letter) | (?<! from | between | clock | weekday) d1 dash d1 (?! mon | ante | post | dash | in | unit | this | next | relative_day | zone | second | unit_letter)", two_numbers, command=True),
    Rule("day_t", "decimal (?! unit | percent)", decimal_date, command=True),
    # Days and months with names
    Rule("span_t", "(from | between)? the? days (dash | to | through | until | and) the? days of? the? mon dot? comma? (of | in)? years?", day_span),
    Rule("span_t", "(from | on)? mon dot? the? days (dash | to | through | until) the? days comma? years?", day_span),
    Rule("day_t", "(wday comma?)? mon dot? the? (ordinal | second | d1 | small) comma? (of | in)? years", fields),
    Rule("day_t", "(wday comma?)? the? (ordinal | second | d1 | small) day? of? the? mon dot? comma? (of | in)? years", fields),
    Rule("day_t", "(ordinal | second) mon d1 | month ordinal d1 (?! colon | ante | post)", short_fields, command=True),
    Rule("day_t", "d4 (slash | dash) mon (slash | dash) d1 | d1 (slash | dash) mon (slash | dash) d4", fields),
    Rule("month_t", "mon dot? comma? (of | in)? years", fields),
    Rule("month_t", "d4 dash? mon (?! days)", fields),
    Rule("day_t", "d4 dash? mon dash? d1", fields),
    Rule("day_t", "(wday comma?)? mon dot? the? (ordinal | second | d1) (comma? wday (?! unit))?", fields),
    Rule("day_t", "wday comma? the? (ordinal | d1) of? mon | the? (ordinal | second) unit? of? the? mon | d1 of? mon", fields),
    Rule("day_t", "wday comma? the? (ordinal | second) (?! of | unit | wday | quarter_mark)", fields),
    Rule("day_t", "wday d1 (?! of | unit | colon | dash | ante | post | oclock | to | slash | and)", fields, command=True),
    Rule("month_t", "month | (?<= in | of | since | until | during | by | last | next | this | early | late | mid | from | to | end | start | between | the) ambiguous_month | ambiguous_month (?= (to | dash | through) mon)", fields),
    Rule("month_t", "ambiguous_month", whole_text, command=True),
    Rule("wday_t", "weekday", fields),
    Rule("wday_t", "ambiguous_weekday (?= at | clock | comma | of)", fields, command=True),
    # Years, decades, quarters
    Rule("decade_t", "the? decade", decade),
    Rule("decade_t", "the? (ordinal | second) unit", century),
    Rule("quarter_t", "quarter_mark dash? of? d4 | d4 dash? quarter_mark | half_mark dash? of? d4 | d4 dash? half_mark", quarter),
    Rule("cycle_t", "(fiscal | academic | calendar) unit? (d4 | d1) | this (fiscal | academic | calendar) unit", fiscal),
    Rule("week_t", "the? unit d1 (?! unit | dash | comma)", week_number),
    Rule("year_t", "d4 (?! unit | scale | zone)", bare_year),
    # This, last, next
    Rule("day_t", "relative_day", day_away),
    Rule("many_t", "(d1 | small) (last | next) unit", many_units),
    Rule("cycle_t", "the? (this | last | next | that) unit (?! of)", cycle),
    Rule("quarter_t", "the? (ordinal | second) (half of the? | half) (d4 | year_t | cycle_t) | the? (ordinal | second) unit (of | in)? the? (d4 | year_t | cycle_t) | quarter_mark | the? (ordinal | second) unit", quarter),
    Rule("season_t", "season of? the? (d4 | year_t | cycle_t) | (?<= last | next | this | in | the | early | late | mid | since | of) season", season),
    Rule("feast_t", "the? feast (of | in)? (d4 | year_t | cycle_t | big)?", feast),
    Rule("weekend_t", "the? last weekend of month_t", weekend),
    Rule("weekend_t", "(the | this | last | next) weekend", weekend),
    Rule("day_t", "the? (this | last | next) wday_t (?! of | in)", turn),
    Rule("turn_t", "the? (this | last | next) (month_t | season_t | feast_t | day_t)", turn),
    # Durations
    Rule("dur_t", "half a? unit | a half unit | (count | a | few | couple) (and a? half)? dash? more_word? (unit | second (?= later | ago | earlier | before | after))", duration),
    Rule("dur_t", "all unit | another unit | (d1 | decimal) unit_letter", duration),
    Rule("dur_t", "for hour_mark", hours_long, command=True),
    Rule("dur_t", "(unit) (?= dash? old | ago | later | earlier)", plural_units),
    Rule("dur_t", "dur_t and a? (half | unit (?! to | past | last))", and_part),
    Rule("dur_t", "dur_t (and | comma)? dur_t", added),
    Rule("age", "dur_t dash? old", ignored),
    # Times of day, before anything takes their numbers
    Rule("clock_t", "at? (a? unit | half | (d1 | small) unit? | dur_t) (last | to | after | from) (clock_word | (d1 | small | clock | hour_mark) oclock? (ante | post)?)", past_hour),
    Rule("clock_t", "(clock | clock_letter | d1 | small) (ante | post) zone? | clock zone? | clock_letter | hour_mark zone | clock_word | (?<= at) d1 zone", clock),
    Rule("clock_t", "small dash? small oclock? (ante | post)?", clock, command=True),
    Rule("clock_t", "(d1 | small) oclock (ante | post)?", clock),
    Rule("clock_t", "at hour_mark | hour_mark (?= dash | to) | (?<= dash | to) hour_mark", clock, command=True),
    Rule("clock_t", "at? (d1 | small) in the part_of_day", clock_in),
    Rule("cspan_t", "(from | between | at)? (clock_t | d1 | small) (dash | to | until) (clock_t | (d1 | small) (?= in the part_of_day)) | clock_t (dash | to | until) (d1 | small) (?! unit | mon) | between (clock_t | d1 | small) and clock_t", clock_span),
    Rule("cspan_t", "(?<= weekday | wday_t | day_t) from? d1 (dash | to) d1 (?! unit | mon)| between d1 and d1 (?= on)", clock_span, command=True),
    Rule("day_t", "late? (this | last | next) part_of_day | late? tonight", today_part),
    Rule("set_t", "every wday_t at clock_t", repeated),
    Rule("day_t", "(day_t | wday_t | feast_t) (comma | in the | at)? part_of_day | (the? part_of_day) of (day_t | wday_t | feast_t) | relative_day (ante | post) | day_t (ante | post)", on_day),
    Rule("day_t", "(day_t | wday_t | feast_t) comma? (at | on)? cspan_t | cspan_t comma? (on | of)? (day_t | wday_t)", span_on_day),
    Rule("day_t", "(day_t | wday_t | feast_t) comma? (at | on)? around? clock_t | clock_t comma? (on)? (day_t | wday_t)", on_day),
    Rule("day_t", "day_t (at | around) (d1 | small) | at? (d1 | small) (dash small)? day_t", part_hour, command=True),
    # Before and after
    Rule("day_t", "count wday_t hence", weekdays_ahead),
    Rule("day_t", "(around | more)? dur_t ago", moved(-1)),
    Rule("day_t", "(around | more)? dur_t hence | in (around | more)? dur_t (?! of)", moved(1)),
    Rule("day_t", "(around | more)? dur_t (from | after) (day_t | wday_t | feast_t | month_t)", moved(1)),
    Rule("day_t", "(around | more)? dur_t before (day_t | wday_t | feast_t | month_t)", moved(-1)),
    Rule("day_t", "(around | more)? dur_t later (?! this | in | cycle_t) | (around | more)? dur_t after", moved(1, anaphoric=True)),
    Rule("day_t", "(around | more)? dur_t (earlier (?! cycle_t) | before)", moved(-1, anaphoric=True)),
    Rule("day_t", "the unit (before | earlier)", unit_before),
    Rule("day_t", "the unit after", unit_after),
    Rule("many_t", "within the? next? dur_t", within),
    Rule("span_t", "for? dur_t comma? (from (?= day_t | wday_t | feast_t) | starting (from | on)?) (day_t | wday_t | feast_t)", stretch),
    Rule("span_t", "the? (ordinal | last) dur_t (of | in) the? (month_t | year_t | cycle_t)", edge_of),
    Rule("many_t", "the? (last | next) (dur_t | couple unit)", many),
    # The n-th of something
    Rule("day_t", "the? (ordinal | second)? last (unit | wday_t) (of | in) the? (month_t | year_t | cycle_t | turn_t | d4)", nth),
    Rule("day_t", "the? (ordinal | second) (unit | wday_t) (of | in) the? (month_t | year_t | cycle_t | turn_t)", nth),
    Rule("day_t", "the? (ordinal | second) unit of the unit", day_of_unit),
    Rule("day_t", "the? (ordinal | second | d1) unit? of the? cycle_t", day_of),
    Rule("day_t", "on the ordinal (?! unit)", day_of_month, command=True),
    Rule("day_t", "on? wday_t (of | in)? cycle_t | cycle_t on (wday_t | day_t)", inside),
    Rule("day_t", "the unit of the? day_t", week_of),
    Rule("day_t", "(this | next)? wday_t day_t", last_of_two),
    # Parts
    Rule("part_t", "the? (early | mid | late | start | end | rest) (of | in)? around? dash? the? (month_t | year_t | cycle_t | decade_t | turn_t | season_t | quarter_t | wday_t)", part),
    Rule("part_t", "the? (start | mid | end | rest) the? unit", part_of_this),
    Rule("part_t", "the? edge", edge, command=True),
    Rule("part_t", "(earlier | later) cycle_t", part),
    Rule("part_t", "d4 | unit to_date", to_date),
    Rule("now_t", "now", present),
    # Ranges
    Rule("span_t", "(from | between)? ends (dash | to | through | until) ends", between),
    Rule("span_t", "between ends and ends", between),
    # Open ends
    Rule("open_t", "(since | starting on?) any_time | any_time or_later", opened("since")),
    Rule("open_t", "until around? any_time", opened("until")),
    Rule("open_t", "before around? any_time", opened("before")),
    Rule("open_t", "(after | later_than) any_time", opened("after")),
    Rule("open_t", "by the? any_time", opened("by")),
    Rule("open_t", "(day_t | wday_t) open_t", open_on_day),
    Rule("set_t", "every (dur_t | unit | wday_t)", repeated),
    Rule("set_t", "periodic", set_named),
    Rule("clock_t", "(early | late | later)? in the part_of_day | (early | late) the? part_of_day", part_alone),
    Rule("now_t", "vague", set_named_date),
)  # fmt: skip

ALIASES = {
    "count": "small | hundreds | big | d1 | d4 | numeral | decimal",
    "mon": "month | ambiguous_month",
    "wday": "weekday | ambiguous_weekday",
    "days": "ordinal | second | d1 | small",
    "years": "d4 | short_year | big | hundreds",
    "ends": "week_t | many_t | day_t | month_t | year_t | wday_t | turn_t | cycle_t | decade_t | quarter_t | part_t | feast_t | season_t | now_t",
    "any_time": "week_t | day_t | month_t | year_t | wday_t | turn_t | cycle_t | decade_t | quarter_t | part_t | feast_t | season_t | clock_t",
}
TIMES = frozenset(rule.kind for rule in RULES if rule.kind.endswith("_t"))
CASCADE = Cascade(RULES, ALIASES)
