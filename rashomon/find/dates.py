"""Time expressions of an article, and the days they cover."""

from rashomon.find.parse import Parse
from rashomon.records import Date


def dates(parse: Parse) -> tuple[Date, ...]:
    """Every time expression, in text order, resolved as far as the article's own words allow."""
    return ()
