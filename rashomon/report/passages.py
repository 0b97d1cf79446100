"""One finding as a reader meets it: its words with the deciding ones marked, on whose word, and where to check them."""

from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec

from rashomon.records import Claim, Finding, Rule, Span, Statement, Status
from rashomon.report.index import Index
from rashomon.report.words import date_words, status_words

MOST_AROUND = 320
"""Characters of a sentence shown on either side of the deciding words; the whole of it stands in the text below."""


class Words(msgspec.Struct, frozen=True):
    """A stretch of a page, quoted; the deciding ones are marked, and a gap is ours, «[…]»."""

    text: str
    deciding: bool = False
    gap: bool = False


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with everything needed to judge and to check it."""

    id: str  # of the finding, and the anchor of its place in the text
    kind: str
    outlet: str
    title: str  # of the article of an unknown outlet, to tell it from others; empty for known ones
    grade: str
    voices: tuple[str, ...]  # within the article, outermost first; empty: the article's own word
    date: str
    status: Status
    status_words: str
    hedge: str
    words: tuple[Words, ...]
    file: str
    line: int
    in_page_text: bool  # the line is one of the page's text, not of the file on disk
    copy_of: str  # the outlet of which this one is a copy, or ""
    article: str


def passage(index: Index, finding: Finding) -> Passage:
    """The passage of one finding."""
    article, page = index.articles[finding.article], index.pages[finding.cited.page]
    original = index.original(article.id)
    return Passage(
        id=finding.id,
        kind=type(finding).__name__.lower(),
        outlet=index.outlet(article.id),
        title="" if article.outlet else article.title,
        grade=index.grade(article.id),
        voices=tuple(index.voice_name(voice) for voice in finding.voice[1:]),
        date=date_words(article.published_on),
        status=finding.status,
        status_words=status_words(finding),
        hedge=finding.hedge,
        words=marked(page.text, finding.sentence, deciding(finding)),
        file=index.file(page.id),
        line=index.line(page.id, finding.cited.start),
        in_page_text=page.text_of_page,
        copy_of="" if original.id == article.id else index.outlet(original.id),
        article=article.id,
    )


def passages(index: Index, ids: Sequence[str], voices: Collection[tuple[str, ...]] = ()) -> tuple[Passage, ...]:
    """The passages of the findings of these ids, without those that the contents do not hold.

    ``voices`` are those that a side of a comparison gives for them, where it gives any.  Copies come last.  Findings of one
    sentence and voice are one passage, with the fewest words marked.
    """
    told: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in (index.findings[id] for id in ids if id in index.findings):
        heard = index.heard(finding, voices) if voices else finding
        told[heard.article, heard.sentence, heard.voice, heard.status, heard.negated].append(heard)
    made = (passage(index, min(same, key=weight)) for same in told.values())
    return tuple(sorted(made, key=lambda passage: bool(passage.copy_of)))


def weight(finding: Finding) -> tuple[bool, int]:
    """How many characters decide; a whole clause says less than the cause or the target in it."""
    return isinstance(finding, Claim), sum(end - start for start, end in deciding(finding))


def deciding(finding: Finding) -> tuple[Span, ...]:
    """The spans on which a finding turns: the cause of a cause, the target of an aim, the content of a statement."""
    whole = ((finding.cited.start, finding.cited.end),)
    if isinstance(finding, Statement):
        return finding.content or whole
    if isinstance(finding, Rule):
        turns_on = {"cause": finding.if_spans, "aim": finding.then_spans}
        return turns_on.get(finding.rule, (*finding.if_spans, *finding.then_spans)) or whole
    return whole


def marked(text: str, sentence: Span, spans: Sequence[Span]) -> tuple[Words, ...]:
    """The sentence cut at the deciding spans; long stretches between and around them are shortened to a gap."""
    merged = merge(spans)
    low, high = min(sentence[0], merged[0][0]), max(sentence[1], merged[-1][1])
    words: list[Words] = []
    for start, end in merged:
        words += shortened(text[low:start], bool(words), True)
        words.append(Words(text[start:end], deciding=True))
        low = end
    return (*words, *shortened(text[low:high], True, False))


def merge(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def shortened(text: str, keep_start: bool, keep_end: bool) -> list[Words]:
    """The text, or its start and end with a gap between them when it is long."""
    if len(text) <= MOST_AROUND * (keep_start + keep_end):
        return [Words(text)] if text else []
    start = [Words(text[:MOST_AROUND].rpartition(" ")[0] or text[:MOST_AROUND])] if keep_start else []
    end = [Words(text[-MOST_AROUND:].partition(" ")[2] or text[-MOST_AROUND:])] if keep_end else []
    return [*start, Words(" […] ", gap=True), *end]
