"""The articles in full, with every cited passage marked and an anchor where each finding begins.

Passages overlap and nest, which marks cannot: the text is cut wherever one begins or ends, and an anchor says over how many of
the marked pieces its finding runs.  One pass over the sorted ends; nothing is looked for in the text again.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, pairwise
from typing import Literal

import msgspec

from rashomon.records import Article, Finding, Mention, Span, Statement
from rashomon.report.index import Index, tellings
from rashomon.report.words import date_words

MOST_TEXT = 6_000_000
"""Characters of article text that a report holds whole; beyond it paragraphs without a passage are left out, and counted."""


Mark = Literal["", "named", "said", "told"]
"""What stands on a piece, the strongest counts: nothing, a name only, speech, anything else that is told."""


class Anchor(msgspec.Struct, frozen=True):
    """Where a finding begins, and over how many of the following marked pieces it runs."""

    id: str
    marks: int


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text that is marked throughout or not at all."""

    text: str
    mark: Mark
    anchors: tuple[Anchor, ...]


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph with the line on which it begins."""

    line: int
    title: bool
    pieces: tuple[Piece, ...]


class Text(msgspec.Struct, frozen=True):
    """One article as it stands on its page."""

    article: str
    title: str
    outlet: str
    author: str
    date: str
    file: str
    in_page_text: bool
    paragraphs: tuple[Paragraph, ...]
    left_out: int  # paragraphs without a passage, of a pile too long to be shown whole


class Passage(msgspec.Struct, frozen=True):
    """What of a finding matters for marking it."""

    id: str
    start: int
    end: int
    mark: Mark


def texts(index: Index, linked: Collection[str]) -> tuple[Text, ...]:
    """The texts of all articles; ``linked`` are the findings to which something in the report leads."""
    cited = passages_of(index, linked)
    long = sum(end - start for article in index.contents.articles for start, end in article.blocks) > MOST_TEXT
    shown = (article for article in index.contents.articles if cited.get(article.id) or not long)
    return tuple(text_of(index, article, cited.get(article.id, []), long) for article in shown)


def passages_of(index: Index, linked: Collection[str]) -> Mapping[str, list[Passage]]:
    """Article id to the passages to be marked in it, each finding once."""
    cited: dict[str, list[Passage]] = defaultdict(list)
    for found in index.contents.founds:
        told = chain(tellings(found), found.claims, found.mentions)
        for one in {finding.id: finding for finding in told if finding.id in linked}.values():
            cited[found.article.id].append(Passage(one.id, one.cited.start, one.cited.end, mark_of(one)))
    return cited


def mark_of(finding: Finding) -> Mark:
    """How a finding is marked in the text."""
    return "named" if isinstance(finding, Mention) else "said" if isinstance(finding, Statement) else "told"


def text_of(index: Index, article: Article, cited: Sequence[Passage], long: bool) -> Text:
    """One article with its marks."""
    page = index.pages[article.page]
    spans = sorted({*article.blocks, *([article.title_span] if article.title_span else [])})
    cut = pieces(page.text, spans, cited)
    paragraphs = [
        Paragraph(index.line(page.id, span[0]), span == article.title_span, tuple(cut[span]))
        for span in spans
        if not long or any(piece.anchors for piece in cut[span])
    ]
    return Text(
        article=article.id,
        title=article.title,
        outlet=index.outlet(article.id),
        author=article.author,
        date=date_words(article.published_on),
        file=index.file(page.id),
        in_page_text=page.text_of_page,
        paragraphs=tuple(paragraphs),
        left_out=len(spans) - len(paragraphs),
    )


def pieces(text: str, spans: Sequence[Span], cited: Sequence[Passage]) -> dict[Span, list[Piece]]:
    """The pieces of each span; an anchor that begins between two spans is moved to the start of the next."""
    starting, ending = by_end(cited)
    span_of = {start: (start, end) for start, end in spans}
    stops = sorted({*starting, *ending, *chain.from_iterable(spans)})
    cut: dict[Span, list[tuple[str, Mark, list[str]]]] = {span: [] for span in spans}
    first_mark: dict[str, int] = {}
    marks: dict[str, int] = {}
    open_: Counter[Mark] = Counter()
    waiting: list[str] = []
    made, inside = 0, None
    for low, high in pairwise([*stops, len(text)]):
        for passage in ending.get(low, ()):
            open_[passage.mark] -= 1
            marks[passage.id] = made - first_mark[passage.id]
        for passage in starting.get(low, ()):
            open_[passage.mark] += 1
            first_mark[passage.id] = made
            waiting.append(passage.id)
        inside = span_of.get(low, inside if inside and low < inside[1] else None)
        if inside and low < high:
            mark: Mark = next((one for one in STRONGEST if open_[one]), "")
            cut[inside].append((text[low:high], mark, waiting))
            made, waiting = made + bool(mark), []
    marks.update((id, made - first) for id, first in first_mark.items() if id not in marks)
    return {span: [piece(*raw, marks) for raw in raws] for span, raws in cut.items()}


STRONGEST: tuple[Mark, ...] = ("told", "said", "named")


def by_end(cited: Sequence[Passage]) -> tuple[Mapping[int, list[Passage]], Mapping[int, list[Passage]]]:
    """The passages by where they begin, and by where they end."""
    starting: dict[int, list[Passage]] = defaultdict(list)
    ending: dict[int, list[Passage]] = defaultdict(list)
    for passage in cited:
        starting[passage.start].append(passage)
        ending[passage.end].append(passage)
    return starting, ending


def piece(text: str, mark: Mark, ids: Sequence[str], marks: Mapping[str, int]) -> Piece:
    """A piece with the anchors that open before it."""
    return Piece(text, mark, tuple(Anchor(id, marks[id]) for id in ids))
