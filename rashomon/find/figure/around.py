"""What stands around the figures of an article: its dates, mentions and events, by place, and whose and when a figure is."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.figure.concepts import Concept
from rashomon.find.figure.quantity import Found
from rashomon.find.parse import Parse
from rashomon.find.voices import Voices
from rashomon.records import Date, Event, Mention, Origin, Span

FAR = 40  # findings back that are looked at for what an amount is told with; a bound for hostile text
BASE = re.compile(r"\b(?:from|than|compared (?:to|with)|versus|against|since|after|in line with)\s+$", re.IGNORECASE)
UNDATED = ("unknown", "range", "century")


@dataclass(frozen=True, slots=True)
class Around:
    """The findings of one article, laid out so that a look-up costs the logarithm of their number."""

    parse: Parse
    voices: Voices
    dates: tuple[Date, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    date_starts: tuple[int, ...]
    mention_starts: tuple[int, ...]
    event_starts: tuple[int, ...]
    sentences: tuple[Span, ...]  # in the reading

    @classmethod
    def of(
        cls, parse: Parse, dates: tuple[Date, ...], mentions: tuple[Mention, ...], events: tuple[Event, ...], told: Voices
    ) -> "Around":
        """Lay out the findings; lengths of time are no dates here."""
        days = tuple(sorted((d for d in dates if d.kind != "duration"), key=lambda d: d.cited.start))
        named = tuple(sorted(mentions, key=lambda m: m.cited.start))
        deeds = tuple(sorted(events, key=lambda e: e.cited.start))
        sentences = tuple((sent.start_char, sent.end_char) for sent in parse.doc.sents)
        return cls(
            parse=parse,
            voices=told,
            dates=days,
            mentions=named,
            events=deeds,
            date_starts=tuple(date.cited.start for date in days),
            mention_starts=tuple(mention.cited.start for mention in named),
            event_starts=tuple(event.cited.start for event in deeds),
            sentences=sentences,
        )

    def dates_at(self, start: int, end: int) -> list[Date]:
        """The dates that reach into a stretch of the page."""
        first = max(bisect_left(self.date_starts, start) - 1, 0)
        return [d for d in self.dates[first : bisect_left(self.date_starts, end)] if start < d.cited.end]

    def date_before(self, start: int, low: int) -> Date | None:
        """The last date told between two places of the page that says a day, month or year."""
        last = bisect_left(self.date_starts, start)
        told = (d for d in reversed(self.dates[max(0, last - FAR) : last]) if d.cited.start >= low)
        return next((d for d in told if d.low and d.precision not in UNDATED), None)

    def mentions_at(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in a stretch of the page, the last FAR of them."""
        low, high = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        return self.mentions[max(low, high - FAR) : high]

    def event_at(self, start: int, end: int) -> Event | None:
        """The first event whose trigger stands in a stretch of the page."""
        first = bisect_left(self.event_starts, start)
        return self.events[first] if first < len(self.events) and self.event_starts[first] < end else None

    def sentence(self, start: int, end: int) -> Span:
        """The page's span of the sentences around a stretch of the reading."""
        first = max(bisect_right(self.sentences, (start, 1 << 62)) - 1, 0)
        last = max(bisect_left(self.sentences, (end, 0)) - 1, first)
        low, high = self.sentences[first][0], self.sentences[last][1]
        text = self.parse.text[low:high]
        return self.parse.in_page(low + len(text) - len(text.lstrip()), low + len(text.rstrip()))

    def paragraph(self, position: int) -> int:
        """Where the paragraph around a place of the reading begins."""
        place = bisect_right(self.parse.paragraphs, (position, 1 << 62)) - 1
        return self.parse.paragraphs[max(place, 0)][0]


def event_of(about: Concept, around: Around) -> Event | None:
    """The event whose trigger is the verb or the noun the amount hangs on."""
    for token in (about.verb, about.counted, *about.heads):
        if token is not None:
            found = around.event_at(*around.parse.in_page(token.idx, token.idx + len(token)))
            if found is not None:
                return found
    return None


def time_of(each: Found, about: Concept, around: Around, event: Event | None, goes_on: bool) -> tuple[str, Origin]:
    """As of when: a date of the sentence, the event's, or the last date of the paragraph for what goes on with the story."""
    if dated := date_of(each, about, around):
        return dated.value, "stated"
    if event is not None and event.on:
        return event.on, "derived"
    start, _ = around.parse.in_page(each.start, each.end)
    paragraph, _ = around.parse.in_page(around.paragraph(each.start), each.end)
    if goes_on and (told := around.date_before(start, paragraph)):
        return told.value, "derived"
    return "", "unknown"


def date_of(each: Found, about: Concept, around: Around) -> Date | None:
    """The date of the same sentence that hangs on the same verb, or the nearest."""
    start, end = around.parse.in_page(each.start, each.end)
    low, high = around.sentence(each.start, each.end)
    near = [d for d in around.dates_at(low, high) if abs(d.cited.start - start) < 600 and (d.low or d.high)]
    clause = clause_of(about.verb, around.parse) if about.verb is not None else None

    def distance(date: Date) -> tuple[bool, int]:
        inside = clause is not None and clause[0] <= date.cited.start < clause[1]
        return (not inside, min(abs(date.cited.start - end), abs(start - date.cited.end)))

    return min((d for d in near if not compares(d, around.parse)), key=distance, default=None)


def clause_of(verb: Token, parse: Parse) -> Span:
    """The page's span of a verb and what hangs on it, without the clause joined to its end."""
    joined = next((child for child in verb.rights if child.dep_ in ("conj", "ccomp", "advcl")), None)
    low = verb.left_edge.idx
    high = (
        joined.left_edge.idx if joined is not None and joined.left_edge.i > verb.i else verb.right_edge.idx + len(verb.right_edge)
    )
    return parse.in_page(low, max(high, low + 1))


def compares(date: Date, parse: Parse) -> bool:
    """«up 29% from 2020»: the time an amount is compared with is not the time it holds."""
    return BASE.search(parse.page.text[max(0, date.cited.start - 20) : date.cited.start]) is not None
