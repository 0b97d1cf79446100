"""The part of a program that a question reaches; only that is grounded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.records import Claim, Rule
from rashomon.worlds.engine import Clause
from rashomon.worlds.program import Program, Saying

MOST_REACHED = 1_000  # rules; a question that reaches more is cut short and says so
MOST_STEPS = 6  # rules in a row; what follows in more steps than that is nobody's meaning any more


@dataclass(frozen=True)
class Reached:
    """The clauses that the assumptions reach, and the order in which they do."""

    assumed: tuple[int, ...]
    clauses: tuple[Clause, ...]
    rules: tuple[Saying, ...]  # in the order of their distance from the assumptions
    against: dict[int, tuple[Saying, ...]]  # atom of an outcome -> who says the opposite
    cut_short: bool

    @cached_property
    def heads(self) -> dict[int, tuple[Clause, ...]]:
        """The clauses by what they lead to."""
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.head, []).append(clause)
        return {head: tuple(clauses) for head, clauses in found.items()}

    def of(self, numbers: Iterable[int]) -> tuple[Clause, ...]:
        """The clauses of these claims, and ours."""
        kept = {0, *numbers}
        return tuple(clause for clause in self.clauses if clause.claim in kept)


def reach(program: Program, assumed: Sequence[int]) -> Reached:
    """Follow the rules from the assumptions, nearest first."""
    clauses: list[Clause] = []
    rules: dict[int, Saying] = {}
    agenda = list(assumed)
    steps = dict.fromkeys(agenda, 0)
    cut_short = False
    for atom in agenda:
        met = program.met(atom)
        starting = [number for one in met for number in program.starting.get(one, ()) if number not in rules]
        if starting and (steps[atom] >= MOST_STEPS or len(rules) >= MOST_REACHED):
            cut_short = True
            break
        clauses += [Clause(0, one, (atom,)) for one in met if one != atom]
        rules |= {number: program.saying(number) for number in starting}
        led = [one for number in starting for one in outcomes(program, number, clauses)]
        new = [one for one in dict.fromkeys(led) if one not in steps]
        steps |= dict.fromkeys(new, steps[atom] + 1)
        agenda += new
    ordered = tuple(rules.values())
    against = {rule.outcome: program.opposing(rule.outcome) for rule in ordered}
    clauses += [
        Clause(other.number, -rule.outcome) for rule in ordered for other in against[rule.outcome] if excludes(rule, other)
    ]
    return Reached(tuple(assumed), tuple(dict.fromkeys(clauses)), ordered, against, cut_short)


def excludes(rule: Saying, other: Saying) -> bool:
    """True when the two cannot both hold: what has not happened so far may still follow."""
    happened = isinstance(rule.finding, Rule) and rule.finding.rule == "cause"
    return happened or not (isinstance(other.finding, Claim) and other.finding.tense == "past")


def outcomes(program: Program, number: int, clauses: list[Clause]) -> list[int]:
    """Add the clauses of a rule and of the headline that shortens it; the atoms they lead to."""
    rule = program.saying(number)
    clauses.append(Clause(number, rule.outcome, (rule.condition,), rule.default))
    reached = [rule.outcome]
    for head in program.headlines.get(number, ()):
        clauses.append(Clause(number, program.saying(head).condition, (rule.condition,), rule.default))
        reached.append(program.saying(head).condition)
    return reached
