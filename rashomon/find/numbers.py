"""Number words read into values, as the first level of the cascades that read dates and figures."""

from functools import cache
from pathlib import Path

import msgspec

from rashomon.find.cascade import Item, Rule, Run, Word
from rashomon.words import entries

WORDS = Path(__file__).parent / "words"


class NumberWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number word: its class in the cascade and its value."""

    forms: tuple[str, ...]
    kind: str
    value: float
    example: str


@cache
def number_words() -> dict[str, Word]:
    """The lexicon of number words, by form."""
    listed = entries(WORDS / "numbers.toml", "word", NumberWord)
    return {form: Word(word.kind, form, word.value) for word in listed for form in word.forms}


def summed(run: Run) -> Item:
    """«twenty-one» is 20 + 1."""
    return Item("", 0, 0, sum(item.number for item in run.items))


def composed(run: Run) -> Item | None:
    """«two hundred and three thousand and five»: what stands before a scale is multiplied by it, groups are added."""
    total = group = 0.0
    for item in run.items:
        if item.kind in ("hundred", "ordinal_hundred"):
            group = (group or 1.0) * 100
        elif item.kind in ("scale", "ordinal_scale"):
            total, group = (total * item.number, 0.0) if not group and total else (total + (group or 1.0) * item.number, 0.0)
        elif item.kind not in ("and", "a", "dash", "comma"):
            group += item.number
    return Item("", 0, 0, total + group)


NUMBER_RULES = (
    Rule("ordinal", "tens dash? ordinal_one | tens dash? second | ordinal_tens | ordinal_teen | ordinal_one", summed),
    Rule("small", "tens dash? one | tens | teen | one", summed),
    Rule("ordinal", "(small | count)? hundred and? ordinal | (a | small)? ordinal_hundred", composed),
    Rule("hundreds", "(small | count | a)? hundred (and? small (?! dash? (parts | quarter)))? (?! ordinal)", composed),
    Rule("big", "((hundreds | small | count | a)? dash? scale+ (and | comma)?)* (hundreds | small | count | a)? dash? scale+"
         " ((and | comma)? (hundreds | small) (?! dash? (parts | quarter)))?", composed),
)  # fmt: skip
"""Cardinals end as «small» (below 100), «hundreds» or «big»; «count» is an alias for the numerals of the cascade."""
