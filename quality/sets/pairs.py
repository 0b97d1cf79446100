"""Name pairs: how alike two names are, by the comparison that linking uses."""

from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.names import likeness


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in lines:
        found = likeness(line["name1"], line["name2"], organisation=line["kind"] == "organization")
        yield {"id": line["id"], "score": round(found.score, 4)}
