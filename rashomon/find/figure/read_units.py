"""Readers of money, measures, rates and ages."""

import re
from dataclasses import replace

from rashomon.find.cascade import Item, Run
from rashomon.find.figure.quantity import amount, quantities, whole
from rashomon.find.figure.units import Unit, units


def in_millions(run: Run) -> Item | None:
    """«120 MEUR», «MAUD 60»."""
    number, money = run.first("n_t"), run.first("million_money")
    unit = units().named(money.word[1:]) if money else None
    if number is None or unit is None:
        return None
    here = amount(number)
    return Item("", 0, 0, meaning=replace(here, low=number.number * 1e6, high=number.number * 1e6, unit=unit, span=whole(run)))


def scaled_money(run: Run) -> Item | None:
    """«75 USD million»."""
    number, scale, unit_item = run.first("n_t"), run.first("lone_scale"), run.first("unit")
    unit = unit_written(run, unit_item) if unit_item else None
    if number is None or scale is None or unit is None or unit.kind != "currency":
        return None
    value = number.number * scale.number
    return Item("", 0, 0, value, meaning=replace(amount(number), low=value, high=value, unit=unit, span=whole(run)))


def percent_of(run: Run) -> Item | None:
    """«per cent of 210», as one asks for a percentage."""
    unit = unit_written(run, run.items[0])
    before = run.text[max(0, run.items[0].start - 12) : run.items[0].start]
    if unit is None or unit.name != "percent" or before.strip():
        return None
    return Item("", 0, 0, run.items[-1].number, meaning=replace(amount(run.items[-1]), unit=unit, span=whole(run)))


def unit_written(run: Run, item: Item) -> Unit | None:
    """The unit of an item as the text writes it."""
    written = run.text[item.start : item.end]
    if item.kind in ("second", "quarter"):
        return units().forms[item.kind]
    if item.kind == "sign":
        bare = "".join(written.split()).upper().replace(".", "")
        return units().symbols.get({"$US": "US$", "USD$": "US$"}.get(bare, bare))
    if item.kind == "suffix":
        return units().symbols.get(written)
    return units().named(written)


def measured(run: Run) -> Item | None:
    """A number and its unit, in either order: «31 percent», «$ 2.6 billion», «USD 200», «12-cent»."""
    number, unit_item = run.first("n_t"), run.first("unit", "sign", "second", "quarter", "suffix")
    if number is None or unit_item is None:
        return None
    unit = unit_written(run, unit_item)
    if unit is None or not allowed(run, number, unit_item, unit):
        return None
    if run.items[1].kind == "dash" and run.items[0].kind == "sign":
        value = -number.number
        return Item("", 0, 0, value, meaning=replace(amount(number), low=value, high=value, unit=unit, span=whole(run)))
    return Item("", 0, 0, number.number, meaning=replace(amount(number), unit=unit, span=whole(run)))


WORDS_TOO = frozenset({"in", "am", "pm", "a.m.", "p.m.", "real", "won", "sum", "ps", "som", "rand", "lev", "lei", "bar"})


def allowed(run: Run, number: Item, unit_item: Item, unit: Unit) -> bool:
    """Whether a short or common word is meant as a unit here: «10 in» and «6 pm» are not."""
    written = run.text[unit_item.start : unit_item.end]
    if unit_item.start < number.start:
        return before_number(number, unit_item, written, unit)
    glued = number.end == unit_item.start
    after = run.text[unit_item.end : unit_item.end + 12]
    if len(written) == 1 and written.isalpha():
        before = run.text[max(0, number.start - 2) : number.start]
        return glued and not (written in "CF" and (re.match(r"\s*[A-Z]", after) or re.match(r"[A-Z]-", before)))
    if written.lower() in ("in", "pm") or unit.kind == "per only":
        return False
    if written != "PS" and written.lower() in WORDS_TOO:
        return (amount(number).low or 0) >= 100 and written.lower() not in ("am", "a.m.", "p.m.", "ps")
    return True


def glued_money(run: Run) -> Item | None:
    """«USD50»: the code belongs to the number it is glued to."""
    return measured(run) if run.glued else None


