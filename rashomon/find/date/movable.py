"""The feasts that move: Easter in both churches, and the Islamic and Hebrew calendars."""

from datetime import date, timedelta

from rashomon.find.date.calendar import days_in


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian computus, Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    leap = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * leap) // 451
    month, rest = divmod(h + leap - 7 * m + 114, 31)
    return date(year, month, rest + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian computus; right for 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, rest = divmod(d + e + 114, 31)
    return date(year, month, rest + 1) + timedelta(days=13)


def islamic(year: int, month: int, number: int) -> date:
    """A day of the tabular Islamic calendar (Dershowitz and Reingold); the sighted moon may differ by a day."""
    days = number + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    return date.fromordinal(227014 + days)


def hebrew_new_year(year: int) -> int:
    """Ordinal of the first of Tishri of a Hebrew year (Dershowitz and Reingold)."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + (1 if (3 * (days + 1)) % 7 < 3 else 0)


HEBREW_EPOCH = -1373427


def tishri(year: int) -> date:
    """Rosh Hashanah of a Hebrew year, with the postponements by the length of the years around it."""
    before, now, after = (hebrew_new_year(year + step) for step in (-1, 0, 1))
    late = 2 if after - now == 356 else 1 if now - before == 382 else 0
    return date.fromordinal(HEBREW_EPOCH + now + late)


def nisan(year: int) -> date:
    """The first of Nisan that falls in a Gregorian year: always 177 days before the next Rosh Hashanah."""
    return tishri(year + 3761) - timedelta(days=177)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The count-th weekday of a month; negative counts from its end.  Raises ValueError when there is none."""
    if count > 0:
        first = date(year, month, 1)
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    else:
        last = date(year, month, days_in(year, month))
        found = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-count - 1))
    if found.month != month:
        raise ValueError("no such weekday in the month")
    return found
