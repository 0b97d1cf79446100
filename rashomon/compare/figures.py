"""Figures told more than once: the same measure of the same actors at the same time, agreeing or not.

Candidates come from an index (measure, actors, unit) and stand together by time, never from all pairs.  The ontology of
measures says what may be set against what; every figure whose actors or unit are not certain is left alone.
"""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from rashomon.compare.figure_sizes import interval, kind_of, size_of
from rashomon.compare.lexicon import generic_words
from rashomon.find.figure.measures import Measure, measures
from rashomon.records import Article, Comparison, Figure, Found, Side, Verdict

RECENT = 24  # months before the latest telling of the pile for which an undated figure may be meant
NEXT = 1  # months between two tellings of one toll
LONG = 24  # months from which a period is the sum of years, not to be set against that of one
SCENE_LEAST = 3  # mentions of places in the state where an article takes place
SCENE_LEAD = 2  # times those in any other; both set by eye on examples/pages, re-run quality.gate
FIRST_DAYS = 2  # after an event its toll is preliminary
LITTLE = 1.5  # times a preliminary toll may rise; more is another account: «10», «200»
PEOPLE = "people of "
UNKNOWN = "unknown:"  # before a name that no gazetteer knows


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what is needed to set it against another."""

    figure: Figure
    article: Article
    measure: Measure
    low: float
    high: float
    actors: frozenset[str]
    months: tuple[int, int] | None  # from the first to the last, counted from the year 0; None: nobody says
    origin: str  # one source counts once, however many outlets carry it
    dated: str  # when it was said to hold, or published: a later toll may be higher


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
    told = [one for found in founds for figure in found.figures if (one := telling(figure, found, actors, copies))]
    made: dict[frozenset[str], Comparison] = {}
    latest = max((one.months[1] for one in told if one.months), default=0)
    for key, listed in sorted(index(told, events).items()):
        for cluster in by_time(listed, latest):
            comparison = compared(key[0], cluster)
            if comparison is not None:
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


def telling(figure: Figure, found: Found, actors: Mapping[str, str], copies: Mapping[str, str]) -> Told | None:
    """A figure that can be compared at all; None when its measure, its unit or whose it is are not certain."""
    measure = measures().by_name.get(figure.measures)
    if measure is None or figure.negated or figure.status in ("denied", "planned", "predicted", "conditional", "possible"):
        return None
    held = whose(figure, found, measure, actors) or (unknown_places(figure, found) if measure.ends < 2 else frozenset())
    size = size_of(figure.unit)
    if figure.unit == "percent" and len(held) > max(measure.ends, 1):
        return None  # «2 percent of China's trade with Angola»: nobody knows of whose
    if size is None or len(held) < measure.ends or not held:
        return None
    low, high = interval(figure)
    return Told(
        figure=figure,
        article=found.article,
        measure=measure,
        low=low * size,
        high=high * size,
        actors=held if measure.ends > 1 else frozenset(held),
        months=months_of(figure, found.article, measure),
        origin=origin_of(figure, found.article, actors, copies),
        dated=figure.as_of or found.article.published_on,
    )


def whose(figure: Figure, found: Found, measure: Measure, actors: Mapping[str, str]) -> frozenset[str]:
    """The actors a figure is of; the dead of a country's people are not those in the country («two Latvian pilots»).

    A toll without a place is that of the state the article is about: «Hundreds were injured.»
    """
    spoken = tuple(key for key in figure.of if key not in figure.voice)  # «according to the bank» says whose word it is
    keys = (spoken if len(spoken) >= max(measure.ends, 1) else figure.of) or ((figure.place,) if figure.place else ())
    if not keys and measure.cumulative and not figure.historical:
        keys = scene(found)
    people = PEOPLE if measure.cumulative and figure.of and not figure.place else ""
    return frozenset(people + actors.get(key, key) for key in keys)


def unknown_places(figure: Figure, found: Found) -> frozenset[str]:
    """The names in the sentence of a figure that no gazetteer knows, without persons: «The quake in Barima killed 40.»"""
    persons = {word.lower() for one in found.mentions if one.type == "person" for word in one.cited.quote.split()}
    clauses = [claim for claim in found.claims if claim.sentence == figure.sentence]
    names = {name for claim in clauses for term in claim.terms for name in term.names if not term.actors}
    return frozenset(f"{UNKNOWN}{name}" for name in names - persons - generic_words())


def scene(found: Found) -> tuple[str, ...]:
    """The state in which an article takes place: most of its places lie there; none when they lie in several."""
    places = (m for m in found.mentions if m.country and (m.type == "place" or m.use == "place"))
    lands = Counter(m.country for m in places if m.type in ("place", "state"))
    (first, often), (_, next_often) = (*lands.most_common(2), ("", 0), ("", 0))[:2]
    return (f"state:{first}",) if often >= SCENE_LEAST and often >= SCENE_LEAD * next_often else ()


def months_of(figure: Figure, article: Article, measure: Measure) -> tuple[int, int] | None:
    """The months a figure is told for, counted from the year 0: those it names, else the time up to publication; None unknown."""
    named = [part for part in figure.as_of.split("/") if part[:4].isdigit()]  # «../2022-01-12»: one end is open
    if named:
        first = month_of(named[0], last=False)
        ongoing = figure.as_of.endswith("/..") and article.published_on[:4].isdigit()  # «since 2005»
        return first, max(first, month_of(article.published_on if ongoing else named[-1], last=True))
    if not article.published_on[:4].isdigit():
        return None
    last = month_of(article.published_on, last=True)
    return (0 if measure.running else last - (1 if measure.cumulative else 12)), last


def month_of(iso: str, *, last: bool) -> int:
    """The month of a day, month or year; of a bare year its first or last one."""
    named = re.match(r"(\d{4})-(\d\d)", iso)
    return int(iso[:4]) * 12 + (int(named.group(2)) - 1 if named else 11 * last)


def origin_of(figure: Figure, article: Article, actors: Mapping[str, str], copies: Mapping[str, str]) -> str:
    """On whose word a figure stands: the speaker where one is named, else the article (copies are one); empty when unknown."""
    if len(figure.voice) > 1:
        return actors.get(figure.voice[-1], figure.voice[-1])
    return copies.get(article.id, article.id) if article.outlet else ""


Key = tuple[str, tuple[str, ...], str, str]


def index(told: Iterable[Told], events: Mapping[str, str]) -> dict[Key, list[Told]]:
    """Figures by measure, actors, unit and who is counted; parts stand with their whole («wounded» with the casualties)."""
    laid: dict[Key, list[Told]] = {}
    for one in told:
        unit = kind_of(one.figure.unit)
        unknown = sorted(actor for actor in one.actors if actor.startswith(UNKNOWN))
        places: list[tuple[str, ...]] = [(name,) for name in unknown] or [tuple(sorted(one.actors))]
        if one.figure.event and one.measure.ends < 2:
            people = sorted(actor for actor in one.actors if actor.startswith(PEOPLE))  # «ten Danes» are not all twelve
            places.append((f"event {events.get(one.figure.event, one.figure.event)}", *people))
        names = [one.measure.name]
        whole = one.measure.part_of or (one.measure.name if one.measure.name in wholes() else "")
        for name in [*names, *([f"{whole} of which"] if whole else [])]:
            for place in places:
                laid.setdefault((name, place, unit, one.figure.counted), []).append(one)
    return {key: listed for key, listed in laid.items() if len(listed) > 1}


def by_time(listed: Sequence[Told], latest: int) -> Iterator[list[Told]]:
    """The figures of one key that are told for the same time.

    Those of no known time stand with the others if these agree on one that is no history for the pile.
    """
    dated = sorted((one for one in listed if one.months), key=lambda one: (one.months, one.figure.id))
    unknown = [one for one in listed if one.months is None and not one.figure.historical]
    clusters: list[list[Told]] = []
    for one in dated:
        if clusters and meet(clusters[-1][0], one):
            clusters[-1].append(one)
        else:
            clusters.append([one])
    if clusters and any(one.measure.running and not is_long(one.months) for one in clusters[0] if one.months):
        unknown = [one for one in unknown if not one.measure.running]  # «reached 12 billion», «invested 1.4 billion last year»
    if len(clusters) == 1 and latest - max(one.months[1] for one in clusters[0] if one.months) <= RECENT:
        clusters[0] += unknown
    elif unknown:
        clusters.append(unknown)
    yield from (cluster for cluster in clusters if len(cluster) > 1)


def meet(first: Told, one: Told) -> bool:
    """Whether two are told for the same time; a toll may be told a month later."""
    if first.months is None or one.months is None:
        return False
    if one.measure.cumulative and is_yearly(first.months) != is_yearly(one.months):  # the dead of a year are not those of a day
        return False
    if one.measure.running and (is_long(first.months) or is_long(one.months)):
        return is_long(first.months) and is_long(one.months) and abs(one.months[1] - first.months[1]) <= RECENT
    slack = NEXT if one.measure.cumulative else 0
    return one.months[0] <= first.months[1] + slack


def is_yearly(months: tuple[int, int]) -> bool:
    """Whether a period is a year or more."""
    return months[1] - months[0] >= 11


def is_long(months: tuple[int, int]) -> bool:
    """Whether a period is one of years."""
    return months[1] - months[0] > LONG


def wholes() -> frozenset[str]:
    """The measures that others are part of."""
    return frozenset(measure.part_of for measure in measures().by_name.values() if measure.part_of)


def compared(name: str, listed: list[Told]) -> Comparison | None:
    """The comparison of the figures under one key, or None when they say nothing of one another."""
    once = list({one.figure.id: one for one in listed}.values())
    if name.endswith(" of which"):
        return parts_and_whole(once)
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
    if len(sides) < 2 or not sides[0][0].measure.once:
        return None
    middle = f"; {', '.join(f'«{one.figure.value_text}»' for one in vague)} would fit several" if vague else ""
    if grows(sides):
        return comparison("differs in detail", sides, f"a later count is higher{middle}")
    ranges = " and ".join(shown(side) for side in sides)
    return comparison("conflicts", sides, f"{ranges} do not meet{middle}")


def unambiguous(sides: Sequence[list[Told]]) -> list[list[Told]]:
    """The sides without tellers that stand on several: «12 dead, 10 of them tourists» counts parts, or other affairs."""
    tellers = [{(one.article.id, one.figure.voice) for one in side} for side in sides]
    counted = Counter(teller for side in tellers for teller in side)
    kept = [[one for one in side if counted[one.article.id, one.figure.voice] == 1] for side in sides]
    return [side for side in kept if side]


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


def day_of(iso: str) -> date | None:
    """The day at the beginning of an ISO 8601 time; None when it names none."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def parts_and_whole(listed: Sequence[Told]) -> Comparison | None:
    """A part larger than the whole of another telling: «thousands wounded», «hundreds killed or injured»."""
    whole = [one for one in listed if not one.measure.part_of]
    least = min(whole, key=lambda one: one.high, default=None)
    if least is None:
        return None
    over = [one for one in listed if one.measure.part_of and one.low > least.high and one.article.id != least.article.id]
    over = [one for one in over if not (least.dated and one.dated[:10] > least.dated[:10])]  # a toll may have grown since
    if not over:
        return None
    why = f"«{over[0].figure.value_text}» {over[0].measure.name} are more than «{least.figure.value_text}» {least.measure.name}"
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
    whose = ", ".join(actor.removeprefix(UNKNOWN) for actor in sorted(one.actors))
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
