"""The spelling of names: words of any script in Latin letters, by their sounds, and the keys under which variants meet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from anyascii import anyascii

from rashomon.folded import fold
from rashomon.words import entries

TABLES = Path(__file__).parent / "names.toml"
BETWEEN = re.compile(r"[^\w'’‘`ʼ]+|_")
AFTER_APOSTROPHE = re.compile(r"(?<=\w{3})['’ʼ]\s?\w{0,4}$")  # «Dupont'owi», «Kremlin’s»; not «N'Djamena», «O'Neill»
NO_LETTER = re.compile(r"[^a-z0-9]")
TWICE = re.compile(r"(.)\1+")
VOWELS = "aeiou"
LEAST_STEM = 3  # letters left when an ending is taken off
LONGEST_ENDING = 5


class Letter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A letter of another script and the Latin letters to read it as."""

    written: str
    sound: str
    example: str = ""


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings that meet under one letter."""

    sound: str
    spellings: tuple[str, ...]
    example: str = ""


class Onset(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First letters of a word that are one class of sounds, and the classes that may stand for it."""

    sound: str
    spellings: tuple[str, ...]
    near: tuple[str, ...] = ()
    example: str = ""


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Case endings."""

    endings: tuple[str, ...]
    example: str = ""


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Groups of name words: one group means one name."""

    groups: tuple[str, ...]
    example: str = ""


class Plain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are no part of a name."""

    kind: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of names.toml, made ready."""

    letters: dict[int, str]
    sounds: dict[str, str]
    spelling: re.Pattern[str]
    endings: re.Pattern[str]
    apart: dict[str, tuple[int, int]]  # word -> (table, group)
    nicknames: dict[str, frozenset[int]]
    plain: dict[str, str]  # word -> kind
    onsets: tuple[tuple[str, str], ...]  # first letters -> class, longest first
    near: frozenset[frozenset[str]]  # classes of first sounds that stand for one another


@cache
def tables() -> Tables:
    """The tables, read once in each process."""
    sounds = {written: entry.sound for entry in entries(TABLES, "sound", Sound) for written in entry.spellings}
    endings = sorted({end for entry in entries(TABLES, "ending", Endings) for end in entry.endings}, key=len, reverse=True)
    onsets = entries(TABLES, "onset", Onset)
    nicknames: dict[str, set[int]] = {}
    named = [group for entry in entries(TABLES, "nickname", Groups) for group in entry.groups]
    for number, group in enumerate(named):
        for word in group.split():
            nicknames.setdefault(word, set()).add(number)
    return Tables(
        letters={ord(entry.written): entry.sound for entry in entries(TABLES, "letter", Letter)},
        sounds=sounds,
        spelling=re.compile("|".join(sorted(sounds, key=len, reverse=True))),
        endings=re.compile(f"(?:{'|'.join(endings)})$"),
        apart={
            word: (table, number)
            for table, entry in enumerate(entries(TABLES, "apart", Groups))
            for number, group in enumerate(entry.groups)
            for word in group.split()
        },
        nicknames={word: frozenset(numbers) for word, numbers in nicknames.items()},
        plain={word: entry.kind for entry in entries(TABLES, "plain", Plain) for word in entry.words},
        onsets=tuple(
            sorted(((written, entry.sound) for entry in onsets for written in entry.spellings), key=lambda o: -len(o[0]))
        ),
        near=frozenset(frozenset({entry.sound, other}) for entry in onsets for other in entry.near),
    )


@lru_cache(maxsize=200_000)
def latin(word: str) -> str:
    """A word of any script in small Latin letters without accents."""
    return NO_LETTER.sub("", anyascii(fold(word).translate(tables().letters)).lower())


@lru_cache(maxsize=200_000)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name in Latin letters, in order: «Пьер-Луи Бернар» is per, lui, bernar."""
    return tuple(filter(None, (latin(AFTER_APOSTROPHE.sub("", word)) for word in BETWEEN.split(name))))


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The sounds of a Latin word without its vowels: «kassym», «kasim» and «qasymu» are all «ksm»."""
    table = tables()
    if word[:1] == "u" and word[1:2] in {"a", "e", "i", "o"}:
        word = "v" + word[1:]  # «Uagner», «Wagner»
    return TWICE.sub(r"\1", "".join(part for part in spelled(word, table) if part not in VOWELS))


def spelled(word: str, table: Tables) -> Iterator[str]:
    """The sounds of a word one after another; a sound that swallowed its vowel gives it up."""
    position = 0
    while position < len(word):
        found = table.spelling.match(word, position)
        if found:
            yield table.sounds[found.group()]
            position = found.end()
        else:
            yield word[position]
            position += 1


@lru_cache(maxsize=200_000)
def stems(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without a case ending."""
    cuts = range(max(len(word) - LONGEST_ENDING, LEAST_STEM), len(word))
    endless = [word[:cut] for cut in cuts if tables().endings.fullmatch(word[cut:])]
    vowelless = [word[:-1]] if word[-1:] in VOWELS and len(word) > LEAST_STEM + 1 else []
    return tuple(dict.fromkeys([word, *endless, *vowelless]))


@lru_cache(maxsize=200_000)
def keys(word: str) -> frozenset[str]:
    """The keys under which a Latin word meets its variants."""
    return frozenset(skeleton(stem) for stem in stems(word))


@lru_cache(maxsize=200_000)
def voiced(word: str) -> str:
    """The sounds of a Latin word with its vowels: «michael» and «maykl» differ in one vowel."""
    return TWICE.sub(r"\1", "".join(spelled(word, tables())))


def onset(word: str) -> str:
    """The class of the first sound of a Latin word."""
    return next((sound for written, sound in tables().onsets if word.startswith(written)), word[:1])


def begin_alike(left: str, right: str) -> bool:
    """Whether two words may begin with one sound: «Jahn» and «Yan», «Ann» and «Hannah», not «Berg» and «Sandberg»."""
    one, other = onset(left), onset(right)
    return one == other or frozenset({one, other}) in tables().near
