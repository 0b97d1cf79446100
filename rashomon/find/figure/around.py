"""What stands around the figures of an article: its dates, mentions and events, by place, and whose and when a figure is."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.clauses import arguments
from rashomon.find.figure.concepts import Concept
from rashomon.find.figure.measures import measures
from rashomon.find.figure.quantity import Found
from rashomon.find.parse import Parse
from rashomon.find.voices import Voices
from rashomon.records import Date, Event, Mention, Origin, Span

FAR = 40  # findings back that are looked at for what an amount is told with; a bound for hostile text
ENDS = frozenset({"state", "organisation", "company", "place", "project"})
REPUBLIC = re.compile(r"\b(?:in|to|into|with) (?:the|this|that) (?:republic|country|nation)\b", re.IGNORECASE)
BASE = re.compile(r"\b(?:from|than|compared (?:to|with)|versus|against|since|after|in line with)\s+$", re.IGNORECASE)
CUTS = frozenset({"relcl", "acl", "advcl", "conj", "cc"})
LANDS = frozenset({"state", "place"})
MUTUAL = re.compile(r"\b(?:bilateral|mutual|(?:the|our) two (?:countries|states|nations|sides|neighbou?rs))\b", re.IGNORECASE)
TWO_LEAST = 3  # mentions of each of the two states an article is about
TWO_LEAD = 2  # times those of any third; both set by eye on examples/pages, re-run quality.gate
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


def actors_of(about: Concept, around: Around) -> list[Mention]:
    """The mentions in the words measured, those nearest to the noun first; then who invested or lent, and in what.

    Those that are counted («ten Norwegian sailors») are nobody else's, whatever else the sentence names.
    """
    if about.counted is not None and (own := mentions_below(about.counted, around)):
        return list(dict.fromkeys(own))
    heads = list(about.heads)
    if about.verb is not None and about.verb.lemma_.lower() in measures().by_word:
        roles = ("subject", "object", "in", "to", "into", "recipient")
        heads += [token for role, token in arguments(about.verb) if role in roles]
    return list(dict.fromkeys(mention for noun in heads for mention in mentions_below(noun, around)))


def mentions_below(noun: Token, around: Around) -> tuple[Mention, ...]:
    """The mentions in a noun phrase, without the clauses and examples that hang on its end («including …», «and two …»)."""
    cut = next((child for child in noun.rights if child.dep_ in CUTS or child.lower_ == "including"), None)
    low = noun.left_edge.idx
    high = cut.left_edge.idx if cut is not None and cut.left_edge.i > noun.i else noun.right_edge.idx + len(noun.right_edge)
    return around.mentions_at(*around.parse.in_page(low, max(high, low + 1)))


def with_other_end(of: tuple[str, ...], each: Found, around: Around) -> tuple[str, ...]:
    """A loan stands between two: the other end is the nearest body told before it in the sentence, or what «the republic» is."""
    parse = around.parse
    low, _ = around.sentence(each.start, each.end)
    start, _ = parse.in_page(each.start, each.end)
    told = [m.actor for m in around.mentions_at(low, start) if m.actor and m.actor not in of and m.type in ENDS]
    if not told and REPUBLIC.search(parse.page.text, low, start):
        paragraph, _ = parse.in_page(around.paragraph(each.start), each.end)
        told = [m.actor for m in around.mentions_at(paragraph, start) if m.type == "state" and m.actor and m.actor not in of]
    return (*of, told[-1]) if told else of


def place_before(each: Found, around: Around) -> str:
    """Where people were counted when nobody says: the last state told before in the paragraph, or the only one in the title."""
    parse = around.parse
    before = [m.actor for m in between(around.paragraph(each.start), each.start, around) if m.type == "state" and m.actor]
    if before or not parse.titled:
        return before[-1] if before else ""
    lands = {f"state:{m.country}" for m in between(*parse.paragraphs[0], around) if m.type in LANDS and m.country}
    return lands.pop() if len(lands) == 1 else ""  # «The Chinese will enter Almaty»: nobody knows where people fell


def between(low: int, high: int, around: Around) -> tuple[Mention, ...]:
    """The mentions in a stretch of the reading."""
    return around.mentions_at(*around.parse.in_page(low, max(high, low + 1)))


def both_ends(about: Concept, each: Found, around: Around) -> tuple[str, ...]:
    """The two states that trade when the words measured name none: those of the sentence, or of an article about two.

    «Ruritania puts its trade with Graustark at …» names both; «bilateral trade» is that of the two the article is about.
    """
    low, high = around.parse.in_page(each.start, each.end)  # the «US» of «25 billion US dollars» trades with nobody
    told = [m for m in around.mentions_at(*around.sentence(each.start, each.end)) if not low <= m.cited.start < high]
    here = {m.actor for m in told if m.type == "state" and m.actor}
    if len(here) == 2:
        return tuple(sorted(here))
    words = " ".join(around.parse.text[noun.left_edge.idx : noun.right_edge.idx + len(noun.right_edge)] for noun in about.heads)
    states = Counter(m.actor for m in around.mentions if m.type == "state" and m.actor)
    first, second, third = (*states.most_common(3), ("", 0), ("", 0), ("", 0))[:3]
    about_two = second[1] >= TWO_LEAST and second[1] >= TWO_LEAD * third[1] and here <= {first[0], second[0]}
    return tuple(sorted((first[0], second[0]))) if about_two and MUTUAL.search(words) else ()


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
