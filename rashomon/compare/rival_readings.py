"""What two networks make of pairs of passages: a small one proposes rivals, a larger one decides."""

from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from rashomon.compare.encoder.forward import probabilities
from rashomon.compare.encoder.network import DECIDING, PROPOSING, network

TextPair = tuple[str, str]
LEAST_CHANCE = 0.0005  # of a label; half of what a probability is rounded to
WORTH = -0.5  # log odds of the small network from which the larger one, eight times as slow, reads a pair too
AGAIN = -2.0  # log odds of a first reading below which the other order could hardly make two passages rivals


class Reading(NamedTuple):
    """What a network makes of a pair: a probability for each label, the first of them that of no conflict."""

    chances: Sequence[float]

    @property
    def odds(self) -> float:
        """The log odds that the two cannot both be right, whatever the kind."""
        return log_odds(self.chances[0])

    @property
    def kind(self) -> str:
        """The likeliest kind of conflict."""
        labels = network(DECIDING).header.labels
        return max(labels[1:], key=lambda label: self.chances[labels.index(label)])


def log_odds(none: float) -> float:
    """The log odds of a conflict where the chance of none is known."""
    none = min(max(none, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return log((1 - none) / none)


def proposed(pairs: Sequence[TextPair]) -> Mapping[int, float]:
    """The pairs that the small network takes for possible rivals, by their places, with its log odds."""
    none = probabilities(pairs, network(PROPOSING))[:, 0].tolist()
    return {place: odds for place, odds in enumerate(map(log_odds, none)) if odds >= WORTH}


def decided(pairs: Sequence[TextPair]) -> list[Reading]:
    """What the larger network makes of each pair, of likely rivals in both orders: they are rivals whichever is read first."""
    deciding = network(DECIDING)
    found = [Reading(one) for one in probabilities(pairs, deciding).tolist()]
    again = [place for place, one in enumerate(found) if one.odds >= AGAIN]
    back = probabilities([pairs[place][::-1] for place in again], deciding).tolist()
    for place, one in zip(again, back, strict=True):
        found[place] = Reading(mean(found[place].chances, one))
    return found


def tried(pairs: Sequence[TextPair]) -> list[float]:
    """The log odds of the larger network for each pair in one order."""
    return [log_odds(one) for one in probabilities(pairs, network(DECIDING))[:, 0].tolist()]


def mean(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The geometric mean of two rows of chances, again adding up to one."""
    mixed = [sqrt(max(chance, LEAST_CHANCE) * max(again, LEAST_CHANCE)) for chance, again in zip(one, other, strict=True)]
    return [chance / sum(mixed) for chance in mixed]
