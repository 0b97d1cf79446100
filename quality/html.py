"""``python -m quality.html [GOLD.jsonl]``: articles cut out of HTML, beside the extractors alone, on one set.

Without a file the set is made here: the texts of ``examples/pages`` in the markup of many kinds of sites, with their
junk.  GOLD lines: {"html", "url"?, "articles": [{"title", "body", "date"?, "author"?}]}.

Measured for each extractor: word F1 (multiset of lower-cased words of all it takes for text against the gold bodies, mean over
pages), title and date right (title: the same letters; date: the same day), and for ours the share of pages with the right
number of articles.  Exit code 1 when ours is below the best of the others in one of the three.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

import msgspec
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from quality.html_pages import made_pages
from rashomon.read.articles import articles
from rashomon.read.files import Source
from rashomon.read.page import pages
from rashomon.records import Cut, Page

WORD = re.compile(r"\w+")


class Taken(msgspec.Struct, frozen=True):
    """What an extractor makes of a page."""

    body: str
    title: str = ""
    date: str = ""
    count: int = 1


class Score(msgspec.Struct, frozen=True):
    """Means over the pages of a set."""

    words: float
    title: float
    date: float
    count: float


def ours(html: str, url: str) -> Taken:
    """The reading stage: all its articles; title and date of the first."""
    source = Source(file="page.html", media="text/html", data=html.encode())
    read = [articles(page) for page in pages(source) if isinstance(page, Page)]
    found = [(cut, article) for cut in read for article in cut.articles]
    if not found:
        return Taken("", count=0)
    first = found[0][1]
    return Taken("\n".join(body(cut) for cut in read), first.title, first.published_on, len(found))


def body(cut: Cut) -> str:
    """The text of all articles of a page."""
    return "\n".join(cut.page.text[start:end] for article in cut.articles for start, end in article.blocks)


def by_trafilatura(html: str, url: str) -> Taken:
    """Trafilatura as it comes, without comments."""
    document = trafilatura.bare_extraction(html, url=url or None, include_comments=False, with_metadata=True)
    if document is None or isinstance(document, dict):
        return Taken("")
    return Taken(document.text or "", document.title or "", document.date or "")


def by_resiliparse(html: str, url: str) -> Taken:
    """Resiliparse's main content; it gives no metadata."""
    return Taken(str(extract_plain_text(html, main_content=True, alt_texts=False)))


EXTRACTORS: Mapping[str, Callable[[str, str], Taken]] = {
    "ours": ours,
    "trafilatura": by_trafilatura,
    "resiliparse": by_resiliparse,
}


def scores(gold: Sequence[dict[str, Any]]) -> dict[str, Score]:
    """The score of each extractor on a set."""
    return {name: score(gold, extract) for name, extract in EXTRACTORS.items()}


def score(gold: Sequence[dict[str, Any]], extract: Callable[[str, str], Taken]) -> Score:
    """The score of one extractor."""
    rows = [row(line["articles"], extract(line["html"], line.get("url", ""))) for line in gold]
    return Score(*(fmean(column) if column else 0.0 for column in zip(*rows, strict=True)))


def row(wanted: Sequence[dict[str, str]], taken: Taken) -> tuple[float, float, float, float]:
    """Word F1, title, date and number of articles of one page."""
    first = wanted[0]
    return (
        word_f1("\n".join(article["body"] for article in wanted), taken.body),
        float(letters(first["title"]) == letters(taken.title)),
        float(first.get("date", "") == taken.date[:10]),
        float(len(wanted) == taken.count),
    )


def letters(text: str) -> str:
    """The letters and digits of a text, in small."""
    return "".join(WORD.findall(text.lower()))


def word_f1(wanted: str, taken: str) -> float:
    """F1 of two multisets of words."""
    one, other = Counter(WORD.findall(wanted.lower())), Counter(WORD.findall(taken.lower()))
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def shown(found: Mapping[str, Score]) -> Iterator[str]:
    """A line for each extractor."""
    for name, own in found.items():
        yield f"{name:12s} word F1 {own.words:.3f}  title {own.title:.3f}  date {own.date:.3f}  count {own.count:.3f}"


def main(arguments: Sequence[str]) -> int:
    """Print the scores; 1 when ours is below another, 2 for a wrong call."""
    if len(arguments) > 1:
        print("usage: python -m quality.html [GOLD.jsonl]", file=sys.stderr)
        return 2
    gold = list(made_pages())
    if arguments:
        with open(arguments[0], encoding="utf-8") as lines:
            gold = [json.loads(line) for line in lines if line.strip()]
    found = scores(gold)
    print(f"{len(gold)} pages", *shown(found), sep="\n")
    best = found["ours"]
    others = [own for name, own in found.items() if name != "ours"]
    return int(any(best.words < own.words or best.title < own.title or best.date < own.date for own in others))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
