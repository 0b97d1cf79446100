"""What speaks against a conflict that the network sees: values that meet, other occasions, one standing to one thing."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rashomon.compare.exclusions import apart
from rashomon.compare.passages import Passage, Slot
from rashomon.compare.rival_places import OF_KIND
from rashomon.compare.stories import stems
from rashomon.records import Found, Span

Sides = tuple[Passage, Passage]
MEASURED = frozenset({"value", "date", "place"})  # kinds of which the stages know what excludes what
STANDINGS = frozenset({"polarity", "status", "responsibility"})  # kinds that turn on how a thing is asserted
ASSERTED = frozenset({"stated", "reported"})
DISTANT = frozenset({"alleged", "denied"})
OPEN = frozenset({"conditional", "possible", "planned", "predicted"})
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "last next previous".split()
)


class Told(NamedTuple):
    """Two passages that the network takes for rivals: of what kind, and where."""

    kind: str
    sides: Sides
    spans: tuple[Span, Span]
    slots: tuple[Slot, Slot] | None
    actors: Mapping[str, str]
    founds: Sequence[Found]


def compatible(told: Told) -> bool:
    """Both give numbers, times or places, and none of the one excludes any of the other: «over 40 million», «42.4 million»."""
    mine, others = slots_of(told.sides, OF_KIND[told.kind] if told.kind in MEASURED else "")
    return bool(mine and others) and not any(apart(one, other, told.actors) for one in mine for other in others)


def other_place_or_time(told: Told) -> bool:
    """All places or all times of the one exclude all of the other, and the conflict is not over these."""
    for kind in {"place", "date"} - {told.kind}:
        mine, others = slots_of(told.sides, kind)
        if mine and others and all(apart(one, other, told.actors) for one in mine for other in others):
            return True
    return False


def other_round(told: Told) -> bool:
    """They count other rounds: «the first hostages», «the last hostages»."""
    counted = [ORDINALS & set(side.part(span).lower().split()) for side, span in zip(told.sides, told.spans, strict=True)]
    return all(counted) and not counted[0] & counted[1]


def repeated(told: Told) -> bool:
    """The one sentence holds the other word for word, and no two slots differ."""
    left, right = (frozenset(stems(side.part(span))) for side, span in zip(told.sides, told.spans, strict=True))
    return told.slots is None and one_holds_other(left, right)


def one_holds_other(left: frozenset[str], right: frozenset[str]) -> bool:
    """All stems of the one are among those of the other."""
    return left <= right or right <= left


def slots_of(sides: Sides, kind: str) -> tuple[list[Slot], list[Slot]]:
    """The slots of a kind of either passage."""
    left, right = ([slot for slot in told.slots if slot.kind == kind] for told in sides)
    return left, right


def one_standing(told: Told) -> bool:
    """Both passages allege or both deny, or one plans what the other tells as done: they stand to it alike, or at other times."""
    if told.slots or told.kind not in STANDINGS:
        return False
    left, right = (standings(told.founds[side.article], span) for side, span in zip(told.sides, told.spans, strict=True))
    alike = bool(left) and left == right and not left & ASSERTED
    planned = bool(left & OPEN) != bool(right & OPEN) and bool((left | right) & ASSERTED)
    return alike or planned


def standings(found: Found, span: Span) -> frozenset[str]:
    """How what a sentence tells is asserted: by the cue of who speaks where that distances, else by its claims."""
    inside = [one for one in (*found.statements, *found.claims) if span[0] <= one.cited.start and one.cited.end <= span[1]]
    distant = frozenset(one.status for one in inside if one.status in DISTANT)
    return distant or frozenset(one.status for one in inside)


DOUBTS: tuple[tuple[Callable[[Told], bool], float], ...] = (
    (compatible, 3.0),
    (other_place_or_time, 1.5),
    (other_round, 3.0),
    (repeated, 5.0),
    (one_standing, 2.0),
)
"""What speaks against a conflict, and the log odds that it takes from what the network says."""
