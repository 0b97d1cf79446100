"""Time expressions of an article, and the days they cover.

A grammar of our own (date/rules.py) finds the expressions; each is resolved by the article's own words: against an explicit
date before it («the day before», after «January 8»), or against the day of publication, and then the anchor says so.
What neither gives stays unresolved.  Values follow TIMEX3 (TimeML 1.2.1).
"""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from rashomon.find.cascade import Item, tokens
from rashomon.find.date.calendar import Interval, written
from rashomon.find.date.conventions import Conventions, Time
from rashomon.find.date.days import Anaphoric, Calendar, Fixed
from rashomon.find.date.hours import At, Clock, PartOfDay
from rashomon.find.date.offsets import Amount
from rashomon.find.date.rules import CASCADE, TIMES
from rashomon.find.date.spans import Open
from rashomon.find.date.words import SHAPES, lexicon
from rashomon.find.parse import Parse
from rashomon.records import Date, Precision, place_id

PUBLICATION = "publication"
AHEAD = re.compile(
    r"\b(?:will|shall|won't|would|might|due|scheduled|expected|plans?|planned|planning|going to|set to|intends?|hopes? to"
    r"|to be held|upcoming|deadline|as (?:soon|early) as|будет|будут|состоится|состоятся|намерены?|планирует|планируют)\b",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"\b(?:said|says|told|wrote|was|were|had|did|met|came|went|took|began|(?!(?:scheduled|expected|planned)\b)(?-i:[a-z]+ed))\b",
    re.IGNORECASE,
)
LOOK_BACK = 120  # characters of the same sentence in which a sign of the future is looked for
# A day without a year that begins within so many days counts as ahead («Jan. 14» in a paper of the seventh), a month within two
# thirds of it.  Tuned on AQUAINT (python -m quality.predict dates ../shared/gold/dates/aquaint.jsonl); re-run that to change it.
SOON = 92
HALF_A_YEAR = 183  # days: counted from another date of the story, the nearest one is meant, before or after
NEAR = 400  # characters back to an explicit year or day that an incomplete date is read by
PRECISIONS: dict[str, Precision] = {
    "second": "day", "minute": "day", "hour": "day", "part of day": "day", "day": "day", "week": "week", "month": "month",
    "quarter": "quarter", "season": "quarter", "half": "range", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of a text, resolved as far as its anchor allows; offsets are characters of the text."""

    start: int
    end: int
    text: str
    value: str  # TIMEX3 / ISO 8601; with X for what is not known
    kind: str  # date, time, duration, set
    interval: Interval | None
    anchor: "Expression | str"  # the expression or the reference it was counted from; "" for none
    meaning: Time | Amount
    inner: Interval | None = None  # of «since May»: May


def dates_in(
    text: str, reference: str = "", language: str = "en", conventions: Conventions | None = None, command: bool = False
) -> tuple[Expression, ...]:
    """The time expressions of a plain text, in text order.

    ``reference`` is the ISO 8601 day or instant to resolve against, as long as it is known («2022-01»), or empty.
    ``language`` is an IETF tag: «en-GB» puts the day first in «3/5/2022».  ``command`` reads bare figures as times, as in a
    one-line request («15/2»), never right in running text.
    """
    how = conventions or conventions_of(language)
    anchor = reference_interval(reference)
    found: list[Expression] = []
    for item in items_of(text, command):
        found.append(resolved(text, item, anchor, how, found))
    return tuple(each for each in found if not noise(each))


def items_of(text: str, command: bool = False) -> list[Item]:
    """The items that are times."""
    return [item for item in CASCADE.run(text, tokens(text, SHAPES, lexicon()), command) if item.kind in TIMES]


@cache
def conventions_of(language: str) -> Conventions:
    """The conventions of news in a language: outside the United States the day comes first."""
    country = language.partition("-")[2].upper()
    return Conventions(
        day_first=country not in ("", "US", "CA", "PH") or not language.startswith("en"), country=country or "US", soon_days=SOON
    )


def reference_interval(reference: str) -> Interval | None:
    """The reference as an interval: a day, or the month or year when no more is known; None when it is no date."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?", reference)
    if not match:
        return None
    year, month, day, *clock = (int(part) if part else None for part in match.groups())
    if month is None or day is None:
        return Calendar(year, month).resolve(None, Conventions())
    try:
        hour, minute, second = (part or 0 for part in clock)
        low = datetime(year or 1, month, day, hour, minute, second)
        return Interval(low, low + timedelta(days=1), "second" if clock[0] is not None else "day")
    except (ValueError, OverflowError):
        return None


