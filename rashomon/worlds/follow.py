"""What follows from what was assumed: conclusions with their proofs, the worlds they hold in, and the clashes among them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.records import Page, Rule
from rashomon.worlds.engine import Clause, certain, closure, repairs, supports
from rashomon.worlds.outcome import Clash, Conclusion, Proof, World
from rashomon.worlds.passages import passage_of
from rashomon.worlds.program import Program, Saying
from rashomon.worlds.reach import Reached

MOST_PROOFS = 8  # of one conclusion
MOST_CONCLUSIONS = 200


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
    conclusions = tuple(
        (atom, conclusion(program, reached, atom, rules[atom], holding=holding, sure=sure, pages=pages)) for atom in shown
    )
    issues = [
        f"{len(rules)} conclusions, the nearest {MOST_CONCLUSIONS} are shown" if len(rules) > len(shown) else "",
        "the question reaches more rules than are followed" if reached.cut_short else "",
        "more ways to settle the clashes than were tried; what is certain is certain in those tried" if not settled else "",
    ]
    opposed = {-clause.head for clause in reached.clauses if clause.head < 0}
    clashes = tuple(clash(reached, atom, one, pages) for atom, one in conclusions if atom in opposed)
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
    """What follows whichever side of the clashes is believed, and whether all ways to settle them were tried."""
    opposed = sorted({-clause.head for clause in reached.clauses if clause.head < 0})
    if not opposed:
        return closure(reached.clauses, reached.assumed), True
    part = needed(reached.clauses, [sign * atom for atom in opposed for sign in (1, -1)])
    lost = repairs(part, reached.assumed)
    return certain(reached.clauses, reached.assumed, lost), not lost.more


def needed(clauses: Sequence[Clause], goals: Iterable[int]) -> tuple[Clause, ...]:
    """The clauses from which the goals could follow."""
    heads: dict[int, list[int]] = {}
    for number, clause in enumerate(clauses):
        heads.setdefault(clause.head, []).append(number)
    agenda, seen = list(goals), set[int]()
    wanted: set[int] = set()
    while agenda:
        literal = agenda.pop()
        if literal not in seen:
            seen.add(literal)
            wanted.update(heads.get(literal, ()))
            agenda += [inner for number in heads.get(literal, ()) for inner in clauses[number].body]
    return tuple(clauses[number] for number in sorted(wanted))


def conclusion(
    program: Program,
    reached: Reached,
    atom: int,
    rules: Sequence[Saying],
    *,
    holding: Mapping[str, frozenset[int]],
    sure: frozenset[int],
    pages: Mapping[str, Page],
) -> Conclusion:
    """One conclusion with its proofs."""
    first = rules[0]
    alone = tuple(world for world, held in holding.items() if atom in held)
    found = supports(needed(reached.clauses, [atom]), reached.assumed, atom, MOST_PROOFS)
    proofs = tuple(proof(program, reached, one, pages) for one in found.sets)
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
    listed = [passage_of(program.saying(claim), pages) for claim in sorted(claims, key=lambda claim: order.get(claim, claim))]
    return Proof(passages=tuple(listed), outlets=tuple(dict.fromkeys(passage.outlet for passage in listed)))


def clash(reached: Reached, atom: int, one: Conclusion, pages: Mapping[str, Page]) -> Clash:
    """One conclusion against who says the opposite, and the smallest sets of passages to disbelieve."""
    part = needed(reached.clauses, [atom, -atom])
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
