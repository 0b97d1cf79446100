"""The ontology of measures: from the words around an amount to what it measures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

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
    sayings: tuple[str, ...] = ()  # several words with «#» for the amount, «take # into custody»; see idioms
    anchor: Literal["", "day", "place", "thing", "subject"] = ""  # what else must be the same before two are set side by side
    doings: tuple[str, ...] = ()  # verbs of what those counted do themselves, «40 people died»
    flow: str = ""  # "flow": for a stretch of time
    part_of: str = ""  # the wider measure: deaths are part of the casualties
    ends: int = 0  # how many actors it stands between: a border has two
    others: tuple[str, ...] = ()  # types of actor at the other end, when the words measured name one only
    group: bool = False  # the subject is who is counted and owns nothing: «Tatars make up 8 percent of the population»
    once: bool = False  # an actor has one such figure at a time; only these can conflict
    running: bool = False  # without a time it is the sum so far, not that of the last year: «has invested 30 billion»
    cumulative: bool = False  # a later count can only be higher


class Carrier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that measure nothing themselves."""

    nouns: tuple[str, ...]
    example: str


Clue = tuple[Literal["noun", "verb", "doing"], str]
"""A lemma that may name a measure: of a thing, of what is done to it, or of what it does."""


@dataclass(frozen=True)
class Measures:
    """The measures, by the words they are known by."""

    by_name: Mapping[str, Measure]
    by_clue: Mapping[Clue, tuple[Measure, ...]]
    sayings: Mapping[str, Measure]
    carriers: frozenset[str]
    generic: frozenset[str]

    def of(self, clues: Iterable[Clue], kind: str) -> Measure | None:
        """The measure of the first clue that names one in this kind of unit."""
        for clue in clues:
            for measure in self.by_clue.get(clue, ()):
                if kind in measure.kinds:
                    return measure
        return None

    def named(self, noun: str) -> tuple[Measure, ...]:
        """The measures a noun may name."""
        return self.by_clue.get(("noun", noun), ())

    def done(self, verb: str) -> bool:
        """Whether a verb names a measure."""
        return ("verb", verb) in self.by_clue or ("doing", verb) in self.by_clue


@cache
def measures() -> Measures:
    """The measures of words/measures.toml."""
    listed = entries(WORDS / "measures.toml", "measure", Measure)
    words: dict[Clue, tuple[Measure, ...]] = {}
    for measure in listed:
        clues: list[Clue] = [("noun", noun) for noun in measure.nouns]
        clues += [("verb", verb) for verb in measure.verbs]
        clues += [("doing", verb) for verb in measure.doings]
        for clue in clues:
            words[clue] = (*words.get(clue, ()), measure)
    sayings = {saying: measure for measure in listed for saying in measure.sayings}
    return Measures({measure.name: measure for measure in listed}, words, sayings, nouns_of("carrier"), nouns_of("generic"))


def nouns_of(array: str) -> frozenset[str]:
    """The nouns of all entries of one array."""
    return frozenset(noun for carrier in entries(WORDS / "measures.toml", array, Carrier) for noun in carrier.nouns)
