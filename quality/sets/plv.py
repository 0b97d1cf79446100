"""Sentences with source and target given: the PLOVER root of what one does to the other, by the shipped lexicon alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.records import Event

NO_EVENT = "YIELD"


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One root a sentence: of its events the one that joins source and target best, the first of equals."""
    for line in lines:
        page = page_of(line["text"], line["id"])
        found = find(page, article_of(page))
        ranked = sorted(found.events, key=lambda event: -fit(event, line))
        yield {"id": line["id"], "root": ranked[0].type if ranked else NO_EVENT}


def fit(event: Event, line: dict[str, Any]) -> int:
    """How well an event is the one between the given source and target: by its sides, by standing between them, by being done."""
    sides = overlaps(event.actor_text, line["source"]) + overlaps(event.recipient_text, line["target"])
    return 4 * sides + 2 * between(event, line) + (not event.negated)


def between(event: Event, line: dict[str, Any]) -> bool:
    """Whether the event's words stand after the first and before the last of source and target."""
    spans = [span for span in (line.get("source_span"), line.get("target_span")) if span]
    ends = min((span[1] for span in spans), default=0), max((span[0] for span in spans), default=0)
    return len(spans) > 1 and ends[0] <= event.cited.start < ends[1]


def overlaps(texts: tuple[str, ...], given: str) -> bool:
    """Whether one of the parties is in the given words, or they in it."""
    return any(text in given or given in text for text in texts)
