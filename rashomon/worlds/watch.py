"""The watch-list: the conditions that the pages name, as indicators, and whether the pages report them as met."""

from collections.abc import Mapping, Sequence
from typing import Literal

from rashomon.records import Page, Rule
from rashomon.worlds.outcome import Indicator
from rashomon.worlds.passages import passage_of
from rashomon.worlds.program import Program, Saying
from rashomon.worlds.propositions import entails, opposes

CONDITIONS = frozenset({"conditional", "counterfactual"})
MOST_PASSAGES = 5  # of one answer


def watch(loaded: Program, pages: Mapping[str, Page] | None = None) -> tuple[Indicator, ...]:
    """Every condition of the case, in the order of the pages."""
    shown = pages or {}
    return tuple(indicator(loaded, saying, shown) for saying in loaded.sayings if conditional(saying))


def conditional(saying: Saying) -> bool:
    """True for a rule that names a condition; a cause has happened already."""
    return isinstance(saying.finding, Rule) and saying.finding.rule in CONDITIONS


def indicator(loaded: Program, saying: Saying, pages: Mapping[str, Page]) -> Indicator:
    """One condition and what is said of it elsewhere."""
    condition = loaded.propositions[saying.condition]
    near = [other for other in loaded.near(saying.condition) if other.finding.cited != saying.finding.cited]
    met = [other for other in near if entails(loaded.propositions[other.outcome], condition)]
    unmet = [other for other in near if opposes(loaded.propositions[other.outcome], condition)]
    rule = saying.finding
    return Indicator(
        watch=rule.if_text if isinstance(rule, Rule) else "",
        then=saying.says,
        strength=rule.strength if isinstance(rule, Rule) else "",
        voice=rule.voice,
        passage=passage_of(saying, pages),
        state=state(met, unmet),
        reported=tuple(passage_of(other, pages) for other in met[:MOST_PASSAGES]),
        denied=tuple(passage_of(other, pages) for other in unmet[:MOST_PASSAGES]),
    )


def state(met: Sequence[Saying], unmet: Sequence[Saying]) -> Literal["reported", "denied", "both", "open"]:
    """What the pages say of a condition."""
    if met and unmet:
        return "both"
    return "reported" if met else "denied" if unmet else "open"
