"""Who says what: predictions for the attribution sets, from the same stages as a reading."""

from collections.abc import Iterable, Iterator
from typing import Any

from quality.texts import article_of, page_of
from rashomon.find.dates import dates
from rashomon.find.mentions import mentions
from rashomon.find.parse import Parse, parse
from rashomon.find.statements import statements
from rashomon.records import Span, Statement


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One prediction a document."""
    for line in lines:
        page = page_of(line["text"], line["id"])
        yield prediction(line["id"], parse(page, article_of(page)))


def prediction(name: str, parsed: Parse) -> dict[str, Any]:
    """The statements of one parsed document in the schema of the scorer."""
    found = statements(parsed, mentions(parsed, dates(parsed)))
    return {"id": name, "attributions": [written(statement) for statement in outermost(found)]}


def outermost(found: tuple[Statement, ...]) -> list[Statement]:
    """The set gives a word to one attribution only, so what stands inside another statement is left out; so are scare quotes."""
    spoken = sorted(
        (statement for statement in found if statement.kind != "distanced"),
        key=lambda statement: (-size(statement), statement.cited.start),
    )
    kept: list[Statement] = []
    for statement in spoken:
        if not any(inside(statement.content, other.content) for other in kept):
            kept.append(statement)
    return sorted(kept, key=lambda statement: statement.cited.start)


def size(statement: Statement) -> int:
    """Characters of content."""
    return sum(end - start for start, end in statement.content)


def inside(content: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    """Whether the content begins inside the other."""
    start = content[0][0]
    return any(low <= start < high for low, high in other)


def written(statement: Statement) -> dict[str, list[list[int]]]:
    """One attribution in the scorer's schema."""
    return {
        "source": [list(statement.speaker_span)] if statement.speaker_span else [],
        "cue": [list(statement.cue_span)] if statement.cue_span else [],
        "content": [list(span) for span in statement.content],
    }
