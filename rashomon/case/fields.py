"""The fields in which ties and events between two actors are counted, and the score of an event: one table for the views."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rashomon.find.event.scores import scores
from rashomon.find.tie_relations import relations
from rashomon.records import Record
from rashomon.store import PACKAGE

FIELDS = PACKAGE / "views" / "fields.csv"


class Field(Record, frozen=True, kw_only=True):
    """Where a relation or a type and mode of event is counted."""

    sort: str  # "tie" or "event"
    name: str  # relation or PLOVER type
    mode: str
    field: str  # political military economic cultural signalling
    score: float  # PLOVER's conflict-cooperation score; 0 for a tie


def fields() -> Iterator[Field]:
    """Every relation, and every type and mode of event that PLOVER scores."""
    for relation in relations():
        yield Field(sort="tie", name=relation.name, mode="", field=relation.field, score=0.0)
    told = event_fields(FIELDS)
    for (kind, mode), score in sorted(scores().items()):
        yield Field(sort="event", name=kind, mode=mode, field=told.get((kind, mode)) or told[kind, ""], score=score)


@cache
def event_fields(path: Path) -> dict[tuple[str, str], str]:
    """(type, mode) -> field, as the file has it."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(row["type"], row["mode"]): row["field"] for row in csv.DictReader(lines)}


@cache
def counted_in() -> dict[tuple[str, str, str], Field]:
    """(sort, name, mode) -> where it is counted."""
    return {(field.sort, field.name, field.mode): field for field in fields()}


def field_of(sort: str, name: str, mode: str = "") -> Field | None:
    """Where a relation or a type and mode of event is counted; an unknown mode as its type; None for what is in no field."""
    known = counted_in()
    return known.get((sort, name, mode)) or known.get((sort, name, ""))
