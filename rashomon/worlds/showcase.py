"""The what-if that shows most of a case: for a reader who has not asked anything yet."""

from collections.abc import Mapping

from rashomon.records import Page, Rule
from rashomon.worlds.outcome import Outcome
from rashomon.worlds.program import Program, Saying
from rashomon.worlds.reach import reach
from rashomon.worlds.readings import condition
from rashomon.worlds.run import what_if
from rashomon.worlds.watch import conditional

MOST_TRIED = 100  # conditions; of more, the first in the order of the pages


def showcase(loaded: Program, pages: Mapping[str, Page] | None = None) -> Outcome | None:
    """What follows from the condition whose consequences are told by most outlets, are denied most and are most.

    The condition is assumed in the page's own words; of equals one that names an actor goes first.  None when no page names a
    condition.
    """
    conditions = {saying.condition: saying for saying in loaded.sayings if conditional(saying) and not unreal(saying)}
    tried = list(conditions)[:MOST_TRIED]
    if not tried:
        return None
    best = max(tried, key=lambda atom: (*weight(loaded, atom), -atom))
    return what_if(loaded, [condition(conditions[best])], pages=pages)


def unreal(saying: Saying) -> bool:
    """True for what is told as not having happened."""
    return isinstance(saying.finding, Rule) and saying.finding.rule == "counterfactual"


def weight(loaded: Program, atom: int) -> tuple[int, int, bool, int]:
    """How many outlets the consequences need, how many of them are denied, whether somebody is named, how many there are."""
    said = loaded.propositions[atom]
    reached = reach(loaded, [atom])
    denied = sum(bool(others) for others in reached.against.values())
    return len({rule.world for rule in reached.rules}), denied, bool(said.actors and said.stems), len(reached.against)
