"""Sentences with source and target given: the PLOVER root of what one does to the other, by the shipped lexicon alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.records import Event, Span

NO_EVENT = "YIELD"


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One root a sentence: of its events the one that joins source and target best, the first of equals."""
    for line in lines:
        page = page_of(line["text"], line["id"])
        found = find(page, article_of(page))
        spans = [tuple(line[side]) for side in ("source_span", "target_span") if line.get(side)]
        ranked = sorted(found.events, key=lambda event: -fit(event, line, spans))
        yield {"id": line["id"], "root": ranked[0].type if ranked else NO_EVENT}


def fit(event: Event, line: dict[str, Any], spans: list[Span]) -> int:
    """How well an event's sides are the given ones."""
    return (
        2 * overlaps(event.actor_text, line["source"]) + 2 * overlaps(event.recipient_text, line["target"]) + (not event.negated)
    )


def overlaps(texts: tuple[str, ...], given: str) -> bool:
    return any(text in given or given in text for text in texts)
