"""Holidays and the rule of their date in a year, from a lexicon."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import msgspec

from rashomon.find.date.conventions import Conventions
from rashomon.find.date.movable import easter, islamic, nisan, nth_weekday, orthodox_easter, tishri
from rashomon.find.numbers import WORDS
from rashomon.words import entries

ORIGINS: dict[str, Callable[[int], date]] = {
    "easter": easter,
    "orthodox easter": orthodox_easter,
    "nisan": nisan,
    "tishri": lambda year: tishri(year + 3761),
}


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A holiday: its names and exactly one of the ways to date it."""

    forms: tuple[str, ...]
    example: str = ""
    on: str = ""  # «05-09»
    weekday: tuple[int, int, int] | None = None  # month, weekday (Monday 0), count (-1 the last)
    origin: str = ""  # a moving feast to count from: «easter», «orthodox easter», «nisan», «tishri»
    islamic: tuple[int, int] | None = None  # month and day of the Islamic year
    dates: tuple[str, ...] = ()  # by the moon of its own calendar: the days themselves
    plus: int = 0  # days after the origin, or after the weekday
    days: int = 1
    countries: tuple[str, ...] = ()  # where it holds; empty: everywhere

    def dated(self, year: int) -> tuple[date, int] | None:
        """Its first day in a year and how long it lasts; None for a year the table lacks, ValueError for a day that is none."""
        if self.dates:
            return next(((date.fromisoformat(day), self.days) for day in self.dates if day.startswith(f"{year}-")), None)
        if self.on:
            month, number = (int(part) for part in self.on.split("-"))
            return date(year, month, number), self.days
        if self.weekday:
            return nth_weekday(year, *self.weekday) + timedelta(days=self.plus), self.days
        if self.islamic:
            return self.in_islamic_year(year), self.days
        return ORIGINS[self.origin](year) + timedelta(days=self.plus), self.days

    def in_islamic_year(self, year: int) -> date:
        """The first time it falls in a Gregorian year; Islamic years are 11 days shorter."""
        month, number = self.islamic or (1, 1)
        first = int((year - 622) * 33 / 32)
        found = [islamic(first + step, month, number) for step in (-1, 0, 1, 2)]
        return next(each for each in found if each.year >= year) + timedelta(days=self.plus)


@dataclass(frozen=True)
class Feasts:
    """The lexicon of holidays."""

    forms: Mapping[str, str]  # form -> first form
    holidays: Mapping[str, tuple[Holiday, ...]]  # first form -> its rules, by country

    def rule(self, name: str) -> Callable[[int, Conventions], tuple[date, int] | None]:
        """The rule of a holiday: of the reader's country where countries differ."""
        listed = self.holidays[name]

        def dated(year: int, how: Conventions) -> tuple[date, int] | None:
            own = next((each for each in listed if how.country in each.countries), None)
            general = next((each for each in listed if not each.countries), listed[0])
            return (own or general).dated(year)

        return dated


@cache
def feasts() -> Feasts:
    """The holidays of words/holidays.toml."""
    forms: dict[str, str] = {}
    holidays: dict[str, tuple[Holiday, ...]] = {}
    for holiday in entries(WORDS / "holidays.toml", "holiday", Holiday):
        first = forms.get(holiday.forms[0], holiday.forms[0])
        forms.update(dict.fromkeys(holiday.forms, first))
        holidays[first] = (*holidays.get(first, ()), holiday)
    return Feasts(forms, holidays)
