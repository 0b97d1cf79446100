"""Near-copies: passages made from each other, which agree but for small changes of desks, or differ in one number or time."""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from quality.conflicts.tellings import Contrast, Kind

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
HEADS = ("(Agency) - ", "LONDON - ", "Photo: Agency. ", "BERLIN (AP) — ", "Updated: ", "“")
QUOTES = str.maketrans('“”"', "'''")
SHARING = 0.6  # of the sets also give two passages that share a sentence and differ in what does not conflict


def headed(text: str, chance: Random) -> str:
    """With what a desk puts before a text."""
    return chance.choice(HEADS) + text


def requoted(text: str, chance: Random) -> str:
    """With other quotation marks."""
    return text.translate(QUOTES)


def cut(text: str, chance: Random) -> str:
    """Without its last words, as a teaser is."""
    words = text.split()
    return " ".join(words[: -chance.randint(1, 3)]) + " …" if len(words) > 10 else text


def without_first(text: str, chance: Random) -> str:
    """Without its first sentence, if it has others."""
    _, *others = SENTENCE_END.split(text)
    return " ".join(others) or text


def reordered(text: str, chance: Random) -> str:
    """With its sentences in another order."""
    sentences = SENTENCE_END.split(text)
    return " ".join(chance.sample(sentences, len(sentences)))


def unchanged(text: str, chance: Random) -> str:
    """As it is."""
    return text


CHANGES: tuple[Callable[[str, Random], str], ...] = (headed, requoted, cut, without_first, reordered, unchanged)


def changed(text: str, chance: Random) -> str:
    """A text with one of the small changes."""
    return chance.choice(CHANGES)(text, chance)


def near_copies(one: Contrast, chance: Random) -> Iterator[tuple[str, str]]:
    """Pairs of texts from a set that agree: a text and its near-copy; often also two that share the passage of the set."""
    text = chance.choice([one.left, *(rival.text for rival in one.rights)])
    yield text, changed(text, chance)
    agreeing = [rival.text for rival in one.rights if rival.kind == "none"]
    if agreeing and chance.random() < SHARING:
        added = chance.choice(agreeing)
        others = (one.left, added, f"{added} {one.left}", f"{changed(one.left, chance)} {chance.choice(agreeing)}")
        yield f"{one.left} {added}", chance.choice(others)


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple("January February March April May June July August September October November December".split())
COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FACTORS = (0.2, 0.35, 0.5, 1.6, 2, 3, 4.5)
ANY_MONTH, AFTER_MONTH = "|".join(MONTHS), "|".join(f"(?<={month} )" for month in MONTHS)
NOT_AFTER_MONTH = "".join(f"(?<!{month} )" for month in MONTHS)


def one_of(*names: str) -> re.Pattern[str]:
    """A word out of some."""
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


def another(found: str, names: tuple[str, ...], chance: Random) -> str:
    """Any of some words but that."""
    return chance.choice([name for name in names if name != found])


def another_number(found: str, chance: Random) -> str:
    """A number that is much smaller or larger, set as that is: «1,200» as «2,400», «3.5» as «1.2»."""
    number = float(found.replace(",", "")) * chance.choice(FACTORS)
    changed_number = f"{number:.1f}" if "." in found else f"{max(1, round(number)):,}"
    return changed_number if changed_number != found else f"{found}0"


class Shift(NamedTuple):
    """A way to make a passage another's rival by one word: the kind of conflict, what is changed, and what it becomes."""

    kind: Kind
    place: re.Pattern[str]
    other: Callable[[str, Random], str]


SHIFTS: tuple[Shift, ...] = (
    Shift("date", one_of(*WEEKDAYS), lambda found, chance: another(found, WEEKDAYS, chance)),
    Shift(  # «may» and «march» are other words too
        "date",
        one_of(*(month for month in MONTHS if month not in {"March", "May"})),
        lambda found, chance: another(found, MONTHS, chance),
    ),
    Shift(  # «on 14 March», «on March 14»
        "date",
        re.compile(rf"\b\d\d?(?= (?:{ANY_MONTH})\b)|(?:{AFTER_MONTH})\d\d?\b"),
        lambda found, chance: another(found, tuple(map(str, range(1, 29))), chance),
    ),
    Shift("value", one_of(*COUNTS), lambda found, chance: another(found, COUNTS, chance)),
    Shift(  # «1,200», «3.5»; not a year, a day, «12:30» or «21st»
        "value",
        re.compile(
            rf"{NOT_AFTER_MONTH}(?<![\d.,:/-])(?!(?:19|20)\d\d\b)\d+(?:,\d{{3}})*(?:\.\d+)?(?![\d:/\w-]|[.,]\d| (?:{ANY_MONTH}))"
        ),
        another_number,
    ),
)


def shifted(text: str, chance: Random) -> tuple[Kind, str] | None:
    """A text with one number, day or month changed, and the kind of conflict that makes; None where it has none."""
    found = [(shift, place) for shift in SHIFTS for place in shift.place.finditer(text)]
    if not found:
        return None
    shift, place = chance.choice(found)
    return shift.kind, text[: place.start()] + shift.other(place.group(), chance) + text[place.end() :]
