"""Amounts and ranges, what they measure, of whom and as of when."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.find.cascade import tokens
from rashomon.find.figure_concepts import Concept, concept
from rashomon.find.figure_measures import measures
from rashomon.find.figure_rules import AMOUNTS, CASCADE, SHAPES, Quantity, lexicon
from rashomon.find.parse import Parse
from rashomon.find.voices import Voices, voices
from rashomon.records import Date, Event, Figure, Mention, Statement, place_id


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and where it stands, as characters of the text."""

    start: int
    end: int
    quantity: Quantity


def figures_in(text: str) -> tuple[Found, ...]:
    """The amounts of a plain text, in text order; what they measure needs a parse."""
    row = CASCADE.run(text, tokens(text, SHAPES, lexicon()))
    return tuple(
        Found(item.start, item.end, item.meaning) for item in row if item.kind in AMOUNTS and isinstance(item.meaning, Quantity)
    )


COUNTER = re.compile(
    r"^\W*(?:views?|comments?|shares?|likes?|page|p\.|posts?|tags?|replies|reads?|votes?)\W{0,3}$", re.IGNORECASE
)
NAMED_BY = frozenset({"article", "resolution", "chapter", "section", "paragraph", "route", "highway", "flight", "unit", "no",
                      "number", "psalm", "page", "group", "channel", "boeing", "airbus", "category", "phase", "version", "law", "decree", "bill", "block", "room"})  # fmt: skip


def figures(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Figure, ...]:
    """Every figure, in text order; dates, years, addresses, counters and names with numbers in them are none."""
    around = Around(parse, dates, mentions, events, voices(parse, statements))
    made: list[Figure] = []
    seen: dict[str, int] = {}
    for each in figures_in(parse.text):
        if "\n\n" in parse.text[each.start : each.end] or not counts(parse, each, around):
            continue
        made.append(record(each, around, seen))
    return tuple(made)


class Around:
    """What stands around the figures of one article, laid out for look-up by place on the page."""

    def __init__(
        self, parse: Parse, dates: tuple[Date, ...], mentions: tuple[Mention, ...], events: tuple[Event, ...], told: Voices
    ) -> None:
        self.parse = parse
        self.voices = told
        self.dates = [date for date in dates if date.kind in ("date", "time", "set")]
        self.mentions = sorted((m for m in mentions), key=lambda m: m.cited.start)
        self.events = sorted(events, key=lambda e: e.cited.start)
        self.date_starts = [date.cited.start for date in self.dates]
        self.mention_starts = [m.cited.start for m in self.mentions]
        self.event_starts = [e.cited.start for e in self.events]

    def dates_at(self, start: int, end: int) -> list[Date]:
        """The dates that begin in a stretch of the page, or reach into it."""
        first = max(bisect_left(self.date_starts, start) - 1, 0)
        return [d for d in self.dates[first : bisect_right(self.date_starts, end)] if d.cited.start < end and start < d.cited.end]

    def mentions_at(self, start: int, end: int) -> list[Mention]:
        """The mentions inside a stretch of the page."""
        low, high = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        return [m for m in self.mentions[low:high] if m.cited.end <= end]

    def events_at(self, start: int, end: int) -> list[Event]:
        """The events whose trigger stands in a stretch of the page."""
        low, high = bisect_left(self.event_starts, start), bisect_left(self.event_starts, end)
        return self.events[low:high]


def counts(parse: Parse, each: Found, around: Around) -> bool:
    """Whether the amount counts or measures anything."""
    start, end = parse.in_page(each.start, each.end)
    if around.dates_at(start, end) or each.quantity.kind == "ordinal" and not anniversary(parse.doc, each):
        return False
    line_start = parse.text.rfind("\n", 0, each.start) + 1
    before = parse.text[line_start : each.start]
    if (
        len(before) < 40
        and COUNTER.match(before)
        or not before.strip()
        and re.match(r"[.)]\s", parse.text[each.end : each.end + 2])
    ):
        return False
    if each.quantity.unit is None and each.quantity.bound == "exactly":
        word = re.search(r"([A-Za-z]+)\.?\s*$", before)
        if word and (word.group(1).lower() in NAMED_BY):
            return False
        return not bare_one(parse.doc, each)
    return True


def anniversary(doc: Doc, each: Found) -> bool:
    """Only the ordinals that count years or meetings are figures: «the 30th anniversary»."""
    span = doc.char_span(each.start, each.end, alignment_mode="expand")
    return span is not None and span.root.head.lemma_.lower() in ("anniversary", "birthday", "jubilee")


