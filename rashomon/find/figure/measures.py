"""The ontology of measures: from the words around an amount to what it measures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from rashomon.find.numbers import WORDS
from rashomon.words import entries

COUNT = "count"


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that can be measured."""

    name: str
    kinds: tuple[str, ...]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    example: str
    flow: str = ""  # "flow": for a stretch of time
    part_of: str = ""  # the wider measure: deaths are part of the casualties
    ends: int = 0  # how many actors it stands between: a border has two
    once: bool = False  # an actor has one such figure at a time; only these can conflict
    running: bool = False  # without a time it is the sum so far, not that of the last year: «has invested 30 billion»
    cumulative: bool = False  # a later count can only be higher


class Carrier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that measure nothing themselves."""

    nouns: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class Measures:
    """The measures, by the words they are known by."""

    by_name: Mapping[str, Measure]
    by_word: Mapping[str, tuple[Measure, ...]]
    carriers: frozenset[str]
    generic: frozenset[str]

    def of(self, words: Iterable[str], kind: str) -> Measure | None:
        """The measure of the first word that names one in this kind of unit."""
        for word in words:
            for measure in self.by_word.get(word, ()):
                if kind in measure.kinds:
                    return measure
        return None


@cache
def measures() -> Measures:
    """The measures of words/measures.toml."""
    listed = entries(WORDS / "measures.toml", "measure", Measure)
    words: dict[str, tuple[Measure, ...]] = {}
    for measure in listed:
        for word in (*measure.nouns, *measure.verbs):
            words[word] = (*words.get(word, ()), measure)
    return Measures({measure.name: measure for measure in listed}, words, nouns_of("carrier"), nouns_of("generic"))


def nouns_of(array: str) -> frozenset[str]:
    """The nouns of all entries of one array."""
    return frozenset(noun for carrier in entries(WORDS / "measures.toml", array, Carrier) for noun in carrier.nouns)
