"""The order in which instances are learned in an epoch of training: which passage first, in which batches, at which rate."""

from collections.abc import Sequence
from random import Random

from quality.conflicts.instances import Instance

ALIKE = 25  # batches whose pairs are sorted by length together
WARM = 100  # steps until the full rate


def epoch(instances: Sequence[Instance], chance: Random) -> list[Instance]:
    """The instances in random order, each with one or the other passage first by lot."""
    either = [turned(one) if chance.random() < 0.5 else one for one in instances]
    return chance.sample(either, len(either))


def turned(one: Instance) -> Instance:
    """An instance with its right passage first."""
    return Instance(one.kind, one.right, one.left)


def batches(instances: Sequence[Instance], size: int, chance: Random) -> list[list[Instance]]:
    """Batches of pairs of about one length, in random order."""
    made: list[list[Instance]] = []
    for start in range(0, len(instances), size * ALIKE):
        some = sorted(instances[start : start + size * ALIKE], key=lambda one: len(one.left) + len(one.right))
        made += [some[at : at + size] for at in range(0, len(some), size)]
    return chance.sample(made, len(made))


def rate(step: int, steps: int, full: float, end: float) -> float:
    """The learning rate of a step: it rises over the first, then falls in a line to a share ``end`` of the full rate."""
    return full * min(1.0, (step + 1) / WARM) * max(end, 1 - step / steps)
