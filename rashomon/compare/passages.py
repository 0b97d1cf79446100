"""Passages: the sentences of an article, with the slots that a rival telling may fill otherwise."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.compare.stories import stems
from rashomon.records import Date, Figure, Found, Mention, Page, Span

SlotKind = Literal["value", "date", "place", "agent"]
LONGEST = 350  # characters of sentences that are read together; of longer ones the last is read alone
BEFORE = 3  # sentences of a passage at most
ADDED = re.compile(
    r"\s+(?:more|additional|further|other|others)\b(?! than)"
)  # «20 more soldiers» come to those told of elsewhere


@dataclass(frozen=True, slots=True)
class Slot:
    """A number, time, place or agent in a passage, as the finding that cites it."""

    kind: SlotKind
    finding: Figure | Date | Mention
    start: int  # in the page's text
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with those just before it, as the reader of the pair sees them."""

    article: int  # number of the Found in the pile
    page: str
    parts: tuple[Span, ...]  # the sentences of the passage, the last one being its own
    text: str
    stems: frozenset[str]  # of the whole passage
    slots: tuple[Slot, ...]

    @property
    def sentence(self) -> Span:
        """Its own sentence, the last one."""
        return self.parts[-1]

    @property
    def span(self) -> Span:
        """From its first sentence to the end of its last."""
        return self.parts[0][0], self.parts[-1][1]

    def holds(self, page: str, sentence: Span) -> bool:
        """Whether a sentence of a page is one of its own."""
        return self.page == page and sentence in self.parts

    def around(self, slot: Slot) -> Span:
        """The sentence in which a slot stands."""
        return next(part for part in self.parts if slot.start < part[1])

    def part(self, span: Span) -> str:
        """A sentence of the passage, in one line."""
        return plain(self.text[span[0] - self.span[0] : span[1] - self.span[0]])

    @property
    def line(self) -> str:
        """The passage in one line."""
        return plain(self.text)

    def changed(self, span: Span, words: str) -> str:
        """The passage in one line, with other words in place of a span of it."""
        return plain(self.text[: span[0] - self.span[0]] + words + self.text[span[1] - self.span[0] :])


def plain(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def passages(number: int, found: Found, page: Page) -> Iterator[Passage]:
    """The passages of an article in reading order."""
    slots = sorted(slots_of(found, page), key=lambda slot: (slot.start, slot.end, slot.kind))
    starts = [slot.start for slot in slots]
    before: tuple[Span, ...] = ()
    for sentence in sentences(found):
        parts = (*(part for part in before if sentence[1] - part[0] <= LONGEST), sentence)
        low, high = parts[0][0], sentence[1]
        around = slots[bisect_left(starts, low) : bisect_left(starts, high)]
        inside = tuple(slot for slot in around if slot.end <= high)
        text = page.text[low:high]
        yield Passage(number, page.id, parts, text, frozenset(stems(text)), inside)
        before = parts[1 - BEFORE :]


def sentences(found: Found) -> list[Span]:
    """The sentences in which anything was found, in reading order, each character in one at most."""
    fields: Sequence[Sequence[Date | Mention | Figure]] = (found.mentions, found.dates, found.figures)
    spans = {finding.sentence for field in fields for finding in field} | {claim.sentence for claim in found.claims}
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def slots_of(found: Found, page: Page) -> Iterator[Slot]:
    """All that a rival telling may fill otherwise."""
    for figure in found.figures:
        if not ADDED.match(page.text, figure.cited.end):
            yield Slot("value", figure, figure.cited.start, figure.cited.end)
    for date in found.dates:
        if date.kind in ("date", "time"):
            yield Slot("date", date, date.cited.start, date.cited.end)
    for mention in found.mentions:
        if mention.form != "pronoun":
            is_place = mention.use == "place" or mention.type == "place"
            yield Slot("place" if is_place else "agent", mention, mention.cited.start, mention.cited.end)
