"""``python -m quality.html [FOLDER]``: articles cut out of HTML, beside the extractors alone, on sets of our own.

Without a folder two sets are measured: the texts of quality.html_pages in the markup of many kinds of sites, and the pages of
``quality/sites``, each written by hand.  A FOLDER holds ``gold.jsonl`` and ``pages/ID.html`` as ``quality/sites`` does.

Measured for each extractor, means over pages: word F1 (multiset of lower-cased words of all it takes for text against the gold
bodies; words of standfirsts, captions and the like that a page calls optional count neither way); the same article by article,
each paired with its best, a surplus one counted as 0; title (the same letters), date (the same day), author and outlet right; the
right number of articles; and the share of the texts that must not be taken that are.  «ours, flat» is given the text of the page
alone, without its markup.  Extractors that know one article a page are
held to the first.  Exit code 1 when ours is below the best of the others in word F1, title or date on one set.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean

import msgspec
import trafilatura
from lxml.html import HtmlElement
from resiliparse.extract.html2text import extract_plain_text
from trafilatura.external import try_readability

from quality.html_pages import made_pages
from quality.texts import page_of
from rashomon.read.articles import articles
from rashomon.read.decoding import decoded_markup
from rashomon.read.files import Source
from rashomon.read.markup import rendered
from rashomon.read.page import pages
from rashomon.records import Page

SITES = Path(__file__).with_name("sites")
WORD = re.compile(r"\w+")
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\ufeff"))
LEAKED = 4  # words; a shorter text may stand in a body by chance
RIGHT = ("words", "title", "date")  # in which ours must not be below another


class Article(msgspec.Struct, frozen=True):
    """One article as it should be, or as an extractor takes it."""

    body: str
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    date: str = ""


class Marked(msgspec.Struct, frozen=True):
    """One page and the right answer."""

    html: bytes
    articles: tuple[Article, ...]
    optional: str = ""
    forbidden: tuple[str, ...] = ()


Extract = Callable[[bytes], list[Article]]
Row = dict[str, float]


def ours(html: bytes) -> list[Article]:
    """The reading stage."""
    read = pages(Source(file="page.html", media="text/html", data=html))
    return [article for page in read if isinstance(page, Page) for article in cut_of(page)]


def ours_flat(html: bytes) -> list[Article]:
    """The reading stage, of the text of the page alone, as dumps of the web hold it."""
    return cut_of(page_of(rendered(decoded_markup(html).text).text))


def cut_of(page: Page) -> list[Article]:
    """The articles the reading stage cuts out of a page."""
    return [
        Article(
            body="\n".join(page.text[start:end] for start, end in found.blocks),
            title=found.title,
            authors=listed(found.author),
            outlet=found.outlet,
            date=found.published_on,
        )
        for found in articles(page).articles
    ]


def by_trafilatura(html: bytes) -> list[Article]:
    """Trafilatura as it comes, without comments."""
    document = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    if document is None or isinstance(document, dict):
        return []
    own = Article(
        body=document.text or "",
        title=document.title or "",
        authors=listed((document.author or "").replace(";", ",")),
        outlet=document.sitename or "",
        date=(document.date or "")[:10],
    )
    return [own]


def by_resiliparse(html: bytes) -> list[Article]:
    """Resiliparse's main content; it gives no metadata."""
    return [Article(str(extract_plain_text(decoded_markup(html).text, main_content=True, alt_texts=False)))]


def by_readability(html: bytes) -> list[Article]:
    """The readability algorithm, in trafilatura's version of it; it gives no metadata."""
    tree = trafilatura.load_html(html)
    body: HtmlElement | None = try_readability(tree) if tree is not None else None
    return [] if body is None else [Article("\n".join(body.itertext()))]


EXTRACTORS: Mapping[str, Extract] = {
    "ours": ours,
    "ours, flat": ours_flat,
    "trafilatura": by_trafilatura,
    "resiliparse": by_resiliparse,
    "readability": by_readability,
}


def listed(names: str) -> tuple[str, ...]:
    """Names out of a list with commas between."""
    return tuple(name.strip() for name in names.split(",") if name.strip())


def score(gold: Sequence[Marked], extract: Extract) -> Row:
    """The means of one extractor over a set."""
    rows = [row(page, extract(page.html)) for page in gold]
    return {name: fmean(one[name] for one in rows if name in one) for name in rows[0]} if rows else {}


def row(page: Marked, taken: Sequence[Article]) -> Row:
    """What one page counts."""
    optional = words(page.optional)
    text = "\n".join(article.body for article in taken)
    whole = word_f1("\n".join(article.body for article in page.articles), text, optional)
    pairs, total = paired(page.articles, taken, optional)
    own: Row = {"words": whole, "articles": total / max(1, len(page.articles), len(taken))}
    own |= {
        name: fmean(right(article, pairs.get(number)) for number, article in enumerate(page.articles))
        for name, right in METADATA.items()
        if name != "outlet" or any(article.outlet for article in page.articles)
    }
    flat = f" {' '.join(tokens(text))} "
    leaked = [f" {' '.join(tokens(one))} " in flat for one in page.forbidden if len(tokens(one)) >= LEAKED]
    return own | {"count": float(len(page.articles) == len(taken))} | ({"leaked": fmean(leaked)} if leaked else {})


