"""Amounts of single sentences: numbers, ranges, money and measures, and what each measures.

The gold sets name units and concepts each in their own way; what is written here is the same reading under their names.
"""

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Token

from quality.predict import Lines
from rashomon.find.figure_concepts import LEFT_OUT, Concept, concept, phrase
from rashomon.find.figure_rules import Quantity
from rashomon.find.figures import Found, figures_in
from rashomon.find.parse import model

CHANGES = {"exactly": "=", "about": "~", "nearly": "<", "over": ">", "at least": ">", "under": "<", "at most": "<", "range": "="}
RISES = frozenset({"rise", "gain", "jump", "climb", "increase", "advance", "surge", "soar", "add", "grow", "up", "higher"})
FALLS = frozenset({"fall", "drop", "lose", "slide", "decline", "decrease", "plummet", "sink", "slip", "tumble", "down", "lower", "shed", "dip"})


def predict(lines: Lines) -> Iterator[dict[str, Any]]:
    """One prediction a text."""
    for line in lines:
        text, asked = line["text"], set(line.get("annotated") or ["any"])
        found = figures_in(text)
        if "any" in asked:
            doc = model()(text)
            yield {"id": line["id"], "figures": [made for each in found for made in described(doc, each)]}
        else:
            yield {"id": line["id"], "figures": [made for each in found for made in typed(text, each, asked)]}


def typed(text: str, each: Found, asked: set[str]) -> Iterator[dict[str, Any]]:
    """The figure as one of the kinds a set asks for: the number alone, the range with its bounds, the amount with its unit."""
    quantity = each.quantity
    if "number" in asked:
        for start, end in quantity.numbers:
            yield {"start": start, "end": end, "type": "number", "value": quantity.value, "low": quantity.value, "high": quantity.value}
    elif "range" in asked:
        if quantity.bound not in ("about", "nearly") and quantity.low != quantity.high:
            yield {"start": each.start, "end": each.end, "type": "range", "value": None, "low": quantity.low, "high": quantity.high}
    elif quantity.unit is not None:
        kind = {"currency": "currency", "share": "percentage", "time": "time"}.get(quantity.unit.kind, "dimension")
        yield {"start": each.start, "end": each.end, "type": kind, "value": quantity.value, "unit": american(quantity.unit.name)}


def american(name: str) -> str:
    """Metres and litres as Americans spell them."""
    return name.replace("metre", "meter").replace("litre", "liter")


def described(doc: Doc, each: Found) -> Iterator[dict[str, Any]]:
    """The figure with its unit and its concept, as news sentences are annotated."""
    quantity = each.quantity
    if quantity.kind == "ordinal" or quantity.unit is None and quantity.kind == "ratio":
        return
    about = concept(doc, each.start, each.end, has_unit=quantity.unit is not None)
    low, high = quantity.low, quantity.high
    value = quantity.value if quantity.bound != "range" else None
    span = doc.char_span(each.start, each.end, alignment_mode="expand")
    yield {
        "start": each.start,
        "end": each.end,
        "value": value,
        "low": low if value is None else value,
        "high": high if value is None else value,
        "unit": unit_name(quantity, about),
        "change": CHANGES[quantity.bound],
        "concept": concept_words(about, span),
    }


def unit_name(quantity: Quantity, about: Concept) -> str:
    """The unit, or the counted noun with its adjectives."""
    if quantity.unit is not None:
        name = {"percent": "percentage", "GBP": "pound sterling"}.get(quantity.unit.name, quantity.unit.name).lower()
        name = "dollar" if name == "united states dollar" else name
        per = f" per {quantity.per.name}" if quantity.per else ""
        return f"{name} of age" if quantity.of_age else name + per
    if about.counted is None:
        return "-"
    words = [child.text for child in about.counted.children if child.dep_ in ("compound", "amod") and child.i < about.counted.i]
    return " ".join([*words, about.counted.lemma_.lower() if about.counted.pos_ != "PROPN" else about.counted.text])


def concept_words(about: Concept, span: Any) -> str | None:
    """The words that say what is measured, without the counted noun itself."""
    heads = [head for head in about.heads if head.pos_ not in LEFT_OUT]
    words: list[Token] = phrase(heads[0], span) if heads else []
    return " ".join(token.text for token in words if not token.is_stop) or None
