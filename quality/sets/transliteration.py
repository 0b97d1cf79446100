"""Name forms across languages and scripts, grouped by the comparison that linking uses; pairs judged by the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.link.same_names import grouped, same_names
from rashomon.names import likeness

SAME = 0.5  # as in the set of name pairs


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    listed = list(lines)
    yield from pairs(line for line in listed if "left" in line)
    topics: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for line in listed:
        topics[line.get("topic")] += list(line.get("forms", ()))
    for topic, forms in topics.items():
        yield from clusters(topic, forms)


def pairs(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in lines:
        found = likeness(line["left"], line["right"], organisation=line["kind"] != "Person")
        yield {"id": line["id"], "same": found.score >= SAME}


def clusters(topic: str | None, forms: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    names = {form["text"] for form in forms}
    groups = grouped(names, same_names(names))
    for form in forms:
        row = {"cluster": groups[form["text"]], "text": form["text"], "language": form["language"]}
        yield row | ({"topic": topic} if topic else {})
