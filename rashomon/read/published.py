"""When an article was published: from its own head when it says so, derived from its text when that is certain, else unknown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.records import Origin, Precision
from rashomon.words import entries

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
# Where a date begins and ends when something is glued to it: «Anna BrownMay 3, 2021», «May 3, 2021May 4», «3 May 20212 min read».
HERE, UNTIL = r"(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))", r"(?:(?!\d)|(?=\d{1,2} ?min))"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{HERE}{MONTH}\s{{0,2}}{DAY},?\s{{0,2}}{YEAR}{UNTIL}",  # May 3, 2021
        rf"\b{DAY}\s{{0,2}}(?:of )?{MONTH},?\s{{0,2}}{YEAR}{UNTIL}",  # 3 May 2021
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",  # 2021-05-03
        r"\b(?P<year>(?:19|20)\d\d)[./](?P<month>\d\d?)[./](?P<day>\d\d?)\b",  # 2021/05/03
        r"\b(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>(?:19|20)\d\d)\b",  # 03.05.2021, the day first wherever points are used
        r"\b(?P<slash>\d\d?/\d\d?)/(?P<year>(?:19|20)\d\d|\d\d)\b",  # 05/23/2021: only when one of the two can be no month
        r"\b(?P<slash>\d\d-\d\d)-(?P<year>(?:19|20)\d\d)\b",  # 23-05-2021: the same
    )
)
EARLIEST_YEAR = 1900
LOOKED_AT = 200_000  # characters of an article


class Published(msgspec.Struct, frozen=True):
    """A day of publication, how exact it is, and the words it was taken from."""

    on: str = ""
    precision: Precision = "unknown"
    origin: Origin = "unknown"
    anchor: str = ""


UNKNOWN = Published()
DIGIT = re.compile(r"\d")
LABEL = re.compile(
    r"\b(?:(?P<updated>(?:last )?(?:updated?|modified|edited|changed))|(?:first |originally )?(?:published|posted|created))\b",
    re.IGNORECASE,
)
DAY_WORD = re.compile(
    r"\b(today|yesterday|tomorrow)\b[,(]? ?(?:on |is |was )?[^.!?;]{0,12}?"
    r"(?=\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
SHIFT = {"today": 0, "yesterday": 1, "tomorrow": -1}
THIS_MONTH = re.compile(r"\b(?:earlier |later )?this month\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?\n]{1,600}")
DATELINE = re.compile(r"^[^a-z]{3,40},? (?P<date>[^—–/(]{6,30}?)[.,]? ?(?:[—–/(]|-- )")  # «ALMATY, January 6, 2022 (Reuters) —»


class Session(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A meeting that is numbered and held once a year."""

    pattern: str
    year_of_number_0: int
    example: str


def stated(lines: Iterable[str]) -> Published:
    """The first full date the lines of a head give; the earliest-standing line wins, a first publication over an update."""
    dates = [(updated, day, line) for line in lines for updated, day in dates_in(line[:300])]
    found = min(dates, key=lambda date: date[0], default=None)
    return Published(found[1], "day", "stated", found[2][:120]) if found else UNKNOWN


def dates_in(line: str) -> Iterator[tuple[bool, str]]:
    """The full dates of a line, a pair each: whether it is said to be that of an update, and the day, ISO 8601."""
    if DIGIT.search(line) is None:
        return
    marks = [*LABEL.finditer(line), None]
    before = line[: marks[0].start()] if marks[0] else line
    for updated, stretch in [(False, before), *labelled(line, marks)]:
        if day := date_in(stretch):
            yield updated, day


def labelled(line: str, marks: Sequence["re.Match[str] | None"]) -> Iterator[tuple[bool, str]]:
    """What follows each «published» or «updated» of a line up to the next, and whether it is about an update."""
    for mark, following in pairwise(marks):
        if mark is not None:
            yield mark["updated"] is not None, line[mark.end() : following.start() if following else len(line)]


