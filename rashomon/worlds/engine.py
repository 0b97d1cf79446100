"""The solver: what follows from which claims, what they rest on, and how few may be given up so that they agree.

A *clause* is ``head <- body`` over literals (whole numbers, negative for the denial) and belongs to a claim; claim 0 is ours
and is always kept.  All of it is positive except the choice of claims, and what holds is the least model: nothing supports
itself.

``supports`` are the minimal witnesses of why-provenance (Buneman, Khanna, Tan 2001, "Why and where").  ``repairs`` are the
subset-minimal repairs of inconsistent databases (Arenas, Bertossi, Chomicki 1999); fewest-claims repairs would let the side that
repeats itself win.  Claims said to hold as a rule only give way first, as in the preferred subtheories of Brewka 1989.  What
holds in every repair is certain, in some repair possible (cautious and brave reasoning).

Subset-minimal sets are enumerated exactly by clingo's domain heuristics with recording (Gebser et al. 2013, "Domain-specific
heuristics in answer set programming").  Only whole numbers reach the solver.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import clingo

PROGRAM = """
holds(L) :- assumed(L).
holds(H) :- clause(C,H,K), kept(K), holds(B) : body(C,B).
kept(0).
kept(K) :- claim(K), keep(K).
{ keep(K) } :- claim(K).
#show keep/1.
"""
DERIVES = "#heuristic keep(K) : claim(K). [1,false] :- not holds({goal})."
AGREES = "#heuristic keep(K) : claim(K). [1,true] :- holds(L), holds(-L), L > 0."
MOST = 64  # sets that one question enumerates; more are reported as cut short


@dataclass(frozen=True, slots=True)
class Clause:
    """``head`` follows from all of ``body`` on the word of ``claim``."""

    claim: int
    head: int
    body: tuple[int, ...] = ()
    default: bool = False


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of claims, in order of size and number, and whether there are more."""

    sets: tuple[frozenset[int], ...]
    more: bool


def closure(clauses: Iterable[Clause], assumed: Iterable[int]) -> frozenset[int]:
    """The literals that hold: the least model, in time linear in the clauses (Dowling and Gallier 1984)."""
    waiting: dict[int, list[int]] = {}
    listed = list(clauses)
    missing = [len(set(clause.body)) for clause in listed]
    for number, clause in enumerate(listed):
        for literal in set(clause.body):
            waiting.setdefault(literal, []).append(number)
    found: set[int] = set()
    agenda = [*assumed, *(clause.head for clause in listed if not clause.body)]
    while agenda:
        literal = agenda.pop()
        if literal in found:
            continue
        found.add(literal)
        for number in waiting.get(literal, ()):
            missing[number] -= 1
            if not missing[number]:
                agenda.append(listed[number].head)
    return frozenset(found)


def supports(clauses: Sequence[Clause], assumed: Sequence[int], goal: int, most: int = MOST) -> Sets:
    """The minimal sets of claims from which the goal follows; none when it does not follow at all."""
    return solved(clauses, assumed, DERIVES.format(goal=int(goal)), most)


def repairs(clauses: Sequence[Clause], assumed: Sequence[int], most: int = MOST) -> Sets:
    """The minimal sets of claims whose loss leaves no literal together with its denial; claims by default give way first.

    No sets at all when the assumptions contradict each other.
    """
    strict = [clause for clause in clauses if not clause.default]
    claims = {clause.claim for clause in clauses} - {0}
    firm = {clause.claim for clause in strict} - {0}
    found: list[frozenset[int]] = []
    outer = solved(strict, assumed, AGREES, most)
    more = outer.more
    for kept in outer.sets:
        gone = firm - kept
        inner = solved([clause for clause in clauses if clause.claim not in gone], assumed, AGREES, most, required=kept)
        more = more or inner.more
        found += [frozenset(claims - one) for one in inner.sets]
    ordered = sorted(set(found), key=lambda one: (len(one), sorted(one)))
    return Sets(tuple(ordered[:most]), more or len(ordered) > most)


def solved(clauses: Sequence[Clause], assumed: Sequence[int], question: str, most: int, required: Iterable[int] = ()) -> Sets:
    """The recorded sets of kept claims for one question, those in ``required`` among them."""
    control = clingo.Control(
        ["--heuristic=Domain", "--enum-mode=domRec", f"--models={most + 1}"], logger=lambda code, message: None
    )
    control.add("base", [], PROGRAM + facts(clauses, assumed, required))
    control.add("base", [], question)
    control.ground([("base", [])])
    found: set[frozenset[int]] = set()
    with control.solve(yield_=True) as models:
        for model in models:
            kept = (atom.arguments[0].number for atom in model.symbols(shown=True))
            found.add(frozenset(kept))
    ordered = sorted(found, key=lambda one: (len(one), sorted(one)))
    return Sets(tuple(ordered[:most]), len(ordered) > most)


def facts(clauses: Sequence[Clause], assumed: Sequence[int], required: Iterable[int]) -> str:
    """The clauses as facts of the solver; every term is a whole number."""
    lines = [f"assumed({int(literal)})." for literal in assumed]
    lines += [f"claim({claim})." for claim in sorted({clause.claim for clause in clauses} - {0})]
    lines += [f":- not keep({int(claim)})." for claim in sorted(required)]
    for number, clause in enumerate(clauses):
        lines.append(f"clause({number},{int(clause.head)},{int(clause.claim)}).")
        lines += [f"body({number},{int(literal)})." for literal in clause.body]
    return "\n".join(["#defined assumed/1. #defined claim/1. #defined clause/3. #defined body/2.", *lines, ""])


def certain(clauses: Sequence[Clause], assumed: Sequence[int], lost: Sets) -> frozenset[int]:
    """What holds whichever side is believed: the literals of every repair."""
    kept = [[clause for clause in clauses if clause.claim not in gone] for gone in lost.sets]
    worlds = [closure(part, assumed) for part in kept]
    return frozenset.intersection(*worlds) if worlds else frozenset()


def possible(clauses: Sequence[Clause], assumed: Sequence[int], lost: Sets) -> frozenset[int]:
    """What holds for one side or the other: the literals of some repair."""
    return frozenset[int]().union(
        *(closure([clause for clause in clauses if clause.claim not in gone], assumed) for gone in lost.sets)
    )
