"""The rules as a map: what is said to lead to what, boxes from left to right, an arrow for each rule.

Rules meet in a box when the same is said («the union fails»), when they are answers to one question («What caused the fire?»),
and, by a dashed arrow, when the outcome of one meets the condition of another (``worlds.propositions.entails``).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten, wrap

import msgspec

from rashomon.records import Rule, Status
from rashomon.report.cards import letter
from rashomon.report.index import Index
from rashomon.report.layout import connected
from rashomon.worlds.program import Program, Saying

MOST_RULES = 24
"""Rules in the map, those of the largest groups first; the list holds all of them."""
MOST_LOOKED = 2_000
"""Rules that are sorted into groups; that costs up to the square of their number."""
WIDTH, GAP, LINE, SPACE = 1130.0, 120.0, 14.0, 16.0  # pixels: picture, between columns, line of text, between boxes
MOST_COLUMNS, MOST_LINES = 4, 3
LANE = 2  # columns of a group that leaves room for another beside it
PER_CHARACTER = 6.1  # pixels of an average character at 11.5 px


class Box(msgspec.Struct, frozen=True):
    """A condition or an outcome."""

    lines: tuple[str, ...]
    whole: str
    x: float
    y: float
    width: float
    height: float


class Arrow(msgspec.Struct, frozen=True):
    """A rule, or that an outcome meets a condition."""

    path: str
    title: str
    meets: bool
    id: str  # of the rule; "" for a meeting
    label: str = ""  # who says it and how: «A may», «B ✗ not»; the letters stand in ``RuleMap.outlets``
    x: float = 0.0  # of the label's middle
    y: float = 0.0
    hedged: bool = False  # said as possible, expected or alleged: a dotted line


class RuleMap(msgspec.Struct, frozen=True):
    """The picture, and how many rules found no room in it."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    left_out: int
    outlets: tuple[tuple[str, str], ...] = ()  # with the letter that stands for each


DENIED = "✗ does not hold"
SHORT: Mapping[Status, str] = {"possible": "possible", "predicted": "expected", "alleged": "alleged", "planned": "planned"}
"""The statuses that an arrow says; the others (stated, reported, conditional) are plain."""

Step = tuple[str, str, Saying | None]
"""From a box to another, by a rule or by meeting it."""


def rule_map(index: Index, system: Program) -> RuleMap:
    """The map of the rules that lead from something to something."""
    leading = [*(saying for saying in system.sayings if saying.condition), *system.denied]
    texts: dict[str, str] = {}
    steps = [*said(index, leading[:MOST_LOOKED], texts), *met(system, leading[:MOST_LOOKED])]
    chosen = most(list(texts), steps)
    drawn = [step for step in steps if step[0] in chosen and step[1] in chosen and step[0] != step[1]]
    boxes, height = placed(chosen, drawn, texts)
    sources = dict.fromkeys(index.source(saying.finding.article) for _, _, saying in drawn if saying is not None)
    letters = {source: letter(number) for number, source in enumerate(sources)}
    arrows = labelled([(step, arrow(index, boxes, letters, step)) for step in drawn])
    rules = sum(1 for _, _, saying in drawn if saying is not None)
    return RuleMap(WIDTH, height, tuple(boxes.values()), arrows, len(leading) - rules, tuple(letters.items()))


def said(index: Index, leading: Sequence[Saying], texts: dict[str, str]) -> list[Step]:
    """A step for each rule; ``texts`` takes the words of each box as first said."""
    asked = {
        finding: one
        for one in index.contents.comparisons
        if one.kind == "cause"
        for side in one.sides
        for finding in side.findings
    }
    steps: list[Step] = []
    for saying in leading:
        rule = saying.finding
        question = asked.get(rule.id)
        ends = f"atom {saying.condition}", f"question {question.id}" if question else f"atom {saying.outcome}"
        texts.setdefault(ends[0], rule.if_text if isinstance(rule, Rule) else "")
        texts.setdefault(ends[1], index.named(question.about) if question else saying.says)
        steps.append((*ends, saying))
    return steps


def met(system: Program, leading: Sequence[Saying]) -> list[Step]:
    """A step from each outcome to the conditions of other words that it meets, and from a condition to the headline's for it."""
    outcomes = dict.fromkeys(saying.outcome for saying in leading)
    meeting = [(atom, other) for atom in outcomes for other in system.met(atom)]
    meeting += [
        (saying.condition, system.saying(head).condition)
        for saying in leading
        for head in system.headlines.get(saying.number, ())
    ]
    return [(f"atom {one}", f"atom {other}", None) for one, other in dict.fromkeys(meeting) if one != other]


