"""The timeline as a picture: a lane an outlet, a shape an event, and lines between tellings of the same one.

The axis gives every day on which something begins its place; a stretch without events is drawn by the logarithm of its
length, so that a week of turmoil and a visit eight months later fit on one page.
"""

import datetime
import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import msgspec

from rashomon.records import Event, Status
from rashomon.report.deeds import deed
from rashomon.report.index import Index
from rashomon.report.passages import Passage, passage
from rashomon.report.rows import Rows, rows
from rashomon.report.words import MONTHS, counted, date_words

DAY = 26.0  # pixels from one day to the next
STRETCH = 9.0  # pixels a doubling of a gap adds
MOST_LANES = 40  # outlets, those that tell most events
MOST_KNOTS = 300  # days with a place of their own; between them days stand in proportion
WIDE = 940.0  # pixels into which the days are squeezed,
NARROW = 0.45  # but to no less than this share of their width
LEFT = 190.0  # for the names of the outlets
ROW = 16.0  # height of one row of shapes in a lane
MOST_DEEP = 8  # shapes above each other in a lane; what does not fit is counted at its place, and stands in the list below
LABEL = 58.0  # least distance between two labels of the axis
TOP = 44.0


class Glyph(msgspec.Struct, frozen=True):
    """An event in its lane."""

    id: str
    x: float
    y: float
    width: float  # 0 for a day; otherwise a bar over the days it may have happened
    status: Status
    title: str


class Lane(msgspec.Struct, frozen=True):
    """The events of one outlet."""

    outlet: str
    y: float
    height: float
    glyphs: tuple[Glyph, ...]
    crowded: int  # events that found no room in the picture


class Label(msgspec.Struct, frozen=True):
    """A date under the axis; the year is given where it changes."""

    x: float
    day: str
    year: str


class Telling(msgspec.Struct, frozen=True):
    """One event with all who tell it, a line of the list below the picture."""

    id: str
    date: str
    precision: str
    what: str
    cells: tuple[Status | None, ...]  # for each outlet how it tells the event first, or that it does not
    passages: tuple[Passage, ...]

    @property
    def shared(self) -> bool:
        """More than one outlet tells it."""
        return len(self.cells) - self.cells.count(None) > 1


