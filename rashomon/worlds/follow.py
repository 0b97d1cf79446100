"""What follows from what was assumed: conclusions with their proofs, the worlds they hold in, and the clashes among them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.records import Page, Rule
from rashomon.worlds.engine import Clause, certain, closure, repairs, supports
from rashomon.worlds.outcome import Clash, Conclusion, Proof, World
from rashomon.worlds.passages import passage_of, proof_of, smallest
from rashomon.worlds.program import Program, Saying
from rashomon.worlds.reach import Reached

MOST_PROOFS = 8  # of one conclusion
MOST_CONCLUSIONS = 100
MOST_SOLVED = 120  # clauses that the solver is given at once; of more, those on the shortest ways


@dataclass(frozen=True, slots=True)
class Followed:
    """The conclusions of a run with their atoms, nearest first, and what was cut short."""

    conclusions: tuple[tuple[int, Conclusion], ...]
    clashes: tuple[Clash, ...]
    worlds: tuple[World, ...]
    issues: tuple[str, ...]


def follow(program: Program, reached: Reached, pages: Mapping[str, Page]) -> Followed:
    """Prove everything that the assumptions reach."""
    rules = by_outcome(reached.rules)
    shown = list(rules)[:MOST_CONCLUSIONS]
    holding = by_world(reached)
    sure, settled = sure_of(reached)
    steps = distances(reached)
    conclusions = tuple(
        (atom, conclusion(program, reached, atom, rules[atom], holding=holding, sure=sure, steps=steps, pages=pages))
        for atom in shown
    )
    issues = [
        f"{len(rules)} conclusions, the nearest {MOST_CONCLUSIONS} are shown" if len(rules) > len(shown) else "",
        "the question reaches more rules than are followed" if reached.cut_short else "",
        "too many clashes to settle them all; what rests on a claim in one of them is called uncertain" if not settled else "",
    ]
    opposed = {-clause.head for clause in reached.clauses if clause.head < 0}
    clashes = tuple(clash(reached, atom, one, steps, pages) for atom, one in conclusions if atom in opposed)
    return Followed(conclusions, clashes, worlds(program, reached, conclusions, holding), tuple(one for one in issues if one))


def by_outcome(rules: Iterable[Saying]) -> dict[int, list[Saying]]:
    """The rules by what they lead to, in order."""
    found: dict[int, list[Saying]] = {}
    for rule in rules:
        found.setdefault(rule.outcome, []).append(rule)
    return found


def by_world(reached: Reached) -> dict[str, frozenset[int]]:
    """What holds in each world on its word alone."""
    of_world: dict[str, list[int]] = {}
    for rule in reached.rules:
        of_world.setdefault(rule.world, []).append(rule.number)
    return {world: closure(reached.of(numbers), reached.assumed) for world, numbers in sorted(of_world.items())}


def sure_of(reached: Reached) -> tuple[frozenset[int], bool]:
    """What follows whichever side of the clashes is believed; False when there were too many to try all ways out of them.

    Then only what follows from claims that no clash touches is sure: too little, never too much.
    """
    opposed = sorted({-clause.head for clause in reached.clauses if clause.head < 0})
    part = needed(reached.heads, [sign * atom for atom in opposed for sign in (1, -1)])
    if len(part) <= MOST_SOLVED:
        lost = repairs(part, reached.assumed)
        if not lost.more:
            return certain(reached.clauses, reached.assumed, lost), True
    touched = {clause.claim for clause in part} - {0}
    return closure([clause for clause in reached.clauses if clause.claim not in touched], reached.assumed), False


def distances(reached: Reached) -> dict[int, int]:
    """How many clauses lie between the assumptions and each literal at least."""
    onward: dict[int, list[int]] = {}
    for clause in reached.clauses:
        for literal in clause.body:
            onward.setdefault(literal, []).append(clause.head)
    steps = dict.fromkeys(reached.assumed, 0)
    agenda = list(reached.assumed)
    for literal in agenda:
        new = [head for head in dict.fromkeys(onward.get(literal, ())) if head not in steps]
        steps |= dict.fromkeys(new, steps[literal] + 1)
        agenda += new
    return steps


def manageable(clauses: Sequence[Clause], steps: Mapping[int, int]) -> tuple[Clause, ...]:
    """The clauses, or if they are too many those on the shortest ways, or if these are too many one for each literal."""
    if len(clauses) <= MOST_SOLVED:
        return tuple(clauses)
    short = tuple(
        clause
        for clause in clauses
        if not clause.body or all(steps.get(literal, 0) + 1 == steps.get(clause.head) for literal in clause.body)
    )
    if len(short) <= MOST_SOLVED:
        return short
    return tuple({clause.head: clause for clause in reversed(short)}.values())


def grounds(reached: Reached, atom: int, steps: Mapping[int, int]) -> tuple[frozenset[int], ...]:
    """The smallest sets of claims from which a conclusion follows; without a choice of ways there is one."""
    kept = manageable(needed(reached.heads, [atom]), steps)
    ways = needed(Reached(reached.assumed, kept, (), {}, False).heads, [atom])
    if len({clause.head for clause in ways}) == len(ways) and not {clause.head for clause in ways} & set(reached.assumed):
        return (frozenset(clause.claim for clause in ways) - {0},)
    return supports(ways, reached.assumed, atom, MOST_PROOFS).sets


def needed(heads: Mapping[int, Sequence[Clause]], goals: Iterable[int]) -> tuple[Clause, ...]:
    """The clauses, by their heads, from which the goals could follow."""
    agenda = list(dict.fromkeys(goals))
    seen = set(agenda)
    wanted: list[Clause] = []
    for literal in agenda:
        wanted += heads.get(literal, ())
        new = dict.fromkeys(inner for clause in heads.get(literal, ()) for inner in clause.body if inner not in seen)
        seen.update(new)
        agenda += new
    return tuple(wanted)


def conclusion(
    program: Program,
    reached: Reached,
    atom: int,
    rules: Sequence[Saying],
    *,
    holding: Mapping[str, frozenset[int]],
    sure: frozenset[int],
    steps: Mapping[int, int],
    pages: Mapping[str, Page],
) -> Conclusion:
    """One conclusion with its proofs."""
    first = rules[0]
    alone = tuple(world for world, held in holding.items() if atom in held)
    proofs = smallest([proof(program, reached, one, pages) for one in grounds(reached, atom, steps)])
    return Conclusion(
        says=first.says,
        strength=first.finding.strength if isinstance(first.finding, Rule) else "",
        default=all(rule.default for rule in rules),
        status=first.finding.status,
        worlds=alone,
        voices=tuple(dict.fromkeys(rule.finding.voice for rule in rules)),
        proofs=proofs,
        against=tuple(passage_of(saying, pages) for saying in reached.against[atom]),
        certain=atom in sure,
        merged_only=not alone,
    )


def proof(program: Program, reached: Reached, claims: Iterable[int], pages: Mapping[str, Page]) -> Proof:
    """The passages of a set of claims in the order in which the conclusion follows from them."""
    order = {rule.number: place for place, rule in enumerate(reached.rules)}
    return proof_of(
        passage_of(program.saying(claim), pages) for claim in sorted(claims, key=lambda claim: order.get(claim, claim))
    )


def clash(reached: Reached, atom: int, one: Conclusion, steps: Mapping[int, int], pages: Mapping[str, Page]) -> Clash:
    """One conclusion against who says the opposite, and the smallest sets of passages to disbelieve."""
    part = manageable(needed(reached.heads, [atom, -atom]), steps)
    sayings = {rule.number: rule for rule in (*reached.rules, *reached.against[atom])}
    lost = repairs(part, reached.assumed, MOST_PROOFS)
    return Clash(
        one=one.says,
        other=next(passage_of(sayings[clause.claim], pages).quote for clause in part if clause.head == -atom),
        repairs=tuple(tuple(passage_of(sayings[claim], pages) for claim in sorted(gone)) for gone in lost.sets),
    )


def worlds(
    program: Program,
    reached: Reached,
    conclusions: Sequence[tuple[int, Conclusion]],
    holding: Mapping[str, frozenset[int]],
) -> tuple[World, ...]:
    """What each outlet makes of the conclusions."""
    denying = {(atom, saying.world) for atom, others in reached.against.items() for saying in others}
    listed = sorted({saying.world for saying in program.sayings})
    return tuple(world(name, conclusions, holding.get(name, frozenset()), denying) for name in listed)


def world(name: str, conclusions: Sequence[tuple[int, Conclusion]], held: frozenset[int], denying: set[tuple[int, str]]) -> World:
    """One outlet's world."""
    follows = tuple(one.says for atom, one in conclusions if atom in held)
    denies = tuple(one.says for atom, one in conclusions if atom not in held and (atom, name) in denying)
    silent = tuple(one.says for atom, one in conclusions if atom not in held and (atom, name) not in denying)
    return World(name=name, follows=follows, denies=denies, silent=silent)
