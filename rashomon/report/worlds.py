"""How the system stands and one what-if worked through, as ``rashomon run`` gives them, every line with its passage."""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from rashomon.report.index import Index
from rashomon.report.passages import Passage, passages
from rashomon.report.rows import Rows, rows
from rashomon.worlds import outcome as found
from rashomon.worlds.balance import unbalanced
from rashomon.worlds.program import Program, program
from rashomon.worlds.showcase import showcase
from rashomon.worlds.watch import watch

MOST_CONCLUSIONS, MOST_PROOFS = 12, 3
STATES: Mapping[Literal["reported", "denied", "both", "open"], str] = {
    "reported": "✓ reported as met",
    "denied": "✗ denied",
    "both": "± reported and denied",
    "open": "○ nothing reported",
}
"""What the pages say of a condition, each with a sign of its own."""


class Indicator(msgspec.Struct, frozen=True):
    """A condition to watch, what is said to follow, and what the pages report of it."""

    watch: str
    then: str
    strength: str
    state: str
    said: tuple[Passage, ...]  # the rule
    reported: tuple[Passage, ...]
    denied: tuple[Passage, ...]


class Triad(msgspec.Struct, frozen=True):
    """Three actors whose ties do not go together: each tie in words, with the passage that says it."""

    ties: tuple[tuple[str, tuple[Passage, ...]], ...]


class Follows(msgspec.Struct, frozen=True):
    """What follows, in whose world, on which sentences in their order."""

    says: str
    strength: str
    default: bool
    worlds: tuple[str, ...]  # empty: only when they are put together
    proofs: tuple[tuple[Passage, ...], ...]
    against: tuple[Passage, ...]


class Meets(msgspec.Struct, frozen=True):
    """A conclusion that no single page reaches."""

    actors: tuple[str, ...]
    says: str
    proof: tuple[Passage, ...]
    between: tuple[Passage, ...]  # what is said of the two ends


class Clashes(msgspec.Struct, frozen=True):
    """Two things that follow and cannot both hold, and the smallest sets of passages to disbelieve."""

    one: str
    other: str
    ways_out: tuple[tuple[Passage, ...], ...]


class WhatIf(msgspec.Struct, frozen=True):
    """One assumption, the conditions as which it is read, and what follows."""

    assumed: str
    readings: tuple[tuple[str, tuple[Passage, ...]], ...]
    follows: Rows[Follows]
    meets: Rows[Meets]
    clashes: Rows[Clashes]


class Worlds(msgspec.Struct, frozen=True):
    """All that is run for a report."""

    what_if: WhatIf | None
    indicators: Rows[Indicator]
    triads: Rows[Triad]


def loaded(index: Index) -> Program:
    """The rules and claims of the contents as a program."""
    names = {key: actor.name for key, actor in index.contents.names.items()}
    return program(index.contents.founds, index.contents.actors, names)


def worlds(index: Index, system: Program) -> Worlds:
    """The sections that stand beside the rules."""
    triads = unbalanced(system.edges, system.names, {})
    return Worlds(
        worked_through(index, system),
        rows(watch(system), lambda one: indicator(index, one)),
        rows(triads, lambda one: triad(index, one)),
    )


def shown(index: Index, passages_of: Iterable[found.Passage]) -> tuple[Passage, ...]:
    """The passages of a run as those of a report."""
    return tuple(one for told in passages_of for one in passages(index, [told.finding]))


def indicator(index: Index, one: found.Indicator) -> Indicator:
    """One condition."""
    reported, denied = shown(index, one.reported), shown(index, one.denied)
    return Indicator(one.watch, one.then, one.strength, STATES[one.state], shown(index, [one.passage]), reported, denied)


def triad(index: Index, one: found.Triad) -> Triad:
    """One triad, a tie at a time."""
    first, second, third = one.actors
    ends = ((first, second), (second, third), (first, third))
    words = (f"{left} {'with' if sign > 0 else 'against'} {right}" for (left, right), sign in zip(ends, one.signs, strict=True))
    return Triad(tuple((said, shown(index, [told])) for said, told in zip(words, one.passages, strict=True)))


def worked_through(index: Index, system: Program) -> WhatIf | None:
    """What follows from the condition that shows most of the case; None without any condition."""
    run = showcase(system)
    if run is None:
        return None
    read_as = [(match.read_as, shown(index, [match.passage])) for reading in run.readings for match in reading.matches]
    return WhatIf(
        run.readings[0].words,
        tuple(read_as),
        rows(run.conclusions, lambda one: follows(index, one), MOST_CONCLUSIONS),
        rows(run.meetings, lambda one: meets(index, one), MOST_CONCLUSIONS),
        rows(run.clashes, lambda one: clashes(index, one), MOST_CONCLUSIONS),
    )


def meets(index: Index, one: found.Meeting) -> Meets:
    """One conclusion that no single page reaches."""
    return Meets(one.actors, one.says, shown(index, one.proof.passages), shown(index, one.between))


def clashes(index: Index, one: found.Clash) -> Clashes:
    """One clash with its ways out."""
    return Clashes(one.one, one.other, tuple(shown(index, repair) for repair in one.repairs[:MOST_PROOFS]))


def follows(index: Index, one: found.Conclusion) -> Follows:
    """One conclusion with its proofs, the first ones."""
    proofs = tuple(shown(index, proof.passages) for proof in one.proofs[:MOST_PROOFS])
    return Follows(one.says, one.strength, one.default, one.worlds, proofs, shown(index, one.against))