def resolved(text: str, item: Item, anchor: Interval | None, how: Conventions, before: list[Expression]) -> Expression:
    """One expression with its value, against the anchor it asks for."""
    words, meaning = text[item.start : item.end], item.meaning
    made = Expression(item.start, item.end, words, "", "date", None, "", meaning)  # type: ignore[arg-type]
    if isinstance(meaning, Amount):
        return replace(made, value=meaning.value, kind="duration")
    if isinstance(meaning, Fixed):
        return replace(made, value=meaning.value, kind=meaning.kind)
    time: Time = meaning  # type: ignore[assignment]
    kind = "time" if isinstance(time, Clock | PartOfDay) else "date"
    if (absolute := safe(time, None, how)) is not None:
        inner = safe(time.of, None, how) if isinstance(time, Open) else None
        return replace(made, value=written(absolute), interval=absolute, inner=inner)
    coming = isinstance(time, Open) and time.side in ("until", "by") and comes_round(time.of)
    directed = replace(how, prefer="future") if how.tense and (coming or ahead(text, item.start, item.end)) else how
    for told in context(time, item.start, before, anchor, how):
        origin = told.interval if isinstance(told, Expression) else anchor
        reading = directed if told == PUBLICATION else replace(directed, soon_days=HALF_A_YEAR)
        if (interval := safe(time, origin, reading)) is not None:
            inner = safe(time.of, origin, directed) if isinstance(time, Open) else None
            return replace(made, value=written(interval), interval=interval, anchor=told, kind=kind, inner=inner)
    return replace(made, value=unresolved(time), kind=kind)


def comes_round(time: Time) -> bool:
    """«Friday», «9 a.m. on Friday», «the 15th»: what comes round without saying when."""
    day = time.day if isinstance(time, At) else time
    return isinstance(day, Calendar) and day.month is None


def safe(time: Time, anchor: Interval | None, how: Conventions) -> Interval | None:
    """The interval, or None when there is no anchor for it or it leaves the years 1 to 9999."""
    try:
        return time.resolve(anchor, how)
    except (ValueError, OverflowError):
        return None


def ahead(text: str, start: int, end: int) -> bool:
    """Whether the words before, in the same sentence, speak of what is to come: the nearest of «will» and «said» decides.

    «will appeal against Wednesday's ruling», «would visit the scene of the Aug. 7 blasts» look back all the same.
    """
    if text[end : end + 2] in ("'s", "’s") or text[max(0, start - 4) : start].lower() == "the ":
        return False
    before = text[max(0, start - LOOK_BACK) : start]
    clause = re.split(r"[.!?;]\s|\n", before)[-1]
    future = max((match.end() for match in AHEAD.finditer(clause)), default=-1)
    return future > max((match.end() for match in BEHIND.finditer(clause)), default=-1)


def context(
    time: Time, start: int, before: list[Expression], anchor: Interval | None, how: Conventions
) -> list[Expression | str]:
    """What an expression may be counted from, the likeliest first."""
    explicit = [each for each in reversed(before[-12:]) if each.interval and each.kind == "date" and each.interval.low]
    publication: list[Expression | str] = [PUBLICATION] if anchor else []
    if anaphoric(time):
        near = [each for each in explicit if start - each.end <= 3 * NEAR]
        return [*near[:1], *(publication if how.anaphora_to_now else [])]
    if incomplete(time):
        near = [each for each in explicit if start - each.end <= NEAR and names_month(each)]
        return [*publication, *near[:1]]
    return publication


