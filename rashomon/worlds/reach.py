"""The part of a program that a question reaches; only that is grounded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.records import Claim, Rule
from rashomon.worlds.engine import Clause
from rashomon.worlds.program import Program, Saying

MOST_REACHED = 5_000  # rules; a question that reaches more is cut short and says so


@dataclass(frozen=True, slots=True)
class Reached:
    """The clauses that the assumptions reach, and the order in which they do."""

    assumed: tuple[int, ...]
    clauses: tuple[Clause, ...]
    rules: tuple[Saying, ...]  # in the order of their distance from the assumptions
    against: dict[int, tuple[Saying, ...]]  # atom of an outcome -> who says the opposite
    cut_short: bool

    def of(self, numbers: Iterable[int]) -> tuple[Clause, ...]:
        """The clauses of these claims, and ours."""
        kept = {0, *numbers}
        return tuple(clause for clause in self.clauses if clause.claim in kept)


def reach(program: Program, assumed: Sequence[int]) -> Reached:
    """Follow the rules from the assumptions, nearest first."""
    clauses: list[Clause] = []
    rules: dict[int, Saying] = {}
    agenda, seen = list(assumed), set(assumed)
    for atom in agenda:
        for met in program.met(atom):
            if met != atom:
                clauses.append(Clause(0, met, (atom,)))
            for number in program.starting.get(met, ()):
                if number not in rules and len(rules) < MOST_REACHED:
                    rules[number] = program.saying(number)
                    agenda += [new for new in outcomes(program, number, clauses) if not (new in seen or seen.add(new))]  # type: ignore[func-returns-value]
    ordered = tuple(rules.values())
    against = {atom: program.opposing(atom) for atom in dict.fromkeys(rule.outcome for rule in ordered)}
    of_atom = {rule.outcome: rule for rule in ordered}
    clauses += [
        Clause(other.number, -atom) for atom, others in against.items() for other in others if excludes(of_atom[atom], other)
    ]
    return Reached(tuple(assumed), tuple(clauses), ordered, against, len(rules) >= MOST_REACHED)


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
