"""Amounts and ranges, what they measure, of whom and as of when."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from rashomon.find.cascade import Item, tokens
from rashomon.find.clauses import arguments
from rashomon.find.figure_concepts import Concept, amount_tokens, concept, part_of_name
from rashomon.find.figure_measures import measures
from rashomon.find.figure_rules import AMOUNTS, CASCADE, SHAPES, Quantity, lexicon
from rashomon.find.figure_units import units
from rashomon.find.parse import Parse
from rashomon.find.voices import Voices, voices
from rashomon.records import Date, Event, Figure, Mention, Statement, place_id


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and where it stands, as characters of the text."""

    start: int
    end: int
    quantity: Quantity

    @property
    def unit_start(self) -> int:
        """Where number and unit begin, without the words that bound them."""
        return self.quantity.span[0]

    @property
    def unit_end(self) -> int:
        """Where number and unit end."""
        return self.quantity.span[1]


def figures_in(text: str) -> tuple[Found, ...]:
    """The amounts of a plain text, in text order; what they measure needs a parse."""
    row = CASCADE.run(text, tokens(text, SHAPES, lexicon()))
    return tuple(
        Found(item.start, item.end, aged_by_comma(text, item, item.meaning))
        for item in row
        if item.kind in AMOUNTS and isinstance(item.meaning, Quantity)
    )


AGED = re.compile(r", \d\d,")


def aged_by_comma(text: str, item: Item, quantity: Quantity) -> Quantity:
    """«Rudolf Rassendyll, 29, said»: the age of a person."""
    if quantity.unit is None and item.start > 2 and AGED.fullmatch(text, item.start - 2, item.end + 1):
        if re.search(r"[A-Z][a-z]+$", text[max(0, item.start - 22) : item.start - 2]):
            return replace(quantity, unit=units().forms["year"], of_age=True)
    return quantity


COUNTER = re.compile(
    r"^\W*(?:views?|comments?|shares?|likes?|page|p\.|posts?|tags?|replies|reads?|votes?)\W{0,3}$", re.IGNORECASE
)


def figures(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Figure, ...]:
    """Every figure, in text order; dates, years, addresses, counters and names with numbers in them are none."""
    around = Around(parse, dates, mentions, events, voices(parse, statements))
    found = [
        each for each in figures_in(parse.text) if "\n\n" not in parse.text[each.start : each.end] and counts(parse, each, around)
    ]
    around.amounts = amount_tokens(parse.doc, ((each.start, each.end) for each in found))
    made: list[Figure] = []
    seen: dict[str, int] = {}
    for each in found:
        made.append(record(each, around, seen, made[-1] if made and same_sentence(made[-1], each, parse) else None))
    return tuple(made)


def same_sentence(before: Figure, each: Found, parse: Parse) -> bool:
    """Whether the figure before stands in the same sentence."""
    return before.sentence == parse.sentence(each.start, each.end)


class Around:
    """What stands around the figures of one article, laid out for look-up by place on the page."""

    def __init__(
        self, parse: Parse, dates: tuple[Date, ...], mentions: tuple[Mention, ...], events: tuple[Event, ...], told: Voices
    ) -> None:
        self.parse = parse
        self.voices = told
        self.amounts: frozenset[int] = frozenset()
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
    if bare_one(each):
        return False
    names = each.quantity.unit is None and each.quantity.bound == "exactly" and part_of_name(parse.doc, each.start, each.end)
    return not names


def anniversary(doc: Doc, each: Found) -> bool:
    """Only the ordinals that count years or meetings are figures: «the 30th anniversary»."""
    span = doc.char_span(each.start, each.end, alignment_mode="expand")
    return span is not None and span.root.head.lemma_.lower() in ("anniversary", "birthday", "jubilee")


def bare_one(each: Found) -> bool:
    """«one of the tasks», «under one condition»: a pronoun or an article, no count."""
    quantity = each.quantity
    return quantity.unit is None and not quantity.digits and quantity.value == 1 and quantity.kind == "number"


def kind_of(quantity: Quantity) -> str:
    """The kind of unit, as the ontology of measures has it."""
    if quantity.of_age:
        return "age"
    if quantity.unit is None:
        return "percent" if quantity.kind in ("fraction", "ratio") else "count"
    if quantity.per is not None and quantity.unit.kind == "currency":
        return f"currency per {quantity.per.kind}"
    return "percent" if quantity.unit.name == "percent" else quantity.unit.kind


