"""Who did what to whom, when and where, in PLOVER terms."""

from rashomon.find.parse import Parse
from rashomon.records import Date, Event, Mention, Statement


def events(
    parse: Parse, dates: tuple[Date, ...], mentions: tuple[Mention, ...], statements: tuple[Statement, ...]
) -> tuple[Event, ...]:
    """Every event, in text order."""
    return ()
