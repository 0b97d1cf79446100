"""Amounts and ranges, what they measure, of whom and as of when."""

from rashomon.find.parse import Parse
from rashomon.records import Date, Event, Figure, Mention, Statement


def figures(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Figure, ...]:
    """Every figure, in text order."""
    return ()
