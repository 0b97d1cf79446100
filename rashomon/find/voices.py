"""On whose word a stretch of an article stands, and how sure that word is."""

from bisect import bisect_right
from dataclasses import dataclass

from rashomon.find.parse import Parse
from rashomon.records import Span, Statement, Status

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
class Voices:
    """The statements of one article, laid out so that a look-up costs the logarithm of their number."""

    outlet: str
    starts: tuple[int, ...]
    innermost: tuple[Statement | None, ...]  # parallel to starts: what holds from there to the next start

    def at(self, start: int, end: int) -> Standing:
        """The standing of the page's span, by the innermost statement whose content holds all of it."""
        place = bisect_right(self.starts, start) - 1
        statement = self.innermost[place] if place >= 0 else None
        if statement is None or not any(low <= start and end <= high for low, high in statement.content):
            return Standing((self.outlet,), "stated", None)
        return Standing(statement.voice, statement.status, statement)


def voices(parse: Parse, statements: tuple[Statement, ...]) -> Voices:
    """Lay out the statements of an article; scare quotes («distanced») are nobody's speech and left out."""
    pieces = sorted(
        (low, -high, len(s.voice), number)
        for number, s in enumerate(statements)
        if s.kind != "distanced"
        for low, high in s.content
    )
    starts: list[int] = []
    innermost: list[Statement | None] = []
    stack: list[tuple[Span, Statement]] = []

    def note(at: int) -> None:
        top = stack[-1][1] if stack else None
        if starts and starts[-1] == at:
            innermost[-1] = top
        else:
            starts.append(at)
            innermost.append(top)

    def close(until: int) -> None:
        while stack and stack[-1][0][1] <= until:
            end = stack.pop()[0][1]
            note(end)

    for low, high, _, number in pieces:
        close(low)
        stack.append(((low, -high), statements[number]))
        note(low)
    close(len(parse.page.text) + 1)
    return Voices(parse.outlet, tuple(starts), tuple(innermost))
