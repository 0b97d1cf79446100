"""Flat texts of several articles: the text of each article the reading stage cuts out."""

from collections.abc import Iterator

from quality.predict import Lines
from quality.sets.pages_single import bodies
from quality.texts import page_of
from rashomon.read.articles import articles


def predict(lines: Lines) -> Iterator[dict[str, object]]:
    """The articles of each text."""
    for line in lines:
        yield {"id": line["id"], "articles": bodies(articles(page_of(line["text"], line["id"])))}
