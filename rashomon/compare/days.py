"""The times of events as comparable strings: which days they cover, whether they meet, and whether they are long past."""

Days = tuple[str, str]
MONTH = len("2022-01")
RECENT_MONTHS = 2  # what an article tells of the months before it is its affair still


def days(on: str) -> Days | None:
    """First and last day of an event's time as comparable strings; None when it has none."""
    first, _, last = on.partition("/")
    return (first, f"{last or first}~") if first else None  # «2022-01~» sorts after every day of that month


def is_past(on: str, published_on: str) -> bool:
    """Whether a time ended long before the article that gives it."""
    last = on.partition("/")[2] or on
    return len(last) >= MONTH and len(published_on) >= MONTH and months(published_on) - months(last) > RECENT_MONTHS


def months(iso: str) -> int:
    """Months from the year 0."""
    return int(iso[:4]) * 12 + int(iso[5:7])


def times_apart(left: Days | None, right: Days | None) -> bool:
    """Whether two times have no day in common: a visit in May is not the visit in June."""
    return left is not None and right is not None and (left[1] < right[0] or right[1] < left[0])
