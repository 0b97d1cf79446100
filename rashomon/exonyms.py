"""What a name in the Slavic press means: «Rosja», «Rusko» and «Rosjanie» are Russia, «Londýn» is London.

The stems of states, places and groups stand in exonyms.toml, with the endings that derivation and case put to them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.spelling import latin, words_of_name
from rashomon.words import entries

TABLES = Path(__file__).parent / "exonyms.toml"
MOST_WORDS = 5  # of a name that is looked up
SHORTEST_STEM = 2  # letters
SHORT_STEM = 3  # letters of a stem that takes endings of cases only: «Nora» is no Norwegian


class Exonym(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The key of a state, place or group, and the stems of its names."""

    means: str
    stems: tuple[str, ...]


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings of one kind."""

    kind: Literal["derived", "case"]
    endings: tuple[str, ...]
    example: str = ""


class Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Stems of words that tell what a land is."""

    stems: tuple[str, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class Stem:
    """The words of one stem in Latin letters, which of them take no ending, and what it means."""

    words: tuple[str, ...]
    whole: tuple[bool, ...]
    means: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of exonyms.toml, made ready."""

    stems: dict[str, tuple[Stem, ...]]  # by their first word
    common: tuple[str, ...]
    ending: re.Pattern[str]
    case: re.Pattern[str]


@cache
def tables() -> Tables:
    """The tables, read once in each process."""
    stems: dict[str, list[Stem]] = defaultdict(list)
    for entry in entries(TABLES, "exonym", Exonym):
        for written in entry.stems:
            stem = stem_of(written, entry.means)
            stems[stem.words[0]].append(stem)
    listed = entries(TABLES, "ending", Endings)
    derived, case = (alternatives(entry for entry in listed if entry.kind == kind) for kind in ("derived", "case"))
    return Tables(
        stems={first: tuple(found) for first, found in stems.items()},
        common=tuple(latin(stem) for entry in entries(TABLES, "common", Common) for stem in entry.stems),
        ending=re.compile(f"(?:{derived})?(?:{case})?"),
        case=re.compile(f"(?:{case})?"),
    )


def alternatives(listed: Iterable[Endings]) -> str:
    """The endings as alternatives of a pattern, the longest first."""
    return "|".join(sorted({ending for entry in listed for ending in entry.endings}, key=lambda ending: (-len(ending), ending)))


def stem_of(written: str, means: str) -> Stem:
    """A stem as the table writes it: «usa.», «spojen stat»."""
    words = written.split()
    return Stem(tuple(latin(word) for word in words), tuple(word.endswith(".") for word in words), means)


@lru_cache(maxsize=100_000)
def meaning(name: str) -> str:
    """The key of what a name means, «state:RUS»; empty when no stem fits, or stems of two do equally well."""
    words = words_of_name(name)
    bare = tuple(word for word in words if not is_common(word))
    return best(words) or (best(bare) if bare != words else "")


def is_common(word: str) -> bool:
    """Whether a word only tells what a land is: «republika»."""
    table = tables()
    return word.startswith(table.common) and any(
        word.startswith(stem) and table.ending.fullmatch(word, len(stem)) for stem in table.common
    )


def best(words: Sequence[str]) -> str:
    """The meaning of the longest stem that has just these words, whatever their order."""
    if not 0 < len(words) <= MOST_WORDS:
        return ""
    fitting = [stem for stem in candidates(words) if fits(stem, words)]
    longest = max((sum(map(len, stem.words)) for stem in fitting), default=0)
    meanings = {stem.means for stem in fitting if sum(map(len, stem.words)) == longest}
    return meanings.pop() if len(meanings) == 1 else ""


def candidates(words: Sequence[str]) -> Iterator[Stem]:
    """The stems of so many words whose first one begins a word."""
    stems = tables().stems
    for word in words:
        for length in range(SHORTEST_STEM, len(word) + 1):
            yield from (stem for stem in stems.get(word[:length], ()) if len(stem.words) == len(words))


def fits(stem: Stem, words: Sequence[str]) -> bool:
    """Whether each word of a stem begins a word of its own and leaves but an ending."""
    left = list(words)
    for part, whole in zip(stem.words, stem.whole, strict=True):
        word = next((word for word in left if is_form(word, part, whole)), None)
        if word is None:
            return False
        left.remove(word)
    return True


def is_form(word: str, stem: str, whole: bool) -> bool:
    """Whether a word is a stem with an ending, or just the stem."""
    if whole or not word.startswith(stem):
        return word == stem
    pattern = tables().case if len(stem) <= SHORT_STEM else tables().ending
    return pattern.fullmatch(word, len(stem)) is not None