def bare_one(doc: Doc, each: Found) -> bool:
    """«one of the tasks», «one key condition»: a pronoun or an article, no count."""
    if each.quantity.digits or each.quantity.low != 1 or each.quantity.kind != "number":
        return False
    return True


def kind_of(quantity: Quantity) -> str:
    """The kind of unit, as the ontology of measures has it."""
    if quantity.of_age:
        return "age"
    if quantity.unit is None:
        return "percent" if quantity.kind in ("fraction", "ratio") else "count"
    if quantity.per is not None and quantity.unit.kind == "currency":
        return f"currency per {quantity.per.kind}"
    return "percent" if quantity.unit.name == "percent" else quantity.unit.kind


def record(each: Found, around: Around, seen: dict[str, int]) -> Figure:
    """An amount as a finding, with all the parse says of it."""
    parse, quantity = around.parse, each.quantity
    start, end = parse.in_page(each.start, each.end)
    identity = place_id("figure", parse.page.id, start, end)
    seen[identity] = seen.get(identity, 0) + 1
    about = concept(parse.doc, each.start, each.end, has_unit=quantity.unit is not None or quantity.kind == "fraction")
    measure = measures().of(about.clues(), kind_of(quantity))
    sentence = parse.sentence(each.start, each.end)
    standing = around.voices.at(start, end)
    dated = date_of(each, around, sentence)
    event = event_of(about, around)
    whose = actors_of(about, around)
    return Figure(
        id=identity if seen[identity] == 1 else f"{identity}-{seen[identity]}",
        article=parse.article.id,
        cited=parse.cite(each.start, each.end),
        sentence=sentence,
        voice=standing.voice,
        status=standing.status_of("stated"),
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=unit_key(quantity),
        measures=measure.name if measure else noun_of(about),
        of=tuple(dict.fromkeys(m.actor for m in whose if m.actor)),
        of_text=words_of(about, parse),
        place=next((m.actor or m.name for m in whose if m.use == "place"), ""),
        as_of=dated.value if dated else event.on if event else "",
        as_of_from="stated" if dated else "derived" if event and event.on else "unknown",
        kind="flow" if measure and measure.flow else "",
        value_text=parse.text[each.start : each.end],
        event=event.id if event else "",
    )


def unit_key(quantity: Quantity) -> str:
    """USD, percent, kilometre, barrel per day; empty for a bare count."""
    if quantity.unit is None:
        return {"fraction": "share", "ratio": "ratio"}.get(quantity.kind, "")
    name = f"{quantity.unit.key} of age" if quantity.of_age else quantity.unit.key
    return f"{name} per {quantity.per.key}" if quantity.per else name


def noun_of(about: Concept) -> str:
    """The noun as written when the ontology has no measure for it."""
    noun = about.counted or next(iter(about.heads), None)
    return noun.lemma_.lower() if noun is not None else ""


def words_of(about: Concept, parse: Parse) -> str:
    """The words measured, as written: «all types of Chinese loans to Kazakhstan»."""
    noun = about.heads[0] if about.heads else about.counted
    if noun is None:
        return ""
    inside = [token for token in noun.subtree if token.sent == noun.sent]
    low, high = inside[0].idx, inside[-1].idx + len(inside[-1])
    return " ".join(parse.text[low:high].split())[:200]


def actors_of(about: Concept, around: Around) -> list[Mention]:
    """The mentions in the words measured, those nearest to the noun first."""
    found: list[Mention] = []
    for noun in (*([about.counted] if about.counted is not None else []), *about.heads):
        inside = list(noun.subtree)
        low, high = inside[0].idx, inside[-1].idx + len(inside[-1])
        found += [m for m in around.mentions_at(*around.parse.in_page(low, high)) if m not in found]
    return found


def date_of(each: Found, around: Around, sentence: tuple[int, int]) -> Date | None:
    """The date of the same sentence nearest to the amount."""
    start, end = around.parse.in_page(each.start, each.end)
    near = [date for date in around.dates_at(*sentence) if date.low or date.high]
    return min(near, key=lambda date: min(abs(date.cited.start - end), abs(start - date.cited.end)), default=None)


def event_of(about: Concept, around: Around) -> Event | None:
    """The event whose trigger is the verb or the noun the amount hangs on."""
    for token in (about.verb, about.counted, *about.heads):
        if token is not None:
            start, end = around.parse.in_page(token.idx, token.idx + len(token))
            if found := around.events_at(start, end):
                return found[0]
    return None
