"""Readers of dates: in figures, with names of months, years, decades, quarters, feasts."""

import re

from rashomon.find.cascade import Item, Run
from rashomon.find.date.conventions import Time
from rashomon.find.date.days import Calendar, Cycle, Feast, Fixed, Numbered, Years
from rashomon.find.date.feasts import feasts
from rashomon.find.date.hours import At, Clock
from rashomon.find.date.reading import DAYS, YEARS, capital, full_year, meant, numeric, time, turned, value, year_of
from rashomon.find.date.spans import Between
from rashomon.find.figure.units import units


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


def dotted(run: Run) -> Item | None:
    """«10.01.2022»: the day comes first, unless that cannot be."""
    first, second, year = (part.strip() for part in re.split(r"[.]", run.items[0].word))
    return numeric(int(first), int(second), full_year(float(year), len(year)), day_first=True)


def dotted_span(run: Run) -> Item | None:
    """«14.-15.10.2013», «14.10. - 15.10.2018»: what the first day leaves out stands in the second."""
    first, last = (
        re.findall(r"\d+", item.word)
        for item in (run.first("d1", "decimal"), run.items[-2 if run.items[-1].kind == "dot" else -1])
        if item
    )
    year = full_year(float(last[2]), len(last[2])) if len(last) == 3 else None
    month = int(last[1])
    low = Calendar(year, int(first[1]) if len(first) > 1 else month, int(first[0]))
    return time(Between(low, Calendar(year, month, int(last[0])))) if 1 <= month <= 12 and 1 <= (low.month or 0) <= 12 else None


def slashed(run: Run) -> Item | None:
    """«1/10/2022»: the month comes first in American texts; the class says which."""
    first, second, year = (part.strip() for part in re.split(r"[/-]", run.items[0].word))
    return numeric(int(first), int(second), full_year(float(year), len(year)), day_first=False)


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
    word = run.items[0].word
    written = f"{word[:4]}-{word[4:6]}-{word[6:]}" if run.items[0].kind == "compact" else word
    parts = [int(part) for part in re.findall(r"\d+", written)[:6]]
    if not (1 <= parts[1] <= 12 and 1 <= parts[2] <= 31):
        return None
    date = Calendar(parts[0], parts[1], parts[2])
    return time(At(date, Clock(parts[3], parts[4], parts[5] if len(parts) > 5 else None, True)) if len(parts) > 4 else date)


def year_month(run: Run) -> Item | None:
    """«2022-01»."""
    year, month = (int(part) for part in re.split(r"[/-]", run.items[0].word))
    return time(Calendar(year, month))


MONEY = "$€£¥₽₸"


COUNTED = re.compile(r"\s*(?:people|men|women|troops|soldiers|[a-z]+(?:ers|ists|ians|ants|ents|kilometers|miles|dollars))\b")


# «2000 рублей»: a Russian year has its word, «2000 год», unless nothing but a joint follows.
CYRILLIC_NOUN = re.compile(r"\s+(?!(?:и|или|по|до|на|в|с|г)\b)[а-яё]")


def bare_year(run: Run) -> Item | None:
    """A number of four digits that nothing shows to be a sum or a count: «in 2019», «the 2020 vote», not «1500 people»."""
    item = run.items[-1]
    if item.meaning is not None:
        return item
    number = int(item.word)
    before = run.text[max(0, item.start - 3) : item.start].strip()[-1:]
    after = run.text[item.end : item.end + 40]
    if RANGE_BEFORE.search(run.text[max(0, item.start - 7) : item.start]):
        before = ""
    if (
        not 1700 <= number <= 2199
        or (before in MONEY and before)
        or (before in ("-", "#", "№") and run.text[item.start - 1] != " ")
    ):
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
    if (COUNTED.match(after) and not article) or measured(after) or CYRILLIC_NOUN.match(after):
        return None
    return time(Calendar(number))


def year_named(run: Run) -> Item:
    """«2021 год»: a year beyond doubt."""
    return Item("", 0, 0, word=run.items[0].word, meaning=Calendar(int(run.items[0].word)))


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


FALL = re.compile(r"\s+(?:of|in|from|to|by|for|below)\b(?!\s+(?:\d{4}|last|this|next)\b)", re.IGNORECASE)


def season(run: Run) -> Item | None:
    """«the summer of 2019»; «the fall of the wall» is none."""
    name = run.first("season")
    if name is None or (run.text[name.start : name.end].lower() == "fall" and FALL.match(run.text, name.end)):
        return None
    year = run.first("d4", "year_t", "cycle_t")
    named = Calendar(int(value(year))) if year and year.kind == "d4" else meant(run, "year_t", "cycle_t") if year else None
    return time(Numbered("season", 0, named, name.word))


def season_alone(run: Run) -> Item | None:
    """«summer» as all there is."""
    return season(run) if run.text.strip() == run.words else None


def fiscal(run: Run) -> Item | None:
    """«fiscal year 2008»: FY2008; when such a year begins is not said."""
    mark = "FY" if run.has("fiscal") else "SY" if run.has("academic") else ""
    number = run.first("d4", "d1")
    year = full_year(value(number), len(number.word)) if number else None
    if not mark:
        return time(Calendar(year) if year else Cycle("year", turned(run)))
    return time(Fixed(f"{mark}{year}")) if year else None


def decade(run: Run) -> Item:
    """«the 1990s», «the 90s»."""
    digits = re.sub(r"\D", "", run.first("decade").word)  # type: ignore[union-attr]
    year = int(digits)
    return Item("", 0, 0, meaning=Years(year, "decade", year < 100))


def century(run: Run) -> Item | None:
    """«the 19th century» is 1800 to 1899, as newspapers count."""
    number, name = run.first("ordinal", "second"), run.first("unit")
    if number is None or name is None or name.word != "century":
        return None
    return time(Years((int(value(number)) - 1) * 100, "century"))


def day_span(run: Run) -> Item | None:
    """«July 13-15», «from the 13th to the 15th of July 2021»."""
    month, days, year = run.first("month", "ambiguous_month"), [int(value(item)) for item in run.all(*DAYS)], year_of(run)
    if month is None or len(days) < 2 or not all(1 <= number <= 31 for number in days) or days[0] >= days[1]:
        return None
    low, high = (Calendar(year, int(month.number), number) for number in days[:2])
    return time(Between(low, high))


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
    """«week 10», «week 3 of 2027»."""
    name, number = run.first("unit"), run.first("d1")
    count = int(value(number)) if number else 0
    if name is None or name.word != "week" or not 1 <= count <= 53:
        return None
    year = run.first("d4", "year_t", "cycle_t")
    named = Calendar(int(value(year))) if year and year.kind == "d4" else meant(run, "year_t", "cycle_t") if year else None
    return time(Numbered("week", count, named))


def year_in_words(run: Run) -> Item | None:
    """«nineteen seventy-two»."""
    first, second = (item.number for item in run.items)
    return Item("", 0, 0, first * 100 + second) if 15 <= first <= 20 and 10 <= second <= 99 else None
