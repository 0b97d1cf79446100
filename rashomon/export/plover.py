"""Events as PLOVER 2.0 records, one JSON object each."""

from rashomon.records import Event

SETTLED = frozenset({"stated", "reported", "alleged"})
VERBAL = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE"})


def counts(event: Event) -> bool:
    """Whether PLOVER counts an event as one that took place: not negated, and done or, as words, said."""
    return bool(event.type) and not event.negated and (event.status in SETTLED or event.type in VERBAL)
