"""Articles of many outlets grouped into stories; the titles and texts are given, one article a line."""

from collections.abc import Iterator

import msgspec

from quality.predict import Lines
from quality.texts import article_of, page_of
from rashomon.compare.stories import stories
from rashomon.records import Cut


def predict(lines: Lines) -> Iterator[dict[str, object]]:
    """The story of each article, named by its first article."""
    for group in stories([cut_of(line) for line in lines]).groups:
        for article in group:
            yield {"id": article, "story": group[0]}


def cut_of(line: dict[str, str]) -> Cut:
    """One article as a page of its own."""
    page = page_of(line["text"], line["id"])
    article = msgspec.structs.replace(article_of(page, line["published_on"]), id=line["id"], title=line["title"])
    return Cut(page=page, articles=(article,))
