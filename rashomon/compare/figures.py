"""Figures told more than once: the same measure of the same actors at the same time, agreeing or not.

Candidates come from an index (measure, actors, unit) and stand together by time, never from all pairs.  The ontology of
measures says what may be set against what; every figure whose actors or unit are not certain is left alone.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, pairwise

from rashomon.compare.figure_affairs import one_affair_of
from rashomon.compare.figure_owners import PEOPLE, UNKNOWN, ground
from rashomon.compare.figure_sizes import kind_of
from rashomon.compare.figure_times import RECENT, by_time, day_of
from rashomon.compare.figure_told import Told, telling
from rashomon.find.figure.measures import measures
from rashomon.records import Comparison, Found, Side, Verdict

FIRST_DAYS = 2  # after an event its toll is preliminary
LITTLE = 1.5  # times a preliminary toll may rise; more is another account: «10», «200»
APART = {"flow": "the sum of a stretch of time"}  # for people, where a sort does not say it itself


@dataclass(slots=True)
class Group:
    """Figures of one key that fit one another, and the range that fits them all."""

    low: float
    high: float
    told: list[Told] = field(default_factory=list)

    def __lt__(self, other: "Group") -> bool:
        """Groups stand in the order of their ranges, which never meet."""
        return self.low < other.low


def figures(
    founds: Sequence[Found], actors: Mapping[str, str], events: Mapping[str, str], copies: Mapping[str, str]
) -> tuple[Comparison, ...]:
    """What the tellings of each measure make of one another.

    ``actors`` maps an actor key to the key that stands for it, ``events`` an event id to its representative, ``copies`` an
    article id to the article it is a copy of; what they do not name stands for itself.
    """
    grounds = [ground(found) for found in founds]
    told = [one for each in grounds for figure in each.found.figures if (one := telling(figure, each, actors, copies))]
    made: dict[frozenset[str], Comparison] = {}
    latest = max((one.months[1] for one in told if one.months), default=0)
    laid = index(told, events)
    for key, listed in sorted(laid.items()):
        for cluster in by_time(listed, latest):
            comparison = compared(key[0], cluster)
            if comparison is not None:
                made.setdefault(frozenset(identities(comparison)), comparison)
    for comparison in of_other_sorts(laid, latest):
        made.setdefault(frozenset(identities(comparison)), comparison)
    return tuple(sorted(without_parts(made), key=lambda each: (each.verdict != "conflicts", each.about, each.id)))


def identities(comparison: Comparison) -> Iterator[str]:
    """The ids of all findings on all sides."""
    return (identity for side in comparison.sides for identity in side.findings)


def without_parts(made: Mapping[frozenset[str], Comparison]) -> list[Comparison]:
    """The comparisons, without those that only repeat a part of another with the same verdict."""
    holding: dict[str, list[frozenset[str]]] = {}
    for ids in made:
        for identity in ids:
            holding.setdefault(identity, []).append(ids)
    kept = []
    for ids, comparison in made.items():
        larger = (other for other in holding[min(ids)] if ids < other)
        if not any(made[other].verdict == comparison.verdict for other in larger):
            kept.append(comparison)
    return kept


Key = tuple[str, tuple[str, ...], str, str, str]
"""Measure, whose and where, unit, who is counted («tourist»), and the sort: stock or flow, or the base of a share."""


def index(told: Iterable[Told], events: Mapping[str, str]) -> dict[Key, list[Told]]:
    """Figures by what they are of; parts stand with their whole («wounded» with the casualties, «miners» with the dead)."""
    laid: dict[Key, list[Told]] = {}
    for one in told:
        for name, counted in names_of(one):
            for place in places_of(one, events):
                laid.setdefault((name, place, kind_of(one.figure.unit), counted, one.sort), []).append(one)
    return {key: listed for key, listed in laid.items() if listed}


def places_of(one: Told, events: Mapping[str, str]) -> list[tuple[str, ...]]:
    """What the figure is of, each enough to find others of the same: its actors or anchors, unknown names, its event."""
    unknown = sorted(actor for actor in one.actors if actor.startswith(UNKNOWN))
    listed: list[tuple[str, ...]] = [(name,) for name in unknown] or [tuple(sorted(one.actors))]
    if one.measure.anchor:
        listed = list(one.anchors) or listed
    elif one.figure.event and one.measure.ends < 2:
        people = sorted(actor for actor in one.actors if actor.startswith(PEOPLE))  # «ten Danes» are not all twelve
        listed.append((f"event {events.get(one.figure.event, one.figure.event)}", *people))
    return listed


def names_of(one: Told) -> list[tuple[str, str]]:
    """The measure and who is counted, alone, as part of a wider measure, and as part of all the dead."""
    whole = one.measure.part_of or (one.measure.name if one.measure.name in wholes() else "")
    of_which = [(f"{whole} of which", one.figure.counted)] if whole else []
    of_all = [(f"{one.measure.name} of all", "")] if one.measure.cumulative else []
    return [(one.measure.name, one.figure.counted), *of_which, *of_all]


def of_other_sorts(laid: Mapping[Key, Sequence[Told]], latest: int) -> Iterator[Comparison]:
    """Figures that look like rivals and cannot be compared: a debt and what was lent last year, votes cast and all voters."""
    sorts: dict[Key, list[Told]] = {}
    for (name, place, unit, counted, _), listed in laid.items():
        if not name.endswith((" of which", " of all")):
            sorts.setdefault((name, place, unit, counted, ""), []).extend(listed)
    for _, listed in sorted(sorts.items()):
        recent = [one for one in listed if not one.figure.historical and (one.months is None or one.months[1] >= latest - RECENT)]
        by_sort = {sort: [one for one in recent if one.sort == sort] for sort in sorted({one.sort for one in recent})}
        if len(by_sort) > 1 and len({one.article.id for one in recent}) > 1:
            why = " and ".join(f"{shown(side)} {APART.get(sort, sort) or 'in all'}" for sort, side in by_sort.items())
            yield comparison("not comparable", list(by_sort.values()), f"{why} are not one thing")


def wholes() -> frozenset[str]:
    """The measures that others are part of."""
    return frozenset(measure.part_of for measure in measures().by_name.values() if measure.part_of)


def compared(name: str, listed: list[Told]) -> Comparison | None:
    """The comparison of the figures under one key, or None when they say nothing of one another."""
    once = list({one.figure.id: one for one in listed}.values())
    if name.endswith(" of which"):
        return parts_and_whole(once)
    if name.endswith(" of all"):
        return some_and_all(once)
    groups, vague = grouped(once)
    if len(groups) == 1:
        return agreement(groups[0], vague)
    return conflict(groups, vague)


def grouped(listed: Sequence[Told]) -> tuple[list[Group], list[Told]]:
    """Figures by the ranges that fit together, the sharpest first; what fits several ranges belongs to none."""
    groups: list[Group] = []
    vague: list[Told] = []
    for one in sorted(listed, key=lambda each: (each.high - each.low, each.low, each.figure.id)):
        first = bisect_left(groups, one.low, key=lambda group: group.high)
        fitting: list[Group] = []
        while first < len(groups) and groups[first].low <= one.high and len(fitting) < 2:
            fitting.append(groups[first])
            first += 1
        if not fitting:
            insort(groups, Group(one.low, one.high, [one]))
        elif len(fitting) == 1:
            group = fitting[0]
            group.low, group.high = max(group.low, one.low), min(group.high, one.high)
            group.told.append(one)
        else:
            vague.append(one)
    return groups, vague


def agreement(group: Group, vague: Sequence[Told]) -> Comparison | None:
    """Two articles or two voices that give figures which fit."""
    told = [*group.told, *vague]
    if len({(one.article.id, one.figure.voice) for one in told}) < 2:
        return None
    values = sorted({one.figure.value_text for one in told})
    return comparison("agrees", [told], f"{', '.join(f'«{value}»' for value in values)} fit one another")


def conflict(groups: Sequence[Group], vague: Sequence[Told]) -> Comparison | None:
    """Ranges that do not meet, told by different articles or voices."""
    sides = unambiguous([group.told for group in groups])
    if len(sides) < 2 or not all(one.once for side in sides for one in side):
        return None
    middle = f"; {', '.join(f'«{one.figure.value_text}»' for one in vague)} would fit several" if vague else ""
    if grows(sides):
        return comparison("differs in detail", sides, f"a later count is higher{middle}")
    if at_two_places(sides) or not all(one_affair_of(*pair) for pair in combinations(map(harms_of, sides), 2)):
        return None
    ranges = " and ".join(shown(side) for side in sides)
    return comparison("conflicts", sides, f"{ranges} do not meet{middle}")


def unambiguous(sides: Sequence[list[Told]]) -> list[list[Told]]:
    """The sides without tellers that stand on several: «12 dead, 10 of them tourists» counts parts, or other affairs."""
    tellers = [{(one.article.id, one.figure.voice) for one in side} for side in sides]
    counted = Counter(teller for side in tellers for teller in side)
    kept = [[one for one in side if counted[one.article.id, one.figure.voice] == 1] for side in sides]
    return [side for side in kept if side]


def harms_of(side: Sequence[Told]) -> list[frozenset[str]]:
    """All that people came to harm by, as one side tells it."""
    return [family for one in side for family in one.harms]


def at_two_places(sides: Sequence[list[Told]]) -> bool:
    """Whether the sides count in two places, or in a state and a part of it: a flood kills more in the whole than in a part."""
    kinds = [{actor.partition(":")[0] for one in side for actor in one.actors} for side in sides]
    if {"state"} in kinds and any(kind and not kind & {"state"} for kind in kinds):
        return True
    named = [frozenset(actor for one in side for actor in one.actors) for side in sides]
    one_kind = len({kind for held in kinds for kind in held}) == 1 and not sides[0][0].anchors
    return one_kind and bool(kinds[0] & {"place", "unknown"}) and any(not one & other for one, other in combinations(named, 2))


def grows(sides: Sequence[list[Told]]) -> bool:
    """Whether a count only rose with time: a toll of the tenth may be higher than that of the eighth."""
    if preliminary(sides):
        return True
    if not all(one.measure.cumulative and len(one.dated) >= 7 for side in sides for one in side):
        return False
    return all(max(one.dated for one in left) < min(one.dated for one in right) for left, right in pairwise(sides))


def preliminary(sides: Sequence[list[Told]]) -> bool:
    """Whether all tell the toll of one day within its first days and not far apart: «77», then «at least 84»."""
    everybody = [one for side in sides for one in side]
    days = [day for one in everybody if one.measure.cumulative and (day := day_of(one.figure.as_of))]
    told = [day_of(one.article.published_on) or date.max for one in everybody]
    if not days:
        return False
    since = (max(told) - min(days)).days
    least = [max(one.low for one in side) for side in sides]
    return since <= FIRST_DAYS and max(least) <= LITTLE * min(least)


def parts_and_whole(listed: Sequence[Told]) -> Comparison | None:
    """A part larger than the whole of another telling: «thousands wounded», «hundreds killed or injured»."""
    parts = [one for one in listed if one.measure.part_of]
    return larger_part(parts, [one for one in listed if not one.measure.part_of], lambda one: one.measure.name)


def some_and_all(listed: Sequence[Told]) -> Comparison | None:
    """More of one kind than of all people in another telling: «140 miners died», «no more than ninety people died»."""
    parts = [one for one in listed if one.figure.counted]
    return larger_part(parts, [one for one in listed if not one.figure.counted], lambda one: one.figure.counted)


def larger_part(parts: Sequence[Told], whole: Sequence[Told], called: Callable[[Told], str]) -> Comparison | None:
    """Parts larger than the least that another article gives for the whole."""
    least = min(whole, key=lambda one: one.high, default=None)
    if least is None:
        return None
    over = [one for one in parts if one.low > least.high and one.article.id != least.article.id]
    over = [one for one in over if not (least.dated and one.dated[:10] > least.dated[:10])]  # a toll may have grown since
    if not over:
        return None
    why = f"«{over[0].figure.value_text}» {called(over[0])} are more than «{least.figure.value_text}» {called(least) or 'in all'}"
    return comparison("conflicts", [[least], over], why)


def comparison(verdict: Verdict, sides: Sequence[list[Told]], why: str) -> Comparison:
    """The record, with sides and findings in fixed order."""
    everybody = [one for side in sides for one in side]
    first = min(everybody, key=lambda one: one.figure.id)
    about = about_of(first, {one.measure.name for one in everybody})
    return Comparison(
        id=f"compare-{min(one.figure.id for one in everybody)}",
        kind="figure",
        about=about,
        question=f"How much: {about}?",
        sides=tuple(side_of(side) for side in sides),
        verdict=verdict,
        why=why,
        independent_origins=len({one.origin for one in everybody if one.origin}),
    )


def about_of(one: Told, names: set[str]) -> str:
    """The thing compared: measure, whose, when."""
    owned = sorted(one.actors) or sorted({part for anchor in one.anchors for part in anchor if part != one.figure.as_of})
    whose = ", ".join(actor.removeprefix(UNKNOWN) for actor in owned)
    return f"{' and '.join(sorted(names))} ({whose}{', ' + one.figure.as_of if one.figure.as_of else ''})"


def side_of(told: Sequence[Told]) -> Side:
    """One answer and everybody who gives it."""
    ordered = sorted(told, key=lambda one: one.figure.id)
    return Side(
        answer=" / ".join(dict.fromkeys(one.figure.value_text for one in ordered)),
        findings=tuple(one.figure.id for one in ordered),
        outlets=tuple(dict.fromkeys(one.figure.voice[0] for one in ordered)),
        voices=tuple(dict.fromkeys(one.figure.voice for one in ordered)),
        origins=len({one.origin for one in ordered if one.origin}),
    )


def shown(side: Iterable[Told]) -> str:
    """A range for people: the figures that made it."""
    return " / ".join(dict.fromkeys(f"«{one.figure.value_text}»" for one in side))
