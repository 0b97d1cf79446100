"""When figures hold: the months each is told for, and which of them are told for the same time."""

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.compare.figure_told import Months, Told

RECENT = 24  # months before the latest telling of the pile for which an undated figure may be meant
NEXT = 1  # months between two tellings of one toll
LONG = 24  # months from which a period is the sum of years, not to be set against that of one


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
    if clusters and any(one.measure.cumulative and "/.." in one.figure.as_of for one in clusters[0]):
        unknown = []  # «since 2014 the war has claimed 14,000 lives», «shelling claimed three»
    if clusters and all(one.measure.cumulative and len(one.figure.as_of) == len("2009") for one in clusters[0]):
        unknown = []  # «the flood of 2009», «the flood»
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


def is_yearly(months: Months) -> bool:
    """Whether a period is a year or more."""
    return months[1] - months[0] >= 11


def is_long(months: Months) -> bool:
    """Whether a period is one of years."""
    return months[1] - months[0] > LONG


def day_of(iso: str) -> date | None:
    """The day at the beginning of an ISO 8601 time; None when it names none."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None
