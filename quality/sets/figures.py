"""Amounts of single sentences: numbers, ranges, money and measures, and what each measures.

The gold sets name units and concepts each in their own way; what is written here is the same reading under their names.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Token

from quality.predict import Lines
from rashomon.find.date.days import Anaphoric
from rashomon.find.date.offsets import Many, Moved
from rashomon.find.dates import dates_in
from rashomon.find.figure.concepts import LEFT_OUT, Concept, amount_tokens, concept, phrase
from rashomon.find.figure.names import part_of_name
from rashomon.find.figure.quantity import Found, Quantity
from rashomon.find.figures import figures_in
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
        found: Sequence[Found] = figures_in(text)
        if "any" in asked:
            doc = model()(text)
            dated = [each for each in dates_in(text) if each.kind in ("date", "time") and not length(each.meaning)]
            found = [each for each in found if not any(each.start < date.end and date.start < each.end for date in dated)]
            found = [each for each in found if each.quantity.unit is not None or not uncounted(doc, each)]
            amounts = amount_tokens(doc, ((each.start, each.end) for each in found))
            yield {"id": line["id"], "figures": [made for each in found for made in described(doc, each, amounts)]}
        else:
            yield {"id": line["id"], "figures": [made for each in found for made in typed(text, each, asked)]}


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
            "unit": unit_name(quantity, about, amounts),
            "change": change_of(quantity, about, doc, each),
            "concept": concept_words(about, quantity, amounts),
        }


def uncounted(doc: Doc, each: Found) -> bool:
    """A number that names, a bare «one», or a number word before a hyphen («six-speed»)."""
    quantity = each.quantity
    if quantity.bound == "exactly" and part_of_name(doc, each.start, each.end):
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
              "israeli new shekel": "shekel", "us dollar": "dollar"}  # fmt: skip


def unit_name(quantity: Quantity, about: Concept, amounts: frozenset[int]) -> str:
    """The unit, or the counted noun with its adjectives."""
    if quantity.unit is not None:
        name = NEWS_NAMES.get(quantity.unit.name.lower(), quantity.unit.name.lower())
        return f"{name} of age" if quantity.of_age else name + (f" per {quantity.per.name}" if quantity.per else "")
    noun = about.counted
    if noun is None:
        return "-"
    described = [
        child for child in noun.subtree if child.dep_ in ("compound", "amod") and child.i < noun.i and child.pos_ != "VERB"
    ]
    words = [child.lemma_ if child.pos_ == "ADJ" else child.text for child in described if child.i not in amounts]
    head = noun.text.removesuffix("s") if noun.tag_ == "NNPS" else noun.text if noun.pos_ == "PROPN" else noun.lemma_.lower()
    return ("% " if quantity.kind == "fraction" else "") + " ".join([*words, head])


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


def concept_words(about: Concept, quantity: Quantity, amounts: frozenset[int]) -> str | None:
    """The words that say what is measured: of a plain count the subject, else what stands nearest and the subject."""
    owners = [head for head in about.heads[:1] if head != about.subject]
    plain = quantity.unit is None and about.counted is not None
    nearest: list[Token | None] = [*owners] or [about.subject] if plain else [*owners, about.subject]
    heads = [head for head in nearest if head is not None and head.pos_ not in LEFT_OUT and head != about.counted]
    own = frozenset(token.i for token in about.counted.subtree) if about.counted is not None else frozenset[int]()
    parts = [joined(phrase(head, amounts | (own if head.i not in own else frozenset()))) for head in dict.fromkeys(heads)]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or None


def joined(tokens: list[Token]) -> str:
    """The words as written, hyphens kept: «blue-chip index»."""
    text, last = "", -9
    for token in tokens:
        if (token.is_stop and not token.text[:1].isupper()) or token.lower_ in ("'s", "’s", "the", "a", "an"):
            continue
        mark = token.nbor(-1) if token.i else token
        glued = token.i == last + 2 and mark.text in ("-", "/", "&") and not mark.whitespace_ and not token.nbor(-2).whitespace_
        text += (mark.text if glued else " ") + token.text
        last = token.i
    return text.strip()
