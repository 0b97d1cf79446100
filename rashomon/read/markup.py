"""HTML to the text a reader sees, with what the markup declares about it and where its main text stands.

The DOM, the rendering and the choice of the main text are resiliparse's and trafilatura's; the text kept is the whole
page as rendered, so that a citation can point into it, and the extractor's choice comes along as spans of it.
"""

import re

import msgspec
import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
from trafilatura.settings import Document

LARGEST_MARKUP = 10_000_000  # bytes; trees of larger pages need more than a gigabyte
LENGTH = 800  # letters; an article element with less is a teaser card
SURE = 40  # letters; a line so long stands in the main text on purpose, even within a row of a table
HIDDEN = '[hidden], [style*="display:none"], [style*="display: none"]'
SPACE = re.compile(r"\s+")


class Rendered(msgspec.Struct, frozen=True):
    """The text of a page and what its markup declares."""

    text: str
    declared: dict[str, str]


def rendered(html: str, url: str = "") -> Rendered:
    """The page as text, a block a line; ``declared["main"]`` holds the spans of its main text, «12-80 90-200»."""
    tree = HTMLTree.parse(html)
    without_hidden(tree)
    text = shown(tree)
    document = extracted(html, url)
    if document is None:
        return Rendered(text, {})
    main = [] if several(tree) else main_spans(text, document.text or "")
    declared = {
        "title": document.title,
        "author": document.author,
        "outlet": document.sitename,
        "published_on": document.date,
        "url": document.url,
        "description": document.description,
        "language": document.language,
        "main": " ".join(f"{start}-{end}" for start, end in main),
    }
    return Rendered(text, {key: value for key, value in declared.items() if value})


def shown(tree: HTMLTree) -> str:
    """Every visible text of a page, one block a line."""
    return str(extract_plain_text(tree, preserve_formatting=True, list_bullets=False, alt_texts=False))


def without_hidden(tree: HTMLTree) -> None:
    """Take out of a page what its markup hides; longer stretches stay, for a script may show them, as behind a paywall."""
    elements = tree.document.query_selector_all(HIDDEN) if tree.document is not None else ()
    for element in [element for element in elements if len(element.text or "") < LENGTH]:
        element.decompose()


def several(tree: HTMLTree) -> bool:
    """True when the markup holds more than one article of some length; an extractor would choose one of them."""
    elements = tree.document.query_selector_all("article") if tree.document is not None else ()
    return sum(len(element.text or "") >= LENGTH for element in elements) > 1


def extracted(html: str, url: str) -> Document | None:
    """What trafilatura makes of a page; None when it finds no article in it."""
    try:
        found = trafilatura.bare_extraction(html, url=url or None, include_comments=False, with_metadata=True)
    except (ValueError, RecursionError, AssertionError):
        return None
    return found if isinstance(found, Document) else None


def main_spans(text: str, main: str) -> list[tuple[int, int]]:
    """The spans of the lines of ``text`` that the main text holds too, white space aside; short ones must be lines of it."""
    lines = {squeezed(line) for line in main.split("\n")}
    whole = squeezed(main)
    spans, start = [], 0
    for line in text.split("\n"):
        own = squeezed(line)
        if own and (own in lines or (len(own) >= SURE and own in whole)):
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def squeezed(line: str) -> str:
    """The letters and digits of a line, white space and marks of lists left out."""
    return SPACE.sub("", line).strip("-•*|")
