"""The solver against brute force on random small programs."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.worlds.engine import Clause, certain, closure, possible, repairs, supports
from rashomon.worlds.follow import MOST_PROOFS, MOST_SOLVED, distances, grounds, manageable
from rashomon.worlds.reach import Reached

literals = st.integers(1, 4).flatmap(lambda atom: st.sampled_from([atom, -atom]))
rows = st.lists(st.tuples(literals, st.lists(literals, max_size=2), st.booleans()), max_size=6)
programs = rows.map(
    lambda rows: [Clause(number, head, tuple(body), default) for number, (head, body, default) in enumerate(rows, 1)]
)
assumptions = st.lists(literals, max_size=1)


def subsets(claims: list[int]) -> list[frozenset[int]]:
    return [frozenset(chosen) for size in range(len(claims) + 1) for chosen in combinations(claims, size)]


def naive(program: list[Clause], assumed: list[int]) -> set[int]:
    held = set(assumed)
    while True:
        grown = held | {clause.head for clause in program if set(clause.body) <= held}
        if grown == held:
            return held
        held = grown


def held(program: list[Clause], assumed: list[int], kept: frozenset[int]) -> set[int]:
    return naive([clause for clause in program if clause.claim in kept], assumed)


def agrees(literals: set[int]) -> bool:
    return not any(-literal in literals for literal in literals)


def maximal(sets: list[frozenset[int]]) -> list[frozenset[int]]:
    return [one for one in sets if not any(one < other for other in sets)]


@given(programs, assumptions)
@settings(max_examples=150, deadline=None)
def test_closure_is_the_least_model(program: list[Clause], assumed: list[int]) -> None:
    assert closure(program, assumed) == naive(program, assumed)


@given(programs, assumptions, literals)
@settings(max_examples=150, deadline=None)
def test_provenance_is_enumeration(program: list[Clause], assumed: list[int], goal: int) -> None:
    derive = [kept for kept in subsets([clause.claim for clause in program]) if goal in held(program, assumed, kept)]
    minimal = {one for one in derive if not any(other < one for other in derive)}
    found = supports(program, assumed, goal)
    assert set(found.sets) == minimal
    assert not found.more


@given(programs, assumptions)
@settings(max_examples=150, deadline=None)
def test_repairs_are_subset_minimal(program: list[Clause], assumed: list[int]) -> None:
    claims = frozenset(clause.claim for clause in program)
    strict = [clause.claim for clause in program if not clause.default]
    default = [clause.claim for clause in program if clause.default]
    firm = maximal([kept for kept in subsets(strict) if agrees(held(program, assumed, kept))])
    expected = set()
    for kept in firm:
        grown = [kept | more for more in subsets(default) if agrees(held(program, assumed, kept | more))]
        expected |= {claims - one for one in maximal(grown)}
    assert set(repairs(program, assumed).sets) == expected


@given(programs, assumptions)
@settings(max_examples=100, deadline=None)
def test_certain_and_possible_are_all_and_some_repairs(program: list[Clause], assumed: list[int]) -> None:
    lost = repairs(program, assumed)
    claims = frozenset(clause.claim for clause in program)
    worlds = [held(program, assumed, claims - gone) for gone in lost.sets]
    assert certain(program, assumed, lost) == (set.intersection(*worlds) if worlds else set())
    assert possible(program, assumed, lost) == set().union(*worlds)


def test_nothing_supports_itself() -> None:
    loop = [Clause(1, 1, (2,)), Clause(2, 2, (1,))]
    assert closure(loop, []) == frozenset()
    assert supports(loop, [], 1).sets == ()


def test_repetition_is_no_truth() -> None:
    said_thrice = [Clause(1, 1), Clause(2, 1), Clause(3, 1), Clause(4, -1)]
    assert set(repairs(said_thrice, []).sets) == {frozenset({1, 2, 3}), frozenset({4})}


def test_a_default_gives_way() -> None:
    program = [Clause(1, 1, default=True), Clause(2, -1)]
    assert repairs(program, []).sets == (frozenset({1}),)


def test_assumptions_that_contradict_each_other_have_no_repair() -> None:
    assert repairs([Clause(1, 2)], [1, -1]).sets == ()


def test_more_sets_than_asked_for_are_told() -> None:
    many = [Clause(number, 1) for number in range(1, 9)]
    found = supports(many, [], 1, most=3)
    assert (len(found.sets), found.more) == (3, True)


chains = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), min_size=1, max_size=9)


@given(chains)
@settings(max_examples=150, deadline=None)
def test_grounds_without_a_choice_are_those_of_the_solver(links: list[tuple[int, int]]) -> None:
    clauses = tuple(Clause(number, head, (body,)) for number, (head, body) in enumerate(links, 1))
    reached = Reached((1,), clauses, (), {}, False)
    for goal in closure(clauses, [1]) - {1}:
        held, whole = set(grounds(reached, goal, distances(reached))), set(supports(clauses, [1], goal).sets)
        assert held <= whole
        assert len(held) == min(len(whole), MOST_PROOFS)


def test_of_too_many_clauses_the_shortest_ways_are_kept() -> None:
    ladder = [Clause(10 * step + side, step + 1, (step,)) for step in range(1, 60) for side in range(5)]
    reached = Reached((1,), (*ladder, Clause(9_999, 60, (1,))), (), {}, False)
    steps = distances(reached)
    kept = manageable(reached.clauses, steps)
    assert len(kept) <= MOST_SOLVED
    assert closure(kept, [1]) == closure(reached.clauses, [1])
    assert grounds(reached, 60, steps) == (frozenset({9_999}),)
