"""Amounts and ranges, what they measure, of whom and as of when.

A grammar of our own (figure/rules.py) finds the amounts; the parse says what they count or measure; an ontology of measures
(words/measures.toml) gives it a name under which figures can be compared.
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from rashomon.find.cascade import Item, tokens
from rashomon.find.figure.around import Around, event_of, time_of
from rashomon.find.figure.concepts import Concept, amount_tokens, concept
from rashomon.find.figure.meaning import base_of, goes_on, measure_here, stock_or_flow, unit_key
from rashomon.find.figure.measures import Measure, measures
from rashomon.find.figure.names import is_address, is_counted_ordinal, is_counter, is_year_of_rights, part_of_name
from rashomon.find.figure.quantity import Found, Quantity
from rashomon.find.figure.rules import AMOUNTS, CASCADE
from rashomon.find.figure.shared import with_ages, with_shared_units
from rashomon.find.figure.units import units
from rashomon.find.figure.whose import LANDS, ends_of, parties, scene_of
from rashomon.find.figure.words import SHAPES, lexicon
from rashomon.find.parse import Parse
from rashomon.find.voices import voices
from rashomon.records import Date, Event, Figure, Mention, Statement, place_id

AGED = re.compile(r", \d\d?")
AFTER_AGE = re.compile(r",|\)|;|[.] *(?:$|[A-Z\n])| and [A-Z]")


def figures_in(text: str) -> tuple[Found, ...]:
    """The amounts of a plain text, in text order; what they measure needs a parse."""
    row = CASCADE.run(text, tokens(text, SHAPES, lexicon()))
    return with_shared_units(
        text,
        [
            Found(item.start, item.end, aged_by_comma(text, item, item.meaning))
            for item in row
            if item.kind in AMOUNTS and isinstance(item.meaning, Quantity)
        ],
    )


def figures_of(doc: Doc) -> tuple[Found, ...]:
    """The amounts of a parsed text, ages known as such."""
    return with_ages(doc, figures_in(doc.text))


def aged_by_comma(text: str, item: Item, quantity: Quantity) -> Quantity:
    """«Rudolf Rassendyll, 29, said», «Anna, 51 and Ove, 11.»: the age of a person."""
    if quantity.unit is not None or item.start < 3 or not AGED.fullmatch(text, item.start - 2, item.end):
        return quantity
    named = re.search(r"[A-Z][a-z]+$", text[max(0, item.start - 22) : item.start - 2])
    ended = AFTER_AGE.match(text, item.end)
    return replace(quantity, unit=units().forms["year"], of_age=True) if named and ended else quantity


def figures(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Figure, ...]:
    """Every figure, in text order; dates, years, addresses, counters and names with numbers in them are none."""
    around = Around.of(parse, dates, mentions, events, voices(parse, statements))
    found = [each for each in figures_of(parse.doc) if counts(each, around)]
    amounts = amount_tokens(parse.doc, ((each.start, each.end) for each in found))
    made: list[Figure] = []
    seen: dict[str, int] = {}
    for each in found:
        made.append(record(each, around, amounts, seen, made[-1] if made else None))
    return tuple(made)


def counts(each: Found, around: Around) -> bool:
    """Whether the amount counts or measures anything."""
    parse, quantity = around.parse, each.quantity
    if "\n\n" in parse.text[each.start : each.end] or around.dates_at(*parse.in_page(each.start, each.end)):
        return False
    if quantity.kind == "ordinal":
        return is_counted_ordinal(parse.doc, each.start, each.end)
    if (
        bare_one(quantity)
        or is_year_of_rights(parse.text, each.start)
        or is_counter(parse.text, each.start, each.end)
        or is_address(parse.text, each.end)
    ):
        return False
    plain = quantity.unit is None and quantity.bound == "exactly"
    return not (plain and part_of_name(parse.doc, each.start, each.end))


def bare_one(quantity: Quantity) -> bool:
    """«one of the tasks», «under one condition»: a pronoun or an article, no count."""
    return quantity.unit is None and not quantity.digits and quantity.value == 1 and quantity.kind == "number"


def record(each: Found, around: Around, amounts: frozenset[int], seen: dict[str, int], before: Figure | None) -> Figure:
    """An amount as a finding, with all the parse says of it."""
    parse, quantity = around.parse, each.quantity
    start, end = parse.in_page(each.start, each.end)
    identity = place_id("figure", parse.page.id, start, end)
    seen[identity] = seen.get(identity, 0) + 1
    has_unit = quantity.unit is not None or quantity.kind == "fraction"
    about = concept(parse.doc, each.start, each.end, has_unit=has_unit, amounts=amounts)
    sentence = around.sentence(each.start, each.end)
    standing = around.voices.at(start, end)
    event = event_of(about, around)
    subject = subject_of(each, about, around, before if before and before.sentence == sentence else None)
    as_of, origin = time_of(each, about, around, event, goes_on(subject.measure, quantity))
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
        measures=subject.name,
        of=subject.of,
        of_text=subject.words,
        counted=kind_counted(subject.measure, about),
        base=base_of(each, about, parse.text),
        place=subject.place,
        as_of=as_of,
        as_of_from=origin,
        kind=stock_or_flow(each, subject.measure, parse.text),
        value_text=parse.text[each.start : each.end],
        event=event.id if event else "",
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures and whose it is."""

    measure: Measure | None
    name: str  # of the measure, or the noun as written
    of: tuple[str, ...]
    words: str
    place: str