def names_month(told: Expression) -> bool:
    """Whether an expression names a year and a month; «annexed in 2014» says nothing of the year of a later «November 12»."""
    return isinstance(told.meaning, Calendar) and told.meaning.year is not None and told.meaning.month is not None


def anaphoric(time: object) -> bool:
    """Whether the expression, or one inside it, is told by another before it."""
    if isinstance(time, Anaphoric):
        return True
    return is_dataclass(time) and any(anaphoric(getattr(time, part.name)) for part in fields(time))


def incomplete(time: object) -> bool:
    """Whether it is a day or month that lacks its year."""
    if isinstance(time, Calendar):
        return time.year is None and (time.month is not None)
    return is_dataclass(time) and any(incomplete(getattr(time, part.name)) for part in fields(time))


def unresolved(time: object) -> str:
    """The TIMEX3 value of what has no anchor: «XXXX-01-08», «T17:30», «XXXX-WXX-1»; empty when nothing can be said."""
    if isinstance(time, Calendar) and time.month:
        return f"XXXX-{time.month:02}" + (f"-{time.day:02}" if time.day else "")
    if isinstance(time, Calendar) and time.weekday is not None:
        return f"XXXX-WXX-{time.weekday + 1}"
    if isinstance(time, Clock):
        return time.value
    return ""


def noise(each: Expression) -> bool:
    """Nothing but a reading that resolves to nothing and says nothing."""
    return not each.value and each.interval is None and isinstance(each.meaning, Fixed)


def dates(parse: Parse) -> tuple[Date, ...]:
    """Every time expression, in text order, resolved as far as the article's own words allow.

    The publication date counts only when the article states or derives one, and then the anchor is "publication".
    """
    article = parse.article
    found = dates_in(parse.text, article.published_on, article.language or "en")
    made: list[Date] = []
    seen: dict[str, int] = {}
    for each in found:
        if crosses(parse, each):
            continue
        made.append(record(parse, each, seen))
    return tuple(made)


def crosses(parse: Parse, each: Expression) -> bool:
    """Whether an expression runs over a paragraph's end."""
    return "\n\n" in each.text


def record(parse: Parse, each: Expression, seen: dict[str, int]) -> Date:
    """An expression of the reading as a finding."""
    start, end = parse.in_page(each.start, each.end)
    identity = place_id("date", parse.page.id, start, end)
    seen[identity] = seen.get(identity, 0) + 1
    low, high = ends(each.interval)
    return Date(
        id=identity if seen[identity] == 1 else f"{identity}-{seen[identity]}",
        article=parse.article.id,
        cited=parse.cite(each.start, each.end),
        sentence=parse.sentence(each.start, each.end),
        voice=(parse.outlet,),
        low=low,
        high=high,
        precision=precision(each),
        anchor=anchor_words(parse, each),
        value=each.value,
        kind=each.kind,  # type: ignore[arg-type]
    )


def ends(interval: Interval | None) -> tuple[str, str]:
    """First and last day, inclusive; empty where open or unresolved."""
    if interval is None:
        return "", ""
    low = interval.low.date().isoformat() if interval.low else ""
    last = (interval.high - timedelta(seconds=1)).date() if interval.high else None
    if last and interval.low and last < interval.low.date():
        last = interval.low.date()
    return low, last.isoformat() if last else ""


def precision(each: Expression) -> Precision:
    """How exact it is: the unit it names, «range» for two ends or an open one."""
    if each.interval is None:
        return "unknown"
    low, high = each.interval.low, each.interval.high
    if isinstance(each.meaning, Open) or low is None or high is None or "/" in each.value:
        return "range"
    return PRECISIONS[each.interval.grain]


def anchor_words(parse: Parse, each: Expression) -> str:
    """What it was counted from, for people: «January 8», line 12."""
    if not isinstance(each.anchor, Expression):
        return each.anchor
    start, _ = parse.in_page(each.anchor.start, each.anchor.end)
    return f"«{each.anchor.text}», line {parse.page.text.count(chr(10), 0, start) + 1}"
