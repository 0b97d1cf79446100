"""Blocks of names that share a key: within one a further name is compared with few, so that work grows with the names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.spelling import voiced

MOST_MET = 50  # names of one block that a further name is compared with: so the work grows with the names, not their square
MOST_NEAR = 10  # names met besides for each word of the same sounds


@dataclass(frozen=True, slots=True)
class Crowd:
    """A block of more names than are compared with each other, and how many pairs were not."""

    example: str
    names: int
    uncompared: int


@dataclass(slots=True)
class Block:
    """Names in the order they came; in a crowd those meet that have a word of the same sounds, vowels and all."""

    names: list[str] = field(default_factory=list)
    near: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    uncompared: int = 0

    def met(self, words: Sequence[str]) -> list[str]:
        """The names that a further one of these words is to be compared with: the first, and of a crowd those most like it."""
        if len(self.names) <= MOST_MET:
            return list(self.names)
        alike = {place for word in words for place in self.near[voiced(word)][-MOST_NEAR:]}
        places = sorted({*range(MOST_MET), *alike})
        self.uncompared += len(self.names) - len(places)
        return [self.names[place] for place in places]

    def take(self, name: str, words: Sequence[str]) -> None:
        """Add a name, so that further ones meet it."""
        for word in words:
            self.near[voiced(word)].append(len(self.names))
        self.names.append(name)

    def crowd(self) -> Crowd:
        """What of the block was not compared."""
        return Crowd(self.names[0], len(self.names), self.uncompared)