def record(each: Found, around: Around, seen: dict[str, int], before: Figure | None) -> Figure:
    """An amount as a finding, with all the parse says of it."""
    parse, quantity = around.parse, each.quantity
    start, end = parse.in_page(each.start, each.end)
    identity = place_id("figure", parse.page.id, start, end)
    seen[identity] = seen.get(identity, 0) + 1
    has_unit = quantity.unit is not None or quantity.kind == "fraction"
    about = concept(parse.doc, each.start, each.end, has_unit=has_unit, amounts=around.amounts)
    sentence = parse.sentence(each.start, each.end)
    standing = around.voices.at(start, end)
    event = event_of(about, around)
    subject = subject_of(each, about, around, before)
    as_of, origin = time_of(each, about, around, sentence, event, follows(subject.measures, quantity))
    return Figure(
        id=identity if seen[identity] == 1 else f"{identity}-{seen[identity]}",
        article=parse.article.id,
        cited=parse.cite(each.start, each.end),
        sentence=sentence,
        voice=standing.voice,
        status=standing.status_of("stated"),
        historical=background(as_of, parse.article.published_on),
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=unit_key(quantity),
        measures=subject.measures,
        of=subject.of,
        of_text=subject.words,
        place=subject.place,
        as_of=as_of,
        as_of_from=origin,
        kind="flow" if subject.flow else "",
        value_text=parse.text[each.start : each.end],
        event=event.id if event else "",
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures and whose it is."""

    measures: str
    of: tuple[str, ...]
    words: str
    place: str
    flow: bool


def subject_of(each: Found, about: Concept, around: Around, before: Figure | None) -> Subject:
    """What is measured; «they amounted to …» measures what the figure before it measured."""
    measure = measures().of(about.clues(), kind_of(each.quantity))
    if measure is None and each.quantity.kind == "plural" and (each.quantity.low or 0) >= 1e6:
        measure = measures().of(about.clues(), "currency")  # «invested billions»: of what money is not said
    if measure is None and before is not None and of_pronoun(about) and before.unit == unit_key(each.quantity):
        return Subject(before.measures, before.of, before.of_text, before.place, before.kind == "flow")
    whose = actors_of(about, around)
    of = tuple(dict.fromkeys(m.actor for m in whose if m.actor))
    if measure is not None and 0 < len(of) < measure.ends and "currency" in measure.kinds:
        of = with_other_end(of, each, around)
    place = next((m.actor or m.name for m in whose if m.use == "place"), "")
    if not of and not place and measure is not None and measure.cumulative:
        place = place_before(each, around)
    return Subject(
        measure.name if measure else noun_of(about), of, words_of(about, around.parse), place, bool(measure and measure.flow)
    )


def of_pronoun(about: Concept) -> bool:
    """Whether the amount is said of «they» or «it»."""
    return bool(about.heads) and about.heads[0].pos_ == "PRON"


REPUBLIC = re.compile(r"\b(?:in|to|into|with) (?:the|this|that) (?:republic|country|nation)\b", re.IGNORECASE)


def with_other_end(of: tuple[str, ...], each: Found, around: Around) -> tuple[str, ...]:
    """A loan stands between two: the other end is the nearest body told before it in the sentence, or what «the republic» is."""
    parse = around.parse
    low, _ = parse.sentence(each.start, each.end)
    start, _ = parse.in_page(each.start, each.end)
    told = [m.actor for m in around.mentions_at(low, start) if m.actor and m.actor not in of and m.type in ENDS]
    if not told and REPUBLIC.search(parse.page.text[low:start]):
        paragraph = parse.in_page(paragraph_of(each, parse), each.start)[0] if paragraph_of(each, parse) < each.start else low
        told = [m.actor for m in around.mentions_at(paragraph, start) if m.type == "state" and m.actor and m.actor not in of]
    return (*of, told[-1]) if told else of


def paragraph_of(each: Found, parse: Parse) -> int:
    """Where the paragraph of an amount begins, in the reading."""
    return next((low for low, high in parse.paragraphs if low <= each.start < high), 0)


ENDS = frozenset({"state", "organisation", "company", "place", "project"})


def place_before(each: Found, around: Around) -> str:
    """Where people were counted when nobody says: the last state or place told before, in the sentence, the paragraph, the title."""
    parse = around.parse
    paragraph = paragraph_of(each, parse)
    stretches = [(paragraph, each.start)] if paragraph < each.start else []
    if parse.titled:
        stretches.append(parse.paragraphs[0])
    for low, high in stretches:
        told = [m.actor for m in around.mentions_at(*parse.in_page(low, high)) if m.type == "state" and m.actor]
        if told:
            return told[-1]
    return ""


def time_of(
    each: Found, about: Concept, around: Around, sentence: tuple[int, int], event: Event | None, follows_the_story: bool
) -> tuple[str, Literal["stated", "derived", "unknown"]]:
    """As of when: a date of the sentence, the event's, or the last date of the paragraph."""
    if dated := date_of(each, about, around, sentence):
        return dated.value, "stated"
    if event is not None and event.on:
        return event.on, "derived"
    if follows_the_story and (told := told_before(each, around)):
        return told.value, "derived"
    return "", "unknown"


def background(as_of: str, published_on: str) -> bool:
    """Whether it held more than a year before the article: told again, as history."""
    return as_of[:4].isdigit() and published_on[:4].isdigit() and int(as_of[:4]) < int(published_on[:4]) - 1


def follows(name: str, quantity: Quantity) -> bool:
    """Whether a measure is of the time the story has reached: those counted as events go on, and shares; a price is not."""
    measure = measures().by_name.get(name)
    return measure is not None and (measure.cumulative or bool(measure.flow) or kind_of(quantity) == "percent")


def unit_key(quantity: Quantity) -> str:
    """USD, percent, kilometre, barrel per day; empty for a bare count."""
    if quantity.unit is None:
        return {"fraction": "share", "ratio": "ratio"}.get(quantity.kind, "")
    name = f"{quantity.unit.key} of age" if quantity.of_age else quantity.unit.key
    return f"{name} per {quantity.per.key}" if quantity.per else name


def noun_of(about: Concept) -> str:
    """The noun as written when the ontology has no measure for it."""
    nouns = (noun for noun in (about.counted, *about.heads) if noun is not None and noun.pos_ == "NOUN")
    return next((noun.lemma_.lower() for noun in nouns), "")


def words_of(about: Concept, parse: Parse) -> str:
    """The words measured, as written: «all types of Chinese loans to Kazakhstan»."""
    noun = about.heads[0] if about.heads else about.counted
    if noun is None:
        return ""
    inside = [token for token in noun.subtree if token.sent == noun.sent]
    low, high = inside[0].idx, inside[-1].idx + len(inside[-1])
    return " ".join(parse.text[low:high].split())[:200]


def actors_of(about: Concept, around: Around) -> list[Mention]:
    """The mentions in the words measured, those nearest to the noun first; then who invested or lent, and in what."""
    found: list[Mention] = []
    for noun in (*([about.counted] if about.counted is not None else []), *about.heads):
        found += [m for m in mentions_below(noun, around) if m not in found]
    if about.verb is not None and about.verb.lemma_.lower() in measures().by_word:
        for role, token in arguments(about.verb):
            if role in ("subject", "in", "to", "into", "recipient"):
                found += [m for m in mentions_below(token, around) if m not in found]
    return found


def mentions_below(noun: Token, around: Around) -> list[Mention]:
    """The mentions in a noun phrase, without the clauses that hang on it."""
    outside = {token.i for child in noun.children if child.dep_ in ("relcl", "acl", "advcl") for token in child.subtree}
    inside = [token for token in noun.subtree if token.i not in outside]
    low, high = inside[0].idx, inside[-1].idx + len(inside[-1])
    return around.mentions_at(*around.parse.in_page(low, high))


def date_of(each: Found, about: Concept, around: Around, sentence: tuple[int, int]) -> Date | None:
    """The date of the same sentence that hangs on the same verb, or the nearest."""
    start, end = around.parse.in_page(each.start, each.end)
    near = [date for date in around.dates_at(*sentence) if (date.low or date.high) and not compares(date, around.parse)]
    clause = clause_of(about.verb, around.parse) if about.verb is not None else None

    def distance(date: Date) -> tuple[bool, int]:
        inside = clause is not None and clause[0] <= date.cited.start < clause[1]
        return (not inside, min(abs(date.cited.start - end), abs(start - date.cited.end)))

    return min(near, key=distance, default=None)


BASE = re.compile(r"\b(?:from|than|compared (?:to|with)|versus|against|since|after|in line with)\s+$", re.IGNORECASE)


def compares(date: Date, parse: Parse) -> bool:
    """«up 29% from 2020»: the time an amount is compared with is not the time it holds."""
    return BASE.search(parse.page.text[max(0, date.cited.start - 20) : date.cited.start]) is not None


def clause_of(verb: Token, parse: Parse) -> tuple[int, int]:
    """The page's span of a verb and what hangs on it, without the clauses joined to it."""
    joined = {token.i for child in verb.children if child.dep_ in ("conj", "ccomp", "advcl") for token in child.subtree}
    kept = [token for token in verb.subtree if token.i not in joined]
    return parse.in_page(kept[0].idx, kept[-1].idx + len(kept[-1]))


def told_before(each: Found, around: Around) -> Date | None:
    """The last date told earlier in the same paragraph: what follows «in December 1986 …» is of that time."""
    low = paragraph_of(each, around.parse)
    if low >= each.start:
        return None
    before = around.dates_at(*around.parse.in_page(low, each.start))
    return next((date for date in reversed(before) if date.low and date.precision not in ("unknown", "range", "century")), None)


def event_of(about: Concept, around: Around) -> Event | None:
    """The event whose trigger is the verb or the noun the amount hangs on."""
    for token in (about.verb, about.counted, *about.heads):
        if token is not None:
            start, end = around.parse.in_page(token.idx, token.idx + len(token))
            if found := around.events_at(start, end):
                return found[0]
    return None