def paired(wanted: Sequence[Article], taken: Sequence[Article], optional: Counter[str]) -> tuple[dict[int, Article], float]:
    """The article taken for each one wanted, best word F1 first, and the sum of those."""
    scored = sorted(
        (-word_f1(one.body, other.body, optional), i, j) for i, one in enumerate(wanted) for j, other in enumerate(taken)
    )
    pairs: dict[int, int] = {}
    total = 0.0
    for value, i, j in scored:
        if value < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
            total -= value
    return {i: taken[j] for i, j in pairs.items()}, total


def same_title(wanted: Article, taken: Article | None) -> bool:
    """The same letters."""
    return taken is not None and letters(wanted.title) == letters(taken.title)


def same_date(wanted: Article, taken: Article | None) -> bool:
    """The same day; none where there is none."""
    return taken is not None and wanted.date == taken.date


def same_authors(wanted: Article, taken: Article | None) -> bool:
    """The same names, in any order."""
    return taken is not None and set(map(letters, wanted.authors)) == set(map(letters, taken.authors))


def same_outlet(wanted: Article, taken: Article | None) -> bool:
    """The same name, «The» aside."""
    return taken is not None and letters(wanted.outlet).removeprefix("the") == letters(taken.outlet).removeprefix("the")


METADATA: Mapping[str, Callable[[Article, Article | None], bool]] = {
    "title": same_title,
    "date": same_date,
    "author": same_authors,
    "outlet": same_outlet,
}


def tokens(text: str) -> list[str]:
    """The words of a text in small, marks that are not seen left out."""
    return WORD.findall(text.translate(UNSEEN).lower())


def words(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(tokens(text))


def letters(text: str) -> str:
    """The letters and digits of a text, in small."""
    return "".join(tokens(text))


def word_f1(wanted: str, taken: str, optional: Counter[str]) -> float:
    """F1 of two multisets of words; surplus words that are optional are not counted."""
    one, other = words(wanted), words(taken)
    other = other - ((other - one) & optional)
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def made() -> Iterator[Marked]:
    """The pages of quality.html_pages."""
    for page in made_pages():
        whole = (Article(part["body"], part["title"], listed(part["author"]), "", part["date"]) for part in page["articles"])
        yield Marked(page["html"].encode(), tuple(whole))


def written(folder: Path) -> Iterator[Marked]:
    """The pages of a folder, in the order of its gold.jsonl."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        yield Marked(
            html=(folder / "pages" / f"{gold['id']}.html").read_bytes(),
            articles=tuple(
                Article(
                    "\n".join(one["body"]), one["title"], tuple(one["authors"]), one["outlet"] or "", one["published_on"] or ""
                )
                for one in gold["articles"]
            ),
            optional="\n".join(gold.get("optional", ())),
            forbidden=tuple(gold["not_body"]),
        )


def shown(found: Mapping[str, Row]) -> Iterator[str]:
    """A line for each extractor."""
    for name, own in found.items():
        yield f"  {name:12s} " + "  ".join(f"{measure} {value:.3f}" for measure, value in own.items())


def below(found: Mapping[str, Row]) -> bool:
    """True when ours is below another where it must not be."""
    return any(found["ours"][measure] < own[measure] for own in found.values() for measure in RIGHT)


def measure() -> dict[str, float]:
    """The figures of the reading stage on the pages of ``sites``, as HTML and as flat text, for the gate."""
    gold = list(written(SITES))
    html, flat = score(gold, ours), score(gold, ours_flat)
    kept = {name: value for name, value in html.items() if name != "leaked"} | {"clean": 1 - html["leaked"]}
    return kept | {"flat_words": flat["words"], "flat_count": flat["count"], "flat_clean": 1 - flat["leaked"]}


def sets(arguments: Sequence[str]) -> Iterable[tuple[str, list[Marked]]]:
    """The sets to be measured, by name."""
    if arguments:
        return [(arguments[0], list(written(Path(arguments[0]))))]
    return [("made pages", list(made())), ("sites", list(written(SITES)))]


def main(arguments: Sequence[str]) -> int:
    """Print the scores; 1 when ours is below another, 2 for a wrong call."""
    if len(arguments) > 1:
        print("usage: python -m quality.html [FOLDER]", file=sys.stderr)
        return 2
    failed = False
    for name, gold in sets(arguments):
        found = {extractor: score(gold, extract) for extractor, extract in EXTRACTORS.items()}
        print(f"{name}: {len(gold)} pages", *shown(found), sep="\n")
        failed |= below(found)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
