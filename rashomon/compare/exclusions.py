"""Whether two slots of one kind exclude each other: two numbers, times, places or agents that cannot be the same."""

import re
from collections.abc import Callable, Mapping

from rashomon.compare.figure_sizes import interval, kind_of, size_of
from rashomon.compare.passages import Slot, SlotKind
from rashomon.compare.stories import stems
from rashomon.compare.whereabouts import one_capital
from rashomon.find.figure.measures import measures
from rashomon.records import Date, Figure, Mention

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple("january february march april may june july august september october november december".split())
PIECE = re.compile(r"[a-z]+|\d+")
LATEST = 2100  # a number up to it, of four digits, is a year
SHARES = frozenset({"percent", "share", "ratio"})  # «38 percent», «more than half»: one kind
ANYBODY = "people"  # whom a measure counts when it is said of nobody in particular: «lost 17 men»
Pieces = Mapping[str, int]


def values_apart(left: Figure, right: Figure, among: Mapping[str, str]) -> bool:
    """Two amounts of one kind whose ranges do not meet: «40», «17»; not «2.47 billion euros», «about two and a half billion»."""
    kinds = ["share" if one.unit in SHARES else kind_of(one.unit) for one in (left, right)]
    sizes = [size_of(one.unit) if one.unit else 1.0 for one in (left, right)]
    if kinds[0] != kinds[1] or sizes[0] is None or sizes[1] is None:
        return False
    (low, high), (other_low, other_high) = (
        [bound * size for bound in interval(one)] for one, size in ((left, sizes[0]), (right, sizes[1]))
    )
    return one_measure(left, right) and (high < other_low or other_high < low)


def one_measure(left: Figure, right: Figure) -> bool:
    """Nothing says that they measure two things: the dead and the injured, a stock and a flow, the losses of two armies."""
    named = {left.measures, right.measures} & measures().by_name.keys()
    owned = bool(left.of and right.of) and not set(left.of) & set(right.of)
    placed = bool(left.place and right.place) and left.place != right.place
    sorts = bool(left.kind and right.kind) and left.kind != right.kind
    return not (len(named - {ANYBODY}) > 1 or owned or placed or sorts or left.counted != right.counted)


def days_apart(left: Date, right: Date, among: Mapping[str, str]) -> bool:
    """Two times that do not meet: «Monday», «Thursday»; «3 December», «5 December»; resolved ones by their days."""
    if left.low and right.low and left.high and right.high:
        return left.high < right.low or right.high < left.low
    one, other = pieces(left.cited.quote), pieces(right.cited.quote)
    return any(one[piece] != other[piece] for piece in one.keys() & other.keys())


def pieces(quote: str) -> Pieces:
    """The weekday, month, day of the month and year that an expression names."""
    found: dict[str, int] = {}
    for word in PIECE.findall(quote.lower()):
        if word in WEEKDAYS:
            found.setdefault("weekday", WEEKDAYS.index(word))
        elif word in MONTHS:
            found.setdefault("month", MONTHS.index(word))
        elif word.isdigit() and 1000 <= int(word) <= LATEST:
            found.setdefault("year", int(word))
        elif word.isdigit() and 1 <= int(word) <= 31:
            found.setdefault("day", int(word))
    if "month" not in found:
        found.pop("day", None)
    return found


def places_apart(left: Mention, right: Mention, among: Mapping[str, str]) -> bool:
    """Two places of which neither is known to lie in the other: «Muscat», «Rome»; not «Khost», «Afghanistan»."""
    return others(left, right, among) and not contained(left, right) and not one_capital(left.cited.quote, right.cited.quote)


def contained(left: Mention, right: Mention) -> bool:
    """One is the country of the other."""
    return any(one.actor == f"state:{other.country}" for one, other in ((left, right), (right, left)))


def agents_apart(left: Mention, right: Mention, among: Mapping[str, str]) -> bool:
    """Two who are not known to be one: «Somali pirates», «the Houthis»; not «Islamabad», «the Pakistani air force»."""
    if not others(left, right, among):
        return False
    state = any(one.type == "state" and one.country == other.country for one, other in ((left, right), (right, left)))
    return not state


def others(left: Mention, right: Mention, among: Mapping[str, str]) -> bool:
    """Neither the same actor nor a word in common."""
    one, other = (among.get(mention.actor, mention.actor) or mention.name for mention in (left, right))
    return one != other and not set(stems(left.cited.quote)) & set(stems(right.cited.quote))


APART: Mapping[SlotKind, Callable[..., bool]] = {
    "value": values_apart,
    "date": days_apart,
    "place": places_apart,
    "agent": agents_apart,
}


def apart(left: Slot, right: Slot, among: Mapping[str, str]) -> bool:
    """Two slots of one kind that exclude each other; ``among`` gives an actor key its representative."""
    return left.kind == right.kind and APART[left.kind](left.finding, right.finding, among)
