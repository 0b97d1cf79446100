"""On whose word a stretch of an article stands, and how sure that word is."""

from bisect import bisect_right
from dataclasses import dataclass

from rashomon.find.parse import Parse
from rashomon.records import Statement, Status

# A cue that makes the content an accusation or a denial outweighs the grammar inside it:
# «accused Minsk of planning to attack» is alleged, not planned.
OUTWEIGHS: frozenset[Status] = frozenset({"alleged", "denied"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Voice and status of a stretch, and the innermost statement it stands in."""

    voice: tuple[str, ...]
    status: Status
    statement: Statement | None

    def status_of(self, own: Status) -> Status:
        """The status of a finding whose own grammar says ``own`` («may attack» is possible)."""
        return self.status if own == "stated" or self.status in OUTWEIGHS else own


@dataclass(frozen=True, slots=True)
class Layer:
    """What holds in the content of one statement, and the layer around it."""

    standing: Standing
    statement: Statement
    end: int  # of the piece of content
    outer: "Layer | None"

    def holds(self, start: int, end: int) -> bool:
        """Whether one piece of the content holds all of a span."""
        return any(low <= start and end <= high for low, high in self.statement.content)


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements of one article, laid out so that a look-up costs the logarithm of their number."""

    outlet: str
    starts: tuple[int, ...]
    innermost: tuple["Layer | None", ...]  # parallel to starts: what holds from there to the next start

    def at(self, start: int, end: int) -> Standing:
        """The standing of the page's span, by the innermost statement whose content holds all of it."""
        place = bisect_right(self.starts, start) - 1
        layer = self.innermost[place] if place >= 0 else None
        while layer is not None and not layer.holds(start, end):
            layer = layer.outer
        return layer.standing if layer is not None else Standing((self.outlet,), "stated", None)


def voices(parse: Parse, statements: tuple[Statement, ...]) -> Voices:
    """Lay out the statements of an article; scare quotes («distanced») are nobody's speech and left out."""
    pieces = sorted(
        (low, -high, len(s.voice), number)
        for number, s in enumerate(statements)
        if s.kind != "distanced"
        for low, high in s.content
    )
    own = Standing((parse.outlet,), "stated", None)
    starts: list[int] = []
    innermost: list[Layer | None] = []
    layer: Layer | None = None

    def note(at: int) -> None:
        if starts and starts[-1] == at:
            innermost[-1] = layer
        else:
            starts.append(at)
            innermost.append(layer)

    for low, negative_high, _, number in pieces:
        while layer is not None and layer.end <= low:
            ended, layer = layer.end, layer.outer
            note(ended)
        statement = statements[number]
        layer = Layer(inside(layer.standing if layer else own, statement), statement, -negative_high, layer)
        note(low)
    while layer is not None:
        ended, layer = layer.end, layer.outer
        note(ended)
    return Voices(parse.outlet, tuple(starts), tuple(innermost))


def inside(around: Standing, statement: Statement) -> Standing:
    """What holds in the content of a statement.

    What somebody wants, plans, refuses or praises is told by whoever tells of it: «The army refused to leave» is the
    article's word on the army, so an attitude adds its status and no voice.
    """
    if statement.kind != "attitude":
        return Standing(statement.voice, joined(around.status, statement.status), statement)
    status = around.status if statement.status == "reported" else joined(around.status, statement.status)
    return Standing(around.voice, status, statement)


def joined(outer: Status, own: Status) -> Status:
    """The status inside two statements: an accusation or a denial holds for all that is said within it."""
    return outer if outer in OUTWEIGHS and own not in OUTWEIGHS else own
