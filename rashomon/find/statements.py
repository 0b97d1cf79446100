"""Who is reported to have said what to whom, through which channel."""

from rashomon.find.parse import Parse
from rashomon.records import Mention, Statement


def statements(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """Every statement, in text order; the voice of each ends in its speaker."""
    return ()
