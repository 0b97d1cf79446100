"""Counts over time and the point where their rate changed, exactly, or a refusal where there are too few.

One change at most: counts are Poisson, their rate has a Gamma prior on either side and is integrated out, so that the weight of
every place of the change is exact (Raftery and Akman 1986, "Bayesian analysis of a Poisson process with a change-point").  The
exposure, how much was published, is an offset: more pages tell more events.  The prior's mean is the rate of the whole series
and it weighs as much as one event; a change and no change are equally likely beforehand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

from rashomon.records import Found
from rashomon.worlds.outcome import Series

FEWEST_EVENTS = 20  # below it, and below FEWEST_PERIODS, a series is refused: no rate is told from so little
FEWEST_PERIODS = 8
SHAPE = 1.0  # of the Gamma prior: it weighs as much as one event


class TooFewError(ValueError):
    """A series too short for a change of rate; the message says what there is and what is needed."""


@dataclass(frozen=True, slots=True)
class Change:
    """Where the rate most probably changed."""

    index: int  # the first period of the new rate
    probability: float  # that it changed at all
    probability_here: float  # that it changed there, given that it changed
    before: float  # mean rate for one unit of exposure, after the data
    after: float


def change_point(counts: Sequence[int], exposure: Sequence[float] | None = None) -> Change:
    """The most probable single change of rate.

    ``counts`` of events a period, ``exposure`` of the same length and positive (1 a period when left out).  Raises TooFewError
    below FEWEST_EVENTS events or FEWEST_PERIODS periods and ValueError for a negative count or an exposure that is not positive.
    """
    offsets = [1.0] * len(counts) if exposure is None else list(exposure)
    if len(offsets) != len(counts) or any(count < 0 for count in counts) or any(offset <= 0 for offset in offsets):
        raise ValueError("counts must not be negative, and each has an exposure above zero")
    if sum(counts) < FEWEST_EVENTS or len(counts) < FEWEST_PERIODS:
        raise TooFewError(
            f"{sum(counts)} events in {len(counts)} periods; a change of rate is looked for from {FEWEST_EVENTS} events in"
            f" {FEWEST_PERIODS} periods"
        )
    rate = SHAPE * sum(offsets) / sum(counts)
    events, exposed = cumulated(counts), cumulated(offsets)
    weights = [
        weight(events[k], exposed[k], rate) + weight(events[-1] - events[k], exposed[-1] - exposed[k], rate)
        for k in range(1, len(counts))
    ]
    none = weight(events[-1], exposed[-1], rate)
    top = max(weights)
    total = sum(exp(one - top) for one in weights)
    mean = top + log(total / len(weights))
    index = weights.index(top) + 1
    return Change(
        index=index,
        probability=1 / (1 + exp(min(none - mean, 700.0))),
        probability_here=1 / total,
        before=(SHAPE + events[index]) / (rate + exposed[index]),
        after=(SHAPE + events[-1] - events[index]) / (rate + exposed[-1] - exposed[index]),
    )


def cumulated(values: Sequence[float]) -> list[float]:
    """Sums up to each place, the empty sum first."""
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def weight(events: float, exposed: float, rate: float) -> float:
    """The logarithm of the marginal likelihood of a stretch, without what all stretches share."""
    return SHAPE * log(rate) - lgamma(SHAPE) + lgamma(SHAPE + events) - (SHAPE + events) * log(rate + exposed)


def series(founds: Sequence[Found], groups: Mapping[str, str]) -> tuple[Series, ...]:
    """The events of each type by month, one for each group of tellings, with a change of rate where there are enough."""
    published: dict[str, float] = {}
    for found in founds:
        month = found.article.published_on[:7]
        if len(month) == 7:
            published[month] = published.get(month, 0.0) + 1
    happened: dict[str, dict[str, set[str]]] = {}
    for found in founds:
        for event in found.events:
            if event.type and len(event.on) >= 7 and not event.negated and event.on[:7] in published:
                happened.setdefault(event.type, {}).setdefault(event.on[:7], set()).add(groups.get(event.id, event.id))
    months = tuple(sorted(published))
    exposure = tuple(published[month] for month in months)
    return tuple(one_series(type_, months, exposure, by_month) for type_, by_month in sorted(happened.items()))


def one_series(type_: str, months: tuple[str, ...], exposure: tuple[float, ...], by_month: Mapping[str, set[str]]) -> Series:
    """The series of one type."""
    counts = tuple(len(by_month.get(month, ())) for month in months)
    told = Series(type=type_, months=months, counts=counts, exposure=exposure)
    try:
        change = change_point(counts, exposure)
    except TooFewError as few:
        return Series(type=type_, months=months, counts=counts, exposure=exposure, refused=str(few))
    if change.probability <= 0.5:
        return told
    return Series(
        type=type_,
        months=months,
        counts=counts,
        exposure=exposure,
        change=months[change.index],
        probability=change.probability,
    )
