"""The words and shapes in which a report speaks: of status, kind, date and amount, and of text that is not fit to print."""

import re
from collections.abc import Mapping

import msgspec

from rashomon.records import Figure, Finding, Status

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SIZES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class Shape(msgspec.Struct, frozen=True):
    """How a status is drawn and explained: an SVG path around 0,0, whether it is filled, and its meaning."""

    path: str
    filled: bool
    meaning: str


CIRCLE = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"
SHAPES: Mapping[Status, Shape] = {
    "stated": Shape(CIRCLE, True, "the article's own word"),
    "reported": Shape("M-5-5h10v10h-10z", True, "the word of a source, named or not"),
    "alleged": Shape("M0-6L6 5H-6z", True, "an accusation, or a word that keeps its distance"),
    "denied": Shape("M-5-3L-3-5 0-2 3-5 5-3 2 0 5 3 3 5 0 2-3 5-5 3-2 0z", True, "somebody says it is not so"),
    "refused": Shape("M-6-2h12v4h-12z", True, "somebody would not do it"),
    "planned": Shape(CIRCLE, False, "ordered, promised, offered or intended"),
    "predicted": Shape("M-5-5L6 0-5 5z", False, "said to be going to happen"),
    "conditional": Shape("M0-6L6 0 0 6-6 0z", False, "only if something else comes true"),
    "possible": Shape("M-5-5h10v10h-10z", False, "may be so: reportedly, not ruled out"),
}


class Deed(msgspec.Struct, frozen=True):
    """A type of event in words: with somebody at its end («Tarn helps Orm»), and on its own («protest by dockers»)."""

    verb: str
    noun: str


DEEDS: Mapping[str, Deed] = {
    "AGREE": Deed("agrees with", "agreement"),
    "CONSULT": Deed("meets or talks with", "meeting or talks"),
    "SUPPORT": Deed("supports", "support"),
    "COOPERATE": Deed("cooperates with", "cooperation"),
    "CONCEDE": Deed("yields to", "concession"),
    "YIELD": Deed("yields to", "concession"),
    "AID": Deed("helps", "help"),
    "RETREAT": Deed("withdraws from or lets go of", "withdrawal or release"),
    "REQUEST": Deed("asks or orders", "request or order"),
    "ACCUSE": Deed("accuses", "accusation"),
    "REJECT": Deed("rejects", "refusal"),
    "THREATEN": Deed("threatens", "threat"),
    "PROTEST": Deed("protests against", "protest"),
    "SANCTION": Deed("punishes or cuts ties with", "sanction or cut of ties"),
    "MOBILIZE": Deed("moves forces towards", "movement of forces"),
    "COERCE": Deed("uses the force of the state on", "force of the state"),
    "ASSAULT": Deed("attacks", "attack"),
}
"""PLOVER 2.0 event types as a reader would say them."""

RULES: Mapping[str, str] = {
    "conditional": "If … then",
    "prediction": "What is expected",
    "cause": "What is said to have caused what",
    "purpose": "What is said to serve what",
    "aim": "At whom or what it is said to be aimed",
    "counterfactual": "What would have been",
}

BOUNDS: Mapping[str, str] = {"exactly": "", "range": ""}
"""Bounds that need no word of ours; the others are their own word, «at least»."""

# Characters that a browser or a word processor would swallow, act upon or refuse: shown as a picture of the same length.
UNFIT = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)}
UNFIT |= {0x7F: 0x2421} | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)

TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)


def fit(text: str) -> str:
    """The text with every unfit character replaced by a visible one; as long as before."""
    return text.translate(UNFIT)


def unturned(text: str) -> str:
    """The text without marks that turn the direction of writing, for formats that cannot isolate them; as long as before."""
    return text.translate(TURNING)


def finalize(value: object) -> object:
    """Make what a template prints fit to print; markup was made from fit text already."""
    return fit(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def status_words(finding: Finding) -> str:
    """The status of a finding in words, «reported, negated, about an earlier time»."""
    extra = [word for word, holds in (("negated", finding.negated), ("about an earlier time", finding.historical)) if holds]
    return ", ".join([finding.status, *extra])


def date_words(value: str) -> str:
    """An ISO 8601 day, month, year or interval for people: «15 September 2022», «1 to 5 January 2022», or "" for none."""
    low, slash, high = (part.strip(".") for part in value.partition("/"))  # «..» is the open end of ISO 8601-2
    if not slash:
        return _day_words(low)
    if not low or not high:
        return f"since {_day_words(low)}" if low else f"until {_day_words(high)}" if high else ""
    if WHOLE_YEARS.fullmatch(f"{low}/{high}"):
        low, high = low[:4], high[:4]
    if low[:7] == high[:7] and len(low) == len(high) == 10:
        return f"{int(low[8:])} to {_day_words(high)}"
    return _day_words(low) if low == high else f"{_day_words(low)} to {_day_words(high)}"


WHOLE_YEARS = re.compile(r"\d{4}-01-01/\d{4}-12-31")


def _day_words(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", value):
        return value
    parts = value.split("-")
    words = [parts[0]]
    words[:0] = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    words[:0] = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join(words)


def amount_words(amount: float) -> str:
    """A number as people read it: «13 billion», «9,900», «0.27»."""
    for size, word in SIZES:
        if abs(amount) >= size:
            return f"{_plain(amount / size)} {word}"
    return _plain(amount)


def _plain(amount: float) -> str:
    return f"{amount:,.0f}" if amount == round(amount) else f"{amount:,.4g}" if abs(amount) < 1000 else f"{amount:,.1f}"


def unit_words(unit: str, plural: bool = True) -> str:
    """A unit for people: «US dollars» for USD; bare counts have none."""
    known = {"USD": "US dollars", "EUR": "euros", "KZT": "tenge", "RUB": "roubles", "CNY": "yuan", "percent": "percent"}
    return known.get(unit, f"{unit}s" if plural and unit.isalpha() and unit.islower() and not unit.endswith("s") else unit)


def bound_words(figure: Figure) -> str:
    """The bound of a figure where it needs saying, «at least»."""
    return BOUNDS.get(figure.bound, figure.bound)


def counted(number: int, one: str, many: str = "") -> str:
    """«1 page», «2,000 pages»."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
