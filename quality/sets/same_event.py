"""Events told across articles: mentions of one event in one cluster.

``predict`` finds its own mentions.  ``python -m quality.sets.same_event GOLD.jsonl`` takes the spans of the mentions from the
file, and nothing else of them, as the usual setting with gold mentions does.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from quality.texts import article_of, page_of
from rashomon.compare.events import same_events
from rashomon.find.article import find
from rashomon.find.events import events_at
from rashomon.find.parse import parse
from rashomon.records import Event, Found


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line a document, with the mentions found in it."""
    lines = list(lines)
    founds = []
    for line in lines:
        page = page_of(line["text"], line["id"])
        founds.append(find(page, article_of(page)))
    yield from clustered(lines, founds)


def predict_given(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line a document, with the mentions at the spans given."""
    lines = list(lines)
    yield from clustered(lines, [found_at(line) for line in lines])


def found_at(line: dict[str, Any]) -> Found:
    """What is found in a text, with the events at the given spans in place of those found."""
    page = page_of(line["text"], line["id"])
    article = article_of(page)
    found = find(page, article)
    spans = [(mention["start"], mention["end"]) for mention in line["mentions"]]
    events = events_at(parse(page, article), spans, found.dates, found.mentions, found.statements)
    return msgspec.structs.replace(found, events=events)


def clustered(lines: list[dict[str, Any]], founds: list[Found]) -> Iterator[dict[str, Any]]:
    """The mentions with their clusters, named after the representative."""
    head = {judgement.left: judgement.right for judgement in same_events(founds, {}).judgements}
    for line, found in zip(lines, founds, strict=True):
        yield {"id": line["id"], "mentions": [mention(event, head) for event in found.events]}


def mention(event: Event, head: dict[str, str]) -> dict[str, Any]:
    """One mention as the scorer reads it."""
    return {"start": event.cited.start, "end": event.cited.end, "cluster": head.get(event.id, event.id)}


def main(path: str) -> None:
    """Print the predictions for the spans of a gold file."""
    lines = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    for prediction in predict_given(lines):
        print(json.dumps(prediction, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
