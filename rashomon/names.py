"""How alike two names are, with the reason: spellings, scripts, initials, patronymics, slips, order."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from rashomon.folded import fold
from rashomon.spelling import begin_alike, keys, skeleton, stems, tables, voiced, words_of_name

PATRONYMIC = re.compile(r"[oe]v[iy](?:ch|c|h|tsh|tch|cz)$|[oe]vn[aou]$")  # «Ilyich» aside, «Petrovych» is the father's name
ONE_LETTER_ONE_SYLLABLE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # kana, Chinese, Korean


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, from 0 to 1, and why."""

    score: float
    why: str


def edits(left: str, right: str) -> int:
    """Letters to add, drop, change or swap between two words."""
    return OSA.distance(left, right)


@lru_cache(maxsize=500_000)
def like(left: str, right: str) -> float:
    """How alike two Latin words are: 1 the same, 0 strangers."""
    if left == right:
        return 1.0
    table = tables()
    one, other = table.apart.get(left), table.apart.get(right)
    if one and other and one[0] == other[0]:
        return 0.95 if one[1] == other[1] else 0.0
    if table.nicknames.get(left, frozenset()) & table.nicknames.get(right, frozenset()):
        return 0.9
    if bool(PATRONYMIC.search(left)) != bool(PATRONYMIC.search(right)):
        return 0.0
    if len(left) == 1 or len(right) == 1:
        return 0.75 if left[0] == right[0] else 0.0
    return by_sound(left, right)


def by_sound(left: str, right: str) -> float:
    """How alike two words are by letters and by sounds, whatever their case endings."""
    longest = max(len(left), len(right))
    apart = min(edits(a, b) for a in stems(left) for b in stems(right))
    if apart <= (longest >= 4) + (longest >= 9):
        return 0.92 - 0.04 * apart
    shared = max(map(len, keys(left) & keys(right)), default=0)
    if not shared or not begin_alike(left, right):
        return 0.0
    one, other = voiced(left), voiced(right)
    near = edits(one, other) <= 0.4 * max(len(one), len(other))
    return (0.85 if shared >= 2 else 0.7) if near else 0.0


def like_across(left: str, right: str) -> float:
    """How alike two words are that were written in different scripts: one sound may be lost on the way."""
    found = like(left, right)
    if found or len(left) == 1 or len(right) == 1 or not begin_alike(left, right):
        return found
    one, other = skeleton(left), skeleton(right)
    lost = min(edits(a, b) for a in keys(left) for b in keys(right))
    return 0.8 if lost <= 1 < max(len(one), len(other)) else 0.0


@lru_cache(maxsize=500_000)
def one_word(left: str, right: str) -> bool:
    """Whether two lone Latin words are spellings or case forms of one: a stricter test, there being no second word to tell.

    How many sounds may differ was tuned on ../shared/gold/names/clusters_dev.jsonl (python -m quality.predict clusters).
    """
    if left == right:
        return True
    if not begin_alike(left, right):
        return False
    pairs = ((voiced(one), voiced(other)) for one in stems(left) for other in stems(right))
    return any(edits(one, other) <= slips(min(len(one), len(other))) for one, other in pairs)


def slips(letters: int) -> int:
    """Sounds that may differ in a lone word of that many."""
    return (letters >= 5) + (letters >= 9)


def likeness(left: str, right: str, organisation: bool = False) -> Likeness:
    """How alike two names are, and why: words are paired, and what is left over on both sides speaks against it."""
    if ONE_LETTER_ONE_SYLLABLE.search(left) and ONE_LETTER_ONE_SYLLABLE.search(right):
        return Likeness(float(left == right), "each character is a syllable of its own")
    one, other = bare(left, organisation), bare(right, organisation)
    if not one or not other:
        return Likeness(float(fold(left) == fold(right)), "no words to compare")
    if one == other:
        return Likeness(1.0, "the same words")
    if is_slip(one, other):
        return Likeness(0.93, "the same letters, written apart or with a slip")
    across = left.isascii() != right.isascii() and script(left) != script(right)
    return judged(one, other, paired(one, other, like_across if across else like))


