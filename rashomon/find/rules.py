"""What is said to lead to what: conditionals, predictions, causes, purposes and aims."""

from rashomon.find.parse import Parse
from rashomon.records import Date, Event, Mention, Rule, Statement


def rules(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Rule, ...]:
    """Every rule, in text order."""
    return ()
