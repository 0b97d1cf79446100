"""Plain texts of a gold set as pages and articles, with offsets that stay those of the text."""

import hashlib
import re

from rashomon.records import Article, Page, place_id

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def page_of(text: str, name: str = "text") -> Page:
    """The text as a page of its own."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Page(
        id=f"p{digest[:16]}", file=name, sha256=digest, media="text/plain", encoding="utf-8", text=text, text_of_page=False
    )


def article_of(page: Page, published_on: str = "", language: str = "en") -> Article:
    """The whole text as one article, a line a block, without a title."""
    blocks = tuple(match.span() for match in PARAGRAPH.finditer(page.text))
    return Article(
        id=place_id("article", page.id, 0, len(page.text)),
        page=page.id,
        blocks=blocks,
        language=language,
        published_on=published_on,
        published_precision="day" if published_on else "unknown",
        published_from="stated" if published_on else "unknown",
    )