def script(name: str) -> str:
    """The script of a name by its first letter: the first word of its Unicode name, «CYRILLIC»."""
    letter = next((letter for letter in name if letter.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def is_slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names differ by where they are written apart, or by one letter (in a long name two)."""
    if len(one) == len(other):
        return False
    left, right = "".join(one), "".join(other)
    longest = max(len(left), len(right))
    return edits(left, right) <= (longest >= 6) + (longest >= 16)


def bare(name: str, organisation: bool) -> tuple[str, ...]:
    """The words of a name without titles and particles, with the surname last where a comma puts it first."""
    first, comma, rest = name.partition(",")
    words = words_of_name(f"{rest} {first}" if comma and not organisation else name)
    unwanted = {"legal", "title"} if organisation else {"title", "particle"}
    kept = tuple(word for word in words if tables().plain.get(word) not in unwanted)
    return kept or words


def paired(one: Sequence[str], other: Sequence[str], alike: Callable[[str, str], float]) -> list[tuple[float, int, int]]:
    """The best pairs of words, each word at most once, as (likeness, number in one, number in other)."""
    every = sorted(((alike(a, b), -abs(i - j), i, j) for i, a in enumerate(one) for j, b in enumerate(other)), reverse=True)
    taken_one, taken_other, pairs = set[int](), set[int](), []
    for score, _, i, j in every:
        if score > 0 and i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            pairs.append((score, i, j))
    return pairs


def judged(one: Sequence[str], other: Sequence[str], pairs: Sequence[tuple[float, int, int]]) -> Likeness:
    """The likeness that pairs of words and what is left over make."""
    left = [word for i, word in enumerate(one) if i not in {pair[1] for pair in pairs}]
    right = [word for j, word in enumerate(other) if j not in {pair[2] for pair in pairs}]
    mean = sum(score for score, _, _ in pairs) / max(len(pairs), 1)
    if not pairs:
        return Likeness(0.0, "no word in common")
    if left and right:
        return differing(left, right, mean * len(pairs) / (len(pairs) + min(len(left), len(right))))
    if swapped(one, other, pairs):
        return Likeness(0.45, "given name and surname in each other's place")
    return complete(left or right, mean, len(pairs))


def differing(left: Sequence[str], right: Sequence[str], share: float) -> Likeness:
    """The likeness of names that have each a word the other has not."""
    if is_apart(left, right):
        return Likeness(0.85, f"{' '.join(left)} and {' '.join(right)} are one word")
    return Likeness(0.45 * share, f"{left[0]} is not {right[0]}")


def complete(extra: Sequence[str], mean: float, pairs: int) -> Likeness:
    """The likeness of a name that has all words of the other, and perhaps some more."""
    if not extra:
        return Likeness(mean, "each word has its like")
    if pairs == 1:
        return Likeness(0.4 * mean, "one word in common, more on one side")
    return Likeness(mean * 0.95, f"all of the shorter name; {' '.join(extra)} besides")


def is_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words left over are one word written apart («Soko lov»), or its initials («PL», «Pierre-Louis»)."""
    short, long = sorted((list(left), list(right)), key=lambda words: len("".join(words)))
    initials = len(short) == 1 and len(short[0]) == len(long) > 1 and short[0] == "".join(word[0] for word in long)
    return (
        initials or any(like("".join(left), word) > 0 for word in right) or any(like("".join(right), word) > 0 for word in left)
    )


def swapped(one: Sequence[str], other: Sequence[str], pairs: Sequence[tuple[float, int, int]]) -> bool:
    """Whether two words stand in the other order: «Karl Peter» is another man than «Peter Karl»."""
    return len(one) == len(other) == len(pairs) == 2 and all(i != j for _, i, j in pairs)
