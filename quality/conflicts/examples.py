"""What the network reads in an epoch of training: which pairs of passages, marked how, in which order and batches.

The kind of a conflict is known, but not which two of several slots it is between.  Where only one pair of slots can be meant it
is learned at once.  Of several the network itself chooses: the pair it is surest of is learned as the conflict, one that it
finds far less likely as none (multiple-instance learning: Dietterich, Lathrop, Lozano-Pérez 1997).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from quality.conflicts.instances import Instance, MarkedPair
from quality.conflicts.tellings import Kind
from rashomon.compare.rival_passages import OF_SLOT

SLOT_OF = {kind: slot for slot, kinds in OF_SLOT.items() for kind in kinds}
MOST_CANDIDATES = 6  # pairs of slots of one instance among which the network chooses
FAR = 0.5  # of the chance of the chosen pair; below it another is learned as none
OTHERS = 0.5  # of the conflicts also teach a pair of slots of another kind, as none
ALIKE = 25  # batches whose pairs are sorted by length together
WARM = 60  # steps until the full rate

Score = Callable[[Sequence[tuple[str, str]]], Sequence[float]]


class Example(NamedTuple):
    """Two passages as the network reads them, and what it is to answer."""

    left: str
    right: str
    kind: Kind


class Undecided(NamedTuple):
    """Pairs of slots of which one is the conflict."""

    kind: Kind
    candidates: Sequence[MarkedPair]


def parted(instance: Instance) -> tuple[list[MarkedPair], list[MarkedPair]]:
    """The pairs of slots of the kind of the conflict, and the others."""
    own = [pair for pair in instance.slots if pair[0] == SLOT_OF.get(instance.kind)]
    return own, [pair for pair in instance.slots if pair not in own]


def decided(instance: Instance, chance: Random) -> Iterator[Example]:
    """What an instance teaches by itself."""
    own, others = parted(instance)
    yield Example(instance.left, instance.right, instance.kind)
    if len(own) == 1:
        yield marked(own[0], instance.kind)
    elif not own and others and (instance.kind == "none" or chance.random() < OTHERS):
        yield marked(chance.choice(others), "none")


def marked(pair: MarkedPair, kind: Kind) -> Example:
    """Two passages with a slot of each marked, as an example."""
    return Example(pair[1], pair[2], kind)


def undecided(instances: Iterable[Instance], chance: Random) -> Iterator[Undecided]:
    """The instances in which several pairs of slots may be the conflict."""
    for instance in instances:
        own, _ = parted(instance)
        if len(own) > 1:
            yield Undecided(instance.kind, chance.sample(own, min(MOST_CANDIDATES, len(own))))


def chosen(one: Undecided, scores: Sequence[float], chance: Random) -> Iterator[Example]:
    """The surest pair as the conflict, and one of those that are far less likely as none."""
    best = max(range(len(scores)), key=scores.__getitem__)
    yield marked(one.candidates[best], one.kind)
    if low := [pair for pair, score in zip(one.candidates, scores, strict=True) if score < FAR * scores[best]]:
        yield marked(chance.choice(low), "none")


def epoch(instances: Sequence[Instance], chance: Random, score: Score | None) -> list[Example]:
    """The examples of an epoch in random order, each pair in one of its two orders.

    ``score`` gives the network's chance of a conflict for marked pairs; without it nothing is chosen, as before a first epoch.
    """
    examples = [example for instance in instances for example in decided(instance, chance)]
    if score:
        asked = list(undecided(instances, chance))
        scores = iter(score([pair[1:] for one in asked for pair in one.candidates]))
        for one in asked:
            examples += chosen(one, [next(scores) for _ in one.candidates], chance)
    turned = [Example(one.right, one.left, one.kind) if chance.random() < 0.5 else one for one in examples]
    return chance.sample(turned, len(turned))


def batches(examples: Sequence[Example], size: int, chance: Random) -> list[list[Example]]:
    """Batches of pairs of about one length, in random order."""
    made: list[list[Example]] = []
    for start in range(0, len(examples), size * ALIKE):
        some = sorted(examples[start : start + size * ALIKE], key=lambda one: len(one.left) + len(one.right))
        made += [some[at : at + size] for at in range(0, len(some), size)]
    return chance.sample(made, len(made))


def rate(step: int, steps: int, full: float, end: float) -> float:
    """The learning rate of a step: it rises over the first, then falls in a line to a share ``end`` of the full rate."""
    return full * min(1.0, (step + 1) / WARM) * max(end, 1 - step / steps)
