"""The words and shapes that time expressions are made of."""

import re
from functools import cache

import msgspec

from rashomon.find.cascade import Phrases, Word, phrases
from rashomon.find.date.feasts import feasts
from rashomon.find.numbers import WORDS, number_words
from rashomon.words import entries

SHAPES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("iso", r"\d{4}-\d{1,2}-\d{1,2}(?!\d)(?:t(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?"),
        ("compact", r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"),
        ("dotted", r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)"),
        ("slashed", r"\d{1,2} ?(/|-) ?\d{1,2} ?\1 ?(?:\d{4}|\d\d)(?![\d-])"),
        ("year_month", r"(?:1[89]|20)\d\d[/-](?:0?[1-9]|1[0-2])(?![\d/-])"),
        ("junk", r"\+?\d+(?:[-/]\d+){2,}"),
        ("clock_letter", r"(?:[01]?\d|2[0-4]):[0-5]\d[ap](?![a-z.])|(?<=at )\d{1,2}[ap](?![a-z])"),
        ("clock", r"(?:[01]?\d|2[0-4])(?::|h)[0-5]\d(?::[0-5]\d)?(?![\d:])|(?:[01]?\d|2[0-4])\.[0-5]\d(?= ?[ap]\.?m)"),
        ("clock", r"(?:[01]\d|2[0-4])[0-5]\d(?= ?(?:gmt|utc|hrs|hours)\b)"),
        ("hour_mark", r"(?:[01]?\d|2[0-4])h(?![a-z])"),
        ("decade", r"'?(?:1\d|20)?\d0'?s(?![a-z])"),
        ("ordinal", r"\d+ ?(?:st|nd|rd|th)(?![a-z])"),
        ("short_year", r"'\d\d(?!\d|s)"),
        ("quarter_mark", r"q ?[1-4](?![\w])|[1-4]q(?![\w])"),
        ("half_mark", r"h[12](?!\w)"),
        ("decimal", r"\d+[.,]\d+(?:[.,]\d+)*"),
        ("d4", r"\d{4}(?!\d)"),
        ("d1", r"\d{1,2}(?!\d)"),
        ("numeral", r"\d+"),
    )
)


class TimeWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word of time: its class in the cascade, and the name or value it stands for."""

    forms: tuple[str, ...]
    kind: str
    example: str
    name: str = ""
    value: float = 0.0


@cache
def lexicon() -> Phrases:
    """All words the date rules know."""
    listed = entries(WORDS / "times.toml", "word", TimeWord)
    times = {form: Word(word.kind, word.name, word.value) for word in listed for form in word.forms}
    unread = {"suffix", "plural", "dozen"}  # classes of figures: «k», «hundreds»
    numbers = {form: word for form, word in number_words().items() if word.kind not in unread}
    return phrases(numbers | {form: Word("feast", feast) for form, feast in feasts().forms.items()} | times)
