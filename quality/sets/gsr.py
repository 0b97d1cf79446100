"""PLOVER gold sentences: the events of each, with the countries of both sides."""

from collections.abc import Iterable, Iterator
from typing import Any

from quality.texts import article_of, page_of
from rashomon.export.plover import both_sides, counts
from rashomon.find.article import find
from rashomon.records import Event, Found


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line a sentence, coded as the PLOVER export codes it; the dummy date of the set is not used."""
    for line in lines:
        page = page_of(line["text"], line["id"])
        found = find(page, article_of(page))
        yield {"id": line["id"], "events": [coding(event, found) for event in found.events if counts(event)]}


def coding(event: Event, found: Found) -> dict[str, Any]:
    """An event as the scorer reads it."""
    source, recipient = both_sides(event, found, {})
    return {"type": event.type, "mode": event.mode, "source_code": codes(source), "target_code": codes(recipient)}


def codes(side: list[dict[str, str]]) -> list[str]:
    """The countries of one side, each once."""
    return list(dict.fromkeys(each["code"] for each in side if each["code"]))
