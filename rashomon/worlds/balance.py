"""Who is bound to whom and set against whom: signed networks, their balance, and the triads that are out of it.

Balance is Heider's (1946) as Cartwright and Harary (1956) put it: a cycle is balanced when the product of its signs is positive.
``walk_balance`` is the ratio of closed walks of Estrada and Benzi (2014), "Walk-based measure of balance in signed networks";
``frustration`` is the line index of Harary (1959), the fewest ties whose loss leaves it balanced, found exactly by clingo
(Aref and Wilson 2018 compare such measures).  All of it describes what is said; nothing here forecasts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import clingo
import numpy as np

from rashomon.records import Page
from rashomon.worlds.outcome import Passage, Triad
from rashomon.worlds.passages import passage
from rashomon.worlds.signs import Edge, Sign

MOST_TIES = 400  # ties of a network whose frustration is found exactly; a larger one is refused
FRUSTRATION = """
{ left(N) } :- node(N).
:- left(0).
bad(T) :- tie(T,A,B,1), left(A), not left(B).
bad(T) :- tie(T,A,B,1), left(B), not left(A).
bad(T) :- tie(T,A,B,-1), left(A), left(B).
bad(T) :- tie(T,A,B,-1), not left(A), not left(B).
#minimize { 1,T : bad(T) }.
#show left/1.
"""


@dataclass(frozen=True, slots=True)
class Network:
    """Actors, sorted, and the sign of each pair that has one."""

    actors: tuple[str, ...]
    signs: Mapping[frozenset[str], Literal[-1, 1]]


@dataclass(frozen=True, slots=True)
class Frustration:
    """The fewest ties out of balance, and one of the partitions that has no more."""

    ties: int
    left: tuple[str, ...]
    right: tuple[str, ...]


class TooLargeError(ValueError):
    """A network with more ties than are solved exactly."""


def network(signs: Mapping[frozenset[str], Literal[-1, 1]]) -> Network:
    """The network of these pairs."""
    return Network(tuple(sorted({actor for pair in signs for actor in pair})), signs)


def triangles(of: Network) -> Iterator[tuple[tuple[str, str, str], tuple[int, int, int]]]:
    """The closed triads, in order of names, with their signs."""
    near: dict[str, set[str]] = {}
    for pair in of.signs:
        one, other = sorted(pair)
        near.setdefault(one, set()).add(other)
    for one in of.actors:
        for other, third in combinations(sorted(near.get(one, ())), 2):
            if frozenset((other, third)) in of.signs:
                pairs = ((one, other), (other, third), (one, third))
                yield (one, other, third), tuple(of.signs[frozenset(pair)] for pair in pairs)  # type: ignore[misc]


def balanced_triangles(of: Network) -> float | None:
    """The share of closed triads that are balanced; None without a closed triad."""
    products = [signs[0] * signs[1] * signs[2] for _, signs in triangles(of)]
    return sum(product > 0 for product in products) / len(products) if products else None


def walk_balance(of: Network) -> float | None:
    """Closed walks, weighted by the factorial of their length, signed over unsigned: 1 is balance; None without a tie."""
    if not of.signs:
        return None
    place = {actor: number for number, actor in enumerate(of.actors)}
    matrix = np.zeros((len(place), len(place)))
    for pair, sign in of.signs.items():
        one, other = (place[actor] for actor in pair)
        matrix[one, other] = matrix[other, one] = sign
    signed, unsigned = np.linalg.eigvalsh(matrix), np.linalg.eigvalsh(abs(matrix))
    largest = unsigned.max()
    return float(np.exp(signed - largest).sum() / np.exp(unsigned - largest).sum())


def frustration(of: Network) -> Frustration:
    """The exact line index of balance; raises TooLargeError above MOST_TIES ties."""
    if len(of.signs) > MOST_TIES:
        raise TooLargeError(f"{len(of.signs)} ties; frustration is found exactly up to {MOST_TIES}")
    place = {actor: number for number, actor in enumerate(of.actors)}
    pairs = sorted((sorted(place[actor] for actor in pair), sign) for pair, sign in of.signs.items())
    facts = [f"node({number})." for number in place.values()]
    facts += [f"tie({number},{one},{other},{sign})." for number, ((one, other), sign) in enumerate(pairs)]
    control = clingo.Control(["--opt-mode=opt", "--models=0"], logger=lambda code, message: None)
    control.add("base", [], FRUSTRATION + "\n".join(facts))
    control.ground([("base", [])])
    best, left = 0, frozenset[int]()
    with control.solve(yield_=True) as models:
        for model in models:
            best = model.cost[0] if model.cost else 0
            left = frozenset(atom.arguments[0].number for atom in model.symbols(shown=True))
    sides = [tuple(actor for actor in of.actors if (place[actor] in left) is side) for side in (True, False)]
    return Frustration(best, *sides)


def said_network(edges: Mapping[frozenset[str], Sequence[Edge]]) -> tuple[Network, tuple[frozenset[str], ...]]:
    """The network of what is said, and the pairs of which both is said; those have no sign of their own."""
    agreed: dict[frozenset[str], Literal[-1, 1]] = {}
    disputed: list[frozenset[str]] = []
    for pair, told in sorted(edges.items(), key=lambda item: sorted(item[0])):
        signs = {edge.sign for edge in told if edge.sign}
        if len(signs) == 2:
            disputed.append(pair)
        elif signs:
            agreed[pair] = 1 if signs == {1} else -1
    return network(agreed), tuple(disputed)


def unbalanced(
    edges: Mapping[frozenset[str], Sequence[Edge]], names: Mapping[str, str], pages: Mapping[str, Page]
) -> tuple[Triad, ...]:
    """The triads out of balance in what is said, each tie with the first passage that says it."""
    said, _ = said_network(edges)
    found = []
    for (one, other, third), signs in triangles(said):
        if signs[0] * signs[1] * signs[2] < 0:
            sides = zip((frozenset((one, other)), frozenset((other, third)), frozenset((one, third))), signs, strict=True)
            passages = tuple(first_said(edges[pair], sign, pages) for pair, sign in sides)  # type: ignore[arg-type]
            named = tuple(names.get(actor, actor) for actor in (one, other, third))
            found.append(Triad(actors=named, signs=signs, passages=passages))  # type: ignore[arg-type]
    return tuple(found)


def first_said(told: Iterable[Edge], sign: Sign, pages: Mapping[str, Page]) -> Passage:
    """The first passage that gives the tie its sign."""
    edge = next(edge for edge in told if edge.sign == sign)
    return passage(edge.finding, edge.article, pages)
