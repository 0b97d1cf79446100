"""Readers of ranges and of the words that bound an amount."""

import re
from collections.abc import Callable
from dataclasses import replace

from rashomon.find.cascade import Item, Run
from rashomon.find.figure.quantity import Quantity, quantities
from rashomon.find.numbers import number_words
from rashomon.records import Bound


def spread(run: Run) -> Item | None:
    """«from 5 to 7 tons», «$5-7 million», «between 20 and 30»: a unit or scale said once is that of both ends."""
    first, second = quantities(run)
    if first.low is None or second.high is None or (first.kind == "plural" and second.kind != "plural"):
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    low = first.low
    joined = run.items[0].kind not in ("between", "from")
    if joined and run.has("to") and ((first.unit and not second.unit) or changed(run)):
        return None
    if not first.unit and second.unit and second.unit.kind == "currency" and low >= (second.high or 0):
        return None
    if second.high >= 1000 and low < 1000 and written_scale(run) and low * written_scale(run) < second.high * 1.0000001:
        low *= written_scale(run)
    if low >= second.high or (joined and run.has("dash") and not dash_spans(run)):
        return None
    numbers = first.numbers + second.numbers
    unit = second.unit or first.unit
    return Item(
        "",
        0,
        0,
        low,
        meaning=Quantity(
            low,
            second.high,
            "range",
            unit,
            second.per or first.per,
            "range",
            first.of_age or second.of_age,
            first.digits,
            numbers,
            second.span,
        ),
    )


def changed(run: Run) -> bool:
    """«grew by 40 to 419», «rose 6 to 164»: how much, and to what; no range."""
    before = run.text[max(0, run.items[0].start - 24) : run.items[0].start].lower()
    return (
        re.search(
            r"\b(?:by|rose|fell|gained|lost|dropped|jumped|climbed|slid|slipped|added|up|down|increased|decreased|grew)\s+(?:by\s+)?$",
            before,
        )
        is not None
    )


def written_scale(run: Run) -> float:
    """The scale word of the second end, when the first has none: «5 to 7 million»."""
    words = [word.strip(".,").lower() for word in run.words.split()]
    scales = [number_words()[word].number for word in words if word in number_words() and number_words()[word].kind == "scale"]
    return scales[0] if len(scales) == 1 and words[-1] != "hundred" else 0.0


def dash_spans(run: Run) -> bool:
    """Whether a dash between two numbers means from–to: not «2010-2015-86», not a score («2-1»)."""
    first, second = quantities(run)
    years = first.unit is None and second.unit is None and 1900 <= (first.low or 0) <= 2100 and 1900 <= (second.high or 0) <= 2100
    return not years


def either(run: Run) -> Item | None:
    """«five or six towns»: neighbouring numbers."""
    first, second = quantities(run)
    if first.low is None or second.high is None or not first.low < second.high <= first.low * 2 + 1 or first.unit:
        return None
    return Item(
        "",
        0,
        0,
        first.low,
        meaning=replace(second, low=first.low, bound="range", kind="either", numbers=first.numbers + second.numbers),
    )


def bounded(bound: Bound) -> Callable[[Run], Item | None]:
    """A quantity with the words before or after it that bound it."""

    def build(run: Run) -> Item | None:
        here = quantities(run)[0]
        if here.bound not in ("exactly", "about") and not (
            here.kind in ("plural", "range", "either") and bound in ("about", "nearly")
        ):
            return None
        low, high = here.low, here.high
        if bound in ("over", "at least"):
            high = None
        elif bound in ("under", "at most"):
            low = None
        kept = here.bound if here.kind in ("plural", "range", "either") else bound
        return Item("", 0, 0, here.low or 0.0, meaning=replace(here, low=low, high=high, bound=kept))

    return build


def both_bounds(run: Run) -> Item | None:
    """«more than 10 but less than 20»."""
    first, second = quantities(run)
    if first.high is None and second.low is None:
        low, high = first, second
    elif first.low is None and second.high is None:
        low, high = second, first
    else:
        return None
    if low.low is None or high.high is None or low.low >= high.high:
        return None
    return Item(
        "",
        0,
        0,
        low.low,
        meaning=replace(
            low, high=high.high, unit=low.unit or high.unit, bound="range", kind="range", numbers=first.numbers + second.numbers
        ),
    )
