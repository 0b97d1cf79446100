"""The lexicon of cues: which verbs, nouns and adjectives attribute, and what each of them takes."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.records import Status
from rashomon.words import entries

WORDS = Path(__file__).parent.parent / "words"
Frame = Literal[
    "clause", "quote", "infinitive", "object", "person", "addressee", "subject", "passive", "predicate", "copula", "bare", "tag"
]
Kind = Literal["speech", "belief", "attitude"]


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of words that attribute in the same way."""

    example: str
    words: tuple[str, ...]
    takes: frozenset[Frame]
    prepositions: frozenset[str] = frozenset()
    kind: Kind = "speech"
    status: Status = "reported"


Lexicon = dict[str, tuple[Cue, ...]]


@cache
def verbs() -> Lexicon:
    """Verb cues by lemma, with the particle where there is one, «point out»."""
    return by_word("cues.toml", "verb")


@cache
def nouns() -> Lexicon:
    """Noun cues by lemma."""
    return by_word("cues_nouns.toml", "noun")


@cache
def adjectives() -> Lexicon:
    """Adjective cues by lemma."""
    return by_word("cues_nouns.toml", "adjective")


@cache
def standpoints() -> Lexicon:
    """Nouns of phrases that hand a clause to somebody, «in the opinion of», by lemma."""
    return by_word("cues_nouns.toml", "standpoint")


@cache
def listed(array: str) -> frozenset[str]:
    """The words of a list that says nothing of frames: «light», «label», «channel», «yardstick», «speaker» …"""
    return frozenset(by_word("cue_lists.toml", array))


def by_word(file: str, array: str) -> Lexicon:
    """The groups of one array by each of their words, in file order."""
    found: dict[str, tuple[Cue, ...]] = {}
    for cue in entries(WORDS / file, array, Cue):
        for word in dict.fromkeys(cue.words):
            found[word] = (*found.get(word, ()), cue)
    return found


COLON = Cue(example="«Minister: the road will open»", words=(":",), takes=frozenset({"clause", "quote"}))
VERBLESS = Cue(example="«“The road is closed,” the engineer Ivan Petrov.»", words=(), takes=frozenset({"quote"}))
UNTAGGED = Cue(example="«“The road is closed.”» in a paragraph of its own", words=(), takes=frozenset({"quote"}))
