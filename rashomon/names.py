"""Names across spellings and scripts: keys under which variants of one name meet, and a score with its reasons."""

import re
from functools import lru_cache

from anyascii import anyascii

from rashomon.folded import fold

# Spellings of one sound in transliterations, longest first: «Dzh», «J», «Zh»; «Kh», «H», «X»; «Q», «K».
SOUNDS = (
    ("shch", "s"), ("tsch", "c"), ("dzh", "j"), ("sch", "s"), ("tch", "c"), ("zh", "j"), ("dj", "j"), ("sh", "s"), ("ch", "c"),
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("q", "k"), ("x", "ks"),
    ("w", "v"), ("c", "k"), ("z", "s"), ("y", ""), ("h", ""), ("j", "j"),
)  # fmt: skip
VOWELS = re.compile("[aeiou]+")
LETTER = re.compile("[^a-z]+")
TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def latin(word: str) -> str:
    """A word of any script in small Latin letters without accents."""
    return LETTER.sub("", anyascii(fold(word)).lower())


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonants of a word, one letter a sound: «Kassym», «Kasim» and «Qasymu» are all «ksm»."""
    sounds = latin(word)
    for written, sound in SOUNDS:
        sounds = sounds.replace(written, sound)
    first = sounds[:1] if sounds[:1] in "aeiou" else ""
    return TWICE.sub(r"\1", first and "a") + TWICE.sub(r"\1", VOWELS.sub("", sounds))


def name_key(name: str) -> str:
    """The key of a whole name: the skeletons of its words in alphabetical order."""
    return " ".join(sorted(filter(None, (skeleton(word) for word in re.split(r"[\s\-–.,'’]+", name)))))
