"""Names, epithets, roles and pronouns of an article, and whom they mean."""

from rashomon.find.parse import Parse
from rashomon.records import Date, Mention


def mentions(parse: Parse, dates: tuple[Date, ...]) -> tuple[Mention, ...]:
    """Every mention of an actor or place, in text order."""
    return ()
