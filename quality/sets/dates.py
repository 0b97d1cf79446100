"""Time expressions of news texts and of one-line requests, each read by the conventions of its kind.

A request (it has a clock time as its "now", or a locale) looks ahead, a news text looks back; how the two write ranges and
offsets is set out in the two records below, after the makers' own guidelines (Recognizers-Text, Duckling, TimeML).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quality.predict import Lines
from rashomon.find.date.calendar import Grain, Interval, instant, unit, written
from rashomon.find.date.conventions import THIRDS, Conventions
from rashomon.find.date.hours import Clock, PartOfDay
from rashomon.find.date.offsets import Amount
from rashomon.find.date.spans import Between, Open
from rashomon.find.dates import Expression, dates_in

DAY: dict[str, Grain] = {"day": "day", "week": "day", "month": "day", "year": "day", "hour": "minute", "minute": "second"}
REQUEST = Conventions(
    prefer="past",
    parts={"morning": (8, 12), "afternoon": (12, 16), "evening": (16, 20), "night": (20, 24 - 1 / 3600), "lunch": (11, 13)},
    codes={},
    offset_grain=DAY,
    ranges_hold_end=False,
    clock_is_day=False,
    tense=False,
    anaphora_to_now=True,
    soon_days=183,
    weekday_by_week=True,
    rolling_duration=False,
    part_value=False,
    thirds={
        **THIRDS,
        "month": {"start": (0, 15), "mid": (9, 20), "end": (15, 31)},
        "year": {"start": (0, 4), "mid": (4, 8), "end": (8, 12)},
    },
)
AHEAD_GRAIN: dict[str, Grain] = {
    "year": "month",
    "month": "day",
    "week": "day",
    "day": "hour",
    "hour": "minute",
    "minute": "second",
    "second": "second",
}
LOCALISED = Conventions(
    prefer="future",
    parts={"morning": (0, 12), "afternoon": (12, 19), "evening": (18, 24), "night": (18, 24), "lunch": (12, 14)},
    codes={},
    offset_grain=AHEAD_GRAIN,
    clock_end=True,
    weekday_by_week=True,
    rolling=False,
    rolling_duration=False,
    part_value=False,
    week_inside=True,
    close=True,
    upcoming_is_nth=True,
    anaphora_to_now=True,
    thirds={**THIRDS, "year": {"start": (0, 3), "mid": (3, 8), "end": (8, 12)}},
)
MONTH_FIRST = ("US", "CA", "PH", "ZA", "")


def conventions(line: dict[str, Any]) -> Conventions | None:
    """How the text of a line means its times, by its inputs alone; None for news."""
    reference = line.get("reference") or ""
    if "locale" in line:
        language, _, country = line["locale"].partition("-")
        offset = reference[-6:]
        hours = float(offset[:3]) if offset[:1] in "+-" else 0.0
        return replace_with(LOCALISED, country or "US", country not in MONTH_FIRST or language != "en", hours)
    return REQUEST if "T" in reference and "\n" not in line["text"] else None


def replace_with(base: Conventions, country: str, day_first: bool, offset: float) -> Conventions:
    return replace(base, country=country, day_first=day_first, utc_offset=offset)


def predict(lines: Lines) -> Iterator[dict[str, Any]]:
    """One prediction a text: where its dates are and what they resolve to."""
    for line in lines:
        how = conventions(line)
        found = dates_in(line["text"], line.get("reference") or "", line.get("language") or "en", how, command=how is not None)
        marked = found if how else [end for each in found for end in both_ends(each, line)]
        yield {"id": line["id"], "dates": [written_out(each, how) for each in marked]}


JOINT = re.compile(r"\b(?:and|to|through|until)\b")


def both_ends(each: Expression, line: dict[str, Any]) -> list[Expression]:
    """TimeML marks the two ends of «from 1991 to 1997», not the range."""
    joint = JOINT.search(each.text) if isinstance(each.meaning, Between) else None
    if joint is None:
        return [each]
    cut = each.start + joint.end()
    ends = [
        replace(end, start=end.start + low, end=end.end + low)
        for low, high in ((each.start, cut), (cut, each.end))
        for end in dates_in(line["text"][low:high], line["reference"], line["language"])
    ]
    return ends if len(ends) == 2 else [each]


def written_out(each: Expression, how: Conventions | None) -> dict[str, Any]:
    """An expression in the schema of the gold."""
    interval = each.interval or Interval(None, None, "day")
    return {
        "start": each.start,
        "end": each.end,
        "text": each.text,
        "value": request_value(each) if how is REQUEST else news_value(each) if how is None else localised_value(each),
        "grain": interval.grain if each.interval else None,
        "low": instant(interval.low) if interval.low else None,
        "high": instant(interval.high) if interval.high else None,
    }


def localised_value(each: Expression) -> str:
    """Duckling writes a season by its ends."""
    season = each.interval is not None and each.interval.grain == "season"
    return f"{instant(each.interval.low)}/{instant(each.interval.high)}" if season and each.interval else each.value


def news_value(each: Expression) -> str:
    """TimeML marks «May» alone in «since May», and writes a full hour T12:00."""
    value = written(each.inner) if each.inner is not None else each.value
    return value + ":00" if each.interval is not None and each.interval.grain == "hour" and value[-3:-2] == "T" else value


UNITS: tuple[Grain, ...] = ("day", "month", "year")
CODES = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def request_value(each: Expression) -> str:
    """The value as requests are annotated: «TMO» and «(T17,T18,PT1H)» for times of a day that is not named, centuries by ends."""
    meaning = each.meaning
    if isinstance(meaning, Amount):
        return each.value.replace("X", "3")  # «a few» is three to them
    if isinstance(meaning, PartOfDay):
        return CODES.get(meaning.name, "")
    if isinstance(meaning, Open) and isinstance(meaning.of, Clock):
        return meaning.of.value
    if isinstance(meaning, Between) and isinstance(meaning.low, Clock) and isinstance(meaning.high, Clock):
        return clock_range(meaning.low, meaning.high)
    return whole_unit(each.interval, each.value) if each.interval is not None else each.value


def clock_range(low: Clock, high: Clock) -> str:
    """«(T17,T18,PT1H)»."""
    hours, minutes = divmod((high.hour * 60 + (high.minute or 0) - low.hour * 60 - (low.minute or 0)) % 1440, 60)
    return f"({low.value},{high.value},PT{f'{hours}H' * (hours > 0)}{f'{minutes}M' * (minutes > 0)})"


def whole_unit(interval: Interval, value: str) -> str:
    """A range that is just one day, month or year has its value; a century is written as a range."""
    if interval.grain == "century":
        return f"{instant(interval.low)}/{instant(interval.high)}"
    if interval.low is None or interval.high is None or "/" not in value:
        return value
    units = (unit(interval.low, grain) for grain in UNITS)
    return next((written(each) for each in units if each.high == interval.high and each.low == interval.low), value)
