"""Conclusions that no single page reaches: what two outlets' conclusions say of one actor, put together.

Two conclusions *meet* when each names a common actor, each names one the other does not, and no outlet reaches both.  Its proof
is a smallest set of sentences from which both follow.  A sentence of any page that says something of the two ends closes the
triad; it is shown beside the proof, since nothing follows from it, and its sign with the other two says whether the triad is
balanced (Heider 1946; Cartwright and Harary 1956).  It is described, never forecast.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from rashomon.records import Page
from rashomon.worlds.outcome import Conclusion, Meeting
from rashomon.worlds.passages import passage, proof_of, smallest
from rashomon.worlds.program import Program, world_of
from rashomon.worlds.signs import Edge, sign_of_words

MOST = 20
MOST_ACTORS = 6  # a conclusion that names more is about nobody in particular


def meetings(
    program: Program, reached: Sequence[tuple[int, Conclusion]], pages: Mapping[str, Page]
) -> tuple[tuple[Meeting, ...], bool]:
    """The meetings of conclusions (with their atoms), closed triads first; True when there are more than are shown."""
    found: list[tuple[int, Meeting]] = []
    for (one, first), (other, second) in combinations(reached, 2):
        if first.worlds and second.worlds and not set(first.worlds) & set(second.worlds):
            found += [met(program, (one, first), (other, second), ends, pages) for ends in triads(program, one, other)]
    ordered = [meeting for _, meeting in sorted(found, key=lambda scored: -scored[0])]
    return tuple(ordered[:MOST]), len(ordered) > MOST


def triads(program: Program, one: int, other: int) -> Iterator[tuple[str, str, str]]:
    """End, middle and other end of two conclusions."""
    left, right = sides(program, one), sides(program, other)
    if not left or not right or max(len(left), len(right)) > MOST_ACTORS:
        return
    middles = sorted(left & right)
    for middle in middles[:1]:
        for first in sorted(left - right):
            for last in sorted(right - left):
                if not (first.startswith("place:") or last.startswith("place:")):
                    yield first, middle, last


def sides(program: Program, atom: int) -> frozenset[str]:
    """The actors of an atom; an actor of a state counts as the state."""
    return frozenset(program.countries.get(actor, actor) for actor in program.propositions[atom].actors)


def met(
    program: Program,
    one: tuple[int, Conclusion],
    other: tuple[int, Conclusion],
    ends: tuple[str, str, str],
    pages: Mapping[str, Page],
) -> tuple[int, Meeting]:
    """One meeting and how much it says: 2 for a signed triad, 1 for a closed one."""
    (atom, first), (second_atom, second) = one, other
    ways = [proof_of((*left.passages, *right.passages)) for left in first.proofs for right in second.proofs]
    proof = smallest(ways)[0]
    third = third_side(program, ends, set(proof.outlets))
    signs = [sign_of_words(program.propositions[number].stems) for number in (atom, second_atom)]
    signs.append(third.sign if third is not None else 0)
    closing = (passage(third.finding, third.article, pages),) if third is not None else ()
    meeting = Meeting(
        says=f"{first.says} — {second.says}",
        actors=tuple(program.names.get(actor, actor) for actor in ends),  # type: ignore[arg-type]
        sign=balance(signs),
        proof=proof,
        between=closing,
    )
    return (third is not None) + all(signs), meeting


def third_side(program: Program, ends: tuple[str, str, str], told: set[str]) -> Edge | None:
    """What is said of the two ends: of an outlet that says neither of the others if there is one, against before for."""
    listed = program.edges.get(frozenset((ends[0], ends[2])), ())
    return min(listed, key=lambda edge: (not edge.sign, world_of(edge.article) in told, edge.sign, edge.finding.id), default=None)


def balance(signs: Sequence[int]) -> Literal["balanced", "unbalanced", "open"]:
    """Balanced when the product of the three signs is positive."""
    product = signs[0] * signs[1] * signs[2]
    return "balanced" if product > 0 else "unbalanced" if product < 0 else "open"
