"""Words cut to stems, so that «friendship is profitable» meets «profitable to be friends»: a light, English-only reduction.

The suffixes are those of Lovins (1968) and Porter (1980) that change little of what is meant; a stem keeps three letters or more.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from rashomon.words import entries

WORDS = Path(__file__).parent / "words" / "kin.toml"
LETTERS = re.compile(r"[^\W_]+")
CONTRACTED = re.compile(r"n['’]t\b")
LONGEST_WORD = 60  # characters; longer ones are no words
# Longest first; «» after the colon means nothing is put in its place.
INFLECTIONS = (("iest", "y"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
DERIVATIONS = tuple(
    (suffix, "")
    for suffix in (
        *("isation", "ational", "ability", "ibility", "fulness", "ation", "ition", "ship", "abl", "ibl", "ness", "ment", "ally"),
        *("ity", "ful", "ion", "is", "iv", "ur", "ly", "al"),
    )
)
SHORTEST = 4  # letters of a stem from which a suffix of a derivation is cut


class Kin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one sort in kin.toml."""

    words: tuple[str, ...]
    example: str
    exact: bool = False


class Forms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Irregular forms of one word."""

    base: str
    forms: tuple[str, ...]
    example: str


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that together mean what one word, or another turn, means."""

    words: tuple[str, ...]
    base: str
    example: str


class Complement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say exactly that another word is not so."""

    words: tuple[str, ...]
    of: str
    example: str


class Contrary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that cannot hold together with others."""

    words: tuple[str, ...]
    to: tuple[str, ...]
    example: str


@cache
def empty() -> frozenset[str]:
    """Words that carry nothing to compare."""
    return frozenset(word for entry in entries(WORDS, "empty", Kin) for word in entry.words)


@cache
def denials() -> frozenset[str]:
    """Words that turn what is said into its denial."""
    return frozenset(word for entry in entries(WORDS, "denial", Kin) for word in entry.words)


@cache
def preambles() -> frozenset[str]:
    """Words before an assumption that are no part of it: «suppose that …»."""
    return frozenset(word for entry in entries(WORDS, "preamble", Kin) for word in entry.words)


@cache
def complements() -> dict[str, str]:
    """Stems and the stem of which they are the denial: «succeed» is not to fail."""
    return {stem(word): stem(entry.of) for entry in entries(WORDS, "complement", Complement) for word in entry.words}


@cache
def contraries() -> dict[str, frozenset[str]]:
    """Stems and those that cannot hold with them, though both may fail to: «rise» and «fall»."""
    found: dict[str, set[str]] = {}
    for entry in entries(WORDS, "contrary", Contrary):
        for one, other in ((entry.words, entry.to), (entry.to, entry.words)):
            for word in one:
                found.setdefault(stem(word), set()).update(map(stem, other))
    return {one: frozenset(others) for one, others in found.items()}


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """The stems of phrases and the words they stand for, by their first stem, the longest first."""
    read = (
        (tuple(map(stem, words(one))), tuple(words(entry.base)))
        for entry in entries(WORDS, "phrase", Phrase)
        for one in entry.words
    )
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for turn, base in sorted(read, key=lambda pair: (-len(pair[0]), pair)):
        found.setdefault(turn[0], []).append((turn, base))
    return {first: tuple(listed) for first, listed in found.items()}


def joined(listed: Sequence[str]) -> Iterator[str]:
    """The words, each phrase as what it stands for: «goes on flirting» is «continue flirting»."""
    stems = tuple(map(stem, listed))
    place = 0
    while place < len(listed):
        turns = phrases().get(stems[place], ())
        turn, base = next(
            (one for one in turns if stems[place : place + len(one[0])] == one[0]), ((stems[place],), (listed[place],))
        )
        yield from base
        place += len(turn)


@cache
def reversals() -> frozenset[str]:
    """The stems of verbs that turn what follows into its denial."""
    return frozenset(stem(word) for entry in entries(WORDS, "reversal", Kin) for word in entry.words)


@cache
def bases() -> dict[str, str]:
    """Irregular forms and what they are forms of."""
    return {form: entry.base for entry in entries(WORDS, "form", Forms) for form in entry.forms}


@cache
def kin() -> dict[str, str]:
    """Stems and the stem that stands for their group."""
    groups = ((word if entry.exact else cut(word), entry) for entry in entries(WORDS, "kin", Kin) for word in entry.words)
    return {word: cut(entry.words[0]) for word, entry in groups}


def words(text: str) -> list[str]:
    """The words of a text in lower case; letters of any script and digits, nothing else; «won't» is «wo not»."""
    return [word for word in LETTERS.findall(CONTRACTED.sub(" not", text.casefold())) if len(word) <= LONGEST_WORD]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word in lower case, or of the group that it is kin to."""
    base = bases().get(word, word)
    found = cut(base)
    return kin().get(base) or kin().get(found, found)


def cut(word: str) -> str:
    """The word without its endings: «friendships» to «friend», «destabilising» to «destabil»."""
    if not word.isascii() or not word.isalpha():
        return word
    bare = undoubled(shortened(word.replace("iz", "is"), INFLECTIONS, 3)).removesuffix("e")
    return shortened(shortened(bare, DERIVATIONS, SHORTEST), DERIVATIONS, SHORTEST).removesuffix("i")


def shortened(word: str, suffixes: tuple[tuple[str, str], ...], shortest: int) -> str:
    """The word without the first suffix that fits and leaves enough; «press» and «crisis» keep their s."""
    for suffix, instead in suffixes:
        if (
            word.endswith(suffix)
            and len(word) - len(suffix) >= shortest
            and not word.endswith(("ss", "is", "us") if suffix == "s" else ())
        ):
            return word[: -len(suffix)] + instead
    return word


def undoubled(word: str) -> str:
    """«stopp» of «stopped» to «stop»; «fall» stays."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word
