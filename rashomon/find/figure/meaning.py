"""What an amount means: the measure the words name, stock or flow, and of what it is a share."""

import re
from typing import Literal

from rashomon.find.figure.concepts import Concept
from rashomon.find.figure.idioms import measure_said
from rashomon.find.figure.measures import Measure, measures
from rashomon.find.figure.quantity import Found, Quantity

RISEN = re.compile(
    r"(?<!make )(?<!makes )(?<!made )(?<!making )\b(?:up|down) (?:by |about |around |some |nearly |almost )?$", re.IGNORECASE
)
STATE_OF = re.compile(
    r"\s+(?:people |persons )?(?:now )?(?:lay |lie |were |are |was )?(dead|wounded|injured|missing)\b", re.IGNORECASE
)


def kind_of(quantity: Quantity) -> str:
    """The kind of unit, as the ontology of measures has it."""
    if quantity.of_age:
        return "age"
    if quantity.unit is None:
        return "percent" if quantity.kind in ("fraction", "ratio") else "count"
    if quantity.per is not None and quantity.unit.kind == "currency":
        return f"currency per {quantity.per.kind}"
    return "percent" if quantity.unit.name == "percent" else quantity.unit.kind


def unit_key(quantity: Quantity) -> str:
    """USD, percent, kilometre, barrel per day; empty for a bare count."""
    if quantity.unit is None:
        return {"fraction": "share", "ratio": "ratio"}.get(quantity.kind, "")
    name = f"{quantity.unit.key} of age" if quantity.of_age else quantity.unit.key
    return f"{name} per {quantity.per.key}" if quantity.per else name


FLOW = re.compile(
    r"\b(?:annual|annually|yearly|monthly|weekly|daily|(?:a|per|each|every|last|this) (?:year|month|week|day|quarter))\b",
    re.IGNORECASE,
)
STOCK = re.compile(
    r"\b(?:stock of|outstanding|accumulated|cumulative|in all since|to date|so far|all in all|(?:has|have|had) reached"
    r"|st(?:ands?|ood) at)\b",
    re.IGNORECASE,
)
ASIDE = 60  # characters to each side of an amount in which such words speak of it


def stock_or_flow(each: Found, measure: Measure | None, text: str) -> Literal["", "stock", "flow"]:
    """Whether the words make it a sum at one time («investments to date») or of a stretch of time («a year»)."""
    kind = kind_of(each.quantity)
    if kind in ("count", "length", "age", "time"):
        return "flow" if measure is not None and measure.flow else ""
    if each.quantity.per is not None and each.quantity.per.kind == "time":
        return "flow"
    low = max(text.rfind(". ", each.start - ASIDE, each.start), each.start - ASIDE, 0)
    stop = text.find(". ", each.end, each.end + ASIDE)
    near = text[low : stop if stop >= 0 else each.end + ASIDE]
    if STOCK.search(near):
        return "stock"
    return "flow" if (measure is not None and measure.flow) or (kind.startswith("currency") and FLOW.search(near)) else ""


OF = re.compile(r"\s+of\b", re.IGNORECASE)


def base_of(each: Found, about: Concept, text: str) -> str:
    """What a share is a share of, as written; empty where the text does not go on with «of»."""
    share = kind_of(each.quantity) == "percent" and OF.match(text, each.end)
    noun = about.heads[0] if about.heads else about.counted
    if not share or noun is None or noun.idx < each.end:
        return ""
    return " ".join(text[noun.left_edge.idx : noun.right_edge.idx + len(noun.right_edge)].split())[:200]


def measure_here(each: Found, about: Concept, text: str) -> Measure | None:
    """The measure, also by the words right beside the amount: «up 29 %», «164 dead»; a length of time is a duration."""
    kind = kind_of(each.quantity)
    if kind == "percent" and RISEN.search(text, max(0, each.start - 16), each.start):
        return measures().by_name["growth"]
    if kind == "percent" and changes_by(each, about, text):
        return measures().by_name["growth"]
    found = (measure_said(about) if kind == "count" else None) or measure_of(each.quantity, about)
    if found is None and kind == "length" and AWAY.match(text, each.end):
        return measures().by_name["distance"]
    told = STATE_OF.match(text, each.end) if kind == "count" and (found is None or not found.cumulative) else None
    if told is not None:
        return measures().of([("noun", told[1].lower())], "count")
    return measures().by_name["duration"] if found is None and kind == "time" else found


AWAY = re.compile(r"\s+(?:away |north |south |east |west )?(?:from|off|outside|of|away)\b", re.IGNORECASE)


def changes_by(each: Found, about: Concept, text: str) -> bool:
    """«trade fell by 5 percent», and not «fell to 5 percent of the whole»."""
    verb = about.verb.lemma_.lower() if about.verb is not None else ""
    growth = measures().by_name["growth"]
    by = about.role in ("npadvmod", "dobj") or text[max(0, each.start - 4) : each.start].lower().endswith("by ")
    return by and verb in growth.verbs and OF.match(text, each.end) is None


def measure_of(quantity: Quantity, about: Concept) -> Measure | None:
    """The measure the words around name; «invested billions» is money, though of what currency is not said."""
    kind = kind_of(quantity)
    found = measures().of(about.clues(kind), kind)
    if found is None and quantity.kind == "plural" and (quantity.low or 0) >= 1e6:
        return measures().of(about.clues("currency"), "currency")
    return found


def goes_on(measure: Measure | None, quantity: Quantity) -> bool:
    """Whether a measure is of the time the story has reached: what is counted as events, and shares; a price is not."""
    return measure is not None and (measure.cumulative or bool(measure.flow) or kind_of(quantity) == "percent")
