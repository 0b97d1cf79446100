"""Amounts of single sentences: numbers, ranges, money and measures, and what each measures.

The gold sets name units and concepts each in their own way; what is written here is the same reading under their names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Token

from quality.predict import Lines
from quality.sets.figure_words import concept_words
from rashomon.find.date.days import Anaphoric
from rashomon.find.date.offsets import Many, Moved
from rashomon.find.dates import dates_in
from rashomon.find.figure.concepts import Concept, amount_tokens, concept
from rashomon.find.figure.names import is_address, part_of_name
from rashomon.find.figure.quantity import Found, Quantity
from rashomon.find.figures import figures_in, figures_of
from rashomon.find.parse import model

CHANGES = {"exactly": "=", "about": "~", "nearly": "<", "over": ">", "at least": ">", "under": "<", "at most": "<", "range": "="}
RISES = frozenset({"rise", "gain", "jump", "climb", "increase", "advance", "surge", "soar", "add", "grow", "up", "higher"})
FALLS = frozenset(
    {"fall", "drop", "lose", "slide", "decline", "decrease", "plummet", "sink", "slip", "tumble", "down", "lower", "shed", "dip"}
)


def predict(lines: Lines) -> Iterator[dict[str, Any]]:
    """One prediction a text."""
    for line in lines:
        text, asked = line["text"], set(line.get("annotated") or ["any"])
        if "any" in asked:
            doc = model()(text)
            found: Sequence[Found] = figures_of(doc)
            dated = [each for each in dates_in(text) if each.kind in ("date", "time") and not length(each.meaning)]
            found = [each for each in found if not any(each.start < date.end and date.start < each.end for date in dated)]
            found = [each for each in found if each.quantity.unit is not None or not uncounted(doc, each)]
            found = with_changes(text, found)
            told = (each for each in found if not (each.quantity.of_age and each.quantity.kind == "range"))
            amounts = amount_tokens(doc, ((each.start, each.end) for each in told))  # «men aged 18 to 34» are a group
            yield {"id": line["id"], "figures": [made for each in found for made in described(doc, each, amounts)]}
        else:
            yield {"id": line["id"], "figures": [made for each in figures_in(text) for made in typed(text, each, asked)]}


CHANGE = re.compile(r"(?: [a-z0-9:.]+){0,4} to (?:about |around )?")


def with_changes(text: str, found: Sequence[Found]) -> list[Found]:
    """«went from 208 pounds to 193» as the one range that annotators see in it."""
    made: list[Found] = []
    for each in found:
        last = made[-1] if made else None
        if last is not None and is_change(text, last, each):
            both = replace(last.quantity, high=each.quantity.high, kind="range", unit=each.quantity.unit or last.quantity.unit)
            made[-1] = replace(last, end=each.end, quantity=both)
        else:
            made.append(each)
    return made


def is_change(text: str, left: Found, right: Found) -> bool:
    """Whether two amounts are the two ends of «from … to …»."""
    begins = text[max(0, left.start - 5) : left.start].lower() == "from "
    same = left.quantity.unit == right.quantity.unit and "number" == left.quantity.kind == right.quantity.kind
    return begins and same and CHANGE.fullmatch(text, left.end, right.start) is not None


def length(meaning: object) -> bool:
    """Whether a date is told by a length of time: «nine days later», «the past two years»."""
    return isinstance(meaning.of if isinstance(meaning, Anaphoric) else meaning, Moved | Many)


def typed(text: str, each: Found, asked: set[str]) -> Iterator[dict[str, Any]]:
    """The figure as one of the kinds a set asks for: the number alone, the range with its bounds, the amount with its unit."""
    quantity = each.quantity
    if quantity.kind == "ordinal":
        return
    if "number" in asked:
        ends = (quantity.low, quantity.high) if quantity.kind in ("range", "either") else (quantity.value,)
        for (start, end), value in zip(quantity.numbers, ends, strict=False):
            if re.match(r"[A-Za-z]", text[end : end + 1]):
                continue  # «29km» is no number but a length
            yield {"start": start, "end": end, "type": "number", "value": value, "low": value, "high": value}
    elif "range" in asked:
        if quantity.bound not in ("about", "nearly") and quantity.low != quantity.high:
            yield {
                "start": each.start,
                "end": each.end,
                "type": "range",
                "value": None,
                "low": quantity.low,
                "high": quantity.high,
            }
    elif quantity.unit is not None and quantity.unit.kind != "points of a game":
        yield amount_alone(each, quantity)


KINDS = {"currency": "currency", "share": "percentage", "time": "time"}
OWN_NAMES = {"British Pound": "Pound", "pound-mass": "Pound", "percent": "percent"}


def amount_alone(each: Found, quantity: Quantity) -> dict[str, Any]:
    """The amount without the words that bound it; of a range its upper end, which carries the unit."""
    unit = quantity.unit
    assert unit is not None
    name = american(OWN_NAMES.get(unit.name, unit.name))
    value = quantity.high if quantity.kind in ("range", "either") else quantity.value
    per = f" per {quantity.per.name}" if quantity.per and unit.kind == "length" else ""
    kind = KINDS.get(unit.kind, "dimension")
    return {"start": quantity.span[0], "end": quantity.span[1], "type": kind, "value": value, "unit": name + per}


def american(name: str) -> str:
    """Metres and litres as Americans spell them."""
    return name.replace("metre", "meter").replace("litre", "liter")


def described(doc: Doc, each: Found, amounts: frozenset[int]) -> Iterator[dict[str, Any]]:
    """The figure with its unit and its concept, as news sentences are annotated."""
    quantity = each.quantity
    if quantity.kind == "ordinal" or (quantity.unit is None and (quantity.kind == "ratio" or uncounted(doc, each))):
        return
    about = concept(doc, each.start, each.end, has_unit=quantity.unit is not None, amounts=amounts)
    for low, high in values(quantity):
        yield {
            "start": each.start,
            "end": each.end,
            "value": low if low == high else None,
            "low": low,
            "high": high,
            "unit": unit_name(quantity, about, amounts, doc.text[each.start : each.end]),
            "change": change_of(quantity, about, doc, each),
            "concept": concept_words(about, quantity, amounts),
        }


def uncounted(doc: Doc, each: Found) -> bool:
    """A number that names, a bare «one», or a number word before a hyphen («six-speed»)."""
    quantity = each.quantity
    if is_address(doc.text, each.end) or (quantity.bound == "exactly" and part_of_name(doc, each.start, each.end)):
        return True
    hyphened = doc.text[each.end : each.end + 1] == "-" and not quantity.digits
    return hyphened or (
        doc.text[each.start : each.end] == "One" and concept(doc, each.start, each.end, has_unit=False).counted is None
    )


def values(quantity: Quantity) -> list[tuple[float | None, float | None]]:
    """The numbers the annotators wrote down: two for «five or six», the scale itself for «dozens»."""
    if quantity.kind == "either":
        return [(quantity.low, quantity.low), (quantity.high, quantity.high)]
    if quantity.kind == "plural" and quantity.low is not None:
        return [(quantity.low / 2, quantity.low / 2)]
    value = quantity.value
    return [(quantity.low, quantity.high)] if value is None else [(value, value)]


NEWS_NAMES = {"percent": "percentage", "british pound": "pound sterling", "united states dollar": "dollar", "pence": "penny",
              "israeli new shekel": "shekel", "us dollar": "dollar", "ppg": "point per game", "rpg": "rebound per game",
              "apg": "assist per game"}  # fmt: skip


def unit_name(quantity: Quantity, about: Concept, amounts: frozenset[int], written: str) -> str:
    """The unit, or the counted noun with its adjectives."""
    if quantity.unit is not None:
        name = NEWS_NAMES.get(quantity.unit.name.lower(), quantity.unit.name.lower())
        name = "metric ton" if name == "ton" and "tonne" in written.lower() else name
        return f"{name} of age" if quantity.of_age else name + (f" per {quantity.per.name}" if quantity.per else "")
    noun = about.counted
    if noun is None or noun.pos_ == "PRON":  # «all 40 of them»
        return "-"
    described = [child for child in noun.subtree if child.i < noun.i and describes_left(child, amounts)]
    words = [plain(child) if child.pos_ == "ADJ" else child.text for child in described if child.i not in amounts]
    head = noun.text.removesuffix("s") if noun.tag_ == "NNPS" else noun.text if noun.pos_ == "PROPN" else noun.lemma_.lower()
    name = " ".join([*words, head, *bare_contents(noun, amounts)])
    return ("% " if quantity.kind == "fraction" else "") + NEWS_NAMES.get(name, name)


def plain(adjective: Token) -> str:
    """The positive of an adjective, also where the lemmatiser does not know it: «realest»."""
    unknown = adjective.tag_ == "JJS" and adjective.lemma_.endswith("est")
    return adjective.lemma_.removesuffix("est") if unknown else adjective.lemma_


def bare_contents(noun: Token, amounts: frozenset[int]) -> list[str]:
    """«40 categories of products»: a noun without article after «of» is part of what is counted."""
    led = next(
        (child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" and child.i == noun.i + 1), None
    )
    inner = next((child for child in led.children if child.dep_ == "pobj"), None) if led is not None else None
    if inner is None or inner.pos_ != "NOUN" or inner.i in amounts or inner.left_edge.dep_ in ("det", "poss", "nummod"):
        return []
    return [child.text for child in inner.lefts if child.dep_ in ("amod", "compound")] + [inner.lemma_.lower()]


def describes_left(token: Token, amounts: frozenset[int]) -> bool:
    """An adjective, a noun or a model's number before the counted noun, or one joined to such: «gifted and careful players»."""
    if token.dep_ == "nummod":
        return token.i not in amounts
    joined_to = token.head if token.dep_ == "conj" else token
    return joined_to.dep_ in ("compound", "amod", "nmod") and token.pos_ in ("ADJ", "NOUN", "PROPN")


def change_of(quantity: Quantity, about: Concept, doc: Doc, each: Found) -> str:
    """Up or down where a verb of rising or falling measures its own change, else how the amount is bounded."""
    span = doc.char_span(each.start, each.end, alignment_mode="expand")
    verb = about.verb
    if span is None:
        return CHANGES[quantity.bound]
    if quantity.bound == "exactly" and quantity.unit is not None and verb is not None and span.root.head == verb:
        if verb.lemma_.lower() in RISES:
            return "up"
        if verb.lemma_.lower() in FALLS:
            return "down"
    before = doc[span.start - 1].lower_ if span.start else ""
    return before if before in ("up", "down") else CHANGES[quantity.bound]
