"""Lasting relations between actors."""

from rashomon.find.parse import Parse
from rashomon.records import Date, Figure, Mention, Statement, Tie


def ties(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    figures: tuple[Figure, ...],
) -> tuple[Tie, ...]:
    """Every tie, in text order."""
    return ()
