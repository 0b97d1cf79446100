"""PLOVER gold sentences: the events of each, with the countries of both sides."""

from collections.abc import Iterable, Iterator
from typing import Any

from quality.texts import article_of, page_of
from rashomon.export.plover import counts
from rashomon.find.article import find
from rashomon.records import Event, Found, Mention


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line a sentence; the dummy date of the set is not used."""
    for line in lines:
        page = page_of(line["text"], line["id"])
        found = find(page, article_of(page))
        coded = [coding(event, found, page.text) for event in found.events if counts(event)]
        yield {"id": line["id"], "events": coded}


def coding(event: Event, found: Found, text: str) -> dict[str, Any]:
    """An event as the scorer reads it."""
    return {
        "type": event.type,
        "mode": event.mode,
        "source_code": countries(event.actor, event.actor_text, event, found, text),
        "target_code": countries(event.recipient, event.recipient_text, event, found, text),
    }


def countries(keys: tuple[str, ...], texts: tuple[str, ...], event: Event, found: Found, text: str) -> list[str]:
    """The countries of one side, each once: of the actor meant, or of the first mention inside the words."""
    codes = [country(key, words, event, found, text) for key, words in zip(keys, texts, strict=True)]
    return list(dict.fromkeys(code for code in codes if code))


def country(key: str, words: str, event: Event, found: Found, text: str) -> str:
    """The country of one party, empty when nothing tells it."""
    if key.startswith("state:"):
        return key.removeprefix("state:")
    start, end = event.sentence
    place = text.find(words, start, end)
    inside = [
        m for m in found.mentions if m.country and place >= 0 and place <= m.cited.start and m.cited.end <= place + len(words)
    ]
    named = [m for m in found.mentions if m.country and key and m.actor == key]
    return first_country([*named, *inside])


def first_country(mentions: list[Mention]) -> str:
    return next((mention.country for mention in mentions), "")