class Timeline(msgspec.Struct, frozen=True):
    """The picture and the lists."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    labels: tuple[Label, ...]
    links: tuple[str, ...]  # SVG paths between the tellings of one event
    outlets: tuple[str, ...]
    outlets_left_out: int
    dated: Rows[Telling]
    undated: Rows[Telling]


@dataclass(frozen=True)
class Axis:
    """Days to pixels."""

    knots: tuple[int, ...]  # ordinals of days, rising
    places: tuple[float, ...]

    def at(self, day: int) -> float:
        """The place of a day; between two knots in proportion."""
        after = min(max(bisect_right(self.knots, day), 1), len(self.knots) - 1)
        (low, high), (left, right) = self.knots[after - 1 : after + 1], self.places[after - 1 : after + 1]
        return left + (right - left) * (min(day, high) - low) / (high - low)


def timeline(index: Index) -> Timeline:
    """The timeline of all events; those without a date stand in a list of their own."""
    told = groups(index)
    dated = sorted((group for group in told if days(group[0])), key=lambda group: (days(group[0]), group[0].id))
    undated = [group for group in told if not days(group[0])]
    events = [event for group in dated for event in group if days(event)]
    axis = axis_of(span for event in events if (span := days(event)))
    tellers = Counter(index.source(event.article) for event in index.events())
    outlets = tuple(sorted(sorted(tellers, key=lambda outlet: (-tellers[outlet], outlet))[:MOST_LANES]))
    lanes = lanes_of(index, events, axis, outlets)
    return Timeline(
        width=axis.places[-1] + 30,
        height=(lanes[-1].y + lanes[-1].height if lanes else TOP) + 10,
        lanes=lanes,
        labels=labels_of(axis),
        links=links_of(dated, lanes),
        outlets=outlets,
        outlets_left_out=len(tellers) - len(outlets),
        dated=rows(dated, lambda group: telling(index, group, outlets)),
        undated=rows(undated, lambda group: telling(index, group, outlets)),
    )


def groups(index: Index) -> list[list[Event]]:
    """The events by group; the first of each has the most precise date."""
    grouped: dict[str, list[Event]] = defaultdict(list)
    for event in index.events():
        grouped[index.group(event.id)].append(event)
    return [sorted(group, key=vagueness) for group in grouped.values()]


def vagueness(event: Event) -> int:
    """How many days an event may have happened on; very many without a date."""
    span = days(event)
    return span[1] - span[0] if span else 10**7


def days(event: Event) -> tuple[int, int] | None:
    """The first day and the day after the last on which an event may have happened, as ordinals; None without a date."""
    low, slash, high = event.on.partition("/")
    first, last = bounds(low), bounds(high if slash else low)
    first, last = first or last, last or first
    return (first[0], max(last[1], first[0] + 1)) if first and last else None


def bounds(value: str) -> tuple[int, int] | None:
    """The first day of an ISO 8601 day, month or year, and the day after its last."""
    parts = value.split("-")
    try:
        numbers = [int(part) for part in parts]
        first = datetime.date(*[*numbers, 1, 1][:3])
        following = {1: (first.year + 1, 1, 1), 2: (first.year + first.month // 12, first.month % 12 + 1, 1)}
        after = datetime.date(*following[len(parts)]) if len(parts) < 3 else first + datetime.timedelta(days=1)
    except (ValueError, OverflowError, KeyError):
        return None
    return first.toordinal(), after.toordinal()


def axis_of(spans: Iterable[tuple[int, int]]) -> Axis:
    """The axis on which all these spans of days have their place."""
    spans = list(spans)
    ends = {end for start, end in spans if end - start <= 31}
    knots = sorted({start for start, _ in spans} | ends | {max((end for _, end in spans), default=0)})
    knots = knots if len(knots) > 1 else [knots[0], knots[0] + 1]
    knots = knots[:: len(knots) // MOST_KNOTS + 1] + knots[-1:] if len(knots) > MOST_KNOTS else knots
    steps = [DAY + STRETCH * math.log2(high - low) for low, high in pairwise(knots)]
    share = max(min(WIDE / sum(steps), 1.0), NARROW)
    return Axis(tuple(knots), tuple(round(LEFT + share * step, 1) for step in accumulate(steps, initial=0.0)))


def lanes_of(index: Index, events: Sequence[Event], axis: Axis, outlets: Sequence[str]) -> tuple[Lane, ...]:
    """A lane for each outlet, in alphabetical order, below each other."""
    by_outlet: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_outlet[index.source(event.article)].append(event)
    lanes: list[Lane] = []
    top = TOP
    for outlet in outlets:
        lane = lane_of(index, outlet, by_outlet[outlet], axis, top)
        lanes.append(lane)
        top += lane.height
    return tuple(lanes)


def lane_of(index: Index, outlet: str, events: Sequence[Event], axis: Axis, top: float) -> Lane:
    """One lane: every event in the first row that has room for it."""
    free: list[float] = []
    glyphs: list[Glyph] = []
    for event in sorted(events, key=lambda event: (days(event), event.cited.page, event.cited.start, event.id)):
        glyph = glyph_of(index, event, axis, top)
        row = next((row for row, end in enumerate(free) if end <= glyph.x), len(free))
        if row < MOST_DEEP:
            free[row : row + 1] = [glyph.x + max(glyph.width, 15.0)]
            glyphs.append(msgspec.structs.replace(glyph, y=top + 12 + ROW * row))
    return Lane(outlet, top, max(len(free), 1) * ROW + 10, tuple(glyphs), len(events) - len(glyphs))


def glyph_of(index: Index, event: Event, axis: Axis, top: float) -> Glyph:
    """An event at its place on the axis, not yet in a row."""
    low, high = days(event) or (0, 0)
    left, right = axis.at(low), axis.at(high)
    title = f"{date_words(event.on)}: {deed(index, event)} ({event.status})"
    return Glyph(event.id, round(left, 1), top, round(right - left, 1) if high - low > 1 else 0.0, event.status, title)


def labels_of(axis: Axis) -> tuple[Label, ...]:
    """Dates along the axis, as many as fit beside each other."""
    labels: list[Label] = []
    year = 0
    for knot, place in zip(axis.knots[:-1], axis.places[:-1], strict=True):
        if not labels or place - labels[-1].x >= LABEL:
            day = datetime.date.fromordinal(max(knot, 1))
            labels.append(Label(place, f"{day.day} {MONTHS[day.month - 1][:3]}", str(day.year) if day.year != year else ""))
            year = day.year
    return tuple(labels) if axis.knots[0] else ()


def links_of(told: Sequence[Sequence[Event]], lanes: Sequence[Lane]) -> tuple[str, ...]:
    """A line through the shapes of each event that is told in more than one place."""
    places = {glyph.id: glyph for lane in lanes for glyph in lane.glyphs}
    drawn = ([places[event.id] for event in group if event.id in places] for group in told)
    ordered = (sorted(glyphs, key=lambda glyph: (glyph.y, glyph.x)) for glyphs in drawn if len(glyphs) > 1)
    return tuple("M" + "L".join(f"{glyph.x + 7:.1f} {glyph.y:.1f}" for glyph in glyphs) for glyphs in ordered)


def telling(index: Index, group: Sequence[Event], outlets: Sequence[str]) -> Telling:
    """One line of the list."""
    first = group[0]
    statuses = {index.source(event.article): event.status for event in reversed(group)}
    told = tuple(passage(index, event) for event in group)
    precision = "" if first.on_precision in ("day", "range", "unknown") else first.on_precision
    return Telling(
        first.id, date_words(first.on), precision, deed(index, first), tuple(statuses.get(outlet) for outlet in outlets), told
    )


def crowded_words(line: Timeline) -> str:
    """What the picture leaves out, in words, or nothing."""
    missing = sum(lane.crowded for lane in line.lanes)
    words = [f"{counted(missing, 'event')} found no room in the picture; the list below has them."] if missing else []
    words += [f"{counted(line.outlets_left_out, 'outlet')} with fewer events drawn in no lane."] if line.outlets_left_out else []
    return " ".join(words)