def feet_and_inches(run: Run) -> Item | None:
    """«12 ft 2 in»."""
    first, second = quantities(run)
    if first.unit is None or first.unit.name != "foot" or first.low is None or second.low is None or second.low >= 12:
        return None
    value = first.low + second.low / 12
    return Item("", 0, 0, value, meaning=replace(first, low=value, high=value, span=whole(run)))


def before_number(number: Item, unit_item: Item, written: str, unit: Unit) -> bool:
    """Only money stands before its number: «$ 5», «USD 200», «RM120,000»."""
    if unit.kind != "currency" or written in ("p", "P"):  # «p 12» is a page
        return False
    return (
        unit_item.kind == "sign"
        or (written.isupper() and len(written) <= 3)
        or written.lower() == "dollar"
        or unit_item.end == number.start
    )


def compound(run: Run) -> Item | None:
    """«12 ft 2 in», «3 dollars 50 cents»: two units of one kind are one amount in the larger."""
    first, second = quantities(run)
    if first.unit is None or first.low is None or second.low is None or first.bound != "exactly":
        return None
    ratio_of = PARTS.get((first.unit.name, second.unit.name)) if second.unit else None
    if second.unit is None:
        small_coins = first.unit.kind == "currency" and 0 < second.low < 100 and second.low % 1 == 0
        ratio_of = 100 if small_coins and NOTHING_COUNTED.match(run.text, run.items[-1].end) else None
    elif (
        ratio_of is None
        and first.unit.kind == "currency"
        and second.unit.name in ("cent", "pence", "penny", "mao", "fen", "kopeck", "sen")
    ):
        ratio_of = 10 if second.unit.name == "mao" else 100
    if ratio_of is None or first.low % 1 or second.low >= ratio_of:
        return None
    value = first.low + second.low / ratio_of
    return Item("", 0, 0, value, meaning=replace(first, low=value, high=value, numbers=first.numbers, span=whole(run)))


def by_the_dozen(run: Run) -> Item | None:
    """«64 cents a dozen»: the price of twelve."""
    base, last = amount(run.items[0]), run.items[-1]
    dozen = " ".join(run.text[last.start : last.end].lower().split()) == "a dozen"
    if not dozen or base.unit is None or base.unit.kind != "currency" or base.per is not None:
        return None
    return Item("", 0, 0, run.items[0].number, meaning=replace(base, per=units().forms["dozen"]))


# «three dollars fifty», but «64 dollars and 12 men»
NOTHING_COUNTED = re.compile(
    r"\s*(?:[^\w\s-]|$|(?:for|to|in|at|on|by|per|each|a|an|and|or|from|is|was|more|less)\b)", re.IGNORECASE
)


PARTS = {
    ("foot", "inch"): 12,
    ("yard", "foot"): 3,
    ("pound-mass", "ounce"): 16,
    ("mile", "yard"): 1760,
    ("metre", "centimetre"): 100,
    ("kilogram", "gram"): 1000,
}


def rated(run: Run) -> Item | None:
    """«1.6 million barrels per day», «$58 a barrel», «50 km/ms»."""
    base = amount(run.items[0])
    last = run.items[-1]
    per = unit_written(run, last)
    if per is None or base.per is not None:
        return None
    later = re.match(r"\s*(?:ago|earlier|later|before|after)\b", run.text[run.items[-1].end : run.items[-1].end + 12]) is not None
    if later or (run.has("a") and per.kind not in ("time", "mass", "volume", "length", "area", "per only")):
        return None
    return Item(
        "",
        0,
        0,
        run.items[0].number,
        meaning=replace(base, per=per, span=whole(run) if base.unit and base.unit.kind == "length" else base.span),
    )


def aged(run: Run) -> Item | None:
    """«15-year-old», «three months of age», «aged 87»: time since birth."""
    here = quantities(run)[0]
    if here.unit is None:
        if not (here.low is not None and 0 < here.low < 130):
            return None
        return Item("", 0, 0, here.low, meaning=replace(here, unit=units().forms["year"], of_age=True))
    return Item("", 0, 0, here.low or 0.0, meaning=replace(here, of_age=True)) if here.unit.kind == "time" else None


def aged_between(run: Run) -> Item | None:
    """«aged 18 to 34»."""
    here = amount(run.items[-1])
    return (
        Item("", 0, 0, here.low or 0.0, meaning=replace(here, unit=units().forms["year"], of_age=True))
        if here.unit is None
        else None
    )