def subject_of(each: Found, about: Concept, around: Around, before: Figure | None) -> Subject:
    """What is measured; «they amounted to …» measures what the figure before it in the sentence measured."""
    measure = measure_here(each, about, around.parse.text)
    if measure is None and before is not None and of_pronoun(about) and before.unit == unit_key(each.quantity):
        return Subject(measures().by_name.get(before.measures), before.measures, before.of, before.of_text, before.place)
    named = parties(about, measure, around)
    of = tuple(dict.fromkeys(party.mention.actor for party in named if party.mention.actor and not party.located))
    if measure is not None:
        of = ends_of(of, measure, about, each, around)
    if measure is not None and measure.cumulative and PARTITIVE.match(around.parse.text, each.end):
        return Subject(None, f"part of the {measure.name}", of, words_of(about, around.parse), "")
    places = [p.mention for p in named if p.located and p.mention.type in LANDS] or [
        p.mention for p in named if p.mention.use == "place"
    ]
    place = next((mention.actor or mention.name for mention in places), "")
    if not of and not place and measure is not None and measure.cumulative:
        place = scene_of(each, about, around)
    return Subject(measure, measure.name if measure else noun_of(about), of, words_of(about, around.parse), place)


def kind_counted(measure: Measure | None, about: Concept) -> str:
    """Who of all is counted in a toll: «two tourists killed»; empty where anybody is («164 people», «40 dead»)."""
    if measure is None or not (measure.cumulative or measure.anchor == "day") or about.counted is None:
        return ""
    verb, noun = about.verb, about.counted.lemma_.lower()
    if verb is not None and verb.lemma_ == "be" and about.counted.head == verb:  # «five victims were members of the temple»
        noun = next((child.lemma_.lower() for child in verb.children if child.dep_ == "attr" and child != about.counted), noun)
    anybody = noun in ANYBODY or noun in measure.nouns or any(each.cumulative for each in measures().named(noun))
    return "" if anybody else noun


ANYBODY = frozenset({"person", "people", "individual", "life", "soul", "human", "case"})
PARTITIVE = re.compile(r"(?:\s+[a-z]+)?\s+of\s+(?:the|those|these|them|whom|which|its|their|his)\b", re.IGNORECASE)


def of_pronoun(about: Concept) -> bool:
    """Whether the amount is said of «they» or «it»."""
    return bool(about.heads) and about.heads[0].pos_ == "PRON"


def noun_of(about: Concept) -> str:
    """The noun as written when the ontology has no measure for it."""
    nouns = (noun for noun in (about.counted, *about.heads) if noun is not None and noun.pos_ == "NOUN")
    return next((noun.lemma_.lower() for noun in nouns), "")


def words_of(about: Concept, parse: Parse) -> str:
    """The words measured, as written: «every kind of Norwegian loan to Chile»."""
    noun = about.heads[0] if about.heads else about.counted
    if noun is None:
        return ""
    low, high = noun.left_edge, noun.right_edge
    return " ".join(parse.text[low.idx : high.idx + len(high)].split())[:200]


def background(as_of: str, published_on: str) -> bool:
    """Whether it held more than a year before the article: told again, as history."""
    return as_of[:4].isdigit() and published_on[:4].isdigit() and int(as_of[:4]) < int(published_on[:4]) - 1
