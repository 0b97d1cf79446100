"""A figure with what is needed to set it against another: its range, whose it is, the time it is told for, its source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.compare.figure_affairs import harms
from rashomon.compare.figure_owners import Anchor, Ground, anchors, owners, places, unknown_places
from rashomon.compare.figure_sizes import interval, size_of
from rashomon.find.figure.measures import Measure, measures
from rashomon.records import Article, Figure

Months = tuple[int, int]
"""The first and the last month, counted from the year 0."""

ENTITLED = re.compile(r"\b(?:registered|eligible|entitled|electorate|voters|population|adults)\b", re.IGNORECASE)
GOODS = re.compile(r"(?<![’'])\b(?!(?:its|the|all|total|their|foreign|of|and)\b)([a-z]{2,}) (?:exports|imports|trade)\b")


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
    anchors: tuple[Anchor, ...]  # what ties it to one affair; see figure_owners
    once: bool  # whether one that differs is in conflict with it
    harms: tuple[frozenset[str], ...]  # what people came to harm by; see figure_affairs
    sort: str  # stock or flow, and the base of a share: what is of another sort is not comparable
    dated: str  # when it was said to hold, or published: a later toll may be higher


def telling(figure: Figure, told: Ground, actors: Mapping[str, str], copies: Mapping[str, str]) -> Told | None:
    """A figure that can be compared at all; None when its measure, its unit or whose it is are not certain."""
    measure = measures().by_name.get(figure.measures)
    if measure is None or figure.negated or figure.status in ("denied", "planned", "predicted", "conditional", "possible"):
        return None
    held = owners(figure, told, measure, actors) or (unknown_places(figure, told) if measure.ends < 2 else frozenset())
    tied = anchors(figure, told, measure)
    size = size_of(figure.unit)
    if figure.unit == "percent" and len(held) > max(measure.ends, 1):
        return None  # «2 percent of China's trade with Angola»: nobody knows of whose
    if size is None or len(held) < measure.ends or not (held or tied):
        return None
    low, high = interval(figure)
    return Told(
        figure=figure,
        article=told.found.article,
        measure=measure,
        low=low * size,
        high=high * size,
        actors=held,
        months=months_of(figure, told.found.article, measure),
        origin=origin_of(figure, told.found.article, actors, copies),
        anchors=tied,
        once=measure.once and is_certain(figure, told, measure, tied),
        harms=harms(told.claims.get(figure.sentence, ())) if measure.cumulative else (),
        sort=sort_of(figure, measure),
        dated=figure.as_of or told.found.article.published_on,
    )


def is_certain(figure: Figure, told: Ground, measure: Measure, tied: tuple[Anchor, ...]) -> bool:
    """Whether it is certain enough what a figure is of for another to conflict with it."""
    several = told.counts.get(figure.sentence, 0) > 1
    if measure.anchor:
        return bool(tied) and not several
    sites = {*places(figure, told), *unknown_places(figure, told)}
    return not (measure.cumulative and not figure.of and several and len(sites) > 1)


def sort_of(figure: Figure, measure: Measure) -> str:
    """What sort of figure of its measure it is: of a stretch of time or the sum so far, of the votes or of all who may vote."""
    if measure.running:
        of_a_year = len(figure.as_of) == len("2022") and figure.kind != "stock"
        return "flow" if figure.kind == "flow" or of_a_year else ""
    if figure.unit not in ("percent", "share"):
        return ""
    if measure.anchor == "subject":
        return "of all who may vote" if ENTITLED.search(figure.base) else ""
    goods = GOODS.search(figure.base) if measure.name.startswith("share of") else None
    return f"of {goods[1]}" if goods else ""


def months_of(figure: Figure, article: Article, measure: Measure) -> Months | None:
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