def most(names: Sequence[str], steps: Sequence[Step]) -> list[str]:
    """The boxes of the groups with most rules, as many as there is room for; of equals those that name a condition first."""
    held = frozenset(names)
    inside = [(one, other) for one, other, _ in steps if one in held and other in held and one != other]
    starting = Counter(one for one, _, saying in steps if saying is not None)
    chosen: list[str] = []
    room = MOST_RULES
    conditional = Counter(one for one, _, saying in steps if saying is not None and names_condition(saying))
    groups = connected(names, inside)
    for group in sorted(groups, key=lambda group: (-len(group), -sum(conditional[name] for name in group))):
        rules = sum(starting[name] for name in group)
        if 0 < rules <= room:
            room -= rules
            chosen += group
    return chosen


def names_condition(saying: Saying) -> bool:
    """True for «if the union fails», false for what has come about."""
    return isinstance(saying.finding, Rule) and saying.finding.rule == "conditional"


def placed(names: Sequence[str], steps: Sequence[Step], texts: Mapping[str, str]) -> tuple[dict[str, Box], float]:
    """The boxes from left to right by how many steps lead to them, group below group; and how high the picture is.

    Groups of two columns stand side by side, since most rules lead one step.
    """
    column = columns(names, steps)
    width = (WIDTH - GAP * (MOST_COLUMNS - 1)) / MOST_COLUMNS
    boxes: dict[str, Box] = {}
    tops = dict.fromkeys(range(0, MOST_COLUMNS, LANE), SPACE)
    for group in connected(names, [(one, other) for one, other, _ in steps if one != other]):
        narrow = max(column[name] for name in group) < LANE
        first = min(tops, key=lambda lane: (tops[lane], lane)) if narrow else 0
        top = tops[first] if narrow else max(tops.values())
        below = stacked(group, {name: first + column[name] for name in group}, texts, top, width)
        boxes |= below
        end = max(box.y + box.height for box in below.values()) + SPACE * 1.5
        tops |= {first: end} if narrow else dict.fromkeys(tops, end)
    return boxes, max(tops.values())


def stacked(
    group: Iterable[str], column: Mapping[str, int], texts: Mapping[str, str], top: float, width: float
) -> dict[str, Box]:
    """The boxes of a group, in each column one below the other."""
    boxes: dict[str, Box] = {}
    ends: dict[int, float] = {}
    for name in group:
        box = boxed(texts[name], column[name], ends.get(column[name], top), width)
        boxes[name] = box
        ends[column[name]] = box.y + box.height + SPACE
    return boxes


def columns(names: Iterable[str], steps: Sequence[Step]) -> dict[str, int]:
    """The column of each box: one to the right of what leads to it; in a circle as far as there are columns."""
    column = dict.fromkeys(names, 0)
    for _ in range(MOST_COLUMNS - 1):
        for one, other, _saying in steps:
            column[other] = max(column[other], min(column[one] + 1, MOST_COLUMNS - 1))
    return column


def boxed(text: str, column: int, top: float, width: float) -> Box:
    """A box with its words in a few lines."""
    characters = int((width - 16) / PER_CHARACTER)
    lines = wrap(shorten(text, characters * MOST_LINES - 12, placeholder=" …") or "…", characters)[:MOST_LINES]
    return Box(tuple(lines), text, round(column * (width + GAP), 1), top, round(width, 1), len(lines) * LINE + 10)


def labelled(drawn: Sequence[tuple[Step, Arrow]]) -> tuple[Arrow, ...]:
    """The arrows; of several between two boxes the first bears the labels of all, which would hide each other."""
    labels: dict[tuple[str, str], list[str]] = {}
    for (one, other, _), drawn_arrow in drawn:
        labels.setdefault((one, other), []).append(drawn_arrow.label)
    told = {ends: ", ".join(dict.fromkeys(filter(None, listed))) for ends, listed in labels.items()}
    return tuple(msgspec.structs.replace(drawn_arrow, label=told.pop((one, other), "")) for (one, other, _), drawn_arrow in drawn)


def arrow(index: Index, boxes: Mapping[str, Box], letters: Mapping[str, str], step: Step) -> Arrow:
    """The arrow of one step, from the right side of a box to the left side of another."""
    one, other, saying = boxes[step[0]], boxes[step[1]], step[2]
    (x1, y1), (x2, y2) = (one.x + one.width, one.y + one.height / 2), (other.x - 3, other.y + other.height / 2)
    bend = max(abs(x2 - x1) / 2, 30.0)
    path = f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    if saying is None:
        return Arrow(path, "meets this condition", True, "")
    finding = saying.finding
    voices = " › ".join((index.source(finding.article), *(index.voice_name(voice) for voice in finding.voice[1:])))
    strength = finding.strength if isinstance(finding, Rule) else ""
    denial = DENIED if finding.negated or finding.status == "denied" else ""
    who = letters[index.source(finding.article)] + ("›" if len(finding.voice) > 1 else "")
    return Arrow(
        path,
        ", ".join(filter(None, (voices, finding.status, denial, strength))),
        False,
        finding.id,
        " ".join(filter(None, (who, denial, SHORT.get(finding.status, "")))),
        round((x1 + x2) / 2, 1),
        round((y1 + y2) / 2, 1),
        finding.status in SHORT,
    )
