"""Two sentences laid word on word: how much of their content aligns, weighted by how rare the words are."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.compare.utterances import FEWEST, Sentence

FEWEST_PLAIN = 2  # words that are no names; two sentences about the same people are not one
# Shares of the weight of the content words that must align.  Tuned on pairs of our own writing (tests/test_same_statement.py):
# two translations of one sentence align at .55 to .9, two sentences of one speaker on one matter below .45.
REWORDED = 0.55
IN_PART = 0.7
LONG = 4  # content words in a row that are a phrase taken over


@dataclass(frozen=True, slots=True)
class Aligned:
    """How much of two sentences aligns: the share of the one that aligns less and of the one that aligns more."""

    less: float
    more: float
    common: tuple[str, ...]
    run: bool  # whether several of them follow each other in both

    @property
    def is_one(self) -> bool:
        """Whether so much aligns that one utterance is told."""
        if len(self.common) < FEWEST:
            return self.run and self.more >= IN_PART
        return self.less >= REWORDED or self.more >= IN_PART

    @property
    def told(self) -> str:
        """The alignment for people."""
        words = ", ".join(self.common[:8])
        return f"{len(self.common)} content words align, {self.less:.0%} and {self.more:.0%} of the two: {words}"


NOTHING = Aligned(0.0, 0.0, (), False)


def aligned(left: Sentence, right: Sentence, weight: Mapping[str, float]) -> Aligned:
    """The words that two sentences share; nothing where one denies what the other affirms, or their figures differ."""
    if left.denied != right.denied or (left.figures and right.figures and not left.figures & right.figures):
        return NOTHING
    common = left.words & right.words
    if len(common - left.names - right.names) < FEWEST_PLAIN:
        return NOTHING
    both = sum(weight.get(word, 1.0) for word in sorted(common))
    less, more = sorted(both / sum(weight.get(word, 1.0) for word in sorted(side.words)) for side in (left, right))
    return Aligned(less, more, tuple(sorted(common)), bool(stretches(left) & stretches(right)))


def stretches(side: Sentence) -> frozenset[tuple[str, ...]]:
    """The content words by LONG in a row: a phrase taken over, «interference of any forces in the internal affairs»."""
    return frozenset(side.order[place : place + LONG] for place in range(len(side.order) - LONG + 1))
