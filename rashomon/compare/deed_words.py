"""The word of a deed, freed of its endings and of the choice between «kill» and «murder»."""

import re
from functools import cache
from pathlib import Path

import msgspec

from rashomon.words import entries

FILE = Path(__file__).parent / "words" / "deed_words.toml"
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SMALL = frozenset(
    "the a an of in on to into at by for with from up out off over down as and or his her its their our be was is were been "
    "being has had have will would may might could that which this these those it he she they not no never than after before "
    "again".split()
)
# Longest first; what is put in place of an ending is tried in this order until a known word appears.
ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ings", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
)
SHORTEST = 3  # letters that must remain of a word


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for one deed."""

    words: tuple[str, ...]


class Irregular(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms and the base form of each."""

    forms: dict[str, str]


@cache
def lines() -> tuple[dict[str, str], dict[str, str]]:
    """Word to the first word of its line, and irregular form to base form."""
    first: dict[str, str] = {}
    for line in entries(FILE, "deed", Line):
        for word in line.words:
            first.setdefault(word, line.words[0])
    forms = {form: base for listed in entries(FILE, "irregular", Irregular) for form, base in listed.forms.items()}
    return first, forms


def deed_word(quote: str) -> str:
    """The last word of a quotation that means something, as the first word of its line; empty without one.

    «the killings» and «murdered» give «kill».
    """
    words = [word for word in WORD.findall(quote.lower()) if word not in SMALL]
    if not words:
        return ""
    base = base_form(words[-1])
    return lines()[0].get(base, base)


def base_form(word: str) -> str:
    """A word without its ending: the known word where there is one, else the stem, «relocated» being «relocat»."""
    first, forms = lines()
    if word in forms:
        return forms[word]
    stems = [word, *(word.removesuffix(ending) + put for ending, put in ENDINGS if cut(word, ending))]
    known = next((stem for stem in stems if stem in first), None)
    return known or stem_of(word)


def stem_of(word: str) -> str:
    """The word without the first ending that fits, and without a final «e» or a doubled letter."""
    stem = next((word.removesuffix(ending) for ending, _ in ENDINGS if cut(word, ending)), word)
    if stem != word and len(stem) > SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return stem.removesuffix("e") if len(stem) > SHORTEST else stem


def cut(word: str, ending: str) -> bool:
    """Whether an ending can be taken off."""
    return word.endswith(ending) and len(word) - len(ending) >= SHORTEST