def derived(body: str) -> Published:
    """What the text lets one conclude about its day: its dateline, «yesterday, May 3, 2021», «this month», a numbered session.

    A year taken from a numbered session is held only when the text speaks of no later one.
    """
    body = body[:LOOKED_AT]
    dateline = DATELINE.match(body)
    if dateline and (day := date_in(dateline["date"])):
        return Published(day, "day", "stated", dateline[0].strip())
    for found in (from_day_word(body), from_this_month(body), from_session(body)):
        if found.on:
            return found
    return UNKNOWN


def from_day_word(body: str) -> Published:
    """«yesterday, May 3, 2021»: published the day after."""
    for match in DAY_WORD.finditer(body):
        following = body[match.end() : match.end() + 30]
        day = date_in(following)
        if day and following.startswith(day_words(following)):
            on = date.fromordinal(date.fromisoformat(day).toordinal() + SHIFT[match[1].lower()]).isoformat()
            return Published(on, "day", "derived", match[0] + day_words(following))
    return UNKNOWN


def day_words(text: str) -> str:
    """The first full date of a text as written."""
    found = [match for form in FORMS if (match := form.search(text))]
    return min(found, key=lambda match: match.start())[0] if found else "\0"


def from_this_month(body: str) -> Published:
    """«earlier this month, on May 3, 2021»: published in that month."""
    for sentence in SENTENCE.finditer(body):
        day = date_in(sentence[0]) if THIS_MONTH.search(sentence[0]) else ""
        if day:
            return Published(day[:7], "month", "derived", sentence[0].strip()[:120])
    return UNKNOWN


def from_session(body: str) -> Published:
    """«after the 78th UN General Assembly»: published in the year of that session."""
    latest = max((int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", body)), default=0)
    for session in sessions():
        found = list(re.finditer(session.pattern, body, re.IGNORECASE))
        last = max(found, key=lambda match: int(match["number"]), default=None)
        if last is not None and session.year_of_number_0 + int(last["number"]) >= latest:
            return Published(str(session.year_of_number_0 + int(last["number"])), "year", "derived", last[0].strip())
    return UNKNOWN


@cache
def sessions() -> tuple[Session, ...]:
    """The meetings of sessions.toml."""
    return entries(Path(__file__).with_name("sessions.toml"), "session", Session)


def date_in(text: str) -> str:
    """The first full date of a text, ISO 8601; empty when there is none or it can be read in two ways."""
    found = [(match.start(), day) for form in FORMS if (match := form.search(text)) and (day := day_of(match))]
    return min(found)[1] if found else ""


def day_of(match: "re.Match[str]") -> str:
    """The day a match means, ISO 8601; empty when there is no such day."""
    parts = match.groupdict()
    day, month = from_slash(parts["slash"]) if "slash" in parts else (int(parts["day"]), month_number(parts["month"]))
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def from_slash(text: str) -> tuple[int, int]:
    """Day and month of «23/05» or «05/23»; (0, 0) when both could be the month."""
    one, other = (int(number) for number in re.split("[/-]", text))
    if one == other:
        return one, other
    if one > 12 >= other:
        return one, other
    if other > 12 >= one:
        return other, one
    return 0, 0


def month_number(name: str) -> int:
    """1 for «January», «Jan», «01»."""
    return int(name) if name.isdigit() else MONTHS.index(name[:3].lower()) + 1


def declared_date(value: str) -> Published:
    """The date the markup or the container declares, «2022-01-10T08:00:00Z»."""
    match: re.Match[str] | None = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value.strip())
    if not match:
        found = date_in(value[:100])
        return Published(found, "day", "stated", value[:100]) if found else UNKNOWN
    precision: Literal["day", "month", "year"] = "day" if match[3] else "month" if match[2] else "year"
    return Published(match[0], precision, "stated", value[:100]) if plausible(match[0]) else UNKNOWN


def plausible(iso: str) -> bool:
    """True for a day, month or year that exists."""
    year, month, day = (int(part) for part in (iso + "-01-01")[:10].split("-"))
    try:
        return date(year, month, day).year >= EARLIEST_YEAR
    except ValueError:
        return False
