"""Flat pages of one article: the lines kept by the reading stage, and their text."""

from collections.abc import Iterator

from quality.predict import Lines
from quality.texts import page_of
from rashomon.read.articles import articles
from rashomon.records import Cut


def predict(lines: Lines) -> Iterator[dict[str, object]]:
    """A mark for each line of each page, 1 when some of it is text of any article, and the text itself."""
    for line in lines:
        cut = articles(page_of(line["text"], line["id"]))
        yield {"id": line["id"], "lines": marks(line["text"], cut), "body": "\n".join(bodies(cut))}


def bodies(cut: Cut) -> list[str]:
    """The text of each article, a block a line."""
    return ["\n".join(cut.page.text[start:end] for start, end in article.blocks) for article in cut.articles]


def marks(text: str, cut: Cut) -> list[int]:
    """1 for each line of the text in which a block begins or goes on, else 0."""
    blocks = [block for article in cut.articles for block in article.blocks]
    found, start, number = [], 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        while number < len(blocks) and blocks[number][1] <= start:
            number += 1
        found.append(int(number < len(blocks) and blocks[number][0] < end))
        start = end + 1
    return found
